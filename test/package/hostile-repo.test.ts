import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { maskinflytt } from '../end-to-end/binary.ts';
import { emptyFolder, git, removeRepos, repoOfFixture } from '../end-to-end/repo.ts';

afterAll(removeRepos);

test('a repo cannot make the audit or the patch run what it brings', { timeout: 300_000 }, async () => {
  const repo = repoOfFixture('custom-path-literal');
  const fallen = join(emptyFolder(), 'fallen');
  const trap = (name: string) => `sh -c 'echo ${name} >> ${fallen}; cat'`;
  const settings: readonly (readonly [string, string])[] = [
    ['core.fsmonitor', trap('fsmonitor')],
    ['core.pager', trap('pager')],
    ['core.editor', trap('editor')],
    ['core.askPass', trap('askpass')],
    ['core.sshCommand', trap('ssh')],
    ['core.gitProxy', trap('proxy')],
    ['core.hooksPath', 'hooks'],
    ['diff.external', trap('diff')],
    ['diff.trap.textconv', trap('textconv')],
    ['diff.trap.command', trap('diff driver')],
    ['filter.trap.clean', trap('clean')],
    ['filter.trap.smudge', trap('smudge')],
    ['filter.trap.process', trap('process')],
    ['merge.trap.driver', trap('merge')],
    ['credential.helper', `!${trap('credential')}`],
    ['gpg.program', trap('gpg')],
    ['alias.status', `!${trap('alias')}`],
    ['alias.ls-files', `!${trap('alias')}`],
    ['pager.status', trap('pager')],
    ['interactive.diffFilter', trap('filter')],
    ['remote.origin.url', `ext::${trap('remote')}`],
    ['remote.origin.promisor', 'true'],
    ['extensions.partialClone', 'origin'],
    ['include.path', 'more-config'],
  ];
  for (const [name, value] of settings) git(repo, 'config', name, value);
  writeFileSync(
    join(repo, '.git/more-config'),
    `[filter "trap2"]\n\tclean = "${trap('included').replaceAll("'", '')}"\n`,
  );
  writeFileSync(join(repo, '.git/info/attributes'), '*.cs filter=trap diff=trap merge=trap\n*.json filter=trap2\n');
  const hook = `#!/bin/sh\necho hook >> ${fallen}\n`;
  for (const name of [
    'post-index-change',
    'fsmonitor-watchman',
    'post-checkout',
    'reference-transaction',
    'pre-commit',
  ]) {
    for (const folder of ['.git/hooks', 'hooks', 'node_modules/.bin', '.']) {
      const program = folder.endsWith('bin') || folder === '.' ? 'git' : name;
      const file = join(repo, folder, program);
      mkdirSync(join(repo, folder), { recursive: true });
      writeFileSync(file, hook, { mode: 0o755 });
    }
  }
  // MSBuild would run this when the project is opened; it is read as text.
  writeFileSync(
    join(repo, 'Directory.Build.targets'),
    `<Project><Target Name="T" BeforeTargets="Restore"><Exec Command="echo msbuild >> ${fallen}" /></Target></Project>`,
  );
  const env = { PATH: `${join(repo, 'node_modules/.bin')}:.::${process.env.PATH}` };
  for (const [code, ...args] of [
    [1, 'audit'],
    [0, 'fix'],
    [0, 'fix', '--phase', 'switch', '--write', '--scopes-added'],
  ] as const) {
    expect((await maskinflytt(repo, args, { env })).code, args.join(' ')).toBe(code);
    expect(existsSync(fallen) ? readFileSync(fallen, 'utf8') : '', args.join(' ')).toBe('');
  }
  // The traps are real: who works in such a repo by hand falls into them.
  writeFileSync(join(repo, 'App/Program.cs'), '\n');
  spawnSync('git', ['status'], { cwd: repo });
  expect(readFileSync(fallen, 'utf8')).toContain('fsmonitor');
});
