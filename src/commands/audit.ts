import { buildAppReport, buildReport, notAnalysedIn } from '../report/build-report.ts';
import { toJson } from '../report/json.ts';
import { redact } from '../report/redact.ts';
import type { AppReport, NotAnalysedFile } from '../report/report.ts';
import { terminalApp, terminalSummary } from '../report/terminal.ts';
import { type Severity, severities } from '../rules/finding.ts';
import { auditRepos } from './audit-apps.ts';
import type { Choices, Output } from './choices.ts';
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
  const { words, verbose, color, width } = choices;
  const apps: AppReport[] = [];
  const unread: NotAnalysedFile[] = [];
  const shown: string[] = [];
  for await (const repo of auditRepos(choices)) {
    for (const audited of repo.apps) {
      apps.push(redact(buildAppReport(audited, words)));
      unread.push(...redact(notAnalysedIn(audited, words)));
      shown.push(terminalApp(audited, { words, verbose, width, color }));
    }
  }
  const missing = pathsWithoutApps(choices, apps);
  if (apps.length === 0 && missing.length === 1) throw new WrongUse(words.misuse.noApp(missing[0] ?? '.'));
  const report = buildReport(apps, [...missing.map((file) => ({ file, reason: words.misuse.noApp(file) })), ...unread]);
  for (const { name, file } of formats) {
    const text = name === 'json' ? toJson(report) : [...shown, terminalSummary(report, choices)].join('\n');
    if (file === null) output.data(text);
    else writeOutput(file, text, words);
  }
  return reaches(apps, choices.failOn) ? 1 : 0;
}

function pathsWithoutApps({ paths }: Choices, apps: readonly AppReport[]): readonly string[] {
  if (paths.length <= 1) return apps.length === 0 ? [paths[0] ?? '.'] : [];
  const trimmed = (path: string) => path.replace(/[\\/]+$/, '');
  return paths.filter(
    (given) => !apps.some(({ path }) => path === trimmed(given) || path.startsWith(`${trimmed(given)}/`)),
  );
}

function reaches(apps: readonly AppReport[], failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return apps.some(({ findings }) =>
    findings.some(({ severity, suppressed }) => suppressed === null && failing.includes(severity)),
  );
}
