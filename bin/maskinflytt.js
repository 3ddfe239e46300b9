#!/usr/bin/env node
import { main } from '../dist/main.js';

// A reader that has seen enough, like `head`, is no failure; the exit code still tells what was found.
const ignoreClosedPipe = (error) => {
  if (error.code !== 'EPIPE') throw error;
};
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

process.exitCode = await main(process.argv.slice(2));
// Ending by itself would wait for V8 to finish compiling the grammar in the background.
process.stdout.write('', () => process.stderr.write('', () => process.exit()));
