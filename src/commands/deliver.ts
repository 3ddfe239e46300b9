import { basename, join } from 'node:path';
import { type FileChange, formatPatch } from '../files/patch.ts';
import { holdsSecret } from '../files/secret-text.ts';
import { writeAll } from '../migrate/apply.ts';
import { commitFiles, dirtyFiles, patchLineEnds, startBranch } from '../migrate/git.ts';
import { commandLine } from '../report/command-line.ts';
import { painter } from '../report/style.ts';
import type { Phase } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import type { Choices, Output } from './choices.ts';
import type { RepoChanges } from './fix.ts';
import { writeOutput } from './write-output.ts';
import { WrongUse } from './wrong-use.ts';

/** What becomes of the changes. */
export type Delivery =
  | { readonly kind: 'print'; readonly reverse: boolean }
  | { readonly kind: 'file'; readonly file: string; readonly reverse: boolean }
  | { readonly kind: 'folder'; readonly folder: string; readonly reverse: boolean }
  | { readonly kind: 'write'; readonly commit: boolean; readonly allowDirty: boolean };

export async function deliver(
  repos: readonly RepoChanges[],
  phase: Phase,
  choices: Choices & { readonly delivery: Delivery },
  output: Output,
): Promise<void> {
  const { words, delivery } = choices;
  const files = repos.reduce((count, { changes }) => count + changes.length, 0);
  const fixed = repos.reduce((count, repo) => count + repo.fixed, 0);
  if (delivery.kind === 'write') write(repos, phase, delivery, words);
  else patch(repos, delivery, choices, output);
  output.talk(words.fix.summary(fixed, files, words.phase[phase]));
  output.talk(words.fix.verified);
  if (delivery.kind === 'write') {
    output.talk(delivery.commit ? words.fix.committed(branchFor(phase)) : words.fix.written(files));
  }
}

function patch(
  repos: readonly RepoChanges[],
  delivery: Exclude<Delivery, { kind: 'write' }>,
  { words, color }: Choices,
  output: Output,
): void {
  const patches = repos.map((repo) => ({ root: repo.root, text: patchOf(repo, delivery.reverse, words) }));
  if (delivery.kind === 'folder') {
    for (const { root, text } of patches) {
      const file = join(delivery.folder, `${patchName(root, patches)}.patch`);
      writeOutput(file, text, words);
      output.talk(words.fix.savedPatch(file));
    }
    return;
  }
  const [only, ...others] = patches;
  if (only === undefined) return;
  if (others.length > 0) throw new WrongUse(words.fix.severalRoots(patches.length));
  if (delivery.kind === 'file') {
    writeOutput(delivery.file, only.text, words);
    output.talk(words.fix.savedPatch(delivery.file));
    output.talk(words.fix.howToApply(commandLine(['git', '-C', only.root, 'apply', delivery.file])));
  } else {
    output.data(color ? coloured(only.text) : only.text);
  }
}

function patchName(root: string, all: readonly { readonly root: string }[]): string {
  const name = basename(root);
  const same = all.filter((other) => basename(other.root) === name);
  return same.length === 1 ? name : `${name}-${same.findIndex((other) => other.root === root) + 1}`;
}

function patchOf({ root, isGit, changes }: RepoChanges, reverse: boolean, words: Words): string {
  const paths = changes.map(({ path }) => path);
  const lineEnds = isGit ? patchLineEnds(root, paths) : null;
  const known = lineEnds?.kind === 'answer' ? lineEnds.value : null;
  const whole: FileChange[] = changes.map((change) => ({ ...change, lineEnds: known?.get(change.path) ?? 'as-is' }));
  for (const change of whole) {
    if (holdsSecret(formatPatch([change]))) throw new WrongUse(words.fix.secretInPatch(change.path));
  }
  return formatPatch(whole, { reverse });
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

function write(
  repos: readonly RepoChanges[],
  phase: Phase,
  delivery: Extract<Delivery, { kind: 'write' }>,
  words: Words,
): void {
  for (const repo of repos) refuseUnfit(repo, delivery, words);
  for (const { root, changes } of repos) {
    if (delivery.commit && startBranch(root, branchFor(phase)).kind !== 'answer') {
      throw new WrongUse(words.fix.branchExists(branchFor(phase)));
    }
    const result = writeAll(root, changes);
    if (result.kind === 'refused') throw new WrongUse(words.fix.changedMeanwhile(result.path));
    if (result.kind === 'failed') throw new WrongUse(words.fix.writeFailed(result.path, result.error));
    if (!delivery.commit) continue;
    const paths = changes.map(({ path }) => path);
    const committed = commitFiles(root, words.fix.commitSubject(phase), paths);
    if (committed.kind !== 'answer') throw new WrongUse(words.fix.commitFailed(root));
  }
}

function refuseUnfit(
  { root, isGit, changes }: RepoChanges,
  { commit, allowDirty }: Extract<Delivery, { kind: 'write' }>,
  words: Words,
): void {
  if (!isGit) {
    if (commit) throw new WrongUse(words.fix.notGit(root));
    return;
  }
  const dirty = dirtyFiles(root);
  if (allowDirty || dirty.kind !== 'answer') return;
  const touched = new Set(changes.map(({ path }) => path));
  const inTheWay = dirty.value.filter(({ path, state }) => state === 'changed' || touched.has(path));
  if (inTheWay.length > 0) throw new WrongUse(words.fix.dirty(inTheWay.map(({ path }) => path)));
}

function branchFor(phase: Phase): string {
  return `maskinflytt/${phase}`;
}
