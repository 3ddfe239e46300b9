/** What was seen of one start of an app. */
export type Observation =
  | { readonly kind: 'started'; readonly start: Start }
  /** The app ended before it was built; `through` are the methods that the error came through. */
  | { readonly kind: 'ended'; readonly error: string; readonly through: readonly string[] };

export interface Start {
  /** Every value below the default section, by the path inside it, in lower case. */
  readonly values: Readonly<Record<string, string | null>>;
  /** The sources of the built configuration, in the order they were added. */
  readonly sources: readonly string[];
  /** By name of the typed client. */
  readonly clients: Readonly<Record<string, Asked>>;
}

/** What a client did at Maskinporten's when it was used. */
export type Asked =
  /** With whose client id, and whose key the grant is signed with; `authority` is whom it asked. */
  | {
      readonly kind: 'asked';
      readonly clientId: string;
      readonly kid: string;
      readonly signedBy: 'own' | 'studio' | 'nobody';
      readonly authority: string;
    }
  | { readonly kind: 'failed'; readonly error: string };
