import type { Rule } from '../rule.ts';

export const differByEnvironment: Rule<'scopes/differ-by-environment'> = {
  id: 'scopes/differ-by-environment',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual'],
  example: 'scopes-differ-by-environment',
  check: (app) =>
    app.scopes.differing.flatMap(({ section, files, unsetElsewhere }) => {
      const [first] = files;
      if (first === undefined) return [];
      return [
        {
          rule: 'scopes/differ-by-environment',
          severity: 'warning',
          phase: 'switch',
          at: first.at,
          subject: first.at,
          data: { section, files: files.map(({ at, scopes }) => ({ file: at.file, scopes })), unsetElsewhere },
          remedy: { kind: 'manual', reasons: [] },
        },
      ];
    }),
};
