import type { App } from '../../../app/app.ts';
import type {
  ExternalRegistration,
  HandlerUse,
  HttpClientRegistration,
} from '../../../app/clients/external/registration.ts';
import { decisionFor } from '../../../app/clients/identity.ts';
import type { FileRange } from '../../../location.ts';
import { contains } from '../../../syntax/csharp/node.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Change, Remedy } from '../../finding.ts';
import { serviceTakers } from './consumers.ts';
import { definitionObstacles } from './definitions.ts';
import { doubtsAbout } from './doubts.ts';
import { obstaclesOfDecision, obstaclesTo } from './obstacles.ts';
import { configurationFor, rewriteOf } from './rewrite.ts';

/** A call that becomes one of the built-in client's, and whose credentials it has now. */
export interface Mover {
  readonly call: HttpClientRegistration | HandlerUse;
  /** The registration that the credentials come from: itself, or the definition of its key. */
  readonly registration: ExternalRegistration | null;
  readonly obstacles: readonly Reason[];
  /** What takes the service that the registration brings, and moves along. */
  readonly takers: { readonly changes: readonly Change[]; readonly doubts: readonly Reason[] };
}

const known = new WeakMap<App, readonly Mover[]>();

/** All calls that are to move, each with what keeps it from that. */
export function moversOf(app: App): readonly Mover[] {
  const before = known.get(app);
  if (before) return before;
  const alone = [
    ...app.externals.flatMap((one) => (one.kind === 'external-http-client' ? [moverOf(app, one, one)] : [])),
    ...app.handlers.map((handler) => moverOf(app, handler, handler.definitions[0] ?? null)),
  ].sort(byPlace);
  const withOwn = alone.map((mover) => withHandlers(mover, alone));
  const movers = keepsService(app, withOwn) ? withOwn : withOwn.map((mover) => withTakers(app, mover));
  known.set(app, movers);
  return movers;
}

/** A client registers a definition as well, by its type: it goes with the handlers that ask for that, or not at all. */
function withHandlers(mover: Mover, all: readonly Mover[]): Mover {
  if (!('client' in mover.call)) return mover;
  return { ...mover, obstacles: [...mover.obstacles, ...handlersStaying(handlersOf(mover.call, all))] };
}

export function handlersOf(registration: ExternalRegistration, all: readonly Mover[]): readonly Mover[] {
  return all.filter(({ call }) => 'definitions' in call && call.definitions.includes(registration));
}

/** Those of which it cannot be told whose they are: they may be anyone's. */
export function handlersOfNone(all: readonly Mover[]): readonly Mover[] {
  return all.filter(({ call }) => 'definitions' in call && call.definitions.length === 0);
}

export function handlersStaying(handlers: readonly Mover[]): readonly Reason[] {
  const count = handlers.filter(({ obstacles }) => obstacles.length > 0).length;
  return count === 0 ? [] : [{ code: 'handlers-stay', count }];
}

/** Whether some registration stays, and with it the service that others may take. */
function keepsService(app: App, movers: readonly Mover[]): boolean {
  return app.externals.some((one) => {
    const stays = movers.some(({ registration, obstacles }) => registration === one && obstacles.length > 0);
    return stays || staysExternal(app, one) || one.kind === 'external-handler';
  });
}

/** The last registrations go with whatever takes the service, or not at all. */
function withTakers(app: App, mover: Mover): Mover {
  if (!('client' in mover.call)) return mover;
  const { staying, changes, doubts } = serviceTakers(app);
  return { ...mover, obstacles: [...mover.obstacles, ...staying], takers: { changes, doubts } };
}

const noTakers = { changes: [], doubts: [] };

function moverOf(app: App, call: Mover['call'], registration: ExternalRegistration | null): Mover {
  const identity = registration?.id ?? '';
  const unmatched = 'definitions' in call ? definitionObstacles(call) : [];
  if (unmatched.length > 0) return { call, registration, obstacles: unmatched, takers: noTakers };
  const obstacles = obstaclesTo(app, call, identity, registration?.section ?? null);
  return { call, registration, obstacles, takers: noTakers };
}

