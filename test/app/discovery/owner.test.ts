import { describe, expect, test } from 'vitest';
import { appFolderOf } from '../../../src/app/discovery/app-folder.ts';
import { ownerTest } from '../../../src/app/discovery/owner.ts';

/** Which of the apps in these folders each file belongs to. */
function ownersOf(paths: readonly string[], file: string): readonly string[] {
  return paths.filter((path) => {
    const neighbours = paths.filter((other) => other !== path);
    return ownerTest({ path, projectFolder: `${path}/App`, projects: [], neighbours })(file);
  });
}

describe('what is found in a file is told with', () => {
  test.each<[string, readonly string[], string, string]>([
    ['the only app', ['.'], 'App/Program.cs', '.'],
    ['the only app, even beside its folder', ['apps/a'], 'deployment/values.yaml', 'apps/a'],
    ['the app whose folder it is in', ['a', 'b'], 'b/App/Program.cs', 'b'],
    ['the first app, where it is in none', ['b', 'a'], 'README.md', 'a'],
    ['the first app, where a folder is only called alike', ['a', 'b'], 'bc/App/Program.cs', 'a'],
    ['the inner of two apps', ['.', 'examples/b'], 'examples/b/App/Program.cs', 'examples/b'],
    ['the outer of two apps', ['.', 'examples/b'], 'App/Program.cs', '.'],
    ['the outer of two apps, for what is beside the inner', ['.', 'examples/b'], 'examples/README.md', '.'],
    ['the innermost of three', ['a', 'a/b', 'a/b/c'], 'a/b/c/App/Program.cs', 'a/b/c'],
    ['the middle one of three', ['a', 'a/b', 'a/b/c'], 'a/b/App/Program.cs', 'a/b'],
  ])('%s', (_, paths, file, owner) => {
    expect(ownersOf(paths, file)).toEqual([owner]);
  });
});

test.each([
  ['App', '.'],
  ['app', '.'],
  ['src/App', '.'],
  ['Src/app', '.'],
  ['skjema/App', 'skjema'],
  ['skjema/src/App', 'skjema'],
  ['src/skjema/App', 'src/skjema'],
  ['src', 'src'],
  ['src/Skjema', 'src/Skjema'],
  ['Application', 'Application'],
  ['MyApp', 'MyApp'],
  ['App/src', 'App/src'],
  ['.', '.'],
])('the folder of the app whose project is in %s: %s', (projectFolder, folder) => {
  expect(appFolderOf(projectFolder)).toBe(folder);
});
