import type { Trigger } from '../../src/words/trigger.ts';
import type { Outcome } from './outcome.ts';

/** What one client did before scopes were added, after, and after the vault's secrets were removed as well. */
export interface Lived {
  readonly name: string;
  readonly kind: 'built-in' | 'built-in-elsewhere' | 'external';
  readonly before: Outcome;
  readonly added: Outcome;
  readonly removed: Outcome;
  /** Whether the vault supplies any of what it asks with once scopes are added. */
  readonly hasFromVault: boolean;
}

/** As the tool calls it; and `left` where values of files stand in for what the vault no longer has. */
export type SeenEvent = Trigger['event'] | 'secret-removal, with values left';
type Event = SeenEvent;

export function eventOf(trigger: Trigger): SeenEvent {
  const isLeft = trigger.event === 'secret-removal' && trigger.left.length > 0;
  return isLeft ? 'secret-removal, with values left' : trigger.event;
}

/**
 * What flipped the identity of a running app, as the runs show it; several where it is a matter of words, none when no
 * client ever worked, so that there was nothing to flip.
 */
export function trueTriggers(clients: readonly Lived[], isFileLoaded: boolean): readonly Event[] {
  if (!isFileLoaded) return ['never'];
  // One on the app's own side that never works cannot be seen to break.
  const own = clients.filter(({ kind }) => kind !== 'built-in');
  if (clients.every(isIdle) || own.some(isIdle)) return [];
  const events = clients.map(eventsOf);
  if (events.some(isBreaking)) return ['breaks-when-scopes-added'];
  const legacy = events.filter((_, index) => clients[index]?.kind !== 'built-in');
  return (legacy.length === 0 ? events : legacy).flat();
}

function isIdle({ before, added, removed }: Lived): boolean {
  return [before, added, removed].every(({ kind }) => kind === 'fails');
}

function isBreaking(events: readonly Event[]): boolean {
  return events.includes('breaks-when-scopes-added');
}

function eventsOf({ kind, before, added, removed, hasFromVault }: Lived): readonly Event[] {
  if (added.kind === 'refused' && before.kind !== 'refused') return ['breaks-when-scopes-added'];
  if (before.kind === 'works' && added.kind !== 'works') return ['breaks-when-scopes-added'];
  const isStudios = added.kind === 'works' && added.as === 'studio';
  // An app that has had no credentials of its own flips from nothing.
  if (isStudios) return before.kind === 'works' ? ['scopes-added'] : ['scopes-added', 'none'];
  const isKept = kind === 'external' && removed.kind === 'works';
  if (!hasFromVault || isKept) return ['code-deploy'];
  const isReached = removed.kind === 'works' && removed.as === 'studio';
  return [isReached || kind === 'external' ? 'secret-removal' : 'secret-removal, with values left'];
}
