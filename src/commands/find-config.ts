import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { findGitRoot } from '../files/git-root.ts';

const fileName = 'maskinflytt.config.json';

/**
 * The file that governs a run: the nearest at or above the only path given, within its git repo; else the nearest to
 * the current folder.
 */
export function findConfig(paths: readonly string[]): string | null {
  const [only = '.', ...others] = paths;
  return (others.length === 0 ? nearestConfig(only) : null) ?? nearestConfig('.');
}

/** What one repo among many says about itself. */
export function configOfRepo(root: string): string | null {
  const file = join(root, fileName);
  return existsSync(file) ? shown(file) : null;
}

function nearestConfig(path: string): string | null {
  const start = resolve(path);
  if (!existsSync(start) || !statSync(start).isDirectory()) return null;
  const top = findGitRoot(start) ?? start;
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, fileName);
    if (existsSync(file)) return shown(file);
    // A symlinked folder may stand outside of the repo it leads into.
    if (folder === top || folder === dirname(folder)) return null;
  }
}

function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
