import type { BilingualRuleWords } from '../../bilingual.ts';

export interface OverridesStudioData {
  /** Those of the default section that the vault holds, when a listing was given. */
  readonly secrets: readonly string[] | null;
  /** Nothing calls the host yet; when that is mended, the vault stands after it. */
  readonly hostMissing: boolean;
}

export const overridesStudio: BilingualRuleWords<OverridesStudioData> = {
  en: {
    title: 'Key Vault wins over what Altinn Studio provisions',
    message: ({ secrets, hostMissing }) => {
      const order = hostMissing
        ? 'Once ConfigureAppWebHost is called, Key Vault comes after it,'
        : `Key Vault is added after the host${secrets === null ? ',' : ''}`;
      return secrets === null
        ? `${order} and wins over the provisioned credentials with every secret named MaskinportenSettings--….`
        : `${order} and holds ${secrets.join(', ')}, which win over the provisioned credentials.`;
    },
    why: ({ secrets }) =>
      secrets === null
        ? 'The source that is added last wins, key by key. As long as the vault holds keys of the default section, the app does not use Studio’s, whatever is deployed; with only some of the keys it uses a mixture that Maskinporten refuses.'
        : 'The source that is added last wins, key by key. Until these secrets are gone the app does not use the credentials of Studio, whatever is deployed.',
    next: ({ secrets }) =>
      secrets === null
        ? 'Look up which secrets the vault holds (or pass their names with --vault-secrets). When the scopes are in Studio and the app is to switch, disable or remove all MaskinportenSettings--… secrets of one environment together, and redeploy.'
        : `When the scopes are in Studio and the app is to switch, disable or remove ${secrets.join(', ')} together, one environment at a time, and redeploy.`,
    about: [
      'This is the documented order, and right as long as the app should use its old credentials. But it also means that nothing in the code makes the app switch: that happens when the secrets of the default section are removed, renamed or disabled.',
      'From 8.9.1 the vault is read again every five minutes, so secrets that are deleted one by one leave a running app with keys of two clients. Take all of an environment’s together.',
    ],
    whenNot: [
      'The vault holds no secret named MaskinportenSettings--…: give the names with `--vault-secrets`, and this is silent.',
    ],
  },
  nb: {
    title: 'Key Vault vinner over det Altinn Studio leverer',
    message: ({ secrets, hostMissing }) => {
      const order = hostMissing
        ? 'Når ConfigureAppWebHost blir kalt, kommer Key Vault etter det,'
        : `Key Vault legges til etter ConfigureAppWebHost${secrets === null ? ',' : ''}`;
      return secrets === null
        ? `${order} og vinner over de leverte klientdetaljene med hver hemmelighet som heter MaskinportenSettings--….`
        : `${order} og inneholder ${secrets.join(', ')}, som vinner over de leverte klientdetaljene.`;
    },
    why: ({ secrets }) =>
      secrets === null
        ? 'Kilden som legges til sist, vinner, nøkkel for nøkkel. Så lenge hvelvet har nøkler i standardstien, bruker ikke appen dem fra Studio, uansett hva som publiseres; med bare noen av nøklene bruker den en blanding som Maskinporten avviser.'
        : 'Kilden som legges til sist, vinner, nøkkel for nøkkel. Til disse hemmelighetene er borte, bruker ikke appen klientdetaljene fra Studio, uansett hva som publiseres.',
    next: ({ secrets }) =>
      secrets === null
        ? 'Finn ut hvilke hemmeligheter hvelvet har (eller gi navnene med --vault-secrets). Når scopene er i Studio og appen skal gå over, deaktiveres eller fjernes alle hemmeligheter som heter MaskinportenSettings--…, i ett miljø samlet, og appen publiseres på nytt.'
        : `Når scopene er i Studio og appen skal gå over, deaktiveres eller fjernes ${secrets.join(', ')} samlet, ett miljø om gangen, og appen publiseres på nytt.`,
    about: [
      'Dette er den dokumenterte rekkefølgen, og riktig så lenge appen skal bruke de gamle klientdetaljene. Men det betyr også at ingenting i koden får appen til å gå over: det skjer når hemmelighetene i standardstien fjernes, får nytt navn eller deaktiveres.',
      'Fra 8.9.1 leses hvelvet på nytt hvert femte minutt, så hemmeligheter som slettes én og én, gir en kjørende app nøkler fra to klienter. Ta alle i et miljø samlet.',
    ],
    whenNot: [
      'Hvelvet har ingen hemmelighet som heter MaskinportenSettings--…: gi navnene med `--vault-secrets`, så er regelen stille.',
    ],
  },
};
