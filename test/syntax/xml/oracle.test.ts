import {
  type XmlElement as OracleElement,
  XmlElement as OracleXmlElement,
  parseXml as parseByOracle,
  XmlText,
} from '@rgrove/parse-xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { XmlElement } from '../../../src/syntax/xml/document.ts';
import { parseXml } from '../../../src/syntax/xml/parse.ts';
import { mutatedXml, xmlText } from './documents.ts';

interface Plain {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string;
  readonly children: readonly Plain[];
}

const ours = (element: XmlElement): Plain => ({
  name: element.name,
  start: element.range.start,
  end: element.range.end,
  attributes: element.attributes.map(({ name, value }) => [name, value] as const),
  text: element.text,
  children: element.children.map(ours),
});

/** The oracle gives Infinity for an end at the very end of a text with astral characters. */
const theirs = (element: OracleElement, length: number): Plain => ({
  name: element.name,
  start: element.start,
  end: Math.min(element.end, length),
  attributes: Object.entries(element.attributes),
  text: element.children.map((child) => (child instanceof XmlText ? child.text : '')).join(''),
  children: element.children.flatMap((child) => (child instanceof OracleXmlElement ? [theirs(child, length)] : [])),
});

function byOracle(text: string): Plain | null {
  try {
    const { root } = parseByOracle(text, { includeOffsets: true });
    return root && theirs(root, text.length);
  } catch {
    return null;
  }
}

function byUs(text: string): Plain | string {
  const result = parseXml(text);
  return result.kind === 'document' ? ours(result.document.root) : result.error.code;
}

test('elements, attributes, text and offsets are those of a conforming parser', () => {
  fc.assert(
    fc.property(xmlText, (text) => {
      expect(byUs(text)).toEqual(byOracle(text));
    }),
    { numRuns: 400 },
  );
});

const stricter = ['undeclared-prefix', 'invalid-name', 'doctype', 'duplicate-attribute', 'encoding-mismatch'];

test('what a conforming parser rejects is rejected, and little else', () => {
  fc.assert(
    fc.property(mutatedXml, (text) => {
      const expected = byOracle(text);
      const found = byUs(text);
      if (expected === null) expect(found).toBeTypeOf('string');
      else if (typeof found === 'string') expect(stricter).toContain(found);
      else expect(found).toEqual(expected);
    }),
    { numRuns: 1500 },
  );
});

test('ranges of names and values point at what they name', () => {
  const check = (element: XmlElement, text: string): void => {
    expect(text.slice(element.nameRange.start, element.nameRange.end)).toBe(element.name);
    for (const { name, nameRange, valueRange, quote, range } of element.attributes) {
      expect(text.slice(nameRange.start, nameRange.end)).toBe(name);
      expect(text.slice(valueRange.start - 1, valueRange.end + 1)).toMatch(/^(?:"[^"]*"|'[^']*')$/);
      expect(text[valueRange.end]).toBe(quote);
      expect([range.start, range.end]).toEqual([nameRange.start, valueRange.end + 1]);
    }
    for (const child of element.children) {
      expect(child.parent).toBe(element);
      check(child, text);
    }
  };
  fc.assert(
    fc.property(xmlText, (text) => {
      const result = parseXml(text);
      if (result.kind === 'error') throw new Error(result.error.code);
      check(result.document.root, text);
    }),
    { numRuns: 100 },
  );
});
