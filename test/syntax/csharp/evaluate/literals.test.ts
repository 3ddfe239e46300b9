import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { evaluateUse } from '../sources.ts';

beforeAll(loadCSharp);

const { raw } = String;

/** The source of an expression, and the text that the language gives it. */
const texts: Record<string, readonly (readonly [source: string, text: string])[]> = {
  'regular literals': [
    [raw`""`, ''],
    [raw`"MaskinportenSettings"`, 'MaskinportenSettings'],
    [raw`"a\"b\\c\'d"`, `a"b\\c'd`],
    [raw`"\0\a\b\e\f\n\r\t\v"`, '\0\x07\b\x1b\f\n\r\t\v'],
    [raw`"\x41"`, 'A'],
    [raw`"\x9"`, '\t'],
    [raw`"\x00410"`, 'A0'],
    [raw`"\x41G"`, 'AG'],
    [raw`"\u00E6\u00f8"`, 'æø'],
    [raw`"\U0001F600"`, '😀'],
    [raw`"\uD83D\uDE00"`, '😀'],
    [raw`"æøå 😀"`, 'æøå 😀'],
    [raw`"// no comment /* none */"`, '// no comment /* none */'],
    [raw`"{{not a hole}}"`, '{{not a hole}}'],
  ],
  'verbatim literals': [
    [raw`@"c:\new"`, 'c:\\new'],
    [raw`@"say ""hi"""`, 'say "hi"'],
    ['@"two\nlines"', 'two\nlines'],
    ['@"two\r\nlines"', 'two\r\nlines'],
  ],
  'raw literals': [
    [raw`"""a "quoted" \n"""`, 'a "quoted" \\n'],
    [raw`""""three """ inside""""`, 'three """ inside'],
    ['"""\n    a\n    """', 'a'],
    ['"""\n    a\n      b\n\n    c\n    """', 'a\n  b\n\nc'],
    ['"""\n  \n  a\n    \n  """', '\na\n  '],
    ['"""   \n\ta\n\t\tb\n\t"""', 'a\n\tb'],
    ['"""\r\n  a\r\n  b\r\n  """', 'a\r\nb'],
    ['"""\na\n"""', 'a'],
    ['"""\n  a\u2028  b\n  """', 'a\u2028b'],
    ['"""\n\n"""', ''],
  ],
  interpolation: [
    ['$"a{"b"}c"', 'abc'],
    ['$"{"a"}{"b"}"', 'ab'],
    ['$"{{a}}{"b"}{{c}}"', '{a}b{c}'],
    [raw`$"\t{"x"}\u0041"`, '\txA'],
    [raw`$@"c:\{"x"}""y"""`, 'c:\\x"y"'],
    [raw`@$"c:\{"x"}{{"`, 'c:\\x{'],
    ['$@"{"a"}\n{"b"}"', 'a\nb'],
    ['$@"""{"x"}"', '"x'],
    ['$"""say "{"x"}" \\n"""', 'say "x" \\n'],
    ['$$"""{a}{{"x"}}{b}"""', '{a}x{b}'],
    ['$$$"""{{a}}{{{"x"}}}"""', '{{a}}x'],
    ['$"""\n    a{"x"}\n      {"y"}b\n    """', 'ax\n  yb'],
    ['$"""\n  {"x"}\n  """', 'x'],
    ['$"{("x" + "y")}"', 'xy'],
    [`$"{1}{'c'}{null}"`, '1c'],
    ['$"{"abc",2}{"abc",-3}"', 'abcabc'],
    ['$"{"abc":N2}"', 'abc'],
    ['$"{$"{"deep"}"}er"', 'deeper'],
    ['$"{ /* why */ "x" }"', 'x'],
  ],
  concatenation: [
    ['"a" + "b" + "c"', 'abc'],
    ['"a" + ("b" + "c")', 'abc'],
    ['("a" + "b") + "c"', 'abc'],
    [`"a" + ':' + 'b'`, 'a:b'],
    [`'a' + "b"`, 'ab'],
    [`'a' + 'b' + "c"`, '195c'],
    ['1 + 2 + "a" + 1 + 2', '3a12'],
    [`1 + 'A' + "x"`, '66x'],
    ['0x1F + "x" + 1_000L + 0b101', '31x10005'],
    ['"a" + null + "b"', 'ab'],
    ['"a" // one\n + /* two */ "b"', 'ab'],
    ['"a" + (1 + 2)', 'a3'],
    ['(1 + 2) + "a"', '3a'],
    [raw`@"\" + $"{"x"}" + """y"""`, '\\xy'],
  ],
  'wrappings that change nothing': [
    ['("x")', 'x'],
    ['((("x")))', 'x'],
    ['(string)"x"', 'x'],
    ['(string?)"x"', 'x'],
    ['("x" as string)', 'x'],
    ['"x"!', 'x'],
    ['"x" ?? "y"', 'x'],
    ['null ?? "y"', 'y'],
    ['(string?)null ?? null ?? "z"', 'z'],
    ['"x" ?? Environment.MachineName', 'x'],
    ['flag ? "x" : "x"', 'x'],
    ['flag ? "a" + "b" : "ab"', 'ab'],
  ],
  'names of things': [
    ['nameof(Program)', 'Program'],
    ['nameof(System.Text.StringBuilder)', 'StringBuilder'],
    ['nameof(List<string>)', 'List'],
    ['nameof(System.Collections.Generic.Dictionary<string, List<int>>)', 'Dictionary'],
    ['nameof(@event)', 'event'],
    ['nameof(settings.Scope.Length)', 'Length'],
    ['nameof(global::System.String)', 'String'],
    ['nameof(A<int>.B)', 'B'],
    ['typeof(HttpClient).Name', 'HttpClient'],
    ['typeof(System.Net.Http.HttpClient).Name', 'HttpClient'],
    ['typeof(global::HttpClient).Name', 'HttpClient'],
    ['typeof(string).Name', 'String'],
    ['typeof(int).FullName', 'System.Int32'],
  ],
  'calls whose result is documented': [
    ['string.Empty', ''],
    ['String.Empty', ''],
    ['System.String.Empty + "x"', 'x'],
    ['string.Concat("a", "b", \'c\', 1)', 'abc1'],
    ['String.Concat("a", null, "b")', 'ab'],
    ['string.Join(":", "a", "b")', 'a:b'],
    ['string.Join(\':\', "a", "b", "c")', 'a:b:c'],
    ['string.Join(":", new[] { "a", "b" })', 'a:b'],
    ['string.Join(":", new string[] { "a", "b" })', 'a:b'],
    ['string.Join(":", ["a", "b"])', 'a:b'],
    ['string.Join(":", "alone")', 'alone'],
    ['string.Concat(new[] { "a", "b" })', 'ab'],
    ['string.Format("{0}{1}", new[] { "a", "b" })', 'ab'],
    ['ConfigurationPath.Combine(["A", "B"])', 'A:B'],
    ['string.Format("{0}:{1}:{0}", "a", "b")', 'a:b:a'],
    ['string.Format("{{{0}}}", "a")', '{a}'],
    ['ConfigurationPath.Combine("A", "B", "C")', 'A:B:C'],
    ['Microsoft.Extensions.Configuration.ConfigurationPath.Combine("A", "B")', 'A:B'],
    ['"A" + ConfigurationPath.KeyDelimiter + "B"', 'A:B'],
    ['" a b\\t".Trim()', 'a b'],
    ['"x".ToString()', 'x'],
    ['string.Concat("a", "b").Trim()', 'ab'],
  ],
};

