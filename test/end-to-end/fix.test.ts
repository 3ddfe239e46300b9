import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot, type Run } from './binary.ts';
import { commitAll, emptyFolder, filesBelow, git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const program = 'App/Program.cs';
const record = 'maskinflytt.migration.json';
const assured = ['--scopes-added'];

function filesOf(repo: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesBelow(repo));
}

function apply(repo: string, patch: string, ...options: readonly string[]): void {
  writeFileSync(join(repo, '.git', 'test.patch'), patch);
  git(repo, 'apply', ...options, '.git/test.patch');
}

/** git takes its user from the environment; a test machine may have none. */
const env = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

describe.concurrent('the phase', () => {
  const repo = repoOfFixture('two-phases');

  test('is by default the earliest that has a patch, and the next one is said', async () => {
    const { code, stdout, stderr } = await maskinflytt(repo, ['fix']);
    expect(code).toBe(0);
    expect(stdout).toBe((await maskinflytt(repo, ['fix', '--phase', 'prepare'])).stdout);
    expect(stdout).toContain('UseMaskinportenAuthorization');
    expect(stdout).not.toContain('-    services.ConfigureMaskinportenClient');
    expect(stderr).toContain('Phase switch has a patch too, for later: maskinflytt fix --phase switch\n');
  });

  test('can be named, and holds its own changes only', async () => {
    const { stdout } = await maskinflytt(repo, ['fix', '--phase', 'switch']);
    expect(stdout).toContain('ConfigureMaskinportenClient');
    expect(stdout).not.toContain('+        .UseMaskinportenAuthorization');
    const cleanup = await maskinflytt(repo, ['fix', '--phase', 'cleanup']);
    expect(cleanup).toMatchObject({ code: 0, stdout: '' });
    expect(cleanup.stderr).toContain('Nothing to patch in phase cleanup.\n');
  });

  test('waits, as is said, for what people must do in the ones before', async () => {
    const mixed = repoOfFixture('custom-path-literal');
    const core = '<PackageReference Include="Altinn.App.Core" Version="8.1.0" />';
    edit(mixed, 'App/App.csproj', (text) => text.replace(/<PackageReference Include="Altinn.App.Core"[^>]*>/, core));
    const { stdout, stderr } = await maskinflytt(mixed, ['fix', '--phase', 'switch']);
    const audited = JSON.parse((await maskinflytt(mixed, ['audit', '--format', 'json'])).stdout);
    const byHand = audited.apps[0].findings.filter(
      (one: { readonly phase: string; readonly fix: string }) => one.phase === 'prepare' && one.fix === 'manual',
    );
    expect(byHand.length).toBeGreaterThan(0);
    expect(stderr).toContain(`Phase prepare should be done before phase switch: ${byHand.length} finding`);
    expect(stdout === '').toBe(
      !audited.apps[0].findings.some((one: { readonly fix: string }) => one.fix === 'safe' || one.fix === 'review'),
    );
  });

  test('has nothing anywhere in an app that is done', async () => {
    const done = await maskinflytt(repoOfFixture('clean-v8'), ['fix']);
    expect(done).toEqual({ code: 0, stdout: '', stderr: 'Nothing to patch in any phase.\n' });
  });
});

