import { describe, expect, test } from 'vitest';
import { positionAt } from '../../../src/files/lines.ts';
import { type Asked, appWith, audited, auditedApp, type Files, programWith } from '../../rules/audited.ts';

const host = 'builder.WebHost.ConfigureAppWebHost(args);';

/** An app with the vault as a source of configuration, last of all. */
function withVault(services: string, more: Files = {}, version = '8.7.0'): Files {
  const program = programWith(services).replace(host, `${host}\nbuilder.AddAzureKeyVaultAsConfigProvider();`);
  return { ...appWith('', { version }), 'App/Program.cs': program, ...more };
}

/** Name, how sure, whose, and on which lines it shows. */
async function names(files: Files, asked: Asked = {}): Promise<readonly string[]> {
  const { app } = await auditedApp(files, asked);
  return app.secretNames.map(({ name, certainty, owner, evidence }) => {
    const places = evidence.map(({ file, start }) => {
      const read = app.workspace.read(file);
      return `${file}:${read.kind === 'text' ? positionAt(read.source.text, start).line : 0}`;
    });
    return [name, certainty, owner, ...places].join(' ');
  });
}

const external = (section: string, definition = 'SettingsJwkClientDefinition') =>
  `    services.AddMaskinportenHttpClient<${definition}, Klient>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a:b");`;
const builtIn = (path: string) => `    services.ConfigureMaskinportenClient("${path}");`;
const authorised = '    services.AddHttpClient<Klient>().UseMaskinportenAuthorization("a:b");';

