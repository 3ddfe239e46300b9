import { describe, expect, test } from 'vitest';
import { readAppProjects } from '../../../src/app/project/app-projects.ts';
import type { Workspace } from '../../../src/files/workspace.ts';
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
