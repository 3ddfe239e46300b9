import { bindsDefault, configuredPath } from '../../app/clients/identity.ts';
import type { Rule } from '../rule.ts';
import { tooOldFor } from '../version/requirement.ts';
import { configurersBeside, doubtsAbout, removalOf } from './configuration-move.ts';

export const defaultPath: Rule<'config/default-path'> = {
  id: 'config/default-path',
  severity: 'note',
  phase: 'prepare',
  fixes: ['safe', 'review', 'manual'],
  example: 'default-path',
  check: (app) => {
    const obstacles = tooOldFor(app.versions, '8.3.0');
    return app.configurations.filter(bindsDefault).map((configuration) => ({
      rule: 'config/default-path',
      severity: app.target === 'v9' ? 'error' : 'note',
      phase: 'prepare',
      at: configuration.name,
      subject: configuration.call,
      data: {
        method: configuration.method,
        path: configuredPath(configuration) ?? '',
        target: app.target,
        alone: configurersBeside(app, configuration) === 0,
        order: configuration.order,
      },
      remedy:
        obstacles.length > 0
          ? { kind: 'manual', reasons: obstacles }
          : { kind: 'change', changes: [removalOf(configuration)], reasons: doubtsAbout(app, configuration) },
    }));
  },
};
