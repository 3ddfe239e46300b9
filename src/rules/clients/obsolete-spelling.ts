import type { App } from '../../app/app.ts';
import type { AuthorizationUse } from '../../app/clients/authorization.ts';
import type { Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { assumedFor, tooOldFor } from '../version/requirement.ts';

/** The first release with both spellings: renaming compiles from there on. */
const bothSpellings = '8.7.0';

export const obsoleteSpelling: Rule<'clients/obsolete-spelling'> = {
  id: 'clients/obsolete-spelling',
  severity: 'warning',
  phase: 'prepare',
  fixes: ['safe', 'review', 'manual'],
  example: 'british-spelling',
  check: (app) =>
    isObsolete(app)
      ? app.authorizations
          .filter((use) => use.spelling === 'british')
          .map((use) => ({
            rule: 'clients/obsolete-spelling',
            severity: app.target === 'v9' ? 'error' : 'warning',
            phase: 'prepare',
            at: use.at,
            subject: use.at,
            data: { from: use.name, to: americanOf(use), target: app.target },
            remedy: remedyFor(app, use),
          }))
      : [],
};

/** On 8.5 and 8.6 the British spelling is the only one; aiming at v9 it has to go all the same. */
function isObsolete(app: App): boolean {
  return app.target === 'v9' || tooOldFor(app, bothSpellings).every(({ code }) => code === 'version-unknown');
}

function americanOf({ name }: AuthorizationUse): string {
  return name.replace('Authorisation', 'Authorization');
}

function remedyFor(app: App, use: AuthorizationUse): Remedy {
  const obstacles = tooOldFor(app, bothSpellings);
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  const change = { kind: 'rename', at: use.at, from: use.name, to: americanOf(use) } as const;
  return { kind: 'change', changes: [change], reasons: assumedFor(app, bothSpellings) };
}
