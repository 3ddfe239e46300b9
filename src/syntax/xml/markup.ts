import type { Range } from '../../location.ts';
import type { XmlErrorCode } from './document.ts';
import { namePattern } from './names.ts';
import { Refusal } from './refusal.ts';

export function endOf(text: string, closer: string, from: number, code: XmlErrorCode, start: number): number {
  const at = text.indexOf(closer, from);
  if (at === -1) throw new Refusal(code, start);
  return at + closer.length;
}

export function commentAt(text: string, start: number): Range {
  const end = endOf(text, '-->', start + 4, 'unclosed-comment', start);
  const hyphens = text.indexOf('--', start + 4);
  if (hyphens !== end - 3) throw new Refusal('double-hyphen-in-comment', hyphens);
  return { start, end };
}

export function instructionAt(text: string, start: number): Range {
  const opening = new RegExp(`<\\?(${namePattern})(?=[ \\t\\r\\n]|\\?>)`, 'uy');
  opening.lastIndex = start;
  const target = opening.exec(text)?.[1];
  if (target === undefined || target.toLowerCase() === 'xml') throw new Refusal('invalid-instruction', start);
  return { start, end: endOf(text, '?>', start + 2 + target.length, 'invalid-instruction', start) };
}
