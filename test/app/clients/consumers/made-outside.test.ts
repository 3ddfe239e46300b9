import { beforeAll, describe, expect, test } from 'vitest';
import { filesMaking } from '../../../../src/app/clients/consumers/made-outside.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { workspaceOf } from '../../workspace-of.ts';

beforeAll(loadCSharp);

/** Those of the files that make the class `Own`. */
function making(files: Readonly<Record<string, string>>): readonly string[] {
  return filesMaking('Own', workspaceOf(files), Object.keys(files));
}

describe('a test makes a class of the app', () => {
  test.each([
    'var x = new Own(p);',
    'Own x = new(p);',
    'class Fake(object p) : Own(p);',
    'using K = App.Own;\nvar x = new K(p);',
    'var x = new Mock<Own>(p);',
    'var x = mocker.GetMock<Own>();',
    'var x = Mock.Of<Own>();',
    'var x = Substitute.For<Own>(p);',
    'var x = Substitute.For<App.Own, IOther>(p);',
    'var x = Substitute.ForPartsOf<Own>(p);',
    'var x = A.Fake<Own>();',
    'var x = fixture.Build<Own>().Create();',
    'var x = fixture.Freeze<Own>();',
    'var x = fixture.Create<Own>();',
    'var x = fixture.CreateMany<Own>();',
    'var x = ActivatorUtilities.CreateInstance<Own>(sp);',
    'var x = Activator.CreateInstance(typeof(Own), p);',
  ])('%s', (text) => {
    expect(making({ 'T.cs': text })).toEqual(['T.cs']);
  });

  test.each([
    'Own x = sp.GetRequiredService<Own>();',
    'var x = new OwnFactory(p);',
    'var x = new Mock<OwnFactory>();',
    'var x = new Mock<IOwn>();',
    'var x = new Mocks<Own>();',
    'var x = new MyMock<Own>();',
    'var x = Assert.IsType<Own>(y);',
    'var x = Substitute.Fors<Own>();',
    'var x = Factory.ReCreate<Own>();',
    'var x = new List<Own>();',
    '// new Own(p)',
    'var x = "new Own(p)";',
  ])('not: %s', (text) => {
    expect(making({ 'T.cs': text })).toEqual([]);
  });

  test('under an alias of the whole project', () => {
    const files = {
      'Usings.cs': 'global using K = App.Own;',
      'T.cs': 'var x = new K(p);',
      'U.cs': 'var x = new L(p);',
    };
    expect(making(files)).toEqual(['T.cs']);
  });

  test('perhaps, where the file cannot be followed', () => {
    const deep = `// Own\nvar x = ${'('.repeat(5000)}1${')'.repeat(5000)};`;
    expect(making({ 'Deep.cs': deep, 'Other.cs': deep.replace('Own', 'Other') })).toEqual(['Deep.cs']);
  });
});
