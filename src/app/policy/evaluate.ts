import { type AccessRequest, askedFor } from './access-request.ts';
import type { Doubt } from './doubt.ts';
import { categories } from './identifiers.ts';
import { isKnownFunction, truthOf } from './match.ts';
import type { OwnNames } from './own-names.ts';
import { type Match, matchesOf, type Policy, type PolicyRule } from './policy.ts';
import type { Answer } from './rights.ts';
import { every, some, type Truth } from './truth.ts';

/** By the standard and as Altinn's decision point does; where these differ, nothing is decided. */
export function answerTo(policy: Policy, request: AccessRequest, names: OwnNames): Answer {
  const everywhere = [
    ...distinctDoubts(policy.doubts),
    ...policy.rules.flatMap((rule) => stoppingAltinn(rule, request)),
  ];
  if (everywhere.length > 0) return { kind: 'inconclusive', because: everywhere };
  const judged = policy.rules.map((rule) => judge(rule, request, names)).filter(concerns);
  const standard = decision(judged, 'standard');
  const altinn = decision(judged, 'altinn');
  if (standard === 'yes' && altinn === 'yes') return { kind: 'granted', by: grantedBy(judged) };
  if (standard === 'no' && altinn === 'no') return { kind: 'missing' };
  return { kind: 'inconclusive', because: judged.flatMap(doubtsOf) };
}

/** What makes Altinn's decision point give up, whichever rule would decide: what it cannot read, call or look up. */
function stoppingAltinn(rule: PolicyRule, request: AccessRequest): readonly Doubt[] {
  const stopping = matchesOf(rule).flatMap((match): readonly Doubt[] => {
    const { at, attribute, malformed, matchId } = match;
    if (malformed) return [{ code: 'malformed', at }];
    if (!isKnownFunction(match)) return [{ code: 'unknown-function', at, name: matchId }];
    const asked = askedFor(request, attribute);
    const isLacking = attribute.mustBePresent && (asked === 'absent' || asked === 'unheard-of');
    return isLacking ? [{ code: 'must-be-present', at, name: attribute.id }] : [];
  });
  return distinctDoubts<Doubt>([
    ...(rule.effect === 'unknown' ? [{ code: 'unknown-effect', at: rule.startTag } as const] : []),
    ...rule.doubts.flatMap(({ code, at }) => (code === 'malformed' ? [{ code, at }] : [])),
    ...stopping,
  ]);
}

/** One of a kind in a rule is enough to know. */
function distinctDoubts<D extends { readonly code: string }>(doubts: readonly D[]): readonly D[] {
  const known = new Map<string, D>();
  for (const doubt of doubts) {
    const key = JSON.stringify([doubt.code, 'name' in doubt ? doubt.name : '']);
    if (!known.has(key)) known.set(key, doubt);
  }
  return [...known.values()];
}

/** Whether a rule applies to a request. */
interface Judged {
  readonly rule: PolicyRule;
  readonly standard: Truth;
  readonly altinn: Truth;
  /** Why that is unknown. */
  readonly doubts: readonly Doubt[];
}

function judge(rule: PolicyRule, request: AccessRequest, names: OwnNames): Judged {
  const doubts: Doubt[] = [];
  const truths = new Map<Match, Truth>();
  for (const match of matchesOf(rule)) {
    const truth = truthOf(match, request, names);
    truths.set(match, typeof truth === 'string' ? truth : 'unknown');
    if (typeof truth !== 'string') doubts.push(truth);
  }
  const holds = (matches: readonly Match[]) => every(matches.map((match) => truths.get(match) ?? 'unknown'));
  const standard = every(rule.anyOfs.map(({ allOfs }) => some(allOfs.map(({ matches }) => holds(matches)))));
  const altinn = every(Object.values(categories).map((category) => some(alternatives(rule, category).map(holds))));
  return { rule, standard, altinn, doubts: distinctDoubts(doubts) };
}

/** The matches of a category in each `AllOf` that has some, across every `AnyOf`. */
function alternatives({ anyOfs }: PolicyRule, category: string): readonly (readonly Match[])[] {
  return anyOfs
    .flatMap(({ allOfs }) => allOfs)
    .map(({ matches }) => matches.filter(({ attribute }) => attribute.category === category))
    .filter((matches) => matches.length > 0);
}

function concerns({ standard, altinn }: Judged): boolean {
  return standard !== 'no' || altinn !== 'no';
}

function decision(judged: readonly Judged[], evaluation: 'standard' | 'altinn'): Truth {
  const applying = judged.filter((one) => one[evaluation] !== 'no');
  // Besides what others permit it may refuse, or bring duties along: Altinn's decision point is not asked which.
  if (applying.some(({ rule }) => rule.effect !== 'Permit' || rule.doubts.length > 0)) return 'unknown';
  return some(applying.map((one) => one[evaluation]));
}

/** The rules that permit it by both evaluations; where there is none, those that do by one. */
function grantedBy(judged: readonly Judged[]): readonly PolicyRule[] {
  const both = judged.filter(({ standard, altinn }) => standard === 'yes' && altinn === 'yes');
  const one = judged.filter(({ standard, altinn }) => standard === 'yes' || altinn === 'yes');
  return (both.length > 0 ? both : one).map(({ rule }) => rule);
}

/** Why a rule that may apply decides nothing. */
function doubtsOf({ rule, standard, altinn, doubts }: Judged): readonly Doubt[] {
  const at = rule.startTag;
  if (rule.effect === 'Deny') return [{ code: 'deny', at }];
  if (rule.doubts.length > 0) return distinctDoubts(rule.doubts);
  if (standard === 'unknown' || altinn === 'unknown') return doubts;
  return standard === altinn
    ? []
    : [{ code: 'evaluations-differ', at, permittedBy: standard === 'yes' ? 'standard' : 'altinn' }];
}
