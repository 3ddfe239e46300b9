import type { BilingualRuleWords } from '../../bilingual.ts';

export interface UnsupportedSettingData {
  /** Of the package's settings, as the code or the settings file names them. */
  readonly members: readonly string[];
  /** The major version that the audit aims at. */
  readonly target: 'v8' | 'v9';
}

const requested = ['Resource', 'ConsumerOrgNo'];

export const unsupportedSetting: BilingualRuleWords<UnsupportedSettingData> = {
  en: {
    title: 'A Maskinporten client asks for what the built-in client has nothing for',
    message: ({ members }) => `The client sets ${members.join(' and ')}.`,
    why: ({ members, target }) =>
      target === 'v9' && members.every((member) => requested.includes(member))
        ? 'In v9 such a request is made with a MaskinportenTokenRequest, which no tool can write without knowing what is meant.'
        : 'The built-in client asks for scopes, and exchanges the token or not: there is no place for anything else. Without it the token would be another one.',
    next: ({ members, target }) => {
      if (members.some((member) => member.startsWith('EnterpriseUser'))) {
        return 'An exchange with an enterprise user has no equivalent. Find out what the user is for: if the API takes the token of the service owner, leave the user out; if not, decide own-external.';
      }
      if (members.every((member) => requested.includes(member))) {
        return target === 'v9'
          ? 'Write the request with MaskinportenTokenRequest by hand, or decide own-external.'
          : 'Keep the client (own-external) until v9, where a MaskinportenTokenRequest takes a resource and a consumer organisation.';
      }
      return 'Find out whether the setting is still needed: if not, remove it and run this again; if so, decide own-external.';
    },
    about: [
      'The settings of the external package know more than scopes: `Resource` and `ConsumerOrgNo` in the request, `EnterpriseUserName` and `EnterpriseUserPassword` in the exchange, `TokenExchangeEnvironment`, `UseAltinnTestOrg`, `Kid`, and in newer versions the addresses that are called. They stand in the delegate, in a settings object or in the configuration section.',
      'The built-in client of v8 has nothing for any of them. v9 has a request object for a resource and a consumer organisation.',
    ],
    whenNot: ['The client stays with the external package: decide `own-external` for its section.'],
  },
  nb: {
    title: 'En Maskinporten-klient ber om noe den innebygde klienten ikke har',
    message: ({ members }) => `Klienten setter ${members.join(' og ')}.`,
    why: ({ members, target }) =>
      target === 'v9' && members.every((member) => requested.includes(member))
        ? 'I v9 lages en slik forespørsel med MaskinportenTokenRequest, som ikke noe verktøy kan skrive uten å vite hva som er ment.'
        : 'Den innebygde klienten ber om scopes, og veksler inn tokenet eller ikke: det er ikke plass til noe annet. Uten dette ville tokenet vært et annet.',
    next: ({ members, target }) => {
      if (members.some((member) => member.startsWith('EnterpriseUser'))) {
        return 'En innveksling med virksomhetsbruker har ikke noe tilsvarende. Finn ut hva brukeren er til: tar API-et tokenet til tjenesteeieren, kan brukeren utelates; gjør det ikke det, velg own-external.';
      }
      if (members.every((member) => requested.includes(member))) {
        return target === 'v9'
          ? 'Skriv forespørselen med MaskinportenTokenRequest for hånd, eller velg own-external.'
          : 'Behold klienten (own-external) til v9, der en MaskinportenTokenRequest tar en ressurs og en annen virksomhet (consumer_org).';
      }
      return 'Finn ut om innstillingen fortsatt trengs: hvis ikke, fjern den og kjør dette igjen; hvis den gjør det, velg own-external.';
    },
    about: [
      'Innstillingene til den eksterne pakken rommer mer enn scopes: `Resource` og `ConsumerOrgNo` i forespørselen, `EnterpriseUserName` og `EnterpriseUserPassword` i innvekslingen, `TokenExchangeEnvironment`, `UseAltinnTestOrg`, `Kid`, og i nyere versjoner adressene som kalles. De står i delegaten, i et innstillingsobjekt eller i konfigurasjonsseksjonen.',
      'Den innebygde klienten i v8 har ikke noe for noen av dem. v9 har et forespørselsobjekt for ressurs og annen virksomhet (consumer_org).',
    ],
    whenNot: ['Klienten blir hos den eksterne pakken: velg `own-external` for seksjonen.'],
  },
};
