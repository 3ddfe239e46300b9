import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatNames } from '../../src/commands/formats.ts';
import { maskinflytt, projectRoot } from './binary.ts';
import { emptyFolder, removeRepos, repoOfFixture } from './repo.ts';
import { runProcess } from './run-process.ts';

const erring = repoOfFixture('custom-path-literal');
const warned = repoOfFixture('version-floating');
const noted = repoOfFixture('default-path');
const clean = repoOfFixture('look-alikes');
const launcher = `${projectRoot}bin/maskinflytt.js`;
const colour = '\u001b[';

afterAll(removeRepos);

describe.concurrent('audit exits by what it found and --fail-on', () => {
  test.each([
    ['error', [1, 0, 0, 0]],
    ['warning', [1, 1, 0, 0]],
    ['note', [1, 1, 1, 0]],
    ['never', [0, 0, 0, 0]],
  ])('%s', async (level, codes) => {
    const runs = [erring, warned, noted, clean].map((repo) => maskinflytt(repo, ['audit', '--fail-on', level]));
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(codes);
  });

  test('as the configuration says, unless the command line says otherwise', async () => {
    const repo = repoOfFixture('default-path');
    writeFileSync(join(repo, 'maskinflytt.config.json'), '{ "failOn": "note" }');
    expect((await maskinflytt(repo, ['audit'])).code).toBe(1);
    expect((await maskinflytt(repo, ['audit', '--fail-on', 'error'])).code).toBe(0);
  });

  test('of the rules that were asked for', async () => {
    expect((await maskinflytt(erring, ['audit', '--skip-rule', 'config/custom-path'])).code).toBe(0);
    expect((await maskinflytt(erring, ['audit', '--rule', 'version/too-old'])).code).toBe(0);
    expect((await maskinflytt(erring, ['audit', '--rule', 'config/custom-path'])).code).toBe(1);
  });
});

describe.concurrent('output goes', () => {
  test('to a file and to the terminal in one run', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'deep', 'er', 'report.json');
    const { code, stdout, stderr } = await maskinflytt(erring, [
      'audit',
      '--format',
      `json=${file}`,
      '--format',
      'terminal',
    ]);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('config/custom-path');
    expect(JSON.parse(readFileSync(file, 'utf8')).apps).toHaveLength(1);
  });

  test('to as many files as there are formats', async () => {
    const folder = emptyFolder();
    const formats = formatNames.flatMap((name) => ['--format', `${name}=${join(folder, name)}`]);
    const { code, stdout } = await maskinflytt(erring, ['audit', ...formats]);
    expect([code, stdout]).toEqual([1, '']);
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(JSON.parse(text('json')).apps).toHaveLength(1);
    expect(text('markdown')).toContain('\n#### `config/custom-path` – ');
    expect(text('html')).toContain('<h4><code>config/custom-path</code> – ');
    for (const name of formatNames) expect(text(name), name).toContain('config/custom-path');
  });

  test('nowhere else when every format has a file, whose text is never coloured', async () => {
    const file = join(emptyFolder(), 'report.txt');
    const { stdout } = await maskinflytt(erring, ['audit', '--color', '--format', `terminal=${file}`]);
    expect(stdout).toBe('');
    expect(readFileSync(file, 'utf8')).toContain('config/custom-path');
    expect(readFileSync(file, 'utf8')).not.toContain(colour);
  });

  test('nowhere, with exit code 2, when the file cannot be written', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'file'), '');
    for (const target of [folder, join(folder, 'file', 'report')]) {
      const audited = await maskinflytt(erring, ['audit', '--format', 'terminal', '--format', `json=${target}`]);
      const fixed = await maskinflytt(erring, ['fix', '--output', target]);
      for (const { code, stdout, stderr } of [audited, fixed]) {
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toContain(`maskinflytt: ${target} could not be written: `);
      }
    }
  });

  test.runIf(existsSync('/dev/full'))('nowhere, with exit code 2, when stdout takes nothing more', async () => {
    for (const command of ['audit', 'checklist', 'fix']) {
      const shell = `"$0" "$1" ${command} > /dev/full`;
      const run = await runProcess('sh', ['-c', shell, process.execPath, launcher], {
        cwd: erring,
        env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
        seconds: 50,
      });
      expect(run.code, command).toBe(2);
      expect(run.stderr).toContain('maskinflytt: stdout: ');
    }
  });

  test('to stdout as data alone with --quiet', async () => {
    const quiet = await maskinflytt(erring, ['fix', '--quiet']);
    const usual = await maskinflytt(erring, ['fix']);
    expect(quiet).toEqual({ code: 0, stdout: usual.stdout, stderr: '' });
    expect(usual.stderr).not.toBe('');
  });
});

