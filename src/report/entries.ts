import { createHash } from 'node:crypto';
import type { Location } from '../location.ts';
import { type Severity, severities } from '../rules/finding.ts';
import { clean } from './clean.ts';
import type { NameFile } from './file-names.ts';
import type { Listed } from './listed.ts';
import type { Outcome } from './outcome.ts';
import type { FindingReport } from './report.ts';

/** One line of a list, ready to be escaped: on one line, without secrets and without what a screen would obey. */
export interface Entry {
  readonly app: Listed['app'];
  readonly rule: FindingReport['rule'];
  readonly severity: Severity;
  readonly phase: FindingReport['phase'];
  readonly fix: FindingReport['fix'];
  /** null where it is about no file: a given path without an app. */
  readonly path: string | null;
  /** null for the file as a whole. */
  readonly place: Place | null;
  readonly message: string;
  readonly next: string;
  /** Why it wants a person; empty where it does not. */
  readonly because: string;
  readonly fingerprint: string;
  readonly suppressed: FindingReport['suppressed'];
}

type Place = Omit<Location, 'file'>;

/** All there is to list: what was found in apps and beside them, then what could not be read and is in no app. */
export function entriesOf(
  listed: readonly Listed[],
  { beside, unfound }: Pick<Outcome, 'beside' | 'unfound'>,
  nameFile: NameFile,
): readonly Entry[] {
  return [
    ...listed.map((one) => entryOf(one, nameFile)),
    ...beside.flatMap(({ root, files }) =>
      files.map(({ file, reason }) => notRead(clean(nameFile(root, file)), file, reason)),
    ),
    ...unfound.map(({ file, reason }) => notRead(null, file, reason)),
  ];
}

function entryOf({ app, root, finding, next, reasons }: Listed, nameFile: NameFile): Entry {
  const { rule, severity, phase, fix, location, message, fingerprint, suppressed } = finding;
  return {
    app: app && { ...app, id: app.id === null ? null : clean(app.id), path: clean(app.path) },
    rule,
    severity,
    phase,
    fix,
    path: clean(nameFile(root, location.file)),
    place: placeIn(location),
    message: clean(message),
    next: clean(next),
    because: reasons === null ? '' : clean(`${reasons.title}: ${reasons.reasons.join(' ')}`),
    fingerprint,
    suppressed: suppressed && { ...suppressed, reason: clean(suppressed.reason) },
  };
}

/** The first place of a file, with nothing in it, stands for the file. */
export function placeIn({ line, column, endLine, endColumn }: Location): Place | null {
  const isWhole = line === 1 && column === 1 && endLine === 1 && endColumn === 1;
  return isWhole ? null : { line, column, endLine, endColumn };
}

function notRead(path: string | null, file: string, reason: string): Entry {
  return {
    app: null,
    rule: 'files/not-analysed',
    severity: 'warning',
    phase: null,
    fix: 'none',
    path,
    place: null,
    message: clean(reason),
    next: '',
    because: '',
    fingerprint: createHash('sha256')
      .update(`files/not-analysed\0${path ?? file}`)
      .digest('hex')
      .slice(0, 32),
    suppressed: null,
  };
}

/** What is wrong, what to do about it and why that takes a person: as many sentences as there are to say. */
export function toldBy({ message, next, because }: Entry): readonly string[] {
  return [message, next, because].filter((said) => said !== '');
}

/** What counts, the most severe first, else in the order it was found. */
export function worstFirst(entries: readonly Entry[]): readonly Entry[] {
  const counting = entries.filter(({ suppressed }) => suppressed === null);
  return severities.flatMap((severity) => counting.filter((entry) => entry.severity === severity));
}
