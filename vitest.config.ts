import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { standstillWatch } from './test/runner/standstill-watch.ts';

export default defineConfig({
  plugins: [standstillWatch()],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // One for each core; by itself vitest leaves one core idle, which on two is half of the machine.
    maxWorkers: availableParallelism(),
    // Nothing is done on V8's other threads, and so nothing waited for: on a loaded machine workers have stood still so.
    execArgv: ['--single-threaded', '--liftoff-only'],
  },
});
