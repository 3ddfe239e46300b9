import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { contestsIn } from './contests.ts';
import { growthIn } from './growth.ts';
import { memoryOver } from './memory.ts';
import { writePage } from './page.ts';
import { contestTable, growthTable, memoryTable } from './tables.ts';
import { inWorkplace } from './workplace.ts';

/**
 * How long audits take, as ratios against programs measured in the same run: a machine's speed drifts, ratios hold.
 *
 * npm run bench                 the tables
 * npm run bench -- --quick      the same on a small scale: fails when a program crashes or finds too little, never on time
 * npm run bench -- --write      the tables into docs/performance.md
 * npm run bench -- --rounds 9   measures each pair nine times instead of five
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    rounds: { type: 'string' },
  },
});
const scale = values.quick
  ? { files: 400, apps: 30, fleets: [10, 30] }
  : { files: 4_000, apps: 300, fleets: [30, 300, 3_000] };
const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a number, not ${values.rounds}`);

const tables = inWorkplace((workplace) => {
  const parts = [
    () =>
      `Node ${process.versions.node}, ${availableParallelism()} cores, the fastest of ${rounds} rounds (of ${4 * rounds} for what takes less than a second).`,
    () => contestTable(contestsIn(workplace, scale, rounds)),
    () => growthTable(growthIn(workplace, scale, rounds)),
    () => memoryTable(scale.fleets.map((count) => memoryOver(workplace, count))),
  ];
  return parts.map((part) => {
    const text = part();
    console.log(`${text}\n`);
    return text;
  });
});
if (values.write) writePage(tables.join('\n\n'));
