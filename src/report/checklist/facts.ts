import type { App } from '../../app/app.ts';
import { statusOf } from '../../app/status.ts';
import { triggerOf } from '../../app/trigger.ts';
import type { FileRange } from '../../location.ts';
import type { Finding } from '../../rules/finding.ts';
import { fingerprints } from '../../rules/fingerprint.ts';
import type { RuleId } from '../../words/rule-words.ts';
import type { Trigger } from '../../words/trigger.ts';
import type { StatusName, Words } from '../../words/words.ts';
import type { AuditedApp } from '../audited-app.ts';
import { clientReports } from '../clients.ts';
import { pathCommand } from '../command-line.ts';
import { locationOf } from '../location-of.ts';
import type { PhasePatch } from '../phase-patch.ts';
import type { ClientReport } from '../report.ts';

/** What the checklist of one app is made from. */
export interface ChecklistFacts {
  readonly app: App;
  readonly status: StatusName;
  readonly trigger: Trigger;
  readonly clients: readonly ClientReport[];
  /** Those that may not just stand, with what tells each from the others in every run. */
  readonly open: readonly OpenFinding[];
  readonly suppressed: number;
  readonly patches: readonly PhasePatch[];
  /** That a command must repeat to mean the same. */
  readonly options: readonly string[];
  readonly rulesLeftOut: boolean;
  readonly words: Words;
}

export interface OpenFinding {
  readonly finding: Finding;
  readonly isPatched: boolean;
  readonly fingerprint: string;
}

interface Asked {
  readonly patches: readonly PhasePatch[];
  readonly options: readonly string[];
  readonly rulesLeftOut: boolean;
  readonly words: Words;
}

export function checklistFacts({ app, settled }: AuditedApp, asked: Asked): ChecklistFacts {
  const prints = fingerprints(
    app,
    settled.map(({ finding }) => finding),
  );
  const open = settled.flatMap(({ finding, edits, suppressed }, index) =>
    suppressed === null ? [{ finding, isPatched: edits.length > 0, fingerprint: prints[index] ?? '' }] : [],
  );
  return {
    ...asked,
    app,
    status: statusOf(app),
    trigger: triggerOf(app),
    clients: clientReports(app),
    open,
    suppressed: settled.length - open.length,
  };
}

/** The finding of a rule that finds one thing in an app. */
export function openOf<Id extends RuleId>(
  { open }: ChecklistFacts,
  rule: Id,
): readonly Extract<Finding, { rule: Id }>[] {
  return open.flatMap(({ finding }) => (isOf(finding, rule) ? [finding] : []));
}

function isOf<Id extends RuleId>(finding: Finding, rule: Id): finding is Extract<Finding, { rule: Id }> {
  return finding.rule === rule;
}

/** From the root of the repo, so that it is the same on every machine. */
export function placeIn({ app }: ChecklistFacts, at: FileRange): string {
  const { file, line } = locationOf(app, at);
  return `${file}:${line}`;
}

/** As it is typed in the root of the repo. */
export function commandFor({ app, options }: ChecklistFacts, command: string, own: readonly string[]): string {
  return pathCommand(command, [...own, ...options], [app.location.path]);
}
