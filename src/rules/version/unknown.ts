import type { Rule } from '../rule.ts';
import { versionLocation } from './location.ts';

export const unknownVersion: Rule<'version/unknown'> = {
  id: 'version/unknown',
  severity: 'note',
  phase: 'prepare',
  fixes: ['none'],
  example: 'version-unknown',
  check: (app) => {
    if (app.versions.line !== 'unknown') return [];
    return [
      {
        rule: 'version/unknown',
        severity: 'note',
        phase: 'prepare',
        at: versionLocation(app, app.versions.app),
        subject: versionLocation(app, app.versions.app),
        data: { declared: app.versions.declared },
        remedy: { kind: 'none' },
      },
    ];
  },
};
