import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatNames } from '../../src/commands/formats.ts';
import { maskinflytt, type Run } from './binary.ts';
import { type Canary, type CanaryForm, canary, leaksIn } from './canaries.ts';
import { emptyFolder, filesBelow, git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

/** A repo in which every place has a secret of its own. */
class Nest {
  readonly canaries = new Map<string, Canary>();

  constructor(readonly folder: string) {}

  /** A new secret, known by the place it is put in. */
  lay(place: string, form: CanaryForm): string {
    const laid = canary(form);
    this.canaries.set(place, laid);
    return laid.text;
  }

  write(path: string, text: (secret: (what: string, form: CanaryForm) => string) => string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      text((what, form) => this.lay(`${path}: ${what}`, form)),
    );
  }

  edit(path: string, change: (text: string, secret: (what: string, form: CanaryForm) => string) => string): void {
    if (!existsSync(join(this.folder, path))) return;
    const before = readFileSync(join(this.folder, path), 'utf8');
    this.write(path, (secret) => change(before, secret));
    expect(readFileSync(join(this.folder, path), 'utf8'), path).not.toBe(before);
  }
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const inPieces = (text: string) => (text.match(/.{1,28}/g) ?? []).join('" +\n        "');
const inLine = (text: string) => text.replaceAll('\n', '\\n');

/** The files that no code of the app is in. */
function layAround(nest: Nest): void {
  for (const environment of ['Development', 'Staging', 'TT02', 'Production', 'Local']) {
    nest.write(
      `App/appsettings.${environment}.json`,
      (secret) => `{
  // ${secret('comment', 'base64Jwk')}
  "MaskinportenSettings": {
    "ClientId": "00000000-0000-0000-0000-000000000000", "EncodedJwk": "${secret('EncodedJwk', 'base64Jwk')}",
    "JwkBase64": "${secret('JwkBase64', 'base64UrlJwks')}",
    "Jwk": ${secret('Jwk', environment === 'TT02' ? 'prettyJwk' : 'jwk')},
    "EnterpriseUserPassword": "${secret('EnterpriseUserPassword', 'password')}"
  },
  "flat:MaskinportenSettings:ClientId": "x", "flat:MaskinportenSettings:EncodedJwk": "${secret('flattened', 'base64Jwk')}",
  "flat:MaskinportenSettings:JwkBase64": "${secret('flattened too', 'base64Pem')}",
  "MaskinportenSettingsFilepath": "keys/${secret('path', 'base64Jwk').slice(0, 200)}",
  "kvSetting": { "ClientSecret": "${secret('ClientSecret', 'clientSecret')}" },
  "kvSetting:ClientSecret": "${secret('flattened ClientSecret', 'clientSecret')}",
  "Pem": "${inJson(secret('PEM', 'pem'))}",
  "ConnectionStrings": { "Db": "Server=x;Password=${secret('connection string', 'password')};Encrypt=true" }
}\n`,
    );
  }
  nest.write('App/Properties/launchSettings.json', (secret) =>
    JSON.stringify({
      profiles: {
        App: {
          commandName: 'Project',
          environmentVariables: {
            MaskinportenSettings__EncodedJwk: secret('EncodedJwk', 'base64Jwk'),
            MaskinportenSettings__ClientSecret: secret('ClientSecret', 'clientSecret'),
            skjenkebevilling__MaskinportenSettings__Jwk: secret('Jwk', 'jwk'),
          },
        },
      },
    }),
  );
  nest.write(
    'deployment/values.yaml',
    (secret) => `# ${secret('comment', 'base64Jwk')}
deployment:
  env:
    - name: MaskinportenSettings__EncodedJwk
      value: "${secret('quoted', 'base64Jwk')}"
    - { name: MaskinportenSettings__JwkBase64, value: ${secret('flow', 'base64Jwk')} }
    - name: kvSetting__ClientSecret
      value: ${secret('ClientSecret', 'clientSecret')}
    - name: old__ClientSecret
      value: "${secret('dotted', 'dottedClientSecret')}"
    - name: db__Password
      value: ${secret('password', 'plainPassword')}
    - name: Pem
      value: |
${secret('PEM', 'pem').replace(/^/gm, '        ')}
  volumes:
    - name: ${secret('volume', 'base64Jwk')}
`,
  );
  nest.write(
    'Dockerfile',
    (secret) => `FROM mcr.microsoft.com/dotnet/aspnet:8.0
ENV MaskinportenSettings__EncodedJwk=${secret('ENV', 'base64Jwk')}
ENV MaskinportenSettings__ClientId x MaskinportenSettings__JwkBase64 ${secret('old ENV', 'base64Jwk')}
ENV kvSetting__ClientSecret ${secret('hex', 'hex')}
ENV client_secret "${secret('password', 'plainPassword')}"
ARG kvSetting__ClientSecret=${secret('ARG', 'clientSecret')}
RUN MaskinportenSettings__Jwk='${secret('RUN', 'jwk')}' dotnet App.dll
`,
  );
  for (const file of ['docker-compose.yml', 'azure-pipelines.yml', '.github/workflows/deploy.yml', '.gitlab-ci.yml']) {
    nest.write(
      file,
      (secret) => `environment:
  - MaskinportenSettings__EncodedJwk=${secret('list', 'base64Jwk')}
variables:
  MaskinportenSettings__JwkBase64: ${secret('map', 'base64Jwk')}
  kvSetting__ClientSecret: ${secret('ClientSecret', 'clientSecret')}
script: |
  az keyvault secret set --name skjenkebevilling--MaskinportenSettings--EncodedJwk --value ${secret('script', 'base64Jwk')}
`,
    );
  }
  for (const file of ['scripts/keys.sh', 'scripts/keys.ps1', 'README.md', 'docs/oppsett.md', 'App/notes.txt']) {
    nest.write(
      file,
      (
        secret,
      ) => `az keyvault secret set --vault-name x --name MaskinportenSettings--EncodedJwk --value "${secret('--value', 'base64Jwk')}"
az keyvault secret set --name "MaskinportenSettings--${secret('in a name', 'base64Jwk')}" --value x
export MaskinportenSettings__Jwk='${secret('export', 'jwk')}'; MaskinportenSettings--ClientId: ${secret('after a name', 'base64Jwk')}
altinn-jwks export ${secret('argument', 'base64UrlJwks')} MaskinportenSettings--JwkBase64
curl -u user:${secret('curl', 'password')} https://user:${secret('address', 'password')}@nuget.example.no/v3
${secret('PEM', 'pem')}
`,
    );
  }
  nest.write(
    'infra/main.bicep',
    (secret) => `resource jwk 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  name: 'MaskinportenSettings--EncodedJwk'
  properties: { value: '${secret('value', 'base64Jwk')}' }
}
param clientSecret string = '${secret('param', 'clientSecret')}'
`,
  );
  nest.write(
    'infra/main.tf',
    (secret) => `resource "azurerm_key_vault_secret" "jwk" {
  name  = "skjenkebevilling--MaskinportenSettings--JwkBase64"
  value = "${secret('value', 'base64Jwk')}"
}
client_secret = "${secret('client_secret', 'clientSecret')}"
`,
  );
  nest.write('.env', (secret) => `MaskinportenSettings__EncodedJwk=${secret('EncodedJwk', 'base64Jwk')}\n`);
  nest.write(
    'App/secrets.json',
    (secret) => `{ "MaskinportenSettings:EncodedJwk": "${secret('EncodedJwk', 'base64Jwk')}" }`,
  );
  nest.write(
    'App/maskinportenSettings.json',
    (secret) => `{ "MaskinportenSettings": { "Jwks": { "keys": [${secret('Jwks', 'prettyJwk')}] } } }`,
  );
  nest.write('App/key.pem', (secret) => secret('PEM', 'pem'));
  nest.write('App/virksomhet.pfx', (secret) => secret('base64', 'base64Der'));
  nest.write('cli/appsettings.json', (secret) => `{ "EncodedJwk": "${secret('EncodedJwk', 'base64Jwk')}" }`);
  nest.write(
    'nuget.config',
    (secret) =>
      `<configuration><add key="ClearTextPassword" value="${secret('password', 'password')}" /></configuration>`,
  );
  nest.write(
    'Directory.Build.props',
    (secret) =>
      `<Project><PropertyGroup><MaskinportenKey>${secret('property', 'base64Jwk')}</MaskinportenKey></PropertyGroup></Project>`,
  );
  nest.edit('App/App.csproj', (text, secret) =>
    text.replace(
      '</PropertyGroup>',
      `<UserSecretsId>${secret('UserSecretsId', 'base64Jwk').slice(0, 100)}</UserSecretsId><EncodedJwk>${secret('property', 'base64Jwk')}</EncodedJwk></PropertyGroup>`,
    ),
  );
  nest.write(
    'App/config/authorization/policy.xml',
    (
      secret,
    ) => `<Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
  <Rule RuleId="${secret('rule id', 'base64Jwk')}" Effect="Permit">
    <Description>${secret('description', 'base64Jwk')}</Description>
    <Target><AnyOf><AllOf><Match MatchId="${secret('function', 'base64Jwk')}">
      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">${secret('value', 'base64Jwk')}</AttributeValue>
      <AttributeDesignator AttributeId="urn:altinn:org" Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
    </Match></AllOf></AnyOf></Target>
  </Rule>
  <!-- ${secret('comment', 'base64Jwk')} -->
</Policy>
`,
  );
  nest.write(
    'App/config/process/process.bpmn',
    (
      secret,
    ) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:altinn="http://altinn.no/process"><process id="p">
  <task id="${secret('task id', 'base64Jwk')}"><extensionElements><altinn:taskExtension>
    <altinn:taskType>${secret('task type', 'base64Jwk')}</altinn:taskType>
  </altinn:taskExtension></extensionElements></task>
  <endEvent id="${secret('end event', 'base64Jwk')}"/>
</process></definitions>
`,
  );
  nest.edit('App/config/applicationmetadata.json', (text, secret) =>
    text.replace(/"nb": "/, (title) => `"en": "${secret('title', 'base64Jwk')}", ${title}`),
  );
  nest.write(
    'App/Keys.cs',
    (secret) => `namespace Altinn.App;
// Maskinporten: ${secret('comment', 'base64Jwk')}
/* ${secret('PEM in a comment', 'pem')} */
public static class Keys
{
    public const string Jwk = "${secret('constant', 'base64Jwk')}";
    public const string Escaped = ${JSON.stringify(secret('escaped', 'jwk'))};
    public const string Verbatim = @"${secret('verbatim', 'prettyJwk').replaceAll('"', '""')}";
    public const string Pem = "${inLine(secret('PEM', 'pem'))}";
    public static readonly string ClientSecret = "${secret('ClientSecret', 'clientSecret')}";
    public static string Of(IConfiguration config) => config["MaskinportenSettings:EncodedJwk"] ?? "${secret('default', 'base64Jwk')}";
    public static object Settings() => new Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings { ClientId = "x", EncodedJwk = "${secret('object', 'base64Jwk')}", EnterpriseUserPassword = "${secret('password', 'password')}" };
    public const string SigningKey = "${secret('hex', 'hex')}";
    public static readonly object Certificate = new X509Certificate2("x.p12", "${secret('certificate', 'plainPassword')}");
    public static string Pieces() => "${inPieces(secret('pieces', 'base64Der'))}";
    public static Task<string> Secret(ISecretsClient secrets) => secrets.GetSecretAsync("MaskinportenSettings--${secret('name of a secret', 'base64Jwk').slice(0, 150)}");
    public static string Section(IConfiguration config) => config.GetSection("${secret('section', 'base64Jwk').slice(0, 150)}:MaskinportenSettings")["EncodedJwk"];
}
`,
  );
}

/** Beside and in the statements that findings point at. */
function layInProgram(nest: Nest): void {
  nest.edit('App/Program.cs', (text, secret) =>
    text
      .replace(
        /^(\s*)(services\b[^;]*;)/m,
        (_, indent: string, statement: string) =>
          `${indent}var jwk = "${secret('variable', 'base64Jwk')}"; // ${secret('comment', 'base64Jwk')}${indent}${statement} // ${secret('behind the statement', 'base64Jwk')}${indent}builder.Configuration.AddAzureKeyVault("https://x.vault.azure.net", "id", "${secret('vault', 'dottedClientSecret')}");${indent}Use(new X509Certificate2("x.p12", "${secret('certificate', 'plainPassword')}"), "${inPieces(secret('pieces', 'base64Der'))}");${indent}services.ConfigureMaskinportenClient(o => { o.ClientId = "x"; o.JwkBase64 = "${secret('delegate', 'base64Jwk')}"; });${indent}services.ConfigureMaskinportenClient("${secret('path', 'base64Jwk').slice(0, 120)}");${indent}services.AddMaskinportenJwkTokenProvider("${secret('name', 'base64Jwk').slice(0, 120)}");${indent}services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>("${secret('client', 'base64Jwk').slice(0, 90)}", new MaskinportenSettings { EncodedJwk = "${secret('settings', 'base64Jwk')}" }, d => { d.ClientSettings.Scope = "a:b ${secret('scope', 'base64Jwk').slice(0, 90)}"; d.ClientSettings.EnterpriseUserPassword = "${secret('password', 'password')}"; });`,
      )
      .concat(`\n// Maskinporten\n// ${secret('at the end', 'pem')}`.replaceAll('\n', '\n// ')),
  );
}