function byPlace(a: Mover, b: Mover): number {
  if (a.call.at.file !== b.call.at.file) return a.call.at.file < b.call.at.file ? -1 : 1;
  return a.call.at.start - b.call.at.start;
}

/** Whether people decided that its credentials stay the app's own, with the external package. */
export function staysExternal(app: App, registration: ExternalRegistration | null): boolean {
  return registration !== null && decisionFor(app, registration.id) === 'own-external';
}

export function remedyFor(app: App, mover: Mover): Remedy {
  const { call, registration, obstacles, takers } = mover;
  if (obstacles.length > 0 || registration === null) return { kind: 'manual', reasons: obstacles };
  const reasons = [
    ...doubtsAbout(app, call, registration.id, registration.section),
    ...otherReaders(app, registration),
    ...takers.doubts,
  ];
  const changes = [...rewriteOf(app, call), ...besides(app, mover, reasons.length > 0), ...takers.changes];
  return { kind: 'change', changes, reasons };
}

/** What the move of a call brings along in other statements. */
function besides(app: App, mover: Mover, isDoubted: boolean): readonly Change[] {
  const { registration } = mover;
  if (registration === null) return [];
  return [...configuration(app, registration), ...fillings(app, registration), ...caches(app, isDoubted)];
}

/** Above the first of the calls that the section is for. */
function configuration(app: App, registration: ExternalRegistration): readonly Change[] {
  const ofIdentity = moversOf(app).filter((mover) => {
    const section = mover.registration?.section?.toLowerCase();
    return mover.obstacles.length === 0 && section === registration.section?.toLowerCase();
  });
  const [first] = ofIdentity;
  const services = first?.registration?.services;
  if (!first?.registration || !services) return [];
  const isNear = isSame(first.registration.function, first.call.function);
  const place = isNear ? first.call : first.registration;
  return configurationFor(app, place.call, first.registration.id, services);
}

function isSame(a: FileRange, b: FileRange): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

/** What fills a settings object goes when every use of the object goes. */
function fillings(app: App, { filling, fillingUses }: ExternalRegistration): readonly Change[] {
  if (!fillingUses.every((use) => goes(app, use))) return [];
  return filling.map((at) => ({ kind: 'remove-statement', at, mentions: [] }));
}

/** Code that goes on looking at the settings, a guard for instance, finds nothing in them once the old secrets are gone. */
function otherReaders(app: App, { fillingUses }: ExternalRegistration): readonly Reason[] {
  const [first] = fillingUses.filter((use) => !goes(app, use));
  return first ? [{ code: 'settings-used-elsewhere', file: first.file }] : [];
}

function goes(app: App, use: FileRange): boolean {
  return goingCalls(app).some((call) => call.file === use.file && contains(call, use));
}

function goingCalls(app: App): readonly FileRange[] {
  const moving = moversOf(app).filter(({ obstacles }) => obstacles.length === 0);
  const definitions = app.externals.filter((one) => {
    const own = moversOf(app).filter(({ call }) => 'definitions' in call && call.definitions.includes(one));
    return one.kind === 'external-handler' && own.length > 0 && own.every((mover) => moving.includes(mover));
  });
  // The documented mapping of one settings object for both clients.
  const mappings = app.configurations.filter(
    ({ settings, id }) => settings.kind === 'delegate' && obstaclesOfDecision(app, id).length === 0,
  );
  return [...moving.map(({ call }) => call.call), ...[...definitions, ...mappings].map(({ call }) => call)];
}

/** The token cache goes with the last call, and never in a patch that leaves one of them. */
function caches(app: App, isDoubted: boolean): readonly Change[] {
  const movers = moversOf(app);
  const stays =
    movers.some(({ obstacles }) => obstacles.length > 0) || app.externals.some((one) => staysExternal(app, one));
  const isSafe = (mover: Mover) =>
    mover.registration !== null &&
    doubtsAbout(app, mover.call, mover.registration.id, mover.registration.section).length === 0;
  if (stays || (!isDoubted && !movers.every(isSafe))) return [];
  return app.tokenCaches.flatMap(({ call, form }) => [
    { kind: 'remove-call', call, form, mentions: ['ITokenCacheProvider'] } as const,
  ]);
}
