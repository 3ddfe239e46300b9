import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { emptyFolder, removeRepos, repoOfFixture } from '../../test/end-to-end/repo.ts';
import { runProcess } from '../../test/end-to-end/run-process.ts';
import { projectRoot } from '../project.ts';

/** Commands in a text, run one after the other on one app, each with what it prints. */
const consoleBlock = /^```console\n([\s\S]*?)^```$/gm;
const fixtureOf = /^<!-- The app: fixtures\/([\w-]+)\/app\./m;

/** The same text with what each command prints today. */
export async function refreshStory(text: string): Promise<string> {
  const [, fixture] = fixtureOf.exec(text) ?? [];
  if (fixture === undefined) throw new Error('The text does not say on which fixture its commands run.');
  try {
    const repo = repoOfFixture(fixture);
    const env = environmentOf(emptyFolder());
    const told: string[] = [];
    let last = 0;
    for (const block of text.matchAll(consoleBlock)) {
      told.push(text.slice(last, block.index), await ran(block[1] ?? '', repo, env));
      last = block.index + block[0].length;
    }
    return [...told, text.slice(last)].join('');
  } finally {
    removeRepos();
  }
}

/** The built binary by its name, and commits that are the same everywhere. */
function environmentOf(folder: string): Readonly<Record<string, string>> {
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  const launcher = join(programs, 'maskinflytt');
  writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" "${projectRoot}bin/maskinflytt.js" "$@"\n`);
  chmodSync(launcher, 0o755);
  return {
    PATH: [programs, process.env.PATH].join(delimiter),
    HOME: folder,
    LANG: 'C.UTF-8',
    COLUMNS: '100',
    GIT_AUTHOR_NAME: 'Kari',
    GIT_AUTHOR_EMAIL: 'kari@example.com',
    GIT_COMMITTER_NAME: 'Kari',
    GIT_COMMITTER_EMAIL: 'kari@example.com',
  };
}

async function ran(block: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  const shown: string[] = [];
  for (const line of block.split('\n').filter((one) => one.startsWith('$ '))) {
    const command = `exec 2>&1; ${line.slice(2)}`;
    const { stdout } = await runProcess('bash', ['-c', command], { cwd, env, seconds: 60 });
    const printed = stdout.trimEnd();
    shown.push(line, ...(printed === '' ? [] : [printed]));
  }
  return ['```console', ...shown, '```'].join('\n');
}
