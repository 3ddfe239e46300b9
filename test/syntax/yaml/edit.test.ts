import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  YamlFile,
  YamlItem,
  YamlNode,
  YamlPair,
  YamlScalar,
  YamlSequence,
} from '../../../src/syntax/yaml/document.ts';
import type { YamlEdit } from '../../../src/syntax/yaml/edit.ts';
import { type ItemPlace, insertItem } from '../../../src/syntax/yaml/insert.ts';
import { parseYaml } from '../../../src/syntax/yaml/parse.ts';
import { removeItem, removePair } from '../../../src/syntax/yaml/remove.ts';
import { replaceScalar } from '../../../src/syntax/yaml/replace.ts';
import { yamlText } from './documents.ts';

function parsed(text: string): YamlFile {
  const result = parseYaml(text);
  if (result.kind === 'error') throw new Error(`${result.error.code} in ${text}`);
  return result.document;
}

function partsIn(node: YamlNode | null): (YamlPair | YamlItem)[] {
  if (node?.kind === 'map') return node.pairs.flatMap((pair) => [pair, ...partsIn(pair.value)]);
  return node?.kind === 'sequence' ? node.items.flatMap((item) => [item, ...partsIn(item.value)]) : [];
}

const parts = (file: YamlFile) => file.roots.flatMap(partsIn);

function pair(file: YamlFile, key: string): YamlPair {
  const found = parts(file).find((part): part is YamlPair => part.kind === 'pair' && part.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

function sequence(file: YamlFile, key: string): YamlSequence {
  const { value } = pair(file, key);
  if (value?.kind !== 'sequence') throw new Error(`${key} is no sequence`);
  return value;
}

function outcome(text: string, edit: YamlEdit): string {
  if (edit.kind === 'refused') return edit.code;
  return edit.edits.reduce(
    (changed, { start, end, replacement }) => changed.slice(0, start) + replacement + changed.slice(end),
    text,
  );
}

const commentTexts = ({ text, comments }: YamlFile): string[] =>
  comments.map(({ start, end }) => text.slice(start, end));

function meaning(node: YamlNode | null): unknown {
  switch (node?.kind) {
    case 'map':
      return node.pairs.map(({ key, value }) => [key, meaning(value)]);
    case 'sequence':
      return { items: node.items.map(({ value }) => meaning(value)) };
    case 'scalar':
      return { text: node.text };
    default:
      return null;
  }
}

const meanings = (file: YamlFile) => file.roots.map(meaning);

describe('replaceScalar', () => {
  test.each([
    ['keeps plain', 'a: x # c\n', 'y z', 'a: y z # c\n'],
    ['keeps double quotes', 'a : "x"\r\n', 'y"\\\n', 'a : "y\\"\\\\\\n"\r\n'],
    ['keeps single quotes', "a: 'x'", "it's", "a: 'it''s'"],
    ['needs double quotes for a line end', "a: 'x'", 'y\nz', 'a: "y\\nz"'],
    ['quotes what would be a comment', 'a: x', 'y #z', 'a: "y #z"'],
    ['quotes what would be a map', 'a: x', 'y: z', 'a: "y: z"'],
    ['quotes a string that would be a number', 'a: x', '08', 'a: "08"'],
    ['quotes a string that would be true', 'a: x', 'yes', 'a: "yes"'],
    ['leaves a version plain', 'a: 1.2.3', '1.2.4', 'a: 1.2.4'],
    ['replaces a number by a number', 'a: 1', '2', 'a: 2'],
    ['quotes a comma between brackets only', 'b: [1]\na: x', 'y, z', 'b: [1]\na: y, z'],
    [
      'rewrites a literal block',
      'a: | # c\r\n   x\r\n\r\n   y\r\nb: 1',
      'z\n\n  w',
      'a: |- # c\r\n   z\r\n\r\n     w\r\nb: 1',
    ],
    ['refuses a folded block', 'a: >\n  x\n', 'y', 'style-not-supported'],
    ['changes nothing that is right', 'a: "\\u0041"', 'A', 'a: "\\u0041"'],
  ])('%s', (_, text, value, expected) => {
    const file = parsed(text);
    const scalar = pair(file, 'a').value;
    if (scalar?.kind !== 'scalar') throw new Error('no scalar');
    expect(outcome(text, replaceScalar(file, scalar, value))).toBe(expected);
  });

  test('renames a key, but not to one that is there', () => {
    const text = '"a": 1\nb: 2\n';
    const file = parsed(text);
    const key = pair(file, 'a').keyNode;
    if (key.kind !== 'scalar') throw new Error('no scalar');
    expect(outcome(text, replaceScalar(file, key, 'c: d'))).toBe('"c: d": 1\nb: 2\n');
    expect(outcome(text, replaceScalar(file, key, 'b'))).toBe('would-break');
  });

  test('in any document the text is there, all else is as it was, and a second time changes nothing', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('- x', '? ', '&a', '*a', '!t', '---', '...', ' x', 'x ', '', '}'),
    );
    fc.assert(
      fc.property(yamlText, fc.nat(), words, (text, pick, value) => {
        const file = parsed(text);
        const scalars = parts(file).filter(
          (part) => part.value?.kind === 'scalar' && !/literal|folded/.test(part.value.style),
        );
        const index = pick % scalars.length;
        const scalar = scalars[index]?.value;
        if (scalar?.kind !== 'scalar') return;
        const edit = replaceScalar(file, scalar, value);
        if (/\p{Surrogate}/u.test(value)) return;
        const changed = parsed(outcome(text, edit));
        const found = parts(changed).filter(
          (part) => part.value?.kind === 'scalar' && !/literal|folded/.test(part.value.style),
        );
        const texts = (list: readonly (YamlPair | YamlItem)[]) =>
          list.map((one) => (one.value?.kind === 'scalar' ? one.value.text : null));
        expect(texts(found)).toEqual(texts(scalars).with(index, value));
        expect(commentTexts(changed)).toEqual(commentTexts(file));
        expect(replaceScalar(changed, found[index]?.value as YamlScalar, value)).toEqual({ kind: 'edits', edits: [] });
      }),
      { numRuns: 300 },
    );
  });
});

