import { describe, expect, test } from 'vitest';
import { usesOf } from '../../../src/app/settings/name-uses.ts';
import { unusedConstantsIn } from '../../../src/app/settings/unused-constants.ts';
import { type Files, libraryOf, projectOf, referencing } from '../../rules/audited.ts';
import { appHolding } from '../vault/own-functions.ts';

const file = 'App/Paths.cs';

/** The constants of `Paths.cs` that nothing uses. */
async function unusedIn(files: Files, path = file): Promise<readonly string[]> {
  const app = await appHolding(files);
  const read = app.sources.file(path);
  if (read === null) throw new Error(path);
  return unusedConstantsIn(read, app).map(({ name, declarator, isOpen }) =>
    [name, read.text.slice(declarator.start, declarator.end), ...(isOpen ? ['open'] : [])].join(' | '),
  );
}

const paths = (members: string) => `namespace Skog;\npublic static class Paths\n{\n    ${members}\n}\n`;
const own = 'public const string Own = "mine";';
const dead = ['Paths.Own | Own = "mine"'];

describe('a constant that nothing uses', () => {
  test.each<[string, string, readonly string[]]>([
    ['is a constant of a type', paths(own), dead],
    ['is a field that is set once', paths('static readonly string Own = "mine";'), dead],
    ['is a constant of a function', 'class A { void F() { const string own = "mine"; } }', ['own | own = "mine"']],
    ['has a name that is a keyword', paths('const string @class = "mine";'), ['Paths.class | @class = "mine"']],
    ['is one of two', paths('const string Own = "mine", Two = "two"; object A => Two;'), dead],
    [
      'has the name of a type',
      paths('static readonly string Own = nameof(Paths);'),
      ['Paths.Own | Own = nameof(Paths)'],
    ],
    [
      'is used by another that nothing uses',
      paths('const string Own = "mine"; const string Two = Own + "b";'),
      [...dead, 'Paths.Two | Two = Own + "b"'],
    ],
    [
      'is none of two that use each other, which does not compile',
      paths('const string Own = "mine"; const string Two = Three; const string Three = Two;'),
      dead,
    ],
    ['is no constant that is used', paths('const string Own = "mine"; object A => Own;'), []],
    ['is no field that may be set again', paths('static string Own = "mine";'), []],
    ['is no field of each object', paths('readonly string Own = "mine";'), []],
    ['is no field whose value is read', paths('static readonly string Own = Read("mine");'), []],
    ['is no field whose value is looked up', paths('static readonly string Own = config["mine"];'), []],
    ['is no field whose value is made', paths('static readonly Uri Own = new Uri("mine");'), []],
    ['is no field that runs code', paths('static readonly Func<string> Own = () => "mine";'), []],
    ['is no property', paths('static string Own => "mine";'), []],
    ['is no variable', 'class A { void F() { var own = "mine"; } }', []],
    ['is no field without a value', paths('static readonly string Own;'), []],
  ])('%s', async (_, text, expected) => {
    expect(await unusedIn({ [file]: text })).toEqual(expected);
  });

  test.each<[string, string, boolean]>([
    ['by its type', 'class A { object F => Paths.Own; }', true],
    ['by its type, with a sign', 'class A { object F => Paths.@Own; }', true],
    ['by its type and namespace', 'class A { object F => Skog.Paths.Own; }', true],
    ['by its bare name', 'class A : Paths { object F => Own; }', true],
    ['by a type that inherits it', 'class B : Paths; class A { object F => B.Own; }', true],
    ['by a type that nobody declares', 'class A { object F => Other.Own; }', true],
    ['in an attribute', '[Path(Own)] class A;', true],
    [
      'by another type that has one',
      'class Other { public const int Own = 1; } class A { object F => Other.Own; }',
      false,
    ],
    [
      'by another type, one of which inherits',
      'class Other; partial class Other : Paths; class A { object F => Other.Own; }',
      true,
    ],
    ['as a type', 'class Own;', false],
    ['as a method', 'class A { void Own() { } }', false],
    ['as a parameter', 'class A { void F(string Own) { } }', false],
    ['as a variable', 'class A { void F() { var Own = 1; } }', false],
    ['as a property', 'class A { string Own { get; } }', false],
    ['in a using', 'using Skog.Own;\nclass A;', false],
    ['in an alias', 'using X = Skog.Own;\nclass A;', false],
    ['in a namespace', 'namespace Skog.Own;\nclass A;', false],
    ['in a namespace with a body', 'namespace Own { class A; }', false],
    ['in code of such a namespace', 'namespace Skog.Own { class A { object F => Own; } }', true],
    ['as part of a longer name', 'class A { object F => Paths.Owner; }', false],
    ['in a comment', '// Paths.Own\nclass A;', false],
    ['in a text', 'class A { object F => "Paths.Own"; }', false],
  ])('is named %s: %s', async (_, text, isUsed) => {
    expect(await unusedIn({ [file]: paths(own), 'App/A.cs': text })).toEqual(isUsed ? [] : dead);
  });

  test.each<[string, Files, boolean]>([
    ['by a test', { 'Test/T.cs': 'class T { object F => Paths.Own; }' }, true],
    [
      'not by a constant of a test, though that is used by nothing',
      { 'Test/T.cs': 'class T { const string C = Paths.Own; }' },
      true,
    ],
    ['by a page', { 'App/Page.cshtml': '@Paths.Own' }, true],
    ['by a component', { 'App/Page.razor': '@Paths.Own' }, true],
    ['by a script', { 'tools/a.csx': 'Use(Paths.Own);' }, true],
    [
      'by a test that nests too deeply',
      { 'Test/T.cs': `class T { object F => Paths.Own + ${'('.repeat(3000)}1${')'.repeat(3000)}; }` },
      true,
    ],
    ['not by a text for people', { 'README.md': 'Paths.Own' }, false],
    ['not by a longer name of a page', { 'App/Page.cshtml': '@Paths.Owner' }, false],
    ['not by a test that declares one', { 'Test/T.cs': 'class T { const int Own = 1; }' }, false],
  ])('may be used beside the app: %s', async (_, more, isUsed) => {
    const project = { 'Test/Test.csproj': '<Project Sdk="Microsoft.NET.Sdk" />\n' };
    expect(await unusedIn({ ...project, [file]: paths(own), ...more })).toEqual(isUsed ? [] : dead);
  });

  test.each<[string, string, boolean]>([
    ['that is private', paths('private const string Own = "mine";'), false],
    ['that says nothing of itself', paths('const string Own = "mine";'), false],
    ['that is internal', paths('internal const string Own = "mine";'), true],
    ['that derived types have', paths('protected const string Own = "mine";'), true],
    ['of a type in parts', paths('const string Own = "mine";').replace('static class', 'static partial class'), true],
    ['of a function', 'class Paths { void F() { const string Own = "mine"; } }', false],
  ])('can be named by other files: one %s, %s', async (_, text, isSeen) => {
    const found = await unusedIn({ [file]: text, 'App/A.cs': 'class A { object F => Paths.Own; }' });
    expect(found).toHaveLength(isSeen ? 0 : 1);
  });
});

