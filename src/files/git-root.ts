import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const longestPointer = 64 * 1024;

/** The nearest folder at or above `path` that is a git root. */
export function findGitRoot(path: string): string | null {
  if (!existsSync(path)) return null;
  const start = realpathSync(path);
  let folder = statSync(start).isDirectory() ? start : dirname(start);
  for (;;) {
    if (isGitRoot(folder)) return folder;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/** Whether a folder holds `.git`: a folder, or the file of a worktree or submodule that leads to one. */
export function isGitRoot(folder: string): boolean {
  return commonFolder(folder) !== null;
}

/** Where a git root keeps the ignore rules that are nobody else's: `info/exclude` of the repo it belongs to. */
export function excludeFileOf(gitRoot: string): string | null {
  const folder = commonFolder(gitRoot);
  return folder === null ? null : join(folder, 'info', 'exclude');
}

/** What all worktrees of a repo share. Whoever sent the files may have written where it is, so that has to be one. */
function commonFolder(root: string): string | null {
  const dotGit = join(root, '.git');
  if (isFolder(dotGit)) return dotGit;
  const gitFolder = leadsTo(dotGit);
  if (gitFolder === null) return null;
  const shared = textOfPointer(join(gitFolder, 'commondir'));
  const common = shared === null ? gitFolder : resolve(gitFolder, shared.replace(/\0/g, '').trim());
  return [gitFolder, common].every((folder) => existsSync(join(folder, 'HEAD'))) ? common : null;
}

/** A file says which folder it stands for; a link leads there itself. */
function leadsTo(dotGit: string): string | null {
  const pointer = textOfPointer(dotGit);
  if (pointer === null) return dotGit;
  const target = /^gitdir: ([^\0]+?)\r?\n?$/.exec(pointer)?.[1];
  return target === undefined ? null : resolve(dirname(dotGit), target);
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Of a file that holds one path. */
function textOfPointer(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= longestPointer ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}
