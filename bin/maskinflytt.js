#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/main.js';

// The grammar is compiled once, quickly: optimising it in the background costs one app as much as the audit itself, and
// the process cannot end before those threads have.
setFlagsFromString('--liftoff-only');

// A reader that has seen enough, like `head`, is no failure; the exit code still tells what was found.
const ignoreClosedPipe = (error) => {
  if (error.code !== 'EPIPE') throw error;
};
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

process.exitCode = await main(process.argv.slice(2));
// An open stdin would keep the process; what was written must be out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit()));
