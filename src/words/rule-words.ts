import type { ObsoleteSpellingData } from './rules/clients/obsolete-spelling.ts';
import type { CustomPathData } from './rules/config/custom-path.ts';
import type { DefaultPathData } from './rules/config/default-path.ts';
import type { NotAnalysedData } from './rules/files/not-analysed.ts';
import type { MismatchData } from './rules/version/mismatch.ts';
import type { TooOldData } from './rules/version/too-old.ts';
import type { UnknownVersionData } from './rules/version/unknown.ts';

/** What a rule tells about each finding: its sentences are made of this, and the JSON report shows it. */
export interface RuleData {
  'clients/obsolete-spelling': ObsoleteSpellingData;
  'config/custom-path': CustomPathData;
  'config/default-path': DefaultPathData;
  'files/not-analysed': NotAnalysedData;
  'version/mismatch': MismatchData;
  'version/too-old': TooOldData;
  'version/unknown': UnknownVersionData;
}

export type RuleId = keyof RuleData;
