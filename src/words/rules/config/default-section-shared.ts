import type { BilingualRuleWords } from '../../bilingual.ts';

export interface DefaultSectionSharedData {
  /** By which the first of the clients is registered. */
  readonly method: string;
  readonly clients: number;
  /** What the section is called then. */
  readonly to: string;
  /** Whether Key Vault is a source of the app's configuration. */
  readonly vault: boolean;
  /** Whether the vault may hold the client id, and wins. */
  readonly vaultWins: boolean;
  /** Whether the app does not load the provisioned file, as nothing makes its host. */
  readonly hostMissing: boolean;
  /** Names in the vault: as they are, and as they must be. */
  readonly secrets: readonly { readonly from: string; readonly to: string }[];
}

type Secrets = DefaultSectionSharedData['secrets'];

const listed = (secrets: Secrets) => secrets.map(({ from, to }) => `${from} → ${to}`).join(', ');
const inVault = (section: string) => `${section.replaceAll(':', '--')}--…`;
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const defaultSectionShared: BilingualRuleWords<DefaultSectionSharedData> = {
  en: {
    title: 'An external client is bound to the section that Altinn Studio fills',
    message: ({ method, clients }) =>
      clients === 1
        ? `${method} binds a client of the external package to MaskinportenSettings.`
        : `${method} and others bind ${clients} clients of the external package to MaskinportenSettings.`,
    why: ({ vaultWins, hostMissing }) => {
      const when = hostMissing
        ? 'once the host that loads the provisioned file is restored and scopes are added'
        : 'at the first deploy after scopes are added';
      return vaultWins
        ? `Only while the Key Vault, which is added last, holds MaskinportenSettings--ClientId, does that win over the one from Altinn Studio. Without it, Studio’s ClientId meets the app’s own EncodedJwk ${when}, and Maskinporten refuses.`
        : `${capitalized(when)}, Altinn Studio’s ClientId comes into that section and meets the app’s own EncodedJwk: the client signs with one client’s key under the id of another, and Maskinporten refuses.`;
    },
    next: ({ to, vault, secrets, hostMissing }) => {
      const before = hostMissing ? 'the host is restored' : 'any scopes are added in Altinn Studio';
      const steps = `Rename the section to ${to} in code and in all settings files, before ${before}.`;
      if (!vault) return steps;
      return secrets.length > 0
        ? `${steps} First copy these secrets in Key Vault: ${listed(secrets)}.`
        : `${steps} First copy the secrets named MaskinportenSettings--… in Key Vault to ${inVault(to)}`;
    },
    about: [
      'A client of `Altinn.ApiClients.Maskinporten` that is registered with `config.GetSection("MaskinportenSettings")` shares its section with the file that Altinn Studio provisions. .NET merges the two key by key, and the external client knows `ClientId` and `EncodedJwk`, of which Studio provides one only.',
      'The package up to 8.x reads its section when the client is first used, so it sees the provisioned id. From 9.0 it reads the section when the client is registered, which in the template happens before the provisioned file is added: then there is nothing to find here. An app whose start-up no longer calls `ConfigureAppWebHost` does not load the provisioned file, and gets there once that call is restored.',
      'The fix gives the section another name, after the app: in every place of the code that names it and in every settings file, where one key is renamed and nothing else. It changes no credentials and may be merged at any time, once the secrets in Key Vault have been copied to their new names. The client itself moves later, in the phase `switch`.',
    ],
    whenNot: [
      'Environment variables fill the section: rename them in the same change, by hand.',
      'No scopes will be added in Altinn Studio as long as the client is there.',
    ],
  },
  nb: {
    title: 'En ekstern klient er bundet til seksjonen Altinn Studio fyller',
    message: ({ method, clients }) =>
      clients === 1
        ? `${method} binder en klient fra den eksterne pakken til MaskinportenSettings.`
        : `${method} og andre kall binder ${clients} klienter fra den eksterne pakken til MaskinportenSettings.`,
    why: ({ vaultWins, hostMissing }) => {
      const when = hostMissing
        ? 'når verten som laster filen fra Studio, er gjenopprettet og scopes er lagt til'
        : 'ved første publisering etter at scopes er lagt til';
      return vaultWins
        ? `Bare så lenge Key Vault, som legges til sist, har MaskinportenSettings--ClientId, vinner den over ClientId fra Altinn Studio. Uten den møter ClientId fra Studio appens egen EncodedJwk ${when}, og Maskinporten avviser det.`
        : `${capitalized(when)}, kommer ClientId fra Altinn Studio inn i seksjonen og møter appens egen EncodedJwk: klienten signerer med nøkkelen til én klient under id-en til en annen, og Maskinporten avviser den.`;
    },
    next: ({ to, vault, secrets, hostMissing }) => {
      const before = hostMissing ? 'verten gjenopprettes' : 'noen scopes legges til i Altinn Studio';
      const steps = `Gi seksjonen navnet ${to} i koden og i alle innstillingsfiler, før ${before}.`;
      if (!vault) return steps;
      return secrets.length > 0
        ? `${steps} Kopier først disse hemmelighetene i Key Vault: ${listed(secrets)}.`
        : `${steps} Kopier først hemmelighetene som heter MaskinportenSettings--… i Key Vault til ${inVault(to)}`;
    },
    about: [
      'En klient fra `Altinn.ApiClients.Maskinporten` som er registrert med `config.GetSection("MaskinportenSettings")`, deler seksjon med filen Altinn Studio leverer. .NET fletter de to nøkkel for nøkkel, og den eksterne klienten kjenner `ClientId` og `EncodedJwk`, hvorav Studio bare leverer den ene.',
      'Pakken til og med 8.x leser seksjonen når klienten brukes første gang, og ser dermed id-en fra Studio. Fra 9.0 leser den seksjonen når klienten registreres, og i malen skjer det før filen fra Studio er lagt til: da er det ingenting å finne her. En app der oppstarten ikke lenger kaller `ConfigureAppWebHost`, laster ikke filen fra Studio, og kommer dit når kallet er gjenopprettet.',
      'Endringen gir seksjonen et annet navn, etter appen: alle steder koden navngir den, og i hver innstillingsfil, der én nøkkel får nytt navn og ingenting annet endres. Den endrer ingen klientdetaljer og kan flettes når som helst, så snart hemmelighetene i Key Vault er kopiert til de nye navnene. Selve klienten flyttes senere, i fasen `switch`.',
    ],
    whenNot: [
      'Miljøvariabler fyller seksjonen: gi dem nytt navn i samme endring, for hånd.',
      'Ingen scopes blir lagt til i Altinn Studio så lenge klienten er der.',
    ],
  },
};
