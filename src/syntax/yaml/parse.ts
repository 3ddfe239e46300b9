import { Composer, type CST, type ErrorCode, Lexer, Parser } from 'yaml';
import { positionAt } from '../../files/lines.ts';
import type { YamlErrorCode, YamlResult } from './document.ts';
import { nodeReader } from './nodes.ts';
import { Refusal } from './refusal.ts';
import { survey } from './survey.ts';
import { templateIn, templateMark } from './template.ts';

const maximumLength = 1_000_000;
const maximumDepth = 128;
/** Each level has a few tokens open at most; the survey counts exactly. */
const mostOpen = 4 * maximumDepth;

export function parseYaml(text: string): YamlResult {
  try {
    if (text.length > maximumLength) throw new Refusal('too-large', 0);
    const tokens = tokensOf(text);
    const { comments, depth, deepest } = survey(tokens);
    if (depth > maximumDepth) throw new Refusal('too-deep', deepest);
    // The library compares every key of a map with every other: duplicates are found while reading nodes instead.
    const composer = new Composer({ keepSourceTokens: true, uniqueKeys: false, prettyErrors: false });
    const roots = [...composer.compose(tokens)].map((document) => {
      const [error] = document.errors;
      if (error) throw syntaxRefusal(text, error.code, error.pos[0]);
      return nodeReader(text).read(document.contents, null);
    });
    for (const root of roots) {
      const template = root && templateIn(root, text);
      if (template) throw new Refusal('template', template.start);
    }
    return { kind: 'document', document: { text, roots, comments } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const offset = Math.min(error.offset, text.length);
    return { kind: 'error', error: { code: error.code, offset, ...positionAt(text, offset) } };
  }
}

/** Word by word, for the parser ends all levels that end together by recursion: as deep as the text is nested. */
function tokensOf(text: string): readonly CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > mostOpen) throw new Refusal('too-deep', parser.offset);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function syntaxRefusal(text: string, code: ErrorCode, offset: number): Refusal {
  const mark = text.search(templateMark);
  return mark === -1 ? new Refusal(codeOf(code), offset) : new Refusal('template', mark);
}

function codeOf(code: ErrorCode): YamlErrorCode {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tab-as-indentation';
    case 'BAD_INDENT':
      return 'bad-indentation';
    default:
      return 'syntax';
  }
}
