import type { AppReport } from '../../src/index.ts';
import { oldIdOf } from './credentials.ts';
import type { Seen } from './protocol.ts';

/** A client as the tool's report before the switch has it. */
export interface Decided extends Pick<AppReport['clients'][number], 'name' | 'section' | 'decision'> {
  /** The tool finds what the built-in client cannot do, or leaves the move to a human. */
  readonly byHand: boolean;
}

export function decidedIn(apps: readonly AppReport[]): readonly Decided[] {
  return apps.flatMap(({ clients, findings }) =>
    clients.map(({ name, section, decision, unsupported, location: { file, line } }) => {
      const others = clients.filter(({ location }) => location.file === file && location.line > line);
      const end = Math.min(...others.map(({ location }) => location.line));
      const own = findings.filter(
        ({ location }) => location.file === file && location.line >= line && location.line < end,
      );
      const isManual = own.some(({ rule, fix }) => rule.startsWith('clients/') && fix === 'manual');
      return { name, section, decision, byHand: unsupported.length > 0 || isManual };
    }),
  );
}

/**
 * Whether what was heard may go on as before: the client of that name is left where it is. What the tool names otherwise tells by
 * the id that it asks in which section it is bound to, and a client of that section must be left. Without a token nothing moves.
 */
export function mayStay({ deed, name, messages }: Seen, clients: readonly Decided[]): boolean {
  const ids = new Set(messages.flatMap(({ grant, token }) => grant?.issuer ?? token?.clientId ?? []));
  const own = clients.filter((client) => client.name === (deed === 'classes' ? classIn(name) : name));
  if (ids.size === 0 || own.length > 0) return own.every(isLeft);
  return [...ids].every((id) => clients.some((client) => isLeft(client) && oldIdOf(sectionOf(client)) === id));
}

/** `Namespace.Class.Method` */
function classIn(method: string): string {
  return method.split('.').at(-2) ?? '';
}

function isLeft({ decision, byHand }: Decided): boolean {
  return decision !== 'studio' || byHand;
}

function sectionOf({ section }: Decided): string {
  return section ?? 'MaskinportenSettings';
}
