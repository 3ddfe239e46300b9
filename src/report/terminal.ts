import type { App } from '../app/app.ts';
import { statusOf } from '../app/status.ts';
import { triggerOf } from '../app/trigger.ts';
import type { AuditedFinding } from '../migrate/audited-finding.ts';
import { tierOf } from '../rules/finding.ts';
import type { StatusName, Words } from '../words/words.ts';
import { type AuditedApp, isWork } from './audited-app.ts';
import { clean } from './clean.ts';
import { countsText } from './counts.ts';
import { displayWidth, onOneLine } from './display-width.ts';
import { excerptOf } from './excerpt.ts';
import { forLog } from './for-log.ts';
import { keptByDecision } from './kept.ts';
import { messageOf, nextOf, whyOf } from './message.ts';
import { nextSteps } from './next-steps.ts';
import type { Outcome } from './outcome.ts';
import { placeOf } from './place.ts';
import { policyText } from './policy-text.ts';
import { provenanceOfApp, provenanceOfFinding } from './provenance.ts';
import { reasonsOf } from './remedy-reasons.ts';
import { standingOf } from './standing.ts';
import type { StrayKeys } from './stray-keys.ts';
import { type Paint, painter, wrap } from './style.ts';
import { uncountedTexts } from './uncounted.ts';
import { decisionsToTake } from './undecided.ts';
import { versionText } from './version-text.ts';
import { whoWinsText } from './who-wins.ts';

export interface TerminalView {
  readonly words: Words;
  readonly color: boolean;
  readonly verbose: boolean;
  /** Whether a person asked about some rules only. */
  readonly rulesChosen: boolean;
  readonly width: number;
  readonly paths: readonly string[];
  readonly passedOn: readonly string[];
  /** Explanations that were given already: nobody reads one twice. */
  readonly explained: Set<string>;
}

/** One app's part of the report; among many, those in which there is nothing to do share a list. */
export interface TerminalPart {
  readonly block: string;
  /** Its name and how it stands, a line each; null when there is something to do. */
  readonly inList: string | null;
  /** How many findings are known from a baseline. */
  readonly known: number;
}

const looks = { error: 'red', warning: 'yellow', note: 'cyan' } as const;
const quietStatuses: readonly StatusName[] = ['none', 'studio', 'own'];

export function terminalPart(audited: AuditedApp, view: TerminalView): TerminalPart {
  const { app, path, settled } = audited;
  const paint = painter(view.color);
  const findings = settled.filter(({ suppressed }) => suppressed === null);
  const known = settled.filter(({ suppressed }) => suppressed?.by === 'baseline').length;
  const status = statusOf(app);
  const title = [
    nameOf(app, view.words, paint),
    clean(versionText(app, view.words)),
    ...(path === '.' ? [] : [clean(path)]),
  ];
  const isQuiet = quietStatuses.includes(status) && !view.verbose && !findings.some((one) => isWork(audited, one));
  const heading = title.join(paint('dim', ' · '));
  const inList = isQuiet ? `${heading}\n${sentence(standingOf(app, view.words))}` : null;
  const policy = policyText(
    app,
    findings.map(({ finding }) => finding),
    view,
    paint,
  );
  if (inList !== null && findings.length === 0) return { block: [inList, ...policy].join('\n\n'), inList, known };
  const trigger = triggerOf(app);
  // What never loads the credentials that Studio provides is not yet managed by it, whatever else it does.
  const standing = status === 'studio' && trigger.event === 'never' ? '' : sentence(standingOf(app, view.words));
  const said = [standing, view.words.trigger(trigger)].join(' ').trim();
  const kept = keptByDecision(app);
  const blocks = [
    [
      heading,
      wrap(clean(said), view.width, ''),
      ...(kept.length > 0 ? [wrap(view.words.terminal.keptByDecision(kept), view.width, '')] : []),
      ...(view.verbose ? provenanceOfApp(app, view) : []),
      ...(view.verbose ? whoWinsText(app, view.words).map((line) => wrap(clean(line), view.width, '    ', '  ')) : []),
    ].join('\n'),
    ...findings.map((one) =>
      [findingText(app, one, view, paint), ...(view.verbose ? provenanceOfFinding(app, one.finding, view) : [])].join(
        '\n',
      ),
    ),
    ...policy,
    ...decisionsToTake(app, view, paint),
  ];
  return { block: blocks.join('\n\n'), inList, known };
}

