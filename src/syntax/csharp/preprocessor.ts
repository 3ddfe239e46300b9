/**
 * C# with `#if` in the middle of a chain or an argument list does not parse. So directives and inactive
 * branches are blanked in a copy of the same length, once for each plausible set of symbols, and every
 * offset found in a copy holds in the original.
 */

import type { Range } from '../../location.ts';

/** A line with a directive that decides what is compiled: `#if`, `#elif`, `#else`, `#endif`. */
export interface Directive extends Range {
  readonly name: string;
  readonly condition: string;
}

const directivePattern = /[ \t]*#[ \t]*(\w+)[ \t]*([^\r\n]*)/y;
const maximumViews = 8;
/** No one writes a longer condition; it bounds how deep the reading of one can go. */
const longestCondition = 1_000;

interface Branch {
  readonly parentActive: boolean;
  active: boolean;
  taken: boolean;
}

export interface PreprocessedText {
  readonly text: string;
  readonly conditionals: readonly Directive[];
}

export function preprocess(text: string, given: ReadonlySet<string>): PreprocessedText {
  const symbols = new Set(given);
  const pieces: string[] = [];
  const conditionals: Directive[] = [];
  const branches: Branch[] = [];
  let copiedTo = 0;
  const blank = (start: number, end: number) => {
    pieces.push(
      text.slice(copiedTo, start),
      text.slice(start, end).replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length)),
    );
    copiedTo = end;
  };
  let position = 0;
  while (position < text.length) {
    const directive = directiveAt(text, position);
    const active = branches.at(-1)?.active ?? true;
    if (directive !== null) {
      if (applyDirective(branches, directive, symbols)) {
        conditionals.push(directive);
        blank(directive.start, directive.end);
      } else if (active) define(symbols, directive);
      else blank(directive.start, directive.end);
      position = nextLine(text, directive.end);
    } else if (active) {
      position = endOfLogicalLine(text, position);
    } else {
      const end = nextLine(text, position);
      blank(position, end);
      position = end;
    }
  }
  pieces.push(text.slice(copiedTo));
  return { text: pieces.join(''), conditionals };
}

function directiveAt(text: string, lineStart: number): Directive | null {
  directivePattern.lastIndex = lineStart;
  const match = directivePattern.exec(text);
  if (match === null) return null;
  const [condition = ''] = (match[2] ?? '').split('//');
  return { start: lineStart, end: directivePattern.lastIndex, name: match[1] ?? '', condition: condition.trim() };
}

/** Whatever the file is compiled with, it can add symbols of its own and take others away. */
function define(symbols: Set<string>, { name, condition }: Directive): void {
  if (name === 'define') symbols.add(condition);
  if (name === 'undef') symbols.delete(condition);
}

/** Whether the directive was one that decides what is compiled. */
function applyDirective(branches: Branch[], directive: Directive, symbols: ReadonlySet<string>): boolean {
  const current = branches.at(-1);
  switch (directive.name) {
    case 'if': {
      const parentActive = current?.active ?? true;
      const active = parentActive && conditionHolds(directive.condition, symbols);
      branches.push({ parentActive, active, taken: active });
      return true;
    }
    case 'elif':
    case 'else':
      if (current) {
        const holds = directive.name === 'else' || conditionHolds(directive.condition, symbols);
        current.active = current.parentActive && !current.taken && holds;
        current.taken ||= current.active;
      }
      return true;
    case 'endif':
      branches.pop();
      return true;
    default:
      return false;
  }
}

/** To the start of the next line that is not inside a multi-line comment or string begun on this one. */
function endOfLogicalLine(text: string, start: number): number {
  let position = start;
  while (position < text.length) {
    const character = text[position];
    if (character === '\n' || character === '\r') return nextLine(text, position);
    if (text.startsWith('//', position)) return nextLine(text, position);
    if (text.startsWith('/*', position)) position = after(text, '*/', position + 2);
    else if (character === '"') position = afterString(text, position);
    else if (character === "'") position = afterQuoted(text, position, "'");
    else position++;
  }
  return position;
}

function afterString(text: string, quote: number): number {
  // Before raw strings: `@"""a"" b"` begins with an escaped quote.
  if (text[quote - 1] === '@' || text.slice(quote - 2, quote) === '@$') return afterVerbatim(text, quote);
  if (text.startsWith('"""', quote)) {
    let end = quote;
    while (text[end] === '"') end++;
    return after(text, text.slice(quote, end), end);
  }
  return afterQuoted(text, quote, '"');
}

function afterVerbatim(text: string, quote: number): number {
  let position = quote + 1;
  for (;;) {
    const end = text.indexOf('"', position);
    if (end === -1) return text.length;
    if (text[end + 1] !== '"') return end + 1;
    position = end + 2;
  }
}

function afterQuoted(text: string, quote: number, closing: string): number {
  let position = quote + 1;
  while (position < text.length) {
    const character = text[position];
    if (character === closing) return position + 1;
    if (character === '\n' || character === '\r') return position;
    position += character === '\\' ? 2 : 1;
  }
  return position;
}

function after(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  return found === -1 ? text.length : found + closing.length;
}

function nextLine(text: string, from: number): number {
  for (let position = from; position < text.length; position++) {
    if (text[position] === '\n') return position + 1;
    if (text[position] === '\r') return text[position + 1] === '\n' ? position + 2 : position + 1;
  }
  return text.length;
}

/** Every name that some condition of the file asks for. */
export function symbolsAskedFor(conditionals: readonly Directive[]): readonly string[] {
  const names = conditionals.flatMap((directive) => directive.condition.match(/[A-Za-z_]\w*/g) ?? []);
  return [...new Set(names)].filter((name) => name !== 'true' && name !== 'false').sort();
}

/** All combinations where they are few; otherwise none, all, and each alone. */
export function plausibleSymbolSets(symbols: readonly string[]): readonly ReadonlySet<string>[] {
  if (2 ** symbols.length <= maximumViews) {
    return Array.from(
      { length: 2 ** symbols.length },
      (_, bits) => new Set(symbols.filter((_symbol, index) => (bits >> index) % 2 === 1)),
    );
  }
  return [[], symbols, ...symbols.map((symbol) => [symbol])].slice(0, maximumViews).map((names) => new Set(names));
}

/** `A && !(B || C) == true`, as far as the language goes; anything else is false, as for an undefined symbol. */
export function conditionHolds(condition: string, symbols: ReadonlySet<string>): boolean {
  if (condition.length > longestCondition) return false;
  const tokens = condition.match(/&&|\|\||==|!=|[!()]|\w+/g) ?? [];
  let next = 0;
  const take = (token: string) => tokens[next] === token && next++ >= 0;
  const primary = (): boolean => {
    if (take('!')) return !primary();
    if (take('(')) {
      const inner = either();
      take(')');
      return inner;
    }
    const name = tokens[next++] ?? 'false';
    return name === 'true' || (name !== 'false' && symbols.has(name));
  };
  const equality = (): boolean => {
    let left = primary();
    for (;;) {
      if (take('==')) left = left === primary();
      else if (take('!=')) left = left !== primary();
      else return left;
    }
  };
  const both = (): boolean => {
    let left = equality();
    while (take('&&')) left = equality() && left;
    return left;
  };
  const either = (): boolean => {
    let left = both();
    while (take('||')) left = both() || left;
    return left;
  };
  return either();
}
