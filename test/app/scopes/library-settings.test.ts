import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files } from '../../rules/audited.ts';
import { asked, unresolved } from './asked.ts';

function app(services: string, more: Files = {}): Files {
  const files = appWith(services, { more });
  return { ...files, 'App/Program.cs': `using Altinn.ApiClients.Maskinporten.Config;\n${files['App/Program.cs']}` };
}

const given = (scope: string) =>
  `    services.AddDialogportenClient(new DialogportenSettings { Maskinporten = new MaskinportenSettings { ClientId = "x", ${scope} } });`;

describe('settings of the package that code makes for a library', () => {
  test.each<[string, Files, readonly string[]]>([
    ['a literal', app(given('Scope = "b:c a:b"')), ['a:b: "b:c a:b"@Program.cs:4', 'b:c: "b:c a:b"@Program.cs:4']],
    ['a constant', app(`    const string scope = "a:b";\n${given('Scope = scope')}`), ['a:b: scope@Program.cs:5']],
    [
      'a local that is filled later',
      app(
        '    var s = new MaskinportenSettings { ClientId = "x" };\n    s.Scope = "a:b";\n    services.AddDialogportenClient(s);',
      ),
      ['a:b: "a:b"@Program.cs:5'],
    ],
    [
      'what settings files hold',
      app(given('Scope = config["Dan:MaskinportenSettings:Scope"]'), {
        'App/appsettings.json': '{ "Dan": { "MaskinportenSettings": { "Scope": "a:b" } } }',
      }),
      ['a:b: "Scope"@appsettings.json:1'],
    ],
  ])('ask for the scope that is %s', async (_, files, expected) => {
    expect(await asked(files)).toEqual(expected);
    expect(await unresolved(files)).toEqual([]);
  });

  test.each<[string, Files]>([
    ['is computed', app(given('Scope = Scopes.Of(env)'))],
    ['no settings file holds', app(given('Scope = config["Dan:MaskinportenSettings:Scope"]'))],
  ])('have scopes that cannot be told where it %s', async (_, files) => {
    expect(await asked(files)).toEqual([]);
    expect(await unresolved(files)).toEqual(['MaskinportenSettings@Program.cs:4 computed']);
  });

  test('ask for nothing by themselves where they are a registered client’s', async () => {
    const register = (scope: string) =>
      `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(new MaskinportenSettings { ClientId = "x", EncodedJwk = "", Scope = "a:b" }, d => { d.ClientSettings.Scope = "${scope}"; });`;
    expect(await asked(app(register('c:d')))).toEqual([expect.stringMatching(/^c:d: /)]);
  });

  test('stay where every credential does', async () => {
    const files = app(
      `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("a"), d => { d.ClientSettings.Scope = "c:d"; });\n${given('Scope = "a:b"')}`,
    );
    const decide: Asked['decide'] = { a: 'own-external' };
    expect(await asked(files, { decide })).toEqual([
      expect.stringMatching(/^a:b \(stays\)/),
      expect.stringMatching(/^c:d \(stays\)/),
    ]);
  });
});
