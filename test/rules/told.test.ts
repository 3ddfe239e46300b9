import { describe, expect, test } from 'vitest';
import type { RuleId } from '../../src/words/rule-words.ts';
import { type Asked, appWith, auditedApp, type Files } from './audited.ts';
import {
  actions,
  anyOf,
  appWithPolicy,
  level,
  obligations,
  ofApp,
  ofOrg,
  org,
  ownRule,
  policy,
  policyPath,
  rule,
} from './policy/policies.ts';
import { type StartUpOptions, startingApp } from './start-ups.ts';
import { documented } from './vault/wirings.ts';

/** What the first finding of a rule knows, and why it is not simply fixed: all that its words are made of. */
async function told(rule: RuleId, files: Files, asked: Asked = {}) {
  const { settled } = await auditedApp(files, asked);
  const finding = settled.map((one) => one.finding).find((one) => one.rule === rule);
  if (finding === undefined) return null;
  const { data, remedy } = finding;
  return { ...data, reasons: remedy.kind === 'none' ? 'none' : remedy.reasons };
}

const v9: Asked = { target: 'v9' };
const settings = (text: string, name = 'appsettings.json') => ({ [`App/${name}`]: text });
const filled = '{ "MaskinportenSettings": { "ClientId": "x" } }';
const inDevelopment = (services: string) => `    if (env.IsDevelopment()) { ${services.trim()} }\n`;
const builtIn = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");\n';
const external = (section: string, definition = 'SettingsJwkClientDefinition') =>
  `    services.AddMaskinportenHttpClient<${definition}, C>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a:b");\n`;

/** What the app is, and what is told differently of it. */
type Row = [string, StartUpOptions, object];

describe('a custom path', () => {
  const services = '    services.ConfigureMaskinportenClient("own:MaskinportenSettings");\n';
  const computed = { code: 'computed', expression: 'config["Path"]' };
  const usual = {
    method: 'ConfigureMaskinportenClient',
    path: 'own:MaskinportenSettings',
    expression: '"own:MaskinportenSettings"',
    unknown: null,
    target: 'v8',
    developmentOnly: false,
    vault: false,
    order: 'before-app-services',
    reasons: [],
  };

  test.each<Row>([
    ['as it is', { services }, {}],
    ['with a vault', { services, after: documented }, { vault: true }],
    ['on the way to v9', { services }, { target: 'v9' }],
    [
      'in Development',
      { services: inDevelopment(services) },
      { developmentOnly: true, reasons: [{ code: 'development-only' }] },
    ],
    [
      'that is computed',
      { services: '    services.ConfigureMaskinportenClient(config["Path"]);\n' },
      {
        path: null,
        expression: 'config["Path"]',
        unknown: computed,
        reasons: [{ code: 'path-unknown', because: computed }],
      },
    ],
    [
      'of the Fiks builder, which replaces the client wherever it stands',
      {
        version: '8.9.2',
        services: '',
        after: 'builder.Services.AddFiksArkiv().WithMaskinportenConfig("own:MaskinportenSettings");\n',
      },
      { method: 'WithMaskinportenConfig' },
    ],
    [
      'behind the app’s services',
      { services: '', after: 'builder.Services.ConfigureMaskinportenClient("own:MaskinportenSettings");\n' },
      { order: 'after-app-services', reasons: [{ code: 'after-app-services' }] },
    ],
    [
      'beside a path to another file',
      { services, more: settings('{ "MaskinportenSettingsFilepath": "x" }', 'appsettings.Staging.json') },
      { reasons: [{ code: 'settings-file-path-removed', file: 'App/appsettings.Staging.json' }] },
    ],
  ])('%s', async (_, app, differs) => {
    expect(await told('config/custom-path', startingApp(app), 'target' in differs ? v9 : {})).toEqual({
      ...usual,
      ...differs,
    });
  });
});

