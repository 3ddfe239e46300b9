import type { App } from '../../app/app.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import { statusOf } from '../../app/status.ts';
import { triggerOf } from '../../app/trigger.ts';
import type { FileRange } from '../../location.ts';
import type { Finding } from '../../rules/finding.ts';
import { fingerprints } from '../../rules/fingerprint.ts';
import { mayStand } from '../../suppressed.ts';
import type { SaidSecret } from '../../words/named-secrets.ts';
import type { RuleId } from '../../words/rule-words.ts';
import type { Trigger } from '../../words/trigger.ts';
import type { StatusName, Words } from '../../words/words.ts';
import type { AuditedApp } from '../audited-app.ts';
import { clientReports } from '../clients.ts';
import { pathCommand } from '../command-line.ts';
import { locationOf } from '../location-of.ts';
import type { PhasePatch } from '../phase-patch.ts';
import type { ClientReport } from '../report.ts';
import { originalsOf } from './originals.ts';

/** What the checklist of one app is made from. */
export interface ChecklistFacts extends Asked {
  readonly app: App;
  readonly audited: AuditedApp;
  readonly status: StatusName;
  readonly trigger: Trigger;
  readonly clients: readonly ClientReport[];
  /** Those that may not just stand, with what tells each from the others in every run. */
  readonly open: readonly OpenFinding[];
  /** Those that somebody lets stand. */
  readonly suppressed: readonly OpenFinding[];
}

export interface OpenFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
}

/** What is asked of every checklist of a run. */
export interface Asked {
  readonly patches: readonly PhasePatch[];
  /** That a command must repeat to mean the same. */
  readonly options: readonly string[];
  readonly rulesLeftOut: boolean;
  readonly words: Words;
}

export function checklistFacts(audited: AuditedApp, asked: Asked): ChecklistFacts {
  const { app, settled } = audited;
  const prints = fingerprints(
    app,
    settled.map(({ finding }) => finding),
  );
  const all = settled.map((one, index) => ({
    finding: one.finding,
    fingerprint: prints[index] ?? '',
    stands: mayStand(one),
  }));
  return {
    ...asked,
    app,
    audited,
    status: statusOf(app),
    trigger: triggerOf(app),
    clients: clientReports(app),
    open: all.filter(({ stands }) => !stands),
    suppressed: all.filter(({ stands }) => stands),
  };
}

/** What a rule has found. */
export function openOf<Id extends RuleId>(
  { open }: ChecklistFacts,
  rule: Id,
): readonly Extract<Finding, { rule: Id }>[] {
  return open.flatMap(({ finding }) => (isOf(finding, rule) ? [finding] : []));
}

function isOf<Id extends RuleId>(finding: Finding, rule: Id): finding is Extract<Finding, { rule: Id }> {
  return finding.rule === rule;
}

/** What runs only on the machines of developers, by where it stands in the code. */
export function isLocalOnly({ app }: Pick<ChecklistFacts, 'app'>, { id }: Pick<ClientReport, 'id'>): boolean {
  const all = [...app.configurations, ...app.externals, ...app.handlers];
  const own = all.filter((one) => one.id === id);
  return own.length > 0 && own.every(isDevelopmentOnly);
}

/** Secrets that keep the credentials of Altinn Studio out until they go, an environment at a time. */
export function secretsToDisable(facts: ChecklistFacts): readonly SaidSecret[] {
  const named = openOf(facts, 'vault/retire-secrets').flatMap(({ data }) =>
    data.phase === 'switch' ? data.names : [],
  );
  if (named.length === 0) return [];
  const known = new Set(named.map(({ name }) => name.toLowerCase()));
  return [...named, ...originalsOf(facts.app).filter(({ name }) => !known.has(name.toLowerCase()))];
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
