import { closingParenthesis } from './expand.ts';

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly argument: string }
  | { readonly kind: 'operator'; readonly operator: string };

interface Read {
  readonly token: Token;
  readonly end: number;
}

/** Null when the condition is not written in a way that we know. */
export function tokenize(condition: string): readonly Token[] | null {
  const tokens: Token[] = [];
  for (let position = 0; ; ) {
    position += /^\s*/.exec(condition.slice(position))?.[0].length ?? 0;
    if (position >= condition.length) return tokens;
    const read = readOperator(condition, position) ?? readCall(condition, position) ?? readText(condition, position);
    if (read === null) return null;
    tokens.push(read.token);
    position = read.end;
  }
}

function readOperator(condition: string, start: number): Read | null {
  const match = matchAt(/(?:==|!=|<=|>=|<|>|!|\(|\))|(?:and|or)\b/iy, condition, start);
  return match && { token: { kind: 'operator', operator: match[0].toLowerCase() }, end: start + match[0].length };
}

/** `Exists('…')` */
function readCall(condition: string, start: number): Read | null {
  const match = matchAt(/([a-z]\w*)\s*\(/iy, condition, start);
  if (match === null) return null;
  const from = start + match[0].length;
  const close = closingParenthesis(condition, from);
  const name = (match[1] ?? '').toLowerCase();
  return close < 0 ? null : { token: { kind: 'call', name, argument: condition.slice(from, close) }, end: close + 1 };
}

/** A quoted string, `$(Property)` by itself, or a bare word. */
function readText(condition: string, start: number): Read | null {
  if (condition.startsWith('$(', start)) {
    const end = closingParenthesis(condition, start + 2) + 1;
    return end === 0 ? null : { token: { kind: 'text', text: condition.slice(start, end) }, end };
  }
  const match = matchAt(/'([^']*)'|([^\s()!=<>']+)/y, condition, start);
  return match && { token: { kind: 'text', text: match[1] ?? match[2] ?? '' }, end: start + match[0].length };
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
