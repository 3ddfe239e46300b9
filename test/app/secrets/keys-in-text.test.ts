import { createHash, createSign, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysInText, mayHoldKey } from '../../../src/app/secrets/keys-in-text.ts';
import { base64, certificate, curve, derOf, edwards, jwkOf, pemOf, pkcs12With, rsa } from './key-material.ts';

/** What is found, and on which lines; a file that would not be read holds nothing. */
function found(text: string): readonly string[] {
  if (!mayHoldKey.test(text)) return [];
  return keysInText(text).map(({ form, start }) => `${text.slice(0, start).split('\n').length} ${form}`);
}

const jwk = JSON.stringify(jwkOf(rsa.privateKey));
const pretty = JSON.stringify(jwkOf(rsa.privateKey), null, 2);
const { kty, n, e, d } = jwkOf(rsa.privateKey);
const privateJwks = JSON.stringify({ keys: [jwkOf(rsa.publicKey), jwkOf(curve.privateKey)] });
const pem = pemOf(rsa.privateKey, 'pkcs8');
/** A JWK of a type whose private part has this many bytes. */
const ofSize = (type: string, bytes: number) =>
  JSON.stringify({ kty: type, d: randomBytes(bytes).toString('base64url') });
const openSsh = (beginning: string) =>
  `-----BEGIN OPENSSH PRIVATE KEY-----\n${base64(Buffer.concat([Buffer.from(beginning), randomBytes(200)]))}\n-----END OPENSSH PRIVATE KEY-----`;
const xml = `<RSAKeyValue><Modulus>x</Modulus><D>${base64(randomBytes(256))}</D></RSAKeyValue>`;
const wrapped = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];

