import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gitProgram } from './git-program.ts';

/** What git said, or why it said nothing. Neither a missing git nor a folder without a repo is an error of ours. */
export type GitAnswer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'no-git' }
  | { readonly kind: 'no-repo' }
  | { readonly kind: 'failed'; readonly message: string };

/** A repo's own configuration can name commands; none of them is needed to look at it. */
const harmless = [
  '--no-pager',
  '--literal-pathspecs',
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.quotepath=off'],
];

/** What git opens in every repo without asking what it is: a pipe there would hold it for ever. */
const openedByGit = [
  ...['.gitignore', '.gitattributes'],
  ...['.git/HEAD', '.git/config', '.git/index', '.git/info/attributes', '.git/info/exclude'],
];
/** For such a file further down: it would hold git at each call anew. */
const longestAnswerMs = 15_000;
const unanswered = new Set<string>();

export interface GitInput {
  readonly stdin?: string;
  /** Settings to read as empty. */
  readonly emptied?: readonly string[];
}

/** Standard output of one git command that only reads. `root` is a git root; every path is relative to it. */
export function runGit(root: string, args: readonly string[], input: GitInput = {}): GitAnswer<string> {
  if (!existsSync(root)) return { kind: 'no-repo' };
  const program = gitProgram(root);
  if (program === null) return { kind: 'no-git' };
  const silence = { kind: 'failed', message: `no answer within ${longestAnswerMs / 1000} seconds` } as const;
  if (unanswered.has(root)) return silence;
  const trap = trapIn(root);
  if (trap !== null) return trap;
  const result = spawnSync(program, [...harmless, ...args], {
    cwd: root,
    env: environment(input.emptied ?? []),
    input: input.stdin ?? '',
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    timeout: longestAnswerMs,
    windowsHide: true,
  });
  if (result.error !== undefined && 'code' in result.error && result.error.code === 'ETIMEDOUT') {
    unanswered.add(root);
    return silence;
  }
  if (result.error !== undefined) return { kind: 'failed', message: result.error.message };
  if (result.status === 0) return { kind: 'answer', value: result.stdout };
  if (/not a git repository/i.test(result.stderr)) return { kind: 'no-repo' };
  return { kind: 'failed', message: result.stderr.trim() };
}

/** A command that changes the repo because its owner asked for it: under the owner's own configuration. */
export function runGitAsUser(root: string, args: readonly string[]): GitAnswer<string> {
  const program = gitProgram(root);
  if (program === null) return { kind: 'no-git' };
  const trap = trapIn(root);
  if (trap !== null) return trap;
  const result = spawnSync(program, ['--literal-pathspecs', ...args], {
    cwd: root,
    encoding: 'utf8',
    windowsHide: true,
  });
  if (result.error !== undefined) return { kind: 'failed', message: result.error.message };
  return result.status === 0
    ? { kind: 'answer', value: result.stdout }
    : { kind: 'failed', message: result.stderr.trim() };
}

function trapIn(root: string): GitAnswer<never> | null {
  const trap = openedByGit.find((path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    return stat !== undefined && !stat.isFile() && !stat.isDirectory();
  });
  return trap === undefined ? null : { kind: 'failed', message: `${trap} is neither a file nor a folder` };
}

export function mapAnswer<T, U>(answer: GitAnswer<T>, map: (value: T) => U): GitAnswer<U> {
  return answer.kind === 'answer' ? { kind: 'answer', value: map(answer.value) } : answer;
}

/**
 * Inside a git hook the pointers would lead every command to the repo of the hook. No protocol is allowed, because a
 * partial clone would fetch what it lacks by whatever command its configuration names.
 */
function environment(emptied: readonly string[]): NodeJS.ProcessEnv {
  const pointers = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|PREFIX|NAMESPACE|OBJECT_DIRECTORY|EXTERNAL_DIFF)$/;
  const kept = Object.entries(process.env).filter(([name]) => !pointers.test(name));
  const fixed = {
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
  };
  return { ...Object.fromEntries(kept), ...fixed, LC_ALL: 'C', ...configVariables(emptied) };
}

/** As variables, since `-c` cannot carry a name with `=`; after those that are set already. */
function configVariables(emptied: readonly string[]): NodeJS.ProcessEnv {
  const given = Number(process.env.GIT_CONFIG_COUNT ?? 0) || 0;
  const variables = emptied.flatMap((name, index) => [
    [`GIT_CONFIG_KEY_${given + index}`, name],
    [`GIT_CONFIG_VALUE_${given + index}`, ''],
  ]);
  return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(given + emptied.length) };
}