describe.each(Object.entries(texts))('%s', (_group, table) => {
  test.each(table)('%s', (source, text) => {
    expect(evaluateUse(`Use(${source});`)).toEqual({ kind: 'known', value: text, via: [] });
  });
});

describe('not a string', () => {
  test.each(['42', '1 + 2', "'c'", "'a' + 'b'", 'null', 'true', '1.5', '"x"u8', '@"x"u8', '"""x"""u8'])(
    '%s',
    (source) => {
      expect(evaluateUse(`Use(${source});`)).toEqual({
        kind: 'unknown',
        reason: { code: 'not-a-string', expression: source },
      });
    },
  );
});

describe('has to run to be known', () => {
  test.each([
    'config["A:B"]',
    'Environment.GetEnvironmentVariable("X")',
    'await Load()',
    "new string('x', 3)",
    'flags switch { _ => "x" }',
    '"a" + Guid.NewGuid()',
    '$"{"a",5}"',
    '$"{1:D3}"',
    '$"{1,3}"',
    '"a".Replace("a", "b")',
    '"abc"[0]',
    'string.Format("{0,5}", "a")',
    'string.Format("{1}", "a")',
    'string.Join(":", [.. parts])',
    'string.Join(":", "a", new[] { "b" })',
    'string.Concat(values: new[] { "a" })',
    '(object)"x"',
    'typeof(List<int>).Name',
    'typeof(string[]).Name',
    'typeof(int?).Name',
    'typeof(HttpClient).FullName',
    'typeof(HttpClient).Assembly',
    '2147483647 + 1 + "x"',
    '"a" + -1',
    'x++',
    '"a" - "b"',
    '(x = "a")',
    'default',
  ])('%s', (source) => {
    const evaluation = evaluateUse(`Use(${source});`);
    expect(evaluation).toMatchObject({ kind: 'unknown', reason: { code: 'computed' } });
  });

  test('the reason quotes the part that cannot be known, on one line and shortened', () => {
    expect(evaluateUse('Use("a" + Load(\n  "x"));')).toEqual({
      kind: 'unknown',
      reason: { code: 'computed', expression: 'Load( "x")' },
    });
    const evaluation = evaluateUse(`Use(Load("${'x'.repeat(200)}"));`);
    expect(evaluation).toEqual({
      kind: 'unknown',
      reason: { code: 'computed', expression: `Load("${'x'.repeat(73)}…` },
    });
  });

  test.each(['$"{{{x}}}"', '$"{{{"x"}}}"', '$$"""{{{"x"}}}"""', '$@"{{{"x"}"'])(
    'a brace beside a hole, which the grammar misreads: %s',
    (source) => {
      expect(evaluateUse(`const string x = "y"; Use(${source});`).kind).toBe('unknown');
    },
  );

  test('text that the language refuses', () => {
    expect(evaluateUse('Use("""\n    a\n  b\n    """);').kind).toBe('unknown');
    expect(evaluateUse('Use("\\q");').kind).toBe('unknown');
    expect(evaluateUse('Use("\\UFFFFFFFF");').kind).toBe('unknown');
  });
});
