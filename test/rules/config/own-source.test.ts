import { describe, expect, test } from 'vitest';
import { accessData } from '../../../src/rules/clients/external/access-data.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { auditedApp, type Files, found } from '../audited.ts';
import { startingApp } from '../start-ups.ts';

const custom = '    services.ConfigureMaskinportenClient("skogv:MaskinportenSettings");\n';
const delegate = '    services.ConfigureMaskinportenClient(o => o.ClientId = "x");\n';
const external = (section: string, scope = '') =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("${section}")${scope});\n`;
const inCode = ', d => d.ClientSettings.Scope = "skogv:b"';

const addOwn = 'builder.Configuration.AddJsonFile("own.json");\n';
const holding = (content: object) => ({ 'App/own.json': JSON.stringify(content) });
const credential = { MaskinportenSettings: { ClientId: 'x', JwkBase64: 'y' } };

function app(services: string, after: string, more: Files = {}): Files {
  return startingApp({ services, after, more });
}

/** Without the place. */
async function movesOf(rule: Parameters<typeof found>[0], files: Files, asked: Parameters<typeof found>[2] = {}) {
  return (await found(rule, files, asked)).map((one) => one.split(' ').slice(1).join(' '));
}

describe('a credential in a file that the app adds by itself keeps clients from moving', () => {
  test.each([
    ['the whole of it', credential],
    ['the key alone', { MaskinportenSettings: { JwkBase64: 'y' } }],
    ['beside an authority', { MaskinportenSettings: { Authority: 'https://maskinporten.no/', ClientId: 'x' } }],
    ['an empty id, which hides the provisioned one', { MaskinportenSettings: { ClientId: '' } }],
  ])('%s', async (_, content) => {
    const files = app(custom, addOwn, holding(content));
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch manual, own-source']);
  });

  test('also a file that is added before the host', async () => {
    const files = startingApp({ services: custom, before: addOwn, more: holding(credential) });
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch manual, own-source']);
  });

  test('also one that is added under a condition', async () => {
    const files = app(custom, `if (args.Length > 0) ${addOwn}`, holding(credential));
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch manual, own-source']);
  });

  test('whatever configures them', async () => {
    const files = (services: string) => app(services, addOwn, holding(credential));
    expect(await movesOf('config/delegate', files(delegate))).toEqual(['error switch manual, own-source']);
    expect(await movesOf('clients/external-http-client', files(external('Skogv', inCode)))).toEqual([
      'error switch manual, own-source',
    ]);
  });

  test('not one for local runs', async () => {
    const files = app(custom, `if (builder.Environment.IsDevelopment()) ${addOwn}`, holding(credential));
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch safe']);
  });

  test('not one that v9 never reads', async () => {
    const files = app(custom, addOwn, holding(credential));
    const reasons = (await movesOf('config/custom-path', files, { target: 'v9' })).join();
    expect(reasons).not.toContain('own-source');
  });
});

describe('so does a path to another file', () => {
  const path = { MaskinportenSettingsFilepath: '/mnt/x.json' };

  test('that a file names which the app adds by itself', async () => {
    const files = app(custom, addOwn, holding(path));
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch manual, own-source']);
  });

  test('but not in v9, which does not ask for it', async () => {
    const files = startingApp({ services: custom, after: addOwn, more: holding(path), version: '9.0.0' });
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch safe']);
  });
});

test('a reason is given once a file', async () => {
  const twice = `${addOwn}builder.Configuration.AddJsonFile("own.json", optional: true);\n`;
  expect(await movesOf('config/custom-path', app(custom, twice, holding(credential)))).toEqual([
    'error switch manual, own-source',
  ]);
  const other = { ...holding(credential), 'App/more.json': JSON.stringify(credential) };
  const both = `${addOwn}builder.Configuration.AddJsonFile("more.json");\n`;
  expect(await movesOf('config/custom-path', app(custom, both, other))).toEqual([
    'error switch manual, own-source, own-source',
  ]);
});

describe('a file of the app’s own that has nothing of it', () => {
  const usual = { 'App/appsettings.json': '{ "MaskinportenSettings": { "ClientId": "x" } }' };
  const texts = { Texts: { Title: 'x' }, 'own:MaskinportenSettings': { ClientId: 'x' } };

  test('keeps nobody from taking a credential out of the usual ones', async () => {
    const builtIn = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");\n';
    const files = app(builtIn, addOwn, { ...usual, ...holding(texts) });
    expect(await movesOf('config/mixed-credentials', files)).toEqual([
      'error switch review, default-section-cleared (App/appsettings.json: ClientId)',
    ]);
  });

  test('keeps nobody from giving the default section another name', async () => {
    const services = external('MaskinportenSettings', inCode);
    const files = startingApp({ services, before: addOwn, more: { ...usual, ...holding(texts) } });
    expect(await movesOf('config/default-section-shared', files)).toEqual(['error prepare review, section-renamed']);
  });
});

describe('so do values of a section that is moved', () => {
  test('what the client asks for is then what the file says', async () => {
    const more = {
      'App/appsettings.json': '{ "Skogv": { "Scope": "skogv:old", "ExhangeToAltinnToken": false } }',
      ...holding({ Skogv: { Scope: 'skogv:new', ExhangeToAltinnToken: true } }),
    };
    const files = app(external('Skogv'), addOwn, more);
    expect(await movesOf('clients/external-http-client', files)).toEqual(['error switch manual, own-source']);
    const { app: read } = await auditedApp(files);
    expect(read.externals.map((one) => accessData(one.access))).toEqual([{ scopes: ['skogv:new'], exchange: true }]);
  });

  test('or cannot be told, where the file may be left out', async () => {
    const more = {
      'App/appsettings.json': '{ "Skogv": { "Scope": "skogv:old" } }',
      ...holding({ Skogv: { Scope: 'skogv:new' } }),
    };
    const files = app(external('Skogv'), `if (args.Length > 0) ${addOwn}`, more);
    expect(await movesOf('clients/external-http-client', files)).toEqual([
      'error switch manual, scopes-unknown (differs-by-environment), own-source',
    ]);
  });

  test('also where the client becomes the app’s own built-in one', async () => {
    const files = app(external('Skogv', inCode), addOwn, holding({ Skogv: { ClientId: 'x' } }));
    const decide = { Skogv: 'own-built-in' } as const;
    expect(await movesOf('clients/external-http-client', files, { decide })).toEqual([
      'error switch manual, own-source',
    ]);
  });

  test('of the configured path', async () => {
    const files = app(custom, addOwn, holding({ skogv: credential }));
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch manual, own-source']);
  });

  test('that code assigns', async () => {
    const files = app(external('Skogv', inCode), 'builder.Configuration["Skogv:Scope"] = "skogv:b";\n');
    expect(await movesOf('clients/external-http-client', files)).toEqual(['error switch manual, own-source']);
  });

  test('of the default section, which is to be renamed', async () => {
    const files = startingApp({
      services: external('MaskinportenSettings', inCode),
      before: addOwn,
      more: holding({ MaskinportenSettings: { Authority: 'x' } }),
    });
    expect(await movesOf('config/default-section-shared', files)).toEqual(['error prepare manual, own-source']);
  });
});

describe('a source of which nobody can tell what it holds leaves nothing safe', () => {
  test.each([
    ['a file that is not in the repo', addOwn],
    ['a computed path', 'builder.Configuration.AddJsonFile(args[0]);\n'],
    ['a library’s source', 'builder.Host.ConfigureAppConfiguration((_, c) => c.AddYamlFile("own.yaml"));\n'],
    ['an assigned key', 'builder.Configuration["MaskinportenSettings:ClientId"] = "x";\n'],
  ])('%s', async (_, after) => {
    expect(await movesOf('config/custom-path', app(custom, after))).toEqual(['error switch review, own-source']);
    const [client] = await movesOf('clients/external-http-client', app(external('Skogv', inCode), after));
    expect(client).toMatch(/^error switch review, .*own-source/);
  });

  test('nor does a file with the authority', async () => {
    const files = app(custom, addOwn, holding({ MaskinportenSettings: { Authority: 'x' } }));
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch review, own-source']);
  });

  test('but a file that says nothing of Maskinporten does no harm', async () => {
    const files = app(custom, addOwn, holding({ Texts: { Title: 'x' } }));
    expect(await movesOf('config/custom-path', files)).toEqual(['error switch safe']);
  });
});

test('the reason names the file', () => {
  for (const words of [en, nb]) {
    const named = words.reason({ code: 'own-source', file: 'App/own.json' });
    const unnamed = words.reason({ code: 'own-source', file: null });
    expect(named).toContain('App/own.json');
    expect(unnamed).not.toMatch(/null|undefined/);
    expect(unnamed).not.toBe(named);
  }
});