describe('a delegate', () => {
  const services = '    services.ConfigureMaskinportenClient(o => { o.ClientId = config["own:ClientId"]; });\n';
  const usual = {
    method: 'ConfigureMaskinportenClient',
    section: 'own',
    decision: 'studio',
    target: 'v8',
    developmentOnly: false,
    vault: false,
    reasons: [{ code: 'set-in-code' }],
  };

  test.each<Row>([
    ['as it is', { services }, {}],
    ['with a vault', { services, after: documented }, { vault: true }],
    ['on the way to v9', { services }, { target: 'v9' }],
    [
      'in Development',
      { services: inDevelopment(services) },
      {
        decision: 'undecided',
        developmentOnly: true,
        reasons: [{ code: 'set-in-code' }, { code: 'development-only' }],
      },
    ],
  ])('%s', async (_, app, differs) => {
    expect(await told('config/delegate', startingApp(app), 'target' in differs ? v9 : {})).toEqual({
      ...usual,
      ...differs,
    });
  });
});

describe('the default path', () => {
  const services = '    services.ConfigureMaskinportenClient("maskinportenSettings");\n';
  const usual = {
    method: 'ConfigureMaskinportenClient',
    path: 'maskinportenSettings',
    target: 'v8',
    alone: true,
    order: 'before-app-services',
    reasons: [],
  };

  test.each<Row>([
    ['as it is', { services }, {}],
    ['on the way to v9', { services }, { target: 'v9' }],
  ])('%s', async (_, app, differs) => {
    expect(await told('config/default-path', startingApp(app), 'target' in differs ? v9 : {})).toEqual({
      ...usual,
      ...differs,
    });
  });
});

describe('an external client on the default section', () => {
  const app: StartUpOptions = { services: external('MaskinportenSettings'), more: settings(filled) };
  const names = ['ClientId', 'EncodedJwk', 'Environment', 'ExhangeToAltinnToken', 'Scope'];
  const renamed = {
    code: 'section-renamed',
    from: 'MaskinportenSettings',
    to: 'app:MaskinportenSettings',
    vault: false,
  };
  const usual = {
    method: 'AddMaskinportenHttpClient',
    clients: 1,
    to: 'app:MaskinportenSettings',
    vault: false,
    vaultWins: false,
    hostMissing: false,
    secrets: [],
    reasons: [renamed],
  };
  const inVault = {
    vault: true,
    secrets: names.map((name) => {
      return { from: `MaskinportenSettings--${name}`, to: `app--MaskinportenSettings--${name}` };
    }),
    reasons: [{ ...renamed, vault: true }],
  };

  test.each<Row>([
    ['as it is', app, {}],
    ['with a vault that may hold as little as the file', { ...app, after: documented }, inVault],
    ['with a vault before the host', { ...app, before: documented }, inVault],
    ['without the host', { ...app, host: '' }, { hostMissing: true }],
    [
      'of two',
      { ...app, services: `${app.services}${external('MaskinportenSettings').replace(', C>', ', D>')}` },
      { clients: 2 },
    ],
  ])('%s', async (_, options, differs) => {
    const found = await told('config/default-section-shared', startingApp(options), 'target' in differs ? v9 : {});
    expect(found).toEqual({ ...usual, ...differs });
  });

  test.each([
    [0, [{ code: 'key-shown', file: 'App/appsettings.json' }]],
    [3, [{ code: 'key-shown', file: 'App/appsettings.json' }]],
    [8, [renamed]],
  ])('with a key that the patch must not show, below %s other lines', async (lines, reasons) => {
    const key = 'eyJrdHkiOiJSU0EiLCJkIjoibm90LWEta2V5In0AAAA';
    const between = Array.from({ length: lines }, (_, index) => `    "Other${index}": 1,\n`).join('');
    const json = `{\n  "MaskinportenSettings": {\n${between}    "EncodedJwk": "${key}"\n  }\n}\n`;
    const found = await told('config/default-section-shared', startingApp({ ...app, more: settings(json) }));
    expect(found?.reasons).toEqual(reasons);
  });

  test('with the settings of a provider that the app registers', async () => {
    const services =
      '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));\n    services.AddMaskinportenJwkTokenProvider("Own--Key");\n';
    const usings = 'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.App.Core.Internal.Maskinporten;\n';
    const found = await told('config/default-section-shared', startingApp({ ...app, usings, services }));
    expect(found).toMatchObject({ method: 'Configure', clients: 1 });
  });
});

