import { describe, expect, test } from 'vitest';
import { statusOf } from '../../src/app/status.ts';
import { triggerOf } from '../../src/app/trigger.ts';
import { settingsInCode } from '../../src/words/rules/config/settings-in-code.ts';
import { triggerEn, triggerNb } from '../../src/words/trigger.ts';
import { type Asked, appWith, auditedApp, type Files, found, programWith } from '../rules/audited.ts';
import { process, processPath } from '../rules/policy/policies.ts';

const custom = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
const authorised = 'services.AddHttpClient<A>().UseMaskinportenAuthorization("a");';
const external = (section: string) =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("${section}"));`;
const filled = { 'App/appsettings.Production.json': '{ "MaskinportenSettings": { "ClientId": "x" } }' };

const onDefault = external('MaskinportenSettings');
const v9 = '9.0.0';

/** With a vault that the program adds before or after the host. */
function withVault(services: string, when: 'before' | 'after' | 'in Development', version = '8.7.0'): Files {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';
  const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';
  const both = {
    before: `${vault}\n${host}`,
    after: `${host}\n${vault}`,
    'in Development': `${host}\nif (builder.Environment.IsDevelopment()) { ${vault} }`,
  };
  return appWith('', {
    version,
    more: { 'App/Program.cs': programWith(`    ${services}`).replace(host, both[when]) },
  });
}

/** Started without what adds the provisioned file. */
function withoutHost(services: string, version = '8.7.0'): Files {
  const program = programWith(`    ${services}`).replace('builder.WebHost.ConfigureAppWebHost(args);\n', '');
  return appWith('', { version, more: { 'App/Program.cs': program } });
}

async function standing(services: string, more: Parameters<typeof appWith>[1]) {
  return standingOf(appWith(`    ${services}`, more));
}

async function standingOf(files: Files, asked: Asked = {}) {
  const { app } = await auditedApp(files, asked);
  return [statusOf(app), triggerOf(app).event];
}

function settings(name: string, section: Readonly<Record<string, string>>): Files {
  return { [`App/${name}`]: JSON.stringify({ MaskinportenSettings: section }) };
}

function variables(...keys: readonly string[]): string {
  return `env:\n${keys.map((key) => `  - name: MaskinportenSettings__${key}\n    value: x\n`).join('')}`;
}

describe('where every old client is decided to stay', () => {
  const asked: Asked = { decide: { mine: 'own-external' } };

  test.each<[string, Files, string]>([
    [
      'the built-in one still has a vault before it',
      withVault(`${authorised}\n${external('mine')}`, 'after'),
      'secret-removal',
    ],
    ['the built-in one has Studio’s', appWith(`${authorised}\n${external('mine')}`), 'none'],
    ['nothing else asks', withVault(external('mine'), 'after'), 'none'],
  ])('%s', async (_, files, trigger) => {
    expect(await standingOf(files, asked)).toEqual(['own', trigger]);
  });
});

describe('with the names of the secrets that the vault holds', () => {
  const listing = (...keys: readonly string[]) => keys.map((key) => `MaskinportenSettings--${key}`);

  test.each<[string, Files, readonly string[], string, string]>([
    ['none of the default section', withVault(authorised, 'after'), ['other--ApiKey'], 'studio', 'none'],
    ['both halves', withVault(authorised, 'after'), listing('ClientId', 'JwkBase64'), 'undetermined', 'secret-removal'],
    ['the id alone', withVault(authorised, 'after'), listing('ClientId'), 'undetermined', 'breaks-when-scopes-added'],
    ['the key alone', withVault(authorised, 'after'), listing('jwkbase64'), 'undetermined', 'breaks-when-scopes-added'],
    [
      'the key that beats Studio’s, before the host',
      withVault(authorised, 'before'),
      listing('ClientId', 'JwkBase64'),
      'undetermined',
      'breaks-when-scopes-added',
    ],
    [
      'a key that Studio’s replaces, before the host',
      withVault(authorised, 'before'),
      listing('ClientId', 'Jwk'),
      'undetermined',
      'scopes-added',
    ],
    ['the id for an external client', withVault(onDefault, 'after'), listing('ClientId'), 'legacy', 'secret-removal'],
    ['the key for one', withVault(onDefault, 'after'), listing('EncodedJwk'), 'legacy', 'breaks-when-scopes-added'],
  ])('%s', async (_, files, vaultSecrets, status, trigger) => {
    expect(await standingOf(files, { vaultSecrets })).toEqual([status, trigger]);
  });
});

describe('status and trigger, by what the app does', () => {
  test.each([
    ['nothing of Maskinporten', 'services.AddTransient<A>();', {}, 'none', 'none'],
    ['the built-in client alone', authorised, {}, 'studio', 'none'],
    ['a library that asks the built-in client', 'services.AddFiksArkiv();', {}, 'studio', 'none'],
    [
      'a task that sends to Fiks Arkiv, and no code that says so',
      '',
      { more: { [processPath]: process([{ id: 'Task_1', type: 'fiksArkiv' }]) } },
      'studio',
      'none',
    ],
    [
      'such a library before there was a built-in client',
      'services.AddFiksArkiv();',
      { version: '8.2.6' },
      'none',
      'none',
    ],
    ['an own client of such a library', `services.AddFiksArkiv();\n${external('mine')}`, {}, 'legacy', 'code-deploy'],
    ['the built-in client, keys in the settings', authorised, { more: filled }, 'undetermined', 'scopes-added'],
    ['a custom path', custom, {}, 'legacy', 'code-deploy'],
    ['a custom path under clients of the built-in kind', `${custom}\n${authorised}`, {}, 'legacy', 'code-deploy'],
    ['an external client of its own section', external('mine'), {}, 'legacy', 'code-deploy'],
    ['an external client beside the built-in one', `${external('mine')}\n${authorised}`, {}, 'mixed', 'code-deploy'],
    [
      'an external client on the default section',
      external('maskinportenSETTINGS'),
      {},
      'legacy',
      'breaks-when-scopes-added',
    ],
    [
      'the same below 8.3, which reads no provisioned file',
      external('MaskinportenSettings'),
      { version: '8.2.6' },
      'blocked',
      'never',
    ],
  ])('%s', async (_, services, more, status, trigger) => {
    expect(await standing(services, more)).toEqual([status, trigger]);
  });

  test('a client that was decided to stay is the app’s own', async () => {
    const decide = { 'mine:MaskinportenSettings': 'own-built-in' } as const;
    const { app } = await auditedApp(appWith(`    ${custom}`), { decide });
    expect(statusOf(app)).toBe('own');
  });
});

describe('the built-in client on the default section, and what else may fill it', () => {
  const local = 'appsettings.Local.json';

  test.each<[string, Files, string, string]>([
    ['a vault after the host', withVault(authorised, 'after'), 'undetermined', 'secret-removal'],
    ['a vault before the host', withVault(authorised, 'before'), 'undetermined', 'scopes-added'],
    ['a vault in Development alone', withVault(authorised, 'in Development'), 'studio', 'none'],
    [
      'authority alone',
      appWith(authorised, { more: settings('appsettings.json', { Authority: 'a' }) }),
      'studio',
      'none',
    ],
    [
      'keys for Development',
      appWith(authorised, { more: settings('appsettings.Development.json', { ClientId: 'a' }) }),
      'studio',
      'none',
    ],
    [
      'a local file that is published and wins, be it with authority alone',
      appWith(authorised, { version: '8.9.0', more: settings(local, { Authority: 'a' }) }),
      'undetermined',
      'scopes-added',
    ],
    [
      'a local file with the client’s own keys, which win until they are removed',
      appWith(authorised, { version: '8.9.0', more: settings(local, { ClientId: 'a', JwkBase64: 'b' }) }),
      'undetermined',
      'code-deploy',
    ],
    [
      'a local file that 8.7 does not load',
      appWith(authorised, { more: settings(local, { ClientId: 'a' }) }),
      'studio',
      'none',
    ],
    [
      'a variable that the deployment sets',
      appWith(authorised, { more: { 'deployment/values.yaml': variables('ClientId', 'JwkBase64') } }),
      'undetermined',
      'code-deploy',
    ],
    [
      'a variable with the client id alone, which will meet Studio’s key',
      appWith(authorised, { more: { 'deployment/values.yaml': variables('ClientId') } }),
      'undetermined',
      'breaks-when-scopes-added',
    ],
    [
      'settings with an id and the key that beats Studio’s',
      appWith(authorised, { more: settings('appsettings.json', { ClientId: 'a', JwkBase64: 'b' }) }),
      'undetermined',
      'breaks-when-scopes-added',
    ],
    [
      'settings with an id, and the key in a vault that wins',
      { ...withVault(authorised, 'after'), ...settings('appsettings.json', { ClientId: 'a' }) },
      'undetermined',
      'breaks-when-scopes-added',
    ],
    [
      'settings with the key alone, and the id in a vault that wins',
      { ...withVault(authorised, 'after'), ...settings('appsettings.json', { JwkBase64: 'a' }) },
      'undetermined',
      'secret-removal',
    ],
  ])('%s', async (_, files, status, trigger) => {
    expect(await standingOf(files)).toEqual([status, trigger]);
  });
});

describe('v9 reads no settings of the app for its client', () => {
  test.each<[string, Files]>([
    ['not from a vault', withVault(authorised, 'after', v9)],
    ['not from settings', appWith(authorised, { version: v9, more: filled })],
    [
      'not from settings that cannot be read',
      appWith(authorised, { version: v9, more: { 'App/appsettings.json': '{' } }),
    ],
    [
      'not from a local file',
      appWith(authorised, { version: v9, more: settings('appsettings.Local.json', { ClientId: 'a' }) }),
    ],
  ])('%s', async (_, files) => {
    expect(await standingOf(files)).toEqual(['studio', 'none']);
  });

  test('nor when v9 is what the audit aims at', async () => {
    expect(await standingOf(withVault(authorised, 'after'), { target: 'v9' })).toEqual(['studio', 'none']);
  });

  test('so an external client on the default section does not break', async () => {
    expect(await standing(onDefault, { version: v9 })).toEqual(['legacy', 'code-deploy']);
  });

  test('but breaks while the app still runs on v8, whatever the audit aims at', async () => {
    const files = appWith(`    ${onDefault}`);
    expect(await standingOf(files, { target: 'v9' })).toEqual(['legacy', 'breaks-when-scopes-added']);
  });

  test('and reads the provisioned file without the host’s help', async () => {
    expect(await standingOf(withoutHost(onDefault, v9))).toEqual(['legacy', 'code-deploy']);
  });
});

describe('an app that never loads the provisioned file', () => {
  test.each<[string, Files, string, string]>([
    ['on the default section', withoutHost(authorised), 'studio', 'never'],
    ['with an external client there', withoutHost(onDefault), 'legacy', 'never'],
    ['with a section of its own', withoutHost(custom), 'legacy', 'never'],
    ['where only a library asks', withoutHost('services.AddFiksArkiv();'), 'studio', 'never'],
    ['with the host in a comment alone', withoutHost(`// ConfigureAppWebHost()\n${custom}`), 'legacy', 'never'],
    [
      'pointed at another file',
      appWith(custom, { more: { 'App/appsettings.json': '{ "MaskinportenSettingsFilepath": "own.json" }' } }),
      'legacy',
      'never',
    ],
    [
      'pointed at another file in local runs',
      appWith(custom, {
        more: { 'App/appsettings.Development.json': '{ "MaskinportenSettingsFilepath": "own.json" }' },
      }),
      'legacy',
      'code-deploy',
    ],
    [
      'pointed at another file by its environment',
      appWith(authorised, { more: { 'deployment/values.yaml': 'env:\n  - name: MaskinportenSettingsFilepath\n' } }),
      'undetermined',
      'never',
    ],
    [
      'pointed at another file by a pipeline, perhaps for its tests',
      appWith(authorised, { more: { 'azure-pipelines.yml': 'variables:\n  MaskinportenSettingsFilepath: x\n' } }),
      'undetermined',
      'scopes-added',
    ],
    ['of a version without that file', withoutHost(custom, '8.2.0'), 'blocked', 'never'],
    ['of a version nobody knows', withoutHost(custom, 'latest'), 'legacy', 'code-deploy'],
    ['that does nothing with Maskinporten', withoutHost(''), 'none', 'none'],
  ])('%s', async (_, files, status, trigger) => {
    expect(await standingOf(files)).toEqual([status, trigger]);
  });
});

