import { describe, expect, test } from 'vitest';
import { sharedWithOthers } from '../../src/rules/shared-library.ts';
import { appWith, auditedApp, type Files, libraryOf, projectOf, referencing } from './audited.ts';

const library: Files = { 'Lib/Lib.csproj': libraryOf(null), 'Lib/Own.cs': 'class Own { }' };
const app = appWith('', {
  more: { 'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'), ...library },
});
const bare = libraryOf(null);
const tests = bare.replace(
  '<ItemGroup>',
  '<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>\n  <ItemGroup>',
);

/** The projects that a change in a file concerns besides the app. */
async function others(file: string, more: Files): Promise<readonly string[]> {
  const { app: read } = await auditedApp({ ...app, ...more });
  return sharedWithOthers(read, file).flatMap((reason) => (reason.code === 'shared-library' ? reason.projects : []));
}

describe('a file of a library is shared', () => {
  test.each<[string, Files, readonly string[]]>([
    ['with nobody but the app', {}, []],
    [
      'with a project that references it',
      { 'Other/Other.csproj': referencing(bare, '../Lib/Lib.csproj') },
      ['Other/Other.csproj'],
    ],
    ['not with a project that does not', { 'Other/Other.csproj': bare }, []],
    [
      'not with a project that references another library',
      { 'Other/Other.csproj': referencing(bare, '../Third/Third.csproj'), 'Third/Third.csproj': bare },
      [],
    ],
    ['not with a test', { 'Test/Test.csproj': referencing(tests, '../Lib/Lib.csproj') }, []],
    [
      'with a project that compiles the file itself',
      { 'Other/Other.csproj': bare.replace('<ItemGroup>', '<ItemGroup>\n    <Compile Include="../Lib/*.cs" />') },
      ['Other/Other.csproj'],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await others('Lib/Own.cs', more)).toEqual(expected);
  });
});

test('a file of the app’s own folder is the app’s, whoever compiles it too', async () => {
  const linking = bare.replace('<ItemGroup>', '<ItemGroup>\n    <Compile Include="../App/*.cs" />');
  expect(await others('App/Program.cs', { 'Other/Other.csproj': linking })).toEqual([]);
});

describe('a file beside the app’s folder that the app compiles itself', () => {
  const beside: Files = {
    'App/App.csproj': projectOf('8.7.0').replace(
      '</ItemGroup>',
      '  <Compile Include="../Shared/Own.cs" />\n  </ItemGroup>',
    ),
    'Shared/Own.cs': 'class Own { }',
  };
  const including = bare.replace('<ItemGroup>', '<ItemGroup>\n    <Compile Include="../Shared/*.cs" />');

  test.each<[string, Files, readonly string[]]>([
    ['is its own', {}, []],
    [
      'is its own, though a project references the app',
      { 'Other/Other.csproj': referencing(bare, '../App/App.csproj') },
      [],
    ],
    ['is shared with a project that compiles it as well', { 'Other/Other.csproj': including }, ['Other/Other.csproj']],
    [
      'is shared with two of them',
      { 'One/One.csproj': including, 'Two/TWO.CSPROJ': including },
      ['One/One.csproj', 'Two/TWO.CSPROJ'],
    ],
    ['is not shared with what is no project', { 'Other/Other.csproj.bak': including }, []],
  ])('%s', async (_, more, expected) => {
    expect(await others('Shared/Own.cs', { ...beside, ...more })).toEqual(expected);
  });
});

test('the projects of a library are those of all its files, and of none that the app has', async () => {
  const two = {
    'Lib/More/More.cs': 'class More { }',
    'Between/Between.csproj': referencing(bare, '../Lib/Lib.csproj'),
    'App/App.csproj': referencing(projectOf('8.7.0'), '../Between/Between.csproj'),
    'Other/Other.csproj': referencing(bare, '../Between/Between.csproj'),
  };
  expect(await others('Lib/More/More.cs', two)).toEqual(['Other/Other.csproj']);
  expect(await others('App/Program.cs', two)).toEqual([]);
});

test('a file that nobody compiles is shared with nobody', async () => {
  expect(await others('Lib/Gone.cs', { 'Other/Other.csproj': referencing(bare, '../Lib/Lib.csproj') })).toEqual([]);
});
