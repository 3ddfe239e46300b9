import { resolvedText } from '../../app/versions/packages.ts';
import type { Rule } from '../rule.ts';
import { versionLocation } from './location.ts';

export const mismatch: Rule<'version/mismatch'> = {
  id: 'version/mismatch',
  severity: 'warning',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'version-mismatch',
  check: (app) => {
    const { app: api, core, coreReferenced } = app.versions;
    if (!coreReferenced || api.kind !== 'known' || core.kind !== 'known') return [];
    const [apiVersion, coreVersion] = [resolvedText(api), resolvedText(core)];
    const agree = api.declared === core.declared || apiVersion === coreVersion;
    if (agree || apiVersion === null || coreVersion === null) return [];
    return [
      {
        rule: 'version/mismatch',
        severity: 'warning',
        phase: 'prepare',
        at: versionLocation(app, api),
        subject: versionLocation(app, api),
        data: { api: apiVersion, core: coreVersion },
        remedy: { kind: 'manual', reasons: [] },
      },
    ];
  },
};