describe('sources that the app adds once more, after the host', () => {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';
  const addedAfter = (code: string, more: Files = {}) =>
    appWith('', {
      more: { 'App/Program.cs': programWith(`    ${authorised}`).replace(host, `${host}\n${code}`), ...more },
    });
  const again = 'builder.Configuration.AddJsonFile("appsettings.json");';
  const own = 'builder.Configuration.AddJsonFile("own.json");';
  const holding = (section: object): Files => ({ 'App/own.json': JSON.stringify({ MaskinportenSettings: section }) });

  test.each<[string, Files, string, string]>([
    ['the environment', addedAfter('builder.Configuration.AddEnvironmentVariables();'), 'studio', 'none'],
    ['settings without keys', addedAfter(again), 'studio', 'none'],
    ['a file of its own without keys', addedAfter(own, { 'App/own.json': '{ "Texts": {} }' }), 'studio', 'none'],
    [
      'a file of its own with the id',
      addedAfter(own, holding({ ClientId: 'a' })),
      'undetermined',
      'breaks-when-scopes-added',
    ],
    [
      'a file of its own with all of it',
      addedAfter(own, holding({ ClientId: 'a', Jwk: { d: 'b' } })),
      'undetermined',
      'code-deploy',
    ],
    [
      'a file of its own with the authority',
      addedAfter(own, holding({ Authority: 'a' })),
      'undetermined',
      'scopes-added',
    ],
    ['a file that is not in the repo', addedAfter(own), 'undetermined', 'scopes-added'],
    [
      'a file whose name is computed',
      addedAfter('builder.Configuration.AddJsonFile(args[0]);'),
      'undetermined',
      'scopes-added',
    ],
    ['a library’s source', addedAfter('builder.Configuration.AddConsul("app");'), 'undetermined', 'scopes-added'],
    [
      'such a source when a library says so',
      addedAfter(`builder.Services.AddOwn(() => { ${own} });`),
      'undetermined',
      'scopes-added',
    ],
    [
      'such a source in Development alone',
      addedAfter(`if (builder.Environment.IsDevelopment()) ${own}`),
      'studio',
      'none',
    ],
    ['nothing, but all are cleared', addedAfter('builder.Configuration.Sources.Clear();'), 'studio', 'never'],
  ])('%s', async (_, files, status, trigger) => {
    expect(await standingOf(files)).toEqual([status, trigger]);
  });

  test('settings with keys win until they are taken out of the file', async () => {
    const filling = settings('appsettings.json', { ClientId: 'a', JwkBase64: 'b' });
    const { app } = await auditedApp(addedAfter(again, filling));
    expect(triggerOf(app)).toEqual({ event: 'code-deploy', because: 'overruled', files: ['App/appsettings.json'] });
  });
});

