import { writeAll } from '../migrate/apply.ts';
import { commitFiles, dirtyFiles, hasBranch, leaveBranch, startBranch } from '../migrate/git.ts';
import type { Phase } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import type { WriteDelivery } from './fix-choices.ts';
import type { RepoChanges } from './repo-changes.ts';
import { WrongUse } from './wrong-use.ts';

/** Writes the files, all of a repo or none; returns what is to be said of it. */
export async function writeRepos(
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
