import type { App } from '../../app/app.ts';
import type { MaskedToken } from '../../app/clients/built-in/masked/masked-tokens.ts';
import { versionsCompiling } from '../../app/versions/compiling.ts';
import type { Reason } from '../../words/reasons.ts';
import type { Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { assumedFor, tooOldFor } from '../version/requirement.ts';

/** The first release whose tokens mask themselves. */
const masking = '8.5.0';

export const maskedToken: Rule<'clients/masked-token'> = {
  id: 'clients/masked-token',
  severity: 'warning',
  phase: null,
  fixes: ['review', 'manual'],
  example: 'masked-token',
  check: (app) =>
    app.builtIn.maskedTokens
      .filter((masked) => obstaclesTo(app, masked).every(({ code }) => code === 'version-unknown'))
      .map((masked) => ({
        rule: 'clients/masked-token',
        severity: 'warning',
        phase: null,
        at: masked.at,
        subject: masked.subject,
        data: { form: masked.form, token: masked.token },
        remedy: remedyFor(app, masked),
      })),
};

function obstaclesTo(app: App, { at }: MaskedToken): readonly Reason[] {
  return versionsCompiling(app, at.file)
    .flatMap((versions) => tooOldFor(versions, masking))
    .slice(0, 1);
}

function remedyFor(app: App, masked: MaskedToken): Remedy {
  const obstacles = [...obstaclesTo(app, masked), ...obstaclesIn(masked)];
  if (obstacles.length > 0 || masked.fix.kind === 'none') return { kind: 'manual', reasons: obstacles };
  const { file } = masked.at;
  const assumed = versionsCompiling(app, file).flatMap((versions) => assumedFor(versions, masking));
  return {
    kind: 'change',
    changes: masked.fix.texts.map(({ at, text }) => ({ kind: 'replace', at, text, keeps: [] })),
    reasons: [{ code: 'full-token' }, ...assumed, ...sharedWithOthers(app, file)],
  };
}

function obstaclesIn({ fix }: MaskedToken): readonly Reason[] {
  if (fix.kind === 'texts') return [];
  return fix.because === 'use-unknown' ? [{ code: 'use-unknown' }] : [{ code: 'refused', refusal: fix.because }];
}
