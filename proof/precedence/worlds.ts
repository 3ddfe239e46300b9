import type { Claims } from './claims.ts';
import { type GeneratedApp, type HeldKeys, has, isAtLeast } from './generated-app.ts';

/** What surrounds a deployed app beside its repo. */
export interface World {
  /** Whether scopes have been added in Altinn Studio, so that it has provisioned its file. */
  readonly studio: boolean;
  /** The secrets of the default section. */
  readonly vault: HeldKeys;
  /** Whether the deployment says yes to every step that asks for it. */
  readonly flag: boolean;
  readonly ownValues: HeldKeys;
}

/** Before scopes are added, after, and after the secrets of the default section are removed as well. */
export interface History {
  readonly before: World;
  readonly added: World;
  readonly removed: World;
}

export function historyIn(world: World): History {
  return {
    before: { ...world, studio: false },
    added: { ...world, studio: true },
    removed: { ...world, studio: true, vault: {} },
  };
}

const everything: HeldKeys = {
  ClientId: 'filled',
  Jwk: 'filled',
  JwkBase64: 'filled',
  Authority: 'filled',
  EncodedJwk: 'filled',
};

/** Every way in which what the repo does not tell may turn out, scopes added. */
export function possibleWorlds(app: GeneratedApp): readonly World[] {
  const vaults = app.listed || !hasVault(app) ? [app.held.vault] : [{}, everything];
  const flags = app.steps.some(({ when }) => when === 'flag') ? [false, true] : [false];
  const values = has(app, 'own-values') ? [{}, everything] : [{}];
  return vaults.flatMap((vault) =>
    flags.flatMap((flag) => values.map((ownValues) => ({ studio: true, vault, flag, ownValues }))),
  );
}

function hasVault(app: GeneratedApp): boolean {
  return has(app, 'vault-helper') || has(app, 'vault-by-hand');
}

/**
 * What the tool supposes where nobody tells: a vault holds a credential as the documentation had it, less the client id
 * where that stands in the settings and the key where Studio's may win, and what a deployment may add is added.
 */
export function supposedWorld(app: GeneratedApp, { providers }: Claims): World {
  const settings = [
    app.held['appsettings.json'],
    app.held['appsettings.Production.json'],
    ...(isAtLeast(app.version, '8.9.0') ? [app.held['appsettings.Local.json']] : []),
    ...(has(app, 'own-file') ? [app.held['own.json']] : []),
  ];
  const isIdInSettings = settings.some(({ ClientId }) => ClientId === 'filled');
  const kinds = providers.map(({ kind }) => kind);
  const isLast = kinds.lastIndexOf('vault') > kinds.lastIndexOf('studio');
  const likely: HeldKeys = {
    ...(isIdInSettings ? {} : { ClientId: 'filled' }),
    ...(isLast && !app.client.startsWith('external') ? { JwkBase64: 'filled' } : {}),
    ...(isLast && app.client.includes('external-default') ? { EncodedJwk: 'filled' } : {}),
  };
  const vault = app.listed || !hasVault(app) ? app.held.vault : likely;
  return { studio: true, vault, flag: true, ownValues: {} };
}

/** A vault that holds what Studio's client id must not meet. */
export function leftKeyWorld(app: GeneratedApp, claims: Claims): World {
  return { ...supposedWorld(app, claims), vault: { JwkBase64: 'filled' } };
}
