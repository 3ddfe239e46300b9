import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type TextEdit } from '../../../src/files/edits.ts';
import type { XmlDocument, XmlElement } from '../../../src/syntax/xml/document.ts';
import type { XmlEdit } from '../../../src/syntax/xml/edit.ts';
import { type ChildPlace, insertChild } from '../../../src/syntax/xml/insert.ts';
import { parseXml } from '../../../src/syntax/xml/parse.ts';
import { type RemoveOptions, removeElement } from '../../../src/syntax/xml/remove.ts';
import { replaceText, setAttribute } from '../../../src/syntax/xml/replace.ts';
import { xmlText } from './documents.ts';

function parsed(text: string): XmlDocument {
  const result = parseXml(text);
  if (result.kind === 'error') throw new Error(`${result.error.code} in ${text}`);
  return result.document;
}

const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];

function named(document: XmlDocument, name: string): XmlElement {
  const found = all(document.root).find((element) => element.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, replacement }) => changed.slice(0, start) + replacement + changed.slice(end), text);
}

const outcome = (text: string, edit: XmlEdit): string =>
  edit.kind === 'edits' ? applied(text, edit.edits) : edit.code;

describe('insertChild', () => {
  const insert = (
    text: string,
    parent: string,
    at: (document: XmlDocument) => ChildPlace,
    lines: readonly string[],
  ) => {
    const document = parsed(text);
    return outcome(text, insertChild(document, named(document, parent), at(document), lines));
  };
  const last = (): ChildPlace => 'last';
  const rightBefore = (name: string) => (document: XmlDocument) => ({ before: named(document, name) });
  const rightAfter = (name: string) => (document: XmlDocument) => ({ after: named(document, name) });

  test.each([
    ['last, like its siblings', '<p>\r\n\t<b/>\r\n</p>', last, ['<n/>'], '<p>\r\n\t<b/>\r\n\t<n/>\r\n</p>'],
    [
      'levels in the unit of the document',
      '<p>\n   <b/>\n</p>',
      last,
      ['<n>', '\t<o/>', '</n>'],
      '<p>\n   <b/>\n   <n>\n      <o/>\n   </n>\n</p>',
    ],
    ['minified', '<p><b/></p>', last, ['<n>', '\t<o/>', '</n>'], '<p><b/><n><o/></n></p>'],
    ['siblings apart by a space', '<p> <b/> <c/></p>', last, ['<n/>'], '<p> <b/> <c/> <n/></p>'],
    [
      'after a comment about the sibling',
      '<p>\n  <b/> <!-- b, -->\n  <!-- end -->\n</p>',
      last,
      ['<n/>'],
      '<p>\n  <b/> <!-- b, -->\n  <n/>\n  <!-- end -->\n</p>',
    ],
    [
      'before a comment about the sibling',
      '<p>\n  <a/>\n  <!-- b -->\n  <b/>\n</p>',
      rightBefore('b'),
      ['<n/>'],
      '<p>\n  <a/>\n  <n/>\n  <!-- b -->\n  <b/>\n</p>',
    ],
    ['between siblings', '<p>\n  <a/>\n  <b/>\n</p>', rightAfter('a'), ['<n/>'], '<p>\n  <a/>\n  <n/>\n  <b/>\n</p>'],
    [
      'with the empty lines of its siblings',
      '<p>\n  <a/>\n\n  <b/>\n</p>',
      last,
      ['<n/>'],
      '<p>\n  <a/>\n\n  <b/>\n\n  <n/>\n</p>',
    ],
    [
      'before, with the empty lines of its siblings',
      '<p>\n  <a/>\n\n  <b/>\n</p>',
      rightBefore('b'),
      ['<n/>'],
      '<p>\n  <a/>\n\n  <n/>\n\n  <b/>\n</p>',
    ],
    ['self-closing parent', '<a>\n  <p c="1" />\n</a>', last, ['<n/>'], '<a>\n  <p c="1">\n    <n/>\n  </p>\n</a>'],
    [
      'self-closing parent, an attribute a line',
      '<a>\n  <p\n    c="1"\n  />\n</a>',
      last,
      ['<n/>'],
      '<a>\n  <p\n    c="1"\n  >\n    <n/>\n  </p>\n</a>',
    ],
    ['empty parent', '<a>\r\n  <p></p>\r\n</a>', last, ['<n/>'], '<a>\r\n  <p>\r\n    <n/>\r\n  </p>\r\n</a>'],
    ['empty parent over two lines', '<a>\n  <p>\n  </p>\n</a>', last, ['<n/>'], '<a>\n  <p>\n    <n/>\n  </p>\n</a>'],
    ['minified empty parent', '<a><p/></a>', last, ['<n/>'], '<a><p><n/></p></a>'],
    [
      'parent with a comment only',
      '<a>\n  <p>\n    <!-- c -->\n  </p>\n</a>',
      last,
      ['<n/>'],
      '<a>\n  <p>\n    <!-- c -->\n    <n/>\n  </p>\n</a>',
    ],
    ['parent with text', '<p>text<b/></p>', last, ['<n/>'], 'mixed-content'],
    ['one that is there', '<p>\n  <n>\n    <o/>\n  </n>\n</p>', last, ['<n>', '\t<o/>', '</n>'], 'already-present'],
  ] as const)('%s', (_, text, at, lines, expected) => {
    expect(insert(text, 'p', at, lines)).toBe(expected);
  });

  test('in any document the child is there, all else is as it was, and a second time is refused', () => {
    fc.assert(
      fc.property(xmlText, fc.nat(), (text, pick) => {
        const document = parsed(text);
        const elements = all(document.root);
        const parent = elements[pick % elements.length] ?? document.root;
        const edit = insertChild(document, parent, 'last', ['<new-1 z="1">', '\t<o/>', '</new-1>']);
        if (edit.kind === 'refused') {
          expect(edit.code).toBe('mixed-content');
          return;
        }
        const changed = parsed(applied(text, edit.edits));
        const inserted = named(changed, 'new-1');
        expect(inserted.parent?.children.at(-1)).toBe(inserted);
        expect(inserted.parent?.range.start).toBe(parent.range.start);
        expect(all(changed.root).length).toBe(elements.length + 2);
        expect(changed.comments.length).toBe(document.comments.length);
        const again = insertChild(changed, inserted.parent ?? changed.root, 'last', [
          '<new-1 z="1">',
          '\t<o/>',
          '</new-1>',
        ]);
        expect(again).toEqual({ kind: 'refused', code: 'already-present' });
      }),
      { numRuns: 200 },
    );
  });
});

