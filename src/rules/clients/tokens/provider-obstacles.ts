import type { App } from '../../../app/app.ts';
import type { Reason } from '../../../words/reasons.ts';
import { provisionedFile } from '../../config/provisioned-file.ts';
import { tooOldFor } from '../../version/requirement.ts';
import { obstaclesOfProvider } from '../decision-obstacles.ts';
import { ownClients } from './consumer-remedy.ts';

/** The first release that registers a provider itself, over the built-in client. */
export const registeredByLibrary = '8.6.0';

/** What keeps the library's provider from taking its place, whatever the default section holds. */
export function obstaclesToProvider(app: App): readonly Reason[] {
  return [
    ...tooOldFor(app.versions, registeredByLibrary),
    ...ownClients(app, { client: 'token-provider' }),
    ...obstaclesOfProvider(app),
    ...provisionedFile(app).obstacles,
  ];
}
