import { dirname, relative, sep } from 'node:path';

/** The path by which a list calls a file of a repo. */
export type NameFile = (root: string, file: string) => string;

/**
 * From the repo's own root, as the service that shows the repo does. In a run over several repos there is no such root:
 * then from where the run started, or the nearest folder above that holds them all.
 */
export function fileNames(roots: readonly string[], start: string): NameFile {
  const distinct = [...new Set(roots)];
  const [only = start, ...others] = distinct;
  const base = others.length === 0 ? only : distinct.reduce(folderOfBoth, start);
  return (root, file) =>
    [...relative(base, root).split(sep), ...file.split('/')].filter((part) => part !== '').join('/');
}

function folderOfBoth(one: string, other: string): string {
  let folder = one;
  while (!isIn(other, folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
