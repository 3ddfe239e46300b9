import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import type { AppLocation } from '../app/discovery/app-location.ts';
import { discoverApps } from '../app/discovery/discover-apps.ts';
import { findGitRoot } from '../files/git-root.ts';
import { openWorkspace } from '../files/open-workspace.ts';
import { type Skipped, type WalkResult, walk } from '../files/walk.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Words } from '../words/words.ts';
import { WrongUse } from './wrong-use.ts';

/** One git root, or a given folder that is in none, with what is looked at in it. */
export interface Repo {
  /** Absolute. */
  readonly root: string;
  readonly isGit: boolean;
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
  /** The folders asked for, relative to the root, each with the path that was given. */
  readonly scopes: readonly Scope[];
}

export interface Scope {
  readonly folder: string;
  readonly given: string;
  /** From the given path to the folder; '' for that itself. */
  readonly prefix: string;
}

/** The repos in and around the given paths, one after the other; each is read only when its turn comes. */
export function findRepos(paths: readonly string[]): readonly Repo[] {
  const repos = new Map<string, Repo>();
  const walks = new Map<string, WalkResult>();
  for (const given of paths) {
    for (const repo of reposAt(given, walks)) {
      const known = repos.get(repo.root);
      repos.set(repo.root, known ? joined(known, repo) : repo);
    }
  }
  return [...repos.values()];
}

/** An ignored folder that is named brings files that the rest of its repo does not have. */
function joined(known: Repo, again: Repo): Repo {
  return {
    ...known,
    files: [...new Set([...known.files, ...again.files])].sort(),
    scopes: [...known.scopes, ...again.scopes],
  };
}

/** Each folder once, as it was first written. */
export function distinctPaths(paths: readonly string[], words: Words): readonly string[] {
  const byFolder = new Map<string, string>();
  for (const given of paths) {
    // An empty argument is a shell variable that was never set, and not the current folder.
    if (given === '' || !existsSync(given)) throw new WrongUse(words.misuse.noSuchPath(given));
    if (!statSync(given).isDirectory()) throw new WrongUse(words.misuse.notAFolder(given));
    const folder = realpathSync(given);
    if (!byFolder.has(folder)) byFolder.set(folder, given);
  }
  return [...byFolder.values()];
}

function reposAt(given: string, walks: Map<string, WalkResult>): readonly Repo[] {
  const start = realpathSync(given);
  const gitRoot = findGitRoot(start);
  const root = gitRoot ?? start;
  const folder = toPosix(relative(root, start)) || '.';
  const inside = walkAll(root, folder, walks);
  const nested = inside.gitRoots.filter((path) => path !== '');
  const parts = partsByRoot(inside, new Set(nested));
  const own: Repo = { root, isGit: gitRoot !== null, ...partOf('', parts), scopes: [{ folder, given, prefix: '' }] };
  const below = nested
    .filter((path) => isInside(path, folder))
    .map((path): Repo => {
      const prefix = folder === '.' ? path : path.slice(folder.length + 1);
      return { root: join(root, path), isGit: true, ...partOf(path, parts), scopes: [{ folder: '.', given, prefix }] };
    });
  return [own, ...below];
}

/** Asked for by name, a folder that git ignores is read all the same. */
function walkAll(root: string, folder: string, walks: Map<string, WalkResult>): WalkResult {
  const all = walks.get(root) ?? walk(root);
  walks.set(root, all);
  if (folder === '.' || all.files.some((file) => isInside(file, folder))) return all;
  const within = walk(join(root, folder));
  const prefixed = (path: string) => (path === '' ? folder : `${folder}/${path}`);
  return {
    root: all.root,
    files: [...all.files, ...within.files.map(prefixed)].sort(),
    gitRoots: [...all.gitRoots, ...within.gitRoots.map(prefixed)],
    skipped: [...all.skipped, ...within.skipped.map((one) => ({ ...one, path: prefixed(one.path) }))],
  };
}

type Part = Pick<Repo, 'files' | 'skipped'>;

interface GrowingPart extends Part {
  readonly files: string[];
  readonly skipped: Skipped[];
}

function partOf(root: string, parts: ReadonlyMap<string, Part>): Part {
  return parts.get(root) ?? { files: [], skipped: [] };
}

/** What a walk found, each under the innermost of the roots around it and relative to that; '' is the walk's own. */
function partsByRoot({ files, skipped }: WalkResult, roots: ReadonlySet<string>): ReadonlyMap<string, Part> {
  const parts = new Map<string, GrowingPart>();
  const placed = (path: string) => {
    const root = innermostAround(path, roots);
    const part = parts.get(root) ?? { files: [], skipped: [] };
    parts.set(root, part);
    return { part, local: root === '' ? path : path.slice(root.length + 1) };
  };
  for (const path of files) {
    const { part, local } = placed(path);
    part.files.push(local);
  }
  for (const one of skipped) {
    const { part, local } = placed(one.path);
    part.skipped.push({ ...one, path: local });
  }
  return parts;
}

function innermostAround(path: string, roots: ReadonlySet<string>): string {
  for (let folder = path; folder !== '.'; folder = posix.dirname(folder)) if (roots.has(folder)) return folder;
  return '';
}

function isInside(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}

export interface FoundApp {
  readonly location: AppLocation;
  /** As reports show it: from the given path, or from the current folder when several were given. */
  readonly path: string;
  /** The given paths that lead to it. */
  readonly givens: readonly string[];
}

export function appsIn(repo: Repo, workspace: Workspace, severalPaths: boolean): readonly FoundApp[] {
  const found = new Map<string, FoundApp>();
  for (const scope of repo.scopes) {
    for (const location of discoverApps(workspace, scope.folder)) {
      const key = location.projectFolder;
      const known = found.get(key) ?? { location, path: shownPath(location, scope, severalPaths), givens: [] };
      found.set(key, { ...known, givens: [...known.givens, scope.given] });
    }
  }
  return [...found.values()];
}

function shownPath({ path }: AppLocation, { folder, given, prefix }: Scope, severalPaths: boolean): string {
  const within = folder === '.' ? path : isInside(path, folder) ? path.slice(folder.length + 1) || '.' : '.';
  const fromGiven = [prefix, within].filter((part) => part !== '' && part !== '.').join('/') || '.';
  return severalPaths ? posix.join(fromHere(given), fromGiven) : fromGiven;
}

/** As reports show a file, in the same way; null for one that nobody asked for. */
export function shownFile({ scopes }: Repo, file: string, severalPaths: boolean): string | null {
  const scope = scopes.find(({ folder }) => isInside(file, folder));
  if (scope === undefined) return null;
  const fromGiven = posix.join(scope.prefix, posix.relative(scope.folder, file));
  return severalPaths ? posix.join(fromHere(scope.given), fromGiven) : fromGiven;
}

/** From the current folder; an absolute path that leads out of it stays what it is. */
function fromHere(given: string): string {
  const path = toPosix(relative(process.cwd(), resolve(given))) || '.';
  const leadsOut = path === '..' || path.startsWith('../') || isAbsolute(path);
  return leadsOut && isAbsolute(given) ? toPosix(resolve(given)) : path;
}

export function openRepo({ root, files }: Repo): Workspace {
  return openWorkspace({ root, files });
}
