import type { VitestPluginContext } from 'vitest/node';
import { standstill } from './standstill.ts';

const minute = 60_000;
/** More than any single test or preparation may take. */
const limit = 11 * minute;

/** Whichever reporters the command line names, a run in which a file stands still ends, and says which. */
export function standstillWatch() {
  return {
    name: 'standstill-watch',
    configureVitest({ vitest }: VitestPluginContext): void {
      const { reporter, silent } = standstill(limit);
      const watch = setInterval(() => {
        const files = silent(Date.now());
        if (files.length === 0) return;
        clearInterval(watch);
        for (const file of files)
          console.error(`${file}: no sign of life for ${limit / minute} minutes; its worker is blocked.`);
        process.exitCode = 1;
        void vitest.exit(true);
      }, minute);
      watch.unref();
      vitest.config.reporters.push(reporter);
    },
  };
}
