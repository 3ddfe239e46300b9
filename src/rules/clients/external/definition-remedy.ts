import type { App } from '../../../app/app.ts';
import type { DefinitionRegistration } from '../../../app/clients/external/registration.ts';
import { externalNamespaces } from '../../../app/clients/package-surface.ts';
import type { Remedy } from '../../finding.ts';
import { serviceTakers } from './consumers.ts';
import { whyDefinitionStays } from './definition-stays.ts';
import { handlersOf } from './handlers.ts';
import { distinct, remedyFor } from './move-remedy.ts';
import { moversOf } from './movers.ts';

/** A definition goes with the last handler that asks for it, in one change, and when nothing else needs what it registers. */
export function definitionRemedy(app: App, definition: DefinitionRegistration): Remedy {
  const obstacles = whyDefinitionStays(app, definition, moversOf(app));
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  const handlers = handlersOf(definition, moversOf(app));
  const takers = serviceTakers(app);
  const moved = handlers.map((handler) => remedyFor(app, handler));
  const form = definition.receiver === null ? 'extension' : 'static';
  const key = definition.key.kind === 'known' ? definition.key.value : definition.method;
  const removal = { kind: 'remove-call', call: definition.call, form, mentions: [definition.method, key] } as const;
  const imports = { kind: 'imports', at: definition.call, needs: [], mayGo: externalNamespaces } as const;
  return {
    kind: 'change',
    changes: [
      removal,
      imports,
      ...moved.flatMap((one) => (one.kind === 'change' ? one.changes : [])),
      ...takers.changes,
    ],
    reasons: distinct([
      ...(handlers.length === 0 && takers.changes.length === 0 ? [{ code: 'no-handler' } as const] : []),
      ...moved.flatMap((one) => (one.kind === 'change' ? one.reasons : [])),
      ...takers.doubts,
    ]),
  };
}
