import type { Words } from '../../words/words.ts';
import { type Entry, toldBy, worstFirst } from '../entries.ts';
import { replacedBy } from './escaped.ts';

/** Azure Pipelines keeps the first ones of each kind for a task; all others stand in its log. */
const keptOfEachKind = 10;

/** Logging commands of Azure Pipelines. It knows errors and warnings; a note is a line of the log. */
export function azureAnnotations(entries: readonly Entry[], words: Words): string {
  const worst = worstFirst(entries);
  const beyond = (severity: Entry['severity']) =>
    Math.max(0, worst.filter((entry) => entry.severity === severity).length - keptOfEachKind);
  const [errors, warnings] = [beyond('error'), beyond('warning')];
  const logOnly = errors + warnings > 0 ? [words.annotations.inLogOnly(keptOfEachKind, errors, warnings)] : [];
  return [...worst.map((entry) => lineOf(entry, words)), ...logOnly].map((line) => `${line}\n`).join('');
}

function lineOf(entry: Entry, { severity }: Words): string {
  const { path, place, rule } = entry;
  const text = unopened(toldBy(entry).join(' '));
  if (entry.severity === 'note') {
    const where = [path, ...(place === null ? [] : [place.line, place.column])].filter((part) => part !== null);
    return `${severity.note} ${rule} ${unopened(where.join(':'))} ${text}`;
  }
  const properties = [
    `type=${entry.severity}`,
    ...(path === null ? [] : [`sourcepath=${escapedProperty(unopened(path))}`]),
    ...(place === null ? [] : [`linenumber=${place.line}`, `columnnumber=${place.column}`]),
    `code=${escapedProperty(rule)}`,
  ];
  return `##vso[task.logissue ${properties.join(';')}]${escapedData(text)}`;
}

/** A command may begin anywhere in a line. */
function unopened(text: string): string {
  return text.replace(/#(?=#)/g, '# ');
}

const inData = { '%': '%AZP25', '\r': '%0D', '\n': '%0A' };
const escapedData = replacedBy(inData);
const escapedProperty = replacedBy({ ...inData, ';': '%3B', ']': '%5D' });
