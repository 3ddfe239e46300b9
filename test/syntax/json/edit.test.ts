import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from '../../../src/files/edits.ts';
import type { JsonDocument, JsonNode, JsonObject, JsonProperty } from '../../../src/syntax/json/document.ts';
import type { JsonEdit } from '../../../src/syntax/json/edit.ts';
import { insertProperty, type PropertyPlace } from '../../../src/syntax/json/insert.ts';
import { parseJson } from '../../../src/syntax/json/parse.ts';
import { removeProperties } from '../../../src/syntax/json/remove.ts';
import { renameKey, replaceValue } from '../../../src/syntax/json/replace.ts';
import type { JsonValue } from '../../../src/syntax/json/values.ts';
import { jsonText, meaning, meaningOf } from './documents.ts';

function parsed(text: string): JsonDocument {
  const result = parseJson(text);
  if (result.kind === 'error') throw new Error(`${result.error.code} in ${text}`);
  return result.document;
}

function objectsIn(node: JsonNode): JsonObject[] {
  if (node.kind === 'array') return node.items.flatMap(objectsIn);
  return node.kind === 'object' ? [node, ...node.properties.flatMap(({ value }) => objectsIn(value))] : [];
}

function property(document: JsonDocument, key: string): readonly [JsonObject, JsonProperty] {
  for (const object of objectsIn(document.root)) {
    const found = object.properties.find((one) => one.key === key);
    if (found) return [object, found];
  }
  throw new Error(`no ${key}`);
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, replacement }) => changed.slice(0, start) + replacement + changed.slice(end), text);
}

const outcome = (text: string, edit: JsonEdit): string =>
  edit.kind === 'edits' ? applied(text, edit.edits) : edit.code;

function changed(text: string, edit: JsonEdit): JsonDocument {
  if (edit.kind === 'refused') throw new Error(edit.code);
  const ordered = [...edit.edits].sort((a, b) => a.start - b.start);
  for (const [index, { start }] of ordered.entries())
    expect(start).toBeGreaterThanOrEqual(ordered[index - 1]?.end ?? 0);
  return parsed(applied(text, edit.edits));
}

/** Of some of the properties of an object. */
function removed(document: JsonDocument, object: JsonObject, ...going: readonly JsonProperty[]): JsonEdit {
  const distinct = new Map<string, TextEdit>();
  for (const edit of removeProperties(document, object, going).values()) {
    if (edit.kind === 'refused') return edit;
    for (const one of edit.edits) distinct.set(`${one.start} ${one.end}`, one);
  }
  return { kind: 'edits', edits: [...distinct.values()] };
}

const commentTexts = ({ text, comments }: JsonDocument): string[] =>
  comments.map(({ start, end }) => text.slice(start, end));

