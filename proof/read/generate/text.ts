import type { Chance } from './chance.ts';
import type { Tokens } from './tokens.ts';

/** One expression as a hole of an interpolated string holds it: on one line, without directives. */
export type Hole = () => Tokens;

export function stringLiteral(chance: Chance): string {
  return chance.make([
    () => `"${plain(chance)}"`,
    () => `"${plain(chance)}"`,
    () => `"${chance.several(0, 4, () => chance.pick([escapeSequence(chance), plain(chance)])).join('')}"`,
    () => `@"${verbatim(chance)}"`,
    () => raw(chance, plain(chance)),
    () =>
      rawLines(
        chance,
        chance.several(1, 3, () => plain(chance)),
      ),
  ]);
}

export function interpolatedString(chance: Chance, hole: Hole): string {
  return chance.make([
    () => `$"${pieces(chance, hole, () => plain(chance) + chance.pick(['', '{{', '}}', escapeSequence(chance)]))}"`,
    () => `$"${pieces(chance, hole, () => plain(chance))}"`,
    () =>
      `${chance.pick(['$@', '@$'])}"${pieces(chance, hole, () => verbatim(chance) + chance.pick(['', '}}', '{{']))}."`,
    () => `$"""${bare(chance)}${pieces(chance, hole, () => bare(chance))}${bare(chance)}"""`,
    () => `$$"""${bare(chance)}${chance.pick(['', '{ "a": 1 }'])}${doubled(inHole(chance, hole))} ${bare(chance)}"""`,
    () => `$"""\n    ${bare(chance)}${inHole(chance, hole)}\n\n    "${bare(chance)}\n    """`,
  ]);
}

function pieces(chance: Chance, hole: Hole, text: () => string): string {
  const made = chance.several(0, 3, () => chance.make([text, () => inHole(chance, hole)])).join('');
  return made === '' ? 'a' : made;
}

function inHole(chance: Chance, hole: Hole): string {
  const format = chance.pick(['', '', '', '', ',5', ',-3', ':N2', ',4:x']);
  const expression = hole().join(' ');
  // A `?:` or `::` would be taken for the format.
  return `{${/[:?]/.test(expression) ? `(${expression})` : expression}${format}}`;
}

function doubled(hole: string): string {
  return `{${hole}}`;
}

function plain(chance: Chance): string {
  return chance
    .pick(['', 'a', 'App:Settings', 'https://x.no/*', '// no comment', 'æøå', '𝒳', "it's", '#if X', ' ', '{', '}'])
    .replace(/[{}]/g, '');
}

function bare(chance: Chance): string {
  return chance.pick(['a', 'A:B', '\\n', 'x""x', '//', 'æ', '#if Y']);
}

function verbatim(chance: Chance): string {
  return chance.pick(['', 'a', 'C:\\dir', '""', 'say ""hi""', '\n#if X\n', '\r\n', '// \\', "'", '/*']);
}

function escapeSequence(chance: Chance): string {
  return chance.pick([
    '\\n',
    '\\t',
    '\\"',
    '\\\\',
    '\\u00e6',
    '\\x41',
    '\\x1F',
    '\\e',
    '\\0',
    '\\U0001F600',
    '\\ud83d',
    "\\'",
    '\\a',
  ]);
}

function raw(chance: Chance, content: string): string {
  const quotes = chance.pick(['"""', '"""', '""""']);
  return `${quotes}${content === '' ? 'x' : content}${chance.pick(['', ' "" ', '\\'])}.${quotes}`;
}

function rawLines(chance: Chance, lines: readonly string[]): string {
  const indent = chance.pick(['', '    ', '\t']);
  const lineEnd = chance.pick(['\n', '\r\n']);
  const body = lines.map((line) => (chance.once(4) ? '' : indent + line + chance.pick(['', '  ', ' ""', '#else'])));
  return `"""${chance.pick(['', ' '])}${lineEnd}${body.map((line) => line + lineEnd).join('')}${indent}"""`;
}
