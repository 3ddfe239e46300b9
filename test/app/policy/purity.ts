import { type AbstractAllOf, type AbstractRule, actionId, app, type Category, org } from './abstract-policy.ts';
import { holds } from './naive-request.ts';

/** Whether it may be extended without handing rights to anybody but the app's own org, on anything but the whole app. */
export function isPure({ effect, anyOfs, hasCondition, hasObligations }: AbstractRule, namesKnown: boolean): boolean {
  if (effect !== 'Permit' || hasCondition || hasObligations) return false;
  if (anyOfs.flat(2).some(({ mustBePresent }) => mustBePresent)) return false;
  const categories: readonly Category[] = ['subject', 'resource', 'action'];
  return categories.every((category) => {
    const ofCategory = anyOfs.filter((anyOf) => anyOf.flat().some((match) => match.category === category));
    const [only] = ofCategory;
    return (
      ofCategory.length === 1 &&
      only !== undefined &&
      only.every((allOf) => allOf.every((match) => match.category === category) && fits[category](allOf, namesKnown))
    );
  });
}

type Fits = (allOf: AbstractAllOf, namesKnown: boolean) => boolean;

const fits: Readonly<Record<Category, Fits>> = {
  subject: (allOf, namesKnown) => allOf.length === 1 && allOf[0]?.attribute === org && areOwn(allOf, namesKnown),
  resource: (allOf, namesKnown) => {
    const attributes = allOf.map(({ attribute }) => attribute).sort();
    return attributes.join(' ') === [app, org].join(' ') && areOwn(allOf, namesKnown);
  },
  action: (allOf) => allOf.length === 1 && allOf[0]?.attribute === actionId,
};

function areOwn(allOf: AbstractAllOf, namesKnown: boolean): boolean {
  const request = { subject: 'own org', state: 'not started', action: 'read' } as const;
  return allOf.every((match) => holds(match, request, namesKnown) === 'yes');
}
