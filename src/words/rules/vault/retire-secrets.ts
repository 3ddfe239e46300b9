import type { BilingualRuleWords } from '../../bilingual.ts';

export interface RetireSecretsData {
  /** `switch` for those of the default section, which else keep Studio's credentials out. */
  readonly phase: 'switch' | 'cleanup';
  readonly names: readonly {
    readonly name: string;
    /** In the vault for certain, named in the repo, or to be expected from what the code binds. */
    readonly certainty: 'listed' | 'seen' | 'inferred';
  }[];
  /** Of sections that this app does not bind. */
  readonly otherApps: readonly string[];
  /** That may be this app's; nothing in its code tells. */
  readonly unsure: readonly string[];
  /** Where the vault stands in the app's configuration. */
  readonly order: 'none' | 'after-host' | 'before-host' | 'unknown';
  /** Whether a running app reads the vault again by itself. */
  readonly reloads: 'yes' | 'no' | 'unknown';
}

/** More names of others than these help nobody. */
const mostNames = 5;

function some(names: readonly string[], more: (count: number) => string): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} ${more(names.length - mostNames)}` : shown;
}

function isListed({ names }: RetireSecretsData): boolean {
  return names.every(({ certainty }) => certainty === 'listed');
}

function listOf({ names }: RetireSecretsData): string {
  return names.map(({ name }) => name).join(', ');
}

const en = {
  together: ({ reloads }: RetireSecretsData) =>
    reloads === 'no'
      ? "Take all of an environment's secrets together, and redeploy the app afterwards: this version reads the vault only when it starts."
      : `Take all of an environment's secrets together: from 8.9.1 a running app reads the vault every five minutes, and what is left of them mixes with Studio's into a client that Maskinporten refuses.${reloads === 'unknown' ? ' Before 8.9.1 the app reads the vault only when it starts: redeploy it afterwards.' : ''}`,
  others: ({ otherApps, unsure }: RetireSecretsData) => [
    ...(otherApps.length > 0
      ? [`Not this app's, so leave them: ${some(otherApps, (count) => `and ${count} more`)}.`]
      : []),
    ...(unsure.length > 0
      ? [`Find out whose these are before you touch them: ${some(unsure, (count) => `and ${count} more`)}.`]
      : []),
  ],
  users:
    "The vault is shared, and so may the secrets and the client behind them be: ask who else reads them – other apps, other integrations, the Altinn CLI's own settings.",
};

const nb = {
  together: ({ reloads }: RetireSecretsData) =>
    reloads === 'no'
      ? 'Ta alle hemmelighetene for ett miljø samlet, og publiser appen på nytt etterpå: denne versjonen leser hvelvet bare når den starter.'
      : `Ta alle hemmelighetene for ett miljø samlet: fra 8.9.1 leser en kjørende app hvelvet hvert femte minutt, og det som er igjen av dem, blandes med Studios til en klient som Maskinporten avviser.${reloads === 'unknown' ? ' Før 8.9.1 leser appen hvelvet bare når den starter: publiser den på nytt etterpå.' : ''}`,
  others: ({ otherApps, unsure }: RetireSecretsData) => [
    ...(otherApps.length > 0
      ? [`Disse er ikke appens, så la dem være: ${some(otherApps, (count) => `og ${count} til`)}.`]
      : []),
    ...(unsure.length > 0
      ? [`Finn ut hvem som eier disse før du rører dem: ${some(unsure, (count) => `og ${count} til`)}.`]
      : []),
  ],
  users:
    'Hvelvet er delt, og det kan også hemmelighetene og klienten bak dem være: spør hvem andre som leser dem – andre apper, andre integrasjoner, innstillingene til Altinn CLI.',
};

