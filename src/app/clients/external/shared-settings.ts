import { textOf } from '../../../syntax/csharp/node.ts';
import { isDevelopmentOnly } from '../../startup/condition.ts';
import type { ExternalRegistration, HandlerUse, HttpClientRegistration } from './registration.ts';
import type { RequestedAccess } from './requested-access.ts';
import { membersSetBy } from './settings-delegate.ts';

/** A call that hangs a handler of the package on a client. */
type Attaching = HttpClientRegistration | HandlerUse;

/**
 * Whether another call sets something else on the same settings object. Each delegate changes it for all handlers that
 * have it, so whichever was made last decided what they asked for.
 */
export function asksOtherwiseThanOthers(
  call: Attaching,
  externals: readonly ExternalRegistration[],
  handlers: readonly HandlerUse[],
): boolean {
  const own = definitionOf(call, externals);
  const clients = externals.flatMap((one) => (one.kind === 'external-http-client' ? [one] : []));
  return [...clients, ...handlers].some((other) => {
    const theirs = definitionOf(other, externals);
    if (other === call || own === null || theirs === null || isDevelopmentOnly(other)) return false;
    return sharesSettings(own, theirs) && !asksTheSame(call, other);
  });
}

/** What is registered first under its key. */
function definitionOf(call: Attaching, externals: readonly ExternalRegistration[]): ExternalRegistration | null {
  if (call.kind === 'handler') return call.definitions[0] ?? null;
  const { key } = call;
  if (key.kind === 'unknown') return call;
  return externals.find((one) => one.key.kind === 'known' && one.key.value === key.value) ?? call;
}

function sharesSettings(a: ExternalRegistration, b: ExternalRegistration): boolean {
  if (a === b) return true;
  const [one, other] = [a.settingsObject, b.settingsObject];
  return one !== null && one.file === other?.file && one.start === other.start;
}

function asksTheSame(a: Attaching, b: Attaching): boolean {
  const [one, other] = [asked(a.access), asked(b.access)];
  return one !== null && one === other && otherMembers(a) === otherMembers(b);
}

/** null when it is not known, and may be anything. */
function asked({ scopes, exchange }: RequestedAccess): string | null {
  if (scopes.kind === 'unknown' || exchange.kind === 'unknown') return null;
  return JSON.stringify([[...new Set(scopes.scopes)].sort(), exchange.value]);
}

/** What scopes and exchange are, is read; logging changes nothing that is asked for. */
const readOrHarmless = ['Scope', 'ExhangeToAltinnToken', 'EnableDebugLogging'];

/** All else that the delegate sets, as written: the last counts. */
function otherMembers({ delegate }: Attaching): string {
  const set = membersSetBy(delegate).filter(({ name }) => !readOrHarmless.includes(name));
  const last = new Map(set.map(({ name, value, file }) => [name, textOf(value, file.text)]));
  return JSON.stringify([...last].sort(([a], [b]) => (a < b ? -1 : 1)));
}