describe('a file of local runs that the app adds by itself', () => {
  test('is loaded on versions that do not, and wins until it is removed', async () => {
    const host = 'builder.WebHost.ConfigureAppWebHost(args);';
    const add = 'builder.Configuration.AddJsonFile("appsettings.Local.json", optional: true);';
    const more = {
      'App/Program.cs': programWith(`    ${authorised}`).replace(host, `${host}\n${add}`),
      ...settings('appsettings.Local.json', { ClientId: 'a', JwkBase64: 'b' }),
    };
    const files = appWith('', { version: '8.7.0', more });
    expect(await standingOf(files)).toEqual(['undetermined', 'code-deploy']);
    expect(await found('config/local-file', files)).toEqual(['App/appsettings.Local.json:1 error prepare manual']);
  });
});

describe('a host that is perhaps set up leaves it open what the app runs on', () => {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';

  test.each([
    [`switch (builder.Environment.EnvironmentName) { case "Production": ${host} break; }`],
    [`if (builder.Environment.IsStaging()) { ${host} }`],
    [`if (builder.Environment.EnvironmentName == "Production") { ${host} }`],
  ])('%s', async (statement) => {
    const program = programWith(`    ${authorised}`).replace(host, statement);
    const [status] = await standingOf(appWith('', { more: { 'App/Program.cs': program } }));
    expect(status).toBe('undetermined');
  });

  test('not where every deployed app does', async () => {
    const statement = `if (!builder.Environment.IsDevelopment()) { ${host} }`;
    const program = programWith(`    ${authorised}`).replace(host, statement);
    expect(await standingOf(appWith('', { more: { 'App/Program.cs': program } }))).toEqual(['studio', 'none']);
  });
});

