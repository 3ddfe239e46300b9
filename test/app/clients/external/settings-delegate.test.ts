import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { clientIn } from './facts.ts';

beforeAll(loadCSharp);

/** What the delegate of a registration is read as: the members it sets, or the statement that is not understood. */
function reading(delegate: string, rest = '', others: Sources = {}): readonly string[] | string {
  const program = `services.AddMaskinportenHttpClient<D, C>(config.GetSection("A"), ${delegate}); ${rest}`;
  const { delegate: read } = clientIn(program, { others });
  if (read === null) return 'none';
  if (read.kind === 'unclear') return read.statement;
  return read.members.map(({ name, value, file }) => `${name} = ${file.text.slice(value.start, value.end)}`);
}

const both = ['Scope = "a"', 'ExhangeToAltinnToken = true'];
const body = '{ d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = true; }';

describe('what a delegate sets is read in every shape', () => {
  test.each([
    ['a block', `d => ${body}`, both],
    ['a single expression', 'd => d.ClientSettings.Scope = "a"', ['Scope = "a"']],
    ['parentheses', `(d) => ${body}`, both],
    ['a typed parameter', `(SettingsJwkClientDefinition d) => ${body}`, both],
    ['static', `static d => ${body}`, both],
    ['an anonymous method', `delegate (SettingsJwkClientDefinition d) ${body}`, both],
    [
      'a parameter by another name',
      'clientDefinition => { clientDefinition.ClientSettings.Scope = "a"; }',
      ['Scope = "a"'],
    ],
    ['a parameter that hides the configuration', 'config => { config.ClientSettings.Scope = "a"; }', ['Scope = "a"']],
    ['an underscore that is used', '_ => { _.ClientSettings.Scope = "a"; }', ['Scope = "a"']],
    ['said not to be null', 'd => { d.ClientSettings!.Scope = "a"; }', ['Scope = "a"']],
    ['in parentheses', 'd => { (d.ClientSettings).Scope = "a"; }', ['Scope = "a"']],
    ['through a local', 'd => { var s = d.ClientSettings; s.Scope = "a"; s.ExhangeToAltinnToken = true; }', both],
    ['with comments', 'd => { // first\n d.ClientSettings /* of it */ .Scope = "a"; /* last */ }', ['Scope = "a"']],
    ['over lines', 'd =>\n{\n    d\n        .ClientSettings\n        .Scope = "a";\n}', ['Scope = "a"']],
    ['with a return', 'd => { d.ClientSettings.Scope = "a"; return; }', ['Scope = "a"']],
    ['with an empty statement', 'd => { d.ClientSettings.Scope = "a"; ; }', ['Scope = "a"']],
    ['empty', 'd => { }', []],
    ['only a comment', 'd => { /* nothing yet */ }', []],
    [
      'a member twice',
      'd => { d.ClientSettings.Scope = "b"; d.ClientSettings.Scope = "a"; }',
      ['Scope = "b"', 'Scope = "a"'],
    ],
    ['a computed value', 'd => { d.ClientSettings.Scope = config["x"]; }', ['Scope = config["x"]']],
  ] as const)('%s', (_, delegate, expected) => {
    expect(reading(delegate)).toEqual(expected);
  });

  test.each([
    ['a local function', 'Configure', `void Configure(SettingsJwkClientDefinition d) ${body}`, {}],
    ['a local function of one expression', 'Configure', 'void Configure(D d) => d.ClientSettings.Scope = "a";', {}],
    [
      'a method of another type',
      'Own.Configure',
      '',
      { 'Own.cs': `static class Own { public static void Configure(D x) ${body.replaceAll('d.', 'x.')} }` },
    ],
    [
      'a method of another type by its full name',
      'My.Own.Configure',
      '',
      { 'Own.cs': `namespace My; static class Own { public static void Configure(D d) ${body} }` },
    ],
  ])('a method group: %s', (_, delegate, rest, others) => {
    expect(reading(delegate, rest, others)).toEqual(rest.includes('=>') ? ['Scope = "a"'] : both);
  });

  test('a method group of the class that the call stands in', () => {
    const own = `class Own { void Add() { services.AddMaskinportenHttpClient<D, C>(config.GetSection("A"), Configure); } static void Configure(D d) ${body} }`;
    const { delegate } = clientIn('', { others: { 'Own.cs': own } });
    expect(delegate).toMatchObject({ kind: 'members', members: [{ name: 'Scope' }, { name: 'ExhangeToAltinnToken' }] });
  });
});

