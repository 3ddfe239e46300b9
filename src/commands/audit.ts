import { buildAppReport, buildReport, notAnalysedBeside, notAnalysedIn } from '../report/build-report.ts';
import { toJson } from '../report/json.ts';
import { redact } from '../report/redact.ts';
import type { AppReport, NotAnalysedFile, Report } from '../report/report.ts';
import { notAnalysedKeys, type StrayKeys } from '../report/stray-keys.ts';
import { strayPart, type TerminalPart, type TerminalView, terminalPart, terminalReport } from '../report/terminal.ts';
import { type Severity, severities } from '../rules/finding.ts';
import { auditRepos } from './audit-apps.ts';
import type { Choices, Output } from './choices.ts';
import { distinctPaths } from './repos.ts';
import { LooseEnds } from './terms.ts';
import { writeOutput } from './write-output.ts';
import { WrongUse } from './wrong-use.ts';

export const formatNames = ['terminal', 'json'] as const;
export type FormatName = (typeof formatNames)[number];

export interface Format {
  readonly name: FormatName;
  /** null for stdout. */
  readonly file: string | null;
}

export async function audit(choices: Choices, formats: readonly Format[], output: Output): Promise<number> {
  const { words } = choices;
  const writers = formats.map((format) => writerFor(format, choices));
  const apps: AppReport[] = [];
  const unread: NotAnalysedFile[] = [];
  const besideApps: NotAnalysedFile[] = [];
  const strayKeys: NotAnalysedFile[] = [];
  const served = new Set<string>();
  let files = 0;
  let skipped = 0;
  let roots = 0;
  const looseEnds = new LooseEnds();
  for await (const repo of auditRepos(choices, looseEnds)) {
    for (const audited of repo.apps) {
      apps.push(redact(buildAppReport(audited, words)));
      unread.push(...redact(notAnalysedIn(audited, words)));
      for (const { see } of writers) see(audited);
    }
    strayKeys.push(...redact(notAnalysedKeys(repo.strayKeys, words)));
    if (repo.strayKeys.keys.length > 0) for (const { seeKeys } of writers) seeKeys(repo.strayKeys);
    if (repo.apps.length > 0) besideApps.push(...redact(notAnalysedBeside(repo.repo.skipped, repo.apps, words)));
    if (repo.apps.length > 0) roots++;
    for (const given of repo.served) served.add(given);
    files += repo.repo.files.length;
    skipped += repo.repo.skipped.length;
  }
  const missing = distinctPaths(choices.paths, words).filter((given) => !served.has(given));
  const reasonFor = files === 0 && skipped > 0 ? words.misuse.nothingReadable : words.misuse.noApp;
  const withoutAny = new WrongUse(missing.map(reasonFor).join('\n'));
  if (apps.length === 0 && strayKeys.length === 0) throw withoutAny;
  if (apps.length > 0) looseEnds.tell(choices, output);
  const unfound = redact(missing.map((file) => ({ file, reason: reasonFor(file) })));
  // Where nothing else was found, it is the error that says so.
  const withoutApp = [...(apps.length === 0 ? [] : unfound), ...besideApps];
  const report = buildReport(apps, [...unfound, ...strayKeys, ...besideApps, ...unread]);
  // Files first: what cannot be done is known before anything is shown.
  for (const { format, textOf } of [...writers].sort(byDestination)) {
    const text = textOf(report, withoutApp, roots);
    if (format.file === null) output.data(text);
    else writeOutput(format.file, text, words);
  }
  if (apps.length === 0) throw withoutAny;
  return reaches(apps, strayKeys.length, choices.failOn) ? 1 : 0;
}

function byDestination(a: Writer, b: Writer): number {
  return Number(a.format.file === null) - Number(b.format.file === null);
}

interface Writer {
  readonly format: Format;
  /** Called for each app while it is in memory. */
  readonly see: (app: Parameters<typeof terminalPart>[0]) => void;
  readonly seeKeys: (keys: StrayKeys) => void;
  readonly textOf: (report: Report, withoutApp: readonly NotAnalysedFile[], roots: number) => string;
}

function writerFor(format: Format, { paths, passedOn, words, verbose, color, width }: Choices): Writer {
  if (format.name === 'json') return { format, see: () => undefined, seeKeys: () => undefined, textOf: toJson };
  const toFile = format.file !== null;
  const view: TerminalView = {
    words,
    verbose,
    color: toFile ? false : color,
    width: toFile ? 100 : width,
    paths,
    passedOn,
    explained: new Set(),
  };
  const parts: TerminalPart[] = [];
  return {
    format,
    see: (app) => parts.push(terminalPart(app, view)),
    seeKeys: (keys) => parts.push(strayPart(keys, view)),
    textOf: (report, withoutApp, roots) => terminalReport(parts, report, withoutApp, roots, view),
  };
}

function reaches(apps: readonly AppReport[], strayKeys: number, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  if (strayKeys > 0) return true;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return apps.some(({ findings }) =>
    findings.some(({ severity, suppressed }) => suppressed === null && failing.includes(severity)),
  );
}
