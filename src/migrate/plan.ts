import type { App } from '../app/app.ts';
import { commentsIn } from '../app/comments.ts';
import { applyTidily } from '../files/blank-lines.ts';
import { findConflict } from '../files/edits.ts';
import { type FixTier, type Phase, tierOf } from '../rules/finding.ts';
import { isIgnoring } from '../suppressed.ts';
import { isEmptiedFile } from '../syntax/csharp/operations/emptied-file.ts';
import type { Reason } from '../words/reasons.ts';
import { withOrphanedComments } from './orphaned-comments.ts';
import { type SettledFinding, settleTogether } from './settle.ts';

export interface Withdrawn {
  readonly settled: SettledFinding;
  readonly reason: Reason;
}

/** What one phase changes in one app. */
export interface Plan {
  readonly taken: readonly SettledFinding[];
  readonly withdrawn: readonly Withdrawn[];
  /** The files as they will be; null stands for one that goes. */
  readonly texts: ReadonlyMap<string, string | null>;
}

export interface Selection {
  readonly phase: Phase;
  /** `review` includes safe. */
  readonly fixes: 'safe' | 'review';
  /** Whether what belongs to no phase goes along; otherwise it goes with the first. */
  readonly withPhaseless: boolean;
}

export function isSelected({ finding, edits }: SettledFinding, { phase, fixes, withPhaseless }: Selection): boolean {
  const tiers: readonly FixTier[] = fixes === 'safe' ? ['safe'] : ['safe', 'review'];
  const isInPhase = finding.phase === phase || (finding.phase === null && (withPhaseless || phase === 'prepare'));
  return edits.length > 0 && isInPhase && tiers.includes(tierOf(finding));
}

/** All of them at once, or else one after the other: one that cannot be fixed together with those before it is withdrawn. */
export function planChanges(app: App, selected: readonly SettledFinding[]): Plan {
  const all = settleTogether(app, selected);
  if (obstacleTo(all) === null) return { taken: all, withdrawn: [], texts: textsAfter(app, all) };
  let taken: readonly SettledFinding[] = [];
  const withdrawn: Withdrawn[] = [];
  for (const settled of selected) {
    const together = settleTogether(app, [...taken, settled]);
    const reason = obstacleTo(together);
    if (reason === null) taken = together;
    else withdrawn.push({ settled, reason });
  }
  return { taken, withdrawn, texts: textsAfter(app, taken) };
}

function obstacleTo(together: readonly SettledFinding[]): Reason | null {
  for (const { finding } of together) if (finding.remedy.kind === 'manual') return finding.remedy.reasons[0] ?? null;
  const rival = rivalOfLast(together);
  return rival === null ? null : { code: 'conflict', rule: rival };
}

/** The rule whose change the last finding's overlaps with. */
function rivalOfLast(findings: readonly SettledFinding[]): string | null {
  const own = findings.at(-1)?.edits ?? [];
  for (const file of filesOf(findings)) {
    const conflict = findConflict(editsIn(findings, file));
    if (conflict !== null) return (conflict.find((edit) => !own.includes(edit)) ?? conflict[0]).reason;
  }
  return null;
}

function textsAfter({ workspace }: App, taken: readonly SettledFinding[]): Plan['texts'] {
  const texts = new Map<string, string | null>();
  for (const file of filesOf(taken)) {
    const read = workspace.read(file);
    if (read.kind !== 'text') continue;
    const { text } = read.source;
    const edits = editsIn(taken, file);
    const commented = isIgnoring(text) ? commentsIn(workspace, file) : null;
    const after = applyTidily(text, commented ? withOrphanedComments(commented, edits) : edits);
    texts.set(file, file.toLowerCase().endsWith('.cs') && isEmptiedFile(file, text, after) ? null : after);
  }
  return texts;
}

function filesOf(findings: readonly SettledFinding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ edits }) => edits.map((edit) => edit.file)))].sort();
}

function editsIn(findings: readonly SettledFinding[], file: string) {
  return findings.flatMap(({ edits }) => edits.filter((edit) => edit.file === file));
}
