#!/usr/bin/env node
import { main } from '../dist/main.js';

process.exitCode = await main(process.argv.slice(2));
// Ending by itself would wait for V8 to finish compiling the grammar in the background.
process.stdout.write('', () => process.stderr.write('', () => process.exit()));