describe('removeElement', () => {
  const remove = (text: string, options?: RemoveOptions) => {
    const document = parsed(text);
    return outcome(text, removeElement(document, named(document, 'b'), options));
  };

  test.each([
    ['its own line', '<p>\r\n  <a/>\r\n  <b/>\r\n  <c/>\r\n</p>', '<p>\r\n  <a/>\r\n  <c/>\r\n</p>'],
    ['its own lines', '<p>\n  <b>\n    <d/>\n  </b>\n  <c/>\n</p>', '<p>\n  <c/>\n</p>'],
    ['one of two empty lines that would meet', '<p>\n  <a/>\n\n  <b/>\n\n  <c/>\n</p>', '<p>\n  <a/>\n\n  <c/>\n</p>'],
    ['the empty line left at the start', '<p>\n  <b/>\n\n  <c/>\n</p>', '<p>\n  <c/>\n</p>'],
    ['the empty line left at the end', '<p>\n  <a/>\n\n  <b/>\n</p>', '<p>\n  <a/>\n</p>'],
    ['no empty line between others', '<p>\n  <a/>\n  <b/>\n\n  <c/>\n</p>', '<p>\n  <a/>\n\n  <c/>\n</p>'],
    ['a comment on its line', '<p>\n  <b/> <!-- b -->\n  <c/>\n</p>', '<p>\n  <c/>\n</p>'],
    [
      'no comment above or below',
      '<p>\n  <!-- x -->\n  <b/>\n  <!-- y -->\n</p>',
      '<p>\n  <!-- x -->\n  <!-- y -->\n</p>',
    ],
    ['no comment that goes on below', '<p>\n  <b/> <!-- x\n  y -->\n</p>', '<p>\n  <!-- x\n  y -->\n</p>'],
    ['nothing of its neighbours', '<p><a/><b/><c/></p>', '<p><a/><c/></p>'],
    ['the space before it', '<p><a/> <b/> <c/></p>', '<p><a/> <c/></p>'],
    ['the root never', '<b/>', 'root-element'],
  ])('takes %s', (_, text, expected) => {
    expect(remove(text)).toBe(expected);
  });

  test('takes the parent that it leaves empty, when asked', () => {
    const text = '<r>\n  <p>\n    <b/>\n  </p>\n\n  <c/>\n</r>';
    expect(remove(text)).toBe('<r>\n  <p>\n  </p>\n\n  <c/>\n</r>');
    expect(remove(text, { emptiedParent: 'remove' })).toBe('<r>\n  <c/>\n</r>');
    expect(remove('<r>\n  <p>\n    <!-- x -->\n    <b/>\n  </p>\n</r>', { emptiedParent: 'remove' })).toBe(
      '<r>\n  <p>\n    <!-- x -->\n  </p>\n</r>',
    );
  });

  test.each([
    ['<r>\n  <p>\n    <b/> <!-- b -->\n\n    <d/>\n  </p>\n  <c/>\n</r>', '<r>\n  <c/>\n</r>'],
    ['<r>\n  <p>\n    <b/>\n    <!-- x -->\n    <d/>\n  </p>\n</r>', '<r>\n  <p>\n    <!-- x -->\n  </p>\n</r>'],
    ['<r>\n  <p>\n    <b/>\n    <d/>\n    <e/>\n  </p>\n</r>', '<r>\n  <p>\n    <e/>\n  </p>\n</r>'],
    ['<r>\n  <p>\n    <b/>\n  </p>\n  <p>\n    <d/>\n    <e/>\n  </p>\n</r>', '<r>\n  <p>\n    <e/>\n  </p>\n</r>'],
  ])('takes the parent that is left with nothing when others go too: %s', (text, expected) => {
    const document = parsed(text);
    const together = [named(document, 'b'), named(document, 'd')];
    const edits = together.flatMap((element) => {
      const edit = removeElement(document, element, { emptiedParent: 'remove', together });
      return edit.kind === 'edits' ? edit.edits : [];
    });
    expect(applyEdits(text, edits)).toBe(expected);
  });

  test('in any document only that element and white space around it go', () => {
    fc.assert(
      fc.property(xmlText, fc.nat(), (text, pick) => {
        const document = parsed(text);
        const elements = all(document.root).slice(1);
        const element = elements[pick % elements.length];
        if (!element) return;
        const edit = removeElement(document, element);
        if (edit.kind === 'refused') throw new Error(edit.code);
        const changed = applied(text, edit.edits);
        expect(all(parsed(changed).root).length).toBe(all(document.root).length - all(element).length);
        const [only] = edit.edits;
        const around = text.slice(only?.start, element.range.start) + text.slice(element.range.end, only?.end);
        expect(around.replace(/<!--.*?-->/g, '').trim()).toBe('');
      }),
      { numRuns: 200 },
    );
  });
});

