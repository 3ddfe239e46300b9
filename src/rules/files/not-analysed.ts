import type { Rule } from '../rule.ts';

export const notAnalysed: Rule<'files/not-analysed'> = {
  id: 'files/not-analysed',
  severity: 'warning',
  phase: null,
  fixes: ['none'],
  example: 'broken-files',
  check: (app) =>
    app.unread.map(({ reason, essential, at }) => ({
      rule: 'files/not-analysed',
      severity: essential ? 'error' : 'warning',
      phase: null,
      at,
      subject: { ...at, end: at.start },
      data: { file: at.file, reason },
      remedy: { kind: 'none' },
    })),
};
