import type { App } from '../../../app/app.ts';
import type { OldClient } from '../../../app/clients/consumers/consumer.ts';
import { tokenDecision } from '../../../app/clients/identity.ts';
import type { Credentials, TokenType } from '../../../words/rules/clients/asked-in-code.ts';

const types = { JwtToken: 'jwt', MaskinportenTokenResponse: 'response', none: null, unknown: null } as const;

/** What a person is told who is to ask the built-in client in place of the old one. */
export function asked(app: App, client: OldClient): Credentials & { readonly token: TokenType } {
  const { tokenType } = app.versions.capabilities;
  return { token: types[tokenType], decision: tokenDecision(app, client), vault: app.vault.kind !== 'none' };
}
