import { buildAppReport, buildReport, notAnalysedBeside, notAnalysedIn } from '../report/build-report.ts';
import { type AppOutline, type Outcome, outlineOf } from '../report/outcome.ts';
import { redact } from '../report/redact.ts';
import type { NotAnalysedFile } from '../report/report.ts';
import { notAnalysedKeys } from '../report/stray-keys.ts';
import { type Severity, severities } from '../rules/finding.ts';
import { auditRepos } from './audit-apps.ts';
import { isKnowable } from './baseline.ts';
import type { Choices, Output } from './choices.ts';
import type { Format } from './formats.ts';
import { type Baselining, KnownFindings, noBaseline } from './known-findings.ts';
import { distinctPaths } from './repos.ts';
import { stepSummary } from './step-summary.ts';
import { LooseEnds } from './terms.ts';
import { writeOutput } from './write-output.ts';
import { type Writer, writerFor } from './writers.ts';
import { WrongUse } from './wrong-use.ts';

export async function audit(
  choices: Choices,
  formats: readonly Format[],
  output: Output,
  baselining: Baselining = noBaseline,
): Promise<number> {
  const { words } = choices;
  const writers = await Promise.all(formats.map((format) => writerFor(format, choices)));
  const summary = await stepSummary(formats, choices);
  const watching = summary === null ? writers : [...writers, summary.writer];
  const apps: AppOutline[] = [];
  const unread: NotAnalysedFile[] = [];
  const beside: Outcome['beside'][number][] = [];
  const strayKeys: NotAnalysedFile[] = [];
  const served = new Set<string>();
  let files = 0;
  let skipped = 0;
  let roots = 0;
  const looseEnds = new LooseEnds();
  const known = new KnownFindings(baselining, choices);
  for await (const repo of auditRepos(choices, looseEnds, output, known)) {
    for (const audited of repo.apps) {
      const report = redact(buildAppReport(audited, words));
      apps.push(outlineOf(report));
      unread.push(...redact(notAnalysedIn(audited, words)));
      for (const { see } of watching) await see(audited, report);
    }
    strayKeys.push(...redact(notAnalysedKeys(repo.strayKeys, words)));
    if (repo.strayKeys.keys.length > 0) for (const { seeKeys } of watching) seeKeys(repo.strayKeys);
    if (repo.apps.length > 0) {
      const files = redact(notAnalysedBeside(repo.repo.skipped, repo.apps, words));
      beside.push({ root: repo.repo.root, files });
    }
    if (repo.apps.length > 0) roots++;
    for (const given of repo.served) served.add(given);
    files += repo.repo.files.length;
    skipped += repo.repo.skipped.length;
  }
  const missing = distinctPaths(choices.paths, words).filter((given) => !served.has(given));
  const reasonFor = files === 0 && skipped > 0 ? words.misuse.nothingReadable : words.misuse.noApp;
  const withoutAny = new WrongUse(missing.map(reasonFor).join('\n'));
  if (apps.length === 0 && strayKeys.length === 0) throw withoutAny;
  if (apps.length > 0) {
    looseEnds.tell(choices, output);
    known.finish(choices, output);
  }
  const unfound = redact(missing.map((file) => ({ file, reason: reasonFor(file) })));
  const besideApps = beside.flatMap(({ files }) => files);
  // Where nothing else was found, it is the error that says so.
  const withoutApp = [...(apps.length === 0 ? [] : unfound), ...besideApps];
  const report = buildReport(apps, [...unfound, ...strayKeys, ...besideApps, ...unread]);
  const notAnalysed = [...unfound, ...besideApps, ...unread];
  const outcome = { report, strayKeys: strayKeys.length, withoutApp, unfound, beside, notAnalysed, roots };
  // Files first: what cannot be done is known before anything is shown.
  for (const { format, textOf } of [...writers].sort(byDestination)) {
    const text = textOf(outcome);
    if (format.file !== null) writeOutput(format.file, text, words);
    else for (const piece of text) output.data(piece);
  }
  summary?.append(outcome, output);
  if (apps.length === 0) throw withoutAny;
  const counts = ({ rule, suppressed }: Counted) =>
    suppressed === null && (baselining.write === null || !isKnowable(rule));
  return reaches(apps, strayKeys.length, choices.failOn, counts) ? 1 : 0;
}

function byDestination(a: Writer, b: Writer): number {
  return Number(a.format.file === null) - Number(b.format.file === null);
}

type Counted = AppOutline['findings'][number];

function reaches(
  apps: readonly AppOutline[],
  strayKeys: number,
  failOn: Severity | 'never',
  counts: (finding: Counted) => boolean,
): boolean {
  if (failOn === 'never') return false;
  if (strayKeys > 0) return true;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return apps.some(({ findings }) => findings.some((finding) => counts(finding) && failing.includes(finding.severity)));
}
