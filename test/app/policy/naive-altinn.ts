import type { AbstractRule, Category } from './abstract-policy.ts';
import { holds, type NaiveRequest, type Three } from './naive-request.ts';

/**
 * As Altinn's decision point does: subject, resource and action each by itself, and for each all AllOfs that say
 * something of it are alternatives, in whichever AnyOf they stand. No alternative at all: nothing matches.
 */
export function appliesByAltinn(rule: AbstractRule, request: NaiveRequest, namesKnown: boolean): Three {
  const categories: readonly Category[] = ['subject', 'resource', 'action'];
  let result: Three = 'yes';
  for (const category of categories) {
    const answer = alternativesOf(category, rule, request, namesKnown);
    if (answer === 'no') return 'no';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

function alternativesOf(category: Category, rule: AbstractRule, request: NaiveRequest, namesKnown: boolean): Three {
  let result: Three = 'no';
  for (const anyOf of rule.anyOfs) {
    for (const allOf of anyOf) {
      const matches = allOf.filter((match) => match.category === category);
      if (matches.length === 0) continue;
      const answers = matches.map((match) => holds(match, request, namesKnown));
      if (answers.includes('no')) continue;
      if (!answers.includes('unknown')) return 'yes';
      result = 'unknown';
    }
  }
  return result;
}
