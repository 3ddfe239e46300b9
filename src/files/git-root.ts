import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

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
  if (!isFile(dotGit)) return dotGit;
  const target = /^gitdir: ([^\0]+?)\r?\n?$/.exec(readFileSync(dotGit, 'utf8'))?.[1];
  if (target === undefined) return dotGit;
  const gitFolder = resolve(dirname(dotGit), target);
  const pointer = join(gitFolder, 'commondir');
  return isFile(pointer) ? resolve(gitFolder, readFileSync(pointer, 'utf8').replace(/\0/g, '').trim()) : gitFolder;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
