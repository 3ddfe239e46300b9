import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { holdsSecret, linesWithSecrets, redactSecrets } from '../../src/files/secret-text.ts';
import { redact } from '../../src/report/redact.ts';
import { secretsOf } from './secrets.ts';

const secrets = secretsOf();

describe('no part of a key is left', () => {
  test.each(Object.keys(secrets))('%s', (name) => {
    const secret = secrets[name] ?? '';
    for (const line of placesOf(secret)) {
      const shown = redactSecrets(line);
      for (const part of partsOf(secret)) expect(shown).not.toContain(part);
    }
  });

  test('of hundreds of random keys, in code and in settings', () => {
    for (let count = 0; count < 300; count++) {
      const key = randomBytes(48 + (count % 64));
      for (const text of [key.toString('base64'), key.toString('base64url')]) {
        const shown = redactSecrets(`    var x = "${text}";`);
        for (const part of partsOf(text)) expect(shown).not.toContain(part);
      }
    }
  });

  test('that is given to a member named for a secret, short as it may be', () => {
    for (const line of [
      'options.ClientSecret = "hunter22";',
      'ClientSecret: "hunter22"',
      '"ClientSecret": "hunter22"',
      "'Password': 'hunter22'",
      '"kvSetting:ClientSecret": "hunter22"',
      'config["kvSetting:ClientSecret"] = "hunter22";',
      '{ "ClientSecret", "hunter22" },',
      '["ClientSecret"] = "hunter22",',
      'var s = "{\\"EncodedJwk\\": \\"hunter22\\"}";',
      '<ClientSecret>hunter22</ClientSecret>',
      '<EncodedJwk> hunter22 </EncodedJwk>',
      'MaskinportenSettings__EncodedJwk=hunter22',
      '"Server=x;Password=hunter22;Encrypt=true"',
      'AccountKey=hunter22;EndpointSuffix=x',
      'ClientSecret: hunter22',
      'string password = "hunter22";',
    ]) {
      expect(redactSecrets(line), line).not.toContain('hunter22');
    }
  });
});

test('the beginning of a key that was cut off is no more shown than the whole', () => {
  const secret = secrets['a JWK in base64'] ?? '';
  for (const length of [20, 30, 50])
    expect(redactSecrets(`Read("${secret.slice(0, length)}….`)).not.toContain(secret.slice(0, 12));
  expect(redactSecrets('the value is computed: services.ConfigureMaskinportenClient2(…')).toContain('Client2(…');
  expect(redactSecrets('ConfigureMaskinportenClientForVersion2…')).toContain('Version2…');
});

describe('what is harmless stays', () => {
  test('what follows an empty value', () => {
    for (const line of [
      '"JwkBase64": "", /* fra vault */',
      '"ClientSecret": "" // hentes fra Key Vault',
      '"ClientSecret": "", // hentes fra Key Vault',
      '"EncodedJwk":"","Environment":"test"',
      'var s = "{\\"EncodedJwk\\": \\"\\", \\"Environment\\": 1}";',
    ]) {
      expect(redactSecrets(line)).toBe(line);
    }
    expect(redactSecrets('@"{""EncodedJwk"": ""hunter22""}"')).not.toContain('hunter22');
  });

  test.each([
    'altinn:serviceowner/instances.read altinn:serviceowner/instances.write',
    'altinn:authentication/systemregister altinn:authorization/authorize.admin altinn:dataaltinnno',
    'https://platform.tt02.altinn.no/authentication/api/v1/exchange/maskinporten?test=true',
    'https://test.maskinporten.no/.well-known/oauth-authorization-server',
    'https://ttd.apps.tt02.altinn.no/ttd/frontend-test/instances/50012345/8f2c9f0a-3e4b-4c5d-9e6f-a1b2c3d4e5f6/data/',
    'https://ttd.apps.tt02.altinn.no/Instances/50012345/8F2C9F0A-3E4B-4C5D-9E6F-A1B2C3D4E5F6/Data/ReceiptForSubmission',
    randomUUID(),
    `{${randomUUID().toUpperCase()}}`,
    createHash('sha256').update('x').digest('hex'),
    createHash('sha512').update('x').digest('hex'),
    createHash('sha256').update('x').digest('hex').slice(0, 32),
    createHash('sha1').update('x').digest('hex').toUpperCase(),
    'myapp--MaskinportenSettings--EncodedJwk, myapp--MaskinportenSettings--ClientSecret',
    'skjenkebevilling-2024:MaskinportenSettings:JwkBase64',
    'A:B:MaskinportenSettingsInternalForTheSecondOfTwoVeryLongSectionNames2',
    'AddMaskinportenHttpClient<SettingsJwkClientDefinition, EventsSubscriptionClientForTheSecondVersionV2>',
    'UseMaskinportenAltinnAuthorizationWithAVeryLongNameThatNobodyWouldWriteButSomeoneDid2024V3',
    'public const string MASKINPORTEN_SETTINGS_SECTION_FOR_CORRESPONDENCE_V2_IN_TT02 = "a";',
    'App/models/v2024_01/RF1234_M_2024_08_12/Skattemelding_M_2024_08_12_49345_SERES.cs',
    'Altinn.App.Api.Experimental 8.5.0-rc9.20250101.1+build.sha.5114f85',
    'var secret = config["kvSetting:ClientSecret"];',
    'options.ClientSecret = settings.ClientSecret;',
    'options.EncodedJwk = configuration.GetSection("MaskinportenSettings")["EncodedJwk"];',
    'await secrets.GetSecretAsync("MaskinportenSettings--EncodedJwk")',
    'services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");',
    'az keyvault secret set --name myapp--MaskinportenSettings--EncodedJwk --file key.txt',
    'public string ClientSecret { get; set; }',
    'if (string.IsNullOrEmpty(settings.ClientSecret)) return;',
    '"JwkBase64": "#{MaskinportenJwk}#"',
    '"ClientSecret": ""',
    'has ClientId, JwkBase64 in MaskinportenSettings, which the app would use at once',
    '"d": "deploy"',
    '-----BEGIN CERTIFICATE----- is not a private key',
    'Maskinporten-klient, klientdetaljer, tjenesteeier: «Altinn Studio-styrte klientdetaljer»',
    '# safe: config/custom-path',
  ])('%s', (text) => {
    expect(redactSecrets(text)).toBe(text);
    expect(holdsSecret(text)).toBe(false);
  });
});

