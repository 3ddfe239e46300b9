import type { Rule } from '../rule.ts';
import { staysExternal } from './external/movers.ts';

export const keyType: Rule<'clients/key-type'> = {
  id: 'clients/key-type',
  severity: 'error',
  phase: 'switch',
  fixes: ['manual'],
  example: 'external-certificates',
  check: (app) =>
    app.externals.flatMap((registration) => {
      const { name, keyType, at } = registration.definition;
      if (keyType === 'jwk' || keyType === 'unknown' || staysExternal(app, registration)) return [];
      return [
        {
          rule: 'clients/key-type',
          severity: 'error',
          phase: 'switch',
          at,
          subject: at,
          data: { definition: name, keyType, section: registration.section, target: app.target },
          remedy: { kind: 'manual', reasons: [] },
        },
      ];
    }),
};