describe('a credential in the default section', () => {
  const usual = {
    file: 'App/appsettings.json',
    environment: 'all',
    section: 'MaskinportenSettings',
    keys: ['ClientId'],
    vault: false,
    reasons: [{ code: 'default-section-cleared', file: 'App/appsettings.json', keys: ['ClientId'] }],
  };
  const staging = 'App/appsettings.Staging.json';

  test.each<Row>([
    ['as it is', { services: builtIn, more: settings(filled) }, {}],
    ['with a vault', { services: builtIn, after: documented, more: settings(filled) }, { vault: true }],
    [
      'of one environment',
      { services: builtIn, more: settings(filled, 'appsettings.Staging.json') },
      {
        file: staging,
        environment: 'Staging',
        reasons: [{ code: 'default-section-cleared', file: staging, keys: ['ClientId'] }],
      },
    ],
    [
      'that an external client reads',
      { services: external('MaskinportenSettings'), more: settings(filled) },
      { reasons: [{ code: 'external-on-default-section', file: 'App/Program.cs' }] },
    ],
  ])('%s', async (_, app, differs) => {
    expect(await told('config/mixed-credentials', startingApp(app), 'target' in differs ? v9 : {})).toEqual({
      ...usual,
      ...differs,
    });
  });
});

describe('an environment variable', () => {
  const values = (name: string) => `deployment:\n  env:\n    - name: ${name}\n      value: x\n`;
  const app = (name: string, services = builtIn, version = '8.7.0'): StartUpOptions => {
    return { services, version, more: { 'deployment/values.yaml': values(name) } };
  };
  const usual = {
    file: 'deployment/values.yaml',
    where: 'values',
    section: 'MaskinportenSettings',
    keys: ['ClientId'],
    defaultSection: true,
    merged: true,
    reasons: [],
  };
  const custom = '    services.ConfigureMaskinportenClient("own:MaskinportenSettings");\n';
  const launch = '{ "profiles": { "App": { "environmentVariables": { "MaskinportenSettings__ClientId": "x" } } } }';

  test.each<Row>([
    ['of the default section', app('MaskinportenSettings__ClientId'), {}],
    [
      'of a section of the app’s own',
      app('own__MaskinportenSettings__ClientId', custom),
      { section: 'own:MaskinportenSettings', defaultSection: false },
    ],
    [
      'for the path to another file',
      app('MaskinportenSettingsFilepath'),
      { section: null, keys: ['MaskinportenSettingsFilepath'], defaultSection: false },
    ],
    ['that v9 never reads', app('MaskinportenSettings__ClientId', builtIn, '9.0.0'), { merged: false }],
    [
      'for local runs',
      { services: builtIn, more: { 'App/Properties/launchSettings.json': launch } },
      { file: 'App/Properties/launchSettings.json', where: 'launch-settings', reasons: 'none' },
    ],
  ])('%s', async (_, options, differs) => {
    expect(await told('config/environment-override', startingApp(options), 'target' in differs ? v9 : {})).toEqual({
      ...usual,
      ...differs,
    });
  });
});

