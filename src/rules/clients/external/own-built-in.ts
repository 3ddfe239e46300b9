import type { App } from '../../../app/app.ts';
import type { TokenConsumer } from '../../../app/clients/consumers/consumer.ts';
import { configuredSection, type LegacyIdentity } from '../../../app/clients/identity.ts';
import { isDevelopmentOnly } from '../../../app/startup/condition.ts';
import type { FileRange } from '../../../location.ts';
import { literal } from '../../../syntax/csharp/literal.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Change } from '../../finding.ts';
import { assumedFor, tooOldFor } from '../../version/requirement.ts';
import type { Mover } from './movers.ts';

/** The first release whose built-in client can be bound to a path. */
const firstWithPath = '8.3.4';

/** What binds the built-in client to the section that it is to keep; it has one, whoever uses it. */
export interface Binding {
  readonly obstacles: readonly Reason[];
  readonly doubts: readonly Reason[];
  readonly changes: readonly Change[];
}

const nothing: Binding = { obstacles: [], doubts: [], changes: [] };

/** Of a client that is decided own-built-in; `movers` are all calls that move, in the order of the files. */
export function bindingFor(app: App, mover: Mover, movers: readonly Mover[]): Binding {
  const identity = mover.registration && identityOf(app, mover.registration.id);
  if (!identity?.section || identity.decision !== 'own-built-in') return nothing;
  const [tooOld] = tooOldFor(app.versions, firstWithPath);
  if (tooOld) return { ...nothing, obstacles: [tooOld] };
  const isSame = (section: string | null) => section?.toLowerCase() === identity.section?.toLowerCase();
  const deployed = app.configurations.filter((one) => !isDevelopmentOnly(one));
  const other = deployed.find((one) => !isSame(configuredSection(one)));
  if (other) return { ...nothing, obstacles: [{ code: 'configured-elsewhere', file: other.call.file }] };
  if (deployed.length > 0) return nothing;
  const [used] = [...app.authorizations, ...app.builtIn.clients, ...askingProviderOfLibrary(app)];
  if (used) return { ...nothing, obstacles: [{ code: 'built-in-in-use', file: used.at.file }] };
  const place = placeFor(movers.filter(({ registration }) => registration && isSame(registration.section)));
  if (place === null) return { ...nothing, obstacles: [{ code: 'no-place-to-configure' }] };
  const text = `${place.services}.ConfigureMaskinportenClient(${literal(identity.section)});`;
  return {
    obstacles: [],
    doubts: [
      ...(place.isCertain ? [] : [{ code: 'order-unknown' } as const]),
      ...assumedFor(app.versions, firstWithPath),
    ],
    changes: [
      { kind: 'insert-statement', at: place.at, text },
      { kind: 'imports', at: place.at, needs: ['Altinn.App.Api.Extensions'], mayGo: [] },
    ],
  };
}

/** The provider that the library registers by itself asks the built-in client. */
function askingProviderOfLibrary({ tokens }: App): readonly TokenConsumer[] {
  const isOwn = tokens.clientRegistrations.some(({ client }) => client === 'token-provider');
  if (isOwn || tokens.providerRegistrations.length > 0) return [];
  return tokens.consumers.filter(({ client }) => client === 'token-provider');
}

function identityOf({ identities }: App, client: string): LegacyIdentity | null {
  return identities.find(({ clients }) => clients.includes(client)) ?? null;
}

interface Place {
  readonly at: FileRange;
  readonly services: string;
  readonly isCertain: boolean;
}

/** Above the first call that is always made in a deployed app, and before the library binds the default section. */
function placeFor(movers: readonly Mover[]): Place | null {
  for (const { call, registration } of movers) {
    if (!registration?.services) continue;
    const near = isSameRange(registration.function, call.function) ? call : registration;
    const isAlways = near.conditions.every(({ environment }) => environment === 'deployed');
    if (isAlways && near.order !== 'after-app-services') {
      return { at: near.call, services: registration.services, isCertain: near.order === 'before-app-services' };
    }
  }
  return null;
}

function isSameRange(a: FileRange, b: FileRange): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}