const phases = ['prepare', 'switch', 'cleanup'] as const;

/** Everything that the commands say about a repo, and the files they write beside it. */
async function everythingAbout(folder: string, nest: Nest): Promise<string> {
  const out = emptyFolder();
  const names = join(out, 'names.txt');
  writeFileSync(names, `MaskinportenSettings--ClientId\n${nest.lay('a name in --vault-secrets', 'base64Jwk')}\n`);
  const wrong = join(out, 'wrong.json');
  writeFileSync(
    wrong,
    `[{ "value": "${nest.lay('wrong --vault-secrets', 'base64Jwk')}" }, ${nest.lay('broken --vault-secrets', 'clientSecret')}`,
  );
  const scopes = join(out, 'scopes.txt');
  writeFileSync(scopes, `a:b\n${nest.lay('a scope in --registered-scopes', 'base64Jwk')}\n`);
  const audits = [
    ['audit'],
    ['audit', '--verbose', '--color', '--lang', 'nb'],
    ['audit', '--verbose', '--target', 'v9'],
    ['audit', '--format', 'json', '--lang', 'nb'],
    ['audit', '--format', `terminal=${join(out, 'report.txt')}`, '--format', `json=${join(out, 'report.json')}`],
    ['audit', '--format', 'markdown', '--format', `html=${join(out, 'report.html')}`, '--target', 'v9'],
    ['audit', '--format', 'html', '--lang', 'nb'],
    ['audit', 'cli', '--format', 'markdown'],
    ['audit', ...formatNames.flatMap((name) => ['--format', `${name}=${join(out, `all.${name}`)}`])],
    ['audit', 'cli', ...formatNames.flatMap((name) => ['--format', `${name}=${join(out, `cli.${name}`)}`])],
    ['audit', '--vault-secrets', names, '--registered-scopes', scopes, '--verbose'],
    ['audit', '--vault-secrets', names, '--registered-scopes', scopes, '--format', 'json'],
    ['audit', '--vault-secrets', wrong],
    ['audit', '--registered-scopes', wrong],
    ['audit', '--vault-secrets', join(folder, 'App/appsettings.TT02.json')],
    ['audit', '--registered-scopes', join(folder, 'App/key.pem')],
    ['audit', '--config', join(folder, 'App/appsettings.TT02.json')],
    ['checklist'],
    ['checklist', '--lang', 'nb', '--target', 'v9', '--vault-secrets', names, '--max-length', '4000'],
    ['checklist', '--update', join(out, 'description.md')],
    ['checklist', 'cli'],
    ['audit', 'cli'],
    ['audit', 'cli', '--format', 'json'],
    ['audit', 'cli', 'App', 'docs', '--verbose'],
  ];
  const fixes = phases.flatMap((phase) => [
    ['fix', '--phase', phase],
    ['fix', '--phase', phase, '--reverse', '--target', 'v9'],
    ['fix', '--phase', phase, '--output', join(out, `${phase}.patch`)],
    ['fix', '--phase', phase, '--output-dir', join(out, phase)],
    ['fix', '--phase', phase, '--vault-secrets', names],
  ]);
  const interactive = phases.map((phase) => ['fix', '--phase', phase, '--interactive']);
  const runs = await inTurn([
    ...[...audits, ...fixes].map((args) => () => maskinflytt(folder, args)),
    ...interactive.map((args) => () => maskinflytt(folder, args, { stdin: 'y\n'.repeat(100) })),
  ]);
  return [...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...filesBelow(out).values()]
    .filter(
      (text) =>
        !text.startsWith('MaskinportenSettings--ClientId\n') &&
        !text.startsWith('[{ "value"') &&
        !text.startsWith('a:b\n'),
    )
    .join('\n');
}

