import type { Chance } from './chance.ts';
import type { Tokens } from './tokens.ts';

/** How one file is laid out. */
export interface Layout {
  readonly lineEnd: string;
  readonly indent: string;
  /** Something odd stands once in so many gaps. */
  readonly oddity: number;
}

/** A text that has these tokens, with comments, directives and white space of all kinds between them. */
export function print(tokens: Tokens, chance: Chance, layout: Layout): string {
  const { lineEnd, indent, oddity } = layout;
  let text = '';
  let depth = 0;
  let parentheses = 0;
  let branches = 0;
  const lineStart = () => text === '' || /[\r\n]$/.test(text);
  const breakLine = () => {
    text += lineEnd + indent.repeat(Math.max(0, depth));
  };
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1] ?? '';
    if (token.startsWith('#')) {
      if (token.startsWith('#if')) branches++;
      if (token === '#endif') branches--;
      if (!lineStart()) text += lineEnd;
      text += directive(token, chance) + lineEnd;
      continue;
    }
    if (token === '}') depth--;
    if (token === '(') parentheses++;
    if (token === ')') parentheses--;
    if (oddity > 0 && chance.once(oddity)) {
      // A name that a branch stands in is read with that branch.
      const isPlain = branches > 0 || [before, token].some((one) => one === '.' || one === '::');
      text += isPlain ? plainGap(chance, lineEnd) : oddGap(chance, lineEnd);
    } else if (before.startsWith('#')) text += indent.repeat(Math.max(0, depth));
    else if (parentheses <= 0 && (token === '}' || /^[{};]$/.test(before)) && token !== ';') breakLine();
    if (needsSpace(text, token)) text += ' ';
    text += token;
    if (token === '{') depth++;
  }
  return text + (chance.once(4) ? '' : lineEnd);
}

const glued = /^[()[\];,.]$/;

function needsSpace(text: string, token: string): boolean {
  const last = text.at(-1) ?? '\n';
  if (/\s/.test(last)) return false;
  if (token === '.') return /\d/.test(last);
  return (
    !(glued.test(token) && token !== '(') && !/[([.]/.test(last) && !(token === '(' && /[\p{L}\p{N}_>]/u.test(last))
  );
}

const spaces = [' ', '  ', '\t', '\f', '\v', '\u00a0', '\u3000'] as const;

/** Where the text may not be compiled, a directive is one whatever stands around it. */
function plainGap(chance: Chance, lineEnd: string): string {
  return chance.pick([...spaces, lineEnd, ' /* note */ ', ` // it's${lineEnd}`]);
}

function oddGap(chance: Chance, lineEnd: string): string {
  return chance.make([
    () => chance.pick(spaces),
    () => lineEnd,
    () => lineEnd + lineEnd,
    () => ` /* ${words(chance)} */ `,
    () => `/*${lineEnd} * "${words(chance)}${lineEnd} #if X ${lineEnd}*/`,
    () => ` // ${words(chance)}${lineEnd}`,
    () => `${lineEnd}    // ${words(chance)}${lineEnd}`,
    () => `/**/`,
    () => `${lineEnd}/// <summary>${words(chance)}</summary>${lineEnd}`,
    () => `${lineEnd}#pragma warning disable CS1591 // ${words(chance)}${lineEnd}`,
    () => `${lineEnd} # region ${words(chance)}${lineEnd}#endregion "not a string${lineEnd}`,
    () => `${lineEnd}#nullable enable${lineEnd}`,
    () => `${lineEnd}#if false && A${lineEnd}${skipped(chance, lineEnd)}${lineEnd}#endif${lineEnd}`,
    () => `${lineEnd}#line 10 "other.cs"${lineEnd}`,
  ]);
}

/** What nobody compiles need not be C#. */
function skipped(chance: Chance, lineEnd: string): string {
  return chance.make([
    () => `it's "open and { never closed`,
    () => `/* also open`,
    () => `#region in it${lineEnd} #if INNER${lineEnd}deep${lineEnd} # else${lineEnd}#endif${lineEnd}#endregion`,
    () => `services.AddThing("a");`,
    () => `$"{${lineEnd}@"${lineEnd}"""`,
    () => `#error never`,
  ]);
}

function words(chance: Chance): string {
  return chance.pick(['note', 'Call("x");', "it's", '"quoted', '{ brace', 'æøå', '#if A', '// twice', '\\', '𝒳']);
}

function directive(token: string, chance: Chance): string {
  const [, name = '', rest = ''] = /^#(\w+)(.*)$/s.exec(token) ?? [];
  const spaced = chance.once(6) ? `  # ${name}` : `#${name}`;
  return `${chance.once(4) ? '\t' : ''}${spaced}${rest}${chance.once(6) ? ' // why' : ''}`;
}