describe('names are inferred from what the code binds, and what such a client reads', () => {
  test('the external client, signing with a JWK', async () => {
    expect(await names(withVault(external('soknad:MaskinportenSettings')))).toEqual([
      'soknad--MaskinportenSettings--ClientId inferred app App/Program.cs:3',
      'soknad--MaskinportenSettings--EncodedJwk inferred app App/Program.cs:3',
      'soknad--MaskinportenSettings--Environment inferred app App/Program.cs:3',
      'soknad--MaskinportenSettings--ExhangeToAltinnToken inferred app App/Program.cs:3',
      'soknad--MaskinportenSettings--Scope inferred app App/Program.cs:3',
    ]);
  });

  test.each([
    ['SettingsX509ClientDefinition', ['EncodedX509']],
    ['Pkcs12ClientDefinition', ['CertificatePkcs12Path', 'CertificatePkcs12Password']],
    ['CertificateStoreClientDefinition', ['CertificateStoreThumbprint']],
  ])('the external client, with %s', async (definition, keys) => {
    const found = (await names(withVault(external('A', definition)))).map((line) => line.split(' ')[0]);
    const expected = ['ClientId', 'Environment', 'ExhangeToAltinnToken', 'Scope', ...keys].map((key) => `A--${key}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('the built-in client on a path of its own', async () => {
    expect(await names(withVault(builtIn('soknad:MaskinportenSettings')))).toEqual(
      ['Authority', 'ClientId', 'Jwk', 'JwkBase64'].map(
        (key) => `soknad--MaskinportenSettings--${key} inferred app App/Program.cs:3`,
      ),
    );
  });

  test.each<[string, string, readonly string[]]>([
    [
      'keys of a section',
      'var mp = config.GetSection("A:Mp");\n    services.ConfigureMaskinportenClient(o => { o.Authority = mp["Authority"]; o.ClientId = mp.GetValue<string>("ClientId"); o.JwkBase64 = config["A:Mp:JwkBase64"]; });',
      ['Authority', 'ClientId', 'JwkBase64'],
    ],
    [
      'members of the settings of the package',
      'var mp = config.GetSection("A:Mp").Get<MaskinportenSettings>();\n    services.ConfigureMaskinportenClient(o => { o.Authority = "https://test.maskinporten.no/"; o.ClientId = mp.ClientId; o.JwkBase64 = mp!.EncodedJwk; });',
      ['ClientId', 'EncodedJwk'],
    ],
    [
      'what the client itself binds',
      'services.ConfigureMaskinportenClient(o => config.GetSection("A:Mp").Bind(o));',
      ['Authority', 'ClientId', 'Jwk', 'JwkBase64'],
    ],
  ])('a delegate that copies %s', async (_, services, keys) => {
    const found = (await names(withVault(`    ${services}`))).map((line) => line.split(' ')[0]);
    expect(found).toEqual(keys.map((key) => `A--Mp--${key}`));
  });

  test('the built-in client that nobody told otherwise', async () => {
    const found = await names(withVault(authorised));
    expect(found).toHaveLength(4);
    expect(found[0]).toBe('MaskinportenSettings--Authority inferred default-section App/Program.cs:3');
    expect(await names(withVault(authorised, {}, '9.0.0'))).toEqual([]);
  });

  test('keys that a settings file leaves empty', async () => {
    const settings = { 'App/appsettings.json': '{ "A": { "ClientId": "", "Resource": "", "Scope": "x" } }' };
    const found = (await names(withVault(external('A'), settings))).map((line) => line.split(' ')[0]);
    expect(found).toEqual([
      'A--ClientId',
      'A--EncodedJwk',
      'A--Environment',
      'A--ExhangeToAltinnToken',
      'A--Resource',
      'A--Scope',
    ]);
  });

  test.each([
    ['without a vault', appWith(external('A'))],
    ['of a client for development only', withVault(`    if (env.IsDevelopment()) { ${external('A').trim()} }`)],
    ['of an app without Maskinporten', withVault('')],
  ])('not %s', async (_, files) => {
    expect(await names(files)).toEqual([]);
  });
});

describe('names are seen where the repo writes them out', () => {
  const name = 'soknad--MaskinportenSettings--EncodedJwk';

  test.each([
    ['scripts/hemmeligheter.sh', `az keyvault secret set --vault-name kv --name ${name} --value "$JWK"\n`],
    ['scripts/hemmeligheter.ps1', `az keyvault secret set --name "${name}" --value $jwk\r\n`],
    ['.azure/pipeline.yml', `- script: az keyvault secret set --name='${name}'\n`],
    ['infra/main.bicep', `resource s 'x' = {\n  name: '\${vault.name}/${name}'\n}\n`],
    ['infra/main.tf', `resource "azurerm_key_vault_secret" "s" {\n  name = "${name}"\n}\n`],
    ['README.md', `Nøkkelen ligger i Key Vault som \`${name}\`.\n`],
    ['docs/oppsett.md', `https://kv.vault.azure.net/secrets/${name}/0123\n`],
    ['App/Nokkel.cs', `// MaskinportenSettings\nclass Nokkel { const string Navn = "${name}"; }\n`],
  ])('%s', async (file, text) => {
    const found = await names({ ...appWith(external('soknad:MaskinportenSettings')), [file]: text });
    expect(found).toEqual([`${name} seen app ${file}:${text.slice(0, text.indexOf(name)).split('\n').length}`]);
  });

  test.each([
    ['a prefix that a script fills in', 'az keyvault secret set --name $APP--MaskinportenSettings--ClientId'],
    ['one in braces', `az keyvault secret set --name \${APP}--MaskinportenSettings--ClientId`],
    ['one of a placeholder', 'Navnet er `<app>--MaskinportenSettings--ClientId`'],
    ['a name that goes on', `name: MaskinportenSettings--ClientId\${suffix}`],
    ['a name without its key', 'Alle MaskinportenSettings--... og MaskinportenSettings--* skal bort'],
    ['an option', 'dotnet run --MaskinportenSettings--ClientId'],
    ['a section alone', 'MaskinportenSettings--'],
    ['another separator', 'MaskinportenSettings__ClientId MaskinportenSettings:ClientId'],
    ['what no secret can be called', 'my_MaskinportenSettings--ClientId'],
    ['another name', 'NetsPaymentSettings--SecretApiKey MaskinportenSettingsInternal--ClientId'],
  ])('not %s', async (_, text) => {
    expect(await names({ ...appWith(external('soknad:MaskinportenSettings')), 'deploy.sh': `${text}\n` })).toEqual([]);
  });

  test.each([
    ['maskinportenSettings', 'maskinportenSettings--ClientId'],
    ['MaskinPortenSettings', 'MaskinPortenSettings--ClientId'],
    ['maskinportensettings', 'maskinportensettings--ClientId'],
  ])('also with the section as %s', async (_, written) => {
    const files = { ...withVault(external('soknad')), 'deploy.sh': `az --name ${written}\n` };
    expect(await names(files)).toContain(`${written} seen default-section deploy.sh:1`);
  });

  test.each([
    ['with a text before it', `"a ${name}"`],
    ['with a text behind it', `"${name} b"`],
    ['without quotes', `nameof(A) /* ${name} */`],
  ])('not in code %s', async (_, written) => {
    const more = { 'App/A.cs': `class A { object Navn = ${written}; }\n` };
    expect(await names({ ...appWith(external('soknad:MaskinportenSettings')), ...more })).toEqual([]);
  });

  test('not in a comment of the code, nor in a file of another kind', async () => {
    const more = { 'App/A.cs': `// Maskinporten ${name}\nclass A;\n`, 'notes.json': `{ "a": "${name}" }` };
    expect(await names({ ...appWith(external('soknad:MaskinportenSettings')), ...more })).toEqual([]);
  });

  test('of a section that is called something else', async () => {
    const files = withVault(external('Folkeregister-Klient'), { 'a.sh': 'x Folkeregister-Klient--ClientId y' });
    expect(await names(files)).toContain(
      'Folkeregister-Klient--ClientId seen app App/Program.cs:3 a.sh:1'.replace(
        'App/Program.cs:3 a.sh:1',
        'App/Program.cs:3 a.sh:1',
      ),
    );
  });

  test('the same name inferred and seen is one', async () => {
    const found = await names(
      withVault(external('A:MaskinportenSettings'), { 'a.sh': 'a--maskinportensettings--clientid' }),
    );
    expect(found[0]).toBe('a--maskinportensettings--clientid seen app App/Program.cs:3 a.sh:1');
    expect(found).toHaveLength(5);
  });

  test('by whoever reads it past the configuration', async () => {
    const reader = (asked: string) =>
      `using Altinn.App.Core.Internal.Secrets;\nclass A(ISecretsClient secrets)\n{\n    // Maskinporten\n    Task<string> Les() => secrets.GetSecretAsync(${asked});\n}\n`;
    const files = (asked: string) => appWith('', { more: { 'App/A.cs': reader(asked) } });
    expect(await names(files('"maskinporten-jwk"'))).toEqual(['maskinporten-jwk seen app App/A.cs:5']);
    expect(await names(files('"MaskinportenSettings--EncodedJwk"'))).toEqual([
      'MaskinportenSettings--EncodedJwk seen default-section App/A.cs:5',
    ]);
    expect(await names(files('"betaling-nokkel"'))).toEqual([]);
    expect(await names(files('Navn()'))).toEqual([]);
  });
});

