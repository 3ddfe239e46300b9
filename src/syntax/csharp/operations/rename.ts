import type { Range } from '../../../location.ts';
import { type CSharpFile, isBrokenAround } from '../file.ts';
import { nodeAt, textOf } from '../node.ts';
import { edits, type Operation, refused } from './operation.ts';

/** Puts another name where one stands, with or without an `@`; what it means is for the caller to know. */
export function renameAt(file: CSharpFile, range: Range, from: string, to: string): Operation {
  const node = file.views.map(({ root }) => nodeAt(root, range)).find((candidate) => candidate.kind === 'identifier');
  const isWhole = node?.start === range.start && node.end === range.end;
  if (node === undefined || !isWhole || textOf(range, file.text).replace(/^@/, '') !== from)
    return refused('not-found');
  if (isBrokenAround(node)) return refused('syntax-error');
  return edits({ start: range.start, end: range.end, replacement: to });
}
