import { styleText } from 'node:util';
import { displayWidth } from './display-width.ts';

type Look = Parameters<typeof styleText>[0];

export type Paint = (look: Look, text: string) => string;

export function painter(color: boolean): Paint {
  // Whether to colour has been decided; `styleText` would decide again, by the stream.
  return (look, text) => (color ? styleText(look, text, { validateStream: false }) : text);
}

/** Breaks at spaces so that lines, indented, fit the width; longer words stay whole. */
export function wrap(text: string, width: number, indent: string, firstIndent = indent): string {
  const lines: string[] = [];
  let line = firstIndent;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
