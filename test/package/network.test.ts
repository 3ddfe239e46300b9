import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot } from '../end-to-end/binary.ts';
import { emptyFolder, git, removeRepos, repoOfFixture } from '../end-to-end/repo.ts';
import { runProcess } from '../end-to-end/run-process.ts';

afterAll(removeRepos);

const refusing = fileURLToPath(new URL('refuse-network.cjs', import.meta.url));
const assured = ['--scopes-added', '--production-verified'];

/** Of a repo that has reason to talk: packages and key vaults to look up, keys, and a policy. */
const commands = [
  ['audit'],
  ['audit', '--format', 'json', '--target', 'v9', '--verbose'],
  ['audit', '--format', 'markdown', '--format', 'html=report.html', '--lang', 'nb'],
  ['fix', '--phase', 'switch'],
  ['fix', '--phase', 'switch', '--write', ...assured, '--allow-dirty'],
  ['fix', '--phase', 'prepare', '--interactive'],
  ['explain', 'vault/before-host'],
  ['rules', '--lang', 'nb'],
  ['--help'],
  ['--version'],
  ['audit', 'https://example.com/app.git'],
  ['adit'],
];

const fixture = 'docs-2024-eformidling';

describe('no command reaches for the network,', () => {
  test('nor starts any program but git', { timeout: 300_000 }, async () => {
    const attempts = join(emptyFolder(), 'attempts');
    const repo = repoOfFixture(fixture);
    const usual = repoOfFixture(fixture);
    for (const args of commands) {
      const refused = await maskinflytt(repo, args, {
        env: { ATTEMPTS: attempts },
        nodeOptions: ['--require', refusing],
      });
      expect(refused, args.join(' ')).toEqual(await maskinflytt(usual, args));
    }
    expect(existsSync(attempts) ? readFileSync(attempts, 'utf8') : '').toBe('');
    expect(git(repo, 'status', '--porcelain')).toBe(git(usual, 'status', '--porcelain'));
  });

  test.each([
    ["require('node:https').get('https://example.com')", 'node:https.get'],
    ["import('node:net').then(({ connect }) => connect(1))", 'node:net.connect'],
    ["import('node:dns').then((dns) => dns.promises.lookup('a') && dns.lookup('a', () => 0))", 'node:dns'],
    ["fetch('https://example.com')", 'fetch'],
    ["import('node:child_process').then((it) => it.spawnSync('curl'))", 'child_process.spawnSync curl'],
    ["require('node:child_process').execSync('git fetch')", 'node:child_process.execSync'],
  ])('which would be noticed: %s', async (code, attempt) => {
    const attempts = join(emptyFolder(), 'attempts');
    const env = { PATH: process.env.PATH, ATTEMPTS: attempts };
    const args = ['--require', refusing, '--eval', code];
    const { code: ended } = await runProcess(process.execPath, args, { cwd: projectRoot, env, seconds: 50 });
    expect(ended).toBe(1);
    expect(readFileSync(attempts, 'utf8')).toContain(attempt);
  });

  const cutOff = ['-rn', process.execPath, `${projectRoot}bin/maskinflytt.js`];
  const canCutOff = spawnSync('unshare', ['-rn', 'true']).status === 0;

  test.runIf(canCutOff)('and all is the same where the system has none', { timeout: 300_000 }, async () => {
    const repo = repoOfFixture(fixture);
    for (const args of commands.filter((line) => !line.includes('--write'))) {
      const env = { PATH: process.env.PATH, HOME: repo, LANG: 'C.UTF-8' };
      const alone = await runProcess('unshare', [...cutOff, ...args], { cwd: repo, env, seconds: 50 });
      expect(alone, args.join(' ')).toEqual(await maskinflytt(repo, args));
    }
  });

  test.runIf(canCutOff)('where a connection really fails', async () => {
    const code = "require('node:net').connect(80, '192.0.2.1').on('error', ({ code }) => console.log(code))";
    const args = ['-rn', process.execPath, '--eval', code];
    const env = { PATH: process.env.PATH };
    const { stdout } = await runProcess('unshare', args, { cwd: projectRoot, env, seconds: 50 });
    expect(stdout).toBe('ENETUNREACH\n');
  });
});
