import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dotnet } from '../dotnet.ts';
import { type Outcome, outcomeOf, type Part } from '../part.ts';
import { type EvaluatedSnapshot, evaluateSnapshots } from './evaluated.ts';
import { expectations } from './expectations.ts';
import { compiledOf } from './jobs.ts';
import { failuresOf, type Judged } from './judge.ts';
import { numbersOf } from './numbers.ts';
import { openRoslyn, type Roslyn } from './roslyn.ts';
import { layOutFixtures } from './snapshots.ts';
import { sourceFor } from './source.ts';

/** Every fixture compiles before and after each phase, with the libraries of its version line. */
export const compile: Part = async ({ dotnet }) => {
  if (dotnet === null) return { kind: 'unable', reason: 'there is no .NET SDK on this machine' };
  const roslyn = await openRoslyn(dotnet);
  if (typeof roslyn === 'string') return { kind: 'unable', reason: roslyn };
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-compile-')));
  try {
    return await compileFixtures(dotnet, roslyn, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function compileFixtures(dotnet: Dotnet, roslyn: Roslyn, folder: string): Promise<Outcome> {
  const snapshots = await evaluateSnapshots(dotnet, layOutFixtures(join(folder, 'apps')), join(folder, 'facts'));
  const projects = snapshots.flatMap((one) => one.projects);
  const source = await sourceFor(dotnet, projects);
  if (source === null) return { kind: 'unable', reason: 'the package source has no reference assemblies of .NET' };
  const compiled = snapshots.flatMap((snapshot) =>
    snapshot.projects.map((project) => ({ snapshot, compiled: compiledOf(project, snapshot.projects, source) })),
  );
  const jobs = new Map(
    compiled.flatMap((one) => [...one.compiled.standIns, one.compiled.job]).map((job) => [job.id, job]),
  );
  const answers = await roslyn.diagnosticsOf([...jobs.values()]);
  const own = new Set(compiled.map((one) => one.compiled.job.id));
  const judged: readonly Judged[] = compiled.map((one) => ({
    ...one,
    diagnostics: answers[one.compiled.job.id] ?? [],
  }));
  const standIns = Object.entries(answers).filter(([id]) => !own.has(id));
  return outcomeOf(
    [...numbersOf(judged), sumOf(snapshots, judged.length, jobs.size - own.size), `expected: ${expected()}`],
    [
      ...snapshots.flatMap(({ fixture, unread }) => unread.map((path) => `${fixture}: MSBuild cannot read ${path}`)),
      ...standIns.flatMap(([id, told]) => told.map(({ code, message }) => `stand-in ${id}: ${code} ${message}`)),
      ...failuresOf(judged),
    ],
  );
}

function sumOf(snapshots: readonly EvaluatedSnapshot[], projects: number, standIns: number): string {
  const fixtures = new Set(snapshots.map(({ fixture }) => fixture)).size;
  const phases = snapshots.length - fixtures;
  return `${fixtures} fixtures before and ${phases} states after a phase: ${projects} projects and ${standIns} stand-ins compiled`;
}

function expected(): string {
  return expectations.map(({ fixture, at, why }) => `${fixture} (${at}): ${why}`).join('; ');
}
