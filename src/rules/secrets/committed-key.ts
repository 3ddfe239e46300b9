import type { CommittedKey } from '../../app/secrets/committed-keys.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const committedKey: Rule<'secrets/committed-key'> = {
  id: 'secrets/committed-key',
  severity: 'error',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'secrets-committed-key',
  check: (app) => app.committedKeys.map((key) => findingOfKey(key, 'app')),
};

/** Also for a key that belongs to no app. */
export function findingOfKey({ form, at }: CommittedKey, owner: 'app' | 'none'): FindingOf<'secrets/committed-key'> {
  return {
    rule: 'secrets/committed-key',
    severity: 'error',
    phase: 'prepare',
    // A place, not a stretch: the line is shown with what is marked, and it holds the value.
    at: { ...at, end: at.start },
    subject: at,
    data: { file: at.file, form, owner },
    remedy: { kind: 'manual', reasons: [] },
  };
}