describe('an early read', () => {
  const reading = (section: string) => `    config.GetSection("${section}").Bind(x);\n`;
  const custom = '    services.ConfigureMaskinportenClient("own:MaskinportenSettings");\n';
  const usual = { registration: false, reasons: [] };

  test.each<Row>([
    [
      'of the default section',
      { services: `${reading('MaskinportenSettings')}${builtIn}`, after: documented },
      { section: 'MaskinportenSettings', vault: true, studio: true },
    ],
    [
      'of the default section, without a vault',
      { services: `${reading('MaskinportenSettings')}${builtIn}` },
      { section: 'MaskinportenSettings', vault: false, studio: true },
    ],
    [
      'of a section of the app’s own',
      { services: `${reading('own:MaskinportenSettings')}${custom}`, after: documented },
      { section: 'own:MaskinportenSettings', vault: true, studio: false },
    ],
  ])('%s', async (_, app, differs) => {
    expect(await told('config/early-read', startingApp(app), 'target' in differs ? v9 : {})).toEqual({
      ...usual,
      ...differs,
    });
  });

  test.each(['MaskinportenSettingsOther', 'MaskinportenSettings:Other', 'Own:MaskinportenSettings2'])(
    'but not of %s',
    async (section) => {
      const app = startingApp({ services: `${reading(section)}${builtIn}`, after: documented });
      expect(await told('config/early-read', app)).toBeNull();
    },
  );
});

test('files that lead elsewhere, and those of local runs', async () => {
  const path = settings('{ "MaskinportenSettingsFilepath": "x" }');
  const file = 'App/appsettings.json';
  const reasons = [{ code: 'settings-file-path-removed', file }];
  const app = startingApp({ services: builtIn, more: path });
  expect(await told('config/settings-file-path', app)).toEqual({ file, environment: 'all', target: 'v8', reasons });
  expect(await told('config/settings-file-path', app, v9)).toEqual({ file, environment: 'all', target: 'v9', reasons });
  const local = startingApp({ services: builtIn, version: '8.9.0', more: settings(filled, 'appsettings.Local.json') });
  expect(await told('config/local-file', local)).toEqual({
    file: 'App/appsettings.Local.json',
    section: 'MaskinportenSettings',
    keys: ['ClientId'],
    reasons: [],
  });
});

describe('a client of the external package', () => {
  const usual = {
    method: 'AddMaskinportenHttpClient',
    client: 'C',
    section: 'own',
    scopes: ['a:b'],
    exchange: false,
    decision: 'studio',
    target: 'v8',
    vault: false,
    reasons: [],
  };

  test.each<Row>([
    ['as it is', { services: external('own') }, {}],
    ['with a vault', { services: external('own'), after: documented }, { vault: true }],
    ['on the way to v9', { services: external('own') }, { target: 'v9' }],
    [
      'with a certificate',
      { services: external('own', 'SettingsX509ClientDefinition') },
      { reasons: [{ code: 'key-type', definition: 'SettingsX509ClientDefinition', keyType: 'certificate' }] },
    ],
  ])('%s', async (_, app, differs) => {
    expect(await told('clients/external-http-client', startingApp(app), 'target' in differs ? v9 : {})).toEqual({
      ...usual,
      ...differs,
    });
  });

  const attached = `    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("own"));
    services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("k", d => { d.ClientSettings.Scope = "a b"; d.ClientSettings.Resource = "r"; });\n`;

  test('as a definition and its handler', async () => {
    const { settled } = await auditedApp(startingApp({ services: attached, after: documented }));
    const both = settled.flatMap(({ finding }) =>
      finding.rule === 'clients/external-message-handler' ? [finding.data] : [],
    );
    const shared = { key: 'k', section: 'own', exchange: false, decision: 'studio', target: 'v8', vault: true };
    expect(both).toEqual([
      { ...shared, method: 'RegisterMaskinportenClientDefinition', part: 'definition', scopes: null },
      { ...shared, method: 'AddMaskinportenHttpMessageHandler', part: 'handler', scopes: ['a', 'b'] },
    ]);
    expect(await told('clients/unsupported-setting', startingApp({ services: attached }))).toEqual({
      members: ['Resource'],
      target: 'v8',
      reasons: [],
    });
  });
});

