import type { App } from '../../app/app.ts';
import { isOnDefault } from '../../app/clients/external/on-default-section.ts';
import type { ExternalRegistration } from '../../app/clients/external/registration.ts';
import { filledDefaultSections } from '../../app/settings/default-sections.ts';
import { environmentSettingsIn } from '../../app/settings/environment-variables.ts';
import { identityKeysIn, isIdentityKey, type SettingsSection } from '../../app/settings/section.ts';
import { isLocal } from '../../app/settings/settings-file.ts';
import { readsOwnSettings } from '../../app/settings/unread-settings.ts';
import { keysWrittenAt } from '../../app/settings/written-keys.ts';
import { defaultSectionSecrets } from '../../app/vault/default-section-secrets.ts';
import type { Reason } from '../../words/reasons.ts';
import type { SettingsChange } from '../finding.ts';
import { readersOfDefaultSection } from './default-section-readers.ts';
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
  const readers = cleared.length > 0 ? readersOfDefaultSection(app, isMoving) : [];
  return {
    obstacles: [
      ...local.map((section) => filledReason(section)),
      ...(staying && cleared.length > 0
        ? [{ code: 'external-on-default-section', file: staying.at.file } as const]
        : []),
      ...readers.filter(({ code }) => !staying || code !== 'external-on-default-section'),
      ...keysShown(app, changes),
      ...environmentSettingsIn(app).map(({ file, keys }) => ({ code: 'default-section-filled', file, keys }) as const),
    ],
    changes,
    doubts: [...cleared.map(clearedReason), ...heldByVault(app)],
  };
}

const builtInKeys = ['clientid', 'jwk', 'jwkbase64', 'authority'];

/** What a listing proves, or else the repo names: the client would take these at once, and no edit takes them away. */
function heldByVault(app: App): readonly Reason[] {
  const held = defaultSectionSecrets(app.vaultListing);
  if (app.vault.kind === 'none' || !readsOwnSettings(app)) return [];
  if (held === 'unknown') return namedInRepo(app);
  const keys = held.filter((key) => builtInKeys.includes((key.split('--')[0] ?? '').toLowerCase()));
  return keys.length > 0 ? [{ code: 'vault-default-listed', keys }] : [];
}

function namedInRepo({ secretNames }: App): readonly Reason[] {
  const names = secretNames
    .filter(({ owner, certainty }) => owner === 'default-section' && certainty === 'seen')
    .map(({ name }) => name);
  return names.length > 0 ? [{ code: 'vault-default-named', names }] : [];
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
