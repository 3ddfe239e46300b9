import type { RuleId } from '../words/rule-words.ts';
import { examples } from './examples.ts';

/** What a rule's fix does to its fixture, without the migration record: that is the same for all, and longer than most patches. */
export function exampleOf(id: RuleId): string {
  return examples[id].replace(/^# safe: migration record\n[^#]*?(?=^# |(?![\s\S]))/m, '');
}
