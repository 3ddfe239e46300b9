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
    // As the launcher does: nothing is optimised in the background, and so nothing waited for at the end.
    execArgv: ['--liftoff-only'],
  },
});
