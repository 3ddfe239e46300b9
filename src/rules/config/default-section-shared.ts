import type { App } from '../../app/app.ts';
import { isOnDefault } from '../../app/clients/external/on-default-section.ts';
import { isReadBeforeHost } from '../../app/clients/external/reading-time.ts';
import { bindsDefault } from '../../app/clients/identity.ts';
import { defaultSection, identityKeysIn, isDefaultSection, sectionsAt } from '../../app/settings/section.ts';
import { hasUnreadSettings } from '../../app/settings/unread-settings.ts';
import { keysWrittenAt } from '../../app/settings/written-keys.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import { triggerOf } from '../../app/trigger.ts';
import { secretOf } from '../../app/vault/name-parts.ts';
import type { FileRange } from '../../location.ts';
import { literal } from '../../syntax/csharp/literal.ts';
import type { Reason } from '../../words/reasons.ts';
import { undecidedIdentities } from '../clients/decision-obstacles.ts';
import type { Change, FindingOf, Remedy, SettingsChange } from '../finding.ts';
import { isHostMissing } from '../host/restoring-host.ts';
import type { Rule } from '../rule.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { tooOldFor } from '../version/requirement.ts';
import { newSection } from './new-section.ts';
import { ownDefaultSections, unknownSource } from './own-source.ts';
import { keysShown } from './shown-keys.ts';

export const defaultSectionShared: Rule<'config/default-section-shared'> = {
  id: 'config/default-section-shared',
  severity: 'error',
  phase: 'prepare',
  fixes: ['review', 'manual'],
  example: 'config-default-section-shared',
  check: (app) => {
    const { provisionedFile } = app.versions.capabilities;
    if (provisionedFile !== 'in-configuration' && provisionedFile !== 'unknown') return [];
    const clients = [...registered(app), ...configured(app)];
    const [first] = clients;
    return first ? [findingFor(app, first, clients.length)] : [];
  },
};

interface SharedClient {
  readonly method: string;
  /** The name of the method. */
  readonly at: FileRange;
  readonly call: FileRange;
}

function registered(app: App): readonly SharedClient[] {
  return app.externals.filter((one) => isOnDefault(one) && !isDevelopmentOnly(one) && !isReadBeforeHost(app, one));
}

/** `Configure<MaskinportenSettings>(…)`, read when the first token is asked for by whoever takes the settings. */
function configured({ tokens }: App): readonly SharedClient[] {
  const isTaken =
    tokens.settingsInjections.length + tokens.providerRegistrations.length + tokens.legacyEformidling.length > 0;
  return tokens.settingsRegistrations
    .filter(({ section }) => isTaken && section !== null && isDefaultSection(section))
    .map(({ at, call }) => ({ method: 'Configure', at, call }));
}

function findingFor(app: App, first: SharedClient, count: number): FindingOf<'config/default-section-shared'> {
  const to = newSection(app);
  return {
    rule: 'config/default-section-shared',
    severity: 'error',
    phase: 'prepare',
    at: first.at,
    subject: first.call,
    data: {
      method: first.method,
      clients: count,
      to,
      vault: app.vault.kind !== 'none',
      vaultWins: mayVaultWin(app),
      hostMissing: isHostMissing(app),
      secrets: secretsToCopy(app, to),
    },
    remedy: remedyFor(app, first, to),
  };
}

/** Whether a vault that is added after the host may hold the client id: then that one wins for now. */
function mayVaultWin(app: App): boolean {
  const trigger = triggerOf(app);
  return trigger.event === 'secret-removal' && trigger.who === 'external-client';
}

function remedyFor(app: App, first: SharedClient, to: string): Remedy {
  const obstacles = obstaclesTo(app, first);
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  const files = [...new Set(app.sectionNames.map(({ at }) => at.file))];
  return {
    kind: 'change',
    changes: [...inCode(app, to), ...inSettings(app, to)],
    reasons: [
      { code: 'section-renamed', from: defaultSection, to, vault: app.vault.kind !== 'none' },
      ...files.flatMap((file) => sharedWithOthers(app, file)),
      ...unknownSource(app),
    ],
  };
}

function obstaclesTo(app: App, first: SharedClient): readonly Reason[] {
  const names = app.sectionNames.filter(({ use }) => use === 'path' || use === 'other');
  const unclear = names.find(({ use }) => use === 'other');
  const variable = app.environmentVariables.find(({ section }) => isDefaultSection(section));
  const builtIn = builtInOnSection(app);
  return [
    ...tooOldFor(app.versions, '8.3.0'),
    ...undecidedIdentities(app),
    ...(names.length === 0 ? [{ code: 'section-path-unclear', file: first.at.file } as const] : []),
    ...(unclear ? [{ code: 'section-read-elsewhere', file: unclear.at.file } as const] : []),
    ...(variable ? [{ code: 'section-set-in-environment', file: variable.file } as const] : []),
    ...(builtIn === null ? [] : [{ code: 'built-in-on-section', file: builtIn } as const]),
    ...(hasUnreadSettings(app) ? [{ code: 'settings-unread' } as const] : []),
    ...ownDefaultSections(app),
    ...keysShown(app, inSettings(app, defaultSection)),
  ];
}

/** Where the built-in client is used, when what it has now may stand in the section. */
function builtInOnSection(app: App): string | null {
  const isFilled = sectionsAt(defaultSection, app.settings).some((section) => identityKeysIn(section).length > 0);
  const isElsewhere = app.configurations.some((one) => !bindsDefault(one) && !isDevelopmentOnly(one));
  const [use] = [...app.authorizations, ...app.builtIn.clients];
  return use && isFilled && !isElsewhere ? use.at.file : null;
}

function inCode({ sectionNames }: App, to: string): readonly Change[] {
  return sectionNames
    .filter(({ use }) => use === 'path')
    .map(({ at, rest }) => ({ kind: 'replace', at, text: literal(`${to}${rest}`), keeps: [] }));
}

/** In every file, for every environment reads its section by the name in the code. */
function inSettings({ settings }: App, to: string): readonly SettingsChange[] {
  return settings.flatMap((file) =>
    keysWrittenAt(defaultSection, file).map(({ path, at }) => {
      return { kind: 'rename-setting', at, to: `${to}${path.slice(defaultSection.length)}` } as const;
    }),
  );
}

function secretsToCopy({ secretNames }: App, to: string) {
  return secretNames
    .filter(({ section }) => section !== null && isDefaultSection(section))
    .map(({ name }) => ({ from: name, to: `${secretOf(to)}${name.slice(defaultSection.length)}` }));
}
