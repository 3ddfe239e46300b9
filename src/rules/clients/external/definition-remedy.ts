import type { App } from '../../../app/app.ts';
import type { DefinitionRegistration } from '../../../app/clients/external/registration.ts';
import { externalNamespaces } from '../../../app/clients/package-surface.ts';
import { clientLibrariesOf } from '../../../app/packages/client-libraries.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Remedy } from '../../finding.ts';
import { obstaclesOfDecision } from '../decision-obstacles.ts';
import { serviceTakers } from './consumers.ts';
import { distinct, remedyFor } from './move-remedy.ts';
import { handlersOf, handlersPerhapsOf, handlersStaying, moversOf } from './movers.ts';
import { obstaclesInCode } from './obstacles.ts';

/** A definition goes with the last handler that asks for it, in one change, and when nothing else needs what it registers. */
export function definitionRemedy(app: App, definition: DefinitionRegistration): Remedy {
  const handlers = handlersOf(definition, moversOf(app));
  const takers = serviceTakers(app);
  const decision = obstaclesOfDecision(app, definition.id);
  const obstacles: readonly Reason[] = [
    ...obstaclesInCode(definition),
    ...decision,
    // What keeps all of them is said already.
    ...(decision.length > 0 ? [] : handlersStaying([...handlers, ...handlersPerhapsOf(definition, moversOf(app))])),
    ...takers.staying,
    ...libraries(app),
  ];
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
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

/** Dan asks for a definition by its key, where no code of the app shows it. */
function libraries({ projects }: App): readonly Reason[] {
  const [first] = clientLibrariesOf(projects).filter(({ kind }) => kind === 'dan');
  return first ? [{ code: 'registration-consumed', name: first.id, file: first.at.file }] : [];
}
