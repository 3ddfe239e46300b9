/** White space, comments and directives. */
const trivia = /(?:^[ \t]*#[^\r\n]*|\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/muy;
/** What lists of type arguments are made of, and what may follow one. */
const token = /@?[\p{L}_][\p{L}\p{N}_]*|::|[<>()[\],.?*:;|^&}]/uy;
/** A list that one of these follows is one, whatever else it might have been (C# 6.2.5). */
const following = new Set(['(', ')', ']', '}', ':', ';', ',', '.', '?', '|', '^', '&', '[']);
/** No one nests deeper by hand. */
const deepest = 50;

/**
 * The end of the type arguments that begin with the `<` at the offset; null when the language takes it for a comparison.
 */
export function typeArgumentsEnd(text: string, offset: number): number | null {
  const tokens = new Tokens(text, offset);
  if (!readList(tokens, 0)) return null;
  const { end } = tokens;
  return following.has(tokens.next) ? end : null;
}

/** One token after another; `next` is '' where none follows. */
class Tokens {
  next = '';
  /** Of the token before the next. */
  end: number;
  private readonly text: string;
  private nextEnd: number;

  constructor(text: string, offset: number) {
    this.text = text;
    this.end = offset;
    this.nextEnd = offset;
    this.advance();
  }

  take(...wanted: readonly string[]): boolean {
    const taken = wanted.includes(this.next);
    if (taken) this.advance();
    return taken;
  }

  takeName(): boolean {
    const taken = /^[@\p{L}_]/u.test(this.next);
    if (taken) this.advance();
    return taken;
  }

  private advance(): void {
    this.end = this.nextEnd;
    trivia.lastIndex = this.end;
    trivia.test(this.text);
    token.lastIndex = trivia.lastIndex;
    this.next = token.exec(this.text)?.[0] ?? '';
    this.nextEnd = token.lastIndex;
  }
}

function readList(tokens: Tokens, depth: number): boolean {
  if (depth > deepest || !tokens.take('<')) return false;
  do if (!readType(tokens, depth)) return false;
  while (tokens.take(','));
  return tokens.take('>');
}

function readType(tokens: Tokens, depth: number): boolean {
  if (!(tokens.next === '(' ? readTuple(tokens, depth + 1) : readTypeName(tokens, depth))) return false;
  for (;;) {
    if (tokens.take('?', '*')) continue;
    if (!tokens.take('[')) return true;
    while (tokens.take(','));
    if (!tokens.take(']')) return false;
  }
}

function readTypeName(tokens: Tokens, depth: number): boolean {
  do {
    if (!tokens.takeName()) return false;
    if (tokens.next === '<' && !readList(tokens, depth + 1)) return false;
  } while (tokens.take('.', '::'));
  return true;
}

function readTuple(tokens: Tokens, depth: number): boolean {
  if (depth > deepest || !tokens.take('(')) return false;
  do {
    if (!readType(tokens, depth)) return false;
    tokens.takeName();
  } while (tokens.take(','));
  return tokens.take(')');
}
