import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readRegisteredScopes } from '../../src/commands/registered-scopes.ts';
import { WrongUse } from '../../src/commands/wrong-use.ts';
import { en } from '../../src/words/en.ts';
import { emptyFolder, removeRepos } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const file = `${emptyFolder()}/scopes.txt`;

function read(content: string | Uint8Array) {
  writeFileSync(file, content);
  return readRegisteredScopes(file, en);
}

const bom = '\uFEFF';

describe('the scopes of the client in the portal', () => {
  test.each([
    ['one a line', 'b:write\na:read\n'],
    ['without a last line end', 'b:write\na:read'],
    ['with CRLF', 'b:write\r\na:read\r\n'],
    ['with a byte-order mark', `${bom}b:write\na:read\n`],
    ['with blank lines and white space around them', '\n  b:write\t\n \n\na:read  \n'],
    ['with comments', '# the old client\nb:write\n  # and\na:read # in TT02\n'],
    ['each once', 'b:write\na:read\nb:write\n'],
    ['as an array', '["b:write", "a:read"]'],
    ['as an array over several lines, with a byte-order mark', `${bom}[\r\n  "b:write",\r\n  "a:read"\r\n]\r\n`],
    ['as an object with scopes', '{ "client_name": "x", "scopes": ["b:write", "a:read"] }'],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual(['b:write', 'a:read']);
  });

  test('in UTF-16, as PowerShell writes', () => {
    expect(read(Buffer.from(`${bom}b:write\r\na:read\r\n`, 'utf16le'))).toEqual(['b:write', 'a:read']);
    expect(read(Buffer.from(`${bom}["b:write","a:read"]`, 'utf16le').swap16())).toEqual(['b:write', 'a:read']);
  });

  test('keep their casing', () => {
    expect(read('a:Read\na:read\n')).toEqual(['a:Read', 'a:read']);
  });

  test('may be none, when the file says so', () => {
    expect(read('[]')).toEqual([]);
    expect(read('# none\n')).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \r\n'],
    ['several on a line', 'a:read b:write\n'],
    ['a list with commas', 'a:read,\nb:write\n'],
    ['texts in quotation marks', '"a:read"\n'],
    ['an object without scopes', '{ "scope": "a:read" }'],
    ['scopes in one text', '{ "scopes": "a:read" }'],
    ['scopes in an object', '{ "scopes": { "scopes": ["a:read"] } }'],
    ['objects', '[{ "name": "a:read" }]'],
    ['numbers', '["a:read", 1]'],
    ['empty texts', '["a:read", ""]'],
    ['two lists', '{ "scopes": ["a:read"], "scopes": ["b:read"] }'],
    ['half of a list', '["a:read",'],
    ['a key in one line', `${'eyJrdHkiOiJSU0EifQ'.repeat(20)}\n`],
    ['bytes', Uint8Array.of(0, 1, 2, 3)],
    ['UTF-16 without its mark', Buffer.from('a:read\n', 'utf16le')],
  ])('are not %s', (_, content) => {
    const expected = 'scopes, one a line, or JSON: an array of strings, or an object with "scopes"';
    expect(() => read(content)).toThrow(new WrongUse(`${file} is not what was expected: ${expected}.`));
  });

  test('need a file that is there and can be read', () => {
    expect(() => readRegisteredScopes(`${file}.gone`, en)).toThrow(new WrongUse(`${file}.gone does not exist.`));
    expect(() => readRegisteredScopes(emptyFolder(), en)).toThrow(WrongUse);
  });
});
