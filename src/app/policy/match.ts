import { type AccessRequest, askedFor, type RequestValue } from './access-request.ts';
import type { Doubt } from './doubt.ts';
import { endEventAttribute, stringEqual, stringEqualIgnoringCase, stringType, taskAttribute } from './identifiers.ts';
import { deployedText, isPlaceholder, type OwnNames } from './own-names.ts';
import type { Match } from './policy.ts';
import type { Truth } from './truth.ts';

export function isKnownFunction({ matchId }: Match): boolean {
  return matchId === stringEqual || matchId === stringEqualIgnoringCase;
}

/** Whether it holds, and if nobody can tell, why. */
export function truthOf(match: Match, request: AccessRequest, names: OwnNames): Truth | Doubt {
  const { at, attribute, malformed } = match;
  if (malformed) return { code: 'malformed', at };
  const asked = askedFor(request, attribute);
  if (asked === 'absent') return 'no';
  if (asked === 'unheard-of') return { code: 'unknown-attribute', at, name: attribute.id };
  if (!isKnownFunction(match)) return { code: 'unknown-function', at, name: match.matchId };
  const otherType = [match.valueType, attribute.type].find((type) => type !== stringType);
  if (otherType !== undefined) return { code: 'unknown-data-type', at, name: otherType };
  return comparison(match, asked, names);
}

function comparison(match: Match, asked: RequestValue, names: OwnNames): Truth | Doubt {
  const { at, valueAt, attribute, value } = match;
  if (asked.kind === 'unknown') {
    const bound = attribute.id === taskAttribute || attribute.id === endEventAttribute;
    return bound ? { code: 'process-unknown', at } : { code: 'unknown-attribute', at, name: attribute.id };
  }
  const trimmed = value.trim();
  if (asked.kind === 'own' && isPlaceholder(trimmed, asked.part)) return spaced(match);
  const given = asked.kind === 'text' ? asked.text : names?.[asked.part];
  const written = deployedText(trimmed, names);
  if (given === undefined || written === null) return { code: 'own-name-unknown', at: valueAt, name: trimmed };
  const same = match.matchId === stringEqual ? written === given : written.toLowerCase() === given.toLowerCase();
  return same ? spaced(match) : 'no';
}

/** The standard compares white space as well. */
function spaced({ valueAt: at, value }: Match): Truth | Doubt {
  return value === value.trim() ? 'yes' : { code: 'white-space', at, name: value.trim() };
}
