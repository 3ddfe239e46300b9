import type { Severity } from '../../rules/finding.ts';
import { severities } from '../../rules/finding.ts';
import type { Words } from '../../words/words.ts';
import { type Entry, toldBy, worstFirst } from '../entries.ts';
import { replacedBy } from './escaped.ts';

/** GitHub shows no more of each kind for one step. */
const shownOfEachKind = 10;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** Commands of a GitHub Actions workflow, which it shows beside the lines of a pull request. */
export function githubAnnotations(entries: readonly Entry[], { annotations }: Words): string {
  const worst = worstFirst(entries);
  const ofEach = severities.map((severity) => worst.filter((entry) => entry.severity === severity));
  const shown = ofEach.flatMap((kind) => kind.slice(0, shownOfEachKind));
  const [errors = 0, warnings = 0, notes = 0] = ofEach.map((kind) => Math.max(0, kind.length - shownOfEachKind));
  const cut = errors + warnings + notes > 0 ? [annotations.leftOut(shownOfEachKind, errors, warnings, notes)] : [];
  return [...shown.map(commandOf), ...cut].map((line) => `${line}\n`).join('');
}

function commandOf(entry: Entry): string {
  const { severity, path, place, rule } = entry;
  const properties = [
    ...(path === null ? [] : [`file=${escapedProperty(path)}`]),
    ...(place === null ? [] : placeProperties(place)),
    `title=${escapedProperty(rule)}`,
  ];
  return `::${commands[severity]} ${properties.join(',')}::${escapedData(toldBy(entry).join('\n'))}`;
}

/** Columns are refused where the lines differ. */
function placeProperties({ line, column, endLine, endColumn }: NonNullable<Entry['place']>): readonly string[] {
  const lines = [`line=${line}`, `endLine=${endLine}`];
  return line === endLine ? [...lines, `col=${column}`, `endColumn=${endColumn}`] : lines;
}

const inData = { '%': '%25', '\r': '%0D', '\n': '%0A' };
const escapedData = replacedBy(inData);
const escapedProperty = replacedBy({ ...inData, ':': '%3A', ',': '%2C' });
