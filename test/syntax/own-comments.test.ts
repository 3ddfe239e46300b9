import { expect, test } from 'vitest';
import { applyEdits } from '../../src/files/edits.ts';
import { parseJson } from '../../src/syntax/json/parse.ts';
import { removeWithEmptied } from '../../src/syntax/json/remove-emptied.ts';
import { parseXml } from '../../src/syntax/xml/parse.ts';
import { removeElement } from '../../src/syntax/xml/remove.ts';

const isAbout = (comment: string) => comment.includes('@');

test.each([
  ['<a>\n  <!-- other -->\n  <!-- @ -->\n  <b/>\n  <c/>\n</a>\n', '<a>\n  <!-- other -->\n  <c/>\n</a>\n'],
  [
    '<a>\n  <!-- @ -->\n  <!-- other -->\n  <b/>\n  <c/>\n</a>\n',
    '<a>\n  <!-- @ -->\n  <!-- other -->\n  <c/>\n</a>\n',
  ],
  ['<a>\n  <!-- @ -->\n\n  <b/>\n  <c/>\n</a>\n', '<a>\n  <!-- @ -->\n\n  <c/>\n</a>\n'],
  ['<a>\n  <g>\n    <!-- @\n      @ -->\n    <b/>\n  </g>\n  <c/>\n</a>\n', '<a>\n  <c/>\n</a>\n'],
])('an element goes with the comments about it: %j', (text, expected) => {
  const parsed = parseXml(text);
  if (parsed.kind === 'error') throw new Error(parsed.error.code);
  const { document } = parsed;
  const [first] = document.root.children;
  const element = first?.name === 'g' ? first.children[0] : first;
  if (element === undefined) throw new Error('no element');
  const removed = removeElement(document, element, { emptiedParent: 'remove', isAbout });
  expect(removed.kind === 'edits' && applyEdits(text, removed.edits)).toBe(expected);
});

test.each([
  ['{\n  // other\n  // @\n  "b": 1,\n  "c": 2\n}\n', '{\n  // other\n  "c": 2\n}\n'],
  ['{\n  "c": 2,\n  /* @ */\n  "b": 1\n}\n', '{\n  "c": 2\n}\n'],
  ['{\n  "a": {\n    // @\n    "b": 1\n  },\n  "c": 2\n}\n', '{\n  "c": 2\n}\n'],
])('a property goes with the comments about it: %j', (text, expected) => {
  const parsed = parseJson(text);
  if (parsed.kind === 'error' || parsed.document.root.kind !== 'object') throw new Error('no object');
  const { properties } = parsed.document.root;
  const inner = properties.flatMap(({ value }) => (value.kind === 'object' ? value.properties : []));
  const property = [...properties, ...inner].find(({ key }) => key === 'b');
  if (property === undefined) throw new Error('no property');
  const removed = removeWithEmptied(parsed.document, new Set([property]), isAbout).get(property);
  expect(removed?.kind === 'edits' && applyEdits(text, removed.edits)).toBe(expected);
});
