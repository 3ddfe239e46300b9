import type { BilingualRuleWords } from '../../bilingual.ts';

export interface MixedCredentialsData {
  readonly file: string;
  /** The one whose settings file it is; `all` for `appsettings.json`. */
  readonly environment: string;
  /** As written. */
  readonly section: string;
  readonly keys: readonly string[];
  /** Whether Key Vault is a source of the app's configuration. */
  readonly vault: boolean;
}

const isLocal = (environment: string) => environment.toLowerCase() === 'development';

export const mixedCredentials: BilingualRuleWords<MixedCredentialsData> = {
  en: {
    title: 'The default section holds credentials of another client',
    message: ({ file, section, keys }) => `${file} has ${keys.join(', ')} in ${section}.`,
    why: ({ environment, keys }) => {
      if (isLocal(environment)) {
        return 'Only local runs load this file, and there Altinn Studio provisions nothing. In v9 the section is not read.';
      }
      return keys.every((key) => key.toLowerCase() === 'clientid')
        ? 'Configuration merges key by key with what Altinn Studio provisions. The key of this client is elsewhere, in Key Vault for instance: once scopes are added, one client’s key may meet the id of the other, and Maskinporten refuses.'
        : 'Configuration merges key by key with what Altinn Studio provisions. A JwkBase64 beats the provisioned Jwk, and a Jwk is merged with it part by part: the app then signs with one client’s key under the id of the other, and Maskinporten refuses.';
    },
    next: ({ environment, vault }) => {
      if (isLocal(environment)) return 'Keep it for local runs on v8. For v9, use a test client from studioctl.';
      const steps =
        'Take the keys out in the same deploy as the app starts to use the provisioned credentials. Authority and other keys may stay.';
      return vault
        ? `${steps} Key Vault may hold the same keys under MaskinportenSettings--…: remove all of them in the same step.`
        : steps;
    },
    about: [
      'The built-in client of v8 reads the section `MaskinportenSettings` from all configuration of the app: settings files, environment, Key Vault and the file that Altinn Studio provisions. .NET merges these key by key, and the source that is added last wins for each key.',
      '`ClientId`, `Jwk`, `Jwks`, `JwkBase64` and `EncodedJwk` make up a credential. Where some of them stand in a settings file, what the client ends up with may be half of each: inside the built-in client a `JwkBase64` beats a `Jwk`, whatever the `ClientId` is.',
      'The fix takes these keys out, the empty ones as well, and the section when nothing is left in it. An `Authority` is harmless and stays. While a client of the external package reads the section, nothing is taken out; when that client moves, the keys go in the same change.',
    ],
    whenNot: ['The app is to keep this identity, and no scopes will be added in Altinn Studio.'],
  },
  nb: {
    title: 'Standardstien har klientdetaljer for en annen klient',
    message: ({ file, section, keys }) => `${file} har ${keys.join(', ')} i ${section}.`,
    why: ({ environment, keys }) => {
      if (isLocal(environment)) {
        return 'Bare lokale kjøringer laster denne filen, og der leverer ikke Altinn Studio noe. I v9 leses ikke seksjonen.';
      }
      return keys.every((key) => key.toLowerCase() === 'clientid')
        ? 'Konfigurasjon flettes nøkkel for nøkkel med det Altinn Studio leverer. Nøkkelen til denne klienten ligger et annet sted, for eksempel i Key Vault: når scopes er lagt til, kan nøkkelen til den ene klienten møte id-en til den andre, og Maskinporten avviser den.'
        : 'Konfigurasjon flettes nøkkel for nøkkel med det Altinn Studio leverer. En JwkBase64 går foran Jwk fra Studio, og en Jwk flettes med den del for del: appen signerer da med nøkkelen til den ene klienten under id-en til den andre, og Maskinporten avviser den.';
    },
    next: ({ environment, vault }) => {
      if (isLocal(environment))
        return 'Behold den for lokale kjøringer på v8. For v9 brukes en testklient fra studioctl.';
      const steps =
        'Ta nøklene ut i samme publisering som appen tar i bruk klientdetaljene fra Studio. Authority og andre nøkler kan stå.';
      return vault
        ? `${steps} Key Vault kan ha de samme nøklene under MaskinportenSettings--…: fjern alle i samme steg.`
        : steps;
    },
    about: [
      'Den innebygde klienten i v8 leser seksjonen `MaskinportenSettings` fra all konfigurasjon appen har: innstillingsfiler, miljøvariabler, Key Vault og filen Altinn Studio leverer. .NET fletter disse nøkkel for nøkkel, og konfigurasjonskilden som er lagt til sist, vinner for hver nøkkel.',
      '`ClientId`, `Jwk`, `Jwks`, `JwkBase64` og `EncodedJwk` utgjør klientdetaljene. Står noen av dem i en innstillingsfil, kan klienten ende med halvparten av hver: i den innebygde klienten går `JwkBase64` foran `Jwk`, uansett hva `ClientId` er.',
      'Endringen tar ut disse nøklene, også de tomme, og seksjonen når ingenting er igjen i den. En `Authority` er harmløs og blir stående. Så lenge en klient fra den eksterne pakken leser seksjonen, tas ingenting ut; når den klienten flyttes, går nøklene i samme endring.',
    ],
    whenNot: ['Appen skal beholde denne identiteten, og ingen scopes blir lagt til i Altinn Studio.'],
  },
};