/** What each phase leaves in copies of the repo that it was not there before, with what was said meanwhile. */
async function everythingWritten(source: string): Promise<string> {
  const said: string[] = [];
  for (const how of ['--write', '--commit']) {
    const folder = join(emptyFolder(), 'app');
    git(source, 'clone', '-q', source, folder);
    for (const phase of phases) {
      const before = filesBelow(folder);
      const run = await maskinflytt(folder, ['fix', '--phase', phase, how, '--scopes-added', '--production-verified']);
      said.push(
        run.stdout,
        run.stderr,
        git(folder, 'log', '--format=%an %ae %s %b %D'),
        git(folder, 'branch', '--all'),
      );
      for (const [path, text] of filesBelow(folder)) if (!before.has(path)) said.push(path, text);
      if (how === '--write') git(folder, 'add', '-A');
      if (how === '--write') git(folder, 'commit', '-q', '--allow-empty', '-m', phase);
    }
  }
  return said.join('\n');
}

/** A few at a time: each is a process. */
async function inTurn(tasks: readonly (() => Promise<Run>)[]): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (let at = 0; at < tasks.length; at += 3)
    runs.push(...(await Promise.all(tasks.slice(at, at + 3).map((one) => one()))));
  return runs;
}

function committed(nest: Nest): void {
  git(nest.folder, 'add', '-A', '-f');
  git(nest.folder, 'commit', '-q', '-m', 'With canaries');
}

