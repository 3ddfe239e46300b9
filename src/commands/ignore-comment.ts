import { isRuleId } from '../rules/registry.ts';
import { ignoreMark } from '../suppressed.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { CommentFault } from '../words/suppressions.ts';
import { isDate } from './suppressions.ts';

/** What a comment says that lets findings stand. */
export type Ignoring =
  | {
      readonly kind: 'ignoring';
      readonly rules: readonly RuleId[];
      readonly reason: string;
      /** The last day it holds, as YYYY-MM-DD; null when nobody set one. */
      readonly expires: string | null;
    }
  | { readonly kind: 'fault'; readonly fault: CommentFault };

/** null for a comment about something else. */
export function readIgnoring(comment: string): Ignoring | null {
  const said = withoutMarks(comment);
  if (said.slice(0, ignoreMark.length).toLowerCase() !== ignoreMark) return null;
  const rest = said.slice(ignoreMark.length);
  const colon = rest.indexOf(':') === -1 ? rest.length : rest.indexOf(':');
  const [named = '', ...untils] = rest
    .slice(0, colon)
    .split(/ until\b/)
    .map((part) => part.trim());
  // With two of them, what stands behind the first is no date.
  const until = untils.length > 0 ? untils.join(' until ') : null;
  const reason = rest.slice(colon + 1).trim();
  const rules = named.split(/\s*,\s*/);
  const unknown = rules.find((rule) => !isRuleId(rule));
  if (!rest.startsWith(' ') || rules.some((rule) => /^$|\s/.test(rule))) return faulty({ code: 'malformed' });
  if (unknown !== undefined) return faulty({ code: 'unknown-rule', rule: unknown });
  if (until !== null && !isDate(until)) return faulty({ code: 'bad-date', date: until });
  if (reason === '') return faulty({ code: 'no-reason' });
  // Where the key stands, nobody who reviews the configuration would see that it is let be.
  if (rules.includes('secrets/committed-key')) return faulty({ code: 'committed-key' });
  return { kind: 'ignoring', rules: [...new Set(rules.filter(isRuleId))], reason, expires: until };
}

function faulty(fault: CommentFault): Ignoring {
  return { kind: 'fault', fault };
}

/** On one line, without what makes it a comment in any of the languages. */
function withoutMarks(comment: string): string {
  const inside = comment.startsWith('/*')
    ? comment.slice(2, -2).replace(/^[ \t]*\*+|\*+$/gm, '')
    : comment.replace(/^(?:\/+|#+|<!--)/, '').replace(/-->$/, '');
  return inside.replace(/\s+/g, ' ').trim();
}
