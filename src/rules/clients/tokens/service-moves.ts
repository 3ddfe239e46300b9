import type { App } from '../../../app/app.ts';
import type { TokenConsumer } from '../../../app/clients/consumers/consumer.ts';
import type { ClientRegistration, ProviderRegistration } from '../../../app/clients/consumers/registrations.ts';
import type { FileRange } from '../../../location.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Change } from '../../finding.ts';
import { type Move, moveOf } from './consumer-remedy.ts';
import { importsAround, moveOfRegistration } from './provider-registration.ts';
import { clearingWith, settingsGoing } from './settings-going.ts';

/** What takes the package's service: classes of the app, and the library's provider where the app registers it. */
type Taker = TokenConsumer | ProviderRegistration;

const known = new WeakMap<App, ReadonlyMap<Taker, Move>>();

export function serviceMoves(app: App): ReadonlyMap<Taker, Move> {
  const before = known.get(app);
  if (before) return before;
  const consumers = app.tokens.consumers.filter(({ client }) => client === 'external-service');
  const moves = new Map<Taker, Move>([
    ...consumers.map((consumer) => [consumer, moveOf(app, consumer)] as const),
    ...app.tokens.providerRegistrations.map((one) => [one, moveOfRegistration(app, one)] as const),
  ]);
  const going = hasStaying(app, [...moves.values()])
    ? []
    : registrationsGoing(app, [...moves.values()].flatMap(changesOf));
  const together = going.length === 0 ? moves : movedTogether(moves, going);
  known.set(app, together);
  return together;
}

/**
 * What the app registers for them goes with the last, in one change: before, something would not be found when the app
 * runs; after, nobody would look for it.
 */
function movedTogether(moves: ReadonlyMap<Taker, Move>, going: readonly Change[]): ReadonlyMap<Taker, Move> {
  const changes = [...[...moves.values()].flatMap(changesOf), ...going];
  // Whatever kept the settings for others goes as well.
  const isOpen = ({ code }: Reason) => code !== 'settings-still-taken';
  return new Map(
    [...moves].map(([taker, move]) => [
      taker,
      move.kind === 'move' ? { ...move, changes, doubts: move.doubts.filter(isOpen) } : move,
    ]),
  );
}

function changesOf(move: Move): readonly Change[] {
  return move.kind === 'move' ? move.changes : [];
}

function hasStaying(app: App, moves: readonly Move[]): boolean {
  return moves.some(({ kind }) => kind === 'stay') || isNeededBesides(app);
}

/** The library's eFormidling takes the service too, and so does what was put together by hand. */
function isNeededBesides({ tokens }: App): boolean {
  const others = [tokens.directProviders, tokens.legacyEformidling, tokens.oldest];
  const isOwn = tokens.implementations.some(({ client }) => client === 'external-service');
  return isOwn || others.some((some) => some.length > 0);
}

/** The app's registrations of the service when nothing takes it, as far as they can go. */
export function registeredForNobody(app: App): readonly ClientRegistration[] {
  if (serviceMoves(app).size > 0 || isNeededBesides(app)) return [];
  return serviceRegistrations(app).filter(({ removal }) => removal !== null);
}

function serviceRegistrations({ tokens }: App): readonly ClientRegistration[] {
  return tokens.clientRegistrations.filter(({ client }) => client === 'external-service');
}

/** Calls that make the library take the service, where the app still registers it or its settings. */
export function takenByLibrary({ tokens }: App): readonly FileRange[] {
  const isRegistered = tokens.clientRegistrations.some(({ client }) => client === 'external-service');
  return isRegistered || tokens.settingsRegistrations.length > 0 ? tokens.legacyEformidling : [];
}

/** The service, its cache and its settings. */
export function registrationsGoing(app: App, changes: readonly Change[]): readonly Change[] {
  const services = serviceRegistrations(app).flatMap(({ removal }) => (removal === null ? [] : [removal]));
  // Registered clients of the package have the cache too, and see to it themselves.
  const isNeeded = app.externals.length + app.handlers.length + app.tokenCache.uses.length > 0;
  const caches = isNeeded ? [] : app.tokenCache.registrations;
  const settings = settingsGoing(app, changes);
  const calls = [...caches, ...settings];
  const removals: readonly Change[] = [
    ...services.map(({ kind, at }): Change => {
      return kind === 'statement'
        ? { kind: 'remove-statement', at, mentions, keeps: [], once: [] }
        : { kind: 'remove-call', call: at, form: 'extension', mentions };
    }),
    ...calls.map(({ call, form }): Change => ({ kind: 'remove-call', call, form, mentions })),
  ];
  const clearing = clearingWith(app, settings);
  return [
    ...removals,
    ...importsAround([...services.map(({ at }) => ({ call: at })), ...calls]),
    ...(clearing.obstacles.length === 0 ? clearing.changes : []),
  ];
}

const mentions = ['IMaskinportenService', 'ITokenCacheProvider'];
