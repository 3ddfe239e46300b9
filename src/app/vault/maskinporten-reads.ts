import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { secretsOf } from '../clients/credentials/given-identities.ts';
import { credentialSections } from './credential-sections.ts';
import { isMaskinportenSecret } from './name-parts.ts';

/** A place where code gets hold of a secret of Maskinporten's by its name, past the app's configuration. */
export interface MaskinportenRead {
  /** By a call of its own, or by naming the secret to the library's token provider. */
  readonly by: 'call' | 'token-provider';
  readonly method: string;
  /** null when it is computed. */
  readonly name: string | null;
  readonly at: FileRange;
  readonly call: FileRange;
}

type Facts = Parameters<typeof credentialSections>[0] & Pick<App, 'secretReads'>;

/** A call tells by the name of the secret what that is for, or by what is given the secret. */
export function maskinportenReads(app: Facts): readonly MaskinportenRead[] {
  const sections = credentialSections(app).map(({ path }) => path);
  const given = app.tokens.consumers.flatMap(({ credentials }) =>
    credentials === null ? [] : secretsOf([...credentials.ids, ...credentials.keys]),
  );
  const calls = app.secretReads.flatMap(({ name, method, at, call }): readonly MaskinportenRead[] =>
    name !== null && (given.includes(name) || isMaskinportenSecret(name, sections))
      ? [{ by: 'call', method, name, at, call }]
      : [],
  );
  const named = app.tokens.providerRegistrations.map(({ secret, at, call }): MaskinportenRead => {
    return { by: 'token-provider', method: 'AddMaskinportenJwkTokenProvider', name: secret, at, call };
  });
  return [...calls, ...named];
}
