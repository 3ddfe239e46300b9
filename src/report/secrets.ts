import type { App } from '../app/app.ts';
import { locationOf } from './location-of.ts';
import type { AppReport } from './report.ts';

/** Names that the app has, or may have, something to do with; what another app's prefix stands before is that app's. */
export function secretReports(app: App): AppReport['secrets'] {
  return app.secretNames
    .filter(({ owner }) => owner !== 'other-app')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, certainty, evidence }) => ({ name, certainty, evidence: evidence.map((at) => locationOf(app, at)) }));
}
