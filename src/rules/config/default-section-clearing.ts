import type { App } from '../../app/app.ts';
import type { ExternalRegistration } from '../../app/clients/external/registration.ts';
import { filledDefaultSections } from '../../app/settings/default-sections.ts';
import { identityKeysIn, isDefaultSection, isIdentityKey, type SettingsSection } from '../../app/settings/section.ts';
import { keysWrittenAt } from '../../app/settings/written-keys.ts';
import type { Reason } from '../../words/reasons.ts';
import type { SettingsChange } from '../finding.ts';
import { keysShown } from './shown-keys.ts';

/** What goes along when the built-in client comes to read the default section: keys there would be mixed with Studio's. */
export interface Clearing {
  readonly obstacles: readonly Reason[];
  readonly changes: readonly SettingsChange[];
  readonly doubts: readonly Reason[];
}

/** `isMoving` tells of clients that are bound to the default section whether they leave it in the same phase. */
export function clearingOfDefaultSection(app: App, isMoving: (one: ExternalRegistration) => boolean): Clearing {
  const filled = filledDefaultSections(app);
  // What a file of local runs is for, only its owner knows.
  const local = filled.filter(isLocal);
  const cleared = filled.filter((section) => !isLocal(section));
  const staying = app.externals.find((one) => isOnDefault(one) && !isMoving(one));
  const changes = cleared.flatMap((section) => identityRemovals(app, section));
  return {
    obstacles: [
      ...local.map((section) => filledReason(section)),
      ...(staying && cleared.length > 0
        ? [{ code: 'external-on-default-section', file: staying.at.file } as const]
        : []),
      ...keysShown(app, changes),
      ...app.environmentSettings.map(({ file, keys }) => ({ code: 'default-section-filled', file, keys }) as const),
    ],
    changes,
    doubts: cleared.map(clearedReason),
  };
}

export function isOnDefault({ section }: Pick<ExternalRegistration, 'section'>): boolean {
  return section !== null && isDefaultSection(section);
}

export function isLocal({ environment }: SettingsSection): boolean {
  return environment.toLowerCase() === 'local';
}

export function clearedReason(section: SettingsSection): Reason {
  return { code: 'default-section-cleared', file: section.file, keys: identityKeysIn(section) };
}

function filledReason(section: SettingsSection): Reason {
  return { code: 'default-section-filled', file: section.file, keys: identityKeysIn(section) };
}

/** The keys of an identity, also those that are empty. */
export function identityRemovals({ settings }: App, section: SettingsSection): readonly SettingsChange[] {
  const file = settings.find((one) => one.file === section.file);
  const names = section.keys.map(({ name }) => name).filter(isIdentityKey);
  const keys = file ? names.flatMap((name) => keysWrittenAt(`${section.path}:${name}`, file)) : [];
  return keys.map(({ at }) => ({ kind: 'remove-setting', at }));
}
