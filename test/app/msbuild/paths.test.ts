import { describe, expect, test } from 'vitest';
import { isBelow, pathFrom, upwardsFrom } from '../../../src/app/msbuild/paths.ts';

describe('a path that a project file writes is looked for from the folder', () => {
  test.each<[string, string, string]>([
    ['App', 'Program.cs', 'App/Program.cs'],
    ['App', ' Program.cs\n', 'App/Program.cs'],
    ['App', String.raw`..\Shared\Shared.csproj`, 'Shared/Shared.csproj'],
    ['App', './logic/../A.cs', 'App/A.cs'],
    ['App', 'old/', 'App/old'],
    ['App', '..', '.'],
    ['App', '..old/A.cs', 'App/..old/A.cs'],
    ['.', '..old', '..old'],
    ['.', 'App/App.csproj', 'App/App.csproj'],
    ['App', 'Abc:d.cs', 'App/Abc:d.cs'],
    // What MSBuild's own variables lead to: `/` is the root.
    ['App', '/build/versions.props', 'build/versions.props'],
    ['App', '/App//build/', 'App/build'],
    ['App', '//build', 'build'],
    ['App', '/', '.'],
  ])('%s, %j: %s', (folder, written, path) => {
    expect(pathFrom(folder, written)).toBe(path);
  });

  test.each([
    ['App', ''],
    ['App', ' '],
    ['App', '../..'],
    ['App', '../../x.props'],
    ['.', '..'],
    ['App', '/../x.props'],
    ['App', 'C:/x.props'],
    ['App', String.raw`d:\x.props`],
  ])('%s, %j: nothing of the repo', (folder, written) => {
    expect(pathFrom(folder, written)).toBeNull();
  });
});

test.each<[string, readonly string[]]>([
  ['src/a/App', ['src/a/App', 'src/a', 'src', '.']],
  ['App/', ['App', '.']],
  ['./App/../src', ['src', '.']],
  ['.', ['.']],
  ['..old', ['..old', '.']],
  ['..', []],
  ['../src', []],
])('above %s are %j', (folder, folders) => {
  expect(upwardsFrom(folder)).toEqual(folders);
});

test.each([
  ['App/Program.cs', 'App', true],
  ['App/logic/A.cs', 'App', true],
  ['App', 'App', true],
  ['App', '.', true],
  ['Apparatus/A.cs', 'App', false],
  ['src/App', 'App', false],
  ['App', 'App/logic', false],
])('%s is below %s: %s', (path, folder, expected) => {
  expect(isBelow(path, folder)).toBe(expected);
});