describe('insertProperty', () => {
  const last = (): PropertyPlace => 'last';
  const rightBefore = (key: string) => (document: JsonDocument) => ({ before: property(document, key)[1] });
  const rightAfter = (key: string) => (document: JsonDocument) => ({ after: property(document, key)[1] });

  test.each<[string, string, (document: JsonDocument) => PropertyPlace, JsonValue, string]>([
    ['last, like its siblings', '{\r\n\t"a": 1\r\n}', last, 'x', '{\r\n\t"a": 1,\r\n\t"n": "x"\r\n}'],
    ['with the trailing comma of its siblings', '{\n  "a": 1,\n}', last, 1, '{\n  "a": 1,\n  "n": 1,\n}'],
    ['after a comment on the line', '{\n  "a": 1 // a, }\n}', last, 1, '{\n  "a": 1, // a, }\n  "n": 1\n}'],
    ['after comma and comment', '{\n  "a": 1, // a\n}', last, 1, '{\n  "a": 1, // a\n  "n": 1,\n}'],
    ['before comments at the end', '{\n  "a": 1\n  // "b": 2\n}', last, 1, '{\n  "a": 1,\n  "n": 1\n  // "b": 2\n}'],
    [
      'objects in the unit of the document',
      '{\n   "a": 1\n}',
      last,
      { b: 1 },
      '{\n   "a": 1,\n   "n": {\n      "b": 1\n   }\n}',
    ],
    ['on one line', '{ "a": 1, "b": 2 }', last, 1, '{ "a": 1, "b": 2, "n": 1 }'],
    ['minified', '{"a":1}', last, { b: 1 }, '{"a":1,"n":{"b":1}}'],
    ['brace on the line', '{\n  "a": 1 }', last, 1, '{\n  "a": 1,\n  "n": 1 }'],
    ['into nothing', '{}', last, 1, '{"n": 1}'],
    ['into nothing with a space', '{ }', last, 1, '{ "n": 1 }'],
    ['into nothing, over lines', '{\r\n}', last, 1, '{\r\n  "n": 1\r\n}'],
    ['into comments', '{\n  // "a": 1\n}', last, 1, '{\n  // "a": 1\n  "n": 1\n}'],
    [
      'before a sibling and the comment above it',
      '{\n  "a": 1,\n  // b\n  "b": 2\n}',
      rightBefore('b'),
      1,
      '{\n  "a": 1,\n  "n": 1,\n  // b\n  "b": 2\n}',
    ],
    [
      'between siblings',
      '{\n  "a": 1, // a\n  "b": 2\n}',
      rightAfter('a'),
      1,
      '{\n  "a": 1, // a\n  "n": 1,\n  "b": 2\n}',
    ],
    ['between siblings on one line', '{"a":1,"b":2}', rightAfter('a'), 1, '{"a":1,"n":1,"b":2}'],
    ['a space before the colon like its siblings', '{ "a" : 1 }', last, 1, '{ "a" : 1, "n" : 1 }'],
    ['refused for a key that is there in another casing', '{ "N": 1 }', last, 1, 'key-exists'],
  ])('%s', (_, text, at, value, expected) => {
    const document = parsed(text);
    if (document.root.kind !== 'object') throw new Error(document.root.kind);
    expect(outcome(text, insertProperty(document, document.root, at(document), 'n', value))).toBe(expected);
  });

  test('goes into an empty object deep inside', () => {
    const text = '{\n  "a": {\n    "b": {}\n  }\n}\n';
    const document = parsed(text);
    const [, { value }] = property(document, 'b');
    if (value.kind !== 'object') throw new Error(value.kind);
    expect(outcome(text, insertProperty(document, value, 'last', 'n', { c: [] }))).toBe(
      '{\n  "a": {\n    "b": {\n      "n": {\n        "c": []\n      }\n    }\n  }\n}\n',
    );
  });

  test('in any document it is where it was asked, all else and all comments stay, and a second time is refused', () => {
    fc.assert(
      fc.property(
        jsonText,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('last', 'before', 'after'),
        (text, pick, which, where) => {
          const document = parsed(text);
          const objects = objectsIn(document.root);
          const chosen = pick % objects.length;
          const object = objects[chosen];
          if (!object) return;
          const index = which % Math.max(1, object.properties.length);
          const sibling = object.properties[index];
          const at: PropertyPlace =
            !sibling || where === 'last' ? 'last' : where === 'before' ? { before: sibling } : { after: sibling };
          const position = at === 'last' ? object.properties.length : 'before' in at ? index : index + 1;
          const value = { d: [1, '//'] };
          const result = changed(text, insertProperty(document, object, at, 'new', value));
          const [holder, inserted] = property(result, 'new');
          expect(holder.properties.indexOf(inserted)).toBe(position);
          expect(meaning(inserted.value)).toEqual(meaningOf(value));
          expect(commentTexts(result)).toEqual(commentTexts(document));
          expect(insertProperty(result, holder, 'last', 'NEW', value)).toEqual({ kind: 'refused', code: 'key-exists' });
          expect(meaning(changed(result.text, removed(result, holder, inserted)).root)).toEqual(meaning(document.root));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('removeProperties', () => {
  test.each([
    ['its line', '{\r\n  "a": 1,\r\n  "b": 2,\r\n  "c": 3\r\n}', '{\r\n  "a": 1,\r\n  "c": 3\r\n}'],
    ['the comma before it when it is last', '{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 1\n}'],
    ['no comma where commas trail', '{\n  "a": 1,\n  "b": 2,\n}', '{\n  "a": 1,\n}'],
    ['its comment', '{\n  "b": 2, // b, }\n  "c": 3\n}', '{\n  "c": 3\n}'],
    ['no comment on a line of its own', '{\n  "a": 1,\n  // x\n  "b": 2\n  // y\n}', '{\n  "a": 1\n  // x\n  // y\n}'],
    ['a comma behind a comment', '{\n  "a": 1 /* , */, // a\n  "b": 2\n}', '{\n  "a": 1 /* , */ // a\n}'],
    ['no comment that goes on below', '{\n  "b": 2, /* x\n  y */\n  "c": 3\n}', '{\n  /* x\n  y */\n  "c": 3\n}'],
    ['its lines', '{\n  "b": {\n    "x": []\n  },\n  "c": 3\n}', '{\n  "c": 3\n}'],
    [
      'one of two empty lines that would meet',
      '{\n  "a": 1,\n\n  "b": 2,\n\n  "c": 3\n}',
      '{\n  "a": 1,\n\n  "c": 3\n}',
    ],
    ['the first on one line', '{ "b": 1, "c": 2 }', '{ "c": 2 }'],
    ['the last on one line', '{ "a": 1, "b": 2 }', '{ "a": 1 }'],
    ['the only one on one line', '{"b":1}', '{}'],
    ['with commas that lead', '{\n  "b": 1\n, "c": 2\n}', '{\n  \n "c": 2\n}'],
  ])('takes %s', (_, text, expected) => {
    const document = parsed(text);
    expect(outcome(text, removed(document, ...property(document, 'b')))).toBe(expected);
  });

  test.each([
    ['neighbours', '{\n  "a": 1,\n  "b": 2,\n  "c": 3,\n  "d": 4\n}', 'bc', '{\n  "a": 1,\n  "d": 4\n}'],
    ['the first', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 'ab', '{\n  "c": 3\n}'],
    ['the last, with the comma before', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 'bc', '{\n  "a": 1\n}'],
    ['the last, where commas trail', '{\n  "a": 1,\n  "b": 2,\n  "c": 3,\n}', 'bc', '{\n  "a": 1,\n}'],
    ['first and last', '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 'ac', '{\n  "b": 2\n}'],
    ['all', '{\n  "a": 1,\n  "b": 2\n}', 'ab', '{\n}'],
    ['all on one line', '{ "a": 1, "b": 2 }', 'ab', '{ }'],
    ['the last on one line', '{ "a": 1, "b": 2, "c": 3 }', 'bc', '{ "a": 1 }'],
    ['the first on one line', '{"a":1,"b":2,"c":3}', 'ab', '{"c":3}'],
    ['both ends on one line', '{ "a": 1, "b": 2, "c": 3 }', 'ac', '{ "b": 2 }'],
    [
      'the empty lines between them',
      '{\r\n\t"a": 1,\r\n\r\n\t"b": 2,\r\n\r\n\t"c": 3\r\n}',
      'bc',
      '{\r\n\t"a": 1\r\n}',
    ],
    [
      'comments at the ends of their lines',
      '{\n  "a": 1, // a\n  "b": 2, // b\n  "c": 3 // c\n}',
      'bc',
      '{\n  "a": 1 // a\n}',
    ],
    [
      'no comments on lines of their own',
      '{\n  "a": 1,\n  // b\n  "b": 2,\n  // c\n  "c": 3\n  // end\n}',
      'bc',
      '{\n  "a": 1\n  // b\n  // c\n  // end\n}',
    ],
    ['no comment between them', '{ "a": 1, "b": 2, /* c */ "c": 3 }', 'bc', '{ "a": 1 /* c */ }'],
  ])('takes several together: %s', (_, text, keys, expected) => {
    const document = parsed(text);
    if (document.root.kind !== 'object') throw new Error(document.root.kind);
    const going = document.root.properties.filter(({ key }) => keys.includes(key));
    expect(outcome(text, removed(document, document.root, ...going))).toBe(expected);
  });

  test('in any document all else stays, and at most the comments on their lines go', () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), fc.nat(), (text, pick, which) => {
        const document = parsed(text);
        const objects = objectsIn(document.root).filter(({ properties }) => properties.length > 0);
        const object = objects[pick % objects.length];
        const going = object?.properties.filter((_, index) => ((which + 1) >> index) % 2 === 1) ?? [];
        if (!object) return;
        const result = changed(text, removed(document, object, ...going));
        const kept = { ...object, properties: object.properties.filter((one) => !going.includes(one)) };
        const swap = (node: JsonNode): JsonNode => {
          if (node === object) return kept;
          if (node.kind === 'array') return { ...node, items: node.items.map(swap) };
          if (node.kind !== 'object') return node;
          return { ...node, properties: node.properties.map((one) => ({ ...one, value: swap(one.value) })) };
        };
        expect(meaning(result.root)).toEqual(meaning(swap(document.root)));
        const lineEndFrom = (offset: number) => text.slice(offset).search(/[\r\n]|$/) + offset;
        const mayGo = (at: number) => going.some(({ range }) => at >= range.start && at < lineEndFrom(range.end));
        const must = document.comments.filter(({ start }) => !mayGo(start));
        const left = commentTexts(result);
        for (const { start, end } of must) expect(left).toContain(text.slice(start, end));
      }),
      { numRuns: 600 },
    );
  });
});

describe('renameKey', () => {
  test('replaces the key alone, and refuses one that is there', () => {
    const text = '{ "b" : 1, "Cc": 2 }';
    const document = parsed(text);
    const found = property(document, 'b');
    expect(outcome(text, renameKey(document, ...found, 'n"'))).toBe('{ "n\\"" : 1, "Cc": 2 }');
    expect(outcome(text, renameKey(document, ...found, 'B'))).toBe('{ "B" : 1, "Cc": 2 }');
    expect(outcome(text, renameKey(document, ...found, 'b'))).toBe(text);
    expect(outcome(text, renameKey(document, ...found, 'cC'))).toBe('key-exists');
  });
});

describe('replaceValue', () => {
  test('writes the value in the layout of the document, and nothing when it is there', () => {
    const text = '{\r\n\t"b": 1, // one\r\n\t"c": { "d": 1 }\r\n}';
    const document = parsed(text);
    const [, one] = property(document, 'b');
    expect(outcome(text, replaceValue(document, one.value, 'x'))).toBe(
      '{\r\n\t"b": "x", // one\r\n\t"c": { "d": 1 }\r\n}',
    );
    expect(outcome(text, replaceValue(document, one.value, { e: 1 }))).toBe(
      '{\r\n\t"b": {\r\n\t\t"e": 1\r\n\t}, // one\r\n\t"c": { "d": 1 }\r\n}',
    );
    expect(replaceValue(document, one.value, 1)).toEqual({ kind: 'edits', edits: [] });
    expect(replaceValue(document, property(document, 'c')[1].value, { d: 1 })).toEqual({ kind: 'edits', edits: [] });
  });

  test('in any document the value is there, and a second time changes nothing', () => {
    fc.assert(
      fc.property(
        jsonText,
        fc.nat(),
        fc.json().map((text): JsonValue => JSON.parse(text)),
        (text, pick, value) => {
          const document = parsed(text);
          if (document.root.kind !== 'object') return;
          const { properties } = document.root;
          const index = pick % Math.max(1, properties.length);
          const chosen = properties[index];
          if (!chosen) return;
          const result = changed(text, replaceValue(document, chosen.value, value));
          if (result.root.kind !== 'object') throw new Error(result.root.kind);
          const expected = properties.map((one) => [one.key, one === chosen ? undefined : meaning(one.value)]);
          const found = result.root.properties.map((one, at) => [
            one.key,
            at === index ? undefined : meaning(one.value),
          ]);
          expect(found).toEqual(expected);
          const written = result.root.properties[index];
          if (!written) throw new Error('gone');
          expect(replaceValue(result, written.value, value)).toEqual({ kind: 'edits', edits: [] });
        },
      ),
      { numRuns: 200 },
    );
  });
});
