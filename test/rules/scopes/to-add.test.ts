import { describe, expect, test } from 'vitest';
import { messageOf } from '../../../src/report/message.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import type { ToAddData } from '../../../src/words/rules/scopes/to-add.ts';
import { type Asked, appWith, auditedApp, type Files, found, programWith } from '../audited.ts';

const rule = 'scopes/to-add';
const note = 'note switch manual';

const authorized = (...scopes: readonly string[]) =>
  `    services.AddHttpClient("x").UseMaskinportenAuthorization(${scopes.map((scope) => `"${scope}"`).join(', ')});`;

const external = (services: string): Files =>
  appWith('', {
    more: {
      'App/Program.cs': `using Altinn.ApiClients.Maskinporten.Extensions;\n${programWith(services)}`,
    },
  });

const client = (section: string, scope: string, of = 'Client') =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${of}>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "${scope}");`;

async function dataOf(files: Files, asked: Asked = {}): Promise<ToAddData> {
  const { settled } = await auditedApp(files, asked);
  const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  if (data[0] === undefined || data.length > 1) throw new Error(`${data.length} findings`);
  return data[0];
}

async function sentences(files: Files, asked: Asked = {}) {
  const data = await dataOf(files, asked);
  const { message, why, next } = en.rules[rule];
  return { message: message(data), why: why(data), next: next(data) };
}

describe('one finding tells all the scopes of an app', () => {
  test('where the first is asked for', async () => {
    const services = `${authorized('b:read', 'a:read')}\n${authorized('c:read')}`;
    expect(await found(rule, appWith(services))).toEqual([`App/Program.cs:3 ${note}`]);
    expect((await dataOf(appWith(services))).scopes).toEqual(['a:read', 'b:read', 'c:read']);
  });

  test('at the app itself where no file asks', async () => {
    const files = appWith('    services.AddHttpClient("x").UseMaskinportenAuthorization(config["s"]);');
    expect(await found(rule, files, { extraScopes: ['a:read'] })).toEqual([
      `App/config/applicationmetadata.json:1 ${note}`,
    ]);
    const unnamed = { ...files, 'App/config/applicationmetadata.json': '{\n  "org": "ttd"\n}\n' };
    expect(await found(rule, unnamed, { extraScopes: ['a:read'] })).toEqual([
      `App/config/applicationmetadata.json:1 ${note}`,
    ]);
    const { 'App/config/applicationmetadata.json': _, ...rest } = files;
    expect(await found(rule, rest, { extraScopes: ['a:read'] })).toEqual([`App/App.csproj:1 ${note}`]);
  });

  test('and says so in the settings, where it is said there', async () => {
    const files = {
      ...external(client('Mp', '').replace(', d => d.ClientSettings.Scope = ""', '')),
      'App/appsettings.json': '{\n  "Mp": {\n    "Scope": "a:read"\n  }\n}\n',
    };
    expect(await found(rule, files)).toEqual([`App/appsettings.json:3 ${note}`]);
  });
});

describe('silent about an app', () => {
  test.each([
    ['that has nothing to do with Maskinporten', appWith('    services.AddHttpContextAccessor();'), {}],
    ['of v9 that has nothing to do with it', appWith(''), { target: 'v9' } as const],
    ['whose libraries ask another client', appWith('    services.AddFiksArkiv();', { version: '8.2.6' }), {}],
    ['of which no scope is known', appWith('    services.AddHttpClient("x").UseMaskinportenAuthorization(s);'), {}],
    ['that keeps its clients', external(client('Mp', 'a:read')), { decide: { Mp: 'own-external' } } as const],
    [
      'that keeps its clients in v9, where every app has the defaults',
      external(client('Mp', 'a:read')),
      { decide: { Mp: 'own-external' }, target: 'v9' } as const,
    ],
  ])('%s', async (_, files, asked) => {
    expect(await found(rule, files, asked)).toEqual([]);
  });
});

test('libraries alone may ask the built-in client', async () => {
  const files = appWith('    services.AddFiksArkiv();', { version: '8.9.0' });
  expect(await found(rule, files)).toEqual([`App/Program.cs:3 ${note}`]);
  expect(await dataOf(files)).toMatchObject({ scopes: ['ks:fiks'], implied: ['ks:fiks'] });
});

test('what Studio’s client is asked for is told of beside clients that all stay', async () => {
  const both = external(`${client('Mp', 'a:read')}\n${authorized('b:read')}`);
  expect((await dataOf(both, { decide: { Mp: 'own-external' } })).scopes).toEqual(['b:read']);
});

describe('what comes first is', () => {
  const both = external(`${client('Mp', 'a:read')}\n${authorized('b:read')}`);
  const unhosted = appWith(authorized('a:read'));
  const host = 'builder.WebHost.ConfigureAppWebHost(args);\n';

  test.each<[string, Files, Asked, ToAddData['first']]>([
    ['a look at what is there, of an app that Studio manages', appWith(authorized('a:read')), {}, 'look-up'],
    ['nothing, beside clients that stay', both, { decide: { Mp: 'own-external' } }, null],
    ['nothing, of an app with clients that move', both, {}, null],
    [
      'nothing, where what Studio provides is not read yet',
      { ...unhosted, 'App/Program.cs': String(unhosted['App/Program.cs']).replace(host, '') },
      {},
      null,
    ],
    [
      'an upgrade, also where Studio would manage it',
      appWith(authorized('a:read'), { version: '8.2.0' }),
      {},
      'upgrade',
    ],
  ])('%s', async (_, files, asked, first) => {
    expect((await dataOf(files, asked)).first).toBe(first);
  });
});

test('a client that stays does not hand its scopes to Studio', async () => {
  const two = external(`${client('One', 'a:read')}\n${client('Two', 'b:read', 'Other')}`);
  expect((await dataOf(two)).scopes).toEqual(['a:read', 'b:read']);
  const decide = { One: 'studio', Two: 'own-external' } as const;
  expect((await dataOf(two, { decide })).scopes).toEqual(['a:read']);
});

describe('the default button', () => {
  const defaults = ['altinn:serviceowner', 'altinn:serviceowner/instances.read', 'altinn:serviceowner/instances.write'];
  const isEnough = async (files: Files) => (await sentences(files)).next.includes('default button');

  test('is enough for the three, or some of them', async () => {
    expect(await isEnough(appWith(authorized(...defaults)))).toBe(true);
    expect(await isEnough(appWith(authorized('altinn:serviceowner')))).toBe(true);
  });

  test('is not enough for any other, one of other casing, or one that cannot be told', async () => {
    expect(await isEnough(appWith(authorized(...defaults, 'a:read')))).toBe(false);
    expect(await isEnough(appWith(authorized('altinn:ServiceOwner')))).toBe(false);
    const computed = `${authorized(...defaults)}\n    services.AddHttpClient("y").UseMaskinportenAuthorization(s);`;
    expect(await isEnough(appWith(computed))).toBe(false);
  });

  test('is no matter in v9, where Studio adds the three', async () => {
    const { next, message } = await sentences(appWith(authorized('altinn:serviceowner'), { version: '9.0.0' }));
    expect(next).toMatch(/^These are the default scopes, which every app of v9 has/);
    for (const scope of defaults) expect(message).toContain(scope);
  });
});

test('an app that Studio manages may have them already', async () => {
  const { next } = await sentences(appWith(authorized('a:read')));
  expect(next).toMatch(/^The app is managed by Altinn Studio, so it may well have them/);
});

describe('compared with the portal', () => {
  const compared = async (registeredScopes: readonly string[] | undefined) => {
    const asked = registeredScopes === undefined ? {} : { registeredScopes };
    const { registeredOnly, notRegistered } = await dataOf(appWith(authorized('a:read', 'b:read')), asked);
    return { registeredOnly, notRegistered };
  };

  test.each([
    [undefined, { registeredOnly: null, notRegistered: null }],
    [['b:read', 'a:read'], { registeredOnly: [], notRegistered: [] }],
    [['z:read', 'b:read', 'c:read'], { registeredOnly: ['z:read', 'c:read'], notRegistered: ['a:read'] }],
    [['A:read', 'b:read'], { registeredOnly: ['A:read'], notRegistered: ['a:read'] }],
    [[], { registeredOnly: [], notRegistered: ['a:read', 'b:read'] }],
  ])('%j', async (registered, expected) => {
    expect(await compared(registered)).toEqual(expected);
  });

  test('what a client that stays asks for is asked for', async () => {
    const two = external(`${client('One', 'a:read')}\n${client('Two', 'b:read', 'Other')}`);
    const decide = { One: 'studio', Two: 'own-external' } as const;
    expect((await dataOf(two, { decide, registeredScopes: ['a:read', 'b:read'] })).registeredOnly).toEqual([]);
  });

  test('both ways are told', async () => {
    const files = appWith(authorized('a:read'));
    const { next } = await sentences(files, { registeredScopes: ['z:read'] });
    expect(next).toContain('also has z:read, which no code here asks for');
    expect(next).toContain('does not have a:read');
    expect((await sentences(files, { registeredScopes: ['a:read'] })).next).not.toContain('portal');
  });
});

describe('what people read', () => {
  test('names each scope, and tells of those that are known', async () => {
    const { message, why } = await sentences(appWith(authorized('a:read', 'altinn:dataaltinnno')));
    expect(message).toBe('The app asks Maskinporten for a:read, altinn:dataaltinnno.');
    expect(why).toContain('altinn:dataaltinnno gets data through Dan');
    expect(why).not.toContain('a:read ');
  });

  test('tells what only a library asks for', async () => {
    const { why } = await sentences(appWith(`${authorized('a:read')}\n    services.AddFiksArkiv();`));
    expect(why).toContain('Only libraries ask for ks:fiks');
  });

  test('tells when scopes take effect, and who may add them', async () => {
    const { next } = await sentences(appWith(authorized('a:read')));
    expect(next).toContain('the next time the app is built and deployed');
    expect(next).toContain('Ansattporten');
  });

  test('warns where adding them comes too early', async () => {
    const old = appWith(authorized('a:read'), { version: '8.2.0' });
    expect((await sentences({ ...old, ...externalProgram(client('Mp', 'a:read')) })).next).toMatch(
      /^Upgrade Altinn\.App/,
    );
    const shared = external(client('MaskinportenSettings', 'a:read'));
    expect((await sentences(shared)).next).toMatch(/^Do not add them yet/);
  });

  test('is as long in both languages', async () => {
    const { settled } = await auditedApp(appWith(authorized('a:read')));
    for (const { finding } of settled.filter(({ finding: { rule: id } }) => id === rule)) {
      expect(messageOf(finding, nb)).toBe('Appen ber Maskinporten om a:read.');
    }
  });
});

function externalProgram(services: string): Files {
  const { 'App/Program.cs': program = '' } = external(services);
  return { 'App/Program.cs': program };
}
