import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const longestPointer = 64 * 1024;

/** The nearest folder at or above `path` that holds `.git`: a folder, or the file of a worktree or submodule. */
export function findGitRoot(path: string): string | null {
  if (!existsSync(path)) return null;
  const start = realpathSync(path);
  let folder = statSync(start).isDirectory() ? start : dirname(start);
  for (;;) {
    if (existsSync(join(folder, '.git'))) return folder;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/** Where a git root keeps the ignore rules that are nobody else's: `info/exclude` of the repo it belongs to. */
export function excludeFileOf(gitRoot: string): string {
  return join(commonFolder(join(gitRoot, '.git')), 'info', 'exclude');
}

function commonFolder(dotGit: string): string {
  if (!isPointer(dotGit)) return dotGit;
  const target = /^gitdir: ([^\0]+?)\r?\n?$/.exec(readFileSync(dotGit, 'utf8'))?.[1];
  if (target === undefined) return dotGit;
  const gitFolder = resolve(dirname(dotGit), target);
  const pointer = join(gitFolder, 'commondir');
  return isPointer(pointer) ? resolve(gitFolder, readFileSync(pointer, 'utf8').replace(/\0/g, '').trim()) : gitFolder;
}

/** Files that hold one path. */
function isPointer(path: string): boolean {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= longestPointer;
  } catch {
    return false;
  }
}
