import type { App } from '../../../app/app.ts';
import { bindsDefault, configuredSection, decisionFor } from '../../../app/clients/identity.ts';
import { isDevelopmentOnly } from '../../../app/startup/condition.ts';
import type { Reason } from '../../../words/reasons.ts';
import { doubtsAboutMoving, obstaclesToRemoval, removalOf } from '../../config/configuration-move.ts';
import type { Mover } from './movers.ts';
import type { Binding } from './own-built-in.ts';

/**
 * The built-in client has one configuration. A client that moves to Studio's credentials would get those of another
 * section as long as a call that binds it to that one is left: such calls go in the same change.
 */
export function configurationsAlong(app: App, { registration }: Mover): Binding {
  if (registration === null || decisionFor(app, registration.id) !== 'studio') return nothing;
  const others = app.configurations.filter(
    (one) =>
      !isDevelopmentOnly(one) &&
      !bindsDefault(one) &&
      configuredSection(one)?.toLowerCase() !== registration.section?.toLowerCase(),
  );
  const staying = others.find((one) => obstaclesToRemoval(app, one).length > 0);
  if (staying) return { ...nothing, obstacles: [{ code: 'configuration-stays', file: staying.call.file }] };
  const doubts: readonly Reason[] = others.flatMap((one) => doubtsAboutMoving(app, one));
  return { obstacles: [], doubts, changes: others.map(removalOf) };
}

const nothing: Binding = { obstacles: [], doubts: [], changes: [] };
