import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import { positionAt } from '../../files/lines.ts';
import type { Range } from '../../location.ts';
import type { JsonErrorCode, JsonNode, JsonProperty, JsonResult } from './document.ts';
import { duplicatesOf } from './duplicates.ts';
import { survey } from './survey.ts';

const maximumLength = 2_000_000;
const maximumDepth = 256;

export function parseJson(text: string): JsonResult {
  if (text.length > maximumLength) return failure(text, 'too-large', 0);
  const { comments, depth, deepest, empty } = survey(text);
  if (empty) return failure(text, 'empty', 0);
  if (depth > maximumDepth) return failure(text, 'too-deep', deepest);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors.sort((a, b) => a.offset - b.offset);
  if (error) return failure(text, codeOf(error.error), error.offset);
  const root = tree && nodeFrom(tree);
  if (!root) return failure(text, 'value-expected', 0);
  return { kind: 'document', document: { text, root, comments, duplicates: duplicatesOf(root) } };
}

const rangeOf = ({ offset, length }: Node): Range => ({ start: offset, end: offset + length });

/** Null only for a tree that the parser has reported errors about. */
function nodeFrom(node: Node): JsonNode | null {
  const range = rangeOf(node);
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return { kind: 'object', range, properties: children.map(propertyFrom).filter((one) => one !== null) };
    case 'array':
      return { kind: 'array', range, items: children.map(nodeFrom).filter((one) => one !== null) };
    case 'string':
      return { kind: 'string', range, value: String(node.value) };
    case 'number':
      return { kind: 'number', range, value: Number(node.value) };
    case 'boolean':
      return { kind: 'boolean', range, value: node.value === true };
    case 'null':
      return { kind: 'null', range };
    case 'property':
      return null;
  }
}

function propertyFrom(node: Node): JsonProperty | null {
  const [key, written] = node.children ?? [];
  const value = written && nodeFrom(written);
  if (!key || !value) return null;
  return { key: String(key.value), keyRange: rangeOf(key), value, range: rangeOf(node) };
}

function failure(text: string, code: JsonErrorCode, offset: number): JsonResult {
  return { kind: 'error', error: { code, offset, ...positionAt(text, offset) } };
}

function codeOf(code: ParseErrorCode): JsonErrorCode {
  switch (printParseErrorCode(code)) {
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return 'invalid-number';
    case 'PropertyNameExpected':
      return 'property-name-expected';
    case 'ValueExpected':
      return 'value-expected';
    case 'ColonExpected':
      return 'colon-expected';
    case 'CommaExpected':
      return 'comma-expected';
    case 'CloseBraceExpected':
      return 'close-brace-expected';
    case 'CloseBracketExpected':
      return 'close-bracket-expected';
    case 'EndOfFileExpected':
      return 'end-of-file-expected';
    case 'UnexpectedEndOfComment':
      return 'unclosed-comment';
    case 'UnexpectedEndOfString':
      return 'unclosed-string';
    case 'InvalidUnicode':
      return 'invalid-unicode';
    case 'InvalidEscapeCharacter':
      return 'invalid-escape';
    case 'InvalidCharacter':
      return 'invalid-character';
    default:
      return 'invalid-symbol';
  }
}
