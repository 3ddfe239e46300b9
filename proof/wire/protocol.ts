import type { Job } from '../compile/jobs.ts';

/**
 * What the harness (`harness/`, C#) is asked, and what it answers. It compiles an app with the libraries it is given, runs
 * the app's own entry point until the host is built, makes it ask, and tells what came over the wire. Every request of the
 * app ends at a server on loopback that is Maskinporten, the exchange and all targets in one.
 *
 * The stand-ins of Altinn.App.Api read where they are from the environment: `PROOF_APP_SECRETS` is the mount folder,
 * `PROOF_APPSETTINGS_SECRET` the folder of the app's own secret file, `PROOF_VAULT` a JSON file of secret names and values.
 */
export interface Request {
  /** The keys that Maskinporten may meet, by their owner. */
  readonly keys: Readonly<Record<string, PublicKey>>;
  /** Which owner's key each client id has; a grant of anybody else is refused. */
  readonly clients: Readonly<Record<string, string>>;
  /** Folders of assemblies that serve whatever version an app asks for. */
  readonly folders: readonly string[];
  readonly jobs: readonly Job[];
  /** Jobs whose assemblies all apps share, before any other of the same name. */
  readonly beside: readonly string[];
  readonly starts: readonly Start[];
}

export interface PublicKey {
  readonly n: string;
  readonly e: string;
}

export interface Start {
  readonly id: string;
  /** The job that is the app. */
  readonly job: string;
  /** Where `appsettings.json` lies. */
  readonly folder: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The sections whose keys are told. */
  readonly sections: readonly string[];
  readonly deeds: readonly Deed[];
}

/**
 * `clients` sends a request through every client by name, `authorized-clients` with a header of the app's own,
 * `refused-clients` to a target that says 401 once, `services` asks the built-in services themselves, and `classes` calls
 * methods of the app's classes that ask.
 */
export type Deed = 'clients' | 'authorized-clients' | 'refused-clients' | 'services' | 'classes';

/** What Studio provisions. */
export const defaultSection = 'MaskinportenSettings';

export interface Answer {
  readonly id: string;
  /** What ended the app before it was built. */
  readonly error: string | null;
  /** In the order they were added: `file:<path>`, `environment:<prefix>`, `command-line`, `memory`, `chained`, `vault`, `other:<type>`. */
  readonly providers: readonly string[];
  readonly sections: Readonly<Record<string, Readonly<Record<string, Setting>>>>;
  readonly seen: readonly Seen[];
}

/** `provider` is a place in `providers`. */
export interface Setting {
  readonly value: string | null;
  readonly provider: number;
}

export interface Seen {
  readonly deed: Deed;
  /** Of the client, or of the class and its method. */
  readonly name: string;
  readonly error: string | null;
  readonly messages: readonly Message[];
}

export interface Message {
  /** `returned` is no message: a token that a method gave back to its caller. */
  readonly kind: 'grant' | 'exchange' | 'target' | 'returned';
  readonly uri: string;
  readonly grant: Grant | null;
  readonly token: Token | null;
  readonly scheme: string | null;
  readonly status: number;
}

export interface Grant {
  readonly issuer: string | null;
  readonly scope: string | null;
  readonly audience: string | null;
  readonly resource: string | null;
  readonly consumerOrg: string | null;
  readonly kid: string | null;
  /** The owner of the key, or `nobody`. */
  readonly signedBy: string;
  readonly accepted: boolean;
}

export interface Token {
  /** `foreign` is one that the harness has not issued. */
  readonly written: 'full' | 'masked' | 'foreign';
  readonly clientId: string | null;
  readonly scope: string | null;
  readonly exchanged: boolean;
  readonly exchangedAt: string | null;
}
