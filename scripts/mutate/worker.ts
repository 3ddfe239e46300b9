import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Asked, Job, Loaded, Memory, Outcome, Reach, Trial, Tried } from './messages.ts';
import { activate, countAnew, installSwitch, stopWatching, wasEndless, watchReach } from './mutant-switch.ts';
import { type DeclaredTest, preparedIn, runTest, setUp, tearDown, testsIn } from './stand-in.ts';

/** A process that has the tests loaded and tries one mutant after the other. */

/** Tests that share what is prepared for them; most stand alone. */
interface Group {
  readonly tests: readonly { readonly test: DeclaredTest; readonly reached: Reach }[];
  readonly prepared: ReturnType<typeof preparedIn>;
  readonly milliseconds: number;
  /** By any of its tests. */
  readonly reached: Reach;
}

const groups: Group[] = [];
let mostHits: Uint32Array = new Uint32Array();
/** By file: the groups that last found a mutant out, the latest first. */
const finders = new Map<string, readonly Group[]>();
const mostFinders = 12;
/** All of them, in the order in which they are asked about the files of a folder. */
const byFolder = new Map<string, readonly Group[]>();

async function load({ folder, tests, mutants, memory }: Job): Promise<Loaded> {
  installSwitch();
  const atLoad = watchReach(mutants);
  const declared: DeclaredTest[] = [];
  for (const file of tests) declared.push(...(await testsIn(file, pathToFileURL(join(folder, file)).href)));
  stopWatching();
  const failing: string[] = [];
  const together = inGroups(declared);
  const known = memory ?? (await runAll(together, mutants, failing));
  mostHits = known.mostHits;
  for (const [index, members] of together.entries()) {
    const { milliseconds = 0, tests: reaches = [] } = known.groups[index] ?? {};
    const reached = union(reaches, mutants);
    const withReach = members.map((test, at) => ({ test, reached: reaches[at] ?? reached }));
    groups.push({ tests: withReach, prepared: preparedOf(members), milliseconds, reached });
  }
  const onLoading = new Set(atLoad.reached);
  const reach = Array.from({ length: mutants }, (_, mutant) => {
    const reaching = groups.filter(({ reached }) => holds(reached, mutant));
    if (reaching.length === 0 && onLoading.has(mutant)) return null;
    return reaching.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  });
  groups.sort((a, b) => a.milliseconds - b.milliseconds);
  return { kind: 'loaded', tests: declared.length, failing, reach, memory: known };
}

function inGroups(declared: readonly DeclaredTest[]): readonly (readonly DeclaredTest[])[] {
  const bySuite = new Map<unknown, DeclaredTest[]>();
  for (const test of declared) {
    const key = preparedIn(test) ?? test;
    const members = bySuite.get(key);
    if (members === undefined) bySuite.set(key, [test]);
    else members.push(test);
  }
  return [...bySuite.values()];
}

function preparedOf([first]: readonly DeclaredTest[]): ReturnType<typeof preparedIn> {
  return first === undefined ? null : preparedIn(first);
}

async function runAll(
  together: readonly (readonly DeclaredTest[])[],
  mutants: number,
  failing: string[],
): Promise<Memory> {
  const most = new Uint32Array(mutants);
  const known: Memory['groups'][number][] = [];
  for (const members of together) known.push(await runGroup(members, most, failing));
  stopWatching();
  return { groups: known, mostHits: most };
}

async function runGroup(
  members: readonly DeclaredTest[],
  most: Uint32Array,
  failing: string[],
): Promise<Memory['groups'][number]> {
  const started = processorTime();
  const atSetUp = watchReach(most.length);
  await setUp(preparedOf(members));
  keepMost(atSetUp, most);
  const tests: Reach[] = [];
  for (const test of members) {
    const watch = watchReach(most.length);
    const failed = await fails(test);
    keepMost(watch, most);
    // What fails without a mutant says nothing about one: it reaches none.
    tests.push(bits(failed ? [] : [...watch.reached, ...atSetUp.reached], most.length));
    if (failed) failing.push(`${test.file}: ${test.name.slice(0, 80)}`);
  }
  await tearDown(preparedOf(members));
  return { milliseconds: processorTime() - started, tests };
}

