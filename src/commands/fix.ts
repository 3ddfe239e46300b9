import { basename } from 'node:path';
import type { App } from '../app/app.ts';
import type { AppLocation } from '../app/discovery/app-location.ts';
import { recordPath } from '../app/record/migration-record.ts';
import { formatPatch } from '../files/patch.ts';
import type { Workspace } from '../files/workspace.ts';
import { ignoredPaths } from '../migrate/git.ts';
import { isSelected, planChanges, type Selection } from '../migrate/plan.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import type { AuditResult } from '../migrate/verify.ts';
import { isWork } from '../report/audited-app.ts';
import { clean } from '../report/clean.ts';
import { pathCommand } from '../report/command-line.ts';
import { messageOf } from '../report/message.ts';
import { type Phase, phases, tierOf } from '../rules/finding.ts';
import { mayStand } from '../suppressed.ts';
import { auditApp } from './audit-app.ts';
import { type AuditedRepo, auditRepos } from './audit-apps.ts';
import type { Output } from './choices.ts';
import { deliver } from './deliver.ts';
import { changesBetween, type FileLabel, labelsOf } from './file-changes.ts';
import type { FixChoices } from './fix-choices.ts';
import { lastFor, planApp } from './plan-app.ts';
import type { RepoChanges } from './repo-changes.ts';
import { distinctPaths, openRepo, type Repo } from './repos.ts';
import { showsSecret } from './shows-secret.ts';
import { LooseEnds, type Terms } from './terms.ts';
import { WrongUse } from './wrong-use.ts';