test('a token provider that the app registers, and the secret that it reads', async () => {
  const services = '    services.AddMaskinportenJwkTokenProvider("Own--Key");\n';
  const usings = 'using Altinn.App.Core.Internal.Maskinporten;\n';
  const app = startingApp({ usings, services });
  expect(await told('clients/token-provider', app)).toEqual({
    name: 'AddMaskinportenJwkTokenProvider',
    how: 'registered',
    target: 'v8',
    token: 'jwt',
    decision: 'studio',
    vault: false,
    reasons: [{ code: 'provider-of-library' }],
  });
  const inVault = startingApp({ usings, services, after: documented });
  expect(await told('clients/token-provider', inVault)).toMatchObject({ vault: true });
  expect(await told('vault/secrets-client', app)).toEqual({
    by: 'token-provider',
    name: 'Own--Key',
    method: 'AddMaskinportenJwkTokenProvider',
    reasons: [],
  });
});

test('settings in code', async () => {
  const files = appWith('    var s = new MaskinportenSettings { Scope = "a" };');
  const program = `using Altinn.ApiClients.Maskinporten.Config;\n${files['App/Program.cs']}`;
  const app = { ...files, 'App/Program.cs': program };
  const usual = { of: 'package', how: 'made', reasons: [] };
  expect(await told('config/settings-in-code', app)).toEqual({ ...usual, target: 'v8' });
  expect(await told('config/settings-in-code', app, v9)).toEqual({ ...usual, target: 'v9' });
});

test('a host that loads nothing', async () => {
  const reasons = [{ code: 'host-restored', file: 'App/Program.cs' }];
  const without = { services: builtIn, host: '' };
  const usual = { method: 'CreateBuilder', vault: false, reasons };
  expect(await told('host/studio-file-not-loaded', startingApp(without))).toEqual(usual);
  expect(await told('host/studio-file-not-loaded', startingApp({ ...without, after: documented }))).toMatchObject({
    vault: true,
  });
});

