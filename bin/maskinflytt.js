#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/main.js';

// The grammar is compiled once, quickly: optimising it in the background costs one app as much as the audit itself, and
// the process cannot end before those threads have.
setFlagsFromString('--liftoff-only');

// A reader that has seen enough, like `head`, is no failure; the exit code still tells what was found.
const isClosedPipe = (error) => error.code === 'EPIPE';
let unwritable = false;
process.stdout.on('error', (error) => {
  if (unwritable || isClosedPipe(error)) return;
  unwritable = true;
  process.stderr.write(`maskinflytt: stdout: ${error.message}\n`);
});
process.stderr.on('error', (error) => {
  if (!isClosedPipe(error)) unwritable = true;
});

const code = await main(process.argv.slice(2));
// An open stdin would keep the process; what was written must be out first, or be known not to be.
process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit(unwritable ? 2 : code))));
