import { describe, expect, test } from 'vitest';
import {
  filesWithOtherPath,
  isSettingsFilePath,
  settingsFilePaths,
} from '../../../src/app/settings/settings-file-path.ts';
import type { Files } from '../../rules/audited.ts';
import { add, appStarting, host } from './starting.ts';

describe('another file than the one that Studio provisions is named', () => {
  const named = '{ "MaskinportenSettingsFilepath": "/x.json" }';
  const values = (name: string) => ({
    'deployment/values.yaml': `deployment:\n  env:\n    - name: ${name}\n      value: /x\n`,
  });

  test.each<[string, string, Files, readonly string[]]>([
    ['in settings', host, { 'App/appsettings.json': named }, ['App/appsettings.json']],
    [
      'in settings of an environment',
      host,
      { 'App/appsettings.TT02.json': '{ "maskinportenSettingsFilePath": "/x" }' },
      ['App/appsettings.TT02.json'],
    ],
    ['by the deployment', host, values('MaskinportenSettingsFilepath'), ['deployment/values.yaml']],
    ['by the image', host, { Dockerfile: 'ENV MaskinportenSettingsFilepath=/x\n' }, ['Dockerfile']],
    ['in a file of the app’s own', `${add('own.json')}\n${host}`, { 'App/own.json': named }, ['App/own.json']],
    ['in a file of the app’s own, without a host', add('own.json'), { 'App/own.json': named }, ['App/own.json']],
    [
      'in several places, each once',
      host,
      {
        'App/appsettings.json': '{ "MaskinportenSettingsFilepath": "a", "maskinportensettingsfilepath": "b" }',
        Dockerfile: 'ENV MaskinportenSettingsFilepath=/x\n',
      },
      ['App/appsettings.json', 'Dockerfile'],
    ],
    ['but not for local runs', host, { 'App/appsettings.Development.json': named }, []],
    ['but not by an empty text', host, { 'App/appsettings.json': '{ "MaskinportenSettingsFilepath": "" }' }, []],
    ['but not in a section', host, { 'App/appsettings.json': '{ "A": { "MaskinportenSettingsFilepath": "/x" } }' }, []],
    ['but not in a section by the deployment', host, values('A__MaskinportenSettingsFilepath'), []],
    [
      'but not for certain in a pipeline',
      host,
      { 'azure-pipelines.yml': 'variables:\n  MaskinportenSettingsFilepath: /x\n' },
      [],
    ],
    ['but not in a file of the app’s own after the host', `${host}\n${add('own.json')}`, { 'App/own.json': named }, []],
    ['but not in one that it may add', `if (x) ${add('own.json')}\n${host}`, { 'App/own.json': named }, []],
  ])('%s', async (_, statements, more, expected) => {
    const app = await appStarting(statements, more);
    // Of the app's own files, only what is certain counts here.
    const settings = app.settings.filter(({ file }) => !file.endsWith('own.json'));
    expect(filesWithOtherPath({ ...app, settings })).toEqual(expected);
  });

  test('where its key stands', async () => {
    const app = await appStarting(host, { 'App/appsettings.TT02.json': named });
    expect(settingsFilePaths(app.settings)).toMatchObject([
      { environment: 'TT02', at: { file: 'App/appsettings.TT02.json', start: 2 } },
    ]);
  });

  test.each([
    ['MaskinportenSettingsFilepath', true],
    ['MASKINPORTENSETTINGSFILEPATH', true],
    ['MaskinportenSettingsFilepaths', false],
    ['A:MaskinportenSettingsFilepath', false],
  ])('by the name %s: %s', (name, expected) => {
    expect(isSettingsFilePath(name)).toBe(expected);
  });
});
