import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { secretsOf } from '../report/secrets.ts';
import { maskinflytt } from './binary.ts';
import { emptyFolder, git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const program = 'App/Program.cs';
const call = 'services.ConfigureMaskinportenClient("skjenkebevilling:MaskinportenSettings");';

type Spoil = (repo: string, secret: string) => void;

const edit =
  (path: string, change: (text: string, secret: string) => string): Spoil =>
  (repo, secret) => {
    const text = readFileSync(join(repo, path), 'utf8');
    const changed = change(text, secret);
    expect(changed).not.toBe(text);
    writeFileSync(join(repo, path), changed);
  };

const beside = (addition: (secret: string) => string) =>
  edit(program, (text, secret) => text.replace(call, addition(secret)));
const settings =
  (environment: string, content: (secret: string) => string): Spoil =>
  (repo, secret) =>
    writeFileSync(join(repo, `App/appsettings.${environment}.json`), content(secret));
const config =
  (content: (secret: string) => string): Spoil =>
  (repo, secret) =>
    writeFileSync(join(repo, 'maskinflytt.config.json'), content(secret.replaceAll('\\n', '')));

/** Places of one row stand in one repo, each with a key of its own. */
const places: Readonly<Record<string, readonly Spoil[]>> = {
  'around the call': [
    beside((secret) => `${call} // ${secret}`),
    beside((secret) => `var key = "${secret}";\n    ${call}`),
    beside((secret) => `// Maskinporten: ${secret}\n    ${call}`),
    beside((secret) => `${call}\n\n\n    var key2 =\n        "${secret}";`),
  ],
  'in the call': [
    beside((secret) => `${call}\n    services.ConfigureMaskinportenClient("${secret}");`),
    beside((secret) => `${call}\n    services.ConfigureMaskinportenClient(Read("${secret}"));`),
    beside(
      (secret) =>
        `${call}\n    if (config["a"] == "${secret}")\n    {\n        services.ConfigureMaskinportenClient("b");\n    }`,
    ),
    beside(
      (secret) =>
        `${call}\n    const string name = "${secret}";\n    services.ConfigureMaskinportenClient(name + ":x");`,
    ),
    beside((secret) => `${call}\n    services.ConfigureMaskinportenClient(o => o.JwkBase64 = "${secret}");`),
  ],
  'in settings': [
    settings(
      'A',
      (secret) => `{ "MaskinportenSettings:ClientId": "x", "MaskinportenSettings:EncodedJwk": "${secret}" }`,
    ),
    settings('B', (secret) => `{ "MaskinportenSettings": { "ClientId": "x", "JwkBase64": "${secret}" } }`),
    settings(
      'C',
      (secret) => `{ "MaskinportenSettings": { "Jwk": { "kty": "RSA", "d": "${secret}", "p": "${secret}" } } }`,
    ),
    settings('D', (secret) => `{ "MaskinportenSettings": { "${secret}": "x" } }`),
    settings('E', (secret) => `{ "${secret}": { "ClientId": "x" } }`),
    settings('F', (secret) => `{ "MaskinportenSettings": { "Jwks": ["${secret}", { "d": "${secret}" }] } }`),
  ],
  'in settings that are broken': [
    settings('A', (secret) => `{ "MaskinportenSettings": { "JwkBase64": "${secret}`),
    settings('B', (secret) => `{ "MaskinportenSettings": { "JwkBase64": ${secret} } }`),
    settings('C', (secret) => secret),
    settings('D', (secret) => `{ "${secret}" }`),
  ],
  'in other files': [
    edit('App/App.csproj', (text, secret) => text.replace('</PropertyGroup>', `<Key>${secret}</Key></PropertyGroup>`)),
    edit('App/App.csproj', (text, secret) => text.replace(/Version="[\d.]+"/, `Version="${secret}"`)),
    edit('App/config/applicationmetadata.json', (text, secret) =>
      text.replace(/"id": "[^"]+"/, `"id": "ttd/${secret.replaceAll(/[\\/]/g, '_')}"`),
    ),
    edit('App/config/authorization/policy.xml', (text, secret) => `${text}<!-- ${secret} --><`),
  ],
  'in a project that is broken': [
    edit('App/App.csproj', (text, secret) => text.replace('</Project>', `<Key>${secret}`)),
    edit('App/App.csproj', (text, secret) => text.replace('<ItemGroup>', `<ItemGroup Condition="'${secret}' == 'x">`)),
  ],
  'as a client in the configuration file': [config((secret) => `{ "decisions": { "${secret}": "studio" } }`)],
  'as a client to keep in the configuration file': [
    config((secret) => `{ "decisions": { "${secret}": "own-external" } }`),
  ],
  'as a decision in the configuration file': [config((secret) => `{ "decisions": { "a": "${secret}" } }`)],
  'as a key of the configuration file': [config((secret) => `{ "${secret}": 1 }`)],
  'twice in the configuration file': [config((secret) => `{ "${secret}": 1, "${secret}": 1 }`)],
  'where the configuration file is broken': [config((secret) => `{ "lang": ${secret} }`)],
  'in a suppression': [
    config((secret) => {
      const one = { rule: 'config/custom-path', path: '*.cs', reason: secret, expires: '2999-01-01' };
      return JSON.stringify({
        suppressions: [one, { ...one, path: secret }, { ...one, path: secret, expires: '2020-01-01' }],
      });
    }),
  ],
};

/** Everything that is said and written about a repo. */
async function everythingAbout(repo: string): Promise<string> {
  const file = join(emptyFolder(), 'report.json');
  const runs = await Promise.all([
    maskinflytt(repo, ['audit', '--verbose', '--format', 'terminal', '--format', `json=${file}`]),
    maskinflytt(repo, ['fix']),
    maskinflytt(repo, ['fix', '--interactive', '--reverse'], { stdin: 'y\ny\nn\ny\ny\n' }),
  ]);
  for (const { stderr } of runs) expect(stderr).not.toContain('should not have');
  return [
    ...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
    existsSync(file) ? readFileSync(file, 'utf8') : '',
  ].join('\n');
}

/** No run of it that would be worth anything. */
function expectNothingOf(secret: string, said: string): void {
  const words = secret.match(/[A-Za-z0-9+/_~-]{24,}/g) ?? [secret];
  for (const part of words.flatMap((word) => [word.slice(0, 14), word.slice(-14)])) expect(said).not.toContain(part);
}

describe.concurrent('a key shows in no output of any command, wherever it stands', () => {
  test.each(Object.keys(places))('%s', async (row) => {
    const kinds = Object.values(secretsOf());
    const turn = Object.keys(places).indexOf(row) * 3;
    const repo = repoOfFixture('custom-path-literal');
    const used = (places[row] ?? []).map((spoil, index) => {
      const secret = kinds[(turn + index) % kinds.length] ?? '';
      spoil(repo, secret);
      return secret;
    });
    const said = await everythingAbout(repo);
    for (const secret of used) expectNothingOf(secret, said);
  });

  test('in the name of a file, or on the command line', async () => {
    const secret = secretsOf()['a JWK in base64url']?.slice(0, 120) ?? '';
    const repo = repoOfFixture('custom-path-literal');
    git(repo, 'mv', program, `App/${secret}.cs`);
    writeFileSync(join(repo, `App/appsettings.${secret}.json`), '{');
    expectNothingOf(secret, await everythingAbout(repo));
    const wrong = [
      ['audit', secret],
      [secret],
      ['audit', '--rule', secret],
      ['fix', '--decide', `${secret}=studio`],
      ['audit', `--${secret}`],
    ];
    for (const { stdout, stderr } of await Promise.all(wrong.map((args) => maskinflytt(repo, args)))) {
      expect(stderr).toContain('•••');
      expectNothingOf(secret, stdout + stderr);
    }
  });

  test('which these tests would notice', () => {
    for (const secret of Object.values(secretsOf())) expect(() => expectNothingOf(secret, `x ${secret}`)).toThrow();
  });
});

describe.concurrent('a patch that would show a key', () => {
  const secret = secretsOf()['a JWK in base64'] ?? '';
  const withKey = beside((key) => `${call}\n    // Until the vault is there:\n    var key = "${key}";`);

  test.each([
    [['fix']],
    [['fix', '--reverse']],
    [['fix', '--output', 'x.patch']],
    [['fix', '--output-dir', 'x']],
    [['fix', '--color']],
  ])('is refused with the reason: %j', async (args) => {
    const repo = repoOfFixture('custom-path-literal');
    withKey(repo, secret);
    const { code, stdout, stderr } = await maskinflytt(repo, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`maskinflytt: ${program}: the patch would show a line with a key`);
    expect(git(repo, 'status', '--porcelain')).toBe(` M ${program}\n`);
  });

  test('is refused too when it would show only the middle of a key', async () => {
    const pem = secretsOf()['PEM with escaped line ends']?.replaceAll('\\n', '\n').trim() ?? '';
    const repo = repoOfFixture('custom-path-literal');
    edit(program, (text, key) =>
      text
        .replace(call, `${call}\n    var key = @"\n${key}";`)
        .replace('    services.AddTransient', `    _ = @"${key}";\n    services.AddTransient`),
    )(repo, pem);
    const { code, stdout } = await maskinflytt(repo, ['fix']);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('can be written, because nothing is shown', async () => {
    const repo = emptyFolder();
    const source = repoOfFixture('custom-path-literal');
    withKey(source, secret);
    git(source, 'commit', '-qam', 'With a key');
    git(repo, 'clone', '-q', source, 'app');
    const run = await maskinflytt(join(repo, 'app'), ['fix', '--write', '--scopes-added']);
    expect(run.code).toBe(0);
    expectNothingOf(secret, run.stdout + run.stderr);
    expect(readFileSync(join(repo, 'app', program), 'utf8')).toContain(secret);
    expect(readFileSync(join(repo, 'app', program), 'utf8')).not.toContain('ConfigureMaskinportenClient');
  });

  test('is made when the key stands far enough away', async () => {
    const repo = repoOfFixture('custom-path-literal');
    edit(program, (text) => `${text}\n// ${secret}\n`)(repo, secret);
    const { code, stdout } = await maskinflytt(repo, ['fix']);
    expect(code).toBe(0);
    expect(stdout).toContain('diff --git');
  });
});