/** What was found in files of no app. */
export function strayPart({ workspace, keys }: StrayKeys, view: TerminalView): TerminalPart {
  const paint = painter(view.color);
  const blocks = [
    paint('bold', view.words.terminal.outsideApps(keys.length)),
    ...keys.map(({ finding }) => findingText({ workspace }, { finding }, view, paint)),
  ];
  return { block: blocks.join('\n\n'), inList: null, known: 0 };
}

function nameOf({ metadata }: App, { terminal }: Words, paint: Paint): string {
  return paint('bold', metadata.kind === 'known' ? clean(metadata.id) : terminal.unnamedApp);
}

function findingText(
  app: Pick<App, 'workspace'>,
  one: Pick<AuditedFinding, 'finding'>,
  view: TerminalView,
  paint: Paint,
): string {
  const { words, width } = view;
  const { finding } = one;
  const phase = finding.phase === null ? [] : [words.phase[finding.phase]];
  const label = [words.severity[finding.severity], ...phase, words.tier[tierOf(finding)]].join(' · ');
  return [
    `  ${paint(looks[finding.severity], finding.rule)}  ${label}`,
    `  ${paint('dim', placeOf(app, finding.at))}`,
    ...excerptOf(app, finding.at, width, paint).map((excerpt) => `  ${excerpt}`),
    wrap(clean(messageOf(finding, words)), width, '  '),
    ...firstTime(
      `${finding.rule} ${whyOf(finding, words)}`,
      view,
      labelled(words.terminal.why, whyOf(finding, words), width, paint),
    ),
    labelled(words.terminal.next, nextOf(finding, words), width, paint),
    ...reasonLines(finding.remedy, view, paint),
  ].join('\n');
}

function firstTime(what: string, { explained }: TerminalView, text: string): readonly string[] {
  if (explained.has(what)) return [];
  explained.add(what);
  return [text];
}

function reasonLines(remedy: AuditedFinding['finding']['remedy'], view: TerminalView, paint: Paint): readonly string[] {
  const { words, width } = view;
  const told = reasonsOf(remedy, words);
  if (told === null) return [];
  const { title, reasons } = told;
  const [first, ...others] = reasons;
  if (first === undefined || others.length === 0) return [labelled(title, first ?? '', width, paint)];
  const items = reasons.map((text) => wrap(clean(text), width, '      ', '    - '));
  return [`  ${paint('bold', `${title}:`)}`, ...items];
}

function labelled(title: string, text: string, width: number, paint: Paint): string {
  const first = `  ${title}: `;
  return wrap(clean(text), width, '    ', first).replace(first, `  ${paint('bold', `${title}:`)} `);
}

export function terminalReport(parts: readonly TerminalPart[], outcome: Outcome, view: TerminalView): string {
  const isAlone = parts.length === 1;
  const loud = parts.filter(({ inList }) => inList === null || isAlone);
  const quiet = isAlone ? [] : parts.flatMap(({ inList }) => inList ?? []);
  const blocks = [
    ...loud.map(({ block }) => block),
    ...(quiet.length > 0 ? [quietList(quiet, view)] : []),
    summaryText(parts, outcome, view),
  ];
  return `${forLog(blocks.filter((block) => block !== '').join('\n\n'))}\n`;
}

function quietList(parts: readonly string[], { words, color }: TerminalView): string {
  const rows = parts.map((part) => part.split('\n').map((line) => line.replace(/\.$/, '')));
  const widest = Math.max(...rows.map(([title = '']) => displayWidth(plain(title))));
  const lines = rows.map(([title = '', status = '']) => {
    const padding = ' '.repeat(
      Math.min(widest, 80) > displayWidth(plain(title)) ? Math.min(widest, 80) - displayWidth(plain(title)) : 0,
    );
    return `  ${title}${padding}  ${status}`;
  });
  return [painter(color)('bold', `${words.terminal.nothingIn(parts.length)}:`), ...lines].join('\n');
}

function plain(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}

function summaryText(parts: readonly TerminalPart[], outcome: Outcome, view: TerminalView): string {
  const { report, withoutApp } = outcome;
  const { words, color, width } = view;
  const { terminal } = words;
  const apps = painter(color)('bold', terminal.apps(report.summary.apps));
  const known = parts.reduce((count, part) => count + part.known, 0);
  const uncounted = report.apps.flatMap(({ findings }) => findings).filter((one) => one.suppressed !== null).length;
  return [
    ...(report.apps.length === 0 ? [] : [`${apps}: ${countsText(outcome, words)}`]),
    ...uncountedTexts(uncounted - known, known, words),
    ...withoutApp.map(({ reason }) => wrap(onOneLine(reason), width, '')),
    ...nextSteps(outcome, view).map(({ said, command }) => onOneLine(command === null ? said : `${said}: ${command}`)),
  ].join('\n');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
