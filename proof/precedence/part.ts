import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { restore, type Source } from '../compile/restore.ts';
import { type Dotnet, workplace } from '../dotnet.ts';
import { outcomeOf, type Part } from '../part.ts';
import { openHarness } from '../wire/harness.ts';
import { type Credentials, makeCredentials } from './credentials.ts';
import { type GeneratedApp, versions } from './generated-app.ts';
import { type Judged, judge, mayLeaveKey } from './judge-subject.ts';
import { framework, librariesFor, type Origin } from './libraries.ts';
import { matrixApps } from './matrix.ts';
import { failuresOf, librariesTold, numbersOf } from './numbers.ts';
import { randomApps } from './random-app.ts';
import { runAll, type Staged } from './runner.ts';
import { emptied, type Subject, seenIn, stage, subjectsOf } from './subject.ts';
import { historyIn, leftKeyWorld, possibleWorlds, supposedWorld } from './worlds.ts';

const seed = 2026;

/** What the tool says of who wins and of what flips an app, against the app running. `--apps=2000` draws so many. */
export const precedence: Part = async ({ dotnet, options }) => {
  const built = await dotnet.build(fileURLToPath(new URL('runner/runner.csproj', import.meta.url)), 'runner');
  if (built.kind !== 'built') return built;
  const source = await restored(dotnet);
  const harness = await openHarness(dotnet);
  if ('kind' in harness && harness.kind === 'failed') return harness;
  const forTokens = 'kind' in harness ? [] : harness.tokenLibraries;
  const folder = mkdtempSync(join(tmpdir(), 'maskinflytt-precedence-'));
  try {
    const credentials = makeCredentials('https://maskinporten.example');
    const pairs: Pair[] = [];
    const staged: Staged[] = [];
    const origins: Origin[] = [];
    const apps = drawn(options);
    for (const [number, app] of apps.entries()) {
      const libraries = librariesFor(app, source, forTokens);
      origins.push(...libraries.origins);
      const some = await pairsOf(app, number, credentials, folder);
      pairs.push(...some);
      staged.push(...some.flatMap((pair) => startsOf(pair, libraries)));
    }
    const observations = await runAll(dotnet, built.assembly, staged, credentials, join(folder, 'mounts'));
    const seen = seenIn(observations);
    const judged: readonly Judged[] = pairs.map(({ subject, without }) => judge(subject, without, seen));
    const drawnApps = `${apps.length} apps, ${pairs.length - apps.length} of them also patched, ${staged.length} starts`;
    return outcomeOf([drawnApps, ...numbersOf(judged), ...librariesTold(origins)], judged.flatMap(failuresOf));
  } finally {
    if (!options.includes('--keep')) rmSync(folder, { recursive: true, force: true });
  }
};

/** An app, and the same without the values that must go from its files. */
interface Pair {
  readonly subject: Subject;
  readonly without: Subject | null;
}

async function pairsOf(
  app: GeneratedApp,
  number: number,
  credentials: Credentials,
  folder: string,
): Promise<readonly Pair[]> {
  const subjects = await subjectsOf(app, number, credentials, folder);
  return subjects.map((subject) => ({ subject, without: emptied(subject, credentials, folder) }));
}

function startsOf({ subject, without }: Pair, libraries: Staged['libraries']): readonly Staged[] {
  const { app, claims } = subject;
  const { before, added, removed } = historyIn(supposedWorld(app, claims));
  const left = mayLeaveKey(subject) ? [leftKeyWorld(app, claims)] : [];
  return [
    ...stage(subject, [...possibleWorlds(app), before, added, removed, ...left], libraries),
    ...(without ? stage(without, [historyIn(supposedWorld(without.app, without.claims)).removed], libraries) : []),
  ];
}

/** The real libraries, as far as the package source has the very versions. */
async function restored(dotnet: Dotnet): Promise<Source> {
  const folder = join(workplace, 'precedence-libraries');
  mkdirSync(folder, { recursive: true });
  const cores = versions.map((version) => ({ id: 'Altinn.App.Core', version, framework }));
  const storage = { id: 'Altinn.Platform.Storage.Interface', version: '4.*', framework };
  return restore(dotnet, [], [storage, ...cores], folder);
}

/** As many apps as are asked for, of the matrix as far as it reaches; else a third of it and some random ones. */
function drawn(options: readonly string[]): readonly GeneratedApp[] {
  const matrix = matrixApps();
  const asked = options.map((option) => /^--apps=(\d+)$/.exec(option)?.[1]).find((count) => count !== undefined);
  if (asked === undefined) return [...spreadOver(matrix, Math.ceil(matrix.length / 3)), ...randomApps(100, seed)];
  const count = Number(asked);
  return [...spreadOver(matrix, count), ...randomApps(Math.max(0, count - matrix.length), seed)];
}

function spreadOver(matrix: readonly GeneratedApp[], count: number): readonly GeneratedApp[] {
  if (count >= matrix.length) return matrix;
  const isTaken = (index: number) =>
    Math.floor((index * count) / matrix.length) !== Math.floor(((index - 1) * count) / matrix.length);
  return matrix.filter((_, index) => isTaken(index));
}
