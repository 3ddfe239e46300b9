import type { App } from '../../app/app.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import { usesMaskinporten } from '../../app/status.ts';
import type { VaultWiring } from '../../app/vault/wiring.ts';
import type { Reason } from '../../words/reasons.ts';
import type { Remedy } from '../finding.ts';
import { restoringHost } from '../host/restoring-host.ts';
import type { Rule } from '../rule.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { tooOldFor } from '../version/requirement.ts';
import { helperInstead } from './adding-helper.ts';
import { firstWithHelper, movingBehindHost } from './behind-host.ts';

export const handwrittenProvider: Rule<'vault/handwritten-provider'> = {
  id: 'vault/handwritten-provider',
  severity: 'warning',
  phase: 'switch',
  fixes: ['review', 'manual'],
  example: 'vault-handwritten-provider',
  check: (app) => {
    if (!usesMaskinporten(app) && app.record === null) return [];
    return app.wirings
      .filter((wiring) => !isDevelopmentOnly(wiring))
      .flatMap((wiring) => {
        if (wiring.kind === 'helper') return [];
        return [
          {
            rule: 'vault/handwritten-provider',
            severity: 'warning',
            phase: 'switch',
            at: wiring.at,
            subject: wiring.call,
            data: { deprecated: wiring.kind === 'old-sdk', function: wiring.function },
            remedy: remedyFor(app, wiring),
          },
        ];
      });
  },
};

/** The first release whose method may be called ahead of the host. */
const firstAheadOfHost = '8.5.5';

function remedyFor(app: App, wiring: VaultWiring): Remedy {
  const { replacement, order } = wiring;
  const byHand = (...reasons: readonly Reason[]): Remedy => ({ kind: 'manual', reasons });
  const tooOld = tooOldFor(app.versions, firstWithHelper);
  if (tooOld.length > 0) return byHand(...tooOld);
  if (replacement === null || replacement.kind === 'by-hand') {
    const { because, condition } = replacement ?? { because: 'part-of-more', condition: null };
    return byHand({ code: 'wiring-unclear', because, condition });
  }
  if (app.wirings.filter((wiring) => !isDevelopmentOnly(wiring)).length > 1) {
    return byHand({ code: 'wiring-unclear', because: 'several-calls', condition: null });
  }
  if (order === 'before-host') {
    const { obstacles, changes, doubts } = movingBehindHost(app, wiring);
    if (obstacles.length === 0) return { kind: 'change', changes, reasons: doubts };
  }
  const host = restoringHost(app);
  const staysAhead = order === 'before-host' || host.obstacles.length > 0;
  const waiting = staysAhead ? tooOldFor(app.versions, firstAheadOfHost) : [];
  if (waiting.length > 0) return byHand(...waiting);
  return {
    kind: 'change',
    changes: [...helperInstead(replacement, replacement.below), ...host.changes],
    reasons: [{ code: 'vault-required' }, ...host.doubts, ...sharedWithOthers(app, wiring.at.file)],
  };
}
