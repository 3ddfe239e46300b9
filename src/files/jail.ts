import { posix, sep } from 'node:path';

/** The one spelling of a path below the root, with `/`; null when it leads outside. */
export function insideRoot(path: string): string | null {
  const name = posix.normalize(path);
  const leavesRoot = name === '..' || name.startsWith('../') || posix.isAbsolute(name);
  // On Windows `C:` and `\` would lead out of the root too; elsewhere they are letters like any other.
  return leavesRoot || name.includes('\0') || (sep === '\\' && /[\\:]/.test(name)) ? null : name;
}
