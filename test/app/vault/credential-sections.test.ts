import { describe, expect, test } from 'vitest';
import {
  bindsDefaultSection,
  bindsUnknownSection,
  credentialSections,
} from '../../../src/app/vault/credential-sections.ts';
import { positionAt } from '../../../src/files/lines.ts';
import { appWith, auditedApp, type Files } from '../../rules/audited.ts';

/** Each section with the keys that its clients need and the lines that bind it. */
async function sections(files: Files): Promise<readonly string[]> {
  const { app } = await auditedApp(files);
  return credentialSections(app).map(({ path, keys, evidence }) => {
    const lines = evidence.map(({ file, start }) => {
      const read = app.workspace.read(file);
      return `${file.replace('App/', '')}:${read.kind === 'text' ? positionAt(read.source.text, start).line : 0}`;
    });
    return `${path} ${keys.join(',')} ${lines.join(' ')}`;
  });
}

const externalKeys = 'ClientId,EncodedJwk,Environment,ExhangeToAltinnToken,Scope';
const builtInKeys = 'Authority,ClientId,Jwk,JwkBase64';
const external = (section: string) =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, K>(${section}, d => d.ClientSettings.Scope = "a:b");`;
const builtIn = (path: string) => `services.ConfigureMaskinportenClient(${path});`;
const authorised = 'services.AddHttpClient<Klient>().UseMaskinportenAuthorization("a:b");';
const development = (statement: string) => `if (env.IsDevelopment()) { ${statement} }`;

const taking = {
  'App/Sak.cs':
    'using Altinn.App.Core.Internal.Maskinporten;\npublic class Sak(IMaskinportenTokenProvider tokens)\n{\n    public async Task<string> F() => await tokens.GetToken("a:b");\n}\n',
};

const asking = (id: string, key: string) => ({
  'App/Register.cs': `using Altinn.ApiClients.Maskinporten.Interfaces;
