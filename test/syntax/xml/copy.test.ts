import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/files/edits.ts';
import type { Copy } from '../../../src/syntax/xml/copy.ts';
import type { XmlDocument, XmlElement } from '../../../src/syntax/xml/document.ts';
import type { XmlEdit } from '../../../src/syntax/xml/edit.ts';
import { insertCopies } from '../../../src/syntax/xml/insert-copies.ts';
import { insertNew, type NewElement } from '../../../src/syntax/xml/new-element.ts';
import { parseXml } from '../../../src/syntax/xml/parse.ts';
import { xmlText } from './documents.ts';

function parsed(text: string): XmlDocument {
  const result = parseXml(text);
  if (result.kind === 'error') throw new Error(`${result.error.code} in ${text}`);
  return result.document;
}

const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];

function named(document: XmlDocument, name: string): XmlElement {
  const found = all(document.root).findLast((element) => element.localName === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

const outcome = (text: string, edit: XmlEdit): string =>
  edit.kind === 'edits' ? applyEdits(text, edit.edits) : edit.code;

const like = (
  model: XmlElement,
  content: Copy['content'],
  attributes: Readonly<Record<string, string>> = {},
  localName = model.localName,
): Copy => ({ model, localName, attributes: new Map(Object.entries(attributes)), content });
const holding = (...elements: readonly Copy[]): Copy['content'] => ({ kind: 'elements', elements });
const value = (text: string): Copy['content'] => ({ kind: 'value', text });
const prose = (text: string): Copy['content'] => ({ kind: 'prose', text });

describe('a copy', () => {
  /** A copy of the last `a`, with these attributes and this text. */
  const copied = (text: string, attributes: Readonly<Record<string, string>>, content: Copy['content'] = holding()) => {
    const document = parsed(text);
    const model = named(document, 'a');
    return outcome(text, insertCopies(document, model, [like(model, content, attributes)]));
  };

  test.each<[string, string, Readonly<Record<string, string>>, Copy['content'], string]>([
    ['has its own values', '<r><a b="1"/></r>', { b: '2' }, holding(), '<r><a b="1"/><a b="2"/></r>'],
    ['is closed as its model is', '<r><a b="1" /></r>', { b: '2' }, holding(), '<r><a b="1" /><a b="2" /></r>'],
    ['has the end tag of its model', '<r><a\n></a\n></r>', {}, holding(), '<r><a\n></a\n><a\n></a\n></r>'],
    [
      'keeps the order, quotes and layout of attributes',
      `<r>\n  <a c = '1'\n     b="1"/>\n</r>`,
      { b: '2', c: '3' },
      holding(),
      `<r>\n  <a c = '1'\n     b="1"/>\n  <a c = '3'\n     b="2"/>\n</r>`,
    ],
    [
      'leaves out attributes that are not wanted',
      '<r><a z="1"\n b="1" y="1" xml:lang="nb"/></r>',
      { b: '2' },
      holding(),
      '<r><a z="1"\n b="1" y="1" xml:lang="nb"/><a b="2"/></r>',
    ],
    ['leaves out all attributes', '<r><a b="1" >x</a></r>', {}, value('y'), '<r><a b="1" >x</a><a>y</a></r>'],
    [
      'adds attributes in the layout of the last',
      "<r>\n\t<a\n\t\tb='1'\n\t/>\n</r>",
      { b: '1', c: '"\'' },
      holding(),
      "<r>\n\t<a\n\t\tb='1'\n\t/>\n\t<a\n\t\tb='1'\n\t\tc='\"&apos;'\n\t/>\n</r>",
    ],
    [
      'keeps a value as it is written',
      '<r><a b="&#65;"/></r>',
      { b: 'A' },
      holding(),
      '<r><a b="&#65;"/><a b="&#65;"/></r>',
    ],
    [
      'escapes its values',
      '<r><a b="">x</a></r>',
      { b: '"<&>\n' },
      value('<&]]>'),
      '<r><a b="">x</a><a b="&quot;&lt;&amp;>&#10;">&lt;&amp;]]&gt;</a></r>',
    ],
    ['opens an element', '<r><a b="1" /></r>', { b: '1' }, value('x'), '<r><a b="1" /><a b="1">x</a></r>'],
    [
      'has its text in place of CDATA',
      '<r><a><![CDATA[<]]></a></r>',
      {},
      value('x'),
      '<r><a><![CDATA[<]]></a><a>x</a></r>',
    ],
    [
      'has its text in place of comments and instructions',
      '<r><a><!-- c -->1<?pi?></a></r>',
      {},
      value('x'),
      '<r><a><!-- c -->1<?pi?></a><a>x</a></r>',
    ],
    ['has nothing around a value', '<r><a>\n  1\n</a></r>', {}, value('x'), '<r><a>\n  1\n</a><a>x</a></r>'],
    ['has lines around prose', '<r><a>\n  1 2\n</a></r>', {}, prose('x y'), '<r><a>\n  1 2\n</a><a>\n  x y\n</a></r>'],
    ['has no spaces around prose', '<r><a> 1 </a></r>', {}, prose('x'), '<r><a> 1 </a><a>x</a></r>'],
    [
      'stands as far away as its model',
      '<r>\r\n  <b/>\r\n\r\n  <a/>\r\n</r>',
      {},
      holding(),
      '<r>\r\n  <b/>\r\n\r\n  <a/>\r\n\r\n  <a/>\r\n</r>',
    ],
    ['keeps to the line', '<r> <a/></r>', {}, holding(), '<r> <a/> <a/></r>'],
    [
      'comes after the comments on the line of its model',
      '<r>\n  <a/> <!-- a --><!-- a -->\n  <!-- end -->\n</r>',
      {},
      holding(),
      '<r>\n  <a/> <!-- a --><!-- a -->\n  <a/>\n  <!-- end -->\n</r>',
    ],
    [
      'keeps the empty line above a comment',
      '<r>\n\t<b/> <!-- b -->\n\n\t<!-- a -->\n\t<a/>\n</r>',
      {},
      holding(),
      '<r>\n\t<b/> <!-- b -->\n\n\t<!-- a -->\n\t<a/>\n\n\t<a/>\n</r>',
    ],
    [
      'keeps the empty line below a comment',
      '<r>\n <b/>\n <!-- b -->\n\n <a/>\n</r>',
      {},
      holding(),
      '<r>\n <b/>\n <!-- b -->\n\n <a/>\n\n <a/>\n</r>',
    ],
    [
      'does not take what stands in an instruction for space',
      '<r>\n <b/>\n <?b\n\n\n?>\n <a/>\n</r>',
      {},
      holding(),
      '<r>\n <b/>\n <?b\n\n\n?>\n <a/>\n <a/>\n</r>',
    ],
    ['has the quotes of the file', "<r x=''><a/></r>", { b: '1' }, holding(), "<r x=''><a/><a b='1'/></r>"],
    ['cannot stand beside the root', '<a/>', {}, holding(), 'root-element'],
    ['refuses values that XML cannot hold', '<r><a/></r>', { b: '\0' }, holding(), 'invalid-character'],
    ['refuses text that XML cannot hold', '<r><a/></r>', {}, value('\uFFFE'), 'invalid-character'],
  ])('%s', (_, text, attributes, content, expected) => {
    expect(copied(text, attributes, content)).toBe(expected);
  });
});

describe('what stands in a copy', () => {
  const inside = (text: string, copies: (document: XmlDocument) => readonly Copy[], after = 'a') => {
    const document = parsed(text);
    return outcome(text, insertCopies(document, named(document, after), copies(document)));
  };

  test('is kept apart as in the model, without what else stands there', () => {
    const text = '<r>\n <a> <!-- b? -->\n\n  <b/> <?x?><!-- c\n  c --> <c/>\n  <!-- end -->\n </a>\n</r>';
    const made = inside(text, (document) => [
      like(
        named(document, 'a'),
        holding(
          like(named(document, 'b'), holding()),
          like(named(document, 'c'), holding()),
          like(named(document, 'c'), holding()),
        ),
      ),
    ]);
    expect(made).toBe(text.replace('\n</r>', '\n <a>\n\n  <b/> <c/> <c/>\n </a>\n</r>'));
  });

  test('is indented as deep as it stands', () => {
    const text =
      '<r>\n    <x>\n      <c\n        d="1">\n\n        <e/>\n      </c>\n    </x>\n  <a>\n    <b/>\n  </a>\n</r>';
    const made = inside(text, (document) => [
      like(
        named(document, 'a'),
        holding(like(named(document, 'c'), holding(like(named(document, 'e'), holding())), { d: '2' })),
      ),
    ]);
    expect(made).toBe(text.replace('\n</r>', '\n  <a>\n    <c\n      d="2">\n\n      <e/>\n    </c>\n  </a>\n</r>'));
  });

  test('is kept apart as its own model is', () => {
    const text = '<r><a>\n <b/>\n\n <c/> <d/>\n</a></r>';
    const made = inside(text, (document) => [
      like(named(document, 'a'), holding(like(named(document, 'b'), holding()), like(named(document, 'd'), holding()))),
    ]);
    expect(made).toBe(text.replace('</r>', '<a>\n <b/> <d/>\n</a></r>'));
  });

  test('is indented as in the model, where that is less deep than its line', () => {
    const text = '<r>\n    <x/><a>\n  <b/>\n    </a>\n</r>';
    const made = inside(text, (document) => [
      like(named(document, 'a'), holding(like(named(document, 'b'), holding()))),
    ]);
    expect(made).toBe(text.replace('</a>', '</a><a>\n  <b/>\n    </a>'));
  });

  test('leaves empty lines empty where it stands deeper', () => {
    const text = '<r>\n<c>\n\n\n <b/>\n</c>\n\t<a/>\n</r>';
    const made = inside(text, (document) => [
      like(named(document, 'c'), holding(like(named(document, 'b'), holding()))),
    ]);
    expect(made).toBe(text.replace('\t<a/>', '\t<a/>\n\t<c>\n\n\n\t <b/>\n\t</c>'));
  });

  test('of another name is written like its model', () => {
    const text = '<r>\n  <a>\n    <b>\n    </b>\n  </a>\n</r>';
    const made = inside(text, (document) => [
      like(named(document, 'a'), holding(like(named(document, 'b'), value('x'), {}, 'c'))),
    ]);
    expect(made).toBe('<r>\n  <a>\n    <b>\n    </b>\n  </a>\n  <a>\n    <c>x</c>\n  </a>\n</r>');
  });
});

describe('the prefix of a copy', () => {
  const copied = (text: string) => {
    const document = parsed(text);
    const [a, b] = [named(document, 'a'), named(document, 'b')];
    return outcome(text, insertCopies(document, named(document, 'last'), [like(a, holding(like(b, holding())))]));
  };

  test.each([
    ['is that of its model', '<p:r xmlns:p="u"><p:a><p:b/></p:a><p:last/></p:r>', '<p:a><p:b/></p:a>'],
    ['is none where there is a default', '<r xmlns="u"><a><b/></a><last/></r>', '<a><b/></a>'],
    [
      'is declared where the model declares it',
      '<r xmlns="u"><p:a xmlns:p="u" xmlns:q="q"><p:b/></p:a><last/></r>',
      '<p:a xmlns:p="u"><p:b/></p:a>',
    ],
    [
      'is declared where only what is inside uses it',
      '<r xmlns="u"><a xmlns:p="u"><p:b/></a><last/></r>',
      '<a xmlns:p="u"><p:b/></a>',
    ],
    ['is not declared twice', '<p:r xmlns:p="u"><p:a xmlns:p="u"><p:b/></p:a><p:last/></p:r>', '<p:a><p:b/></p:a>'],
    [
      'is that of the parent where the one of the model is not declared',
      '<r xmlns="u"><x xmlns:p="u"><p:a><p:b/></p:a></x><last/></r>',
      '<a><b/></a>',
    ],
    [
      'is that of the parent where the one of the model means another namespace',
      '<p:r xmlns:p="u" xmlns="v"><x><a xmlns="u"><b/></a></x><p:last/></p:r>'
        .replace('<a xmlns="u">', '<w xmlns="u"><a>')
        .replace('</a>', '</a></w>'),
      '<p:a><p:b/></p:a>',
    ],
    [
      'is not declared for another namespace',
      '<p:r xmlns:p="u"><p:a xmlns="v"/><b xmlns="u"/><p:last/></p:r>',
      '<p:a><b xmlns="u"/></p:a>',
    ],
  ])('%s', (_, text, added) => {
    expect(copied(text)).toBe(text.replace(/(<(?:p:)?last\/>)/, `$1${added}`));
  });
});

describe('a new element without a model', () => {
  const element: NewElement = {
    localName: 'n',
    attributes: new Map([['b', '"']]),
    content: {
      kind: 'elements',
      elements: [
        { localName: 'o', attributes: new Map(), content: { kind: 'value', text: '<' } },
        { localName: 'p', attributes: new Map([['c', '1']]), content: { kind: 'elements', elements: [] } },
      ],
    },
  };

  test.each([
    [
      'is written in the unit of the document',
      '<r>\r\n\t<a/>\r\n</r>',
      '<r>\r\n\t<a/>\r\n\t<n b="&quot;">\r\n\t\t<o>&lt;</o>\r\n\t\t<p c="1"/>\r\n\t</n>\r\n</r>',
    ],
    [
      'has the prefix, quotes and closing of its surroundings',
      "<x:r xmlns:x='u'><x:a /></x:r>",
      "<x:r xmlns:x='u'><x:a /><x:n b='\"'><x:o>&lt;</x:o><x:p c='1' /></x:n></x:r>",
    ],
  ])('%s', (_, text, expected) => {
    const document = parsed(text);
    expect(outcome(text, insertNew(document, document.root, 'last', element))).toBe(expected);
  });

  test('is refused when XML cannot hold its text', () => {
    const document = parsed('<r/>');
    const wrong: NewElement = { ...element, content: { kind: 'prose', text: '\u0001' } };
    expect(insertNew(document, document.root, 'last', wrong)).toEqual({ kind: 'refused', code: 'invalid-character' });
  });
});

test('the copy of any element of any document reads as it, and all else is as it was', () => {
  const sameAs = (model: XmlElement): Copy =>
    like(
      model,
      model.children.length > 0 ? holding(...model.children.map(sameAs)) : value(model.text),
      Object.fromEntries(
        model.attributes
          .filter(({ prefix, name }) => prefix === null && name !== 'xmlns')
          .map(({ name, value }) => [name, value]),
      ),
    );
  const ofOneNamespace = (element: XmlElement) =>
    all(element).every(({ namespace }) => namespace === element.parent?.namespace);
  const told = (element: XmlElement): unknown => ({
    name: `${element.namespace} ${element.localName}`,
    attributes: element.attributes
      .filter(({ prefix, name }) => prefix === null && name !== 'xmlns')
      .map(({ name, value }) => [name, value])
      .sort(),
    text: element.children.length > 0 ? '' : element.text,
    children: element.children.map(told),
  });

  fc.assert(
    fc.property(xmlText, fc.nat(), (text, pick) => {
      const document = parsed(text);
      const models = all(document.root).filter((element) => element.parent && ofOneNamespace(element));
      fc.pre(models.length > 0);
      const model = models[pick % models.length] ?? document.root;
      const edit = insertCopies(document, model, [sameAs(model)]);
      if (edit.kind === 'refused') throw new Error(edit.code);
      expect(edit.edits.every(({ start, end }) => start === end)).toBe(true);
      const before = all(document.root);
      const after = all(parsed(applyEdits(text, edit.edits)).root);
      const at = before.indexOf(model) + all(model).length;
      const copy = after[at] ?? document.root;
      expect(told(copy)).toEqual(told(model));
      const others = [...after.slice(0, at), ...after.slice(at + all(model).length)];
      expect(others.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    }),
    { numRuns: 300 },
  );
});