describe('a delegate that does anything else is not understood', () => {
  test.each([
    ['a condition', 'd => { if (x) d.ClientSettings.Scope = "a"; }', 'if (x) d.ClientSettings.Scope = "a";'],
    [
      'a loop',
      'd => { foreach (var s in all) d.ClientSettings.Scope = s; }',
      'foreach (var s in all) d.ClientSettings.Scope = s;',
    ],
    ['a call', 'd => { d.ClientSettings.Scope = "a"; Log(d); }', 'Log(d);'],
    ['adding to a member', 'd => { d.ClientSettings.Scope += " b"; }', 'd.ClientSettings.Scope += " b";'],
    ['setting what is not set', 'd => { d.ClientSettings.Scope ??= "b"; }', 'd.ClientSettings.Scope ??= "b";'],
    [
      'other settings altogether',
      'd => { d.ClientSettings = new MaskinportenSettings(); }',
      'd.ClientSettings = new MaskinportenSettings();',
    ],
    ['settings of something else', 'd => { other.ClientSettings.Scope = "a"; }', 'other.ClientSettings.Scope = "a";'],
    ['a member of the definition itself', 'd => { d.Extra = "a"; }', 'd.Extra = "a";'],
    [
      'several at once',
      'd => { (d.ClientSettings.Scope, d.ClientSettings.Resource) = ("a", "b"); }',
      '(d.ClientSettings.Scope, d.ClientSettings.Resource) = ("a", "b");',
    ],
    [
      'one through another',
      'd => { d.ClientSettings.Scope = d.ClientSettings.Resource = "a"; }',
      'd.ClientSettings.Scope = d.ClientSettings.Resource = "a";',
    ],
    ['a local that is something else', 'd => { var s = Other(); s.Scope = "a"; }', 'var s = Other();'],
    ['only the first line is told', 'd => { if (x)\n { y(); } }', 'if (x)'],
    ['a value that it hands back', 'd => { d.ClientSettings.Scope = "a"; return Other(d); }', 'return Other(d);'],
    [
      'two locals at once',
      'd => { var s = d.ClientSettings, t = s; s.Scope = "a"; }',
      'var s = d.ClientSettings, t = s;',
    ],
    ['a local without a value', 'd => { MaskinportenSettings s; }', 'MaskinportenSettings s;'],
    ['a local of another name', 'd => { var s = d.ClientSettings; t.Scope = "a"; }', 't.Scope = "a";'],
    ['an element of the settings', 'd => { d.ClientSettings["Scope"] = "a"; }', 'd.ClientSettings["Scope"] = "a";'],
    [
      'settings within the settings',
      'd => { d.ClientSettings.Inner.Scope = "a"; }',
      'd.ClientSettings.Inner.Scope = "a";',
    ],
    ['a local function', 'd => { void F() { } F(); }', 'void F() { }'],
    ['a delegate that a method makes', 'Make()', 'Make()'],
    ['a method of a type that is not declared', 'Elsewhere.Configure', 'Elsewhere.Configure'],
    ['a method of the object', 'this.Configure', 'this.Configure'],
    ['a call alone', 'd => Configure(d)', 'Configure(d)'],
    ['a delegate that is made elsewhere', 'Own.Delegates["a"]', 'Own.Delegates["a"]'],
  ])('%s', (_, delegate, statement) => {
    expect(reading(delegate)).toBe(statement);
  });

  test.each([
    ['with more to give it', 'static void Configure(D d, int more) { }'],
    ['with nothing to give it', 'static void Configure() { }'],
    ['without a body', 'static partial void Configure(D d);'],
    ['of another name', 'static void Configured(D d) { }'],
  ])('a method %s', (_, method) => {
    expect(reading('Own.Configure', '', { 'Own.cs': `static partial class Own { ${method} }` })).toBe('Own.Configure');
  });

  test('a method that is declared twice', () => {
    const others = {
      'Own.cs': `static class Own { public static void Configure(D d) ${body} public static void Configure(E d) { } }`,
    };
    expect(reading('Own.Configure', '', others)).toBe('Own.Configure');
  });

  test('a local that holds a delegate', () => {
    const program =
      'Action<D> configure = d => { }; services.AddMaskinportenHttpClient<D, C>(config.GetSection("A"), configure);';
    expect(clientIn(program).delegate).toEqual({ kind: 'unclear', statement: 'configure' });
  });
});
