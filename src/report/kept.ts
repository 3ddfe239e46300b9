import type { App } from '../app/app.ts';
import { holdsSecret } from '../files/secret-text.ts';
import { clean } from './clean.ts';

/** The credentials that people decided to keep, each with the decision, as one would type it. */
export function keptByDecision({ identities }: App): readonly string[] {
  return identities
    .filter(({ decision }) => decision === 'own-external' || decision === 'own-built-in')
    .map(({ section, clients, decision }) => {
      const name = section !== null && !holdsSecret(section) ? clean(section) : (clients[0] ?? '');
      return `${name} (${decision})`;
    });
}
