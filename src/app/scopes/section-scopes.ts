import { entriesDeployed } from '../clients/external/section-values.ts';
import { scopeSetIn, scopesIn } from '../clients/scopes.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import type { DifferingScopes, Requests, ScopesOfFile } from './scope-request.ts';

/** The scopes that settings files give a section for deployed environments. */
export function requestsOfSection(section: string, settings: readonly SettingsFile[], stays: boolean): Requests {
  const files = scopesByFile(section, settings);
  const differing = stays ? null : differenceIn(section, settings);
  return {
    requests: files.map(({ scopes, at }) => ({ scopes, at, implied: false, stays })),
    unresolved: [],
    differing: differing === null ? [] : [differing],
  };
}

function scopesByFile(section: string, settings: readonly SettingsFile[]): readonly ScopesOfFile[] {
  const entries = new Set(entriesDeployed(section, 'Scope', settings));
  return [...entries].flatMap((entry) => {
    const scopes = scopesIn(entry?.plain ?? '');
    return entry === null || scopes.length === 0 ? [] : [{ scopes, at: entry.at }];
  });
}

function differenceIn(section: string, settings: readonly SettingsFile[]): DifferingScopes | null {
  const values = entriesDeployed(section, 'Scope', settings).map((entry) => scopeSetIn(entry?.plain ?? ''));
  const [first] = values;
  if (values.every((value) => value === first)) return null;
  return { section, files: scopesByFile(section, settings), unsetElsewhere: values.includes('') };
}
