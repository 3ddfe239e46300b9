import { beforeAll, describe, expect, test } from 'vitest';
import { askingMethods } from '../../../../src/app/clients/consumers/asking-methods.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from '../../../syntax/csharp/sources.ts';

beforeAll(loadCSharp);

const ofVault = ['GetSecretAsync', 'GetKeyAsync', 'GetCertificateAsync'];

/** Those of a class’s methods that only read the vault. */
function asking(members: string): readonly string[] {
  const file = parsed(`class C { ${members} }`);
  return askingMethods(firstOfKind(file, 'class_declaration'), file).filter((name) => !ofVault.includes(name));
}

test('what the vault’s client reads with may go', () => {
  const file = parsed('class C { }');
  expect(askingMethods(firstOfKind(file, 'class_declaration'), file)).toEqual(ofVault);
  const bare = parsed('class C;');
  expect(askingMethods(firstOfKind(bare, 'class_declaration'), bare)).toEqual(ofVault);
});

describe('a method may go that only reads the vault', () => {
  test.each([
    'Task<string> Key() => _v.GetSecretAsync("k");',
    'async Task<string> Key() => await _v.GetSecretAsync("k").ConfigureAwait(false);',
    'async Task<string> Key() { return await _v.GetSecretAsync("k"); }',
    'async Task<string> Key() { var k = await _v.GetSecretAsync("k"); return k; }',
    'async Task<string> Key() { return await _v.GetSecretAsync("a") + (await _v.GetKeyAsync("b")).Id; }',
    'async Task<X509Certificate2> Key() => await _v.GetCertificateAsync("k");',
  ])('%s', (member) => {
    expect(asking(member)).toEqual(['Key']);
  });

  test.each([
    'string Key() => "k";',
    'string Key() => Find();',
    'Task<string> Key();',
    'Task<string> Key() => Log(_v.GetSecretAsync("k"));',
    'async Task<string> Key() { Log(); return await _v.GetSecretAsync("k"); }',
    'async Task<string> Key() { _k = await _v.GetSecretAsync("k"); return _k; }',
    'async Task<string> Key() { _k ??= await _v.GetSecretAsync("k"); return _k; }',
    'async Task<Key> Key() => new Key(await _v.GetSecretAsync("k"));',
    'async Task<Key> Key() => new(await _v.GetSecretAsync("k"));',
    'async Task<string> Key() => await _v.GetSecretAsync("k") ?? throw e;',
    'async Task<string> Key() { var k = await _v.GetSecretAsync("k"); if (k == null) throw e; return k; }',
    'Func<Task<string>> Key() => () => _v.GetSecretAsync("k");',
    'Task<string> Key() => _v.GetSecretsAsync("k");',
    'Task<string> Key => _v.GetSecretAsync("k");',
    'class Inner { Task<string> Key() => _v.GetSecretAsync("k"); }',
  ])('not: %s', (member) => {
    expect(asking(member)).toEqual([]);
  });
});
