import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { linesWithSecrets, redactSecrets } from '../../src/files/secret-text.ts';

/** As Azure makes them: of these, some have a dot in the middle, and look like two short words. */
const azure = '5Xz8Q~mTnD.kqPa7v2sLw_R0bYcEf9GhJk1dNo';
const dotted = '4Xz8Q~mTnD.kqPa7v2sLw_R0b.cEf9GhJk1dNo';
const hex = randomBytes(32).toString('hex');

/** Texts with what of them must not show. */
const telling: readonly (readonly [text: string, secret: string])[] = [
  [`builder.Configuration.AddAzureKeyVault("https://x.vault.azure.net", "${randomUUID()}", "${azure}");`, azure],
  [`// ${dotted}`, dotted],
  [`clientSecret=${dotted.slice(0, 25)}…`, dotted.slice(7, 25)],
  ['c.AddAzureKeyVault(\n  settings.Uri("x", 1),\n  $"{id}",\n  "hemmelig-92");', 'hemmelig-92'],
  ['c.AddAzureKeyVault(uri, id, "hemmelig-92", new Manager());', 'hemmelig-92'],
  ['new ClientSecretCredential("tenant", "client", "abc")', '"abc"'],
  ['new Azure.Identity.ClientSecretCredential(a.Of(b.Of("c")), "client", @"hemmelig")', 'hemmelig'],
  ['ClientSecretCredential credential = new("tenant", "client", "hemmelig");', 'hemmelig'],
  ['new X509Certificate2("x.p12", "Sommer2024!hemmelig")', 'Sommer2024'],
  ['new X509Certificate2("x.p12", "Sommer" + "2024!")', '2024!'],
  ['X509CertificateLoader.LoadPkcs12FromFile("x.p12", "Sommer2024!hemmelig");', 'Sommer2024'],
  [`- name: kvSetting__ClientSecret\n  value: "${dotted}"`, dotted],
  ['    - name: kvSetting__ClientSecret\r\n      value: hemmelig-passord', 'hemmelig-passord'],
  ['- { name: db.password, value: hemmelig-passord }', 'hemmelig-passord'],
  ['"name": "kvSetting:ClientSecret",\n  "value": "et hemmelig passord",', 'hemmelig passord'],
  ['<add key="SigningKey" value="hemmelig-passord" />', 'hemmelig-passord'],
  ["name: 'x--ClientSecret'\n  properties: {\n    value: 'hemmelig-passord'", 'hemmelig-passord'],
  [`ENV kvSetting__ClientSecret ${hex}`, hex],
  ['FROM a\nENV client_secret "hemmelig-passord-92"\n', 'hemmelig-passord-92'],
  ['ENV client_secret "hemmelig passord"\r\n', 'passord'],
  [`const string signingKey = "${hex}";`, hex],
  [`byte[] signingKey = Convert.FromHexString("${hex.toUpperCase()}");`, hex.toUpperCase()],
  [`"SigningKey": "${hex.slice(0, 32)}"`, hex.slice(0, 32)],
  [`signing_key: ${hex}`, hex],
  [`SIGNING_KEY=${hex}`, hex],
  ['client_secret: hemmelig-92', 'hemmelig-92'],
  ['  password: Sommer.2024\n', 'Sommer.2024'],
  ['passord = "hemmelig"', 'hemmelig'],
  ['var password = "hemm" +\n    "elig-passord";', 'elig-passord'],
];

describe('what shows a secret', () => {
  test.each(telling)('%s', (text, secret) => {
    const shown = redactSecrets(text);
    expect(shown).not.toContain(secret);
    expect(redactSecrets(shown)).toBe(shown);
    for (const line of text.split(/\r?\n/)) {
      if (line.includes(secret)) expect(linesWithSecrets(text).has(line)).toBe(true);
    }
  });
});

describe('what only looks like it', () => {
  test.each([
    `"clientIdHashes": ["${hex}"]`,
    `"clientIdHashes": [\n  "${hex}"\n]`,
    '"secrets": ["MaskinportenSettings--ClientSecret"]',
    `"key": 1, "fingerprint": "${hex.slice(0, 32)}"`,
    `publicKey = "${hex}"`,
    `keyHash = "${hex}"`,
    `uses: actions/checkout@${createHash('sha1').update('x').digest('hex')}`,
    `commit ${createHash('sha1').update('x').digest('hex')} moves the key`,
    `const string clientId = "${randomUUID()}";`,
    `"ClientIdKey": "${randomUUID()}"`,
    `"KeyVaultClientId": "${randomUUID().toUpperCase()}"`,
    'builder.Configuration.AddAzureKeyVault(new Uri("https://x.vault.azure.net"), new DefaultAzureCredential());',
    `config.AddAzureKeyVault("https://x.vault.azure.net", "${randomUUID()}", settings.ClientSecret);`,
    'new ClientSecretCredential(tenantId, clientId, secrets["kvSetting:ClientSecret"])',
    'new X509Certificate2("App/virksomhet.p12", password)',
    'new X509Certificate2("App/virksomhet.p12")',
    '- name: MaskinportenSettings__ClientId\n  value: "soknad"',
    '- name: kvSetting__ClientSecret\n  value: "$(ClientSecret)"',
    '- name: kvSetting__ClientSecret\n  valueFrom:\n    secretKeyRef:\n      name: kvsetting',
    '- name: MaskinportenSettings--ClientSecret\n- name: MaskinportenSettings--ClientId',
    'ENV MaskinportenSettings__ClientId soknad-klient',
    'ENV ASPNETCORE_ENVIRONMENT Production',
    'ENV client_secret "%{CLIENT_SECRET}"',
    'GetSection("Maskinporten" + "Settings" + ":" + "ClientSecret")',
    '"altinn:serviceowner/instances.read " + "altinn:serviceowner/instances.write"',
    'var name = section + "--" + "ClientSecret" + "--" + "EncodedJwk";',
    'client_secret: see the vault',
    'MaskinportenSettings:ClientSecret',
    '~8Q~',
  ])('%s', (text) => {
    expect(redactSecrets(text)).toBe(text);
    expect(linesWithSecrets(text).size).toBe(0);
  });
});

test('a key in pieces is hidden to its last piece, and nothing else of its statement is', () => {
  const key = `MIIE${randomBytes(300).toString('base64')}`;
  const pieces = key.match(/.{1,28}/g) ?? [];
  const statement = `services.Use("maskinporten", ${pieces.map((piece) => `"${piece}"`).join(' +\n  ')} + "");`;
  const shown = redactSecrets(statement);
  for (const piece of pieces) expect(shown).not.toContain(piece);
  expect(shown).toContain('services.Use("maskinporten", "•••" +\n  "•••" +\n');
  const found = linesWithSecrets(statement);
  for (const line of statement.split('\n')) expect(found.has(line), line).toBe(true);
});

test('only the pieces that hold some of it are hidden', () => {
  expect(redactSecrets('Use("Server=x;" + "Password=hun" + "ter22" + ";Encrypt=true" + "")')).toBe(
    'Use("Server=x;" + "Password=•••" + "•••" + ";Encrypt=true" + "")',
  );
});