describe('a private key is found', () => {
  test.each<[string, string, readonly string[]]>([
    ['as a JWK on one line', jwk, ['1 jwk']],
    ['as a JWK with its parts in another order', JSON.stringify({ d, e, n, kty }), ['1 jwk']],
    ['as a JWK of an elliptic curve', JSON.stringify(jwkOf(curve.privateKey)), ['1 jwk']],
    ['as a JWK of an Edwards curve', JSON.stringify(jwkOf(edwards.privateKey)), ['1 jwk']],
    ['as a JWK over several lines', JSON.stringify({ kty, d, e, n }, null, 2), ['3 jwk']],
    ['in a set of keys, beside a public one', privateJwks, ['1 jwk']],
    [
      'twice in a set of keys',
      JSON.stringify({ keys: [jwkOf(rsa.privateKey), jwkOf(curve.privateKey)] }, null, 1),
      ['7 jwk', '20 jwk'],
    ],
    ['as an object in settings', `{\n"MaskinportenSettings": { "Jwk": ${jwk} } }`, ['2 jwk']],
    ['as flattened settings', `{ "Mp:Jwk:kty": "RSA",\n"Mp:Jwk:n": "${n}",\n"Mp:Jwk:d": "${d}" }`, ['3 jwk']],
    ['as environment variables', `Mp__Jwk__kty=RSA\nMp__Jwk__d=${d}\n`, ['2 jwk']],
    ['as text in JSON', JSON.stringify({ EncodedJwk: jwk }), ['1 jwk']],
    ['as text in text in JSON', JSON.stringify({ a: JSON.stringify({ EncodedJwk: jwk }) }), ['1 jwk']],
    ['as text as .NET escapes it', `{ "Jwk": "${jwk.replaceAll('"', '\\u0022')}" }`, ['1 jwk']],
    ['in a C# string', `var key = ${JSON.stringify(jwk)};`, ['1 jwk']],
    ['in a verbatim C# string', `var key = @"${jwk.replaceAll('"', '""')}";`, ['1 jwk']],
    ['in a raw C# string', `var key = """\n${pretty}\n""";`, [expect.stringMatching(/ jwk$/)]],
    ['in a C# object', `var key = new JsonWebKey { Kty = "RSA",\n N = "${n}", E = "AQAB", D = "${d}" };`, ['2 jwk']],
    ['as members of a C# object', `key.Kty = "RSA";\nkey.D = "${d}";`, ['2 jwk']],
    ['in a C# dictionary', `{ "kty", "RSA" },\n{ "d", "${d}" },\n["d"] = "${d}"`, ['2 jwk', '3 jwk']],
    ['in single quotes', `echo '${jwk}' > key.json; curl -d "{'kty':'RSA','d':'${d}'}"`, ['1 jwk', '1 jwk']],
    ['in YAML', `key:\n  kty: RSA\n  n: ${n}\n  d: ${d}\n`, ['4 jwk']],
    ['in XML', `<add key="jwk" value="${jwk.replaceAll('"', '&quot;')}" />`, ['1 jwk']],
    ['as a JWK in base64', `"EncodedJwk": "${base64(jwk)}"`, ['1 base64-jwk']],
    ['as a JWK in base64url', `KEY=${Buffer.from(jwk).toString('base64url')}`, ['1 base64-jwk']],
    ['as a JWK over several lines in base64', `\n\n${base64(pretty)}`, ['3 base64-jwk']],
    ['with Windows line ends in base64', base64(pretty.replaceAll('\n', '\r\n')), ['1 base64-jwk']],
    ['with tabs in base64', base64(JSON.stringify(jwkOf(rsa.privateKey), null, '\t')), ['1 base64-jwk']],
    ['with a byte-order mark in base64', base64(`\ufeff${jwk}`), ['1 base64-jwk']],
    ['as PowerShell encodes it', Buffer.from(jwk, 'utf16le').toString('base64'), ['1 base64-jwk']],
    [
      'as PowerShell encodes it, with its mark',
      Buffer.from(`\ufeff${jwk}`, 'utf16le').toString('base64'),
      ['1 base64-jwk'],
    ],
    ['as a set of keys in base64', base64(privateJwks), ['1 base64-jwk']],
    ['as a list of keys in base64', base64(`[${jwk}]`), ['1 base64-jwk']],
    ['in base64 that is wrapped', wrapped(base64(jwk), 76).join('\n'), ['1 base64-jwk']],
    [
      'in base64 in a block of YAML',
      `data: |\n${wrapped(base64(jwk), 64)
        .map((line) => `    ${line}\n`)
        .join('')}next: x`,
      ['2 base64-jwk'],
    ],
    [
      'in base64 in pieces of C#',
      `var key =\n${wrapped(base64(jwk), 100)
        .map((line) => `    "${line}"`)
        .join(' +\n')};`,
      ['2 base64-jwk'],
    ],
    [
      'in base64 twice',
      `A=${base64(jwk)}\nB_B_B_B_B_B_B_B_B_B_B_B_B=${base64(jwk)}\n`,
      ['1 base64-jwk', '2 base64-jwk'],
    ],
    ['in base64 of base64', `  EncodedJwk: ${base64(base64(jwk))}`, ['1 base64-jwk']],
    ['in PEM', `x\n${pem}`, ['2 pem']],
    ['in PEM of PKCS#1', pemOf(rsa.privateKey, 'pkcs1'), ['1 pem']],
    ['in PEM of a curve', pemOf(curve.privateKey, 'sec1'), ['1 pem']],
    ['in PEM of a curve in PKCS#8', pemOf(curve.privateKey, 'pkcs8'), ['1 pem']],
    ['in PEM of an Edwards curve', pemOf(edwards.privateKey, 'pkcs8'), ['1 pem']],
    ['in PEM with Windows line ends', pem.replaceAll('\n', '\r\n'), ['1 pem']],
    ['in PEM on one line', pem.replaceAll('\n', ' '), ['1 pem']],
    ['in PEM in JSON', JSON.stringify({ pem }), ['1 pem']],
    ['in PEM in YAML', `key: |\n${pem.replace(/^/gm, '    ')}`, ['2 pem']],
    [
      'in PEM in pieces of C#',
      pem
        .trim()
        .split('\n')
        .map((line) => `"${line}\\n"`)
        .join(' +\n'),
      ['1 pem'],
    ],
    ['in PEM in a comment', pem.replace(/^/gm, '// '), ['1 pem']],
    ['in PEM that was cut off after the key', pem.replace(/-----END[\s\S]*/, ''), ['1 pem']],
    ['in encrypted PEM', pemOf(rsa.privateKey, 'pkcs8', 'x'), ['1 encrypted-pem']],
    ['in encrypted PEM of the old kind', pemOf(rsa.privateKey, 'pkcs1', 'x'), ['1 encrypted-pem']],
    ['as PEM in base64', `key: ${base64(pem)}`, ['1 base64-pem']],
    ['as PEM in base64 of base64', `key: ${base64(base64(pem))}`, ['1 base64-pem']],
    ['as PKCS#8 in base64', `Convert.FromBase64String("${base64(derOf(rsa.privateKey, 'pkcs8'))}")`, ['1 base64-der']],
    ['as PKCS#1 in base64', base64(derOf(rsa.privateKey, 'pkcs1')), ['1 base64-der']],
    ['as PKCS#8 of an Edwards curve in base64', base64(derOf(edwards.privateKey, 'pkcs8')), ['1 base64-der']],
    ['as a curve in base64', base64(derOf(curve.privateKey, 'sec1')), ['1 base64-der']],
    [
      'as .NET escapes base64',
      `"${base64(derOf(rsa.privateKey, 'pkcs8')).replaceAll('+', '\\u002B')}"`,
      ['1 base64-der'],
    ],
    ['as PKCS#12 in base64', `"EncodedX509": "${base64(pkcs12With('key'))}"`, ['1 base64-pkcs12']],
    ['in the XML of .NET', xml, ['1 xml']],
    [
      'in the XML of .NET within a text',
      JSON.stringify({ key: xml }).replace(/[<>]/g, (one) => (one === '<' ? '&lt;' : '&gt;')),
      ['1 xml'],
    ],
    ['as a JWK of 512 bits', ofSize('RSA', 64), ['1 jwk']],
    ['as a JWK of 8192 bits', ofSize('RSA', 1024), ['1 jwk']],
    ['as a JWK of the smallest curve, its zeros left out', ofSize('EC', 30), ['1 jwk']],
    ['as a JWK of the largest curve', ofSize('EC', 66), ['1 jwk']],
    ['as a JWK of X448', ofSize('OKP', 56), ['1 jwk']],
    ['as a JWK of Ed448', ofSize('OKP', 57), ['1 jwk']],
    ['in PEM of OpenSSH', openSsh('openssh-key-v1\0'), ['1 pem']],
    ['in PEM in text in text', JSON.stringify(JSON.stringify({ pem })), ['1 pem']],
    ['in PEM in an attribute', `<add value="${pem.replaceAll('\n', '&#10;')}" />`, ['1 pem']],
    [
      'behind a public one in base64 of settings',
      base64(JSON.stringify({ Public: base64(JSON.stringify(jwkOf(rsa.publicKey))), Own: base64(jwk) })),
      ['1 base64-jwk'],
    ],
    [
      'in several forms, in their order',
      `${base64(jwk)}\n\n${pem}\n${xml}\n${base64(pem)} ${jwk}`,
      [
        '1 base64-jwk',
        '3 pem',
        expect.stringMatching(/ xml$/),
        expect.stringMatching(/ base64-pem$/),
        expect.stringMatching(/ jwk$/),
      ],
    ],
    [
      'in base64 on one line, right above a longer one',
      `${base64(JSON.stringify(jwkOf(curve.privateKey)))}\n${base64(jwk)}`,
      ['1 base64-jwk', '2 base64-jwk'],
    ],
    [
      'in wrapped base64, right above another',
      `${wrapped(`${base64(`${jwk} `)}`.replace(/=+$/, ''), 100).join('\n')}\n${base64(jwk)}`,
      ['1 base64-jwk', expect.stringMatching(/ base64-jwk$/)],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['a JWK', `{ "e": "AQAB", "kty": "RSA", "d": "${d}", "n": "" }`, `d": "${d}`],
    ['XML', xml, xml.slice(xml.indexOf('<D>'), xml.indexOf('</D>') + 3)],
    ['PEM', `a ${pem} b`, pem.slice(0, pem.indexOf('-----END'))],
    ['base64', `{ "a": "${base64(pem)}", "b": 1 }`, base64(pem).replace(/=+$/, '')],
  ])('from its beginning to its end: %s', (_, text, expected) => {
    expect(keysInText(text).map(({ start, end }) => text.slice(start, end))).toEqual([expected]);
  });

  test('whatever stands around it', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', '\n', ' ', ':', 'kty', '-', '=', 'eyJ', 'd') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(found(`${before}\n${pem}\n${after}`)).toContainEqual(expect.stringMatching(/ pem$/));
        expect(found(`${before}\n${base64(jwk)} ${after}`)).toContainEqual(expect.stringMatching(/ base64-jwk$/));
      }),
    );
  });
});