export const retireSecrets: BilingualRuleWords<RetireSecretsData> = {
  en: {
    title: 'Secrets in Key Vault that the app will not need any more',
    message: (data) => {
      const when = data.phase === 'switch' ? 'with the switch' : 'once production is verified';
      return `Secrets to take out of Key Vault ${when}${isListed(data) ? '' : ', as far as they are there'}: ${listOf(data)}.`;
    },
    why: ({ phase, order }) => {
      if (phase === 'cleanup') {
        return 'When the app has moved, nothing of it reads them, and a key that nobody uses is still a key. Until then a rollback needs them.';
      }
      return order === 'after-host'
        ? 'They feed the default section, and the vault is added after the host: as long as they are there, they win over what Altinn Studio provisions, whatever is deployed.'
        : 'They feed the default section: as long as they are there, each key of them wins over what Altinn Studio provisions, or mixes with it into a client that Maskinporten refuses.';
    },
    next: (data) =>
      [
        ...(data.phase === 'switch'
          ? [
              'When the scopes are in Altinn Studio and the app is deployed, disable the secrets in TT02, verify tokens there, then do the same in production. A rollback only has to enable them again; delete and purge them once production is verified.',
              en.together(data),
            ]
          : [
              'Disable them first, and see that nothing fails. Then delete and purge them: a secret that is only deleted can be recovered, and keeps its name taken.',
            ]),
        en.users,
        ...en.others(data),
      ].join(' '),
    about: [
      'The last step of a migration is in Key Vault, where no patch reaches. This rule says which secrets it is about: those that feed the sections which the app binds (`--` in a name is `:` in configuration), and those that code or scripts name. Without `--vault-secrets` the names are what to expect; with it, they are those that are there. Values are never asked for.',
      'Secrets of the default section, `MaskinportenSettings--…`, belong to the switch: where the vault is a source of configuration, they keep the credentials that Studio provisions from taking effect. All others stay until production is verified, because a rollback needs them; `switch` writes their names into the migration record.',
      'Remove or disable all secrets of an environment together. Configuration merges key by key, and from 8.9.1 a running app reads the vault every five minutes: one secret left behind, such as `JwkBase64`, signs with the old key under the new client id. Before 8.9.1 nothing happens until the app is deployed again.',
      'Names with the prefix of another app, and those whose section this app does not bind, are never listed for removal. The client in Samarbeidsportalen stays until everyone who uses it is accounted for; the Altinn CLI keeps the same key in `EncodedJwk` of its own `appsettings.json`.',
    ],
    whenNot: [
      'Another app or integration reads the same secrets: they go with the last of them.',
      'The identity stays the app’s own: decide `own-external` or `own-built-in` for its section, and its secrets are not mentioned.',
    ],
  },
  nb: {
    title: 'Hemmeligheter i Key Vault som appen ikke trenger lenger',
    message: (data) => {
      const when = data.phase === 'switch' ? 'sammen med overgangen' : 'når produksjon er verifisert';
      return `Hemmeligheter som skal ut av Key Vault ${when}${isListed(data) ? '' : ', så langt de finnes'}: ${listOf(data)}.`;
    },
    why: ({ phase, order }) => {
      if (phase === 'cleanup') {
        return 'Når appen er flyttet, leser ingenting i den disse, og en nøkkel som ingen bruker, er fortsatt en nøkkel. Til da trenger en tilbakerulling dem.';
      }
      return order === 'after-host'
        ? 'De mater standardstien, og hvelvet legges til etter ConfigureAppWebHost: så lenge de finnes, vinner de over det Altinn Studio leverer, uansett hva som publiseres.'
        : 'De mater standardstien: så lenge de finnes, vinner hver nøkkel over det Altinn Studio leverer, eller blandes med det til en klient som Maskinporten avviser.';
    },
    next: (data) =>
      [
        ...(data.phase === 'switch'
          ? [
              'Når scopene ligger i Altinn Studio og appen er publisert, deaktiverer du hemmelighetene i TT02, verifiserer tokener der og gjør det samme i produksjon. En tilbakerulling trenger bare å aktivere dem igjen; slett dem for godt (delete og purge) når produksjon er verifisert.',
              nb.together(data),
            ]
          : [
              'Deaktiver dem først, og se at ingenting feiler. Slett dem så for godt (delete og purge): en hemmelighet som bare er slettet, kan gjenopprettes og opptar navnet.',
            ]),
        nb.users,
        ...nb.others(data),
      ].join(' '),
    about: [
      'Det siste steget i en flytting skjer i Key Vault, der ingen ferdig endring når fram. Regelen sier hvilke hemmeligheter det gjelder: de som mater seksjonene appen binder (`--` i et navn er `:` i konfigurasjonen), og de som kode eller skript nevner. Uten `--vault-secrets` er navnene det man kan vente; med det er de navnene som finnes. Verdier blir det aldri spurt om.',
      'Hemmeligheter for standardstien, `MaskinportenSettings--…`, hører til overgangen: der hvelvet er en konfigurasjonskilde, hindrer de at klientdetaljene fra Studio tar over. Alle andre blir stående til produksjon er verifisert, fordi en tilbakerulling trenger dem; `switch` skriver navnene i flytteloggen.',
      'Fjern eller deaktiver alle hemmelighetene for ett miljø samlet. Konfigurasjon flettes nøkkel for nøkkel, og fra 8.9.1 leser en kjørende app hvelvet hvert femte minutt: én hemmelighet som blir igjen, som `JwkBase64`, signerer med den gamle nøkkelen under den nye klient-ID-en. Før 8.9.1 skjer ingenting før appen publiseres på nytt.',
      'Navn med prefikset til en annen app, og navn på seksjoner appen ikke binder, føres aldri opp til fjerning. Klienten i Samarbeidsportalen blir stående til alle som bruker den er gjort rede for; Altinn CLI har den samme nøkkelen i `EncodedJwk` i sin egen `appsettings.json`.',
    ],
    whenNot: [
      'En annen app eller integrasjon leser de samme hemmelighetene: de går med den siste av dem.',
      'Identiteten skal fortsatt være appens egen: velg `own-external` eller `own-built-in` for seksjonen, så nevnes ikke hemmelighetene.',
    ],
  },
};
