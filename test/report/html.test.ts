import { createHash } from 'node:crypto';
import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../src/report/html.ts';
import { type Block, code, heading, link, list, paragraph, plain, strong } from '../../src/report/page/page.ts';

const table: Block = {
  kind: 'table',
  caption: 'Who "may" <what>',
  columns: ['State', 'read'],
  rows: [[[plain('not started')], [{ look: 'bad', text: 'missing' }]]],
};
const html = toHtml({ title: 'A & B', skip: 'D', blocks: [heading(1, 'A & B'), heading(2, 'C'), table] }, 'nb');

/** It is written so that a strict reader takes it too. */
function read(text: string): XmlElement {
  const { root } = parseXml(text.replace('<!doctype html>', ''));
  if (root === null) throw new Error('no root');
  return root;
}

function all(node: XmlElement, name: string): readonly XmlElement[] {
  const inner = node.children.flatMap((child) => (child instanceof XmlElement ? all(child, name) : []));
  return node.name === name ? [node, ...inner] : inner;
}

function textOf(node: XmlNode): string {
  if (node instanceof XmlText) return node.text;
  return node instanceof XmlElement ? node.children.map(textOf).join('') : '';
}

describe('the page', () => {
  const root = read(html);
  const [policy = ''] = all(root, 'meta').flatMap(({ attributes }) =>
    attributes['http-equiv'] === 'Content-Security-Policy' ? [attributes.content ?? ''] : [],
  );

  test('lets in nothing but its own style, by its hash', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  });

  test('asks nobody for anything, and runs nothing', () => {
    expect(html).not.toMatch(
      /\b(src|srcset|action|style|on\w+)=|\bhref="(?!#)|url\(|@import|<(script|link|img|iframe|object|form)\b/,
    );
  });

  test('says its language, its title and how wide it is', () => {
    expect(root.attributes.lang).toBe('nb');
    expect(all(root, 'title').map(textOf)).toEqual(['A & B']);
    expect(html.startsWith('<!doctype html>\n<html lang="nb">\n<head>\n<meta charset="utf-8" />\n')).toBe(true);
    expect(html).toContain('name="viewport"');
  });

  test('has tables that are told by their caption and heads', () => {
    expect(all(root, 'caption').map(textOf)).toEqual(['Who "may" <what>']);
    expect(all(root, 'th').map((one) => `${one.attributes.scope} ${textOf(one)}`)).toEqual([
      'col State',
      'col read',
      'row not started',
    ]);
    const scrolled = all(root, 'div').map(({ attributes }) => attributes);
    // A region would want a name that no other app of the page has.
    expect(scrolled).toEqual([{ class: 'wide', role: 'group', 'aria-label': 'Who "may" <what>', tabindex: '0' }]);
  });
});

test('whatever is in it, it stays text', () => {
  const unit = fc.constantFrom('<', '>', '&', '"', "'", '/', '!', '-', 'script', ']', ' ', 'a', '\u202e', '\u0000');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const blocks = [
        heading(2, text),
        paragraph(plain(text), strong(text), code(text)),
        ...list([[plain(text)]]),
        { kind: 'facts', facts: [{ term: text, line: [link(text, text)] }] } as const,
        { kind: 'chain', links: [{ line: [], wins: [plain(text)], mayWin: null }] } as const,
        { kind: 'excerpt', lines: [{ number: 1, before: text, marked: text, after: text }] } as const,
        { kind: 'diff', line: [], lines: [{ sign: '+', text }], cut: null } as const,
        { kind: 'contents', title: text, entries: [] } as const,
        { kind: 'table', caption: text, columns: [text], rows: [[[plain(text)]]] } as const,
      ];
      const root = read(toHtml({ title: text, skip: text, blocks }, 'en'));
      const shown = text.replace(/[\u202e\u0000]/g, '\uFFFD');
      for (const name of ['title', 'h2', 'caption', 'dt', 'dd', 'ins']) {
        expect(all(root, name).map(textOf)).toEqual([name === 'ins' ? `+${shown}` : shown]);
      }
      const marks = text === '' ? [] : [shown];
      expect(all(root, 'mark').map(textOf)).toEqual(marks);
      expect(all(root, 'script')).toEqual([]);
    }),
  );
});

describe('every colour of a text stands out from what is behind it', () => {
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  const themes = [...style.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries([...body.matchAll(/--(\w+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value ?? ''])),
  );

  test('in light, in dark and on paper', () => {
    expect(themes).toHaveLength(3);
    for (const theme of themes) {
      for (const ink of ['ink', 'faint', 'good', 'bad', 'unsure', 'link']) {
        expect(contrast(theme[ink] ?? '', theme.paper ?? ''), ink).toBeGreaterThanOrEqual(7);
        expect(contrast(theme[ink] ?? '', theme.shade ?? ''), ink).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

/** As WCAG 2 computes it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
