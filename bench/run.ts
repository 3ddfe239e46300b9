import { availableParallelism } from 'node:os';
import { positiveNumber, readCommandLine, refuse, wholeNumber } from '../scripts/command-line.ts';
import { contestsIn, shortTurns } from './contests.ts';
import { memoryOver } from './memory.ts';
import { writePage } from './page.ts';
import { contestTable, growthTable, memoryTable } from './tables.ts';
import { inWorkplace } from './workplace.ts';

const usage = `npm run bench -- [--quick] [--scale X] [--rounds N] [--write]

How long audits take, as ratios against programs measured in turns with them: a machine's speed drifts, ratios hold.
Exits 1 where a program crashes or finds too little, never for what something takes.

  --quick      one round on a tenth of the scale
  --scale X    trees and fleets so many times as large as usual (default 1); aims are shown from 1 on
  --rounds N   measures each program N times (default 5)
  --write      writes the tables into docs/performance.md too
`;

const { values } = readCommandLine(usage, {
  options: {
    quick: { type: 'boolean', default: false },
    scale: { type: 'string' },
    rounds: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
if (values.quick && values.write) refuse('--quick measures too little for what --write writes');
const scale = positiveNumber('--scale', values.scale ?? (values.quick ? '0.1' : '1'));
const rounds = wholeNumber('--rounds', values.rounds ?? (values.quick ? '1' : '5'));
const scaled = (size: number) => Math.max(6, Math.round(size * scale));

const tables = inWorkplace((workplace) => {
  const shown: string[] = [];
  const show = (text: string) => {
    console.log(`${text}\n`);
    shown.push(text);
  };
  show(
    `Node ${process.versions.node}, ${availableParallelism()} cores; rounds: ${rounds}, and ${shortTurns.times * rounds} where one takes less than a second.`,
  );
  const outcomes = contestsIn(workplace, { files: scaled(4_000), apps: scaled(300) }, rounds);
  show(contestTable(outcomes, scale < 1 ? 'without-aims' : 'with-aims'));
  show(growthTable(outcomes));
  show(memoryTable([30, 300, 3_000].map((count) => memoryOver(workplace, scaled(count)))));
  return shown;
});
if (values.write) writePage(tables.join('\n\n'));
