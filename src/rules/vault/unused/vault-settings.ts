import type { App } from '../../../app/app.ts';
import type { SettingsKey } from '../../../app/settings/settings-file.ts';
import { keysWrittenAt } from '../../../app/settings/written-keys.ts';

const section = 'kvsetting';

/** Where settings files say which vault it is: the section, or keys of it that stand elsewhere. */
export function vaultSettings({ settings }: App): readonly SettingsKey[] {
  return settings.flatMap((file) => keysWrittenAt(section, file));
}

/** A file in which a person keeps the key to the vault: a patch would show it. */
export function filesWithVaultKey({ settings }: App): readonly string[] {
  const secrets = settings.flatMap(({ entries }) =>
    entries.filter(({ path, filled }) => filled && path.toLowerCase() === `${section}:clientsecret`),
  );
  return [...new Set(secrets.map(({ at }) => at.file))];
}
