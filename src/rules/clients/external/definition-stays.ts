import type { App } from '../../../app/app.ts';
import type { DefinitionRegistration } from '../../../app/clients/external/registration.ts';
import { clientLibrariesOf } from '../../../app/packages/client-libraries.ts';
import type { Reason } from '../../../words/reasons.ts';
import { obstaclesOfDecision } from '../decision-obstacles.ts';
import { serviceTakers } from './consumers.ts';
import { handlersOf, handlersPerhapsOf, handlersStaying } from './handlers.ts';
import type { Mover } from './movers.ts';
import { obstaclesInCode } from './obstacles.ts';

/** Why a definition stays, whether or not the handlers that ask for it move. */
export function whyDefinitionStays(
  app: App,
  definition: DefinitionRegistration,
  all: readonly Mover[],
): readonly Reason[] {
  const decision = obstaclesOfDecision(app, definition.id);
  return [
    ...obstaclesInCode(definition),
    ...decision,
    // What keeps all of them is said already.
    ...(decision.length > 0
      ? []
      : handlersStaying([...handlersOf(definition, all), ...handlersPerhapsOf(definition, all)])),
    ...serviceTakers(app).staying,
    ...libraries(app),
  ];
}

/** Dan asks for a definition by its key, where no code of the app shows it. */
function libraries({ projects }: App): readonly Reason[] {
  const [first] = clientLibrariesOf(projects).filter(({ kind }) => kind === 'dan');
  return first ? [{ code: 'registration-consumed', name: first.id, file: first.at.file }] : [];
}