describe('another path of the provisioned file, in a file of the app’s own', () => {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';
  const add = 'builder.Configuration.AddJsonFile("own.json");';
  const own = { 'App/own.json': '{ "MaskinportenSettingsFilepath": "/app/other.json" }' };

  test.each([
    ['before the host', `${add}\n${host}`, 'never'],
    ['perhaps before the host', `if (args.Length > 0) ${add}\n${host}`, 'scopes-added'],
  ])('%s', async (_, statements, trigger) => {
    const program = programWith(`    ${authorised}`).replace(host, statements);
    const files = appWith('', { more: { 'App/Program.cs': program, ...own } });
    expect(await standingOf(files)).toEqual(['undetermined', trigger]);
  });
});

test('a file of the app’s own that leaves the client id empty hides Studio’s until that is taken out', async () => {
  const program = programWith(`    ${authorised}`).replace(
    'WebApplication app',
    'builder.Configuration.AddJsonFile("own.json").AddJsonFile("two.json");\nWebApplication app',
  );
  const more = {
    'App/Program.cs': program,
    'App/own.json': '{ "MaskinportenSettings": { "ClientId": "a" } }',
    'App/two.json': '{ "MaskinportenSettings": { "ClientId": "" } }',
  };
  const { app } = await auditedApp(appWith('', { more }));
  expect(statusOf(app)).toBe('undetermined');
  // The client id behind it would come up, over Studio's key.
  const files = ['App/own.json', 'App/two.json'];
  expect(triggerOf(app)).toEqual({ event: 'code-deploy', because: 'overruled', files });
});

