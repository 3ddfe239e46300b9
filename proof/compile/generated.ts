import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Outcome, outcomeOf, type Part } from '../part.ts';
import { compileSnapshots, type Tools } from './compile-snapshots.ts';
import { filesAfterSwitch } from './fix-in-process.ts';
import { type GeneratedApp, generatedApps } from './generated-apps.ts';
import { failuresOf } from './judge.ts';
import { openRoslyn } from './roslyn.ts';
import type { Snapshot } from './snapshots.ts';

const each = 150;

/** What the generators of the property tests make compiles before the switch and after it. */
export const generated: Part = async ({ dotnet }) => {
  const opened = await openRoslyn(dotnet);
  if (opened.kind !== 'opened') return opened;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-generated-')));
  try {
    return await compileGenerated({ dotnet, roslyn: opened.roslyn }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function compileGenerated(tools: Tools, folder: string): Promise<Outcome> {
  const apps = generatedApps(each);
  const snapshots: Snapshot[] = [];
  for (const app of apps) snapshots.push(...(await layOut(app, join(folder, 'apps', app.name))));
  const compiled = await compileSnapshots(tools, snapshots, join(folder, 'facts'));
  if (compiled === null) return { kind: 'unable', reason: 'the package source has no reference assemblies of .NET' };
  const failures = failuresOf(compiled.judged);
  const isExpected = (failure: string) => isOfDoubt(failure, snapshots);
  const changed = snapshots.length - apps.length;
  return outcomeOf(
    [
      `${apps.length} generated apps compiled as made, and ${changed} of them after the switch, which changes those`,
      `${failures.filter(isExpected).length} times the compiler says that services may be null, where the app has asked with services?. before`,
    ],
    failures.filter((failure) => !isExpected(failure)),
  );
}

async function layOut({ name, files }: GeneratedApp, folder: string): Promise<readonly Snapshot[]> {
  const before: Snapshot = { fixture: name, after: 'before', folder: join(folder, 'before') };
  for (const [path, text] of Object.entries(files)) write(join(before.folder, path), text);
  const texts = await filesAfterSwitch(before.folder);
  if (texts.size === 0) return [before];
  const after: Snapshot = { fixture: name, after: 'switch', folder: join(folder, 'switch') };
  cpSync(before.folder, after.folder, { recursive: true });
  for (const [path, text] of texts) {
    if (text === null) rmSync(join(after.folder, path));
    else write(join(after.folder, path), text);
  }
  return [before, after];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * The framework's methods say that they take no null, which the external package's did not say. So a rewritten call may be told of
 * below a `services?.` of the app, which says that it may be null.
 */
function isOfDoubt(failure: string, snapshots: readonly Snapshot[]): boolean {
  const told =
    /^(\S+) \(after switch\): (.+?):(\d+): CS8604 .* 'services' in '.* HttpClientFactoryServiceCollectionExtensions\./;
  const [, name, file, line] = told.exec(failure) ?? [];
  const snapshot = snapshots.find(({ fixture, after }) => fixture === name && after === 'switch');
  if (snapshot === undefined || file === undefined) return false;
  const above = readFileSync(join(snapshot.folder, file), 'utf8')
    .split(/\r\n|\n/)
    .slice(0, Number(line));
  return /\bservices\s*\?\s*\./.test(above.join('\n'));
}