describe('others may use a constant', () => {
  const library = 'Shared/Paths.cs';
  const inLibrary = (text: string): Files => ({
    'App/App.csproj': referencing(projectOf('8.7.0'), '../Shared/Shared.csproj'),
    'Shared/Shared.csproj': libraryOf(null),
    [library]: text,
  });

  test.each<[string, string, boolean]>([
    ['of a library', paths(own), true],
    ['of a library that derived types have', paths(own.replace('public', 'protected')), true],
    ['but not an internal one', paths(own.replace('public', 'internal')), false],
    ['but not of an internal type', paths(own).replace('public static class', 'static class'), false],
    ['but not of a type in an internal one', `class Outer { ${paths(own).slice(16)} }`, false],
    ['but not of a function', 'public class Paths { public void F() { const string Own = "mine"; } }', false],
  ])('%s', async (_, text, isOpen) => {
    const [found] = await unusedIn(inLibrary(text), library);
    expect(found?.endsWith('| open')).toBe(isOpen);
  });

  test('but not of the app, nor of a file that the app compiles as well', async () => {
    expect(await unusedIn({ [file]: paths(own) })).toEqual(dead);
    const compiled = referencing(projectOf('8.7.0'), '../Shared/Shared.csproj').replace(
      '</ItemGroup>',
      '  <Compile Include="../Shared/Paths.cs" />\n  </ItemGroup>',
    );
    expect(await unusedIn({ ...inLibrary(paths(own)), 'App/App.csproj': compiled }, library)).toEqual(dead);
  });
});

test('a use tells where it stands, and a file that cannot be parsed hides whether there is one', async () => {
  const app = await appHolding({ [file]: paths(own), 'App/A.cs': 'class A { object F => Paths.Own; }' });
  const uses = usesOf({ name: 'Own', type: 'Paths', file: null }, app);
  expect(uses !== 'unclear' && uses.map((use) => `${use.file.path} ${use.node.start}`)).toEqual(['App/A.cs 28']);
  const page = await appHolding({ [file]: paths(own), 'App/A.cshtml': '@Paths.Own' });
  expect(usesOf({ name: 'Own', type: 'Paths', file: null }, page)).toBe('unclear');
});
