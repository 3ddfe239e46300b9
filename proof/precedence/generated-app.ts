import type { IdentityKey } from '../../src/words/precedence.ts';

/** An app as it is drawn: how it starts, whom it asks for tokens with, and where the keys of its default section live. */
export interface GeneratedApp {
  readonly version: Version;
  readonly style: Style;
  /** What the start-up does, in this order. */
  readonly steps: readonly Step[];
  readonly client: Client;
  /** The version of the external package that the app itself asks for; null for what comes along with Altinn.App. */
  readonly external: '10.2.1' | null;
  readonly held: Held;
  /** Whether the tool is told what the vault holds. */
  readonly listed: boolean;
  /** Where the vault's own credentials (`kvSetting`) come from: the secret file that the host loads, or the environment. */
  readonly opening: 'secret-file' | 'environment';
  /** Which file points the app at another one than Studio's. */
  readonly otherFile: 'appsettings.json' | 'appsettings.Production.json' | 'appsettings.Development.json' | null;
}

/** One of each version in which something about configuration changed. */
export const versions = [
  '8.2.6',
  '8.3.4',
  '8.5.4',
  '8.5.5',
  '8.6.0',
  '8.7.0',
  '8.9.0',
  '8.10.2',
  '8.12.0',
  '8.12.8',
  '9.0.0-preview.1',
] as const;

export type Version = (typeof versions)[number];

/** Statements of `Program.cs`, or the `Startup` class of apps that began before them. */
export type Style = 'statements' | 'startup-class';

export interface Step {
  readonly does: Deed;
  readonly written: Writing;
  readonly when: When;
}

/**
 * `services` registers the clients and the app; `load-app-config` is what came before `host`; the vault comes by the
 * library's helper, or by hand; `own-file` and `own-values` are sources by names of the app's own.
 */
export type Deed =
  | 'services'
  | 'host'
  | 'load-app-config'
  | 'vault-helper'
  | 'vault-by-hand'
  | 'own-file'
  | 'own-values'
  | 'settings-again'
  | 'environment-again'
  | 'clear';

/** At the top, in a local function, in an extension method of another file, or handed to `ConfigureAppConfiguration`. */
export type Writing = 'inline' | 'local-function' | 'extension' | 'app-configuration';

/** `flag` is decided by a setting that only the deployment knows. */
export type When = 'always' | 'deployed' | 'development' | 'flag';

export type Client =
  /** The built-in client, told nothing. */
  | 'default'
  | 'default-path'
  | 'custom-path'
  | 'delegate'
  | 'external-default'
  | 'external-own'
  /** Two in one app. */
  | 'default-and-external-own'
  | 'default-and-external-default';

export const places = [
  'appsettings.json',
  'appsettings.Production.json',
  'appsettings.Development.json',
  'appsettings.Local.json',
  'own.json',
  'own-values',
  'environment',
  'vault',
] as const;

export type Place = (typeof places)[number];

/** `part` is a key of a `Jwk` alone, `text` a `Jwk` written as text, `empty` a key without a value. */
export type Holding = 'filled' | 'empty' | 'part' | 'text';

export type HeldKeys = Readonly<Partial<Record<IdentityKey, Holding>>>;
export type Held = Readonly<Record<Place, HeldKeys>>;

export const holdsNothing: Held = {
  'appsettings.json': {},
  'appsettings.Production.json': {},
  'appsettings.Development.json': {},
  'appsettings.Local.json': {},
  'own.json': {},
  'own-values': {},
  environment: {},
  vault: {},
};

/** The section of a client that is bound elsewhere. */
export const ownSection = 'skogv:MaskinportenSettings';

export function isAtLeast(version: Version, wanted: Version): boolean {
  return versions.indexOf(version) >= versions.indexOf(wanted);
}

export function has(app: GeneratedApp, deed: Deed): boolean {
  return app.steps.some(({ does }) => does === deed);
}
