import { describe, expect, test } from 'vitest';
import { discoverApps } from '../../../src/app/discovery/discover-apps.ts';
import { references, webProject, workspaceOf } from '../workspace-of.ts';

const app = webProject(references({ 'Altinn.App.Api': '8.9.2', 'Altinn.App.Core': '8.9.2' }));
const library = (body: string) => `<Project Sdk="Microsoft.NET.Sdk">${body}</Project>`;
const metadata = '{ "id": "ttd/skjema", "org": "ttd" }';

function discover(files: Readonly<Record<string, string>>, scope = '.'): readonly string[] {
  return discoverApps(workspaceOf(files), scope).map(
    ({ path, projectFolder, projects }) => `${path} (${projectFolder}): ${projects.join(', ')}`,
  );
}

describe('an app is found', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['in App/', { 'App/App.csproj': app }, ['. (App): App/App.csproj']],
    ['in app/', { 'app/app.csproj': app }, ['. (app): app/app.csproj']],
    ['in src/App/', { 'src/App/App.csproj': app }, ['. (src/App): src/App/App.csproj']],
    [
      'in src/ of something',
      { 'src/Skjema/Skjema.csproj': app },
      ['src/Skjema (src/Skjema): src/Skjema/Skjema.csproj'],
    ],
    ['without any such folder', { 'Skjema.csproj': app, 'Program.cs': '' }, ['. (.): Skjema.csproj']],
    [
      'beside others',
      { 'b/App/App.csproj': app, 'a/src/App/App.csproj': app, 'c/App/App.csproj': app },
      ['a (a/src/App): a/src/App/App.csproj', 'b (b/App): b/App/App.csproj', 'c (c/App): c/App/App.csproj'],
    ],
    [
      'in the order of their folders',
      { 'a.b/App/App.csproj': app, 'a/App/App.csproj': app, 'App/App.csproj': app },
      ['. (App): App/App.csproj', 'a (a/App): a/App/App.csproj', 'a.b (a.b/App): a.b/App/App.csproj'],
    ],
    [
      'twice where two would share a folder',
      { 'App/App.csproj': app, 'src/App/App.csproj': app },
      ['App (App): App/App.csproj', 'src/App (src/App): src/App/App.csproj'],
    ],
    [
      'with two project files in one folder',
      { 'App/App.csproj': app, 'App/App.Copy.csproj': app },
      ['. (App): App/App.Copy.csproj, App/App.csproj'],
    ],
    [
      'with a library in its folder, which is none',
      { 'App/App.csproj': app, 'App/App.Models.csproj': library(''), 'App/config/applicationmetadata.json': metadata },
      ['. (App): App/App.csproj'],
    ],
    ['by its metadata alone', { 'App/config/applicationmetadata.json': metadata }, ['. (App): ']],
    [
      'by metadata beside a project that takes its packages from elsewhere',
      { 'App/App.csproj': webProject(''), 'App/config/applicationmetadata.json': metadata },
      ['. (App): App/App.csproj'],
    ],
    [
      'by a reference in a parent’s props',
      {
        'Directory.Build.props': `<Project>${references({ 'Altinn.App.Api': '8.9.2' })}</Project>`,
        'App/App.csproj': webProject(''),
      },
      ['. (App): App/App.csproj'],
    ],
    [
      'by the packages of v4',
      { 'App/App.csproj': library(references({ 'Altinn.App.PlatformServices': '4.34.1' })), 'App/Startup.cs': '' },
      ['. (App): App/App.csproj'],
    ],
    [
      'by the experimental package',
      { 'App/App.csproj': webProject(references({ 'Altinn.App.Api.Experimental': '8.9.0-x.1' })) },
      ['. (App): App/App.csproj'],
    ],
    [
      'by the package in another casing',
      { 'App/App.csproj': webProject(references({ 'altinn.app.api': '8.9.2' })) },
      ['. (App): App/App.csproj'],
    ],
    [
      'by the SDK in another casing',
      {
        'App/App.csproj': `<Project Sdk="microsoft.net.sdk.web">${references({ 'Altinn.App.Api': '8.9.2' })}</Project>`,
      },
      ['. (App): App/App.csproj'],
    ],
    [
      'by a class that starts it, in another casing',
      { 'App/App.csproj': library(references({ 'Altinn.App.Common': '4.34.1' })), 'App/program.cs': '' },
      ['. (App): App/App.csproj'],
    ],
    [
      'by the packages that its targets bring',
      {
        'App/App.csproj': webProject(''),
        'build/app.targets': `<Project>${references({ 'Altinn.App.Api': '8.9.2' })}</Project>`,
        'App/Directory.Build.targets': '<Project><Import Project="../build/app.targets" /></Project>',
      },
      ['. (App): App/App.csproj'],
    ],
    [
      'by metadata in another casing',
      { 'App/App.csproj': library(''), 'App/Config/ApplicationMetadata.json': metadata },
      ['. (App): App/App.csproj'],
    ],
    [
      'by its metadata at the root, beside a project',
      { 'Skjema.csproj': library(''), 'config/applicationmetadata.json': metadata },
      ['. (.): Skjema.csproj'],
    ],
    [
      'when built from source',
      {
        'App/App.csproj': webProject(
          '<ItemGroup><ProjectReference Include="../../lib/Altinn.App.Api.csproj" /><ProjectReference Include="../lib/Altinn.App.Api.csproj" /></ItemGroup>',
        ),
      },
      ['. (App): App/App.csproj'],
    ],
    [
      'even when its project file is broken',
      { 'App/App.csproj': '<Project><PackageReference Include="Altinn.App.Api"', 'App/Program.cs': '' },
      ['. (App): App/App.csproj'],
    ],
  ])('%s', (_, files, expected) => {
    expect(discover(files)).toEqual(expected);
  });
});

