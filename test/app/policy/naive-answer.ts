import {
  type AbstractAnyOf,
  type AbstractMatch,
  type AbstractPolicy,
  type AbstractRule,
  denyOverrides,
  regexpMatch,
} from './abstract-policy.ts';
import { appliesByAltinn } from './naive-altinn.ts';
import { type NaiveRequest, said, type Three } from './naive-request.ts';
import { appliesByStandard } from './naive-standard.ts';

export type NaiveAnswer = 'granted' | 'missing' | 'inconclusive';

/** Both ways; what they do not agree on, or what neither can tell, is inconclusive. */
export function naiveAnswer(policy: AbstractPolicy, request: NaiveRequest, namesKnown: boolean): NaiveAnswer {
  if (isBeyondUs(policy) || allMatches(policy).some((match) => makesAltinnGiveUp(match, request)))
    return 'inconclusive';
  let [standard, altinn]: readonly [Three, Three] = ['no', 'no'];
  for (const rule of policy.rules) {
    // The standard knows no AnyOf and no AllOf that holds nothing: what such a rule applies to, nobody can tell.
    if (rule.anyOfs.some(isIncomplete)) return 'inconclusive';
    const byStandard = appliesByStandard(rule, request, namesKnown);
    const byAltinn = appliesByAltinn(rule, request, namesKnown);
    if (isSpecial(rule)) {
      if (byStandard !== 'no' || byAltinn !== 'no') return 'inconclusive';
      continue;
    }
    standard = either(standard, byStandard);
    altinn = either(altinn, byAltinn);
  }
  if (standard === 'yes' && altinn === 'yes') return 'granted';
  return standard === 'no' && altinn === 'no' ? 'missing' : 'inconclusive';
}

function isBeyondUs({ combining, target }: AbstractPolicy): boolean {
  return target.length > 0 || !denyOverrides.some((id) => id === combining);
}

function makesAltinnGiveUp(match: AbstractMatch, request: NaiveRequest): boolean {
  const isAbsent = said(request, match.category, match.attribute) === 'nothing';
  return match.matchId === regexpMatch || (match.mustBePresent && isAbsent);
}

/** What it does, if it applies, nobody can tell. */
function isSpecial({ effect, hasCondition, hasObligations }: AbstractRule): boolean {
  return effect === 'Deny' || hasCondition || hasObligations;
}

function isIncomplete(anyOf: AbstractAnyOf): boolean {
  return anyOf.length === 0 || anyOf.some((allOf) => allOf.length === 0);
}

function either(one: Three, other: Three): Three {
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'no';
}

function allMatches({ rules }: AbstractPolicy): readonly AbstractMatch[] {
  return rules.flatMap(({ anyOfs }) => anyOfs.flat(2));
}
