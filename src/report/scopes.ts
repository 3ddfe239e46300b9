import type { App } from '../app/app.ts';
import { locationOf } from './location-of.ts';
import type { AppReport } from './report.ts';

/** Everything the app asks for, whoever's credentials it asks with. */
export function scopeReports(app: App): AppReport['scopes'] {
  return app.scopes.asked.map(({ scope, isDefault, implied, evidence }) => ({
    scope,
    default: isDefault,
    implied,
    evidence: evidence.map((at) => locationOf(app, at)),
  }));
}