function keepMost({ counts, reached }: ReturnType<typeof watchReach>, most: Uint32Array): void {
  for (const mutant of reached) most[mutant] = Math.max(most[mutant] ?? 0, counts[mutant] ?? 0);
}

async function tryMutant({ mutant, file, patience }: Trial): Promise<Tried> {
  const number = Number(mutant);
  activate(number, Math.max(10_000, 100 * (mostHits[number] ?? 0)));
  const outcome = await outcomeOf(number, file, patience);
  activate(null, 0);
  return { kind: 'tried', mutant, outcome };
}

async function outcomeOf(mutant: number, file: string, patience: number): Promise<Outcome> {
  const recent = finders.get(file) ?? [];
  const started = processorTime();
  for (const group of new Set([...recent, ...nearestFirst(file)])) {
    if (!holds(group.reached, mutant)) continue;
    if (processorTime() - started > patience) return { kind: 'survived-most' };
    if (!(await finds(group, mutant))) continue;
    finders.set(file, [group, ...recent.filter((one) => one !== group)].slice(0, mostFinders));
    return { kind: wasEndless() ? 'endless' : 'killed' };
  }
  return { kind: 'survived' };
}

/** The tests mirror the sources: those that stand beside a file know it best. Of equally near ones, the quickest first. */
function nearestFirst(file: string): readonly Group[] {
  const folder = dirname(file);
  const known = byFolder.get(folder);
  if (known !== undefined) return known;
  const near = new Map(groups.map((group) => [group, commonFolders(folder, dirname(group.tests[0]?.test.file ?? ''))]));
  const sorted = groups.toSorted((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0));
  byFolder.set(folder, sorted);
  return sorted;
}

/** Below `src` and below `test`. */
function commonFolders(folder: string, other: string): number {
  const [names, others] = [folder.split('/').slice(1), other.split('/').slice(1)];
  const apart = others.findIndex((name, depth) => name !== names[depth]);
  return apart === -1 ? others.length : apart;
}

async function finds({ tests, prepared }: Group, mutant: number): Promise<boolean> {
  try {
    countAnew();
    await setUp(prepared);
    for (const { test, reached } of tests) {
      if (!holds(reached, mutant)) continue;
      countAnew();
      if (await fails(test)) return true;
    }
    return false;
  } catch {
    return true;
  } finally {
    await tearDown(prepared).catch(() => undefined);
  }
}

/** A loop without an end counts, also where the code under test has swallowed the error. */
async function fails(test: DeclaredTest): Promise<boolean> {
  try {
    await runTest(test);
    return wasEndless();
  } catch {
    return true;
  }
}

/** In milliseconds. What else the machine does makes no test slower, and no mutant survive. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function union(reaches: readonly Reach[], size: number): Reach {
  const all = new Uint8Array(Math.ceil(size / 8));
  for (const one of reaches) for (const [at, byte] of one.entries()) all[at] = (all[at] ?? 0) | byte;
  return all;
}

function bits(mutants: readonly number[], size: number): Uint8Array {
  const all = new Uint8Array(Math.ceil(size / 8));
  for (const mutant of mutants) all[mutant >> 3] = (all[mutant >> 3] ?? 0) | (1 << (mutant & 7));
  return all;
}

function holds(all: Uint8Array, mutant: number): boolean {
  return ((all[mutant >> 3] ?? 0) & (1 << (mutant & 7))) !== 0;
}

process.on('message', (asked: Asked) => {
  const answer = asked.kind === 'load' ? load(asked.job) : tryMutant(asked);
  answer.then(
    (told) => process.send?.(told),
    (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
// A mutant may throw where nobody waits for it.
process.on('unhandledRejection', () => undefined);
