import type { RuleId } from '../words/rule-words.ts';

/**
 * What each rule's fix does to its fixture, as the tool itself prints it; empty where there is none.
 * Written by `npm run docs`.
 */
export const examples: Readonly<Record<RuleId, string>> = {
  'clients/obsolete-spelling': '',
  'config/custom-path': '',
  'config/default-path': '',
  'files/not-analysed': '',
  'version/mismatch': '',
  'version/too-old': '',
  'version/unknown': '',
};
