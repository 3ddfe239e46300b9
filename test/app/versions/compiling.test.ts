import { expect, test } from 'vitest';
import { versionsCompiling } from '../../../src/app/versions/compiling.ts';
import { appWith, auditedApp, type Files, libraryOf, projectOf, referencing } from '../../rules/audited.ts';

/** The versions of the app library that a file is compiled against. */
async function versions(files: Files, file: string): Promise<readonly string[]> {
  const { app } = await auditedApp({ ...appWith(''), ...files });
  return versionsCompiling(app, file).map(({ app: version }) => {
    return version.kind === 'known' ? version.declared : version.kind;
  });
}

const near = '../Near/Near.csproj';
const far = '../Far/Far.csproj';
const bare = libraryOf(null);
const classes: Files = { 'Near/Near.cs': 'class Near { }', 'Far/Far.cs': 'class Far { }' };

test('a file of the app itself: the app’s', async () => {
  expect(await versions({}, 'App/Program.cs')).toEqual(['8.7.0']);
});

test('a file of a library: the app’s and the library’s own', async () => {
  const files = {
    'App/App.csproj': referencing(projectOf('8.7.0'), near),
    'Near/Near.csproj': libraryOf('8.3.0'),
    ...classes,
  };
  expect(await versions(files, 'Near/Near.cs')).toEqual(['8.7.0', '8.3.0']);
  expect(await versions(files, 'App/Program.cs')).toEqual(['8.7.0']);
});

test('a file of a library that references nothing of it: the app’s', async () => {
  const files = { 'App/App.csproj': referencing(projectOf('8.7.0'), near), 'Near/Near.csproj': bare, ...classes };
  expect(await versions(files, 'Near/Near.cs')).toEqual(['8.7.0']);
});

test('a file of a library that has it from another library: also that one’s, if the app has another', async () => {
  const files = {
    'App/App.csproj': referencing(projectOf('8.7.0'), near),
    'Near/Near.csproj': referencing(bare, far),
    'Far/Far.csproj': libraryOf('8.5.0'),
    ...classes,
  };
  expect(await versions(files, 'Near/Near.cs')).toEqual(['8.7.0', '8.5.0']);
  expect(await versions(files, 'Far/Far.cs')).toEqual(['8.7.0', '8.5.0']);
});

test('what is nearer to a library decides, and what references it does not', async () => {
  const files = {
    'App/App.csproj': referencing(projectOf('8.7.0'), near),
    'Near/Near.csproj': referencing(libraryOf('8.3.0'), far),
    'Far/Far.csproj': libraryOf('8.5.0'),
    ...classes,
  };
  expect(await versions(files, 'Near/Near.cs')).toEqual(['8.7.0', '8.3.0']);
  expect(await versions(files, 'Far/Far.cs')).toEqual(['8.7.0', '8.5.0']);
});

test('libraries that reference each other come to an end', async () => {
  const files = {
    'App/App.csproj': referencing(projectOf('8.7.0'), near),
    'Near/Near.csproj': referencing(bare, far),
    'Far/Far.csproj': referencing(libraryOf('8.5.0'), near),
    ...classes,
  };
  expect(await versions(files, 'Near/Near.cs')).toEqual(['8.7.0', '8.5.0']);
});