describe('a vault', () => {
  const kvNames = ['Authority', 'ClientId', 'Jwk', 'JwkBase64'].map((name) => `MaskinportenSettings--${name}`);
  const inferred = kvNames.map((name) => ({ name, certainty: 'inferred' }));
  const retired = { phase: 'switch', names: inferred, otherApps: [], unsure: [], reasons: [] };
  const idle = {
    kind: 'provider',
    name: 'AddAzureKeyVaultAsConfigProvider',
    switched: false,
    listed: false,
    mounts: null,
    packages: [],
    unclearPackages: [],
    reasons: [{ code: 'switch-unrecorded' }],
  };

  test('behind the host', async () => {
    const app = startingApp({ services: builtIn, after: documented });
    expect(await told('vault/overrides-studio', app)).toEqual({ secrets: null, hostMissing: false, reasons: [] });
    expect(await told('vault/retire-secrets', app)).toEqual({ ...retired, order: 'after-host', reloads: 'no' });
    expect(await told('vault/unused-provider', app)).toEqual(idle);
    expect(await told('vault/before-host', app)).toBeNull();
  });

  test.each([
    ['8.3.0', true],
    ['8.5.4', true],
    ['8.5.5', false],
    ['8.7.0', false],
  ])('before the host: on %s it throws: %s', async (version, throws) => {
    const app = startingApp({ version, services: builtIn, before: documented });
    const method = 'AddAzureKeyVaultAsConfigProvider';
    expect(await told('vault/before-host', app)).toEqual({ method, throws, reasons: [{ code: 'vault-wins-again' }] });
    expect(await told('vault/retire-secrets', app)).toEqual({ ...retired, order: 'before-host', reloads: 'no' });
    expect(await told('vault/overrides-studio', app)).toBeNull();
  });

  test('without a host', async () => {
    const app = startingApp({ services: builtIn, host: '', after: documented });
    expect(await told('vault/overrides-studio', app)).toEqual({ secrets: null, hostMissing: true, reasons: [] });
    expect(await told('vault/retire-secrets', app)).toEqual({ ...retired, order: 'unknown', reloads: 'no' });
  });

  test('that reloads by itself', async () => {
    const app = startingApp({ version: '8.9.1', services: builtIn, after: documented });
    expect(await told('vault/retire-secrets', app)).toEqual({ ...retired, order: 'after-host', reloads: 'yes' });
  });

  test('whose secrets are listed', async () => {
    const app = startingApp({ services: builtIn, after: documented });
    const name = 'MaskinportenSettings--ClientId';
    const asked: Asked = { vaultSecrets: [name, 'other'] };
    expect(await told('vault/overrides-studio', app, asked)).toEqual({
      secrets: [name],
      hostMissing: false,
      reasons: [],
    });
    expect(await told('vault/retire-secrets', app, asked)).toMatchObject({ names: [{ name, certainty: 'listed' }] });
    expect(await told('vault/unused-provider', app, asked)).toEqual({ ...idle, listed: true });
    const none: Asked = { vaultSecrets: ['other'] };
    expect(await told('vault/overrides-studio', app, none)).toBeNull();
    expect(await told('vault/retire-secrets', app, none)).toBeNull();
  });

  test('that a client still needs', async () => {
    const app = startingApp({ services: external('own'), after: documented });
    expect(await told('vault/unused-provider', app)).toEqual({ ...idle, reasons: [{ code: 'vault-still-read' }] });
  });

  test('of an identity that stays the app’s own keeps secrets that only the built-in client would miss', async () => {
    const asked: Asked = { decide: { own: 'own-external' }, vaultSecrets: ['MaskinportenSettings--ClientId'] };
    const alone = startingApp({ services: external('own'), after: documented });
    expect(await told('vault/retire-secrets', alone, asked)).toBeNull();
    const beside = startingApp({ services: `${external('own')}${builtIn}`, after: documented });
    expect(await told('vault/retire-secrets', beside, asked)).toMatchObject({ phase: 'switch' });
  });

  test('whose address the deployment does not mount', async () => {
    const values =
      'deployment:\n  volumeMounts:\n    - name: other\n      mountPath: /x\n  volumes:\n    - name: other\n';
    const app = startingApp({ services: builtIn, after: documented, more: { 'deployment/values.yaml': values } });
    expect(await told('vault/missing-mount', app)).toEqual({
      file: 'deployment/values.yaml',
      missing: 'both',
      isHelper: true,
      reasons: [],
    });
  });

  test('that code reads by name', async () => {
    const code =
      'class A(Altinn.App.Core.Internal.Secrets.ISecretsClient secrets) { object B() => secrets.GetSecretAsync("MaskinportenSettings--EncodedJwk"); }';
    const app = startingApp({ services: builtIn, more: { 'App/A.cs': code } });
    const name = 'MaskinportenSettings--EncodedJwk';
    expect(await told('vault/secrets-client', app)).toEqual({
      by: 'call',
      name,
      method: 'GetSecretAsync',
      reasons: [],
    });
    expect(await told('vault/retire-secrets', app)).toMatchObject({
      phase: 'cleanup',
      names: [{ name, certainty: 'seen' }],
      order: 'none',
    });
  });
});

test('credentials in a file that the app adds by itself', async () => {
  const add = 'builder.Configuration.AddJsonFile("own.json");\n';
  const app: StartUpOptions = { services: builtIn, more: settings(filled, 'own.json') };
  const usual = {
    file: 'App/own.json',
    environment: 'all',
    section: 'MaskinportenSettings',
    keys: ['ClientId'],
    vault: false,
    reasons: [{ code: 'own-source', file: 'App/own.json' }],
  };
  expect(await told('config/mixed-credentials', startingApp({ ...app, after: add }))).toEqual(usual);
  const withVault = startingApp({ ...app, after: `${add}${documented}` });
  expect(await told('config/mixed-credentials', withVault)).toEqual({ ...usual, vault: true });
});