describe('sources that the app adds before the host', () => {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';
  const own = 'builder.Configuration.AddJsonFile("own.json");';
  const program = programWith(`    ${authorised}`).replace(host, `${own}\n${host}`);
  const adding = (more: Files) => appWith('', { more: { 'App/Program.cs': program, ...more } });
  const holding = (section: object) => adding({ 'App/own.json': JSON.stringify({ MaskinportenSettings: section }) });

  test.each<[string, Files, string, string]>([
    ['that nobody can read', adding({}), 'studio', 'none'],
    ['with the authority, which Studio’s replaces', holding({ Authority: 'a' }), 'studio', 'none'],
    ['with a credential that Studio’s replaces', holding({ ClientId: 'a', Jwk: 'b' }), 'undetermined', 'scopes-added'],
    ['with the key that beats Studio’s', holding({ JwkBase64: 'b' }), 'undetermined', 'breaks-when-scopes-added'],
  ])('%s', async (_, files, status, trigger) => {
    expect(await standingOf(files)).toEqual([status, trigger]);
  });
});

describe('what comes up when the vault has no secrets any more', () => {
  const id = settings('appsettings.json', { ClientId: 'a' });
  const key = settings('appsettings.Production.json', { JwkBase64: 'b' });
  const both = { 'deployment/values.yaml': variables('ClientId', 'JwkBase64') };
  const vaultSecrets = ['MaskinportenSettings--ClientId', 'MaskinportenSettings--JwkBase64'];

  test.each<[string, Files, readonly string[]]>([
    ['Studio’s credentials', {}, []],
    ['Studio’s, over a client id in the settings', id, []],
    ['a key in the settings, under Studio’s client id', key, ['App/appsettings.Production.json']],
    ['all of it from the environment', both, ['deployment/values.yaml']],
    [
      'no client id, and a key behind it',
      { ...settings('appsettings.Local.json', { ClientId: '' }), ...key },
      ['App/appsettings.Local.json', 'App/appsettings.Production.json'],
    ],
    [
      'no client id, where a local file hides it',
      settings('appsettings.Local.json', { ClientId: '' }),
      ['App/appsettings.Local.json'],
    ],
  ])('%s', async (_, more, left) => {
    const files = { ...withVault(authorised, 'after', '8.9.1'), ...more };
    const { app } = await auditedApp(files, { vaultSecrets });
    const trigger = triggerOf(app);
    expect(trigger).toMatchObject({ event: 'secret-removal', who: 'built-in', left });
    for (const told of [triggerEn(trigger), triggerNb(trigger)]) {
      for (const file of left) expect(told).toContain(file);
    }
  });
});

