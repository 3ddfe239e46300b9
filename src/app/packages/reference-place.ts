import type { FileRange } from '../../location.ts';
import { externalPackage } from '../clients/package-surface.ts';
import type { Project } from '../project/project.ts';

export interface CentralPlace {
  readonly at: FileRange;
  readonly side: 'before' | 'after';
}

/** Of the project file itself; one under a condition is no neighbour. */
export function lastReferenceOf({ file, packages }: Project): FileRange | null {
  const own = packages.filter(({ element, conditional }) => element.file === file && !conditional);
  return own.map(({ element }) => element).sort((a, b) => b.start - a.start)[0] ?? null;
}

/** In order where the versions stand in order, else behind the last. */
export function centralPlaceIn({ centralVersions }: Project): CentralPlace | null {
  const stated = (centralVersions ?? []).filter(({ conditional }) => !conditional);
  const file = stated.at(-1)?.element.file;
  const here = stated.filter(({ element }) => element.file === file).sort((a, b) => a.element.start - b.element.start);
  const last = here.at(-1);
  const isSorted = here.every(({ id }, index) => index === 0 || !comesBefore(id, here[index - 1]?.id ?? ''));
  const next = isSorted ? here.find(({ id }) => comesBefore(externalPackage, id)) : undefined;
  if (next) return { at: next.element, side: 'before' };
  return last ? { at: last.element, side: 'after' } : null;
}

function comesBefore(a: string, b: string): boolean {
  return a.toLowerCase() < b.toLowerCase();
}