describe('a policy', () => {
  const file = policyPath;
  const both = ['read', 'write'];
  const second = { id: 'urn:altinn:ruleid:2' };
  const condition = '    <xacml:Condition><xacml:Apply FunctionId="urn:x"/></xacml:Condition>\n';

  test('that names another org', async () => {
    const other = rule([anyOf([org('skd')]), anyOf([ofOrg('nav'), ofApp('a')]), actions('read')], second);
    const { settled } = await auditedApp(appWithPolicy(policy([ownRule(both), other])));
    const found = settled.flatMap(({ finding }) => (finding.rule === 'policy/foreign-org' ? [finding.data] : []));
    const usual = { file, rule: second.id, own: 'ttd' };
    expect(found).toEqual([
      { ...usual, org: 'skd', part: 'subject' },
      { ...usual, org: 'nav', part: 'resource' },
    ]);
  });

  test.each([
    ['minimum-authenticationlevel', 'everyone'],
    ['minimum-authenticationlevel-org', 'service-owner'],
  ])('that demands too high a level, by %s', async (name, of) => {
    const text = policy([ownRule(both)], { obligations: obligations(level(name, '4')) });
    expect(await told('policy/authentication-level', appWithPolicy(text))).toEqual({ file, level: 4, of, reasons: [] });
  });

  test('that leaves something open', async () => {
    const text = policy([ownRule(both), ownRule(['write'], { ...second, more: condition })]);
    const data = { file, doubt: { code: 'condition' }, elsewhere: 0, actions: ['write'] };
    expect(await told('policy/inconclusive', appWithPolicy(text))).toMatchObject({ ...data, reasons: [] });
  });

  test('whose levels are no numbers', async () => {
    const levels = [level('minimum-authenticationlevel', 'three'), level('minimum-authenticationlevel', 'four')];
    const text = policy([ownRule(both)], { obligations: obligations(...levels) });
    const data = { file, doubt: { code: 'level-unclear' }, elsewhere: 1, actions: [] };
    expect(await told('policy/inconclusive', appWithPolicy(text))).toEqual({ ...data, reasons: [] });
  });

  test.each([
    ['[ORG]', ownRule(['read'])],
    ['ttd', rule([anyOf([org('ttd')]), anyOf([ofOrg('ttd'), ofApp('app')]), actions('read')])],
  ])('that lacks a right for %s', async (_, text) => {
    expect(await told('policy/service-owner-rights', appWithPolicy(policy([text])))).toMatchObject({
      file,
      lacking: [{ action: 'write', states: 'every' }],
      grantedBy: 'patch',
    });
  });
});

