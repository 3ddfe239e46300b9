import { usesMaskinporten, waitsForExchange } from '../../app/status.ts';
import type { Rule } from '../rule.ts';
import { versionLocation } from './location.ts';

const firstWithProvisionedFile = '8.3.0';
const firstWithExchange = '8.5.0';
/** Newer than 8.5–8.6, which know only the British spelling. */
const advised = '8.7';

export const tooOld: Rule<'version/too-old'> = {
  id: 'version/too-old',
  severity: 'error',
  phase: 'prepare',
  fixes: ['manual', 'none'],
  example: 'v7-app',
  check: (app) => {
    const { line, declared, app: version } = app.versions;
    const missing = line === '<8.3' ? 'provisioned-file' : waitsForExchange(app) ? 'exchange' : null;
    if (missing === null || declared === null) return [];
    const hasSomethingToMove = usesMaskinporten(app);
    const needed = missing === 'exchange' ? firstWithExchange : firstWithProvisionedFile;
    return [
      {
        rule: 'version/too-old',
        severity: hasSomethingToMove ? 'error' : 'note',
        phase: hasSomethingToMove ? 'prepare' : null,
        at: versionLocation(app, version),
        subject: versionLocation(app, version),
        data: { version: declared, missing, needed, advised, hasSomethingToMove },
        remedy: hasSomethingToMove ? { kind: 'manual', reasons: [] } : { kind: 'none' },
      },
    ];
  },
};
