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

/** Everything a person reads about one rule, in one language. */
export interface RuleWords<Data> {
  /** One line for lists. */
  readonly title: string;
  /** What is wrong, here. */
  readonly message: (data: Data) => string;
  /** Why it matters. */
  readonly why: (data: Data) => string;
  /** What a person does where no patch is offered, or after it. */
  readonly next: (data: Data) => string;
  /** Paragraphs for the rule's page. */
  readonly about: readonly string[];
  /** When to leave it as it is. */
  readonly whenNot: readonly string[];
}

/** Both languages of a rule stand side by side, so that neither is forgotten. */
export interface BilingualRuleWords<Data> {
  readonly en: RuleWords<Data>;
  readonly nb: RuleWords<Data>;
}
