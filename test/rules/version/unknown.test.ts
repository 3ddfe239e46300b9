import { expect, test } from 'vitest';
import { appWith, auditedApp, type Files, found, projectOf } from '../audited.ts';

const rule = 'version/unknown';
const app = (project: string, more: Files = {}) => appWith('', { more: { 'App/App.csproj': project, ...more } });

test.each<[string, Files, string]>([
  ['a property that nothing sets', app(projectOf('$(Unset)')), 'App/App.csproj:3'],
  ['no version at all', app(projectOf('x').replaceAll(' Version="x"', '')), 'App/App.csproj:3'],
  ['something that is no version', app(projectOf('newest')), 'App/App.csproj:3'],
  ['a range that allows nothing', app(projectOf('(8.0.0,8.0.0)')), 'App/App.csproj:3'],
  ['a library that is not referenced', app(projectOf(null)), 'App/App.csproj:1'],
  [
    'no project',
    { 'App/config/applicationmetadata.json': '{ "id": "ttd/app" }' },
    'App/config/applicationmetadata.json:1',
  ],
])('the version is not to be found: %s', async (_, files, place) => {
  expect(await found(rule, files)).toEqual([`${place} note prepare none`]);
});

test.each(['8.7.0', '8.*', '[8.0.0,9.0.0)', '*', '7.0.0', '9.0.0-preview.1'])('nothing for %s', async (version) => {
  expect(await found(rule, app(projectOf(version)))).toEqual([]);
});

test.each([
  ['$(Unset)', '$(Unset)'],
  ['$([System.Environment]::GetEnvironmentVariable(`V`))', '$([System.Environment]::GetEnvironmentVariable(`V`))'],
  ['newest', 'newest'],
  ['10.0.0', '10.0.0'],
  [null, null],
])('it says what is written instead of a version: %s', async (version, declared) => {
  const { settled } = await auditedApp(app(projectOf(version)));
  expect(settled.map(({ finding }) => finding.data)).toEqual([{ declared }]);
});
