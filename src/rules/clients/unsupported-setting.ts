import type { App } from '../../app/app.ts';
import type { UnsupportedMember } from '../../app/clients/external/requested-access.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { moversOf, staysExternal } from './external/movers.ts';

export const unsupportedSetting: Rule<'clients/unsupported-setting'> = {
  id: 'clients/unsupported-setting',
  severity: 'error',
  phase: 'switch',
  fixes: ['manual'],
  example: 'external-unsupported-beside-movable',
  check: (app) => {
    const asked = [
      ...moversOf(app).map(({ call, registration }) => ({ access: call.access, registration })),
      ...app.externals.flatMap((one) =>
        one.kind === 'external-handler' ? [{ access: one.access, registration: one }] : [],
      ),
    ];
    const seen = new Set<string>();
    return asked.flatMap(({ access, registration }) => {
      const members = access.unsupported.filter(({ at }) => !seen.has(`${at.file} ${at.start}`));
      for (const { at } of members) seen.add(`${at.file} ${at.start}`);
      return members.length === 0 || staysExternal(app, registration) ? [] : [findingFor(app, members)];
    });
  },
};

/** One for all that a client sets: it moves with all of them, or not at all. */
function findingFor(app: App, members: readonly UnsupportedMember[]): FindingOf<'clients/unsupported-setting'> {
  const [first] = members;
  if (first === undefined) throw new Error('a finding about nothing');
  return {
    rule: 'clients/unsupported-setting',
    severity: 'error',
    phase: 'switch',
    at: first.at,
    subject: first.at,
    data: { members: [...new Set(members.map(({ name }) => name))], target: app.target },
    remedy: { kind: 'manual', reasons: [] },
  };
}
