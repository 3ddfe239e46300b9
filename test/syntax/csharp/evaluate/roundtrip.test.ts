import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { evaluateUse } from '../sources.ts';

beforeAll(loadCSharp);

const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'abcXYZ019:-_./ ') },
  { weight: 2, arbitrary: fc.constantFrom('"', '\\', '{', '}', "'", '#', '/', '*', '$', '@', '\t') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\0', '\x1b', 'æ', 'ø', '😀', '\u2028', '\u00a0') },
);
const texts = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''));

/** One character at a time, each in a way that the seed picks. */
function regular(text: string, seed: number): string {
  const escapes: Record<string, string> = {
    '"': '\\"',
    '\\': '\\\\',
    '\n': '\\n',
    '\r': '\\r',
    '\0': '\\0',
    '\t': '\\t',
  };
  const units = Array.from(text, (unit, index) => {
    const code = unit.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    const way = (seed + index) % 4;
    if (way === 1 && code < 0x10000) return `\\u${hex.padStart(4, '0')}`;
    if (way === 2) return `\\U${hex.toUpperCase().padStart(8, '0')}`;
    if (way === 3 && code < 0x10000) return `\\x${hex.padStart(4, '0')}`;
    return escapes[unit] ?? (code < 0x20 || code === 0x2028 ? `\\u${hex.padStart(4, '0')}` : unit);
  });
  return `"${units.join('')}"`;
}

function verbatim(text: string): string {
  return `@"${text.replaceAll('"', '""')}"`;
}

function quotesAround(text: string): string {
  const longest = Math.max(2, ...(text.match(/"+/g) ?? []).map((run) => run.length));
  return '"'.repeat(longest + 1);
}

function rawOnLines(text: string, indentation: string): string {
  const quotes = quotesAround(text);
  const lines = text.split(/(?<=\n)/);
  return `${quotes}\n${lines.map((line) => indentation + line).join('')}${text.endsWith('\n') ? indentation : ''}\n${indentation}${quotes}`;
}

function rawOnOneLine(text: string): string {
  const quotes = quotesAround(text);
  const fits = text !== '' && !/^"|"$|[\r\n]/.test(text) && text.trim() === text;
  return fits ? `${quotes}${text}${quotes}` : verbatim(text);
}

type Spelling = (text: string, seed: number) => string;
const spellings: readonly Spelling[] = [
  regular,
  verbatim,
  (text, seed) => rawOnLines(text, ['', '  ', '\t'][seed % 3] ?? ''),
  rawOnOneLine,
  // The grammar stumbles over `"""` and `{{{` in an interpolated verbatim string, so the hole comes first.
  (text) => (text.includes('"') ? verbatim(text) : `$@"{""}${text.replace(/[{}]/g, '$&$&')}"`),
  (text) => `(${verbatim(text)})`,
  (text) => `(string)${verbatim(text)}!`,
  (text) => `string.Concat(${verbatim(text)}, "")`,
];

/** No source holds the end-of-file character, and a line separator would end a line of a raw literal. */
function needsEscape(text: string): boolean {
  return /[\0\u2028]/.test(text);
}

interface Piece {
  readonly text: string;
  readonly spelling: number;
  readonly seed: number;
  readonly home: number;
}

const pieces = fc.array(
  fc.record({ text: texts, spelling: fc.nat(spellings.length - 1), seed: fc.nat(11), home: fc.nat(6) }),
  { minLength: 1, maxLength: 6 },
);

interface Written {
  readonly reference: string;
  readonly program: string;
  readonly file: readonly [string, string] | null;
}

/** A piece where it stands, in a local, or in a constant somewhere else in the app. */
function write({ text, spelling, seed, home }: Piece, index: number): Written {
  const value = needsEscape(text) ? regular(text, seed) : (spellings[spelling] ?? regular)(text, seed);
  const inProgram = (reference: string, program: string): Written => ({ reference, program, file: null });
  const inFile = (reference: string, source: string): Written => ({
    reference,
    program: '',
    file: [`Part${index}.cs`, source],
  });
  switch (home) {
    case 0:
      return inProgram(value, '');
    case 1:
      return inProgram(`local${index}`, `var local${index} = ${value};\n`);
    case 2:
      return inProgram(`local${index}`, `string local${index};\nlocal${index} = ${value};\n`);
    case 3:
      return inFile(
        `N${index}.Part.Value`,
        `namespace N${index};\nclass Part { public const string Value = ${value}; }`,
      );
    case 4:
      return inFile(
        `Outer${index}.Inner.Value`,
        `class Outer${index} { public class Inner { public static readonly string Value =\n${value}; } }`,
      );
    case 5:
      return inFile(
        `Part${index}.Value`,
        `partial class Part${index} { public static string Value => Other; const string Other = ${value}; }`,
      );
    default:
      return inFile(
        `value${index}`,
        `global using static M${index}.Part;\nnamespace M${index} { class Part { public const string value${index} = ${value}; } }`,
      );
  }
}

const joints: readonly ((references: readonly string[]) => string)[] = [
  (references) => references.join(' + '),
  (references) => references.map((reference) => `\n  /* + */ (${reference}) // "\n`).join('+'),
  (references) => `string.Concat("", ${references.join(', ')})`,
  (references) => `$"${references.map((reference) => `{(${reference})}`).join('')}"`,
  (references) => `$$"""${references.map((reference) => `{{(${reference})}}`).join('')}"""`,
  (references) => `string.Join("", new[] { ${references.join(', ')} })`,
  (references) => `string.Format("${references.map((_, index) => `{${index}}`).join('')}", ${references.join(', ')})`,
];

test('a string that is spelled, split and scattered in any way is read back', () => {
  fc.assert(
    fc.property(pieces, fc.nat(joints.length - 1), fc.boolean(), (parts, joint, crlf) => {
      const written = parts.map(write);
      const expression = joints[joint]?.(written.map(({ reference }) => reference)) ?? '';
      const newLines = (source: string) => (crlf ? source.replace(/(?<!\r)\n/g, '\r\n') : source);
      const program = newLines(`${written.map((part) => part.program).join('')}Use(${expression});`);
      const files = Object.fromEntries(written.flatMap(({ file }) => (file ? [[file[0], newLines(file[1])]] : [])));
      // A verbatim or raw literal holds the line ends of its file.
      const literal = ({ text, spelling }: Piece) => (spelling === 0 || needsEscape(text) ? text : newLines(text));
      expect(evaluateUse(program, files)).toMatchObject({ kind: 'known', value: parts.map(literal).join('') });
    }),
    { numRuns: 600 },
  );
});

test('a value that is changed somewhere is never called known', () => {
  const changes = [
    'p = "y";',
    'p += "y";',
    'Run(() => p = "y");',
    'Fill(out p);',
    '(p, _) = Pair();',
    'if (a) { p = "y"; }',
  ];
  const wrappings = [
    'p',
    '"a" + p',
    '$"{p}"',
    '(p)',
    'p!',
    'string.Concat("a", p)',
    'string.Join(p, "a", "b")',
    'p.Trim()',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...changes), fc.constantFrom(...wrappings), fc.boolean(), (change, use, before) => {
      const program = `var p = "x"; ${before ? change : ''} Use(${use}); ${before ? '' : change}`;
      expect(evaluateUse(program)).toEqual({ kind: 'unknown', reason: { code: 'reassigned', name: 'p' } });
    }),
  );
});
