import { describe, expect, test } from 'vitest';
import { ownCredentials } from '../../../src/app/settings/own-credentials.ts';
import { add, appStarting, host, section } from './starting.ts';

describe('credentials in files of the app’s own', () => {
  const credentials = async (statements: string, keys: object) => {
    const app = await appStarting(statements, { 'App/own.json': section(keys) });
    const read = app.workspace.read('App/own.json');
    const text = read.kind === 'text' ? read.source.text : '';
    return ownCredentials(app).map(({ section: { file }, keys: found, at }) =>
      [file, ...found, text.slice(at.start, at.end)].join(' '),
    );
  };
  const before = `${add('own.json')}\n${host}`;
  const after = `${host}\n${add('own.json')}`;

  test.each<[string, string, object, readonly string[]]>([
    [
      'are its filled keys',
      before,
      { Extra: 'x', ClientId: 'x', Jwk: { kid: 'x' } },
      ['App/own.json ClientId Jwk "ClientId"'],
    ],
    [
      'and before the host no empty ones',
      before,
      { ClientId: '', JwkBase64: 'x' },
      ['App/own.json JwkBase64 "JwkBase64"'],
    ],
    ['and after it the empty ones', after, { ClientId: '' }, ['App/own.json ClientId "ClientId"']],
    [
      'and the empty ones where the place is unknown',
      `library.Use(() => { ${add('own.json')} });\n${host}`,
      { ClientId: '' },
      ['App/own.json ClientId "ClientId"'],
    ],
    ['once', `${add('own.json')}\n${after}`, { ClientId: 'x' }, ['App/own.json ClientId "ClientId"']],
    ['but no authority', after, { Authority: 'x' }, []],
    ['but no section without keys', after, {}, []],
    ['but none that is not added', host, { ClientId: 'x' }, []],
  ])('%s', async (_, statements, keys, expected) => {
    expect(await credentials(statements, keys)).toEqual(expected);
  });
});