describe('a listing of the vault', () => {
  const files = withVault(external('soknad:MaskinportenSettings'), { 'a.sh': 'soknad--MaskinportenSettings--Scope' });

  test('tells which of the expected are there; what the repo names may be in another vault', async () => {
    const vaultSecrets = ['SOKNAD--MaskinportenSettings--ClientId', 'NetsPaymentSettings--SecretApiKey'];
    expect(await names(files, { vaultSecrets })).toEqual([
      'SOKNAD--MaskinportenSettings--ClientId listed app App/Program.cs:3',
      'soknad--MaskinportenSettings--Scope seen app App/Program.cs:3 a.sh:1',
    ]);
  });

  test('tells of keys that nobody expects, of the default section, and of other apps', async () => {
    const vaultSecrets = [
      'MaskinportenSettings--JwkBase64',
      'app--MaskinportenSettings--ClientId',
      'klage--MaskinportenSettings--ClientId',
      'soknad--MaskinportenSettings--Jwk--d',
      'soknad--Annet',
    ];
    const owners = (await names(files, { vaultSecrets })).filter((line) => line.includes('listed'));
    expect(owners).toEqual([
      'app--MaskinportenSettings--ClientId listed unknown',
      'klage--MaskinportenSettings--ClientId listed other-app',
      'MaskinportenSettings--JwkBase64 listed default-section',
      'soknad--MaskinportenSettings--Jwk--d listed app App/Program.cs:3',
    ]);
  });

  test('tells nothing of the default section where no vault feeds it', async () => {
    const vaultSecrets = ['MaskinportenSettings--ClientId'];
    expect(await names(appWith(external('A')), { vaultSecrets })).toEqual([]);
    expect(await names(withVault(''), { vaultSecrets })).toEqual([]);
  });

  test('cannot tell whose they are where a client’s section is computed', async () => {
    const computed = withVault('    services.ConfigureMaskinportenClient(Sti());');
    expect(await names(computed, { vaultSecrets: ['klage--MaskinportenSettings--ClientId'] })).toEqual([
      'klage--MaskinportenSettings--ClientId listed unknown',
    ]);
  });
});