test.each<[string, Files, readonly string[], string]>([
  [
    'the key in the settings',
    settings('appsettings.json', { JwkBase64: 'b' }),
    ['MaskinportenSettings--ClientId'],
    'App/appsettings.json',
  ],
  [
    'the client id in a variable',
    { 'deployment/values.yaml': variables('ClientId') },
    ['MaskinportenSettings--JwkBase64'],
    'deployment/values.yaml',
  ],
])(
  'half in the vault, and %s: whichever goes first leaves a half that nobody accepts',
  async (_, more, vaultSecrets, file) => {
    const { app } = await auditedApp({ ...withVault(authorised, 'after', '8.7.0'), ...more }, { vaultSecrets });
    const trigger = triggerOf(app);
    expect(trigger).toMatchObject({ event: 'secret-removal', left: [file], from: 'vault-and-files' });
    expect(triggerEn(trigger)).toContain(`half from ${file}. Remove both in one go`);
    expect(triggerNb(trigger)).toContain(`til dels fra ${file}. Fjern begge deler i samme omgang`);
  },
);

describe('removing secrets where files have values of their own', () => {
  const removal = { event: 'secret-removal', who: 'built-in', left: ['App/appsettings.json'], from: 'vault' } as const;

  test('is told with the files first, for a vault that is listed and an app that reloads', () => {
    const trigger = { ...removal, reloads: true, listed: true };
    expect(triggerEn(trigger)).toBe(
      'Before the Key Vault secrets named MaskinportenSettings--… are removed, remove the Maskinporten values in App/appsettings.json and deploy: otherwise those values come into use, and keep Studio’s credentials out or mix with them. Nothing changes until the secrets are removed: a running app takes up Studio’s credentials within five minutes of that, so remove an environment’s secrets all at once.',
    );
    expect(triggerNb(trigger)).toBe(
      'Før hemmelighetene i Key Vault som heter MaskinportenSettings--…, fjernes: Fjern Maskinporten-verdiene i App/appsettings.json og publiser; ellers tas de verdiene i bruk, og stenger klientdetaljene fra Studio ute eller blandes med dem. Ingenting endres før hemmelighetene er fjernet: en app som kjører, tar i bruk klientdetaljene fra Studio innen fem minutter etter det, så fjern alle hemmelighetene for et miljø samtidig.',
    );
  });

  test('and for a vault that nobody listed, and an app that does not', () => {
    const trigger = { ...removal, reloads: false, listed: false };
    expect(triggerEn(trigger)).toContain(
      'mix with them. If the vault holds any, nothing changes until they are removed: the app takes up Studio’s credentials at the deploy after that.',
    );
    expect(triggerNb(trigger)).toContain(
      'blandes med dem. Har hvelvet noen, endres ingenting før de er fjernet: appen tar i bruk klientdetaljene fra Studio ved neste publisering etter det.',
    );
  });
});

test('with the files that win, those are named whose keys would come up once they are gone', async () => {
  const variable = { 'deployment/values.yaml': variables('ClientId', 'JwkBase64') };
  const below = { ...settings('appsettings.json', { ClientId: 'a', JwkBase64: 'b' }), ...variable };
  const harmless = { ...settings('appsettings.json', { ClientId: 'a' }), ...variable };
  const filesOf = async (more: Files) => triggerOf((await auditedApp(appWith(authorised, { more }))).app);
  expect(await filesOf(below)).toMatchObject({ files: ['App/appsettings.json', 'deployment/values.yaml'] });
  expect(await filesOf(harmless)).toMatchObject({ files: ['deployment/values.yaml'] });
});

test('a file of the app’s own that wins is named as what must change', async () => {
  const program = `${programWith(`    ${authorised}`)}`.replace(
    'WebApplication app',
    'builder.Configuration.AddJsonFile("own.json");\nWebApplication app',
  );
  const own = '{ "MaskinportenSettings": { "ClientId": "a", "JwkBase64": "b" } }';
  const { app } = await auditedApp(appWith('', { more: { 'App/Program.cs': program, 'App/own.json': own } }));
  expect(triggerOf(app)).toEqual({ event: 'code-deploy', because: 'overruled', files: ['App/own.json'] });
});

