import { type GitAnswer, mapAnswer, runGit, runGitAsUser } from '../files/git-command.ts';

export interface DirtyFile {
  readonly path: string;
  readonly state: 'changed' | 'untracked';
}

const pathsAtOnce = 500;

/** What has changed since the last commit; all of the repo, or only the given paths. */
export function dirtyFiles(root: string, paths?: readonly string[]): GitAnswer<readonly DirtyFile[]> {
  const filters = neutralFilters(root);
  if (filters.kind !== 'answer') return filters;
  // A submodule is a repo of its own, and its configuration would be obeyed when git looks inside.
  const status = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'];
  const ask = (batch: readonly string[]) =>
    mapAnswer(runGit(root, [...status, '--', ...batch], { emptied: filters.value }), dirtyFilesIn);
  return paths === undefined ? ask([]) : inBatches(paths, ask);
}

/**
 * For each path, the line ends that a patch must have to apply both here and to git's blobs: `lf` where git converts
 * the file on its way in, else `as-is`.
 */
export function patchLineEnds(root: string, paths: readonly string[]): GitAnswer<ReadonlyMap<string, 'as-is' | 'lf'>> {
  const config = runGit(root, ['config', '--get', '--default', 'false', 'core.autocrlf']);
  if (config.kind !== 'answer') return config;
  const autocrlf = /^(true|yes|on|1|input)\n?$/i.test(config.value);
  const tracked = indexStates(root, paths);
  if (tracked.kind !== 'answer') return tracked;
  const known = new Map(tracked.value.map((state) => [state.path, state]));
  const attributes = textAttributes(
    root,
    paths.filter((path) => !known.has(path)),
  );
  return mapAnswer(attributes, (ofOthers) => {
    const converts = (path: string) => {
      const state = known.get(path);
      return state === undefined ? isText(ofOthers.get(path) ?? '', autocrlf) : isConverted(state, autocrlf);
    };
    return new Map(paths.map((path) => [path, converts(path) ? 'lf' : 'as-is'] as const));
  });
}

/** Those of the paths that a commit would pass over, because the repo's rules name them and git does not know them yet. */
export function ignoredPaths(root: string, paths: readonly string[]): readonly string[] {
  // The command cannot be told to take paths literally; behind `./` they have no other meaning.
  const asked = paths.map((path) => `./${path}`);
  const stdin = asked.map((path) => `${path}\0`).join('');
  const answer = runGit(root, ['--no-literal-pathspecs', 'check-ignore', '-z', '--stdin'], { stdin });
  // Where it has none to name, it fails.
  const named = answer.kind === 'answer' ? new Set(answer.value.split('\0')) : new Set<string>();
  return paths.filter((_, index) => named.has(asked[index] ?? ''));
}

/** As `git ls-files --eol` shows it. */
interface IndexState {
  readonly path: string;
  /** `lf`, `crlf`, `mixed`, `none` or, for what git takes for binary, `-text`; nothing for a symlink or a submodule. */
  readonly index: string;
  readonly workingTree: string;
  /** `text=auto eol=crlf` */
  readonly attributes: string;
}

function indexStates(root: string, paths: readonly string[]): GitAnswer<readonly IndexState[]> {
  return inBatches(paths, (batch) => mapAnswer(runGit(root, ['ls-files', '--eol', '-z', '--', ...batch]), statesIn));
}

function statesIn(output: string): readonly IndexState[] {
  return output.split('\0').flatMap((record) => {
    const match = /^i\/(\S*) +w\/(\S*) +attr\/([^\t]*)\t(.*)/s.exec(record);
    if (match === null) return [];
    const [, index = '', workingTree = '', attributes = '', path = ''] = match;
    return [{ path, index, workingTree, attributes: attributes.trim() }];
  });
}

/** A blob that holds `\r\n` stays as it is; so does, unless an attribute insists, what git takes for binary. */
function isConverted({ index, workingTree, attributes }: IndexState, autocrlf: boolean): boolean {
  if (index === 'crlf' || index === 'mixed' || !isText(attributes, autocrlf)) return false;
  const insists = /^text( |$)/.test(attributes);
  return insists || (index !== '-text' && workingTree !== '-text');
}

