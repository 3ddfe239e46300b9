import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RecordedClient } from '../../src/app/record/migration-record.ts';
import { isSelected, type Plan, type Selection } from '../../src/migrate/plan.ts';
import { isAllDone } from '../../src/migrate/record.ts';
import { type IsLast, planVerified } from '../../src/migrate/verify.ts';
import type { Phase } from '../../src/rules/finding.ts';
import { type Asked, appWith, auditedApp, type Files, found, programWith } from '../rules/audited.ts';

const record = 'maskinflytt.migration.json';
const never: IsLast = () => false;
const whenAllIsDone: IsLast = ({ settled }) => isAllDone(settled);

/** Everything of a phase in an app, planned as a run of `fix` does it. */
async function planned(files: Files, phase: Phase, isLast = never, asked: Asked = {}, rules?: readonly string[]) {
  const app = await auditedApp(files, asked);
  const selection: Selection = { phase, fixes: 'review', withPhaseless: false };
  const selected = app.settled.filter(
    (one) => isSelected(one, selection) && (rules?.includes(one.finding.rule) ?? true),
  );
  return planVerified(app, selected, selection, app.audit, { asFound: app.app, isLast });
}

function patched(files: Files, { texts }: Plan): Files {
  const next: Record<string, string | Uint8Array> = { ...files };
  for (const [path, text] of texts) {
    if (text === null) delete next[path];
    else next[path] = text;
  }
  return next;
}

function clientsIn({ texts }: Plan): readonly RecordedClient[] {
  return JSON.parse(texts.get(record) ?? '{ "clients": [] }').clients;
}

const custom = '    services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
const asking = '    services.AddHttpClient<A>().UseMaskinportenAuthorization("a", "b");';
const settings = `{ "mine": { "MaskinportenSettings": { "ClientId": " my-own-id " } } }`;
const own = appWith(`${custom}\n${asking}`, { more: { 'App/appsettings.json': settings } });

