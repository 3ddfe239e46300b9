import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readVaultSecrets } from '../../src/commands/vault-secrets.ts';
import { WrongUse } from '../../src/commands/wrong-use.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';
import { emptyFolder, removeRepos } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const file = `${emptyFolder()}/secrets.txt`;

function read(content: string | Uint8Array) {
  writeFileSync(file, content);
  return readVaultSecrets(file, en);
}

const listed = [
  {
    attributes: { enabled: true },
    contentType: null,
    id: 'https://kv-example.vault.azure.net/secrets/MaskinportenSettings--ClientId',
    managed: null,
    name: 'MaskinportenSettings--ClientId',
    tags: {},
  },
  { id: 'https://kv-example.vault.azure.net/secrets/soknad--MaskinportenSettings--EncodedJwk/0123456789abcdef' },
];
const names = ['MaskinportenSettings--ClientId', 'soknad--MaskinportenSettings--EncodedJwk'];

describe('the names of the secrets are read', () => {
  test.each([
    ['one a line', names.join('\n')],
    ['with an end to the last line', `${names.join('\n')}\n`],
    ['with the line ends of Windows and a byte-order mark', `\uFEFF${names.join('\r\n')}\r\n`],
    ['between blank lines and comments', `# TT02\n\n  ${names[0]}  \n\t\n  # more\n${names[1]}`],
    ['each once, in whatever casing', `${names.join('\n')}\n${names[1]}\n`],
    ['as az prints them', JSON.stringify(listed, null, 2)],
    ['by their id alone', JSON.stringify(listed.map(({ id }) => ({ id })))],
    ['with a value that is not there', JSON.stringify(names.map((name) => ({ name, value: null })))],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual(names);
  });

  test('as PowerShell writes them', () => {
    const le = Buffer.from(`\uFEFF${JSON.stringify(listed, null, 2).replaceAll('\n', '\r\n')}\r\n`, 'utf16le');
    expect(read(le)).toEqual(names);
    expect(read(Buffer.from(le).swap16())).toEqual(names);
  });

  test('that differ in case only, once', () => {
    expect(read('app--ClientId\nAPP--clientid\n')).toHaveLength(1);
  });

  test('but not of those that are disabled, which no app gets', () => {
    const disabled = { name: 'MaskinportenSettings--JwkBase64', attributes: { enabled: false } };
    expect(read(JSON.stringify([disabled, ...listed]))).toEqual(names);
  });

  test('of a vault that holds none, when az says so', () => {
    expect(read('[]\n')).toEqual([]);
  });
});

const secret = 'c2hvdy1tZS1ub3doZXJl';

describe('anything else is wrong use, and not a word of it is shown', () => {
  test.each([
    ['names with their values', `MaskinportenSettings--ClientId=${secret}`],
    ['names with their values, as a table', `MaskinportenSettings--ClientId\t${secret}`],
    ['a value, longer than a name can be', secret.repeat(7)],
    ['a value that is no name', `${secret}==`],
    ['what az prints as a table', `Name   Id\n-----  ------\n${secret}  https://x/secrets/${secret}`],
    ['objects with a value', JSON.stringify([{ name: 'A--B', value: secret }])],
    ['objects with a value under another casing', JSON.stringify([{ name: 'A--B', Value: secret }])],
    ['one secret, as az shows it', JSON.stringify({ name: 'A--B', value: secret })],
    ['one object', JSON.stringify({ name: secret })],
    ['strings', JSON.stringify([secret])],
    ['arrays', JSON.stringify([[secret]])],
    ['objects without a name', JSON.stringify([{ name: 'A--B' }, { title: secret }])],
    ['names that are no text', JSON.stringify([{ name: 7, tags: { a: secret } }])],
    ['names that no secret can have', JSON.stringify([{ name: `A:${secret}` }])],
    ['keys, not secrets', JSON.stringify([{ id: `https://kv.vault.azure.net/keys/${secret}` }])],
    ['a disabled one with a value', JSON.stringify([{ name: 'A', attributes: { enabled: false }, value: secret }])],
    ['JSON that ends too soon', `[{ "name": "${secret}"`],
    ['nothing, as of a command that failed', ''],
    ['blank lines only', '\uFEFF\r\n \r\n'],
    ['no text', Uint8Array.of(0, 1, 2, 3)],
  ])('%s', (_, content) => {
    const asking = () => read(content);
    expect(asking).toThrow(WrongUse);
    expect(asking).toThrow(file);
    expect(asking).toThrow('az keyvault secret list');
    expect(asking).not.toThrow(secret);
  });

  test('a file that is not there, or is a folder', () => {
    expect(() => readVaultSecrets('/nowhere/names.txt', en)).toThrow('/nowhere/names.txt does not exist.');
    expect(() => readVaultSecrets('/', en)).toThrow(WrongUse);
  });

  test('in the language asked for', () => {
    writeFileSync(file, '?');
    expect(() => readVaultSecrets(file, nb)).toThrow('navn på hemmeligheter');
  });
});
