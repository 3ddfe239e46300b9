import type { NotAnalysedFile, Report } from './report.ts';

/** What a run came to. */
export interface Outcome {
  readonly report: Report;
  /** How many private keys stand in no app: the report's summary has what was found in apps. */
  readonly strayKeys: number;
  /** Paths without an app and files beside apps: what nothing else in the report leads to. */
  readonly withoutApp: readonly NotAnalysedFile[];
  /** All that was not analysed; the report has the private keys in no app there too. */
  readonly notAnalysed: readonly NotAnalysedFile[];
  readonly roots: number;
}
