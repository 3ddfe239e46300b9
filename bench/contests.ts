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
  /** The most times the other's time that DESIGN allows; null where it says nothing. */
  readonly aim: number | null;
  readonly ours: Program;
  readonly other: Program;
}

export interface Outcome {
  readonly name: string;
  readonly aim: number | null;
  readonly other: string;
  readonly ours: Measure;
  readonly theirs: Measure;
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
  const tree = treeAt(join(workplace, 'tree'), files);
  const fleet = fleetAt(join(workplace, 'fleet'), apps, mixed);
  const others = fleetAt(join(workplace, 'others'), apps, withoutMaskinporten);
  const [hits, empty] = [hitsIn(files), emptyNode()];
  const auditOfTree = audit(tree, { apps: 1, findings: hits });
  const contests: readonly Contest[] = [
    { name: '`--help`', aim: null, ours: help(), other: empty },
    { name: 'an app without Maskinporten', aim: 2, ours: audit(without, { apps: 1, findings: 1 }), other: empty },
    { name: 'a legacy app', aim: 4, ours: audit(legacy, { apps: 1, findings: 2 }), other: empty },
    { name: '`fix` of a legacy app', aim: null, ours: fix(legacy), other: empty },
    { name: `an app of ${count(files)} C# files`, aim: 0.25, ours: auditOfTree, other: astGrep(tree, hits) },
    { name: 'the same', aim: null, ours: auditOfTree, other: ripgrep(tree, hits) },
    {
      name: `${apps} apps, five of six with Maskinporten`,
      aim: 8,
      ours: audit(fleet, { apps, findings: apps }),
      other: ripgrep(fleet, apps / 2),
    },
    {
      name: `${apps} apps without`,
      aim: 8,
      ours: audit(others, { apps, findings: apps / 2 }),
      other: searchIn(others, apps),
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

/**
 * In turns, so that both meet the same machine; the first turn, which fills the disk's cache, is left aside. Short ones are
 * measured more often: another program's turn on the processor is long beside them.
 */
function held({ name, aim, ours, other }: Contest, rounds: number): Outcome {
  const turn = () => [run(ours), run(other)] as const;
  const times = turn()[0].seconds < 1 ? 4 * rounds : rounds;
  const turns = Array.from({ length: times }, turn);
  return {
    name,
    aim,
    other: other.name,
    ours: measureOf(turns.map(([one]) => one)),
    theirs: measureOf(turns.map(([, one]) => one)),
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
