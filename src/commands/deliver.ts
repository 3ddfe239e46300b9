import { basename, join, resolve } from 'node:path';
import { type FileChange, formatPatch } from '../files/patch.ts';
import { linesWithSecrets } from '../files/secret-text.ts';
import { writeAll } from '../migrate/apply.ts';
import { commitFiles, dirtyFiles, hasBranch, leaveBranch, patchLineEnds, startBranch } from '../migrate/git.ts';
import { commandLine, pathCommand } from '../report/command-line.ts';
import { painter } from '../report/style.ts';
import type { Phase } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import type { Output } from './choices.ts';
import type { FixChoices, RepoChanges } from './fix.ts';
import { writeOutput } from './write-output.ts';
import { WrongUse } from './wrong-use.ts';

/** What becomes of the changes. */
export type Delivery =
  | { readonly kind: 'print'; readonly reverse: boolean }
  | { readonly kind: 'file'; readonly file: string; readonly reverse: boolean }
  | { readonly kind: 'folder'; readonly folder: string; readonly reverse: boolean }
  | WriteDelivery;

interface WriteDelivery {
  readonly kind: 'write';
  readonly commit: boolean;
  readonly allowDirty: boolean;
}

export async function deliver(
  repos: readonly RepoChanges[],
  phase: Phase,
  choices: FixChoices,
  output: Output,
): Promise<void> {
  const { words, delivery } = choices;
  const files = repos.reduce((count, { changes }) => count + changes.length, 0);
  const fixed = repos.reduce((count, repo) => count + repo.fixed, 0);
  const told =
    delivery.kind === 'write'
      ? await write(repos, phase, delivery, words)
      : patch(repos, phase, delivery, choices, output);
  output.talk(words.fix.summary(fixed, files, words.phase[phase]));
  output.talk(words.fix.verified);
  for (const line of told) output.talk(line);
}

function patch(
  repos: readonly RepoChanges[],
  phase: Phase,
  delivery: Exclude<Delivery, WriteDelivery>,
  choices: FixChoices,
  output: Output,
): readonly string[] {
  const { words } = choices;
  const patches = repos.map((repo) => ({ root: repo.root, text: patchOf(repo, delivery.reverse, words) }));
  if (delivery.kind === 'folder') {
    const names = patchNames(patches.map(({ root }) => root));
    return patches.flatMap(({ root, text }, index) =>
      save(join(delivery.folder, `${names[index]}.patch`), root, text, words),
    );
  }
  const [only, ...others] = patches;
  if (only === undefined) return [];
  if (others.length > 0) throw new WrongUse(words.fix.severalRoots(patches.length));
  if (delivery.kind === 'file') return save(delivery.file, only.root, only.text, words);
  // Whatever `--color` says: in a pipe or a file, a coloured patch is none.
  output.data(choices.color && output.isTerminal ? coloured(only.text) : only.text);
  // What was answered one by one cannot be had again by a command.
  return choices.confirm === null ? [words.fix.howToApply(pipedInto(only.root, phase, choices))] : [];
}

function pipedInto(root: string, phase: Phase, { fixes, delivery, passedOn, paths }: FixChoices): string {
  const tier = fixes === 'safe' ? ['--fixes', 'safe'] : [];
  const reverse = delivery.kind !== 'write' && delivery.reverse ? ['--reverse'] : [];
  return `${pathCommand('fix', ['--phase', phase, ...tier, ...passedOn, ...reverse], paths)} | ${applying(root, null)}`;
}

function save(file: string, root: string, text: string, words: Words): readonly string[] {
  writeOutput(file, text, words);
  return [words.fix.savedPatch(file), words.fix.howToApply(applying(root, file))];
}

/** `git -C` changes folder before it looks for the patch. */
function applying(root: string, file: string | null): string {
  const isHere = root === process.cwd();
  const where = isHere ? [] : ['-C', root];
  const what = file === null ? [] : [isHere ? file : resolve(file)];
  return commandLine(['git', ...where, 'apply', ...what]);
}

/** By the folder; several of one name are told apart by a number that no other has. */
function patchNames(roots: readonly string[]): readonly string[] {
  const own = roots.map((root) => basename(root));
  const taken: string[] = [];
  for (const name of own) {
    let unique = name;
    for (let number = 2; taken.includes(unique) || (unique !== name && own.includes(unique)); number++) {
      unique = `${name}-${number}`;
    }
    taken.push(unique);
  }
  return taken;
}

