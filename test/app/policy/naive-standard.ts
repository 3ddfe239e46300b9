import type { AbstractAllOf, AbstractAnyOf, AbstractRule } from './abstract-policy.ts';
import { holds, type NaiveRequest, type Three } from './naive-request.ts';

/** As XACML 3.0 has it: every AnyOf has some AllOf whose every Match holds. No AnyOf at all: it applies to everything. */
export function appliesByStandard(rule: AbstractRule, request: NaiveRequest, namesKnown: boolean): Three {
  let result: Three = 'yes';
  for (const anyOf of rule.anyOfs) {
    const answer = someOf(anyOf, request, namesKnown);
    if (answer === 'no') return 'no';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

function someOf(anyOf: AbstractAnyOf, request: NaiveRequest, namesKnown: boolean): Three {
  let result: Three = 'no';
  for (const allOf of anyOf) {
    const answer = everyOf(allOf, request, namesKnown);
    if (answer === 'yes') return 'yes';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

function everyOf(allOf: AbstractAllOf, request: NaiveRequest, namesKnown: boolean): Three {
  let result: Three = 'yes';
  for (const match of allOf) {
    const answer = holds(match, request, namesKnown);
    if (answer === 'no') return 'no';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}
