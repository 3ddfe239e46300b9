import type { App } from '../../../app/app.ts';
import type {
  ExternalRegistration,
  HandlerUse,
  HttpClientRegistration,
} from '../../../app/clients/external/registration.ts';
import { decisionFor } from '../../../app/clients/identity.ts';
import type { Reason } from '../../../words/reasons.ts';
import { type Clearing, clearingOfDefaultSection } from '../../config/default-section-clearing.ts';
import { ownSources } from '../../config/own-source.ts';
import { type ProvisionedFile, provisionedFile } from '../../config/provisioned-file.ts';
import type { Change } from '../../finding.ts';
import { configurationsAlong } from './configurations-along.ts';
import { serviceTakers } from './consumers.ts';
import { whyDefinitionStays } from './definition-stays.ts';
import { definitionObstacles } from './definitions.ts';
import { handlersOf, handlersStaying } from './handlers.ts';
import { obstaclesTo } from './obstacles.ts';
import { bindingFor } from './own-built-in.ts';

/** A call that becomes one of the built-in client's, and whose credentials it has now. */
export interface Mover {
  readonly call: HttpClientRegistration | HandlerUse;
  /** The registration that the credentials come from: itself, or the definition of its key. */
  readonly registration: ExternalRegistration | null;
  readonly obstacles: readonly Reason[];
  /** What has to change with it elsewhere, or it would not work: what is configured, and what takes its service. */
  readonly along: Along;
}

export interface Along {
  readonly changes: readonly Change[];
  readonly doubts: readonly Reason[];
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
  const bound = withOwn.map((mover) => withConfiguration(app, mover, withOwn));
  const movers = keepsService(app, bound) ? bound : bound.map((mover) => withTakers(app, mover));
  known.set(app, movers);
  return movers;
}

/** The built-in client must have the credentials that were decided on. */
function withConfiguration(app: App, mover: Mover, all: readonly Mover[]): Mover {
  if (mover.obstacles.length > 0) return mover;
  const free = all.filter(({ obstacles }) => obstacles.length === 0);
  return [
    bindingFor(app, mover, free),
    provisionFor(app, mover),
    clearingFor(app, mover, all),
    configurationsAlong(app, mover),
  ].reduce(joined, mover);
}

/** The file that a client with Studio's credentials needs comes to be read in the same change. */
function provisionFor(app: App, { registration }: Mover): ProvisionedFile {
  const isStudios = registration !== null && decisionFor(app, registration.id) === 'studio';
  return isStudios ? provisionedFile(app) : { ...noClearing, doubts: ownSources(app).doubts };
}

/** Of a client that gets Studio's credentials. */
function clearingFor(app: App, { registration }: Mover, all: readonly Mover[]): Clearing {
  if (registration === null || decisionFor(app, registration.id) !== 'studio') return noClearing;
  return clearingOfDefaultSection(app, (one) => moves(app, one, all));
}

/** Whether a registration goes, and all that has its credentials. */
export function moves(app: App, registration: ExternalRegistration, all: readonly Mover[]): boolean {
  const own = all.filter((mover) => mover.registration === registration);
  if (own.length === 0 || own.some(({ obstacles }) => obstacles.length > 0)) return false;
  if (registration.kind === 'external-handler') return whyDefinitionStays(app, registration, all).length === 0;
  return keepsService(app, all) || serviceTakers(app).staying.length === 0;
}

function joined(mover: Mover, { obstacles, changes, doubts }: Along & Pick<Mover, 'obstacles'>): Mover {
  return {
    ...mover,
    obstacles: [...mover.obstacles, ...obstacles],
    along: { changes: [...mover.along.changes, ...changes], doubts: [...mover.along.doubts, ...doubts] },
  };
}

/** A client registers a definition as well, by its type: it goes with the handlers that ask for that, or not at all. */
function withHandlers(mover: Mover, all: readonly Mover[]): Mover {
  if (mover.call.kind !== 'external-http-client') return mover;
  return { ...mover, obstacles: [...mover.obstacles, ...handlersStaying(handlersOf(mover.call, all))] };
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
  if (mover.call.kind !== 'external-http-client') return mover;
  const { staying, changes, doubts } = serviceTakers(app);
  return joined(mover, { obstacles: staying, changes, doubts });
}

const noClearing: Clearing = { obstacles: [], changes: [], doubts: [] };
const nothing: Along = { changes: [], doubts: [] };

function moverOf(app: App, call: Mover['call'], registration: ExternalRegistration | null): Mover {
  const identity = registration?.id ?? '';
  const unmatched = call.kind === 'handler' ? definitionObstacles(call) : [];
  if (unmatched.length > 0) return { call, registration, obstacles: unmatched, along: nothing };
  const obstacles = obstaclesTo(app, call, identity);
  return { call, registration, obstacles, along: nothing };
}

function byPlace(a: Mover, b: Mover): number {
  if (a.call.at.file !== b.call.at.file) return a.call.at.file < b.call.at.file ? -1 : 1;
  return a.call.at.start - b.call.at.start;
}

/** Whether people decided that its credentials stay the app's own, with the external package. */
export function staysExternal(app: App, registration: ExternalRegistration | null): boolean {
  return registration !== null && decisionFor(app, registration.id) === 'own-external';
}