describe('the switch records', () => {
  test('a client that it moves: its section, scopes, hashes of its client ids, and files', async () => {
    const [client, ...others] = clientsIn(await planned(own, 'switch'));
    const hash = createHash('sha256').update('my-own-id').digest('hex');
    expect(others).toEqual([]);
    expect(client).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}$/),
      section: 'mine:MaskinportenSettings',
      decision: 'studio',
      scopes: ['a', 'b'],
      exchange: false,
      clientIdHashes: [hash],
      secrets: [],
      files: ['App/Program.cs', 'App/appsettings.json'],
    });
  });

  test('never a value', async () => {
    const { texts } = await planned(own, 'switch');
    expect(texts.get(record)).not.toContain('my-own-id');
  });

  test('clients of the external package, by the decision that moves them', async () => {
    const services = `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection("A:MaskinportenSettings"), d => { d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = true; });
    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, B>(config.GetSection("B:MaskinportenSettings"), d => { d.ClientSettings.Scope = "b"; });`;
    const decide = {
      'A:MaskinportenSettings': 'studio',
      'B:MaskinportenSettings': 'own-external',
    } as const;
    const clients = clientsIn(await planned(external(services), 'switch', never, { decide }));
    const told = clients.map(({ section, decision, scopes, exchange }) => ({ section, decision, scopes, exchange }));
    expect(told).toEqual([{ section: 'A:MaskinportenSettings', decision: 'studio', scopes: ['a'], exchange: true }]);
    const kept = { 'A:MaskinportenSettings': 'own-built-in', 'B:MaskinportenSettings': 'own-external' } as const;
    expect(clientsIn(await planned(external(services), 'switch', never, { decide: kept }))).toMatchObject([
      { section: 'A:MaskinportenSettings', decision: 'own-built-in' },
    ]);
  });

  test.each([
    ['scopes', 'd.ClientSettings.Scope = "a";', 'd.ClientSettings.Scope = "b";', { scopes: ['a'], exchange: false }],
    [
      'an exchanged token',
      'd.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = true;',
      'd.ClientSettings.Scope = "a";',
      { scopes: ['a'], exchange: true },
    ],
  ])('of two clients of one section, the one that goes, by what it asks for: %s', async (_, going, staying, told) => {
    const client = (name: string, sets: string) =>
      `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(config.GetSection("Own:MaskinportenSettings"), d => { ${sets} });`;
    const byHand = `${staying} d.ClientSettings.Resource = "r";`;
    const files = external(`${client('A', going)}\n${client('B', byHand)}`);
    expect(clientsIn(await planned(files, 'switch'))).toMatchObject([told]);
  });

  test('the secret that the token provider of the library was given', async () => {
    const services = '    services.AddMaskinportenJwkTokenProvider("mine--key");';
    const using = 'using Altinn.App.Core.Internal.Maskinporten;\nusing Altinn.App.Api.Extensions;\n';
    const app = appWith(services);
    const files = {
      ...app,
      'App/Program.cs': `${using}${app['App/Program.cs']}`,
      'App/Tokens.cs': `${using}class Tokens(IMaskinportenTokenProvider tokens)
{
    public async Task<string> Get() => await tokens.GetToken("a b");
}
`,
    };
    const clients = clientsIn(await planned(files, 'switch'));
    expect(clients.flatMap(({ secrets }) => secrets)).toContain('mine--key');
    expect(clients.map(({ scopes }) => scopes)).toContainEqual(['a', 'b']);
  });

  test('of a class that asks for itself: its own section, client id and secrets, and where it is registered', async () => {
    const usings =
      'using Altinn.ApiClients.Maskinporten.Interfaces;\nusing Altinn.ApiClients.Maskinporten.Services;\nusing Altinn.App.Core.Internal.Secrets;\n';
    const asking = (name: string, before: string, key: string, id: string) =>
      `${usings}class ${name}(IMaskinportenService service, IConfiguration c, ISecretsClient secrets)
{
    public async Task<string> Ask()
    {
        ${before}
        var token = await service.GetToken(${key}, "prod", ${id}, "${name}:x", null);
        return token.AccessToken;
    }
}
`;
    const app = appWith('    services.AddHttpClient<IMaskinportenService, MaskinportenService>();');
    const files = {
      ...app,
      'App/Program.cs': `${usings}${app['App/Program.cs']}`,
      'App/A.cs': asking('A', '', 'c["a:EncodedJwk"]', 'c["a:ClientId"]'),
      'App/B.cs': asking('B', 'var key = await secrets.GetSecretAsync("b-jwk");', 'key', '"my-own-id"'),
      'App/appsettings.json': '{ "a": { "ClientId": "a-id", "EncodedJwk": "" } }',
    };
    const { app: read } = await auditedApp(files);
    const decide = Object.fromEntries(
      read.identities.flatMap(({ clients }) => clients.map((id) => [id, 'studio'] as const)),
    );
    const hash = (id: string) => createHash('sha256').update(id).digest('hex');
    expect(clientsIn(await planned(files, 'switch', never, { decide })).map(({ id: _, ...client }) => client)).toEqual(
      expect.arrayContaining([
        {
          section: 'a',
          decision: 'studio',
          scopes: ['A:x'],
          exchange: false,
          clientIdHashes: [hash('a-id')],
          secrets: [],
          files: ['App/A.cs', 'App/Program.cs', 'App/appsettings.json'],
        },
        {
          section: null,
          decision: 'studio',
          scopes: ['B:x'],
          exchange: false,
          clientIdHashes: [hash('my-own-id')],
          secrets: ['b-jwk'],
          files: ['App/B.cs', 'App/Program.cs'],
        },
      ]),
    );
  });

  test('what libraries ask for through the built-in client', async () => {
    const files = appWith('    services.AddFiksArkiv().WithMaskinportenConfig("arkiv:MaskinportenSettings");');
    expect(clientsIn(await planned(files, 'switch'))).toMatchObject([
      { section: 'arkiv:MaskinportenSettings', scopes: ['ks:fiks'] },
    ]);
  });

  test('what libraries ask for through the token provider', async () => {
    const services =
      '    services.AddEFormidlingServices<M>(config);\n    services.AddMaskinportenJwkTokenProvider("mine--key");';
    const app = appWith(services);
    const files = {
      ...app,
      'App/Program.cs': `using Altinn.App.Core.Internal.Maskinporten;\nusing Altinn.App.Api.Extensions;\n${app['App/Program.cs']}`,
    };
    expect(clientsIn(await planned(files, 'switch'))).toMatchObject([
      { scopes: ['altinn:serviceowner/instances.read', 'altinn:serviceowner/instances.write'] },
    ]);
  });

  test('nothing when no client moves', async () => {
    const studio = appWith(asking, {
      more: { 'App/appsettings.json': '{ "MaskinportenSettingsFilepath": "x.json" }' },
    });
    expect(await found('config/settings-file-path', studio)).not.toEqual([]);
    const { taken, texts } = await planned(studio, 'switch');
    expect(taken.map(({ finding }) => finding.rule)).toEqual(['config/settings-file-path']);
    expect([...texts.keys()]).toEqual(['App/appsettings.json']);
  });

  test('nothing in another phase', async () => {
    const files = appWith(`${custom}\n${asking.replace('ization', 'isation')}`);
    const { taken, texts } = await planned(files, 'prepare');
    expect(taken.map(({ finding }) => finding.rule)).toEqual(['clients/obsolete-spelling']);
    expect([...texts.keys()]).toEqual(['App/Program.cs']);
  });

  test('keys of the default section that it takes out of the settings', async () => {
    const text =
      '{ "MaskinportenSettings": { "Authority": "https://test.maskinporten.no/", "ClientId": "my-own-id" } }';
    const files = appWith(asking, { more: { 'App/appsettings.json': text } });
    const plan = await planned(files, 'switch');
    expect(plan.taken.map(({ finding }) => finding.rule)).toEqual(['config/mixed-credentials']);
    expect(clientsIn(plan)).toMatchObject([
      { section: 'MaskinportenSettings', decision: 'studio', scopes: ['a', 'b'], files: ['App/appsettings.json'] },
    ]);
    expect(clientsIn(plan)[0]?.clientIdHashes).toEqual([createHash('sha256').update('my-own-id').digest('hex')]);
  });

  test('those of one file also while a person still has to see to another', async () => {
    const of = (id: string) => `{ "MaskinportenSettings": { "ClientId": "${id}" } }`;
    const files = appWith(asking, {
      version: '8.9.0',
      more: { 'App/appsettings.Production.json': of('my-own-id'), 'App/appsettings.Local.json': of('local') },
    });
    const plan = await planned(files, 'switch');
    expect(plan.texts.has('App/appsettings.Local.json')).toBe(false);
    expect(clientsIn(plan).flatMap(({ clientIdHashes }) => clientIdHashes)).toContain(
      createHash('sha256').update('my-own-id').digest('hex'),
    );
  });

  test('what moves later beside what has moved before', async () => {
    const registration = (name: string, scope: string) =>
      `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(config.GetSection("M"), d => { d.ClientSettings.Scope = "${scope}"; });`;
    const files = external(`${registration('A', 'a')}\n${registration('B', 'b')}`);
    const app = await auditedApp(files);
    const selection: Selection = { phase: 'switch', fixes: 'review', withPhaseless: false };
    const one = app.settled.filter(({ finding }) => finding.rule === 'clients/external-http-client').slice(0, 1);
    const first = await planVerified(app, one, selection, app.audit);
    expect(clientsIn(first).map(({ scopes }) => scopes)).toEqual([['a']]);
    const then = clientsIn(await planned(patched(files, first), 'switch'));
    expect(then.flatMap(({ scopes }) => scopes).sort()).toEqual(['a', 'b']);
    const together = clientsIn(await planned(files, 'switch'));
    expect(together.map(({ scopes }) => scopes.join()).sort()).toEqual(['a', 'b']);
  });

  test('nothing more when nothing more moves', async () => {
    const switched = patched(own, await planned(own, 'switch'));
    expect((await planned(switched, 'switch')).texts).toEqual(new Map());
  });

  test('in the line ends that git has given the file', async () => {
    const crlf = '{\r\n  "schemaVersion": 1,\r\n  "clients": []\r\n}\r\n';
    const text = (await planned({ ...own, [record]: crlf }, 'switch')).texts.get(record);
    expect(text).toContain('"clients": [\r\n');
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test.each(['{ "schemaVersion": 2, "clients": [] }', '{ "mine": true }', 'no JSON', ''])(
    'nothing over a file that is no record it can read: %s',
    async (text) => {
      const plan = await planned({ ...own, [record]: text }, 'switch');
      expect([...plan.texts.keys()]).toEqual(['App/Program.cs']);
      expect(await found('files/not-analysed', { ...own, [record]: text })).toEqual([`${record}:1 warning any none`]);
    },
  );
});

