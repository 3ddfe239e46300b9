import { usesMaskinporten } from '../../app/status.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { isHostMissing, restoringHost } from './restoring-host.ts';

export const studioFileNotLoaded: Rule<'host/studio-file-not-loaded'> = {
  id: 'host/studio-file-not-loaded',
  severity: 'error',
  phase: 'switch',
  fixes: ['review', 'manual'],
  example: 'host-studio-file-not-loaded',
  check: (app): readonly FindingOf<'host/studio-file-not-loaded'>[] => {
    const { missingHost } = app;
    const isUsed = usesMaskinporten(app) || app.record !== null;
    if (missingHost === null || !isHostMissing(app) || !isUsed) return [];
    const { obstacles, changes, doubts } = restoringHost(app);
    return [
      {
        rule: 'host/studio-file-not-loaded',
        severity: 'error',
        phase: 'switch',
        at: missingHost.at,
        subject: missingHost.call,
        data: { method: missingHost.method, vault: app.vault.kind !== 'none' },
        remedy:
          obstacles.length > 0 ? { kind: 'manual', reasons: obstacles } : { kind: 'change', changes, reasons: doubts },
      },
    ];
  },
};
