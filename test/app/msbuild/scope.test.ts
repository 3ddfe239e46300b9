import { describe, expect, test } from 'vitest';
import { emptyProperties } from '../../../src/app/msbuild/properties.ts';
import { scopeOf } from '../../../src/app/msbuild/scope.ts';
import { known } from '../../../src/app/msbuild/values.ts';
import { workspaceOf } from '../workspace-of.ts';

/** By default of a props file above the project. */
function scope(project = 'src/App/App.csproj', file = 'src/Directory.Build.props') {
  const workspace = workspaceOf({
    'Directory.Build.props': '',
    'src/Directory.Build.props': '',
    'src/App/App.csproj': '',
    'App.csproj': '',
  });
  const properties = emptyProperties();
  properties.set('V', known('8.9.2'), 'certain');
  properties.set('MSBuildThisFile', known('own'), 'certain');
  return scopeOf(workspace, project, file, properties);
}

describe('an expression in a props file sees', () => {
  test.each([
    ['MSBuildThisFile', 'Directory.Build.props'],
    ['MSBuildThisFileName', 'Directory.Build'],
    ['MSBuildThisFileDirectory', '/src/'],
    ['MSBuildThisFileFullPath', '/src/Directory.Build.props'],
    ['MSBuildProjectFile', 'App.csproj'],
    ['MSBuildProjectName', 'App'],
    ['MSBuildProjectDirectory', '/src/App'],
    ['MSBuildProjectFullPath', '/src/App/App.csproj'],
    ['msbuildprojectname', 'App'],
    ['v', '8.9.2'],
  ])('%s as %s', (name, value) => {
    expect(scope().property(name)).toEqual(known(value));
  });

  test('nothing in what nobody sets', () => {
    expect(scope().property('W')).toBeNull();
  });

  test('the root as the folder of a project that stands there', () => {
    const atRoot = scope('App.csproj', 'App.csproj');
    expect(atRoot.property('MSBuildThisFileDirectory')).toEqual(known('/'));
    expect(atRoot.property('MSBuildProjectDirectory')).toEqual(known('/'));
  });

  test.each([
    ['/src/App/App.csproj', true],
    ['src/App/App.csproj', true],
    [String.raw`\src\App\..\Directory.Build.props`, true],
    ['App/App.csproj', false],
    ['../src/App/App.csproj', false],
    ['C:/App.csproj', false],
    ['', false],
  ])('whether %s is there: %s', (path, expected) => {
    expect(scope().exists(path)).toBe(expected);
  });

  test.each([
    ['Directory.Build.props', '/src/App/', '/src/Directory.Build.props'],
    ['Directory.Build.props', '/src/', '/src/Directory.Build.props'],
    ['Directory.Build.props', '/src/../', '/Directory.Build.props'],
    ['Directory.Build.props', '/docs', '/Directory.Build.props'],
    ['Directory.Packages.props', '/src/App/', null],
    ['Directory.Build.props', '/../', null],
    ['Directory.Build.props', '', null],
  ])('the nearest %s from %j on: %s', (name, folder, file) => {
    expect(scope().fileAbove(name, folder)).toBe(file);
  });
});
