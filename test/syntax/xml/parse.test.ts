import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../../src/files/text.ts';
import { parseXml } from '../../../src/syntax/xml/parse.ts';

function outcome(text: string, encoding?: Encoding): string {
  const result = parseXml(text, encoding);
  if (result.kind === 'document') return result.document.root.name;
  const { code, name, line, column } = result.error;
  return `${code}${name === null ? '' : ` ${name}`} at ${line}:${column}`;
}

describe('what is not well-formed is refused, with its place', () => {
  test.each([
    ['nothing', '', 'empty at 1:1'],
    ['white space only', ' \r\n', 'empty at 1:1'],
    ['JSON named .xml', '\n{ "a": 1 }', 'not-xml at 2:1'],
    ['a DOCTYPE', '<?xml version="1.0"?>\r\n<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'doctype at 2:1'],
    ['a second root', '<a/>\n<b/>', 'second-root b at 2:1'],
    ['text after the root', '<a/>\n x', 'text-outside-root at 2:2'],
    ['CDATA outside the root', '<a/><![CDATA[x]]>', 'text-outside-root at 1:5'],
    ['a comment only', '<!-- a -->', 'missing-root at 1:11'],
    ['an unknown entity', '<a>\r\n&nbsp;</a>', 'unknown-entity nbsp at 2:1'],
    ['an ampersand alone', '<a>x & y</a>', 'bare-ampersand at 1:6'],
    ['a reference to a control character', '<a b="&#0;"/>', 'invalid-character-reference at 1:7'],
    ['a control character', '<a>\u0001</a>', 'invalid-character at 1:4'],
    ['half a surrogate pair', '<a>😀\ud83d</a>', 'invalid-character at 1:6'],
    ['< in an attribute', '<a b="x<y"/>', 'less-than-in-attribute b at 1:8'],
    ['an attribute twice', '<a b="1" b="2"/>', 'duplicate-attribute b at 1:10'],
    [
      'an attribute twice by namespace',
      '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
      'duplicate-attribute q:b at 1:36',
    ],
    ['an attribute without quotes', '<a b=1/>', 'malformed-tag a at 1:1'],
    ['attributes without a space', '<a b="1"c="2"/>', 'malformed-tag a at 1:1'],
    ['an unclosed element', '<a>\n  <b>\n</a>', 'mismatched-tag a at 3:1'],
    ['an end tag too many', '<a></a></b>', 'mismatched-tag b at 1:8'],
    ['an end missing', '<a>\n<b></b>', 'unclosed-element a at 1:1'],
    ['an undeclared prefix', '<a><p:b/></a>', 'undeclared-prefix p at 1:5'],
    ['an undeclared attribute prefix', '<a p:b="1"/>', 'undeclared-prefix p at 1:4'],
    ['a prefix declared as nothing', '<a xmlns:p=""/>', 'undeclared-prefix p at 1:4'],
    ['a name with two colons', '<a:b:c/>', 'invalid-name a:b:c at 1:2'],
    ['-- in a comment', '<a><!-- x -- y --></a>', 'double-hyphen-in-comment at 1:11'],
    ['an unclosed comment', '<a><!-- x', 'unclosed-comment at 1:4'],
    ['an unclosed CDATA section', '<a><![CDATA[x]]</a>', 'unclosed-cdata at 1:4'],
    [']]> in text', '<a>x]]></a>', 'cdata-end-in-text at 1:5'],
    ['a declaration that is not first', '\n<?xml version="1.0"?><a/>', 'invalid-instruction at 2:1'],
    ['a declaration without version', '<?xml encoding="utf-8"?><a/>', 'invalid-declaration at 1:1'],
    ['a space in the declaration that XML has not', '<?xml version\u00a0="1.0"?><a/>', 'invalid-declaration at 1:1'],
    ['another one behind its name', '<?xml\ufeffversion="1.0"?><a/>', 'invalid-declaration at 1:1'],
  ])('%s', (_, text, expected) => {
    expect(outcome(text)).toBe(expected);
  });
});

describe('a declared encoding must be that of the bytes', () => {
  const declared = (encoding: string, content = 'x') => `<?xml version="1.0" encoding="${encoding}"?><a>${content}</a>`;
  test.each<[string, string, Encoding, string]>([
    ['utf-8 in UTF-8', declared('UTF-8', 'æ'), 'utf-8', 'a'],
    ['utf-16 in UTF-8', declared('utf-16'), 'utf-8', 'encoding-mismatch utf-16 at 1:1'],
    ['iso-8859-1 over ASCII bytes', declared('iso-8859-1'), 'utf-8', 'a'],
    ['iso-8859-1 over UTF-8 bytes', declared('iso-8859-1', 'æ'), 'utf-8', 'encoding-mismatch iso-8859-1 at 1:1'],
    ['iso-8859-1 over single bytes', declared('ISO-8859-1', 'æ'), 'windows-1252', 'a'],
    ['utf-8 over single bytes', declared('utf-8', 'æ'), 'windows-1252', 'encoding-mismatch utf-8 at 1:1'],
    ['nothing over single bytes', '<a>æ</a>', 'windows-1252', 'encoding-mismatch utf-8 at 1:1'],
    ['utf-16 in UTF-16', declared('utf-16'), 'utf-16be', 'a'],
    ['utf-8 in UTF-16', declared('utf-8'), 'utf-16le', 'encoding-mismatch utf-8 at 1:1'],
    ['an unknown one', declared('ebcdic-1'), 'utf-8', 'encoding-mismatch ebcdic-1 at 1:1'],
  ])('%s', (_, text, encoding, expected) => {
    expect(outcome(text, encoding)).toBe(expected);
  });
});

test('names know their namespace, by prefix or by default', () => {
  const result = parseXml('<a xmlns="urn:d" xmlns:p="urn:p" b="1" p:c="2"><p:d xmlns=""><e/></p:d></a>');
  if (result.kind === 'error') throw new Error(result.error.code);
  const { root } = result.document;
  const inner = root.children[0];
  expect([root.namespace, inner?.namespace, inner?.localName, inner?.prefix]).toEqual(['urn:d', 'urn:p', 'd', 'p']);
  expect(inner?.children[0]?.namespace).toBeNull();
  expect(root.attributes.map(({ localName, namespace }) => [localName, namespace])).toEqual([
    ['xmlns', 'http://www.w3.org/2000/xmlns/'],
    ['p', 'http://www.w3.org/2000/xmlns/'],
    ['b', null],
    ['c', 'urn:p'],
  ]);
});

test('depth and size end in an error value, not in a crash', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  expect(outcome(nested(256))).toBe('a');
  expect(outcome(nested(257))).toBe('too-deep a at 1:769');
  expect(outcome('<a>'.repeat(100_000))).toBe('too-deep a at 1:769');
  expect(outcome(`<a>${' '.repeat(1_000_000)}</a>`)).toBe('too-large at 1:1');
});

test.each([
  ['many elements', `<a>${'<b/>'.repeat(100_000)}</a>`],
  ['many attributes', `<a ${Array.from({ length: 50_000 }, (_, index) => `b${index}=""`).join(' ')}/>`],
  ['an open quote', `<a ${'b="'.repeat(300_000)}`],
  ['many ampersands', `<a>${'&'.repeat(900_000)}</a>`],
  ['white space without end', `<a ${' '.repeat(900_000)}`],
  ['comments', `<a>${'<!-- - -->'.repeat(90_000)}</a>`],
])('answers, and does not hang, for %s', (_, text) => {
  expect(['document', 'error']).toContain(parseXml(text).kind);
});
