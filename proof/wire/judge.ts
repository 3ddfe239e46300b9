import { studioId } from './credentials.ts';
import type { Answer, Message, Seen, Token } from './protocol.ts';

/** What one client, or one method, was heard to do before and after. */
export interface Compared {
  readonly name: string;
  readonly verdict: Verdict;
}

export type Verdict =
  /** The same scopes, exchanged or not as before, the whole token, under the provisioned id. */
  | { readonly kind: 'moved' }
  /** Letter by letter what it was, under the id it had. */
  | { readonly kind: 'unchanged' }
  /** The same error before and after, and no request sent. */
  | { readonly kind: 'not-covered'; readonly error: string }
  /** A token that came masked comes whole, and all else is as it was. */
  | { readonly kind: 'unmasked' }
  | { readonly kind: 'differs'; readonly before: string; readonly after: string };

/** Across the switch: a client may move. */
export function compareSwitched(before: Answer, after: Answer): readonly Compared[] {
  const unasked = unconfigured(before);
  const [was, is] = [byName(before, unasked), byName(after, unasked)];
  const gone = [...was.keys()].filter((name) => !is.has(name));
  const come = new Set([...is.keys()].filter((name) => !was.has(name)));
  const kept = [...was.keys()].filter((name) => is.has(name));
  // A typed client that is folded into its interface is named after that.
  const renamed = gone.flatMap((name) => {
    const twin = [...come].find((other) => isRenamed(was.get(name), is.get(other)));
    if (twin === undefined) return [];
    come.delete(twin);
    return [[name, twin] as const];
  });
  const twinned = new Set(renamed.map(([name]) => name));
  const pairs = [...kept.map((name) => [name, name] as const), ...renamed];
  const lone = [...gone.filter((name) => !twinned.has(name)), ...come];
  return [
    ...pairs.map(([old, now]) => ({ name: old, verdict: verdictOn(was.get(old), is.get(now)) })),
    ...lone.map((name) => ({ name, verdict: verdictOn(was.get(name), is.get(name)) })),
  ];
}

/** Across a phase that must not be heard: every message is the same, letter by letter. */
export function compareUnswitched(before: Answer, after: Answer): readonly Compared[] {
  const [was, is] = [byName(before, new Set()), byName(after, new Set())];
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => ({
    name,
    verdict: verdictOnSame(was.get(name), is.get(name)),
  }));
}

function verdictOnSame(before: Seen | undefined, after: Seen | undefined): Verdict {
  if (before !== undefined && after !== undefined) {
    if (JSON.stringify(before) === JSON.stringify(after)) return unmoved(before);
    if (isUnmasked(before, after)) return { kind: 'unmasked' };
  }
  const isTold = describe(before) !== describe(after);
  const told = (seen: Seen | undefined) => (isTold ? describe(seen) : JSON.stringify(seen));
  return { kind: 'differs', before: told(before), after: told(after) };
}

/** An app that only speaks after the switch speaks in the provisioned name, and whole. */
export function hearAlone({ seen }: Answer): readonly Compared[] {
  const before: Seen = { deed: 'clients', name: '', error: null, messages: [] };
  return seen.map((after) => {
    const tokens = tokensIn(after);
    const isStudios = tokens.every(({ written, clientId }) => written === 'full' && clientId === studioId);
    const isWell = after.error === null && tokens.length > 0 && isStudios && accepted(after);
    const name = `${after.deed} ${after.name}`;
    return isWell ? { name, verdict: { kind: 'moved' } } : { name, verdict: verdictOn(before, after) };
  });
}

function byName({ seen }: Answer, without: ReadonlySet<string>): ReadonlyMap<string, Seen> {
  return new Map(seen.map((one) => [nameOf(one), one] as const).filter(([name]) => !without.has(name)));
}

function nameOf({ deed, name }: Seen): string {
  return `${deed} ${name}`;
}

/** Built-in services that nobody had given credentials before: nobody asked them. */
function unconfigured({ seen }: Answer): ReadonlySet<string> {
  return new Set(seen.filter(({ deed, error }) => deed === 'services' && error !== null).map(nameOf));
}

function isRenamed(before: Seen | undefined, after: Seen | undefined): boolean {
  if (before?.deed !== 'clients' || after?.deed !== 'clients') return false;
  return isMove(before, after) || describe(before) === describe(after);
}

function verdictOn(before: Seen | undefined, after: Seen | undefined): Verdict {
  if (before !== undefined && after !== undefined) {
    if (isMove(before, after)) return { kind: 'moved' };
    if (isUnmasked(before, after)) return { kind: 'unmasked' };
    if (describe(before) === describe(after)) return unmoved(before);
  }
  return { kind: 'differs', before: describe(before), after: describe(after) };
}

function unmoved({ error, messages }: Seen): Verdict {
  return error !== null && messages.length === 0 ? { kind: 'not-covered', error } : { kind: 'unchanged' };
}

/** What it asks for is the same, and whose name it asks in is not. */
function isMove(before: Seen, after: Seen): boolean {
  const [was, is] = [tokensIn(before), tokensIn(after)];
  if (before.error !== null || after.error !== null || is.length === 0) return false;
  const isStudios = is.every(({ written, clientId }) => written === 'full' && clientId === studioId);
  const wasOld = was.every(({ clientId }) => clientId !== studioId);
  return isStudios && wasOld && asked(was) === asked(is) && accepted(before) && accepted(after);
}

function isUnmasked(before: Seen, after: Seen): boolean {
  const [was, is] = [tokensIn(before), tokensIn(after)];
  const isMended = was.some(({ written }) => written === 'masked') && is.every(({ written }) => written === 'full');
  return isMended && describe(before).replaceAll('masked', 'full') === describe(after);
}

function asked(tokens: readonly Token[]): string {
  return tokens.map((token) => `${scopesOf(token)} ${token.exchanged} ${token.written}`).join('\n');
}

/** The tokens that arrived, or were handed to the app. */
export function tokensIn({ messages }: Seen): readonly Token[] {
  return messages.filter(({ kind }) => kind === 'target' || kind === 'returned').flatMap(({ token }) => token ?? []);
}

function accepted({ messages }: Seen): boolean {
  return messages.every(({ grant }) => grant === null || grant.accepted);
}

export function scopesOf({ scope }: Token): string {
  return [...new Set((scope ?? '').split(' ').filter(Boolean))].sort().join(' ');
}

export function describe(seen: Seen | undefined): string {
  if (seen === undefined) return 'is not there';
  const heard = seen.messages.filter(({ kind }) => kind !== 'exchange').map(describeMessage);
  return [...(seen.error === null ? [] : [seen.error]), ...heard].join('; ') || 'sent nothing';
}

function describeMessage({ kind, grant, token, scheme, status }: Message): string {
  if (grant !== null) return `grant of ${grant.issuer} by ${grant.signedBy} for ${grant.scope}: ${status}`;
  if (token === null) return `${kind} without a token: ${status}`;
  const how = token.exchanged ? 'exchanged' : 'plain';
  return `${kind} ${scheme ?? ''} ${token.written} ${how} token of ${token.clientId} for ${scopesOf(token)}: ${status}`;
}
