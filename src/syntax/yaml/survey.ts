import type { CST } from 'yaml';
import type { Range } from '../../location.ts';

/** What must be known before the composer runs, which recurses as deep as the text is nested. */
export interface Survey {
  readonly comments: readonly Range[];
  readonly depth: number;
  /** Where something stands that is nested so deep. */
  readonly deepest: number;
}

/**
 * Without recursion, for a stack that is almost used up is no error to catch: V8 ends the whole process when it then has
 * to compile a regular expression.
 */
export function survey(tokens: readonly CST.Token[]): Survey {
  const comments: Range[] = [];
  const pending = tokens.map((token): readonly [CST.Token, number] => [token, 0]);
  let depth = 0;
  let deepest = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [token, level] = next;
    if (level > depth) {
      depth = level;
      deepest = token.offset;
    }
    if (token.type === 'comment') comments.push({ start: token.offset, end: token.offset + token.source.length });
    for (const inner of tokensIn(token)) pending.push([inner, level + ('items' in token ? 1 : 0)]);
  }
  return { comments: comments.sort((a, b) => a.start - b.start), depth, deepest };
}

function tokensIn(token: CST.Token): readonly CST.Token[] {
  const found: (CST.Token | null | undefined)[] = [];
  if ('start' in token && Array.isArray(token.start)) for (const one of token.start) found.push(one);
  if ('props' in token) for (const one of token.props) found.push(one);
  if ('value' in token) found.push(token.value);
  if ('items' in token) {
    for (const { start, key, sep, value } of token.items) {
      for (const one of start) found.push(one);
      for (const one of sep ?? []) found.push(one);
      found.push(key, value);
    }
  }
  if ('end' in token && Array.isArray(token.end)) for (const one of token.end) found.push(one);
  return found.filter((one) => one !== null && one !== undefined);
}