public class Register(IMaskinportenService service, IConfiguration config)
{
    public async Task<string> Ask()
    {
        var token = await service.GetToken(${key}, "prod", ${id}, "a:b", null);
        return token.AccessToken;
    }
}
`,
});

describe('a client of the deployed app has its credentials in', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'the section that the package is given',
      appWith(external('config.GetSection("A")')),
      [`A ${externalKeys} Program.cs:3`],
    ],
    ['the section at a path', appWith(builtIn('"A:B"')), [`A:B ${builtInKeys} Program.cs:3`]],
    [
      'one section for both, whatever its casing, with the keys of each',
      appWith(`${external('config.GetSection("Skog")')}\n${builtIn('"SKOG"')}`),
      [
        'SKOG Authority,ClientId,EncodedJwk,Environment,ExhangeToAltinnToken,Jwk,JwkBase64,Scope Program.cs:4 Program.cs:3',
      ],
    ],
    [
      'the section that its settings are taken from',
      {
        ...appWith(
          'services.Configure<MaskinportenSettings>(config.GetSection("Skog"));\nservices.AddMaskinportenJwkTokenProvider("jwk");',
        ),
        'App/Usings.cs': 'global using Altinn.ApiClients.Maskinporten.Config;\n',
      },
      [`Skog ${externalKeys} Program.cs:3`],
    ],
    [
      'the section that a class reads it from, key by key',
      appWith('', { more: asking('config["Skog:Id"]', 'config["Skog:Nokler:Jwk"]') }),
      ['Skog Id Register.cs:2', 'Skog:Nokler Jwk Register.cs:2'],
    ],
    [
      'the default section, where nobody said otherwise',
      appWith(authorised),
      [`MaskinportenSettings ${builtInKeys} Program.cs:3`],
    ],
    [
      'the default section, of the provider that the library registers',
      appWith('', { more: taking }),
      [`MaskinportenSettings ${builtInKeys} Sak.cs:2`],
    ],
    [
      'the default section, where it is bound by hand too',
      appWith(`${builtIn('"MaskinportenSettings"')}\n${authorised}`),
      [`MaskinportenSettings ${builtInKeys} Program.cs:3 Program.cs:4`],
    ],
    [
      'the default section, where it was told otherwise too late',
      appWith(authorised, {
        more: {
          'App/Program.cs': `var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddHttpClient<K>().UseMaskinportenAuthorization("a:b");\nbuilder.Services.AddAltinnAppServices(c, e);\nbuilder.Services.ConfigureMaskinportenClient("A");\n`,
        },
      }),
      [`A ${builtInKeys} Program.cs:4`, `MaskinportenSettings ${builtInKeys} Program.cs:2`],
    ],
    [
      'the default section, where only local runs are told otherwise',
      appWith(`${development(builtIn('"A"'))}\n${authorised}`),
      [`MaskinportenSettings ${builtInKeys} Program.cs:4`],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await sections(files)).toEqual(expected);
  });

  test.each<[string, Files]>([
    ['a client that was told otherwise', appWith(`${builtIn('Sti()')}\n${authorised}`)],
    ['a client of v9', appWith(authorised, { version: '9.0.0' })],
    ['a client of a version before the library had one', appWith(authorised, { version: '8.2.6' })],
    [
      'a provider that takes its key from the vault',
      appWith('services.AddMaskinportenJwkTokenProvider("jwk");', { more: taking }),
    ],
    [
      'a provider of the app’s own',
      appWith('', {
        more: {
          ...taking,
          'App/Own.cs':
            'using Altinn.App.Core.Internal.Maskinporten;\npublic class Own : IMaskinportenTokenProvider\n{\n    public Task<string> GetToken(string s) => null;\n    public Task<string> GetAltinnExchangedToken(string s) => null;\n}\n',
        },
      }),
    ],
    ['a client for local runs', appWith(development(external('config.GetSection("A")')))],
    ['a service whose key a class makes up', appWith('', { more: asking('Id()', 'Key()') })],
    ['a service with a key at the root', appWith('', { more: asking('config["Id"]', 'config["Jwk"]') })],
  ])('no section: %s', async (_, files) => {
    expect(await sections(files)).toEqual([]);
  });
});

describe('a key that a file leaves empty is for others to fill', () => {
  const settings = (text: string, file = 'appsettings.json') => ({ [`App/${file}`]: text });
  const keys = async (section: string, more: Files) =>
    (await sections(appWith(builtIn(`"${section}"`), { more }))).map((line) => line.split(' ')[1]);

  test.each<[string, Files, string]>([
    [
      'in a deployed file',
      settings('{ "A": { "Extra": "", "Filled": "x", "clientid": null } }'),
      'Authority,Extra,Jwk,JwkBase64,clientid',
    ],
    [
      'in one environment',
      settings('{ "A": { "Extra": "" } }', 'appsettings.Production.json'),
      'Authority,ClientId,Extra,Jwk,JwkBase64',
    ],
    [
      'but not in a file for local runs',
      settings('{ "A": { "Extra": "" } }', 'appsettings.Development.json'),
      builtInKeys,
    ],
  ])('%s', async (_, more, expected) => {
    expect(await keys('A', more)).toEqual([expected]);
  });

  test('but in the default section Studio fills it', async () => {
    expect(await keys('MaskinportenSettings', settings('{ "MaskinportenSettings": { "Extra": "" } }'))).toEqual([
      builtInKeys,
    ]);
  });
});

describe('what the sections tell', () => {
  test.each<[string, Files, boolean, boolean]>([
    ['a section of its own', appWith(builtIn('"A"')), false, false],
    ['the default one', appWith(builtIn('"maskinportensettings"')), true, false],
    ['a computed one', appWith(builtIn('Sti()')), false, true],
    ['a computed one, for local runs', appWith(development(builtIn('Sti()'))), false, false],
    ['a computed one of the package', appWith(external('Sti()')), false, true],
    ['a computed one of the package, for local runs', appWith(development(external('Sti()'))), false, false],
    ['credentials of a section', appWith('', { more: asking('config["A:Id"]', 'config["A:Jwk"]') }), false, false],
    ['credentials that are made up', appWith('', { more: asking('Id()', 'Key()') }), false, true],
    ['nothing', appWith(''), false, false],
  ])('%s', async (_, files, bindsDefault, bindsUnknown) => {
    const { app } = await auditedApp(files);
    expect([bindsDefaultSection(app), bindsUnknownSection(app)]).toEqual([bindsDefault, bindsUnknown]);
  });
});
