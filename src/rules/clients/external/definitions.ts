import type { ExternalRegistration, HandlerUse } from '../../../app/clients/external/registration.ts';
import type { Reason } from '../../../words/reasons.ts';

/** Why it cannot be said which credentials a handler has. */
export function definitionObstacles({ key, definition, definitions }: HandlerUse): readonly Reason[] {
  if (key.kind === 'unknown') return [{ code: 'definition-not-found', key: null }];
  const [first, ...others] = definitions;
  if (first === undefined) return [{ code: 'definition-not-found', key: key.value }];
  if (!others.every((other) => isSame(first, other))) return [{ code: 'definitions-differ', key: key.value }];
  const { name } = first.definition;
  return name === definition.name ? [] : [{ code: 'definition-of-handler', definition: name }];
}

function isSame(a: ExternalRegistration, b: ExternalRegistration): boolean {
  return (
    a.section !== null &&
    a.section.toLowerCase() === b.section?.toLowerCase() &&
    a.definition.name === b.definition.name &&
    JSON.stringify(asked(a)) === JSON.stringify(asked(b)) &&
    JSON.stringify(a.access.exchange) === JSON.stringify(b.access.exchange)
  );
}

/** The scopes themselves: where the code says them does not make two definitions differ. */
function asked({ access: { scopes } }: ExternalRegistration) {
  return scopes.kind === 'known' ? scopes.scopes : scopes.because;
}
