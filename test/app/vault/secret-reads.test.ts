import { beforeAll, describe, expect, test } from 'vitest';
import { readSecretReads, secretReadBy } from '../../../src/app/vault/secret-reads.ts';
import { nodesOfKind } from '../../../src/syntax/csharp/file.ts';
import { readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from '../startup/started.ts';

beforeAll(loadCSharp);

function reads(sources: Sources): readonly string[] {
  return readSecretReads(projectWith(sources)).map(({ name, method, at, call }) => {
    const text = sources[at.file] ?? '';
    return `${at.file} ${text.slice(at.start, at.end) === method ? method : 'elsewhere'} ${name} ${text.slice(call.start, call.end)}`;
  });
}

const client = (type: string, call: string) => `class A(${type} vault) { object F() => ${call}; }`;

describe('a secret is read past the configuration', () => {
  test.each([
    ['by the library', 'ISecretsClient', 'vault.GetSecretAsync("jwk")', 'GetSecretAsync jwk'],
    ['by the library of old', 'ISecrets', 'vault.GetSecretAsync("jwk")', 'GetSecretAsync jwk'],
    ['by the SDK', 'SecretClient', 'vault.GetSecret("jwk")', 'GetSecret jwk'],
    [
      'by the deprecated SDK, with the address',
      'KeyVaultClient',
      'vault.GetSecretAsync("https://skogv.vault.azure.net", "jwk")',
      'GetSecretAsync jwk',
    ],
    [
      'by the deprecated SDK, in one address',
      'IKeyVaultClient',
      'vault.GetSecretAsync("https://skogv.vault.azure.net/secrets/jwk")',
      'GetSecretAsync jwk',
    ],
    ['a key', 'ISecretsClient', 'vault.GetKeyAsync("signering")', 'GetKeyAsync signering'],
    ['a certificate', 'ISecrets', 'vault.GetCertificateAsync("sert")', 'GetCertificateAsync sert'],
    ['whatever a client reads', 'ISecrets', 'vault.GetKeyVaultClient()', 'GetKeyVaultClient null'],
    ['whose name is computed', 'ISecretsClient', 'vault.GetSecretAsync(Navn())', 'GetSecretAsync null'],
    ['whose name no secret can have', 'ISecretsClient', 'vault.GetSecretAsync("a_b")', 'GetSecretAsync null'],
    [
      'whose name is too long for a secret',
      'ISecretsClient',
      `vault.GetSecretAsync("${'a'.repeat(128)}")`,
      'GetSecretAsync null',
    ],
    [
      'in an address that names no secret',
      'KeyVaultClient',
      'vault.GetSecretAsync("https://skogv.vault.azure.net/keys/jwk")',
      'GetSecretAsync null',
    ],
  ])('%s', (_, type, call, expected) => {
    expect(reads({ 'A.cs': client(type, call) })).toEqual([`A.cs ${expected} ${call}`]);
  });

  test.each([
    ['of another type', client('ISecretStore', 'vault.GetSecretAsync("jwk")')],
    ['of a type that only begins alike', client('ISecretsClientFactory', 'vault.GetSecretAsync("jwk")')],
    ['of its own', client('ISecretsClient', 'GetSecretAsync("jwk")')],
    ['by another name', client('ISecretsClient', 'vault.GetSecretsAsync("jwk")')],
  ])('not by a method %s', (_, text) => {
    expect(reads({ 'A.cs': text })).toEqual([]);
  });

  test('in order, each place once', () => {
    const b = 'class B(ISecretsClient s) { object F() => s.GetKeyAsync("k") ?? s.GetSecretAsync("b"); }';
    const a = `class A(ISecretsClient s)\n{\n    object F() => s.GetSecretAsync("a1");\n#if DEBUG\n    object G() => s.GetKeyAsync("a2");\n#endif\n}`;
    expect(reads({ 'B.cs': b, 'A.cs': a, 'C.cs': 'class C { object F(X x) => x.GetSecretAsync("c"); }' })).toEqual([
      'A.cs GetSecretAsync a1 s.GetSecretAsync("a1")',
      'A.cs GetKeyAsync a2 s.GetKeyAsync("a2")',
      'B.cs GetKeyAsync k s.GetKeyAsync("k")',
      'B.cs GetSecretAsync b s.GetSecretAsync("b")',
    ]);
  });
});

describe('what a call gives is a secret', () => {
  /** The name of the secret that the first call reads. */
  function secretIn(text: string): string | null {
    const project = projectWith({ 'A.cs': text });
    const file = project.file('A.cs');
    const [node] = file ? nodesOfKind(file, 'invocation_expression') : [];
    const invocation = file && node ? readInvocation(node, file.text) : null;
    if (file === null || invocation === null) throw new Error(text);
    return secretReadBy(invocation, file, project);
  }

  test.each([
    ['of a client', client('ISecretsClient', 'vault.GetSecretAsync("jwk")'), 'jwk'],
    ['of another client in sight', client('SecretClient', 'vault.GetSecret("jwk")'), 'jwk'],
    ['whose name a constant has', client('ISecrets', 'vault.GetSecretAsync(N); const string N = "jwk"'), 'jwk'],
    ['but not where none is in sight', client('IVault', 'vault.GetSecretAsync("jwk")'), null],
    ['but not by a function of one’s own', client('ISecretsClient', 'GetSecretAsync("jwk")'), null],
    ['but not by another method', client('ISecretsClient', 'vault.Read("jwk")'), null],
  ])('%s', (_, text, name) => {
    expect(secretIn(text)).toBe(name);
  });
});
