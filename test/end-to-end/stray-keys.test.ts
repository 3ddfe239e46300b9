import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot } from './binary.ts';
import { canary } from './canaries.ts';
import { commitAll, emptyFolder, removeRepos } from './repo.ts';

afterAll(removeRepos);

const key = canary('base64Jwk').text;

/** A folder with a repo each; a repo is the name of a fixture, or nothing, and files with the key. */
function folderOf(
  repos: Readonly<Record<string, { readonly fixture?: string; readonly keys: readonly string[] }>>,
): string {
  const folder = emptyFolder();
  for (const [name, { fixture, keys }] of Object.entries(repos)) {
    const root = join(folder, name);
    mkdirSync(root);
    if (fixture !== undefined) cpSync(`${projectRoot}fixtures/${fixture}/app`, root, { recursive: true });
    for (const path of keys) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `{\n  "MaskinportenSettings": { "EncodedJwk": "${key}" }\n}\n`);
    }
    commitAll(root);
  }
  return folder;
}

interface Reported {
  readonly apps: readonly {
    readonly path: string;
    readonly findings: readonly { readonly rule: string; readonly location: { readonly file: string } }[];
  }[];
  readonly notAnalysed: readonly { readonly file: string; readonly reason: string }[];
}

/** The keys that an audit reports, by app, and those of no app; with the exit code. */
async function keysIn(cwd: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await maskinflytt(cwd, ['audit', '--format', 'json', ...args]);
  const { apps, notAnalysed }: Reported = JSON.parse(stdout);
  const ofApps = apps.map(({ path, findings }) => [
    path,
    findings.filter(({ rule }) => rule === 'secrets/committed-key').map(({ location }) => location.file),
  ]);
  const stray = notAnalysed.filter(({ reason }) => reason.startsWith('secrets/committed-key: '));
  return { code, stderr, apps: Object.fromEntries(ofApps), stray: stray.map(({ file }) => file) };
}

describe.concurrent('a folder without an app', () => {
  const folder = folderOf({ cli: { keys: ['appsettings.json'] }, clean: { fixture: 'clean-v8', keys: [] } });
  const cli = join(folder, 'cli');

  test('is said to have none, and its keys are reported all the same', async () => {
    const { code, stdout, stderr } = await maskinflytt(cli, ['audit']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^maskinflytt: No Altinn app in \.:/);
    expect(stdout).toContain('Outside of any app: 1 private key\n');
    expect(stdout).toContain('secrets/committed-key  error · prepare · by hand\n  appsettings.json:2:44\n');
    expect(stdout).toContain('appsettings.json holds a private key as a JWK in base64.');
    expect(stdout).toContain('account for it before the client is deleted');
    expect(stdout).not.toContain('0 apps');
    expect(stdout).not.toContain(key.slice(0, 20));
  });

  test.each(['markdown', 'html'])('has its keys counted in %s', async (format) => {
    const alone = await maskinflytt(cli, ['audit', '--format', format]);
    expect(alone.stdout).toContain('0 apps: 1 error.');
    const beside = await maskinflytt(folder, ['audit', 'cli', 'clean', '--format', format]);
    expect(beside.stdout).toContain('1 app: 1 error');
  });

  test('is so in JSON too, which has no findings without an app', async () => {
    const { stdout } = await maskinflytt(cli, ['audit', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      apps: [],
      notAnalysed: [
        { file: '.', reason: expect.stringContaining('No Altinn app in .') },
        {
          file: 'appsettings.json',
          reason:
            'secrets/committed-key: appsettings.json holds a private key as a JWK in base64. It stands on line 2, and belongs to no app.',
        },
      ],
    });
  });

  test('speaks Norwegian', async () => {
    const { stdout, stderr } = await maskinflytt(cli, ['audit', '--lang', 'nb']);
    expect(stdout).toContain('Utenfor alle apper: 1 privat nøkkel\n');
    expect(stderr).toContain('Ingen Altinn-app i .');
  });

  test('in a list is a line in the report, with its keys', async () => {
    const { code, stdout, stderr } = await maskinflytt(folder, ['audit', 'cli', 'clean']);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('  cli/appsettings.json:2:44\n');
    expect(stdout).toContain('No Altinn app in cli:');
    expect(stdout).toContain('1 app: 1 error');
    expect(await keysIn(folder, 'cli', 'clean')).toMatchObject({
      code: 1,
      apps: { clean: [] },
      stray: ['cli/appsettings.json'],
    });
  });

  test('among the repos of a folder is looked at as well', async () => {
    expect(await keysIn(folder)).toMatchObject({ code: 1, apps: { clean: [] }, stray: ['cli/appsettings.json'] });
    expect((await keysIn(folder, '--fail-on', 'never')).code).toBe(0);
  });

  test('has nothing to report when the rule is left out', async () => {
    const { code, stdout } = await maskinflytt(cli, ['audit', '--skip-rule', 'secrets/committed-key']);
    expect([code, stdout]).toEqual([2, '']);
    expect((await keysIn(folder, '--rule', 'config/custom-path')).stray).toEqual([]);
  });

  test('has nothing to report of a key that may stand', async () => {
    const own = folderOf({ cli: { keys: ['appsettings.json', 'other.json'] } });
    const one = { rule: 'secrets/committed-key', path: 'appsettings.json', reason: 'A test', expires: '2999-01-01' };
    writeFileSync(join(own, 'cli', 'maskinflytt.config.json'), JSON.stringify({ suppressions: [one] }));
    expect((await keysIn(join(own, 'cli'))).stray).toEqual(['other.json']);
  });

  test('cannot be fixed', async () => {
    const { code, stdout } = await maskinflytt(cli, ['fix']);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe.concurrent('a key outside the folders of the apps of a repo', () => {
  const folder = folderOf({ repo: { fixture: 'several-apps', keys: ['tools/key.json', 'key.json'] } });
  const repo = join(folder, 'repo');

  test('is reported once, with the first app', async () => {
    const { apps, stray } = await keysIn(repo);
    const [first, ...others] = Object.values(apps);
    expect([first, stray]).toEqual([['key.json', 'tools/key.json'], []]);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual([]);
  });

  test('is reported by itself when only its folder is asked for', async () => {
    expect(await keysIn(repo, 'tools')).toMatchObject({ code: 2, apps: {}, stray: ['key.json'] });
  });
});
