import { posix } from 'node:path';
import type { App } from '../app/app.ts';
import type { AuditedFinding } from '../migrate/audited-finding.ts';
import { redact } from '../report/redact.ts';
import { fingerprints } from '../rules/fingerprint.ts';
import { type Baseline, type BaselineEntry, baselineText, isKnowable } from './baseline.ts';
import type { Choices, Output } from './choices.ts';
import { writeOutput } from './write-output.ts';

export interface Baselining {
  /** What is known already; null when nobody told. */
  readonly known: Baseline | null;
  /** The file that is to know what this run finds; null for none. */
  readonly write: string | null;
}

export const noBaseline: Baselining = { known: null, write: null };

interface AppSeen {
  readonly app: App;
  /** As reports show it. */
  readonly path: string;
  readonly settled: readonly AuditedFinding[];
}

/** Follows a run: which findings the baseline knows, which of its entries fit nothing, and what the next one holds. */
export class KnownFindings {
  readonly #baselining: Baselining;
  readonly #words: Choices['words'];
  readonly #entries = new Map<string, BaselineEntry>();
  readonly #fitting = new Set<string>();
  readonly #apps = new Set<string>();
  readonly #found: BaselineEntry[] = [];
  #unread = 0;
  #keys = 0;

  constructor(baselining: Baselining, { words }: Pick<Choices, 'words'>) {
    this.#baselining = baselining;
    this.#words = words;
    for (const entry of baselining.known?.entries ?? []) this.#entries.set(nameOf(entry), entry);
  }

  /** The findings of an app, those that are known marked so. Someone's decision comes first. */
  mark({ app, path, settled }: AppSeen): readonly AuditedFinding[] {
    if (this.#baselining.known === null && this.#baselining.write === null) return settled;
    const prints = fingerprints(
      app,
      settled.map(({ finding }) => finding),
    );
    const id = redact(app.metadata.kind === 'known' ? app.metadata.id : path);
    this.#apps.add(id);
    this.#unread += app.unread.length;
    return settled.map((one, index): AuditedFinding => {
      const { rule, at } = one.finding;
      const within = posix.relative(app.location.path, at.file);
      const entry = { fingerprint: prints[index] ?? '', rule, app: id, path: redact(within) };
      const isKnown = isKnowable(rule) && this.#entries.has(nameOf(entry));
      if (isKnown) this.#fitting.add(nameOf(entry));
      if (one.suppressed !== null) return one;
      if (isKnowable(rule)) this.#found.push(entry);
      else this.#keys++;
      const reason = this.#words.suppressions.inBaseline;
      return isKnown ? { ...one, suppressed: { by: 'baseline', reason, expires: null } } : one;
    });
  }

  /** Entries of apps and rules that this run did not look at may fit another time. */
  #isLookedAt({ app, rule }: BaselineEntry, { rules }: Choices): boolean {
    return this.#apps.has(app) && rules.includes(rule);
  }

  finish(choices: Choices, output: Output): void {
    const { known, write } = this.#baselining;
    const { baselineLeft, baselineEntry, baselineWritten, baselineUnread, baselineKeys } = choices.words.suppressions;
    const entries = [...this.#entries.values()];
    const left = entries.filter((one) => this.#isLookedAt(one, choices) && !this.#fitting.has(nameOf(one)));
    if (known !== null && left.length > 0) {
      output.talk(baselineLeft(known.file, left.length, write === known.file));
      if (choices.verbose) for (const one of left) output.talk(`  ${baselineEntry(one.rule, one.app, one.path)}`);
    }
    if (write === null) return;
    const kept = entries.filter((one) => !this.#isLookedAt(one, choices));
    const text = baselineText([...this.#found, ...kept]);
    writeOutput(write, [text], choices.words);
    output.talk(baselineWritten(write, text.split('\n').length - 2));
    if (this.#unread > 0) output.talk(baselineUnread(write, this.#unread));
    if (this.#keys > 0) output.talk(baselineKeys(write, this.#keys));
  }
}

function nameOf({ app, fingerprint }: Pick<BaselineEntry, 'app' | 'fingerprint'>): string {
  return `${app}\0${fingerprint}`;
}
