import { describe, expect, test } from 'vitest';
import { maskinportenSections, sectionsInCode } from '../../../src/app/settings/maskinporten-sections.ts';
import { movedSections } from '../../../src/app/settings/moved-section.ts';
import { appWith, auditedApp, type Files } from '../../rules/audited.ts';

const builtIn = (path: string) => `services.ConfigureMaskinportenClient(${path});`;
const external = (section: string) =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, K>(${section}, d => d.ClientSettings.Scope = "a:b");`;
const asking = {
  'App/Register.cs': `using Altinn.ApiClients.Maskinporten.Interfaces;
public class Register(IMaskinportenService service, IConfiguration config)
{
    public async Task<string> Ask()
    {
        var token = await service.GetToken(config["Nokler:Jwk"], "prod", config["Skog:Id"], "a:b", null);
        return token.AccessToken;
    }
}
`,
};

describe('sections that code binds for Maskinporten', () => {
  test.each<[string, Files, readonly string[]]>([
    ['at a path', appWith(builtIn('"A:B"')), ['A:B']],
    ['that the package is given', appWith(external('config.GetSection("A")')), ['A']],
    ['that a class reads the client id from', appWith('', { more: asking }), ['Skog']],
    [
      'that settings are taken from',
      {
        ...appWith(
          'services.Configure<MaskinportenSettings>(config.GetSection("A"));\nservices.AddMaskinportenJwkTokenProvider("jwk");',
        ),
        'App/Usings.cs': 'global using Altinn.ApiClients.Maskinporten.Config;\n',
      },
      ['A'],
    ],
    ['once, as first written', appWith(`${builtIn('"Skog"')}\n${external('config.GetSection("SKOG")')}`), ['Skog']],
    ['and none that is computed', appWith(`${builtIn('Sti()')}\n${external('Seksjon()')}`), []],
    ['and none of other code', appWith('services.Configure<A>(config.GetSection("A"));'), []],
  ])('%s', async (_, files, expected) => {
    expect(sectionsInCode((await auditedApp(files)).app)).toEqual(expected);
  });
});

describe('sections of Maskinporten besides the default one', () => {
  test.each<[string, string, readonly string[]]>([
    ['are called so', '{ "A": { "MaskinportenSettings": { "Authority": "x" } } }', ['A:MaskinportenSettings']],
    ['are called so flattened', '{ "A:MaskinportenSettings:Authority": "x" }', ['A:MaskinportenSettings']],
    ['are called so with nothing in them', '{ "A": { "maskinportenSettings": {} } }', ['A:maskinportenSettings']],
    ['end in the name', '{ "MyMaskinportenSettings": { "A": 1 } }', ['MyMaskinportenSettings']],
    ['have a key of the package', '{ "Register": { "EncodedJwk": "" } }', ['Register']],
    ['have a key of the library', '{ "A": { "Register": { "jwkbase64": "" } } }', ['A:Register']],
    ['are told once', '{ "Register": { "EncodedJwk": "", "JwkBase64": "" }, "REGISTER:Encodedjwk": "" }', ['Register']],
    ['are the default one in another casing', '{ "maskinportensettings": { "A": 1 } }', []],
    ['only begin so', '{ "MaskinportenSettingsTwo": { "A": 1 } }', []],
    ['have a client id alone', '{ "Oidc": { "ClientId": "x" } }', []],
    [
      'hold a key whose name is longer',
      '{ "A": { "EncodedJwkOld": "", "MyEncodedJwk": "", "EncodedJwk": { "B": 1 } } }',
      [],
    ],
    ['are none, with a key at the root', '{ "EncodedJwk": "" }', []],
  ])('%s', async (_, json, expected) => {
    const { app } = await auditedApp(appWith('', { more: { 'App/appsettings.json': json } }));
    expect(maskinportenSections(app)).toEqual(['MaskinportenSettings', ...expected]);
  });
});

describe('a section that is moved is called', () => {
  test.each([
    ['after the app', '{ "id": "ttd/skjema", "org": "ttd" }', 'skjema'],
    ['so where nobody knows the app', '{', 'app'],
  ])('%s', async (_, metadata, name) => {
    const files = { ...appWith(''), 'App/config/applicationmetadata.json': metadata };
    const { app } = await auditedApp(files);
    expect(movedSections(app.metadata)).toEqual([
      `${name}:MaskinportenSettings`,
      `${name}:ExternalMaskinportenSettings`,
    ]);
  });
});
