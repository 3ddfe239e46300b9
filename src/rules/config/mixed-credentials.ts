import type { App } from '../../app/app.ts';
import { isOnDefault } from '../../app/clients/external/on-default-section.ts';
import { type OwnCredentials, ownCredentials } from '../../app/settings/own-credentials.ts';
import { ownFiles } from '../../app/settings/own-files.ts';
import {
  defaultSection,
  identityKeysIn,
  isDefaultSection,
  type SettingsSection,
  sectionsAt,
} from '../../app/settings/section.ts';
import { isForDevelopment, isLocal } from '../../app/settings/settings-file.ts';
import { readsOwnSettings } from '../../app/settings/unread-settings.ts';
import { keysWrittenAt } from '../../app/settings/written-keys.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import { usesMaskinporten } from '../../app/status.ts';
import type { FileRange } from '../../location.ts';
import type { Reason } from '../../words/reasons.ts';
import { moversOf, moves } from '../clients/external/movers.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { tooOldFor } from '../version/requirement.ts';
import { clearedReason, identityRemovals } from './default-section-clearing.ts';
import { readersOfDefaultSection } from './default-section-readers.ts';
import { ownIdentities, unknownSource } from './own-source.ts';
import { keysShown } from './shown-keys.ts';

export const mixedCredentials: Rule<'config/mixed-credentials'> = {
  id: 'config/mixed-credentials',
  severity: 'error',
  phase: 'switch',
  fixes: ['review', 'manual', 'none'],
  example: 'config-mixed-credentials',
  check: (app) => {
    if (!readsOwnSettings(app) || app.versions.line === '<8.3' || !usesMaskinporten(app)) return [];
    const own = new Set(ownFiles(app).map(({ file }) => file));
    // A file of local runs that is deployed has a rule of its own.
    const usual = sectionsAt(defaultSection, app.settings)
      .filter((section) => !isLocal(section) && !own.has(section.file) && identityKeysIn(section).length > 0)
      .map((section) => findingFor(app, section));
    return [...usual, ...ownCredentials(app).map((one) => findingForOwn(app, one))];
  },
};

/** Of a file that the app adds by itself: what is to become of that, only people know. */
function findingForOwn(app: App, { section, keys, at }: OwnCredentials): FindingOf<'config/mixed-credentials'> {
  const { file, environment, path } = section;
  return {
    rule: 'config/mixed-credentials',
    severity: 'error',
    phase: 'switch',
    at,
    subject: at,
    data: { file, environment, section: path, keys, vault: app.vault.kind !== 'none' },
    remedy: { kind: 'manual', reasons: [{ code: 'own-source', file }] },
  };
}

function findingFor(app: App, section: SettingsSection): FindingOf<'config/mixed-credentials'> {
  const development = isForDevelopment(section);
  const at = placeOf(app, section);
  return {
    rule: 'config/mixed-credentials',
    severity: development ? 'note' : 'error',
    phase: 'switch',
    at,
    subject: at,
    data: {
      file: section.file,
      environment: section.environment,
      section: section.path,
      keys: identityKeysIn(section),
      vault: app.vault.kind !== 'none',
    },
    remedy: development ? { kind: 'none' } : remedyFor(app, section),
  };
}

/** The first key that makes it one: the section may stand in more than one place. */
function placeOf({ settings }: App, section: SettingsSection): FileRange {
  const [first] = identityKeysIn(section);
  const file = settings.find((one) => one.file === section.file);
  const [key] = file ? keysWrittenAt(`${section.path}:${first}`, file) : [];
  return key?.at ?? section.at;
}

function remedyFor(app: App, section: SettingsSection): Remedy {
  const changes = identityRemovals(app, section);
  const obstacles = [
    ...tooOldFor(app.versions, '8.3.0'),
    ...readers(app),
    ...ownIdentities(app),
    ...keysShown(app, changes),
  ];
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  return { kind: 'change', changes, reasons: [clearedReason(section), ...unknownSource(app)] };
}

/** Who has these credentials now; when it moves to others, it takes the keys along. */
function readers(app: App): readonly Reason[] {
  const { externals, tokens } = app;
  const external = externals.find((one) => isOnDefault(one) && !isDevelopmentOnly(one));
  const registered = tokens.settingsRegistrations.find(({ section }) => section !== null && isDefaultSection(section));
  const [bound] = [external, registered].flatMap((one) => one ?? []);
  const others = readersOfDefaultSection(app, (one) => moves(app, one, moversOf(app)));
  return [
    ...(bound ? [{ code: 'external-on-default-section', file: bound.at.file } as const] : []),
    ...others.filter(({ code }) => code !== 'external-on-default-section'),
  ];
}