describe('names are recorded for what has moved', () => {
  const defaultId = 'MaskinportenSettings--ClientId';
  const recordOf = (section: string | null, ...secrets: readonly string[]) => ({
    'maskinflytt.migration.json': JSON.stringify(
      {
        schemaVersion: 1,
        clients: [
          {
            id: 'a',
            section,
            decision: 'studio',
            scopes: [],
            exchange: null,
            clientIdHashes: [],
            secrets,
            files: [],
          },
        ],
      },
      null,
      2,
    ),
  });

  test.each<[string, Files, readonly string[]]>([
    [
      'of a section',
      recordOf('soknad:MaskinportenSettings', 'soknad--MaskinportenSettings--ClientId', 'SOKNAD--Annet'),
      [
        'SOKNAD--Annet inferred app maskinflytt.migration.json:13',
        'soknad--MaskinportenSettings--ClientId inferred app maskinflytt.migration.json:12',
      ],
    ],
    [
      'read by their names alone',
      recordOf(null, 'maskinporten-jwk'),
      ['maskinporten-jwk inferred app maskinflytt.migration.json:12'],
    ],
    [
      'of the default section, whatever their casing',
      recordOf(null, 'MASKINPORTENSettings--ClientId'),
      ['MASKINPORTENSettings--ClientId inferred default-section maskinflytt.migration.json:12'],
    ],
    [
      'that another app’s section has, whatever their casing',
      recordOf('soknad', 'KLAGE--MaskinportenSettings--Jwk'),
      ['KLAGE--MaskinportenSettings--Jwk inferred app maskinflytt.migration.json:12'],
    ],
  ])('%s', async (_, record, expected) => {
    expect(await names({ ...appWith(''), ...record })).toEqual(expected);
  });

  test('also where the record writes them in another way', async () => {
    const { 'maskinflytt.migration.json': text } = recordOf('a', 'a--ClientId');
    const escaped = { 'maskinflytt.migration.json': text.replace('a--ClientId', 'a\\u002d-ClientId') };
    expect(await names({ ...appWith(''), ...escaped })).toEqual(['a--ClientId inferred app']);
  });

  test('and are not expected where a listing does not have them', async () => {
    const files = { ...appWith(''), ...recordOf(null, 'maskinporten-jwk', defaultId) };
    expect(await names(files, { vaultSecrets: [] })).toEqual([]);
    expect(await names(files, { vaultSecrets: ['Maskinporten-Jwk', 'annet'] })).toEqual([
      'Maskinporten-Jwk listed app maskinflytt.migration.json:12',
    ]);
  });
});

describe('a name that is read past the configuration', () => {
  const reader = (method: string, name: string) =>
    `using Altinn.App.Core.Internal.Secrets;\nclass A(ISecretsClient secrets)\n{\n    Task<string> ${method}() => secrets.GetSecretAsync("${name}");\n}\n`;
  const secret = 'klage--MaskinportenSettings--EncodedJwk';

  test('is the app’s own, however a listing writes it', async () => {
    const files = appWith('', { more: { 'App/A.cs': reader('Les', secret) } });
    expect(await names(files)).toEqual([`${secret} seen app App/A.cs:4`]);
    const listed = secret.replace('klage', 'KLAGE');
    expect(await names(files, { vaultSecrets: [listed] })).toEqual([`${listed} listed app App/A.cs:4`]);
  });

  test('is seen as well where other code writes it out, wherever that stands', async () => {
    const other = `class B\n{\n    // ${' '.repeat(40)} MaskinportenSettings\n    const string Navn = "${secret}";\n}\n`;
    const files = appWith('', { more: { 'App/A.cs': reader('Les', secret), 'App/B.cs': other } });
    expect(await names(files)).toEqual([`${secret} seen app App/A.cs:4 App/B.cs:4`]);
  });
});

test('what another app of the repo says is about that app, and what stands beside both about the app whose section it names', async () => {
  const app = (folder: string, section: string): Files =>
    Object.fromEntries(Object.entries(withVault(builtIn(section))).map(([path, text]) => [`${folder}/${path}`, text]));
  const files = {
    ...app('a', 'a:MaskinportenSettings'),
    ...app('b', 'b:MaskinportenSettings'),
    'a/a.sh': 'a--MaskinportenSettings--ClientId',
    'b/b.sh': 'a--MaskinportenSettings--Jwk',
    'c.sh': 'b--MaskinportenSettings--ClientId\nMaskinportenSettings--ClientId\nc--MaskinportenSettings--ClientId',
  };
  const seen = (await audited(files)).map(({ app: { secretNames } }) =>
    secretNames.filter(({ certainty }) => certainty === 'seen').map(({ name, owner }) => `${name} ${owner}`),
  );
  expect(seen).toEqual([
    ['a--MaskinportenSettings--ClientId app'],
    ['a--MaskinportenSettings--Jwk other-app', 'b--MaskinportenSettings--ClientId app'],
  ]);
});