describe('scopes to add', () => {
  const usual = {
    scopes: ['a'],
    implied: [],
    complete: true,
    buttonEnough: false,
    target: 'v8',
    first: 'look-up',
    registeredOnly: null,
    notRegistered: null,
    reasons: [],
  };
  const defaults = ['altinn:serviceowner', 'altinn:serviceowner/instances.read', 'altinn:serviceowner/instances.write'];
  const fiks: StartUpOptions = { version: '8.9.2', services: '    services.AddFiksArkiv();\n' };

  test.each<[string, StartUpOptions, Asked, object]>([
    ['as the code asks', { services: builtIn }, {}, {}],
    ['with those of v9', { services: builtIn }, v9, { scopes: ['a', ...defaults], target: 'v9' }],
    [
      'beside others of the old client',
      { services: builtIn },
      { registeredScopes: ['b'] },
      { registeredOnly: ['b'], notRegistered: ['a'] },
    ],
    [
      'as the old client has them',
      { services: builtIn },
      { registeredScopes: ['a'] },
      { registeredOnly: [], notRegistered: [] },
    ],
    ['with some that the configuration names', { services: builtIn }, { extraScopes: ['c'] }, { scopes: ['a', 'c'] }],
    ['that a library implies', fiks, {}, { scopes: ['ks:fiks'], implied: ['ks:fiks'] }],
    ['after an upgrade', { services: external('own'), version: '8.2.0' }, {}, { scopes: ['a:b'], first: 'upgrade' }],
    ['before anything else', { services: external('own') }, {}, { scopes: ['a:b'], first: null }],
    ['after mending', { services: external('MaskinportenSettings') }, {}, { scopes: ['a:b'], first: 'mend' }],
  ])('%s', async (_, app, asked, differs) => {
    expect(await told('scopes/to-add', startingApp(app), asked)).toEqual({ ...usual, ...differs });
  });

  test('that only the running app knows', async () => {
    const because = { code: 'computed', expression: 'config["x"]' };
    const unknown = { ...because, because };
    expect(await told('scopes/unresolved', startingApp({ services: builtIn.replace('"a"', 'config["x"]') }))).toEqual({
      by: 'UseMaskinportenAuthorization',
      because: unknown,
      reasons: [{ code: 'scopes-unknown', because: unknown }],
    });
  });
});

describe('versions', () => {
  const referencing = (...packages: readonly (readonly [string, string])[]): StartUpOptions => ({
    services: builtIn,
    more: {
      'App/App.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup>${packages.map(([id, version]) => `<PackageReference Include="${id}" Version="${version}" />`).join('')}</ItemGroup></Project>`,
    },
  });

  test('too old, unknown, and apart', async () => {
    expect(await told('version/too-old', startingApp({ services: external('own'), version: '8.2.0' }))).toEqual({
      version: '8.2.0',
      missing: 'provisioned-file',
      needed: '8.3.0',
      advised: '8.7',
      hasSomethingToMove: true,
      reasons: [],
    });
    expect(await told('version/unknown', startingApp(referencing()))).toEqual({ declared: null, reasons: 'none' });
    const apart = startingApp(referencing(['Altinn.App.Api', '8.7.0'], ['Altinn.App.Core', '8.3.0']));
    expect(await told('version/mismatch', apart)).toEqual({ api: '8.7.0', core: '8.3.0', reasons: [] });
  });

  test('of the external package that nothing uses', async () => {
    const app = startingApp(referencing(['Altinn.App.Api', '8.7.0'], ['Altinn.ApiClients.Maskinporten', '9.1.0']));
    const usual = { version: '9.1.0', imports: 0, target: 'v8', reasons: [] };
    expect(await told('clients/external-package', app)).toEqual(usual);
  });
});

test('spellings, exchange and masked tokens', async () => {
  const british = startingApp({ services: builtIn.replace('ization', 'isation') });
  expect(await told('clients/obsolete-spelling', british)).toEqual({
    from: 'UseMaskinportenAuthorisation',
    to: 'UseMaskinportenAuthorization',
    target: 'v8',
    reasons: [],
  });
  const plain = startingApp({ services: builtIn.replace('"a"', '"altinn:instances.read"') });
  expect(await told('clients/exchange-expected', plain)).toEqual({
    method: 'UseMaskinportenAuthorization',
    scopes: ['altinn:instances.read'],
    instead: 'UseMaskinportenAltinnAuthorization',
    reasons: [],
  });
  const code =
    'using Altinn.App.Core.Features.Maskinporten;\nclass A(IMaskinportenClient c) { async Task B() { var t = await c.GetAccessToken(["a"]); Send($"Bearer {t}"); } }';
  expect(await told('clients/masked-token', startingApp({ services: builtIn, more: { 'App/A.cs': code } }))).toEqual({
    form: 'interpolation',
    token: 't',
    reasons: [{ code: 'full-token' }],
  });
});
