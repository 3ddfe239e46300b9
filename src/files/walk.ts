import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { excludeFileOf, findGitRoot, isGitRoot } from './git-root.ts';
import { addIgnoreFile, costlyPatterns, type IgnoreRules, isIgnored, rulesIn } from './gitignore.ts';

export interface WalkOptions {
  readonly maxFiles?: number;
  readonly maxDepth?: number;
}

/** Something the walk met and did not read. `path` is relative to the walk's root, '' for the root itself. */
export interface Skipped {
  readonly path: string;
  readonly reason:
    | 'symlinked-folder'
    | 'outside-root'
    | 'broken-symlink'
    | 'unreadable'
    | 'too-deep'
    | 'too-many-files'
    | 'costly-ignore-pattern';
}

export interface WalkResult {
  /** Absolute, with symlinks resolved. */
  readonly root: string;
  /** Relative to `root`, with `/`, in code-unit order. */
  readonly files: readonly string[];
  /** Git roots, '' for the root itself, in code-unit order. A root below a git root has no entry. */
  readonly gitRoots: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** Paths in ignore rules are relative to the folder of the topmost rules, above the walk's root or below it. */
interface RulesInForce {
  readonly rules: IgnoreRules;
  /** What to put before, or cut off, a path of the walk to make it relative to that folder. */
  readonly above: string;
  readonly cut: number;
}

const maxIgnoreFileSize = 256 * 1024;
const prunedInAnyCase = new Set(['bin', 'obj']);

/**
 * Every file below `root` that git would look at, and that no build put there. A file that is tracked although
 * `.gitignore` names it is left out all the same: only git itself could tell, and asking it costs more than the walk.
 * The user's own `core.excludesFile` is left aside, so that every machine sees the same files.
 */
export function walk(root: string, options: WalkOptions = {}): WalkResult {
  const { maxFiles = 200_000, maxDepth = 64 } = options;
  const realRoot = realpathSync(root);
  const files: string[] = [];
  const gitRoots: string[] = [];
  const skipped: Skipped[] = [];
  let isFull = false;

  function visit(folder: string, depth: number, inherited: RulesInForce): void {
    const absolute = join(realRoot, folder);
    const entries = entriesOf(absolute);
    if (entries === null) {
      skipped.push({ path: folder, reason: 'unreadable' });
      return;
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    const isRoot = entries.some((entry) => entry.name === '.git') && isGitRoot(absolute);
    if (isRoot) gitRoots.push(folder);
    const start = isRoot ? rulesOfGitRoot(absolute, prefix.length) : inherited;
    const ignoreFile = entries.find((entry) => entry.name === '.gitignore' && !entry.isDirectory());
    const inForce = ignoreFile?.isFile() ? withIgnoreFile(start, absolute, folder) : start;
    if (ignoreFile !== undefined && isNeither(ignoreFile))
      skipped.push({ path: `${prefix}.gitignore`, reason: 'unreadable' });

    for (const entry of entries) {
      if (isFull) return;
      // A folder, or the file that stands for one in worktrees and submodules.
      if (entry.name === '.git') continue;
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (isPruned(entry.name) || isIgnored(inForce.rules, `${pathForRules(inForce, path)}/`)) continue;
        if (depth === maxDepth) skipped.push({ path, reason: 'too-deep' });
        else visit(path, depth + 1, inForce);
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        if (isIgnored(inForce.rules, pathForRules(inForce, path))) continue;
        const problem = entry.isFile() ? fileProblem(realRoot, path) : symlinkProblem(realRoot, path);
        if (problem !== null) skipped.push({ path, reason: problem });
        else if (files.length < maxFiles) files.push(path);
        else {
          isFull = true;
          skipped.push({ path, reason: 'too-many-files' });
        }
      }
    }
  }

  function withIgnoreFile(inForce: RulesInForce, absolute: string, folder: string): RulesInForce {
    const text = readIgnoreFile(join(absolute, '.gitignore'));
    const prefix = folder === '' ? '' : `${folder}/`;
    if (text === null) skipped.push({ path: `${prefix}.gitignore`, reason: 'unreadable' });
    else if (costlyPatterns(text).length > 0)
      skipped.push({ path: `${prefix}.gitignore`, reason: 'costly-ignore-pattern' });
    if (text === null) return inForce;
    if (inForce.rules === null) return { rules: rulesIn(text), above: '', cut: prefix.length };
    return { ...inForce, rules: addIgnoreFile(inForce.rules, { folder: pathForRules(inForce, folder), text }) };
  }

  visit('', 0, rulesFromAbove(realRoot));
  return {
    root: realRoot,
    files: files.sort(),
    gitRoots: gitRoots.sort(),
    skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
  };
}

/** A pipe, a socket or a device. */
function isNeither(entry: Dirent): boolean {
  return !entry.isFile() && !entry.isSymbolicLink() && !entry.isDirectory();
}

function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

function isPruned(name: string): boolean {
  return name === 'node_modules' || prunedInAnyCase.has(name.toLowerCase());
}

function rulesOfGitRoot(absolute: string, cut: number): RulesInForce {
  const excludeFile = excludeFileOf(absolute);
  const text = excludeFile === null ? null : readIgnoreFile(excludeFile);
  return { rules: text === null ? null : rulesIn(text), above: '', cut };
}

/** The rules that hold in `root` when it lies below a git root. Whoever names an ignored folder wants it read. */
function rulesFromAbove(root: string): RulesInForce {
  const gitRoot = findGitRoot(root);
  if (gitRoot === null || gitRoot === root) return { rules: null, above: '', cut: 0 };
  const names = relative(gitRoot, root).split(sep);
  let { rules } = rulesOfGitRoot(gitRoot, 0);
  for (let depth = 0; depth < names.length; depth++) {
    const folder = names.slice(0, depth).join('/');
    const text = readIgnoreFile(join(gitRoot, folder, '.gitignore'));
    if (text !== null) rules = addIgnoreFile(rules, { folder, text });
    if (isIgnored(rules, `${names.slice(0, depth + 1).join('/')}/`)) rules = null;
  }
  return { rules, above: `${names.join('/')}/`, cut: 0 };
}

function pathForRules(inForce: RulesInForce, path: string): string {
  return path === '' ? inForce.above.slice(0, -1) : inForce.above + path.slice(inForce.cut);
}

/** null when there is none, or none that git would read: git follows no symlink here. */
function readIgnoreFile(path: string): string | null {
  try {
    const stat = lstatSync(path);
    return stat.isFile() && stat.size <= maxIgnoreFileSize ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}

function symlinkProblem(root: string, path: string): Skipped['reason'] | null {
  try {
    const target = realpathSync(join(root, path));
    const stat = statSync(target);
    if (stat.isDirectory()) return 'symlinked-folder';
    if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) return 'outside-root';
    return stat.isFile() ? null : 'unreadable';
  } catch {
    return 'broken-symlink';
  }
}

/** A name that is not valid Unicode reaches us with U+FFFD in it, and then cannot be opened. */
function fileProblem(root: string, path: string): 'unreadable' | null {
  return path.includes('\uFFFD') && !existsSync(join(root, path)) ? 'unreadable' : null;
}
