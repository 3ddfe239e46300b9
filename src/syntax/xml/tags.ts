import type { Range } from '../../location.ts';
import { namePattern, whiteSpace } from './names.ts';
import { decodeAttribute } from './references.ts';
import { Refusal } from './refusal.ts';

export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
  readonly nameRange: Range;
  readonly valueRange: Range;
  readonly quote: '"' | "'";
}

export interface StartTag {
  readonly name: string;
  readonly nameRange: Range;
  readonly attributes: readonly WrittenAttribute[];
  readonly range: Range;
  readonly selfClosing: boolean;
}

export interface TagReader {
  startTag(start: number): StartTag;
  endTag(start: number): { readonly name: string; readonly range: Range };
}

/** Reads tags of one text by sticky expressions, which are made once a text. */
export function tagReader(text: string): TagReader {
  const opening = new RegExp(`<(${namePattern})`, 'uy');
  const attribute = new RegExp(
    `(${whiteSpace}+)(${namePattern})(${whiteSpace}*=${whiteSpace}*)("[^"]*"|'[^']*')`,
    'uy',
  );
  const closing = new RegExp(`${whiteSpace}*(/?)>`, 'uy');
  const ending = new RegExp(`</(${namePattern})${whiteSpace}*>`, 'uy');

  const match = (expression: RegExp, at: number): RegExpExecArray | null => {
    expression.lastIndex = at;
    return expression.exec(text);
  };

  function attributesFrom(start: number): WrittenAttribute[] {
    const attributes: WrittenAttribute[] = [];
    for (let at = start, found = match(attribute, at); found; found = match(attribute, at)) {
      const [whole, gap = '', name = '', equals = '', quoted = ''] = found;
      const nameStart = at + gap.length;
      const valueStart = nameStart + name.length + equals.length + 1;
      const written = quoted.slice(1, -1);
      const lessThan = written.indexOf('<');
      if (lessThan !== -1) throw new Refusal('less-than-in-attribute', valueStart + lessThan, name);
      if (name === 'xml:space' && !/^(?:default|preserve)$/.test(written)) {
        throw new Refusal('invalid-attribute-value', valueStart, name);
      }
      at += whole.length;
      attributes.push({
        name,
        value: decodeAttribute(written, valueStart),
        range: { start: nameStart, end: at },
        nameRange: { start: nameStart, end: nameStart + name.length },
        valueRange: { start: valueStart, end: valueStart + written.length },
        quote: quoted.startsWith('"') ? '"' : "'",
      });
    }
    return attributes;
  }

  return {
    startTag(start) {
      const found = match(opening, start);
      if (!found) throw new Refusal('malformed-tag', start);
      const name = found[1] ?? '';
      const nameEnd = start + found[0].length;
      const attributes = attributesFrom(nameEnd);
      const close = match(closing, attributes.at(-1)?.range.end ?? nameEnd);
      if (!close) throw new Refusal('malformed-tag', start, name);
      const range = { start, end: close.index + close[0].length };
      return { name, nameRange: { start: start + 1, end: nameEnd }, attributes, range, selfClosing: close[1] === '/' };
    },
    endTag(start) {
      const found = match(ending, start);
      if (!found) throw new Refusal('malformed-tag', start);
      return { name: found[1] ?? '', range: { start, end: start + found[0].length } };
    },
  };
}
