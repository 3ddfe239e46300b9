import type { FileRange } from '../../location.ts';

/** Project files are read once for each project, so elements are told by where they stand. */
export function isSameElement(a: FileRange, b: FileRange): boolean {
  return a.file === b.file && a.start === b.start;
}

export function eachOnce(elements: readonly FileRange[]): readonly FileRange[] {
  return elements.filter((one, index) => elements.findIndex((other) => isSameElement(one, other)) === index);
}