describe('removePair and removeItem', () => {
  test.each([
    ['its line', 'a: 1\r\nb: 2 # b\r\nc: 3', 'a: 1\r\nc: 3'],
    ['its block', 'a: 1\nb:\n  - x: |\n      y\n    # z\n  - w\nc: 3\n', 'a: 1\nc: 3\n'],
    ['the last line without a line end', 'a: 1\nb: 2', 'a: 1'],
    ['no comment on a line of its own', '# x\nb: 1\n# y\nc: 2\n', '# x\n# y\nc: 2\n'],
    ['the place behind a dash', '- b: 1 # b\n  c: 2\n', '- c: 2\n'],
    ['its comma between braces', 'a: {x: 1, b: 2, y: 3}', 'a: {x: 1, y: 3}'],
    ['the comma before it at the end', 'a: {x: 1, b: 2}', 'a: {x: 1}'],
    ['one of two empty lines that would meet', 'a: 1\n\nb: 2\n\nc: 3\n', 'a: 1\n\nc: 3\n'],
    ['nothing where a comment would be joined', '- b: 1\n  # c\n  c: 2\n', 'comment-in-the-way'],
    ['nothing where an anchor would be lost', 'b: &x 1\nc: *x\n', 'would-break'],
    ['nothing where nothing would be left', 'b: 1\n', 'would-be-empty'],
  ])('take %s', (_, text, expected) => {
    const file = parsed(text);
    expect(outcome(text, removePair(file, pair(file, 'b')))).toBe(expected);
  });

  test('take what holds them when asked, as far up as it would be empty', () => {
    const text = 'a:\n  list:\n    - b: 1\nc: 2\n';
    const file = parsed(text);
    expect(outcome(text, removePair(file, pair(file, 'b')))).toBe('would-be-empty');
    expect(outcome(text, removePair(file, pair(file, 'b'), { whenEmpty: 'remove-parent' }))).toBe('c: 2\n');
    const only = parsed('a:\n  - b');
    const [item] = sequence(only, 'a').items;
    if (!item) throw new Error('no item');
    expect(outcome(only.text, removeItem(only, item, { whenEmpty: 'remove-parent' }))).toBe('would-be-empty');
  });

  test('in any document all else means what it meant, or the edit is refused with a reason', () => {
    let made = 0;
    let asked = 0;
    fc.assert(
      fc.property(yamlText, fc.nat(), (text, pick) => {
        const file = parsed(text);
        const all = parts(file);
        const part = all[pick % Math.max(1, all.length)];
        if (!part) return;
        const siblings = part.kind === 'pair' ? part.map.pairs : part.sequence.items;
        const edit = part.kind === 'pair' ? removePair(file, part) : removeItem(file, part);
        if (siblings.length === 1) {
          expect(edit).toEqual({ kind: 'refused', code: 'would-be-empty' });
          return;
        }
        asked += 1;
        if (edit.kind === 'refused') {
          expect(['comment-in-the-way', 'would-break']).toContain(edit.code);
          return;
        }
        made += 1;
        const changed = parsed(outcome(text, edit));
        const gone = 1 + partsIn(part.value).length;
        expect(parts(changed).length).toBe(all.length - gone);
        const [only] = edit.edits;
        const outside = text.slice(only?.start, part.range.start) + text.slice(part.range.end, only?.end);
        expect(outside.replace(/#.*/, '').replace(',', '').trim()).toBe('');
      }),
      { numRuns: 400 },
    );
    expect(made / asked).toBeGreaterThan(0.9);
  });
});

describe('insertItem', () => {
  const last = (): ItemPlace => 'last';
  const at =
    (index: number, side: 'before' | 'after') =>
    (list: YamlSequence): ItemPlace => {
      const item = list.items[index];
      if (!item) throw new Error('no item');
      return side === 'before' ? { before: item } : { after: item };
    };

  test.each<[string, string, (list: YamlSequence) => ItemPlace, string[], string]>([
    [
      'last, like its siblings',
      'a:\r\n  - name : x # c\r\nb: 1',
      last,
      ['name: n', 'value: 1'],
      'a:\r\n  - name : x # c\r\n  - name: n\r\n    value: 1\r\nb: 1',
    ],
    ['with the gap of its siblings', 'a:\n-   x\n', last, ['n: 1', 'o: 2'], 'a:\n-   x\n-   n: 1\n    o: 2\n'],
    [
      'before a sibling and the comment above it',
      'a:\n  - x\n  # y\n  - y\n',
      at(1, 'before'),
      ['n'],
      'a:\n  - x\n  - n\n  # y\n  - y\n',
    ],
    ['after a block', 'a:\n  - |\n    x\n\n  - y', at(0, 'after'), ['n'], 'a:\n  - |\n    x\n  - n\n\n  - y'],
    ['without a last line end', 'a:\n  - x', last, ['n'], 'a:\n  - x\n  - n'],
    ['between brackets', 'a: [x, y]', at(0, 'after'), ['n'], 'a: [x, n, y]'],
    ['between empty brackets', 'a: []', last, ['n'], 'a: [n]'],
    ['no block between brackets', 'a: [x]', last, ['n:', '  - 1'], 'style-not-supported'],
    ['not twice', 'a:\n  - {name: "n"}\n', last, ['name: n'], 'already-present'],
    ['no broken lines', 'a:\n  - x\n', last, ['n: "'], 'invalid-lines'],
  ])('%s', (_, text, place, lines, expected) => {
    const file = parsed(text);
    const list = sequence(file, 'a');
    expect(outcome(text, insertItem(file, list, place(list), lines))).toBe(expected);
  });

  test('in any document the item is there, all else is as it was, and a second time is refused', () => {
    fc.assert(
      fc.property(
        yamlText,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('last', 'before', 'after'),
        (text, pick, which, where) => {
          const file = parsed(text);
          const lists = parts(file).flatMap((part) =>
            part.kind === 'item' && part.sequence.items[0] === part ? [part.sequence] : [],
          );
          const index = pick % Math.max(1, lists.length);
          const list = lists[index];
          const sibling = list?.items[which % list.items.length];
          if (!list || !sibling) return;
          const lines = list.style === 'flow' ? ['{new: 1}'] : ['new: 1', 'list:', '  - "#"'];
          const place: ItemPlace =
            where === 'last' ? 'last' : where === 'before' ? { before: sibling } : { after: sibling };
          const changed = parsed(outcome(text, insertItem(file, list, place, lines)));
          const inserted = pair(changed, 'new').map.owner;
          if (inserted?.kind !== 'item') throw new Error('no item');
          expect(commentTexts(changed)).toEqual(commentTexts(file));
          expect(insertItem(changed, inserted.sequence, 'last', lines)).toEqual({
            kind: 'refused',
            code: 'already-present',
          });
          const restored = parsed(outcome(changed.text, removeItem(changed, inserted)));
          expect(meanings(restored)).toEqual(meanings(file));
        },
      ),
      { numRuns: 300 },
    );
  });
});