describe('the cleanup', () => {
  test('takes the record away with the last that is left', async () => {
    const switched = patched(own, await planned(own, 'switch'));
    const plan = await planned(switched, 'cleanup', whenAllIsDone);
    expect(plan.taken.map(({ finding }) => finding.rule)).toEqual(['config/dead-section']);
    expect(plan.texts).toEqual(
      new Map([
        ['App/appsettings.json', '{ }'],
        [record, null],
      ]),
    );
    const cleaned = patched(switched, plan);
    for (const phase of ['prepare', 'switch', 'cleanup'] as const) {
      expect((await planned(cleaned, phase, whenAllIsDone)).texts).toEqual(new Map());
    }
  });

  test('takes it away alone when nothing else is left', async () => {
    const files = appWith(`${custom}\n${asking}`);
    const switched = patched(files, await planned(files, 'switch'));
    expect((await planned(switched, 'cleanup', whenAllIsDone)).texts).toEqual(new Map([[record, null]]));
  });

  test('leaves it while something has a patch that was not taken', async () => {
    const switched = patched(own, await planned(own, 'switch'));
    expect((await planned(switched, 'cleanup', whenAllIsDone, {}, [])).texts).toEqual(new Map());
  });

  test('leaves it while a client is left to move by hand', async () => {
    const certificate = `    services.AddMaskinportenHttpClient<Pkcs12ClientDefinition, B>(config.GetSection("mine:MaskinportenSettings"), d => { d.ClientSettings.Scope = "b"; });`;
    const files = external(
      `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection("mine:MaskinportenSettings"), d => { d.ClientSettings.Scope = "a"; });\n${certificate}`,
    );
    const plan = await planned(files, 'switch');
    expect(clientsIn(plan).map(({ scopes }) => scopes)).toEqual([['a']]);
    expect((await planned(patched(files, plan), 'cleanup', whenAllIsDone)).texts).toEqual(new Map());
  });

  test('leaves it while code is left that people move, though it is no more than a warning', async () => {
    const injected = `namespace A;\npublic class Signing(Microsoft.Extensions.Options.IOptions<Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings> settings) { public string Id => settings.Value.ClientId; }\n`;
    const files = { ...own, 'App/logic/Signing.cs': injected };
    const switched = patched(files, await planned(files, 'switch'));
    expect(await found('config/settings-in-code', switched)).toEqual([
      expect.stringContaining('App/logic/Signing.cs:2 warning switch manual'),
    ]);
    expect((await planned(switched, 'cleanup', whenAllIsDone)).texts.has(record)).toBe(false);
  });

  test('does not wait for what only warns of the vault: that is gone with the provider', async () => {
    const call = 'builder.AddAzureKeyVaultAsConfigProvider();';
    const program = programWith(`${custom}\n${asking}`).replace('WebApplication app', `${call}\nWebApplication app`);
    const vault = { ...own, 'App/Program.cs': `using Altinn.App.Api.Extensions;\n\n${program}` };
    expect(await found('vault/overrides-studio', vault)).toHaveLength(1);
    const switched = patched(vault, await planned(vault, 'switch'));
    expect((await planned(switched, 'cleanup', whenAllIsDone)).texts.get(record)).toBe(null);
  });

  test('touches no file that is no record', async () => {
    expect((await planned({ ...appWith(asking), [record]: '{}' }, 'cleanup', whenAllIsDone)).texts).toEqual(new Map());
  });
});

function external(services: string): Files {
  const usings = [
    'Altinn.ApiClients.Maskinporten.Extensions',
    'Altinn.ApiClients.Maskinporten.Services',
    'Altinn.App.Api.Extensions',
    'Microsoft.Extensions.DependencyInjection',
  ];
  const files = appWith(services);
  return { ...files, 'App/Program.cs': `${usings.map((one) => `using ${one};\n`).join('')}${files['App/Program.cs']}` };
}
