import { posix } from 'node:path';

/** The folder of a path, `.` for the root. */
export function folderOf(path: string): string {
  return posix.dirname(path);
}

/**
 * A path as a project file writes it, from a folder; null when it leaves the root. What MSBuild's own variables lead to
 * begins with `/`, which here is the root.
 */
export function pathFrom(folder: string, written: string): string | null {
  const path = written.trim().replaceAll('\\', '/');
  if (path === '' || /^[a-z]:/i.test(path)) return null;
  const joined = posix.join(path.startsWith('/') ? '.' : folder, path.replace(/^\/+/, './')).replace(/(?<=.)\/$/, '');
  return joined === '..' || joined.startsWith('../') ? null : joined;
}

/** From a folder up to the root, both included. */
export function upwardsFrom(folder: string): readonly string[] {
  const normal = posix.normalize(folder).replace(/\/$/, '');
  if (normal === '..' || normal.startsWith('../')) return [];
  return normal === '.' ? ['.'] : [normal, ...upwardsFrom(posix.dirname(normal))];
}

export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
