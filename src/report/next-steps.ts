import { type Phase, phases, severities } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import { commandLine, pathCommand } from './command-line.ts';
import type { Outcome } from './outcome.ts';

/** More than these on one line help nobody. */
const mostPaths = 4;

interface Next {
  readonly words: Words;
  readonly paths: readonly string[];
  readonly passedOn: readonly string[];
}

export interface NextStep {
  readonly said: string;
  /** What to type for it. */
  readonly command: string | null;
}

/** What to do now, only where that leads somewhere. */
export function nextSteps(
  { report, roots }: Pick<Outcome, 'report' | 'roots'>,
  { words, paths, passedOn }: Next,
): readonly NextStep[] {
  const { terminal } = words;
  const findings = report.apps.flatMap((app) => app.findings).filter(({ suppressed }) => suppressed === null);
  const [first] = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (first === undefined) return [];
  // Once Studio's credentials are all there is, a note only tells.
  const told = report.apps.filter(({ status }) => status === 'studio').flatMap((app) => app.findings);
  const waiting = findings.filter((finding) => finding.severity !== 'note' || !told.includes(finding));
  const isIn = (phase: Phase) => (finding: (typeof findings)[number]) =>
    finding.phase === phase || (finding.phase === null && phase === 'prepare');
  const patched = phases.find((phase) =>
    findings.filter(isIn(phase)).some(({ fix }) => fix === 'safe' || fix === 'review'),
  );
  const before = phases.slice(0, patched === undefined ? 0 : phases.indexOf(patched));
  const byHand = before.flatMap((phase) => waiting.filter(isIn(phase))).filter(({ fix }) => fix === 'manual').length;
  const options = [...passedOn, ...(roots > 1 ? ['--output-dir', 'patches'] : [])];
  return [
    ...(byHand > 0 ? [{ said: terminal.byHandFirst(byHand), command: null }] : []),
    ...(patched === undefined
      ? []
      : [{ said: terminal.patchOf(words.phase[patched]), command: fixCommand(options, paths, words) }]),
    { said: terminal.tellMore, command: commandLine(['maskinflytt', 'explain', first.rule]) },
  ];
}

export function fixCommand(options: readonly string[], paths: readonly string[], { terminal }: Words): string {
  return paths.length > mostPaths
    ? `${pathCommand('fix', options, [])} ${terminal.manyPaths}`
    : pathCommand('fix', options, paths);
}
