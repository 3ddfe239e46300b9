import { join } from 'node:path';
import { appAt, fleetAt, mixed, withoutMaskinporten } from './apps.ts';
import { audit, emptyNode, fix, help } from './ours.ts';
import { type Program, type Run, run } from './program.ts';
import { astGrep, ripgrep } from './rivals.ts';
import { hitsIn, treeAt } from './tree.ts';

export interface Scale {
  readonly files: number;
  readonly apps: number;
}

interface Contest {
  readonly name: string;
  readonly ours: Program;
  readonly rivals: readonly Rival[];
  /** The same over twice as much. */
  readonly twice: { readonly name: string; readonly ours: Program } | null;
}

interface Rival {
  readonly program: Program;
  /** The most times its time that is aimed at; null where nothing is. */
  readonly aim: number | null;
}

export interface Outcome {
  readonly name: string;
  readonly ours: Measure;
  readonly rivals: readonly { readonly name: string; readonly aim: number | null; readonly measure: Measure }[];
  readonly twice: { readonly name: string; readonly measure: Measure } | null;
}

export interface Measure {
  /** The fastest turn by the clock. */
  readonly seconds: number;
  /** Processor time, on average; null where the system does not tell. */
  readonly cpu: number | null;
}

export function contestsIn(workplace: string, { files, apps }: Scale, rounds: number): readonly Outcome[] {
  const legacy = appAt(join(workplace, 'legacy'), 'custom-path-literal');
  const without = appAt(join(workplace, 'without'), 'v4-startup');
  const tree = (size: number) => treeAt(join(workplace, `tree-${size}`), size);
  const fleet = (size: number) => fleetAt(join(workplace, `fleet-${size}`), size, mixed);
  const [oneTree, oneFleet] = [tree(files), fleet(apps)];
  const others = fleetAt(join(workplace, 'others'), apps, withoutMaskinporten);
  const node = (aim: number | null): readonly Rival[] => [{ program: emptyNode(), aim }];
  const alone = { twice: null };
  const contests: readonly Contest[] = [
    { name: '`--help`', ours: help(), rivals: node(null), ...alone },
    { name: 'an app without Maskinporten', ours: audit(without, { apps: 1, findings: 1 }), rivals: node(2), ...alone },
    { name: 'a legacy app', ours: audit(legacy, { apps: 1, findings: 2 }), rivals: node(4), ...alone },
    { name: '`fix` of a legacy app', ours: fix(legacy), rivals: node(null), ...alone },
    {
      name: `an app of ${count(files)} C# files`,
      ours: audit(oneTree, { apps: 1, findings: hitsIn(files) }),
      rivals: [
        { program: astGrep(oneTree, hitsIn(files)), aim: 0.25 },
        { program: ripgrep(oneTree, hitsIn(files)), aim: null },
      ],
      twice: {
        name: `${count(files)} to ${count(2 * files)} C# files in an app`,
        ours: audit(tree(2 * files), { apps: 1, findings: hitsIn(2 * files) }),
      },
    },
    {
      name: `${count(apps)} apps, five of six with Maskinporten`,
      ours: audit(oneFleet, { apps, findings: apps }),
      rivals: [{ program: ripgrep(oneFleet, apps / 2), aim: 8 }],
      twice: {
        name: `${count(apps)} to ${count(2 * apps)} apps`,
        ours: audit(fleet(2 * apps), { apps: 2 * apps, findings: 2 * apps }),
      },
    },
    {
      name: `${count(apps)} apps without`,
      ours: audit(others, { apps, findings: apps / 2 }),
      rivals: [{ program: searchIn(others, apps), aim: 8 }],
      ...alone,
    },
  ];
  return contests.map((contest) => held(contest, rounds));
}

/** Where none of the words is, rg ends with 1: a word that every app has makes it read as much. */
function searchIn(path: string, apps: number): Program {
  const { args, ...rest } = ripgrep(path, apps);
  return { ...rest, args: ['-e', 'Altinn.App', ...args] };
}

function count(number: number): string {
  return number.toLocaleString('en');
}

/** Short turns are measured more often: another program's turn on the processor is long beside them. */
export const shortTurns = { seconds: 1, times: 4 };

/** In turns, so that all meet the same machine; the first turn, which fills the disk's cache, is left aside. */
function held({ name, ours, rivals, twice }: Contest, rounds: number): Outcome {
  const programs = [ours, ...rivals.map(({ program }) => program), ...(twice === null ? [] : [twice.ours])];
  const turn = () => programs.map(run);
  const seconds = turn().reduce((sum, one) => sum + one.seconds, 0);
  const times = seconds < shortTurns.seconds ? shortTurns.times * rounds : rounds;
  const turns = Array.from({ length: times }, turn);
  const measureAt = (index: number) => measureOf(turns.flatMap((runs) => runs.slice(index, index + 1)));
  return {
    name,
    ours: measureAt(0),
    rivals: rivals.map(({ program, aim }, index) => ({ name: program.name, aim, measure: measureAt(index + 1) })),
    twice: twice === null ? null : { name: twice.name, measure: measureAt(programs.length - 1) },
  };
}

function measureOf(runs: readonly Run[]): Measure {
  const cpu = runs.map((one) => one.cpu).filter((one) => one !== null);
  const sum = cpu.reduce((total, one) => total + one, 0);
  return {
    seconds: Math.min(...runs.map((one) => one.seconds)),
    cpu: cpu.length === runs.length ? sum / runs.length : null,
  };
}