describe.concurrent('what is taken', () => {
  test('is limited to safe fixes on request', async () => {
    const repo = repoOfFixture('configurers-stacked');
    const audited = JSON.parse((await maskinflytt(repo, ['audit', '--format', 'json'])).stdout);
    const tiers = audited.apps[0].findings.map(({ fix }: { readonly fix: string }) => fix);
    expect(tiers).toContain('review');
    expect(tiers).not.toContain('safe');
    expect((await maskinflytt(repo, ['fix', '--fixes', 'safe'])).stdout).toBe('');
    expect((await maskinflytt(repo, ['fix', '--fixes', 'review'])).stdout).toContain('# review: config/default-path\n');
  });

  test('is limited to rules that are named', async () => {
    const repo = repoOfFixture('two-phases');
    const only = await maskinflytt(repo, ['fix', '--rule', 'config/custom-path']);
    expect(only.stdout).toMatch(/^# safe: config\/custom-path\ndiff --git /);
    const without = await maskinflytt(repo, ['fix', '--skip-rule', 'clients/obsolete-spelling']);
    expect(without.stdout).toBe(only.stdout);
  });

  test('is what was answered with y or j, asked one by one with the change in view', async () => {
    const repo = repoOfFixture('several-apps');
    const ask = (stdin: string, ...options: readonly string[]) =>
      maskinflytt(repo, ['fix', '--phase', 'prepare', '--interactive', ...options], { stdin });
    const usual = await maskinflytt(repo, ['fix', '--phase', 'prepare']);
    const yes = await ask('y\n');
    expect(yes.stdout).toBe(usual.stdout);
    expect(yes.stderr).toContain('+        .UseMaskinportenAuthorization("mattr:prover.les");');
    expect(yes.stderr).toContain(
      'vannprove/src/App/Program.cs, clients/obsolete-spelling (safe fix): take this change? [y/n]',
    );
    for (const answer of ['YES\n', ' j \n', 'Ja\r\n', 'y']) expect((await ask(answer)).stdout).toBe(usual.stdout);
    for (const answer of ['n\n', '', '\n', 'yy\n', 'maybe\ny\n']) {
      const no = await ask(answer);
      expect([no.code, no.stdout]).toEqual([0, '']);
      expect(no.stderr).toContain('No change was taken.');
    }
    expect((await ask('j\n', '--lang', 'nb', '--quiet')).stderr).toContain('ta med denne endringen? [j/n]');
  });

  test('is asked for each change by itself', async () => {
    const repo = repoOfFixture('default-path-several');
    const phase = ['fix', '--phase', 'prepare', '--interactive'];
    const asked = (run: Run) => run.stderr.split('[y/n]').length - 1;
    const [none, first] = [
      await maskinflytt(repo, phase, { stdin: 'n\nn\nn\n' }),
      await maskinflytt(repo, phase, { stdin: 'y\n' }),
    ];
    expect(asked(none)).toBeGreaterThan(1);
    expect(asked(first)).toBe(asked(none));
    const removed = (text: string) => text.split('\n').filter((line) => /^-\s.*Maskinporten/.test(line)).length;
    const all = await maskinflytt(repo, ['fix', '--phase', 'prepare']);
    expect(removed(first.stdout)).toBeGreaterThan(0);
    expect(removed(first.stdout)).toBeLessThan(removed(all.stdout));
  });
});

describe.concurrent('the patch', () => {
  test('says before each file which rules changed it, and how sure they are', async () => {
    const { stdout } = await maskinflytt(repoOfFixture('custom-path-literal'), ['fix']);
    expect(stdout).toMatch(/^# safe: config\/custom-path\ndiff --git a\/App\/Program\.cs b\/App\/Program\.cs\n--- a/);
  });

  test('goes to a file, and the command that applies it works from here', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const printed = await maskinflytt(repo, ['fix']);
    const folder = emptyFolder();
    const { code, stdout, stderr } = await maskinflytt(folder, ['fix', '--output', 'new/it.patch', repo]);
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'new/it.patch'), 'utf8')).toBe(printed.stdout);
    const command = /Apply it with: (.+)/.exec(stderr)?.[1] ?? 'false';
    expect(spawnSync('bash', ['-c', command], { cwd: folder }).status).toBe(0);
    expect((await maskinflytt(repo, ['fix', '--phase', 'switch'])).stdout).toBe('');
  });

  test('goes through a pipe with the command that is printed', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const { stderr } = await maskinflytt(repo, ['fix']);
    const command = /Apply it with: (.+)/.exec(stderr)?.[1] ?? 'false';
    expect(command).toBe('maskinflytt fix --phase switch | git apply');
    const runnable = command.replace('maskinflytt', `"${process.execPath}" "${projectRoot}bin/maskinflytt.js"`);
    expect(spawnSync('bash', ['-c', `set -o pipefail; ${runnable}`], { cwd: repo }).status).toBe(0);
    expect((await maskinflytt(repo, ['fix', '--phase', 'switch'])).stdout).toBe('');
  });

  test('of several roots wants a folder, where each root gets its own', async () => {
    const folder = emptyFolder();
    const roots = ['a/app', 'b/app', 'app-2'].map((path) => join(folder, path));
    for (const root of roots) {
      cpSync(`${projectRoot}fixtures/custom-path-literal/app`, root, { recursive: true });
      commitAll(root);
    }
    const patches = join(emptyFolder(), 'patches');
    for (const options of [[], ['--output', join(patches, 'x')]]) {
      const refused = await maskinflytt(folder, ['fix', ...options]);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('The patch spans 3 git repos. Pass --output-dir');
    }
    expect(existsSync(patches)).toBe(false);
    const { code, stdout, stderr } = await maskinflytt(folder, ['fix', '--output-dir', patches]);
    expect([code, stdout]).toEqual([0, '']);
    expect(readdirSync(patches).sort()).toEqual(['app-2.patch', 'app-3.patch', 'app.patch']);
    for (const [, command = 'false'] of stderr.matchAll(/Apply it with: (.+)/g)) {
      expect(spawnSync('bash', ['-c', command], { cwd: folder }).status).toBe(0);
    }
    expect((await maskinflytt(folder, ['fix'])).stdout).toBe('');
  });

  test.each(['custom-path-literal', 'crlf-bom', 'mixed-line-ends', 'several-apps'])(
    'in reverse takes back what it did forward, like git apply -R: %s',
    async (fixture) => {
      const repo = repoOfFixture(fixture);
      const before = filesOf(repo);
      const phase = ['--phase', 'switch'];
      const forward = (await maskinflytt(repo, ['fix', ...phase])).stdout;
      const reverse = (await maskinflytt(repo, ['fix', ...phase, '--reverse'])).stdout;
      expect(forward).not.toBe('');
      apply(repo, forward);
      const after = filesOf(repo);
      expect(after).not.toEqual(before);
      apply(repo, reverse);
      expect(filesOf(repo)).toEqual(before);
      apply(repo, forward);
      apply(repo, forward, '-R');
      expect(filesOf(repo)).toEqual(before);
    },
  );
});

