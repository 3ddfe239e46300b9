import type { SettingsFile } from './settings-file.ts';

/** A client id that a settings file has. Never the id itself. */
export interface ClientIdentity {
  readonly hash: string;
  readonly section: string;
  readonly environment: string;
}

export function readClientIdentities(
  settings: readonly SettingsFile[],
  sections: readonly string[],
): readonly ClientIdentity[] {
  const known = new Set(sections.map((section) => section.toLowerCase()));
  return settings.flatMap(({ entries, environment }) =>
    entries.flatMap(({ path, clientId }) => {
      const section = path.slice(0, -':ClientId'.length);
      return clientId !== null && known.has(section.toLowerCase()) ? [{ hash: clientId, section, environment }] : [];
    }),
  );
}
