import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, outcomeOf, type Part } from '../part.ts';
import { type CompiledSnapshots, compileSnapshots, type Tools } from './compile-snapshots.ts';
import { expectations } from './expectations.ts';
import { failuresOf } from './judge.ts';
import { numbersOf } from './numbers.ts';
import { compareWithBuilds, type RealBuilds } from './real-build.ts';
import { openRoslyn } from './roslyn.ts';
import { layOutFixtures } from './snapshots.ts';

/**
 * Every fixture compiles before and after each phase, with the libraries of its version line. `--build` also has MSBuild
 * build a few, to compare.
 */
export const compile: Part = async ({ dotnet, options }) => {
  const opened = await openRoslyn(dotnet);
  if (opened.kind !== 'opened') return opened;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-compile-')));
  try {
    return await compileFixtures({ dotnet, roslyn: opened.roslyn }, folder, options.includes('--build'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function compileFixtures(tools: Tools, folder: string, builds: boolean): Promise<Outcome> {
  const compiled = await compileSnapshots(tools, layOutFixtures(join(folder, 'apps')), join(folder, 'facts'));
  if (compiled === null) return { kind: 'unable', reason: 'the package source has no reference assemblies of .NET' };
  const unread = compiled.snapshots.flatMap((one) =>
    one.unread.map((path) => `${one.fixture}: MSBuild cannot read ${path}`),
  );
  const real: RealBuilds = builds
    ? await compareWithBuilds(tools, compiled.judged, join(folder, 'stand-ins'))
    : { builds: 0, failures: [] };
  return outcomeOf(
    [
      ...numbersOf(compiled.judged),
      sumOf(compiled),
      ...(builds ? [`${real.builds} projects built by MSBuild too, which says the same of them`] : []),
      ...expectations.map(({ fixture, why }) => `expected of ${fixture}: ${why}`),
    ],
    [...unread, ...compiled.ofStandIns, ...failuresOf(compiled.judged), ...real.failures],
  );
}

function sumOf({ snapshots, judged, standIns }: CompiledSnapshots): string {
  const fixtures = new Set(snapshots.map(({ fixture }) => fixture)).size;
  const phases = snapshots.length - fixtures;
  return `${fixtures} fixtures before and ${phases} states after a phase: ${judged.length} projects and ${standIns} stand-ins compiled`;
}