describe('nothing is found in', () => {
  const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'x' })}.${part({ iss: 'https://test.maskinporten.no/', scope: 'altinn:serviceowner' })}`;
  const signature = createSign('sha256').update(signed).sign(rsa.privateKey).toString('base64url');
  const spki = pemOf(rsa.publicKey, 'spki');

  test.each<[string, string]>([
    ['a public JWK', JSON.stringify(jwkOf(rsa.publicKey))],
    ['a set of public keys', JSON.stringify({ keys: [jwkOf(rsa.publicKey), jwkOf(curve.publicKey)] })],
    ['a public JWK in base64', base64(JSON.stringify(jwkOf(rsa.publicKey)))],
    ['a public key in PEM', spki],
    ['a public key of PKCS#1', pemOf(rsa.publicKey, 'pkcs1')],
    ['a public key in base64', base64(derOf(rsa.publicKey, 'spki')) + base64(derOf(rsa.publicKey, 'pkcs1'))],
    ['a public key as PEM in base64', base64(spki)],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${base64(certificate())}\n-----END CERTIFICATE-----`],
    ['a certificate in base64', base64(certificate())],
    ['a store of certificates in base64', base64(pkcs12With('certificate'))],
    ['a token', `Bearer ${signed}.${signature}`],
    [
      'a token whose header names its public key',
      `${part({ alg: 'RS256', jwk: jwkOf(rsa.publicKey) })}.${part({})}.${signature}`,
    ],
    ['a JWK with placeholders', '{ "kty": "RSA", "n": "...", "e": "AQAB", "d": "<the private part>" }'],
    ['a JWK of crosses', `{ "kty": "RSA", "d": "${'x'.repeat(342)}" }`],
    ['a JWK whose private part is short', '{ "kty": "RSA", "d": "bXlzZWNyZXQtbXlzZWNyZXQtbXlzZWNyZXQtbXlzZWNyZXQ" }'],
    ['a JWK with its private parts left empty', JSON.stringify({ ...jwkOf(rsa.publicKey), d: '', p: '' })],
    ['a JWK whose private part is shorter than that of any such key', ofSize('RSA', 63)],
    ['a JWK whose private part is longer than that of any such key', ofSize('RSA', 1025)],
    ['a JWK of a curve with a private part of RSA', ofSize('EC', 67)],
    ['a JWK of an Edwards curve with a private part of another', ofSize('OKP', 48)],
    ['a JWK of a type that nobody knows', ofSize('oct', 64)],
    ['a type of a key, and something long far below', `{ "kty": "RSA", "n": "x" }${' '.repeat(13_000)}"d": "${d}"`],
    ['something long, and a type of a key far below', `"d": "${d}"${' '.repeat(13_000)}{ "kty": "RSA", "n": "x" }`],
    ['something long under a name that ends alike', `{ "kty": "RSA", "kid": "${d}", "id": "${d}" }`],
    ['half a key in base64', base64(derOf(rsa.privateKey, 'pkcs8').subarray(0, 600))],
    ['PEM of half a key', pem.slice(0, 900)],
    ['PEM of OpenSSH with a placeholder', openSsh('your key goes here')],
    [
      'PEM of the old kind with a placeholder',
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,X\n\nyourkeygoeshere16\n-----END RSA PRIVATE KEY-----',
    ],
    ['other XML with a long element of the same name', `<kty/><Chart><D>${base64(randomBytes(120))}</D></Chart>`],
    ['XML of .NET whose private part is left out', '<RSAKeyValue><Modulus>x</Modulus><D></D></RSAKeyValue>'],
    ['PEM with a placeholder', '-----BEGIN PRIVATE KEY-----\nMIIE…\n-----END PRIVATE KEY-----'],
    ['PEM of nothing', '"-----BEGIN RSA PRIVATE KEY-----\\n" + key + "\\n-----END RSA PRIVATE KEY-----"'],
    [
      'code that looks for PEM',
      'if (text.StartsWith("-----BEGIN PRIVATE KEY-----")) return; // and so on, at some length, as people do',
    ],
    ['a lock file', `"integrity": "sha512-${createHash('sha512').update('x').digest('base64')}"`],
    ['code that handles keys', 'new JsonWebKey(json) { Kty = "RSA", D = privateKey.D, N = n };'],
    [
      'the drawing of a picture',
      '<path kty="RSA" d="M12,3C17.5,3 22,6.58 22,11C22,15.42 17.5,19 12,19C10.76,19 9.57,18.82 8.47,18.5Z"/>',
    ],
    [
      'minified code',
      'function(t){return"RSA"===t.kty?{d:t.d,n:t.n}:eyJ(t)}const aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=1',
    ],
    [
      'settings in base64',
      base64(JSON.stringify({ MaskinportenSettings: { ClientId: '', Authority: 'https://maskinporten.no' } })),
    ],
    ['random bytes', Array.from({ length: 2000 }, () => base64(randomBytes(96))).join('\n')],
    ['the names of keys alone', 'Maskinporten wants kty, n, e and d; EncodedJwk holds them.'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('no text takes long', () => {
  test.each<[string, string]>([
    ['beginnings of base64', 'eyJ'.repeat(1_000_000)],
    ['wrapped base64', `${`eyJ${'a'.repeat(61)}`}\n`.repeat(60_000)],
    [
      'wrapped base64 of lines that are no longer than the one before',
      Array.from({ length: 3000 }, (_, index) => `MII${'a'.repeat(40 + ((3000 - index) % 1500))}`).join('\n'),
    ],
    ['headers', '-----BEGIN PRIVATE KEY-----'.repeat(150_000)],
    ['headers before much text', `${'-----BEGIN PRIVATE KEY----- '}${'A'.repeat(25_000)}`.repeat(150)],
    ['backslashes after a header', `-----BEGIN PRIVATE KEY-----${'\\'.repeat(4_000_000)}`],
    ['types of keys', '"kty":"RSA",'.repeat(300_000)],
    ['types and private parts', `"kty":"EC","d":"${'abcdefghijklm'.repeat(4)}",`.repeat(50_000)],
    ['quotes', `kty${'"'.repeat(4_000_000)}`],
    ['spaces', `kty${' '.repeat(4_000_000)}`],
    ['many names and spaces', `kty${' '.repeat(39)}`.repeat(100_000)],
    ['joints', `eyJ${'a'.repeat(40)}${'\n'.repeat(4_000_000)}`],
    ['many joints', `eyJ${'a'.repeat(40)}"${' '.repeat(200)}`.repeat(15_000)],
    ['XML', `RSAKeyValue${'<D>AAAA'.repeat(500_000)}`],
    ['base64 of base64 of base64', base64(base64(base64('eyJ'.repeat(500_000))))],
  ])('of %s', { timeout: 60_000 }, (_, text) => {
    const start = performance.now();
    mayHoldKey.test(text);
    keysInText(text);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
