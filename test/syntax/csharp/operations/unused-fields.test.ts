import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { lines, withoutDoomed } from './removal.ts';

beforeAll(loadCSharp);

function inClass(...members: readonly string[]): string {
  return lines('class Setup', '{', ...members.map((member) => (member === '' ? '' : `    ${member}`)), '}');
}

const caller = (statement: string) => ['void Add(IServiceCollection services)', '{', statement, '}'].filter(Boolean);
const emptied = caller('');

describe('a private field that only the call used goes along', () => {
  test.each([
    ['a constant', ['private const string P = "x";']],
    ['one that is private by default', ['const string P = "x";']],
    ['a static one', ['private static readonly string P = "a:" + nameof(Setup);']],
    ['one of each instance', ['private readonly string P = "x";']],
    ['one that is used through another', ['private const string Q = "x";', 'private const string P = Q + ":y";']],
    ['one that names the keyword', ['private const string @P = "x";']],
    ['one with a comment about it', ['// legacy path', 'private const string P = "x";', '']],
    [
      'one with documentation',
      ['/// <summary>The path.</summary>', '/// <remarks>…</remarks>', 'const string P = "x";'],
    ],
    ['one with documentation in a block', ['/** <summary>The path.</summary> */', 'const string P = "x";']],
    ['one with a comment behind it', ['private const string P = "x"; // The path.']],
    ['one with an empty line after it', ['private const string P = "x";', '']],
    ['one without a value', ['private string P;']],
  ])('%s', (_, declarations) => {
    const before = inClass(...declarations, ...caller('services.Doomed(P);'));
    expect(withoutDoomed(before)).toBe(inClass(...emptied));
  });

  test.each([
    ['behind this', 'services.Doomed(this.P);'],
    ['behind its type', 'services.Doomed(Setup.P);'],
    ['in an interpolated string', 'services.Doomed($"{P}:b");'],
    ['through a local', 'var path = P; services.Doomed(path);'],
  ])('used %s', (_, statement) => {
    const before = inClass('private const string P = "x";', ...caller(statement));
    expect(withoutDoomed(before)).toBe(inClass(...emptied));
  });

  test('also declared below its use, between others', () => {
    const before = inClass(...caller('services.Doomed(P);'), '', 'int a;', '', 'const string P = "x";', '', 'int b;');
    expect(withoutDoomed(before)).toBe(inClass(...emptied, '', 'int a;', '', 'int b;'));
  });

  test('whatever another class calls by that name', () => {
    const other = 'class Other { string P = "y"; void M() { Use(P); } }\n';
    const before = inClass('private const string P = "x";', ...caller('services.Doomed(P);')) + other;
    expect(withoutDoomed(before)).toBe(inClass(...emptied) + other);
  });
});

describe('a field stays', () => {
  test.each([
    ['that is public', ['public const string P = "x";']],
    ['that is internal', ['internal const string P = "x";']],
    ['that is protected', ['protected const string P = "x";']],
    ['that is private protected', ['private protected const string P = "x";']],
    ['that is declared with another', ['private const string P = "x", Q = "y";']],
    ['that does something when it is set', ['private static readonly string P = Register();']],
    ['that has an attribute', ['[Kept]', 'private const string P = "x";']],
    ['that something else uses', ['private const string P = "x";', 'string Q() => P;']],
    ['that nameof uses', ['private const string P = "x";', 'string Q() => nameof(P);']],
    ['that another field uses', ['private const string P = "x";', 'public const string Q = P + "y";']],
    ['that is set elsewhere', ['private string P = "x";', 'void Q() { this.P = "y"; }']],
    ['that an object of the type shows', ['private string P = "x";', 'string Q(Setup other) => other.P;']],
    ['that is a property', ['private string P => "x";']],
    ['that some compilations have', ['#if DEBUG', 'const string P = "x";', '#endif']],
    ['that some compilations use', ['const string P = "x";', '#if DEBUG', 'string Q() => P;', '#endif']],
  ])('%s', (_, declarations) => {
    const before = inClass(...declarations, ...caller('services.Doomed(P);'));
    expect(withoutDoomed(before)).toBe(inClass(...declarations, ...emptied));
  });

  test.each(['partial class Setup', 'struct Setup', 'record Setup', 'interface Setup'])('in a %s', (type) => {
    const made = (...statements: readonly string[]) =>
      lines(type, '{', '    const string P = "x";', '    static void Add()', '    {', ...statements, '    }', '}');
    expect(withoutDoomed(made('        services.Doomed(P);'))).toBe(made());
  });

  test('that nothing used before', () => {
    const before = inClass('const string Q = "x";', ...caller('services.Doomed("a");'));
    expect(withoutDoomed(before)).toBe(inClass('const string Q = "x";', ...emptied));
  });
});
