import type { App } from '../../../app/app.ts';
import type { ExternalRegistration } from '../../../app/clients/external/registration.ts';
import type { FileRange } from '../../../location.ts';
import { contains } from '../../../syntax/csharp/node.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Change } from '../../finding.ts';
import { obstaclesOfDecision } from '../decision-obstacles.ts';
import { serviceTakers } from './consumers.ts';
import { doubtsAbout } from './doubts.ts';
import { type Mover, moversOf, staysExternal } from './movers.ts';
import { scopeNamed } from './rewrite.ts';

/** What the move of a call brings along in other statements. */
export function changesBeside(app: App, mover: Mover, isDoubted: boolean): readonly Change[] {
  const { registration } = mover;
  if (registration === null) return [];
  return [...fillings(registration, scopeNamed(mover.call.access)), ...caches(app, isDoubted)];
}

/** What fills a settings object goes with the last use of the object. */
function fillings({ filling, fillingUses }: ExternalRegistration, keeps: readonly FileRange[]): readonly Change[] {
  return filling.map((at) => ({ kind: 'remove-statement', at, mentions: [], keeps, once: fillingUses }));
}

/** Code that goes on looking at the settings, a guard for instance, finds nothing in them once the old secrets are gone. */
export function otherReaders(app: App, uses: readonly FileRange[]): readonly Reason[] {
  const [first] = uses.filter((use) => !goes(app, use));
  return first ? [{ code: 'settings-used-elsewhere', file: first.file }] : [];
}

function goes(app: App, use: FileRange): boolean {
  return goingCalls(app).some((call) => call.file === use.file && contains(call, use));
}

function goingCalls(app: App): readonly FileRange[] {
  const moving = moversOf(app).filter(({ obstacles }) => obstacles.length === 0);
  const definitions = app.externals.filter((one) => {
    const own = moversOf(app).filter(({ call }) => call.kind === 'handler' && call.definitions.includes(one));
    return one.kind === 'external-handler' && own.length > 0 && own.every((mover) => moving.includes(mover));
  });
  // The documented mapping of one settings object for both clients.
  const mappings = app.configurations.filter(
    ({ settings, id }) => settings.kind === 'delegate' && obstaclesOfDecision(app, id).length === 0,
  );
  return [...moving.map(({ call }) => call.call), ...[...definitions, ...mappings].map(({ call }) => call)];
}

/** The token cache goes with the last call, and never in a patch that leaves one of them, or anything else that takes it. */
function caches(app: App, isDoubted: boolean): readonly Change[] {
  const { registrations } = app.tokenCache;
  const company = registrations.length === 0 ? 'none' : companyOfCache(app);
  if (company === 'none' || (company === 'doubted' && !isDoubted)) return [];
  return registrations.flatMap(({ call, form }) => [
    { kind: 'remove-call', call, form, mentions: ['ITokenCacheProvider'] } as const,
  ]);
}

const companies = new WeakMap<App, 'any' | 'doubted' | 'none'>();

/** With which moves the cache goes. */
function companyOfCache(app: App): 'any' | 'doubted' | 'none' {
  const known = companies.get(app);
  if (known) return known;
  const movers = moversOf(app);
  const stays =
    movers.some(({ obstacles }) => obstacles.length > 0) || app.externals.some((one) => staysExternal(app, one));
  const isSafe = (mover: Mover) =>
    mover.registration !== null &&
    doubtsAbout(app, mover.call, mover.registration.id, mover.registration.section).length === 0;
  const company = stays || isTaken(app) ? 'none' : movers.every(isSafe) ? 'any' : 'doubted';
  companies.set(app, company);
  return company;
}

/** By the package's service, where that stays, or by the app itself. */
function isTaken(app: App): boolean {
  const isRegistered = app.tokens.clientRegistrations.some(({ client }) => client === 'external-service');
  return isRegistered || serviceTakers(app).staying.length > 0 || app.tokenCache.uses.length > 0;
}
