import type { App } from '../app/app.ts';
import { applyTidily } from '../files/blank-lines.ts';
import { findConflict } from '../files/edits.ts';
import { type FixTier, type Phase, tierOf } from '../rules/finding.ts';
import type { Reason } from '../words/reasons.ts';
import type { SettledFinding } from './settle.ts';

export interface Withdrawn {
  readonly settled: SettledFinding;
  readonly reason: Reason;
}

/** What one phase changes in one app. */
export interface Plan {
  readonly taken: readonly SettledFinding[];
  readonly withdrawn: readonly Withdrawn[];
  /** The files as they will be. */
  readonly texts: ReadonlyMap<string, string>;
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

/** Takes the findings in their order; one whose edits overlap with those of an earlier one is withdrawn. */
export function planChanges(app: App, selected: readonly SettledFinding[]): Plan {
  const taken: SettledFinding[] = [];
  const withdrawn: Withdrawn[] = [];
  for (const settled of selected) {
    const rival = conflictingRule([...taken, settled]);
    if (rival === null) taken.push(settled);
    else withdrawn.push({ settled, reason: { code: 'conflict', rule: rival } });
  }
  return { taken, withdrawn, texts: textsAfter(app, taken) };
}

function conflictingRule(findings: readonly SettledFinding[]): string | null {
  for (const file of filesOf(findings)) {
    const conflict = findConflict(editsIn(findings, file));
    if (conflict !== null) return conflict[0].reason;
  }
  return null;
}

function textsAfter({ workspace }: App, taken: readonly SettledFinding[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of filesOf(taken)) {
    const read = workspace.read(file);
    if (read.kind === 'text') texts.set(file, applyTidily(read.source.text, editsIn(taken, file)));
  }
  return texts;
}

function filesOf(findings: readonly SettledFinding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ edits }) => edits.map((edit) => edit.file)))].sort();
}

function editsIn(findings: readonly SettledFinding[], file: string) {
  return findings.flatMap(({ edits }) => edits.filter((edit) => edit.file === file));
}