function isText(attributes: string, autocrlf: boolean): boolean {
  return attributes === '' ? autocrlf : /^text|^eol=/.test(attributes);
}

/** For files that git does not track yet: `text`, `text=auto`, `-text` or '' – all that decides whether it converts. */
function textAttributes(root: string, paths: readonly string[]): GitAnswer<ReadonlyMap<string, string>> {
  if (paths.length === 0) return { kind: 'answer', value: new Map() };
  const stdin = paths.map((path) => `${path}\0`).join('');
  const answer = runGit(root, ['check-attr', '-z', '--stdin', 'text', 'eol'], { stdin });
  return mapAnswer(answer, (output) => {
    const fields = output.split('\0');
    const found = new Map<string, string>();
    for (let at = 0; at + 2 < fields.length; at += 3) {
      const [path = '', name = '', value = ''] = fields.slice(at, at + 3);
      if (value === 'unspecified' || (name === 'eol' && found.has(path))) continue;
      found.set(path, spelled(name, value));
    }
    return found;
  });
}

function spelled(name: string, value: string): string {
  if (value === 'set') return name;
  return value === 'unset' ? `-${name}` : `${name}=${value}`;
}

/** The clean filters a repo configures for itself, switched off. The user's own (as LFS) stay. */
function neutralFilters(root: string): GitAnswer<readonly string[]> {
  const answer = runGit(root, ['config', '--show-scope', '--includes', '-z', '--name-only', '--list']);
  return mapAnswer(answer, (output) => {
    const fields = output.split('\0');
    return fields.filter((name, index) => {
      const isOwn = fields[index - 1] === 'local' || fields[index - 1] === 'worktree';
      return isOwn && /^filter\..*\.(clean|smudge|process|required)$/s.test(name);
    });
  });
}

function dirtyFilesIn(output: string): readonly DirtyFile[] {
  const records = output.split('\0').filter((record) => record !== '');
  return records.map((record) => ({
    path: record.slice(3),
    state: record.startsWith('??') ? 'untracked' : 'changed',
  }));
}

function inBatches<T>(
  paths: readonly string[],
  ask: (batch: readonly string[]) => GitAnswer<readonly T[]>,
): GitAnswer<readonly T[]> {
  const found: T[] = [];
  for (let at = 0; at < paths.length; at += pathsAtOnce) {
    const answer = ask(paths.slice(at, at + pathsAtOnce));
    if (answer.kind !== 'answer') return answer;
    found.push(...answer.value);
  }
  return { kind: 'answer', value: found };
}

export function hasBranch(root: string, branch: string): boolean {
  return runGit(root, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`]).kind === 'answer';
}

/** A new branch where the work tree stands; answers where it stood: a branch, or a commit. */
export function startBranch(root: string, branch: string): GitAnswer<string> {
  const name = runGit(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const before = name.kind === 'answer' ? name : runGit(root, ['rev-parse', 'HEAD']);
  if (before.kind !== 'answer') return before;
  return mapAnswer(runGitAsUser(root, ['checkout', '-q', '-b', branch]), () => before.value.trim());
}

/** Back to where `startBranch` was called, as if it had not been. */
export function leaveBranch(root: string, branch: string, before: string): void {
  runGitAsUser(root, ['checkout', '-q', before]);
  runGitAsUser(root, ['branch', '-q', '-D', branch]);
}

/** Commits these files, and nothing else that may be staged; the repo's own hooks run as they would for a person. */
export function commitFiles(
  root: string,
  message: { readonly subject: string; readonly body: string },
  paths: readonly string[],
): GitAnswer<string> {
  // A new file may be one that the repo ignores: who asked for the commit asked for all of it.
  const added = runGitAsUser(root, ['add', '--force', '--', ...paths]);
  const said = ['-m', message.subject, '-m', message.body];
  return added.kind === 'answer' ? runGitAsUser(root, ['commit', '-q', ...said, '--only', '--', ...paths]) : added;
}
