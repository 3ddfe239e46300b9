import { join, relative, sep } from 'node:path';
import type { App } from '../app/app.ts';
import { statusOf, triggerOf } from '../app/status.ts';
import { redactSecrets } from '../files/secret-text.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import { type Severity, tierOf } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import type { AuditedApp } from './audited-app.ts';
import { locationOf } from './build-report.ts';
import { commandLine } from './command-line.ts';
import { excerptOf } from './excerpt.ts';
import { messageOf, nextOf, whyOf } from './message.ts';
import type { Report } from './report.ts';
import { type Paint, painter, wrap } from './style.ts';

export interface TerminalView {
  readonly words: Words;
  readonly color: boolean;
  readonly verbose: boolean;
  readonly width: number;
}

const looks = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

export function terminalApp({ app, path, settled }: AuditedApp, view: TerminalView): string {
  const paint = painter(view.color);
  const findings = settled.map((one) => findingText(app, one, view, paint));
  return [heading(app, path, view, paint), ...findings, ''].join('\n\n').replace(/\n+$/, '\n');
}

function heading(app: App, path: string, { words, width }: TerminalView, paint: Paint): string {
  const { terminal } = words;
  const name = app.metadata.kind === 'known' ? app.metadata.id : terminal.unnamedApp;
  const title = [paint('bold', name), versionText(app, words), path].join(paint('dim', ' · '));
  const status = sentence(words.status[statusOf(app)]);
  return [title, wrap([status, words.trigger[triggerOf(app)]].filter((text) => text !== '').join(' '), width, '')].join(
    '\n',
  );
}

function versionText({ versions, target }: App, { terminal }: Words): string {
  const { declared, resolved, line } = versions;
  const own = line === '9' ? 'v9' : 'v8';
  const parts = [declared === null || line === 'unknown' ? terminal.versionUnknown : terminal.version(declared)];
  if (resolved !== null && resolved !== declared) parts.push(terminal.assumed(resolved));
  if (target !== own) parts.push(terminal.aimingAt(target));
  return parts.join(', ');
}

function findingText(app: App, { finding }: SettledFinding, view: TerminalView, paint: Paint): string {
  const { words, width } = view;
  const { line, column } = locationOf(app, finding.at);
  const phase = finding.phase === null ? [] : [words.phase[finding.phase]];
  const label = [words.severity[finding.severity], ...phase, words.tier[tierOf(finding)]].join(' · ');
  const place = `${shownPath(app.workspace.root, finding.at.file)}:${line}:${column}`;
  const told = [
    wrap(messageOf(finding, words), width, '  '),
    labelled(words.terminal.why, whyOf(finding, words), width, paint),
    labelled(words.terminal.next, nextOf(finding, words), width, paint),
    ...reasonTexts(finding.remedy, words).map(([title, text]) => labelled(title, text, width, paint)),
  ];
  return [
    `  ${paint(looks[finding.severity], `${finding.rule}`)}  ${label}`,
    `  ${paint('dim', place)}`,
    ...excerptOf(app, finding.at, paint).map((excerpt) => `  ${excerpt}`),
    ...told.map(redactSecrets),
  ].join('\n');
}

function reasonTexts(
  remedy: SettledFinding['finding']['remedy'],
  words: Words,
): readonly (readonly [string, string])[] {
  if (remedy.kind === 'none') return [];
  const title = remedy.kind === 'manual' ? words.terminal.because : words.terminal.look;
  return remedy.reasons.map((reason) => [title, `${words.reason(reason)}.`] as const);
}

function labelled(title: string, text: string, width: number, paint: Paint): string {
  const first = `  ${title}: `;
  return wrap(text, width, '    ', first).replace(first, `  ${paint('bold', `${title}:`)} `);
}

/** Relative to where the command runs, so that a click opens it. */
function shownPath(root: string, file: string): string {
  const path = relative(process.cwd(), join(root, file)).split(sep).join('/');
  return path.startsWith('../../..') ? file : path;
}

export interface SummaryView extends TerminalView {
  readonly paths: readonly string[];
}

export function terminalSummary(report: Report, { words, color, paths, width }: SummaryView): string {
  const paint = painter(color);
  const { terminal } = words;
  const { error, warning, note } = report.summary.bySeverity;
  const counts = error + warning + note === 0 ? terminal.noFindings : `${terminal.counts(error, warning, note)}.`;
  const lines = [`${paint('bold', terminal.apps(report.summary.apps))}: ${counts}`];
  const notRead = report.notAnalysed.filter(
    ({ file }) => !report.apps.some(({ path }) => file.startsWith(path) || path === '.'),
  );
  lines.push(...notRead.map(({ reason }) => wrap(reason, width, '')));
  lines.push(...nextCommands(report, paths, words));
  return `${lines.join('\n')}\n`;
}

function nextCommands(report: Report, paths: readonly string[], { terminal }: Words): readonly string[] {
  const findings = report.apps.flatMap((app) => app.findings);
  const [first] = [...findings].sort((a, b) => weight(a.severity) - weight(b.severity));
  if (first === undefined) return [];
  const fixable = report.apps.some(({ phase, findings: own }) =>
    own.some((finding) => finding.phase === phase && (finding.fix === 'safe' || finding.fix === 'review')),
  );
  return [
    ...(fixable ? [`${terminal.nextCommand}: ${commandLine(['maskinflytt', 'fix', ...paths])}`] : []),
    terminal.tellMore(commandLine(['maskinflytt', 'explain', first.rule])),
  ];
}

function weight(severity: Severity): number {
  return { error: 0, warning: 1, note: 2 }[severity];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
