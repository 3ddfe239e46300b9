import { defaultSection, isDefaultSection, sectionsAt } from '../../app/settings/section.ts';
import type { ChecklistFacts } from './facts.ts';
import { vaultMovesBeforeScopes } from './vault-moves.ts';

/**
 * What brings the old credentials back once the app has switched: the old code, their secrets, a section of their own where
 * Studio's client id would meet the old key, the vault behind the host; or nothing that the repo tells of.
 */
export type WayBack = 'code' | 'secrets' | 'section-after-mixture' | 'section' | 'vault-behind-host' | 'none';

export function wayBackOf(facts: ChecklistFacts): WayBack {
  const { app, patches, trigger } = facts;
  if (app.record !== null) return isMixedByRevert(facts) ? 'section-after-mixture' : 'code';
  const isPatched = patches.some(({ phase, changes }) => phase === 'switch' && changes.length > 0);
  switch (trigger.event) {
    case 'code-deploy':
    case 'never':
      return 'code';
    case 'breaks-when-scopes-added':
      return trigger.because === 'chimera' ? 'section-after-mixture' : 'code';
    case 'secret-removal':
      return trigger.who === 'built-in' && trigger.from === 'vault' ? 'secrets' : 'code';
    case 'scopes-added':
      if (trigger.from === 'settings') return app.target === 'v8' ? 'section' : 'none';
      if (trigger.from === 'vault') return vaultMovesBeforeScopes(facts) ? 'secrets' : 'vault-behind-host';
      return isPatched ? 'code' : 'none';
    case 'none':
      return isPatched ? 'code' : 'none';
  }
}

/** Where nothing but the default section of the built-in client has moved, the old code reads Studio's client id too. */
function isMixedByRevert({ app }: ChecklistFacts): boolean {
  const moved = app.record?.clients.filter(({ decision }) => decision === 'studio') ?? [];
  const isOnDefault = moved.every(({ section }) => section !== null && isDefaultSection(section));
  return app.target === 'v8' && moved.length > 0 && isOnDefault && !hasExternalKeys(app);
}

/** A key that only the external package takes, in the record or still in the files. */
function hasExternalKeys({ record, settings }: ChecklistFacts['app']): boolean {
  const recorded = record?.clients.flatMap(({ secrets }) => secrets) ?? [];
  const written = sectionsAt(defaultSection, settings).flatMap(({ keys }) => keys.map(({ name }) => name));
  return [...recorded, ...written].some((name) => /(^|--)EncodedJwk$/i.test(name));
}