describe.concurrent('--write', () => {
  test('changes what the patch changes, and nothing when asked again', async () => {
    const [repo, patched] = [repoOfFixture('custom-path-literal'), repoOfFixture('custom-path-literal')];
    apply(patched, (await maskinflytt(patched, ['fix'])).stdout);
    const { code, stdout, stderr } = await maskinflytt(repo, ['fix', '--write', ...assured]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('2 files written.');
    expect(filesOf(repo)).toEqual(filesOf(patched));
    expect(git(repo, 'status', '--porcelain')).toBe(` M ${program}\n?? ${record}\n`);
  });

  test('of switch wants the word of a person that the scopes are there; prepare and printing want none', async () => {
    const repo = repoOfFixture('two-phases');
    const before = filesOf(repo);
    for (const option of ['--write', '--commit']) {
      const refused = await maskinflytt(repo, ['fix', '--phase', 'switch', option, '--production-verified']);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('Writing the switch phase wants --scopes-added');
      const cleanup = await maskinflytt(repo, ['fix', '--phase', 'cleanup', option, ...assured]);
      expect(cleanup.code).toBe(2);
      expect(cleanup.stderr).toContain('Writing the cleanup phase wants --production-verified');
    }
    expect(filesOf(repo)).toEqual(before);
    expect((await maskinflytt(repo, ['fix', '--phase', 'switch'])).code).toBe(0);
    expect((await maskinflytt(repo, ['fix', '--phase', 'prepare', '--write'])).code).toBe(0);
    expect(filesOf(repo)).not.toEqual(before);
  });

  test('is refused in a tree with changes, also staged ones and elsewhere in the repo', async () => {
    for (const [path, staged] of [
      ['README.md', false],
      ['README.md', true],
      [program, false],
    ] as const) {
      const repo = repoOfFixture('custom-path-literal');
      edit(repo, path, (text) => `${text}\n// mine\n`);
      if (staged) git(repo, 'add', path);
      const before = filesOf(repo);
      const { code, stdout, stderr } = await maskinflytt(repo, ['fix', '--write', ...assured]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(
        `changes that are not committed (${path}). Commit or stash them, or pass --allow-dirty.`,
      );
      expect(filesOf(repo)).toEqual(before);
      expect((await maskinflytt(repo, ['fix', '--write', '--allow-dirty', ...assured])).code).toBe(0);
      expect(readFileSync(join(repo, program), 'utf8')).not.toContain('ConfigureMaskinportenClient');
      expect(readFileSync(join(repo, path), 'utf8')).toContain('// mine');
    }
  });

  test('does not mind files that git does not know, unless it would change them', async () => {
    const repo = repoOfFixture('custom-path-literal');
    writeFileSync(join(repo, 'notes.txt'), 'mine');
    expect((await maskinflytt(repo, ['fix', '--write', ...assured])).code).toBe(0);
    const untracked = repoOfFixture('custom-path-literal');
    git(untracked, 'rm', '-q', '--cached', program);
    git(untracked, '-c', 'user.name=T', '-c', 'user.email=t@e', 'commit', '-q', '-m', 'Forget it');
    const refused = await maskinflytt(untracked, ['fix', '--write', ...assured]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(program);
  });

  test('is all or nothing in a repo: one file behind a link keeps all others as they are', async () => {
    const repo = repoOfFixture('several-apps');
    edit(repo, 'vannprove/src/App/Program.cs', (text) =>
      text.replace(
        '    services',
        '    services.ConfigureMaskinportenClient("vann:MaskinportenSettings");\n    services',
      ),
    );
    const folder = join(repo, 'tilsynssvar', 'App');
    git(repo, 'add', '-A');
    git(repo, 'commit', '-q', '-m', 'Two to write');
    const usual = await maskinflytt(repo, ['fix', '--phase', 'switch']);
    expect(usual.stdout.match(/^diff --git/gm)).toHaveLength(4);
    chmodSync(folder, 0o755);
    const before = filesOf(repo);
    // The folder of the second file changes into a link between the reading and the writing: hence a slow answer.
    const elsewhere = join(emptyFolder(), 'App');
    const run = maskinflytt(repo, ['fix', '--phase', 'switch', '--write', ...assured], {
      env: slowGit(folder, elsewhere),
    });
    const { code, stdout, stderr } = await run;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Nothing was written.');
    expect(existsSync(elsewhere)).toBe(true);
    expect(readFileSync(join(repo, 'vannprove/src/App/Program.cs'), 'latin1')).toBe(
      before['vannprove/src/App/Program.cs'],
    );
    expect(readFileSync(join(elsewhere, 'Program.cs'), 'latin1')).toBe(before['tilsynssvar/App/Program.cs']);
  });

  test('keeps the mode of a file, and leaves nothing beside it', async () => {
    const repo = repoOfFixture('custom-path-literal');
    chmodSync(join(repo, program), 0o755);
    git(repo, 'commit', '-qam', 'Executable');
    expect((await maskinflytt(repo, ['fix', '--write', ...assured])).code).toBe(0);
    expect(git(repo, 'diff', '--summary')).toBe('');
    expect(git(repo, 'status', '--porcelain')).toBe(` M ${program}\n?? ${record}\n`);
  });
});

describe.concurrent('--commit', () => {
  test('makes a branch with one commit of the changed files only, and says by which rules', async () => {
    const repo = repoOfFixture('custom-path-literal');
    edit(repo, 'README.md', (text) => `${text}\nmine, staged\n`);
    git(repo, 'add', 'README.md');
    edit(repo, 'App/appsettings.json', (text) => `${text}\n`);
    writeFileSync(join(repo, 'notes.txt'), 'mine');
    const args = ['fix', '--commit', '--allow-dirty', ...assured];
    const { code, stdout, stderr } = await maskinflytt(repo, args, { env });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Committed on the new branch maskinflytt/switch.');
    expect(git(repo, 'branch', '--show-current')).toBe('maskinflytt/switch\n');
    expect(git(repo, 'log', '--format=%s%n%b', 'main..')).toBe(
      `Maskinporten: switch (maskinflytt)\n${program}: safe: config/custom-path\n${record}: safe: migration record\n\n`,
    );
    expect(git(repo, 'show', '--name-only', '--format=')).toBe(`${program}\n${record}\n`);
    expect(git(repo, 'status', '--porcelain').split('\n').sort()).toEqual(
      ['', ' M App/appsettings.json', '?? notes.txt', 'M  README.md'].sort(),
    );
  });

  test('is refused, and nothing written, when the branch exists', async () => {
    const repo = repoOfFixture('custom-path-literal');
    git(repo, 'branch', 'maskinflytt/switch');
    const before = filesOf(repo);
    const { code, stdout, stderr } = await maskinflytt(repo, ['fix', '--commit', ...assured], { env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('The branch maskinflytt/switch exists already');
    expect(filesOf(repo)).toEqual(before);
    expect(git(repo, 'branch', '--show-current')).toBe('main\n');
  });

  test('in several repos is refused for all when one of them cannot', async () => {
    const repos = [repoOfFixture('custom-path-literal'), repoOfFixture('fiks-builder')];
    git(repos[1] ?? '', 'branch', 'maskinflytt/switch');
    const run = await maskinflytt(emptyFolder(), ['fix', '--commit', ...assured, ...repos], { env });
    expect(run.code).toBe(2);
    for (const repo of repos) {
      expect(git(repo, 'status', '--porcelain')).toBe('');
      expect(git(repo, 'branch', '--show-current')).toBe('main\n');
    }
  });

  test('says why git did not commit, and what is to be done then', async () => {
    const repo = repoOfFixture('custom-path-literal');
    writeFileSync(join(repo, '.git', 'hooks', 'pre-commit'), '#!/bin/sh\necho "not on a Friday" >&2\nexit 1\n');
    chmodSync(join(repo, '.git', 'hooks', 'pre-commit'), 0o755);
    const { code, stderr } = await maskinflytt(repo, ['fix', '--commit', ...assured], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('were written, but git did not commit them (not on a Friday); commit them yourself.');
    expect(git(repo, 'diff', '--name-only', 'HEAD')).toBe(`${program}\n${record}\n`);
  });

  test('works where HEAD is detached', async () => {
    const repo = repoOfFixture('custom-path-literal');
    git(repo, 'checkout', '-q', '--detach');
    expect((await maskinflytt(repo, ['fix', '--commit', ...assured], { env })).code).toBe(0);
    expect(git(repo, 'log', '--format=%s', 'main..')).toBe('Maskinporten: switch (maskinflytt)\n');
  });
});

function edit(repo: string, path: string, change: (text: string) => string): void {
  const text = readFileSync(join(repo, path), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(repo, path), changed);
}

/** A git that, when asked for the state of the tree, first moves a folder away and leaves a link in its place. */
function slowGit(folder: string, elsewhere: string): Readonly<Record<string, string>> {
  const bin = emptyFolder();
  mkdirSync(join(bin, 'bin'));
  const real = spawnSync('bash', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
  const move = `[ -L "${folder}" ] || { mv "${folder}" "${elsewhere}" && ln -s "${elsewhere}" "${folder}"; }`;
  const script = `#!/bin/sh\n"${real}" "$@"\ncode=$?\ncase "$*" in *" status "*) ${move};; esac\nexit $code\n`;
  writeFileSync(join(bin, 'bin', 'git'), script);
  chmodSync(join(bin, 'bin', 'git'), 0o755);
  return { PATH: `${join(bin, 'bin')}:${process.env.PATH}` };
}
