import type { BilingualRuleWords } from '../../bilingual.ts';

export interface SecretsClientData {
  /** By a call of the app's own, or by naming the secret to the library's token provider. */
  readonly by: 'call' | 'token-provider';
  /** As the app writes it. */
  readonly method: string;
  /** Of the secret; null when the code computes it. */
  readonly name: string | null;
}

export const secretsClient: BilingualRuleWords<SecretsClientData> = {
  en: {
    title: 'A Maskinporten secret is read from Key Vault by its name',
    message: ({ by, method, name }) => {
      const secret = name === null ? 'a secret whose name the code computes' : `the secret "${name}"`;
      return by === 'call'
        ? `${method} reads ${secret} from Key Vault.`
        : `${method} has ${secret} read from Key Vault.`;
    },
    why: () =>
      "The secret is fetched past the app's configuration, so what Altinn Studio provisions never takes its place: the app goes on with the old key until this code is gone, and fails when the secret is.",
    next: ({ by }) =>
      by === 'call'
        ? 'Once the scopes are in Altinn Studio, let the code take its tokens from IMaskinportenClient, or an HttpClient with UseMaskinportenAuthorization, and remove the read. Keep the secret until production is verified.'
        : 'The call goes with the code that asks IMaskinportenTokenProvider for tokens: see clients/token-provider. Keep the secret until production is verified.',
    about: [
      'Before Key Vault could be a source of configuration, the docs had apps read their secrets one by one: `ISecrets`, later `ISecretsClient`, with `GetSecretAsync("…")`. The eFormidling guide of 2024 has the library do so: `AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk")`. Such an app may have no Key Vault provider at all, and still depends on the vault.',
      'A read is reported when the name of the secret says that it is Maskinporten’s: it names Maskinporten or a key as Maskinporten’s clients have them, or a section that a client of this app binds. The name is followed through constants and parameters. What is read by other names counts as another user of the vault.',
      'There is no patch of its own, for what becomes of the key stands in the code around. Where that code moves by a patch of `clients/external-service`, a read that only it needed goes along.',
    ],
    whenNot: ['The key belongs to an identity that is to stay the app’s own: decide so for its section or its client.'],
  },
  nb: {
    title: 'En Maskinporten-hemmelighet leses fra Key Vault ved navn',
    message: ({ by, method, name }) => {
      const secret = name === null ? 'en hemmelighet med et navn som koden regner ut,' : `hemmeligheten «${name}»`;
      return by === 'call' ? `${method} leser ${secret} fra Key Vault.` : `${method} får ${secret} lest fra Key Vault.`;
    },
    why: () =>
      'Hemmeligheten hentes utenom konfigurasjonen til appen, så det Altinn Studio leverer, trer aldri i stedet: appen går videre med den gamle nøkkelen til denne koden er borte, og feiler når hemmeligheten er det.',
    next: ({ by }) =>
      by === 'call'
        ? 'Når scopene ligger i Altinn Studio, lar du koden hente tokener fra IMaskinportenClient, eller en HttpClient med UseMaskinportenAuthorization, og fjerner lesingen. Behold hemmeligheten til produksjon er verifisert.'
        : 'Kallet går sammen med koden som ber IMaskinportenTokenProvider om tokener: se clients/token-provider. Behold hemmeligheten til produksjon er verifisert.',
    about: [
      'Før Key Vault kunne være en konfigurasjonskilde, lot dokumentasjonen apper lese hemmelighetene én for én: `ISecrets`, senere `ISecretsClient`, med `GetSecretAsync("…")`. Veiledningen for eFormidling fra 2024 lar biblioteket gjøre det: `AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk")`. En slik app har kanskje ikke Key Vault som konfigurasjonskilde i det hele tatt, og er likevel avhengig av hvelvet.',
      'En lesing meldes når navnet på hemmeligheten sier at den er Maskinportens: det nevner Maskinporten eller en nøkkel slik Maskinporten-klientene har dem, eller en seksjon som en klient i appen binder. Navnet følges gjennom konstanter og parametre. Det som leses med andre navn, regnes som en annen bruker av hvelvet.',
      'Regelen har ingen ferdig endring selv, for hva det blir av nøkkelen, står i koden rundt. Der den koden flyttes av endringen fra `clients/external-service`, går en lesing som bare den trengte, samme vei.',
    ],
    whenNot: [
      'Nøkkelen hører til en identitet som fortsatt skal være appens egen: avgjør det for seksjonen eller klienten.',
    ],
  },
};
