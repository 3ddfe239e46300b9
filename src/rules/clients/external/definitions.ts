import type { ExternalRegistration, HandlerUse } from '../../../app/clients/external/registration.ts';
import type { Reason } from '../../../words/reasons.ts';

/** Why it cannot be said which credentials a handler has. */
export function definitionObstacles({ key, definitions }: HandlerUse): readonly Reason[] {
  if (key.kind === 'unknown') return [{ code: 'definition-not-found', key: null }];
  const [first, ...others] = definitions;
  if (first === undefined) return [{ code: 'definition-not-found', key: key.value }];
  return others.every((other) => isSame(first, other)) ? [] : [{ code: 'definitions-differ', key: key.value }];
}

function isSame(a: ExternalRegistration, b: ExternalRegistration): boolean {
  return (
    a.section !== null &&
    a.section.toLowerCase() === b.section?.toLowerCase() &&
    a.definition.name === b.definition.name &&
    JSON.stringify(a.access.scopes) === JSON.stringify(b.access.scopes) &&
    JSON.stringify(a.access.exchange) === JSON.stringify(b.access.exchange)
  );
}