describe('no app', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'a test project',
      {
        'Tests/Tests.csproj': webProject(references({ 'Altinn.App.Api': '8.9.2', xunit: '2.9.0' })),
        'Tests/Program.cs': '',
      },
    ],
    ['a library that references Core', { 'Lib/Lib.csproj': library(references({ 'Altinn.App.Core': '8.9.2' })) }],
    [
      'a library that references Api but starts nothing',
      { 'Lib/Lib.csproj': library(references({ 'Altinn.App.Api': '8.9.2' })) },
    ],
    ['a web project of another kind', { 'Web/Web.csproj': webProject(''), 'Web/Program.cs': '' }],
    ['test data', { 'test/data/ttd/skjema/config/applicationmetadata.json': metadata }],
    [
      'a test project with test data beside it',
      { 'App/Tests.csproj': library(references({ xunit: '2.9.0' })), 'App/config/applicationmetadata.json': metadata },
    ],
    ['an empty folder', { 'README.md': '' }],
    [
      'a web project with a package by nearly that name',
      { 'Web/Web.csproj': webProject(references({ 'Altinn.App.Api.Own': '8.9.2', 'Own.Altinn.App.Api': '8.9.2' })) },
    ],
    [
      'a library with a class by nearly the name of one that starts it',
      {
        'Lib/Lib.csproj': library(references({ 'Altinn.App.Api': '8.9.2' })),
        'Lib/MyProgram.cs': '',
        'Lib/Program.cshtml': '',
        'Lib/logic/Program.cs': '',
      },
    ],
    [
      'a project of an SDK by nearly the name of the web’s',
      {
        'Web/Web.csproj': `<Project Sdk="Microsoft.NET.Sdk.WebAssembly;Own.Microsoft.NET.Sdk.Web">${references({ 'Altinn.App.Api': '8.9.2' })}</Project>`,
      },
    ],
    ['metadata in a folder by nearly that name', { 'App/myconfig/applicationmetadata.json': metadata }],
    ['a copy of metadata', { 'App/config/applicationmetadata.json.bak': metadata }],
    [
      'metadata of an app whose project is a test',
      {
        'App/App.csproj': library(references({ 'Altinn.App.Api': '8.9.2', xunit: '2.9.0' })),
        'App/config/applicationmetadata.json': metadata,
      },
    ],
  ])('is %s', (_, files) => {
    expect(discover(files)).toEqual([]);
  });
});

describe('a folder of the repo', () => {
  const files = { 'a/App/App.csproj': app, 'a/App/Program.cs': '', 'b/App/App.csproj': app, 'ab/App/App.csproj': app };

  test.each([
    ['a', 'a (a/App): a/App/App.csproj'],
    ['a/App', 'a (a/App): a/App/App.csproj'],
    ['a/App/logic', 'a (a/App): a/App/App.csproj'],
    ['b/App', 'b (b/App): b/App/App.csproj'],
  ])('%s means the app in it or around it', (scope, expected) => {
    expect(discover(files, scope)).toEqual([expected]);
  });

  test('within the inner of two apps means that', () => {
    const nested = { 'App/App.csproj': app, 'App/samples/App/App.csproj': app, 'App/samples/App/ui/x.json': '' };
    expect(discover(nested, 'App/samples/App/ui')).toEqual([
      'App/samples (App/samples/App): App/samples/App/App.csproj',
    ]);
    expect(discover(nested, 'App/logic')).toEqual(['. (App): App/App.csproj']);
    expect(discover(nested, 'App')).toHaveLength(2);
  });

  test('knows of the other apps of the repo', () => {
    const neighbours = discoverApps(workspaceOf(files), '.').map(({ path, neighbours: others }) => [path, others]);
    expect(neighbours).toEqual([
      ['a', ['ab', 'b']],
      ['ab', ['a', 'b']],
      ['b', ['a', 'ab']],
    ]);
  });

  test('without an app in it or around it has none', () => {
    expect(discover(files, 'docs')).toEqual([]);
  });
});