test('redaction done twice is redaction done once', () => {
  for (const secret of Object.values(secrets)) {
    for (const line of placesOf(secret)) expect(redactSecrets(redactSecrets(line))).toBe(redactSecrets(line));
  }
});

test('redaction reaches every string of a report, at any depth, and changes nothing else', () => {
  const secret = secrets['a JWK in base64'] ?? '';
  const report = { a: [{ b: `x ${secret}`, c: 7, d: null, e: true }], f: 'fine' };
  expect(redact(report)).toEqual({ a: [{ b: 'x •••', c: 7, d: null, e: true }], f: 'fine' });
});

describe('a line that shows part of a key', () => {
  test.each([['\n'], ['\r\n'], ['\r']])('is known also in the middle of a key that spans lines: %j', (end) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
      .trim()
      .split('\n');
    const lines = ['before', ...pem, 'after'];
    const found = linesWithSecrets(lines.join(end));
    for (const line of pem) expect(found.has(line), line).toBe(true);
    expect(found.has('before')).toBe(false);
    expect(found.has('after')).toBe(false);
  });

  test('does not exist in a text without keys', () => {
    expect(linesWithSecrets('a\nb\n').size).toBe(0);
  });
});

/** A place for the text in every kind of file that a report quotes. */
function placesOf(secret: string): readonly string[] {
  return [
    secret,
    `services.ConfigureMaskinportenClient("${secret}"); // ${secret}`,
    `var settings = new { JwkBase64 = @"${secret}" };`,
    `services.Configure("{\\"key\\": \\"${secret}\\"}");`,
    `"Key": "${secret}",`,
    `<Key>${secret}</Key>`,
    `KEY=${secret}`,
    `key: ${secret}`,
    `App/${secret}/Program.cs`,
  ];
}

/** Any run of twelve characters would be too much to give away. */
function partsOf(secret: string): readonly string[] {
  const words = secret.match(/[A-Za-z0-9+/_~-]{24,}/g) ?? [secret];
  return words.flatMap((word) => [
    word.slice(0, 12),
    word.slice(-12),
    word.slice(word.length >> 1, (word.length >> 1) + 12),
  ]);
}

test('the password in an address is a secret, the rest of the address is not', () => {
  expect(redactSecrets('var feed = "https://bygg:Sommer2026@nuget.example.no:8081/v3";')).toBe(
    'var feed = "https://bygg:•••@nuget.example.no:8081/v3";',
  );
});

test('one word of several megabytes is shown nowhere, and stops nothing', () => {
  const text = `before\nvar x = "${'a'.repeat(7_000_000)}";\n`;
  expect(redactSecrets(text).length).toBeLessThanOrEqual(text.length);
  expect(() => linesWithSecrets(text)).not.toThrow();
});
