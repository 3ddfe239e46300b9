import type { ExternalRegistration } from '../../../app/clients/external/registration.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Mover } from './movers.ts';

export function handlersOf(registration: ExternalRegistration, all: readonly Mover[]): readonly Mover[] {
  return all.filter(({ call }) => call.kind === 'handler' && call.definitions.includes(registration));
}

/** Those that may ask for a definition, as far as their key tells; one that nobody asks for may be meant by any of them. */
export function handlersPerhapsOf(registration: ExternalRegistration, all: readonly Mover[]): readonly Mover[] {
  const isUnasked = handlersOf(registration, all).length === 0;
  return all.filter(({ call }) => {
    return call.kind === 'handler' && call.definitions.length === 0 && (isUnasked || call.key.kind === 'unknown');
  });
}

export function handlersStaying(handlers: readonly Mover[]): readonly Reason[] {
  const count = handlers.filter(({ obstacles }) => obstacles.length > 0).length;
  return count === 0 ? [] : [{ code: 'handlers-stay', count }];
}