describe('setAttribute', () => {
  const set = (text: string, name: string, value: string) => {
    const document = parsed(text);
    return outcome(text, setAttribute(document, document.root, name, value));
  };

  test.each([
    ['replaces a value', '<a b = "1" c="2"/>', 'b', '3', '<a b = "3" c="2"/>'],
    ['escapes for double quotes', '<a b="1"/>', 'b', `"'<&\t`, `<a b="&quot;'&lt;&amp;&#9;"/>`],
    ['escapes for single quotes', "<a b='1'/>", 'b', `"'\r\n`, `<a b='"&apos;&#13;&#10;'/>`],
    ['leaves a value that is right', '<a b="&#65;"/>', 'b', 'A', '<a b="&#65;"/>'],
    ['adds the first', '<a />', 'b', '1', '<a b="1" />'],
    ['adds after the others', "<a b='1'></a>", 'c', '2', "<a b='1' c='2'></a>"],
    [
      'adds on a line of its own, like the others',
      '<a\r\n  b="1">\r\n</a>',
      'c',
      '2',
      '<a\r\n  b="1"\r\n  c="2">\r\n</a>',
    ],
    ['refuses what is no name', '<a/>', 'b c', '2', 'invalid-name'],
    ['refuses what XML cannot hold', '<a/>', 'b', '\0', 'invalid-character'],
  ])('%s', (_, text, name, value, expected) => {
    expect(set(text, name, value)).toBe(expected);
  });

  test('the value reads back in any document, and setting it again changes nothing', () => {
    fc.assert(
      fc.property(
        xmlText,
        fc.nat(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a', 'new'),
        (text, pick, value, name) => {
          const document = parsed(text);
          const elements = all(document.root);
          const index = pick % elements.length;
          const edit = setAttribute(document, elements[index] ?? document.root, name, value);
          if (edit.kind === 'refused') {
            expect(edit.code).toBe('invalid-character');
            return;
          }
          const changed = parsed(applied(text, edit.edits));
          const element = all(changed.root)[index] ?? changed.root;
          expect(element.attributes.find((attribute) => attribute.name === name)?.value).toBe(value);
          expect(setAttribute(changed, element, name, value)).toEqual({ kind: 'edits', edits: [] });
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('replaceText', () => {
  const replace = (text: string, value: string) => {
    const document = parsed(text);
    return outcome(text, replaceText(document, document.root, value));
  };

  test.each([
    ['replaces text', '<a>1.0</a>', '2 < 3 & ]]>', '<a>2 &lt; 3 &amp; ]]&gt;</a>'],
    ['keeps white space around it', '<a>\r\n  1.0\r\n</a>', '2', '<a>\r\n  2\r\n</a>'],
    ['replaces CDATA', '<a><![CDATA[<]]></a>', '2', '<a>2</a>'],
    ['opens a self-closing element', '<a b="1"/>', '2', '<a b="1">2</a>'],
    ['changes nothing that is right', '<a> &#65; </a>', 'A', '<a> &#65; </a>'],
    ['refuses where children would be lost', '<a>1<b/></a>', '2', 'has-children'],
    ['refuses where a comment would be lost', '<a>1<!-- b --></a>', '2', 'has-children'],
  ])('%s', (_, text, value, expected) => {
    expect(replace(text, value)).toBe(expected);
  });
});