describe('a vault before the host, on a version nobody knows', () => {
  test('does not keep Studio’s credentials out', async () => {
    expect(await standingOf(withVault(authorised, 'before', 'latest'))).toEqual(['undetermined', 'scopes-added']);
  });
});

describe('an external client on the default section', () => {
  test.each<[string, Files, string]>([
    ['with all of it in a vault that wins', withVault(onDefault, 'after'), 'secret-removal'],
    ['with a vault that does not win', withVault(onDefault, 'before'), 'breaks-when-scopes-added'],
    [
      'with a client id in the environment too, which comes up when the vault has none',
      { ...withVault(onDefault, 'after'), 'deployment/values.yaml': variables('ClientId', 'EncodedJwk') },
      'code-deploy',
    ],
    [
      'with its client id in the settings, and the key in a vault',
      { ...withVault(onDefault, 'after'), ...settings('appsettings.json', { ClientId: 'a' }) },
      'breaks-when-scopes-added',
    ],
    [
      'with a client id for Development, and all of it in a vault that wins',
      { ...withVault(onDefault, 'after'), ...settings('appsettings.Development.json', { ClientId: 'a' }) },
      'secret-removal',
    ],
  ])('%s', async (_, files, trigger) => {
    expect(await standingOf(files)).toEqual(['legacy', trigger]);
  });
});

describe('clients of the oldest kinds', () => {
  const decide = { mine: 'own-external' } as const;

  test('keep an app from being its own while nobody decided on them', async () => {
    const shim = 'services.AddTransient<IMaskinportenTokenProvider, Own>();';
    expect(await standingOf(appWith(`${external('mine')}\n${shim}`), { decide })).toEqual(['legacy', 'code-deploy']);
  });

  test.each([
    ['a token provider', 'services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");', ''],
    [
      'settings of the external package',
      'services.Configure<MaskinportenSettings>(config.GetSection("mine"));',
      'using Altinn.ApiClients.Maskinporten.Config;\n',
    ],
    [
      'a handler of the oldest package',
      'services.AddHttpClient<A>().AddHttpMessageHandler<MaskinportenTokenHandler<D>>();',
      'using Altinn.ApiClients.Maskinporten.Handlers;\n',
    ],
  ])('count as legacy: %s', async (_, services, usings) => {
    const program = `${usings}${programWith(services)}`;
    expect(await standingOf(appWith('', { more: { 'App/Program.cs': program } }))).toEqual(['legacy', 'code-deploy']);
  });
});

describe('settings of the built-in client that the app configures itself', () => {
  const model = 'Altinn.App.Core.Features.Maskinporten.Models.MaskinportenSettings';
  test.each<[string, string, Parameters<typeof appWith>[1], string, string]>([
    [
      'bound to a section',
      `services.Configure<${model}>(config.GetSection("a:M"));`,
      {},
      'undetermined',
      'code-deploy',
    ],
    ['set in code', `services.PostConfigure<${model}>(o => o.ClientId = "x");`, {}, 'undetermined', 'code-deploy'],
    ['by a builder', `services.AddOptions<${model}>().BindConfiguration("a:M");`, {}, 'undetermined', 'code-deploy'],
    [
      'bound to the default one',
      `services.Configure<${model}>(config.GetSection("MaskinportenSettings"));`,
      {},
      'studio',
      'none',
    ],
    [
      'that v9 does not read',
      `services.Configure<${model}>(config.GetSection("a:M"));`,
      { version: v9 },
      'studio',
      'none',
    ],
  ])('%s', async (_, services, more, status, trigger) => {
    expect(await standing(`${services}\n    ${authorised}`, more)).toEqual([status, trigger]);
  });

  test('is told how to go, in both languages', () => {
    for (const { next } of [settingsInCode.en, settingsInCode.nb]) {
      const configured = next({ of: 'library', how: 'configured', target: 'v8' });
      expect(configured).toContain('MaskinportenSettings');
      expect(configured).not.toBe(next({ of: 'library', how: 'bound', target: 'v8' }));
    }
  });
});
