import { actionAttribute, appAttribute, categories, orgAttribute } from './identifiers.ts';
import { isKnownFunction, truthOf } from './match.ts';
import type { OwnNames } from './own-names.ts';
import { type AllOf, type AnyOf, type Match, matchesOf, type Policy, type PolicyRule } from './policy.ts';
import { serviceOwnerRequest } from './service-owner.ts';

/** A rule whose rights are the service owner's alone, for every instance of the app: more actions harm nobody else. */
export interface ExtensibleRule {
  readonly rule: PolicyRule;
  readonly lastAction: AllOf;
}

/** The first of the file. */
export function extensibleRule(policy: Policy, names: OwnNames): ExtensibleRule | null {
  for (const rule of policy.rules) {
    const lastAction = lastActionOf(rule, names);
    if (lastAction !== null) return { rule, lastAction };
  }
  return null;
}

function lastActionOf(rule: PolicyRule, names: OwnNames): AllOf | null {
  const { effect, doubts, anyOfs } = rule;
  const [subject, resource, action] = Object.values(categories).map((category) => only(anyOfs, category));
  if (effect !== 'Permit' || doubts.length > 0 || anyOfs.length !== 3 || !subject || !resource || !action) return null;
  // What must be present stops the decision for everybody who lacks it, and then for the new action too.
  if (matchesOf(rule).some(({ attribute }) => attribute.mustBePresent)) return null;
  const anyRequest = serviceOwnerRequest({ kind: 'not-started' }, 'read');
  const isOwn = ({ matches }: AllOf) => matches.every((match) => truthOf(match, anyRequest, names) === 'yes');
  const isPure =
    subject.allOfs.every((allOf) => isOwn(allOf) && areAbout(allOf, [orgAttribute])) &&
    resource.allOfs.every((allOf) => isOwn(allOf) && areAbout(allOf, [appAttribute, orgAttribute])) &&
    action.allOfs.every(({ matches: [match, ...more] }) => match && more.length === 0 && isPlainAction(match));
  return isPure ? (action.allOfs.at(-1) ?? null) : null;
}

/** The one that is all about this category. */
function only(anyOfs: readonly AnyOf[], category: string): AnyOf | undefined {
  return anyOfs.find(({ allOfs }) =>
    allOfs.every(({ matches }) => matches.every(({ attribute }) => attribute.category === category)),
  );
}

function areAbout({ matches }: AllOf, attributes: readonly string[]): boolean {
  const named = matches.map(({ attribute }) => attribute.id).sort();
  return named.length === attributes.length && named.every((id, index) => id === attributes[index]);
}

function isPlainAction(match: Match): boolean {
  return !match.malformed && isKnownFunction(match) && match.attribute.id === actionAttribute;
}
