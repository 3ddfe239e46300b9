import type { IdentityKey, Precedence, PrecedenceReason, Unsure } from '../../words/precedence.ts';
import type { App } from '../app.ts';
import { filesWithOtherPath } from '../settings/settings-file-path.ts';
import { hasUnreadSettings } from '../settings/unread-settings.ts';
import type { ConfigurationProvider } from '../startup/configuration-order.ts';
import { type Holding, holdingOf, supplierOf } from './holdings.ts';

const identityKeys: readonly IdentityKey[] = ['ClientId', 'Jwk', 'JwkBase64', 'Authority', 'EncodedJwk'];

/** Keys that nobody supplies, nor may, are left out. */
export function precedenceOf(app: App): readonly Precedence[] {
  return identityKeys.flatMap((key) => {
    const precedence = precedenceFor(app, key);
    return precedence ? [precedence] : [];
  });
}

function precedenceFor(app: App, key: IdentityKey): Precedence | null {
  const { capabilities, line } = app.versions;
  const undecided = (reason: PrecedenceReason): Precedence => ({ key, winner: 'undecided', reason });
  if (capabilities.provisionedFile === 'private') {
    const isProvisioned = key === 'ClientId' || key === 'Jwk' || key === 'Authority';
    return isProvisioned ? { key, winner: 'studio', reason: { code: 'private' } } : null;
  }
  if (line === 'unknown') return undecided({ code: 'version-unknown' });
  const otherFiles = filesWithOtherPath(app);
  if (otherFiles.length > 0) return undecided({ code: 'other-file', files: otherFiles });
  if (app.order.startUp === 'unknown') return undecided({ code: 'start-unknown' });
  const decided = mergedFrom(app, key, app.order.providers);
  if (decided === null) return hasUnreadSettings(app) ? undecided({ code: 'settings-unread' }) : null;
  return isAboveSettings(decided.winner) || !hasUnreadSettings(app) ? decided : undecided({ code: 'settings-unread' });
}

/** What wins over all settings files, whatever stands in one that cannot be read. */
function isAboveSettings(winner: Precedence['winner']): boolean {
  return winner === 'studio' || winner === 'vault' || winner === 'undecided';
}

interface Held {
  readonly provider: ConfigurationProvider;
  readonly holding: Exclude<Holding, 'not'>;
}

/** Key by key, the provider that is added last wins. */
function mergedFrom(app: App, key: IdentityKey, providers: readonly ConfigurationProvider[]): Precedence | null {
  const held = providers.flatMap((provider): readonly Held[] => {
    const holding = holdingOf(app, provider, key);
    return holding === 'not' ? [] : [{ provider, holding }];
  });
  const certain = held.findLastIndex(({ provider, holding }) => unsureOf(provider, holding) === null);
  const last = held[certain];
  const winner = last?.holding === 'holds' ? supplierOf(last.provider) : null;
  const unsure = held.slice(certain + 1).flatMap(({ provider, holding }) => unsureOf(provider, holding) ?? []);
  const misplaced = held.slice(0, certain).flatMap(({ provider }) => (provider.placed ? [] : [placeOf(provider)]));
  const [doubt] = [...misplaced, ...unsure].reverse();
  if (doubt !== undefined) {
    return { key, winner: 'undecided', reason: { code: 'perhaps', source: doubt, otherwise: winner } };
  }
  if (winner === null) return null;
  const file = last?.provider.own?.file;
  const earlier = held.slice(0, certain).filter(({ provider }) => file === undefined || provider.own?.file !== file);
  const over = [...new Set(earlier.flatMap(({ provider }) => supplierOf(provider) ?? []))];
  if (file !== undefined) return { key, winner, reason: { code: 'own-file', file, over } };
  return { key, winner, reason: { code: 'last', over: over.filter((supplier) => supplier !== winner) } };
}

function unsureOf(provider: ConfigurationProvider, holding: Held['holding']): Unsure | null {
  const { kind, placed, conditions } = provider;
  const [condition] = conditions;
  if (!placed) return placeOf(provider);
  if (holding === 'perhaps') {
    if (kind === 'vault') return { why: 'not-listed' };
    return kind === 'environment' ? { why: 'deployment' } : { why: 'unknown-source' };
  }
  // What the vault is wired by asks for its own credentials first: where they are, it is added.
  if (condition === undefined || (kind === 'vault' && /vault|kv|secret/i.test(condition.text))) return null;
  return { why: 'condition', supplier: supplierOf(provider), condition: condition.text };
}

function placeOf(provider: ConfigurationProvider): Unsure {
  return { why: 'place', supplier: supplierOf(provider) };
}