export async function fix(choices: FixChoices, output: Output): Promise<number> {
  const { words } = choices;
  const repos: RepoToFix[] = [];
  const looseEnds = new LooseEnds();
  const served = new Set<string>();
  for await (const repo of auditRepos(choices, looseEnds, output)) {
    if (repo.apps.length > 0) repos.push(toFix(repo, choices));
    for (const given of repo.served) served.add(given);
  }
  const findings = repos.flatMap((repo) => repo.findings);
  const missing = distinctPaths(choices.paths, words).filter((given) => !served.has(given));
  if (repos.length === 0) throw new WrongUse(words.misuse.noApp(missing[0] ?? '.'));
  for (const given of missing) output.talk(words.misuse.noApp(given));
  looseEnds.tell(choices, output);
  const phase = choices.phase === 'next' ? earliestPhase(repos) : choices.phase;
  if (phase === null) {
    tellLeft(findings, null, choices, output);
    return 0;
  }
  refuseUnassured(phase, choices);
  const selection = selectionFor(phase, choices);
  const changed: RepoChanges[] = [];
  const notes: string[] = [];
  for (const [index, repo] of repos.entries()) {
    output.progress(words.fix.progress(index + 1, repos.length, basename(repo.repo.root)));
    const planned = await planRepo(repo, selection, choices);
    if (planned.changes.length > 0) changed.push(planned);
    notes.push(...planned.notes);
  }
  for (const text of notes) output.talk(text);
  const hadSome = findings.some(({ patchedIn }) => patchedIn.includes(phase));
  const nothingDone = hadSome && choices.confirm !== null ? words.fix.noneTaken : words.fix.nothing(words.phase[phase]);
  if (changed.length === 0) output.talk(nothingDone);
  else await deliver(changed, phase, choices, output);
  tellLeft(findings, phase, choices, output);
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

/** As little as is needed to come back to it: the files and trees of many repos would fill the memory. */
interface RepoToFix {
  readonly repo: Repo;
  readonly terms: Terms;
  readonly apps: readonly AppLocation[];
  readonly findings: readonly OpenFinding[];
  /** Whether nothing is left to do but to take away what the switch has recorded. */
  readonly endsRecord: boolean;
}

/** Where the work on a finding lies. */
interface OpenFinding {
  readonly phase: Phase | null;
  readonly isByHand: boolean;
  /** The phases whose patch takes it. */
  readonly patchedIn: readonly Phase[];
}

/** What someone has decided may stand is left alone. */
function toFix({ repo, terms, apps }: AuditedRepo, choices: FixChoices): RepoToFix {
  const open = apps.flatMap((audited) =>
    audited.settled.filter((one) => !mayStand(one)).map((one) => ({ ...one, waits: isWork(audited, one) })),
  );
  const isLast = lastFor(choices);
  return {
    repo,
    terms,
    apps: apps.map(({ app }) => app.location),
    endsRecord: apps.some(({ app, settled }) => app.record !== null && isLast({ app, settled })),
    findings: open.map((one) => ({
      phase: one.finding.phase,
      isByHand: one.waits && tierOf(one.finding) === 'manual',
      patchedIn: phases.filter((phase) => isSelected(one, selectionFor(phase, choices))),
    })),
  };
}

/** The first phase in which there is a patch; null when there is none in any. */
function earliestPhase(repos: readonly RepoToFix[]): Phase | null {
  const findings = repos.flatMap((repo) => repo.findings);
  const first = phases.find((phase) => findings.some(({ patchedIn }) => patchedIn.includes(phase)));
  return first ?? (repos.some(({ endsRecord }) => endsRecord) ? 'cleanup' : null);
}

interface PlannedRepo extends RepoChanges {
  /** What is to be said of it. */
  readonly notes: readonly string[];
}

/** App by app, each seeing what the ones before it change: apps of one repo may share files. */
async function planRepo(
  { repo, terms, apps }: RepoToFix,
  selection: Selection,
  choices: FixChoices,
): Promise<PlannedRepo> {
  const { words } = choices;
  const asFound = openRepo(repo);
  let workspace: Workspace = asFound;
  const labels: FileLabel[] = [];
  const notes: string[] = [];
  const records: string[] = [];
  let fixed = 0;
  let changed = false;
  for (const location of apps) {
    const before = await auditApp(workspace, repo, { location }, terms, choices);
    const plan = await planApp({ repo, workspace, location, terms, choices }, selection, {
      before,
      asFound: changed ? (await auditApp(asFound, repo, { location }, terms, choices)).app : before.app,
      choose: (selected) => chosen(before, selected, choices),
    });
    changed ||= plan.texts.size > 0;
    workspace = workspace.withTexts(plan.texts);
    fixed += plan.taken.length;
    labels.push(...labelsOf(plan, location));
    const record = recordPath(location.path);
    if (typeof plan.texts.get(record) === 'string') records.push(record);
    else if (selection.phase === 'switch' && plan.taken.length > 0 && isUnusable(before.app, record)) {
      notes.push(words.fix.recordLeft(record));
    }
    for (const { settled, reason } of plan.withdrawn) {
      notes.push(`${settled.finding.rule} (${settled.finding.at.file}): ${words.reason(reason)}`);
    }
  }
  const ignored = repo.isGit && records.length > 0 ? ignoredPaths(repo.root, records) : [];
  for (const file of ignored) notes.push(words.fix.recordIgnored(file));
  return { root: repo.root, isGit: repo.isGit, changes: changesBetween(asFound, workspace, labels), fixed, notes };
}

function isUnusable({ record, workspace }: App, file: string): boolean {
  return record === null && workspace.read(file).kind !== 'missing';
}

async function chosen(
  { app }: AuditResult,
  selected: readonly SettledFinding[],
  { confirm, words }: FixChoices,
): Promise<readonly SettledFinding[]> {
  if (confirm === null) return selected;
  const taken: SettledFinding[] = [];
  for (const settled of selected) {
    const { finding } = settled;
    const label = clean(`${finding.at.file}, ${finding.rule} (${words.tier[tierOf(finding)]})`);
    const message = clean(messageOf(finding, words));
    if (await confirm({ label, message, diff: diffOf(app, settled) })) taken.push(settled);
  }
  return taken;
}

/** Empty where it would show a key. */
function diffOf(app: App, settled: SettledFinding): string {
  const changes = [...planChanges(app, [settled]).texts].flatMap(([path, after]) => {
    const read = app.workspace.read(path);
    return read.kind === 'text' ? [{ path, before: read.source, after, labels: [], lineEnds: 'as-is' as const }] : [];
  });
  return changes.some(showsSecret) ? '' : formatPatch(changes);
}

/** What this run left: to people in phases up to its own, and to later phases. */
function tellLeft(
  findings: readonly OpenFinding[],
  phase: Phase | null,
  { words, paths, passedOn }: FixChoices,
  output: Output,
): void {
  const byHand = findings.filter(({ isByHand }) => isByHand);
  if (phase === null) {
    output.talk(words.fix.nothingAnywhere);
    if (byHand.length > 0) output.talk(words.fix.leftInAll(byHand.length));
    return;
  }
  const countIn = (one: Phase) => byHand.filter((finding) => finding.phase === one).length;
  for (const earlier of phases.slice(0, phases.indexOf(phase))) {
    const count = countIn(earlier);
    if (count > 0) output.talk(words.fix.doFirst(count, words.phase[earlier], words.phase[phase]));
  }
  if (countIn(phase) > 0) output.talk(words.fix.leftToPeople(countIn(phase), words.phase[phase]));
  const later = phases.slice(phases.indexOf(phase) + 1);
  const next = later.find((one) => findings.some(({ patchedIn }) => patchedIn.includes(one)));
  if (next !== undefined) {
    const command = pathCommand('fix', ['--phase', next, ...passedOn], paths);
    output.talk(words.fix.laterPhase(words.phase[next], command));
  }
}