function patchOf({ root, isGit, changes }: RepoChanges, reverse: boolean, words: Words): string {
  const paths = changes.map(({ path }) => path);
  const lineEnds = isGit ? patchLineEnds(root, paths) : null;
  const known = lineEnds?.kind === 'answer' ? lineEnds.value : null;
  const whole: FileChange[] = changes.map((change) => ({ ...change, lineEnds: known?.get(change.path) ?? 'as-is' }));
  const telling = whole.find(showsSecret);
  if (telling !== undefined) throw new WrongUse(words.fix.secretInPatch(telling.path));
  return formatPatch(whole, { reverse });
}

/** A key may span more lines than the patch shows of it, so the whole files are searched. */
export function showsSecret(change: FileChange): boolean {
  const secret = new Set(
    [change.before?.text ?? '', change.after ?? ''].flatMap((text) => [...linesWithSecrets(text)]),
  );
  if (secret.size === 0) return false;
  const shown = formatPatch([change])
    .split('\n')
    .map((line) =>
      line
        .slice(1)
        .replace(/\r$/, '')
        .replace(/^\uFEFF/, ''),
    );
  return shown.some((line) => secret.has(line));
}

function coloured(patchText: string): string {
  const paint = painter(true);
  const paintLine = (line: string) => {
    if (line.startsWith('+')) return paint('green', line);
    if (line.startsWith('-')) return paint('red', line);
    return line.startsWith('@@') || line.startsWith('#') ? paint('cyan', line) : line;
  };
  return patchText.split('\n').map(paintLine).join('\n');
}

async function write(
  repos: readonly RepoChanges[],
  phase: Phase,
  delivery: WriteDelivery,
  words: Words,
): Promise<readonly string[]> {
  for (const repo of repos) refuseUnfit(repo, phase, delivery, words);
  // Someone who interrupts gets all or nothing too: the signal waits until the files are written.
  const interrupted = () => process.exit(130);
  process.once('SIGINT', interrupted);
  for (const repo of repos) writeRepo(repo, phase, delivery, words);
  await new Promise((resolve) => setImmediate(resolve));
  process.removeListener('SIGINT', interrupted);
  if (delivery.commit) return [words.fix.committed(branchFor(phase))];
  return [words.fix.written(repos.reduce((count, { changes }) => count + changes.length, 0))];
}

function writeRepo({ root, changes }: RepoChanges, phase: Phase, { commit }: WriteDelivery, words: Words): void {
  const branch = branchFor(phase);
  const started = commit ? startBranch(root, branch) : null;
  if (started !== null && started.kind !== 'answer') {
    throw new WrongUse(words.fix.branchFailed(branch, root, 'message' in started ? started.message : started.kind));
  }
  const result = writeAll(root, changes);
  if (result.kind !== 'written') {
    if (started !== null) leaveBranch(root, branch, started.value);
    if (result.kind === 'failed') throw new WrongUse(words.fix.writeFailed(result.path, result.error));
    const said = result.reason === 'changed-since-read' ? words.fix.changedMeanwhile : words.fix.refusedLink;
    throw new WrongUse(said(result.path));
  }
  if (!commit) return;
  const committed = commitFiles(
    root,
    { subject: words.fix.commitSubject(phase), body: bodyOf(changes) },
    changes.map(({ path }) => path),
  );
  if (committed.kind !== 'answer') {
    throw new WrongUse(words.fix.commitFailed(root, 'message' in committed ? committed.message : committed.kind));
  }
}

/** What each file's diff is labelled with in a patch. */
function bodyOf(changes: RepoChanges['changes']): string {
  return changes.map(({ path, labels }) => `${path}: ${labels.join(', ')}`).join('\n');
}

function refuseUnfit(
  { root, isGit, changes }: RepoChanges,
  phase: Phase,
  { commit, allowDirty }: WriteDelivery,
  words: Words,
): void {
  if (!isGit) {
    if (commit) throw new WrongUse(words.fix.notGit(root));
    return;
  }
  if (commit && hasBranch(root, branchFor(phase))) throw new WrongUse(words.fix.branchExists(branchFor(phase), root));
  if (allowDirty) return;
  const dirty = dirtyFiles(root);
  if (dirty.kind !== 'answer') throw new WrongUse(words.fix.gitSilent(root));
  const touched = new Set(changes.map(({ path }) => path));
  const inTheWay = dirty.value.filter(({ path, state }) => state === 'changed' || touched.has(path));
  if (inTheWay.length > 0) throw new WrongUse(words.fix.dirty(inTheWay.map(({ path }) => path)));
}

function branchFor(phase: Phase): string {
  return `maskinflytt/${phase}`;
}
