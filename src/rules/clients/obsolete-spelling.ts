import type { App } from '../../app/app.ts';
import type { AuthorizationUse } from '../../app/clients/authorization.ts';
import { versionsCompiling } from '../../app/versions/compiling.ts';
import type { Reason } from '../../words/reasons.ts';
import type { Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { sharedWithOthers } from '../shared-library.ts';
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
    app.authorizations
      .filter((use) => use.spelling === 'british' && isObsolete(app, use))
      .map((use) => ({
        rule: 'clients/obsolete-spelling',
        severity: app.target === 'v9' ? 'error' : 'warning',
        phase: 'prepare',
        at: use.at,
        subject: use.at,
        data: { from: use.name, to: americanOf(use), target: app.target },
        remedy: remedyFor(app, use),
      })),
};

/** On 8.5 and 8.6 the British spelling is the only one; aiming at v9 it has to go all the same. */
function isObsolete(app: App, use: AuthorizationUse): boolean {
  return app.target === 'v9' || obstaclesTo(app, use).every(({ code }) => code === 'version-unknown');
}

function obstaclesTo(app: App, { at }: AuthorizationUse): readonly Reason[] {
  const [obstacle] = versionsCompiling(app, at.file).flatMap((versions) => tooOldFor(versions, bothSpellings));
  return obstacle ? [obstacle] : [];
}

function americanOf({ name }: AuthorizationUse): string {
  return name.replace('Authorisation', 'Authorization');
}

function remedyFor(app: App, use: AuthorizationUse): Remedy {
  const obstacles = obstaclesTo(app, use);
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  const change = { kind: 'rename', at: use.at, from: use.name, to: americanOf(use) } as const;
  const assumed = versionsCompiling(app, use.at.file).flatMap((versions) => assumedFor(versions, bothSpellings));
  return { kind: 'change', changes: [change], reasons: [...assumed, ...sharedWithOthers(app, use.at.file)] };
}
