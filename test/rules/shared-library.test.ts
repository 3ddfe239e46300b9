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
