import { posix } from 'node:path';
import type { FileChange } from '../files/patch.ts';
import type { Workspace } from '../files/workspace.ts';
import { isSelected, type Selection } from '../migrate/plan.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import { planVerified } from '../migrate/verify.ts';
import type { AuditedApp } from '../report/audited-app.ts';
import { commandLine } from '../report/command-line.ts';
import { type FixTier, type Phase, phases, tierOf } from '../rules/finding.ts';
import { type AuditedRepo, auditApp, auditRepos } from './audit-apps.ts';
import type { Choices, Output } from './choices.ts';
import { type Delivery, deliver } from './deliver.ts';
import { WrongUse } from './wrong-use.ts';

export interface FixChoices extends Choices {
  readonly phase: Phase | 'next';
  readonly fixes: 'safe' | 'review';
  readonly delivery: Delivery;
  /** What the user vouches for, where files are written. */
  readonly assurances: { readonly scopesAdded: boolean; readonly productionVerified: boolean };
  /** Asked before each change; takes all where nobody is asked. */
  readonly confirm: (label: string) => Promise<boolean>;
}

/** What is to change in one repo. */
export interface RepoChanges {
  readonly root: string;
  readonly isGit: boolean;
  readonly changes: readonly Omit<FileChange, 'lineEnds'>[];
  readonly fixed: number;
}

export async function fix(choices: FixChoices, output: Output): Promise<number> {
  const { words } = choices;
  const repos: AuditedRepo[] = [];
  for await (const repo of auditRepos(choices)) if (repo.apps.length > 0) repos.push(repo);
  const apps = repos.flatMap((repo) => repo.apps);
  if (apps.length === 0) throw new WrongUse(words.misuse.noApp(choices.paths[0] ?? '.'));
  const phase = choices.phase === 'next' ? earliestPhase(apps, choices) : choices.phase;
  if (phase === null) {
    tellLeft(apps, null, choices, output);
    return 0;
  }
  refuseUnassured(phase, choices);
  const selection = selectionFor(phase, choices);
  const changed: RepoChanges[] = [];
  const withdrawn: string[] = [];
  for (const repo of repos) {
    const planned = await planRepo(repo, selection, choices);
    if (planned.changes.length > 0) changed.push(planned);
    withdrawn.push(...planned.withdrawn);
  }
  for (const text of withdrawn) output.talk(text);
  if (changed.length === 0) output.talk(words.fix.nothing(words.phase[phase]));
  else await deliver(changed, phase, choices, output);
  tellLeft(apps, phase, choices, output);
  return 0;
}

/** Printing needs no word from anyone; writing what cannot be taken back by itself does. */
function refuseUnassured(phase: Phase, { delivery, assurances, words }: FixChoices): void {
  if (delivery.kind !== 'write') return;
  if (phase === 'switch' && !assurances.scopesAdded) throw new WrongUse(words.fix.needsScopesAdded);
  if (phase === 'cleanup' && !assurances.productionVerified) throw new WrongUse(words.fix.needsProductionVerified);
}

function selectionFor(phase: Phase, choices: FixChoices): Selection {
  return { phase, fixes: choices.fixes, withPhaseless: choices.rulesChosen };
}

/** The first phase in which there is a patch; null when there is none in any. */
function earliestPhase(apps: readonly AuditedApp[], choices: FixChoices): Phase | null {
  const hasPatch = (phase: Phase) =>
    apps.some(({ settled }) => settled.some((one) => isSelected(one, selectionFor(phase, choices))));
  return phases.find(hasPatch) ?? null;
}

interface PlannedRepo extends RepoChanges {
  readonly withdrawn: readonly string[];
}

/** App by app, each seeing what the ones before it change: apps of one repo may share files. */
async function planRepo(repo: AuditedRepo, selection: Selection, choices: FixChoices): Promise<PlannedRepo> {
  let workspace: Workspace = repo.workspace;
  const labels = new Map<string, Set<string>>();
  const withdrawn: string[] = [];
  let fixed = 0;
  for (const { app, path } of repo.apps) {
    const found = { location: app.location, path };
    const audit = (texts: ReadonlyMap<string, string>) =>
      auditApp(workspace.withTexts(texts), repo.repo, found, choices, choices.rules);
    const before = await audit(new Map());
    const selected = await chosen(
      before.settled.filter((one) => isSelected(one, selection)),
      choices,
    );
    const plan = await planVerified(before, selected, selection, audit);
    workspace = workspace.withTexts(plan.texts);
    fixed += plan.taken.length;
    for (const { finding, edits } of plan.taken) {
      for (const { file } of edits) addLabel(labels, file, `${tierOf(finding)}: ${finding.rule}`);
    }
    for (const { settled, reason } of plan.withdrawn) {
      withdrawn.push(`${settled.finding.rule} (${settled.finding.at.file}): ${choices.words.reason(reason)}`);
    }
  }
  return {
    root: repo.repo.root,
    isGit: repo.repo.isGit,
    changes: changesBetween(repo.workspace, workspace, labels),
    fixed,
    withdrawn,
  };
}

async function chosen(
  selected: readonly SettledFinding[],
  { confirm }: FixChoices,
): Promise<readonly SettledFinding[]> {
  const taken: SettledFinding[] = [];
  for (const settled of selected) {
    const { rule, at } = settled.finding;
    if (await confirm(`${posix.normalize(at.file)}, ${rule} (${tierOf(settled.finding)})`)) taken.push(settled);
  }
  return taken;
}

function addLabel(labels: Map<string, Set<string>>, file: string, label: string): void {
  labels.set(file, (labels.get(file) ?? new Set()).add(label));
}

function changesBetween(before: Workspace, after: Workspace, labels: ReadonlyMap<string, ReadonlySet<string>>) {
  return [...labels].sort().flatMap(([path, ofFile]) => {
    const [old, now] = [before.read(path), after.read(path)];
    if (old.kind !== 'text' || now.kind !== 'text' || old.source.text === now.source.text) return [];
    return [{ path, before: old.source, after: now.source.text, labels: [...ofFile].sort() }];
  });
}

/** What this run left: to people in its phase, and to later phases. */
function tellLeft(apps: readonly AuditedApp[], phase: Phase | null, choices: FixChoices, output: Output): void {
  const { words, paths } = choices;
  const findings = apps.flatMap(({ settled }) => settled);
  const manual: FixTier[] = ['manual'];
  const left = findings.filter(
    ({ finding }) => manual.includes(tierOf(finding)) && (phase === null || finding.phase === phase),
  );
  if (phase === null) output.talk(words.fix.nothingAnywhere);
  if (left.length > 0) output.talk(words.fix.leftToPeople(left.length));
  const later = phases.slice(phase === null ? phases.length : phases.indexOf(phase) + 1);
  const next = later.find((one) => findings.some((settled) => isSelected(settled, selectionFor(one, choices))));
  if (next !== undefined) {
    output.talk(
      words.fix.laterPhase(words.phase[next], commandLine(['maskinflytt', 'fix', '--phase', next, ...paths])),
    );
  }
}