describe.concurrent('colour', () => {
  test.each([
    [[], {}, false],
    [['--color'], {}, true],
    [['--color'], { NO_COLOR: '1' }, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [[], { NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ])('with %j and %j', async (args, env, expected) => {
    const { stdout } = await maskinflytt(erring, ['audit', ...args], { env });
    expect(stdout.includes(colour)).toBe(expected);
  });

  test('adds nothing that is not said without it', async () => {
    const [plain, coloured] = await Promise.all([
      maskinflytt(erring, ['audit']),
      maskinflytt(erring, ['audit', '--color']),
    ]);
    expect(coloured.stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });

  test('is not in JSON, and never in a patch that goes elsewhere than to a terminal', async () => {
    const json = await maskinflytt(erring, ['audit', '--color', '--format', 'json']);
    expect(json.stdout).not.toContain(colour);
    const fixed = await maskinflytt(erring, ['fix', '--color'], { env: { FORCE_COLOR: '1' } });
    expect(fixed.stdout).toContain('diff --git');
    expect(fixed.stdout).not.toContain(colour);
  });
});

describe.concurrent('language', () => {
  const norwegian = repoOfFixture('custom-path-literal');
  writeFileSync(join(norwegian, 'maskinflytt.config.json'), '{ "lang": "nb" }');

  test.each([
    [erring, [], {}, 'en'],
    [erring, [], { LANG: 'nb_NO.UTF-8' }, 'nb'],
    [erring, [], { LANG: 'nn_NO.UTF-8' }, 'nb'],
    [erring, [], { LANG: 'no' }, 'nb'],
    [erring, [], { LANG: 'nb_NO.UTF-8', LC_ALL: 'C' }, 'en'],
    [erring, [], { LANG: 'C', LC_MESSAGES: 'nb_NO' }, 'nb'],
    [erring, ['--lang', 'en'], { LANG: 'nb_NO.UTF-8' }, 'en'],
    [erring, ['--lang=nb'], {}, 'nb'],
    [norwegian, [], {}, 'nb'],
    [norwegian, ['--lang', 'en'], {}, 'en'],
    [norwegian, [], { LANG: 'en_US.UTF-8' }, 'nb'],
  ] as const)('%#: options before configuration before locale', async (repo, args, env, expected) => {
    const { stdout } = await maskinflytt(repo, ['audit', ...args], { env });
    expect(stdout.includes('Hvorfor:') ? 'nb' : 'en').toBe(expected);
  });

  test('changes only sentences in JSON', async () => {
    const [en, nb] = await Promise.all(
      ['en', 'nb'].map(
        async (lang) => (await maskinflytt(erring, ['audit', '--format', 'json', '--lang', lang])).stdout,
      ),
    );
    const withoutWords = (text = '') => text.replaceAll(/"(message|reason)": ".*"/g, '');
    expect(nb).not.toBe(en);
    expect(withoutWords(nb)).toBe(withoutWords(en));
  });
});

describe.concurrent('asked about itself, it answers on stdout', () => {
  test.each([['--version'], ['-v']])('%s', async (flag) => {
    const { version } = JSON.parse(readFileSync(`${projectRoot}package.json`, 'utf8'));
    expect(await maskinflytt(clean, [flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([[['--help']], [['-h']], [['audit', '-h']], [['fix', '--help']], [['explain', '-h']], [['rules', '-h']]])(
    '%j',
    async (args) => {
      const { code, stdout, stderr } = await maskinflytt(clean, args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('--lang <en|nb>');
      expect(stdout).toContain(args.length > 1 ? `maskinflytt ${args[0]}` : 'maskinflytt <command>');
      expect(stdout.split('\n').filter((line) => line.endsWith(' '))).toEqual([]);
    },
  );
});

describe('--verbose', () => {
  test('says where the version stands, and through which constants a path was read', async () => {
    const repo = repoOfFixture('custom-path-constant');
    const usual = await maskinflytt(repo, ['audit']);
    const verbose = await maskinflytt(repo, ['audit', '--verbose']);
    expect(verbose.stdout).toContain('Version 8.9.2 is stated in App/App.csproj');
    expect(verbose.stdout).toContain('Package Altinn.ApiClients.Maskinporten 8.0.1: brought along');
    expect(verbose.stdout).toContain('The value was read through App/config/SettingsPaths.cs:');
    expect(usual.stdout).not.toContain('SettingsPaths.cs:');
    expect(verbose.code).toBe(usual.code);
  });

  test('says who supplies each key, with the sources in order, and that local runs have secrets of their own', async () => {
    const repo = repoOfFixture('vault-after-host-top-level');
    const project = join(repo, 'App/App.csproj');
    const text = readFileSync(project, 'utf8');
    writeFileSync(project, text.replace('</TargetFramework>', '$&\n    <UserSecretsId>made-up-id</UserSecretsId>'));
    const { stdout } = await maskinflytt(repo, ['audit', '--verbose']);
    const plain = stdout.replace(/\s+/g, ' ');
    expect(plain).toContain('the last one that has a key wins: appsettings.json → appsettings.{Environment}.json →');
    expect(plain).toMatch(/MaskinportenSettings:ClientId: undecided – the Key Vault, if it holds/);
    expect(plain).toContain('Local runs also read user secrets, outside the repo (made-up-id, App/App.csproj)');
  });

  test('says which configuration file was used', async () => {
    const repo = repoOfFixture('clean-v8');
    writeFileSync(join(repo, 'maskinflytt.config.json'), '{}');
    expect((await maskinflytt(repo, ['audit', '--verbose'])).stderr).toBe('Configuration: maskinflytt.config.json\n');
    expect((await maskinflytt(repo, ['audit'])).stderr).toBe('');
  });
});

describe.concurrent('it ends well', () => {
  test('when the reader of its output has seen enough', async () => {
    const line = `"${process.execPath}" "${launcher}" audit --format json | head -c 10; echo "$\{PIPESTATUS[0]}"`;
    const out = execFileSync('bash', ['-c', `exec 2>&1; ${line}`], { cwd: erring, encoding: 'utf8' });
    expect(out).toMatch(/^\{\n {2}"schem1\n$/);
  });

  test('when nobody reads at all, with the exit code that tells what was found', async () => {
    const child = spawn(process.execPath, [launcher, 'audit'], { cwd: erring, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, said]).toEqual([1, '']);
  });

  test('when it is interrupted while it waits for an answer: with 130, and nothing written', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const before = readFileSync(join(repo, 'App/Program.cs'), 'utf8');
    const args = [launcher, 'fix', '--interactive', '--write', '--scopes-added'];
    const child = spawn(process.execPath, args, { cwd: repo, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr.on('data', (chunk) => {
      if (String(chunk).includes('[y/n]')) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(readFileSync(join(repo, 'App/Program.cs'), 'utf8')).toBe(before);
  });

  test('with an answer even where its working folder is gone from under it', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'gone'));
    const line = `rmdir ../gone; "${process.execPath}" "${launcher}" audit; echo "$?"`;
    const out = execFileSync('bash', ['-c', line], { cwd: join(folder, 'gone'), encoding: 'utf8', stdio: 'pipe' });
    expect(out).toBe('2\n');
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });
});
