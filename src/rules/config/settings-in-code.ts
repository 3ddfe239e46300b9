import type { App } from '../../app/app.ts';
import type { SettingsUse } from '../../app/clients/consumers/settings-uses.ts';
import { isOfClient } from '../../app/clients/settings-of-client.ts';
import type { FileRange } from '../../location.ts';
import { contains } from '../../syntax/csharp/node.ts';
import { staysWithOldClient } from '../clients/decision-obstacles.ts';
import { registeredForNobody, registrationsGoing, serviceMoves } from '../clients/tokens/service-moves.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const settingsInCode: Rule<'config/settings-in-code'> = {
  id: 'config/settings-in-code',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual'],
  example: 'config-settings-in-code',
  check: (app) => {
    const keepsPackage = staysWithOldClient(app, 'external-service') || keepsAll(app);
    return app.tokens.settingsUses
      .filter((use) => !(use.of === 'package' && keepsPackage) && !isCovered(app, use))
      .map((use) => findingFor(app, use));
  },
};

function findingFor({ target }: App, { at, of, how }: SettingsUse): FindingOf<'config/settings-in-code'> {
  return {
    rule: 'config/settings-in-code',
    severity: target === 'v9' ? 'error' : 'warning',
    phase: 'switch',
    at,
    subject: at,
    data: { of, how, target },
    remedy: { kind: 'manual', reasons: [] },
  };
}

/** Whether people decided that every credential stays with the package. */
function keepsAll({ identities }: App): boolean {
  return identities.length > 0 && identities.every(({ decision }) => decision === 'own-external');
}

/** Whether a finding about a client tells of it: it is what that client has its settings from, or goes along with it. */
function isCovered(app: App, use: SettingsUse): boolean {
  return isOfClient(app, use) || isOfProvider(app, use) || goesAlong(app, use);
}

/** The form that eFormidling was documented with: provider, service and settings are one. */
function isOfProvider({ tokens }: App, { how, at }: SettingsUse): boolean {
  const isTaken = tokens.providerRegistrations.length + tokens.legacyEformidling.length > 0;
  return isTaken && how === 'configured' && tokens.settingsRegistrations.some(({ call }) => isWithin(at, call));
}

/** With a class that moves to the built-in client, or with what is registered for nobody. */
function goesAlong(app: App, { at }: SettingsUse): boolean {
  const moves = [...serviceMoves(app).values()].flatMap((move) => (move.kind === 'move' ? move.changes : []));
  const unused = registeredForNobody(app).length > 0 ? registrationsGoing(app, []) : [];
  return [...moves, ...unused].some((change) => {
    if (change.kind === 'remove-call') return isWithin(at, change.call);
    const goes = change.kind === 'remove-statement' || (change.kind === 'replace' && change.text === '');
    return goes && isWithin(at, change.at);
  });
}

function isWithin(place: FileRange, around: FileRange): boolean {
  return place.file === around.file && contains(around, place);
}
