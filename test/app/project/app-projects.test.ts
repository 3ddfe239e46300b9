import { describe, expect, test } from 'vitest';
import { readAppProjects } from '../../../src/app/project/app-projects.ts';
import { openWorkspace } from '../../../src/files/open-workspace.ts';
import type { Workspace } from '../../../src/files/workspace.ts';
import { temporaryFolder, writeFiles } from '../../files/repo.ts';
import { references, webProject, workspaceOf } from '../workspace-of.ts';

const app = { path: '.', projectFolder: 'App', projects: ['App/App.csproj'], neighbours: [] };
const library = (body = '') => `<Project Sdk="Microsoft.NET.Sdk">${body}</Project>`;
const refersTo = (...paths: readonly string[]) =>
  `<ItemGroup>${paths.map((path) => `<ProjectReference Include="${path}" />`).join('')}</ItemGroup>`;

function sourcesByProject(workspace: Workspace): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(readAppProjects(workspace, app).map(({ file, sources }) => [file, sources]));
}

describe('the projects of an app', () => {
  test('are its own and those it reaches, each once and nearest first', () => {
    const workspace = workspaceOf({
      'App/App.csproj': webProject(refersTo(String.raw`..\Shared\Shared.csproj`, '../Models/Models.csproj')),
      'Shared/Shared.csproj': library(refersTo('../Models/Models.csproj', '../Core/Core.csproj')),
      'Models/Models.csproj': library(),
      'Core/Core.csproj': library(refersTo('../Shared/Shared.csproj')),
      'Unrelated/Unrelated.csproj': library(),
    });
    expect(readAppProjects(workspace, app).map(({ file, distance }) => [file, distance])).toEqual([
      ['App/App.csproj', 0],
      ['Shared/Shared.csproj', 1],
      ['Models/Models.csproj', 1],
      ['Core/Core.csproj', 2],
    ]);
  });

  test('are not those outside the root, missing ones, or none at all', () => {
    const workspace = workspaceOf({
      'App/App.csproj': webProject(refersTo('../../elsewhere/X.csproj', '../Gone/Gone.csproj', 'C:/x/X.csproj')),
    });
    expect(readAppProjects(workspace, app)).toHaveLength(1);
    expect(readAppProjects(workspace, { ...app, projects: [] })).toEqual([]);
  });

  test('of which some are tests', () => {
    const isTest = (body: string) =>
      readAppProjects(workspaceOf({ 'App/App.csproj': library(body) }), app)[0]?.isTest ?? null;
    expect(isTest('<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>')).toBe(true);
    for (const id of ['Microsoft.NET.Test.Sdk', 'xunit', 'xunit.v3', 'NUnit', 'MSTest.TestFramework', 'MSTest']) {
      expect(isTest(references({ [id]: '1.0.0' })), id).toBe(true);
    }
    expect(isTest(references({ 'Altinn.App.Core': '8.9.2', 'Xunitarian.Models': '1.0.0' }))).toBe(false);
    for (const id of ['xunit.runner.visualstudio', 'NUnit.Analyzers', 'TUnit', 'mstest.testadapter']) {
      expect(isTest(references({ [id]: '1.0.0' })), id).toBe(true);
    }
    for (const id of ['Own.xunit', 'Microsoft.NET.Test.Sdk.Own', 'TUnit.Own', 'OwnMSTest', 'NUnitOwn', 'Xunit.']) {
      expect(isTest(references({ [id]: '1.0.0' })), id).toBe(false);
    }
  });

  test.each([
    ['<IsTestProject>True</IsTestProject>', true],
    ['<IsTestProject>false</IsTestProject>', false],
    ['<IsTestProject Condition="$(CI)">true</IsTestProject>', false],
    ['<IsTestProject>$(Tests)</IsTestProject>', false],
    ['<IsTestingPlatform>true</IsTestingPlatform>', false],
  ])('of which one is a test by what it says: %s', (property, expected) => {
    const workspace = workspaceOf({ 'App/App.csproj': library(`<PropertyGroup>${property}</PropertyGroup>`) });
    expect(readAppProjects(workspace, app).map(({ isTest }) => isTest)).toEqual([expected]);
  });

  test.each([
    ['MSTest.Sdk/3.6.4', true],
    ['mstest.sdk', true],
    ['Own.MSTest.Sdk', false],
    ['MSTest.Sdk.Own', false],
  ])('of which one is a test by its SDK: %s', (sdk, expected) => {
    const workspace = workspaceOf({ 'App/App.csproj': `<Project Sdk="${sdk}" />` });
    expect(readAppProjects(workspace, app).map(({ isTest }) => isTest)).toEqual([expected]);
  });

  test('say where they reference others, and whether they do for certain', () => {
    const item = (path: string, condition = '') => `<ProjectReference Include="${path}"${condition} />`;
    const items = [item('../Lib/Lib.csproj'), item('../Own/Own.csproj', ' Condition="$(CI)"'), item('')];
    const text = library(`<ItemGroup>${items.join('')}</ItemGroup>`);
    const [own] = readAppProjects(workspaceOf({ 'App/App.csproj': text }), app);
    expect(
      own?.projectReferences.map(({ path, conditional, element }) => {
        return [path, conditional, element.file, text.slice(element.start, element.end)];
      }),
    ).toEqual([
      ['Lib/Lib.csproj', false, 'App/App.csproj', items[0]],
      ['Own/Own.csproj', true, 'App/App.csproj', items[1]],
    ]);
  });
});

