import type { App } from '../app/app.ts';
import type { FileEdit } from '../files/edits.ts';
import type { Change, Finding } from '../rules/finding.ts';
import type { CommentJudge } from '../syntax/csharp/operations/comments.ts';
import { type Operation, refused } from '../syntax/csharp/operations/operation.ts';
import { removeCall, removeCalls } from '../syntax/csharp/operations/remove-call.ts';
import { renameAt } from '../syntax/csharp/operations/rename.ts';
import type { Reason } from '../words/reasons.ts';

/** A finding with the edits that fix it: none when no one could work them out, and then its remedy says why. */
export interface SettledFinding {
  readonly finding: Finding;
  readonly edits: readonly FileEdit[];
}

/** Turns what should change into edits, so that a report promises no patch that could not be made. */
function settle(app: App, finding: Finding): SettledFinding {
  if (finding.remedy.kind !== 'change') return { finding, edits: [] };
  const edits: FileEdit[] = [];
  for (const change of finding.remedy.changes) {
    const file = fileOf(change);
    const obstacle = obstacleIn(app, file);
    if (obstacle !== null) return byHand(finding, obstacle);
    const operation = operate(app, change);
    if (operation.kind === 'refused') return byHand(finding, { code: 'refused', refusal: operation.refusal });
    edits.push(...operation.edits.map((edit) => ({ ...edit, file, reason: finding.rule })));
  }
  return { finding, edits };
}

function byHand(finding: Finding, ...reasons: readonly Reason[]): SettledFinding {
  return { finding: { ...finding, remedy: { kind: 'manual', reasons } }, edits: [] };
}

function fileOf(change: Change): string {
  return change.kind === 'remove-call' ? change.call.file : change.at.file;
}

function obstacleIn({ workspace }: App, file: string): Reason | null {
  const read = workspace.read(file);
  if (read.kind !== 'text') return { code: 'refused', refusal: 'not-found' };
  return read.source.readOnly === null ? null : { code: 'read-only', file, because: read.source.readOnly };
}

function operate({ sources }: App, change: Change): Operation {
  const file = sources.file(fileOf(change));
  if (file === null) return refused('not-found');
  switch (change.kind) {
    case 'rename':
      return renameAt(file, change.at, change.from, change.to);
    case 'remove-call':
      return removeCall(file, change, judgeFor(change.mentions));
  }
}

/** Each by itself; one that cannot go alone may still go with its neighbours of the same phase. */
export function settleAll(app: App, findings: readonly Finding[]): readonly SettledFinding[] {
  const alone = findings.map((finding) => settle(app, finding));
  const together = new Map(
    [...new Set(findings.map(({ phase }) => phase))].flatMap((phase) => {
      const ofPhase = findings.filter((finding) => finding.phase === phase);
      const settled = settleTogether(
        app,
        ofPhase.map((finding) => ({ finding, edits: [] })),
      );
      return ofPhase.map((finding, index) => [finding, settled[index]] as const);
    }),
  );
  return alone.map((settled, index) => {
    const finding = findings[index];
    const inCompany = finding && wasRefused(settled.finding) ? together.get(finding) : undefined;
    return inCompany && inCompany.edits.length > 0 ? inCompany : settled;
  });
}

function wasRefused({ remedy }: Finding): boolean {
  return remedy.kind === 'manual' && remedy.reasons.some(({ code }) => code === 'refused');
}

/**
 * The same findings with the edits that fix them in one change: two calls in one `if`, or with one local between them,
 * leave less behind than each of them would. One that cannot go along with those before it is left by hand.
 */
export function settleTogether(app: App, findings: readonly SettledFinding[]): readonly SettledFinding[] {
  const calls = findings.flatMap((settled) => removedCallOf(settled) ?? []);
  const together = new Map<SettledFinding, SettledFinding>();
  for (const path of new Set(calls.map(({ change }) => change.call.file))) {
    const here = calls.filter(({ change }) => change.call.file === path);
    const file = app.sources.file(path);
    if (here.length < 2 || file === null) continue;
    const judge = judgeFor(here.flatMap(({ change }) => change.mentions));
    const operations = removeCalls(
      file,
      here.map(({ change }) => change),
      judge,
    );
    for (const [index, { settled }] of here.entries()) {
      const operation = operations[index] ?? refused('not-found');
      together.set(settled, settledBy(operation, settled.finding, path));
    }
  }
  return findings.map((settled) => together.get(settled) ?? settled);
}

function removedCallOf(settled: SettledFinding) {
  const { remedy } = settled.finding;
  const [change, ...others] = remedy.kind === 'change' ? remedy.changes : [];
  return change?.kind === 'remove-call' && others.length === 0 ? { settled, change } : null;
}

function settledBy(operation: Operation, finding: Finding, file: string): SettledFinding {
  if (operation.kind === 'refused') return byHand(finding, { code: 'refused', refusal: operation.refusal });
  return { finding, edits: operation.edits.map((edit) => ({ ...edit, file, reason: finding.rule })) };
}

function judgeFor(words: readonly string[]): CommentJudge {
  return {
    isAbout: (comment) => mentions(comment, ['maskinporten', ...words]),
    namesIt: (comment) => mentions(comment, words),
  };
}

function mentions(comment: string, words: readonly string[]): boolean {
  return words.some((word) => comment.toLowerCase().includes(word.toLowerCase()));
}
