import type { App } from '../../app/app.ts';
import { byPlace } from '../../app/scopes/asked-scopes.ts';
import { statusOf } from '../../app/status.ts';
import { triggerOf } from '../../app/trigger.ts';
import type { FileRange } from '../../location.ts';
import type { ToAddData } from '../../words/rules/scopes/to-add.ts';
import type { Rule } from '../rule.ts';

export const toAdd: Rule<'scopes/to-add'> = {
  id: 'scopes/to-add',
  severity: 'note',
  phase: 'switch',
  fixes: ['manual'],
  example: 'scopes-to-add',
  check: (app) => {
    const status = statusOf(app);
    const asked = app.scopes.asked.filter(({ stays }) => !stays);
    if (status === 'none' || asked.length === 0) return [];
    const [first] = asked.flatMap(({ evidence }) => evidence).toSorted(byPlace);
    // Where every old client stays, the built-in one may still be asked: code says so then, and no version alone.
    if (status === 'own' && first === undefined) return [];
    const at = first ?? appItself(app);
    return [
      {
        rule: 'scopes/to-add',
        severity: 'note',
        phase: 'switch',
        at,
        subject: at,
        data: dataOf(app, asked),
        remedy: { kind: 'manual', reasons: [] },
      },
    ];
  },
};

function dataOf(app: App, asked: App['scopes']['asked']): ToAddData {
  const { registered, unresolved } = app.scopes;
  const scopes = asked.map(({ scope }) => scope);
  const isComplete = unresolved.length === 0;
  return {
    scopes,
    implied: asked.flatMap(({ scope, implied, evidence }) => (implied && evidence.length > 0 ? [scope] : [])),
    complete: isComplete,
    buttonEnough: isComplete && asked.every(({ isDefault }) => isDefault),
    target: app.target,
    first: whatComesFirst(app),
    registeredOnly: registered?.filter((scope) => !app.scopes.asked.some((one) => one.scope === scope)) ?? null,
    notRegistered: registered && scopes.filter((scope) => !registered.includes(scope)),
  };
}

/** Scopes take effect at the next deploy: in some apps that must not be before something else is seen to. */
function whatComesFirst(app: App): ToAddData['first'] {
  if (app.versions.line === '<8.3') return 'upgrade';
  const { event } = triggerOf(app);
  if (event === 'breaks-when-scopes-added') return 'mend';
  return statusOf(app) === 'studio' && event === 'none' ? 'look-up' : null;
}

function appItself({ metadata, location }: App): FileRange {
  if (metadata.kind === 'known') return metadata.at;
  return metadata.at ?? { file: location.projects[0] ?? metadata.file, start: 0, end: 0 };
}
