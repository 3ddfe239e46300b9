import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../project.ts';

/** A copy of the project with other sources, whose tests run in our stand-in for vitest. */
export interface Sandbox {
  readonly folder: string;
  readonly tests: readonly string[];
  remove(): void;
}

/**
 * Tests that cannot run here, or tell little for what they take. Those that start other processes (the built binary,
 * vitest, the compiler) run sources without mutants; those of other rooms do not reach what is mutated; file snapshots
 * need vitest itself. Property tests and those that plan each finding of each fixture by itself take a minute or more;
 * the first also draw anew each time, so a mutant would be found out on some days only.
 */
const leftOut = [
  /^(cli|contributors|end-to-end|files|fuzz|package|structure|syntax|words)\//,
  /^commands\/(?!every-fixture)/,
  /^report\/(browser|sarif)\//,
  /^report\/(golden|golden-lists|html|page|report-schema)\.test\.ts$/,
  /^report\/checklist\/(golden|checklist-text|update-text)\.test\.ts$/,
  /^migrate\/(every-fixture-alone|scopes-stay)\.test\.ts$/,
  /\.property\.test\.ts$/,
];

export function makeSandbox(texts: ReadonlyMap<string, string>): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'maskinflytt-mutate-'));
  for (const name of readdirSync(projectRoot)) {
    if (!['src', 'test', 'fixtures', '.git'].includes(name)) symlinkSync(join(projectRoot, name), join(folder, name));
  }
  for (const name of ['src', 'fixtures']) cpSync(projectRoot + name, join(folder, name), { recursive: true });
  for (const [path, text] of texts) writeFileSync(join(folder, path), text);
  const standIn = new URL('stand-in.ts', import.meta.url).href;
  const files = readdirSync(`${projectRoot}test`, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length));
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('.ts')) cpSync(projectRoot + path, join(folder, path));
    else
      writeFileSync(
        join(folder, path),
        readFileSync(projectRoot + path, 'utf8').replace(/ from 'vitest';/, ` from '${standIn}';`),
      );
  }
  const tests = files.filter(
    (path) => path.endsWith('.test.ts') && !leftOut.some((pattern) => pattern.test(path.slice('test/'.length))),
  );
  return { folder, tests: tests.sort(), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
