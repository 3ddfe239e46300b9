import type { Asked, Observation } from './observation.ts';

/** What becomes of a client of a running app. */
export type Outcome =
  | { readonly kind: 'works'; readonly as: 'own' | 'studio' }
  /** It asks, with the client id of one and the key of another. */
  | { readonly kind: 'refused' }
  /** It has too little to ask with, or the app does not even start. */
  | { readonly kind: 'fails'; readonly error: string };

export function outcomeOf(seen: Observation, client: string): Outcome {
  if (seen.kind === 'ended') return { kind: 'fails', error: seen.error };
  return answerTo(seen.start.clients[client] ?? { kind: 'failed', error: `no ${client}` });
}

/** Maskinporten knows a client id, the keys registered for it and what those are called. */
function answerTo(asked: Asked): Outcome {
  if (asked.kind === 'failed') return { kind: 'fails', error: asked.error };
  const whose = (name: string) => (name === 'studio' ? 'studio' : 'own');
  const id = whose(asked.clientId);
  const isPair = id === asked.signedBy && id === whose(asked.kid);
  return isPair ? { kind: 'works', as: id } : { kind: 'refused' };
}

/** Whether any of what it asks with comes from the vault. */
export function hasFromVault(seen: Observation, client: string): boolean {
  const asked = seen.kind === 'started' ? seen.start.clients[client] : undefined;
  return asked?.kind === 'asked' && (asked.clientId === 'vault' || asked.kid === 'vault');
}

export function nameOf(outcome: Outcome): string {
  if (outcome.kind === 'fails') return `fails (${outcome.error})`;
  return outcome.kind === 'works' ? `works as ${outcome.as}` : outcome.kind;
}