describe('the C# files of a project', () => {
  test('are all below its folder, but not what a build or an editor left there', () => {
    const workspace = workspaceOf({
      'App/App.csproj': webProject(''),
      'App/Program.cs': '',
      'App/logic/binding/Prefill.cs': '',
      'App/.vs/Cache.cs': '',
      'App/obj/App.AssemblyInfo.cs': '',
      'App/ui/readme.md': '',
      'Other.cs': '',
    });
    expect(sourcesByProject(workspace)).toEqual({
      'App/App.csproj': ['App/Program.cs', 'App/logic/binding/Prefill.cs'],
    });
  });

  test('are those of its own folders, by their names', () => {
    const sources = ['App/Program.CS', 'App/binary/A.cs', 'App/logic/.B.cs', 'App/logic/obj/C.cs', 'App/objects/D.cs'];
    const others = [
      'App/obj/A.cs',
      'App/Bin/B.cs',
      'App/.config/C.cs',
      'App/logic/.cache/D.cs',
      'App/E.csx',
      'App/F.cs.txt',
      'App/Gcs',
    ];
    const files = Object.fromEntries([...sources, ...others].map((file) => [file, '']));
    const root = temporaryFolder();
    writeFiles(root, { ...files, 'App/App.csproj': webProject('') });
    const paths = [...sources, ...others, 'App/App.csproj'].sort();
    expect(sourcesByProject(openWorkspace({ root, files: paths }))).toEqual({ 'App/App.csproj': [...sources].sort() });
  });

  test('are those of a project at the root', () => {
    const root = temporaryFolder();
    const files = { 'App.csproj': webProject(''), 'Program.cs': '', 'logic/A.cs': '', 'obj/B.cs': '', 'Lib/C.cs': '' };
    writeFiles(root, { ...files, 'Lib/Lib.fsproj': '' });
    const workspace = openWorkspace({ root, files: [...Object.keys(files), 'Lib/Lib.fsproj'] });
    const projects = readAppProjects(workspace, { ...app, projectFolder: '.', projects: ['App.csproj'] });
    expect(projects.map(({ sources }) => sources)).toEqual([['Program.cs', 'logic/A.cs']]);
  });

  test.each([
    ['App/Lib/Lib.fsproj', false],
    ['App/Lib/Lib.vbproj', false],
    ['App/Lib/Lib.CSPROJ', false],
    ['App/Lib/Lib.sqlproj', true],
    ['App/Lib/Lib.csproj.bak', true],
  ])('are those beside %s: %s', (project, own) => {
    const workspace = workspaceOf({ 'App/App.csproj': webProject(''), 'App/Lib/A.cs': '', [project]: '' });
    expect(sourcesByProject(workspace)).toEqual({ 'App/App.csproj': own ? ['App/Lib/A.cs'] : [] });
  });

  test('belong to the nearest project', () => {
    const workspace = workspaceOf({
      'App/App.csproj': webProject(refersTo('Models/Models.csproj')),
      'App/Program.cs': '',
      'App/Models/Models.csproj': library(),
      'App/Models/Form.cs': '',
      'App/Tests/Tests.csproj': library(),
      'App/Tests/FormTests.cs': '',
    });
    expect(sourcesByProject(workspace)).toEqual({
      'App/App.csproj': ['App/Program.cs'],
      'App/Models/Models.csproj': ['App/Models/Form.cs'],
    });
  });

  test.each<[string, readonly string[]]>([
    ['<ItemGroup><Compile Remove="old/**" /></ItemGroup>', ['App/Program.cs', 'App/logic/A.cs']],
    [String.raw`<ItemGroup><Compile Remove="old\B.cs;logic\*.cs" /></ItemGroup>`, ['App/Program.cs']],
    ['<ItemGroup><Compile Remove="**/*.cs" /><Compile Include="logic/?.cs" /></ItemGroup>', ['App/logic/A.cs']],
    [
      '<ItemGroup><Compile Include="../shared/**/*.cs" /></ItemGroup>',
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs', 'shared/x/C.cs'],
    ],
    [
      '<PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup><ItemGroup><Compile Include="Program.cs" /></ItemGroup>',
      ['App/Program.cs'],
    ],
    ['<PropertyGroup><EnableDefaultItems>false</EnableDefaultItems></PropertyGroup>', []],
    [
      '<PropertyGroup><DefaultItemExcludes>$(DefaultItemExcludes);old/**</DefaultItemExcludes></PropertyGroup>',
      ['App/Program.cs', 'App/logic/A.cs'],
    ],
    [
      '<PropertyGroup><DefaultItemExcludes> ; old/** ;</DefaultItemExcludes></PropertyGroup>',
      ['App/Program.cs', 'App/logic/A.cs'],
    ],
    [
      '<PropertyGroup><DefaultItemExcludes Condition="$(CI)">old/**</DefaultItemExcludes></PropertyGroup>',
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs'],
    ],
    [
      '<PropertyGroup><DefaultItemExcludes>$(Own);old/**</DefaultItemExcludes></PropertyGroup>',
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs'],
    ],
    [
      '<PropertyGroup><EnableDefaultItems Condition="$(CI)">false</EnableDefaultItems></PropertyGroup>',
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs'],
    ],
    [
      '<ItemGroup><Compile Include="../shared/x/C.cs" Condition="$(CI)" /></ItemGroup>',
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs', 'shared/x/C.cs'],
    ],
    [
      '<ItemGroup><Compile Update="old/**" /><Using Remove="old/**" /><None Remove="old/**" /></ItemGroup>',
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs'],
    ],
    [
      '<ItemGroup><Compile Remove="old/**" /><Compile Include="old/B.cs;Program.cs" /></ItemGroup>',
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs'],
    ],
    [
      `<ItemGroup><Compile Remove="old/**" Condition="'$(Configuration)' == 'Release'" /></ItemGroup>`,
      ['App/Program.cs', 'App/logic/A.cs', 'App/old/B.cs'],
    ],
  ])('follow %s', (body, expected) => {
    const workspace = workspaceOf({
      'App/App.csproj': webProject(body),
      'App/Program.cs': '',
      'App/logic/A.cs': '',
      'App/old/B.cs': '',
      'shared/x/C.cs': '',
    });
    expect(sourcesByProject(workspace)).toEqual({ 'App/App.csproj': expected });
  });
});
