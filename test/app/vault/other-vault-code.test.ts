import { describe, expect, test } from 'vitest';
import { otherVaultCode } from '../../../src/app/vault/other-vault-code.ts';
import { appHolding } from './own-functions.ts';

/** What is found besides what stands on a line with `Gone`. */
async function others(text: string): Promise<readonly string[]> {
  const app = await appHolding({ 'App/A.cs': text });
  const gone = [...text.matchAll(/.*Gone.*/g)].map(({ 0: line, index }) => {
    return { file: 'App/A.cs', start: index, end: index + line.length };
  });
  const elsewhere = { file: 'App/Program.cs', start: 0, end: text.length };
  return otherVaultCode(app, [...gone, elsewhere]).map(({ file, start, end }) => `${file} ${text.slice(start, end)}`);
}

describe('what else has to do with the vault', () => {
  test.each<[string, string, readonly string[]]>([
    ['a wiring', 'class A { void F() { c.AddAzureKeyVault(u); } }', ['AddAzureKeyVault']],
    [
      'the wiring of the library',
      'class A { void F() { b.AddAzureKeyVaultAsConfigProvider(); } }',
      ['AddAzureKeyVaultAsConfigProvider'],
    ],
    ['a client', 'class A(SecretClient client);', ['SecretClient']],
    ['the section of its address', 'class A { object F => c.GetSection("kvSetting"); }', ['"kvSetting"']],
    ['a key of it', 'class A { object F => c["KVSetting:SecretUri"]; }', ['"KVSetting:SecretUri"']],
    ['one in a verbatim text', 'class A { object F => c[@"kvSetting:SecretUri"]; }', ['@"kvSetting:SecretUri"']],
    ['a key that is put together', 'class A { object F => c[$"kvSetting:{k}"]; }', ['$"kvSetting:{k}"']],
    ['one in a raw text', 'class A { object F => c["""kvSetting"""]; }', ['"""kvSetting"""']],
    [
      'each of them',
      'class A { object F => new SecretClient(c["kvSetting:SecretUri"]); }',
      ['SecretClient', '"kvSetting:SecretUri"'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await others(text)).toEqual(expected.map((one) => `App/A.cs ${one}`));
  });

  test.each([
    ['what goes', 'class A { void F() { Gone(c.AddAzureKeyVault(u)); } }'],
    ['a text that goes', 'class A { object Gone => c.GetSection("kvSetting"); }'],
    ['a longer name', 'class A { SecretClientX F; void G() { c.AddAzureKeyVaults(); } }'],
    ['another section', 'class A { object F => c["kvSettings"] ?? c["my:kvSetting"]; }'],
    ['a using of such a name', 'using SecretClient;\nclass A;'],
    ['an alias for it', 'using Client = Azure.Security.KeyVault.Secrets.SecretClient;\nclass A;'],
    ['a comment', '// SecretClient of "kvSetting"\nclass A;'],
  ])('not %s', async (_, text) => {
    expect(await others(text)).toEqual([]);
  });
});