const appsAround = ['docs-2024-eformidling', 'external-scope-in-settings-with-vault'];
const appsBeside = ['docs-2023-host-gone', 'token-provider-interpolated'];

/** What crashed says nothing, and so gives nothing away either. */
function expectRun(said: string): void {
  expect(said).not.toContain('should not have');
  expect(said).toContain('Altinn.App');
  expect(said).toContain('"schemaVersion": 1');
  expect(said).toContain('# Maskinporten credentials: audit');
  expect(said).toContain('<html lang="nb">');
}

describe.concurrent('a secret shows in no output of any command and no file that is written,', () => {
  test.each(appsAround)('in and around the app %s', { timeout: 300_000 }, async (name) => {
    const nest = new Nest(repoOfFixture(name));
    layAround(nest);
    committed(nest);
    const said = await everythingAbout(nest.folder, nest);
    expect(said).toContain('secrets/committed-key');
    expect(said).toContain('What the policy lets the service owner');
    expectRun(said);
    expect(leaksIn(said, nest.canaries)).toEqual([]);
    expect(leaksIn(await everythingWritten(nest.folder), nest.canaries)).toEqual([]);
  });

  test.each(appsBeside)('beside the statements of the app %s', { timeout: 300_000 }, async (name) => {
    const nest = new Nest(repoOfFixture(name));
    layInProgram(nest);
    committed(nest);
    const said = await everythingAbout(nest.folder, nest);
    expectRun(said);
    expect(leaksIn(said, nest.canaries)).toEqual([]);
    expect(leaksIn(await everythingWritten(nest.folder), nest.canaries)).toEqual([]);
  });

  test('in a configuration file and in a migration record', { timeout: 300_000 }, async () => {
    const nest = new Nest(repoOfFixture('custom-path-literal'));
    nest.write('maskinflytt.config.json', (secret) =>
      JSON.stringify({
        decisions: { [secret('client', 'base64Jwk')]: 'studio' },
        scopes: [secret('scope', 'base64Jwk')],
        suppressions: [
          { rule: 'config/custom-path', path: '*.cs', reason: secret('reason', 'jwk'), expires: '2999-01-01' },
          {
            rule: 'config/delegate',
            path: secret('path', 'base64Jwk'),
            reason: secret('PEM', 'pem'),
            expires: '2020-01-01',
          },
        ],
      }),
    );
    nest.write('maskinflytt.migration.json', (secret) =>
      JSON.stringify({
        schemaVersion: 1,
        clients: [
          {
            id: secret('id', 'base64Jwk'),
            section: secret('section', 'base64Jwk'),
            decision: secret('decision', 'base64Jwk'),
            scopes: [secret('scope', 'base64Jwk')],
            exchange: false,
            clientIdHashes: [secret('hash', 'base64Jwk')],
            secrets: [
              secret('secret', 'base64Jwk'),
              `MaskinportenSettings--${secret('name', 'base64Jwk').slice(0, 100)}`,
            ],
            files: [secret('file', 'base64Jwk')],
          },
        ],
      }),
    );
    committed(nest);
    const said = await everythingAbout(nest.folder, nest);
    expectRun(said);
    expect(leaksIn(said, nest.canaries)).toEqual([]);
  });

  test('and no page of a rule or list of them has one', async () => {
    const folder = emptyFolder();
    const nest = new Nest(folder);
    const secret = nest.lay('argument', 'base64Jwk');
    const runs = await inTurn(
      [
        ['rules'],
        ['rules', secret],
        ['explain', secret],
        ['explain', 'secrets/committed-key', '--lang', 'nb'],
        ['--help', secret],
      ].map((args) => () => maskinflytt(folder, args)),
    );
    const said = runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(said).toContain('secrets/committed-key');
    expect(leaksIn(said, nest.canaries)).toEqual([]);
  });
});

test('these tests would notice a part of any secret', () => {
  for (const form of [
    'jwk',
    'prettyJwk',
    'base64Jwk',
    'base64UrlJwks',
    'pem',
    'base64Pem',
    'base64Der',
    'clientSecret',
    'dottedClientSecret',
    'hex',
    'password',
    'plainPassword',
  ] as const) {
    const laid = canary(form);
    const canaries = new Map([['here', laid]]);
    expect(leaksIn(`a ${laid.text} b`, canaries)).toHaveLength(1);
    const [some] = [...laid.parts].slice(Math.floor(laid.parts.size / 2));
    expect(leaksIn(`a ${some} b`, canaries)).toHaveLength(1);
    expect(leaksIn(canary(form).text, canaries)).toEqual([]);
  }
});
