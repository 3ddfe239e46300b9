import type { Decision } from '../../../decision.ts';
import { vaultFirst } from '../vault-first.ts';

/**
 * What the built-in client gives: from 8.5 a `JwtToken`, on 8.3 a response with the token in it. null where the version
 * has no such client, or cannot be told.
 */
export type TokenType = 'jwt' | 'response' | null;

/** How code comes by the token it asked for, in words that compile with the app's version. */
export const tokenRead = {
  en: (token: TokenType): string => {
    switch (token) {
      case 'jwt':
        return 'The token it gives is a JwtToken, no string: declare it as string, or read its Value.';
      case 'response':
        return 'It gives a response, no string: the token is its AccessToken. Exchanged tokens it gives from 8.5 on: upgrade to 8.7 or newer for those.';
      case null:
        return 'From 8.5 on it gives a JwtToken, no string: declare it as string, or read its Value. On 8.3 it gives a response, whose AccessToken is the token, and exchanges none.';
    }
  },
  nb: (token: TokenType): string => {
    switch (token) {
      case 'jwt':
        return 'Tokenet er et JwtToken, ingen streng: deklarer det som string, eller les Value.';
      case 'response':
        return 'Den gir et svar, ingen streng: tokenet er svarets AccessToken. Innvekslede tokener gir den fra og med 8.5: oppgrader til 8.7 eller nyere for dem.';
      case null:
        return 'Fra og med 8.5 gir den et JwtToken, ingen streng: deklarer det som string, eller les Value. På 8.3 gir den et svar med tokenet i AccessToken, og veksler ikke inn noe.';
    }
  },
};

/** What becomes of the credentials behind the code, and where they come from. */
export interface Credentials {
  readonly decision: Decision | 'undecided';
  /** Whether Key Vault is a source of the app's configuration. */
  readonly vault: boolean;
}

/** What a person sees to before code is changed to ask the built-in client, and after it. */
export const aroundTheMove = {
  en: (change: string, { decision, vault }: Credentials): string => {
    if (decision === 'own-built-in') {
      return `Bind the built-in client to the section, and give that the keys of the client (Authority, ClientId, JwkBase64) in settings and vault. ${change} Verify tokens in TT02 before production.`;
    }
    const steps = `Add the scopes in Altinn Studio. ${change} Deploy to TT02 and verify tokens there before production.`;
    return vault ? `${steps} ${vaultFirst.en}` : steps;
  },
  nb: (change: string, { decision, vault }: Credentials): string => {
    if (decision === 'own-built-in') {
      return `Bind den innebygde klienten til seksjonen, og legg nøklene til klienten (Authority, ClientId, JwkBase64) i den, i innstillinger og hvelv. ${change} Verifiser tokener i TT02 før produksjon.`;
    }
    const steps = `Legg til scopene i Altinn Studio. ${change} Publiser til TT02 og verifiser tokener der før produksjon.`;
    return vault ? `${steps} ${vaultFirst.nb}` : steps;
  },
};
