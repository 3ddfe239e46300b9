import { describe, expect, test } from 'vitest';
import {
  filledDefaultSections,
  loadedDefaultSections,
  loadsLocalFile,
  localSections,
} from '../../../src/app/settings/default-sections.ts';
import { hasUnreadSettings } from '../../../src/app/settings/unread-settings.ts';
import type { Files } from '../../rules/audited.ts';
import { add, appStarting, host, section } from './starting.ts';

describe('the default section of a deployed app', () => {
  const files = {
    'App/appsettings.json': section({ Authority: 'x' }),
    'App/appsettings.Production.json': section({ ClientId: 'x' }),
    'App/appsettings.Development.json': section({ ClientId: 'x' }),
    'App/appsettings.Local.json': section({ JwkBase64: 'x' }),
    'App/own.json': section({ ClientId: 'x' }),
  };
  const usual = ['App/appsettings.Production.json', 'App/appsettings.json'];

  test.each<[string, string, string, readonly string[], readonly string[]]>([
    ['is in the files of its version', host, '8.7.0', usual, []],
    [
      'is in the local file from 8.9',
      host,
      '8.9.0',
      ['App/appsettings.Local.json', ...usual],
      ['App/appsettings.Local.json'],
    ],
    [
      'is in the local file that the start-up adds',
      `${add('appsettings.Local.json')}\n${host}`,
      '8.7.0',
      ['App/appsettings.Local.json', ...usual],
      ['App/appsettings.Local.json'],
    ],
    ['is in files of the app’s own', `${host}\n${add('own.json')}`, '8.7.0', [...usual, 'App/own.json'], []],
  ])('%s', async (_, statements, version, expected, local) => {
    const app = await appStarting(statements, files, version);
    const distinct = (found: readonly { readonly file: string }[]) => [...new Set(found.map(({ file }) => file))];
    expect(distinct(loadedDefaultSections(app))).toEqual(expected);
    expect(distinct(localSections(app))).toEqual(local);
    expect(loadsLocalFile(app)).toBe(local.length > 0);
  });

  test('is filled where a key of an identity is', async () => {
    const filled = async (version: string) =>
      filledDefaultSections(await appStarting(host, files, version)).map(({ file }) => file);
    expect(await filled('8.7.0')).toEqual(['App/appsettings.Local.json', 'App/appsettings.Production.json']);
    expect(await filled('9.0.0')).toEqual([]);
  });
});

describe('settings of a deployed app may hold anything where they cannot be read', () => {
  test.each<[string, Files, string, boolean]>([
    ['those of all environments', { 'App/appsettings.json': '{' }, '8.7.0', true],
    ['those of one', { 'App/appsettings.Production.json': '{' }, '8.7.0', true],
    ['but not those for local runs', { 'App/appsettings.Development.json': '{' }, '8.7.0', false],
    ['but not another file', { 'App/other.json': '{' }, '8.7.0', false],
    ['but not in v9', { 'App/appsettings.json': '{' }, '9.0.0', false],
    ['but not where they can be read', { 'App/appsettings.json': '{}' }, '8.7.0', false],
  ])('%s', async (_, more, version, expected) => {
    expect(hasUnreadSettings(await appStarting(host, more, version))).toBe(expected);
  });
});
