import type { BilingualRuleWords } from '../../bilingual.ts';

export interface BeforeHostData {
  readonly method: string;
  /** Whether this version of the library throws there. */
  readonly throws: boolean;
}

export const beforeHost: BilingualRuleWords<BeforeHostData> = {
  en: {
    title: 'Key Vault is added before the host',
    message: ({ method }) => `${method} is called before ConfigureAppWebHost.`,
    why: ({ throws }) =>
      throws
        ? 'In this version of Altinn.App the method throws when it is called ahead of ConfigureAppWebHost: kvSetting is not loaded yet, so a deployed app does not start.'
        : 'The source that is added last wins, key by key. With the vault before the host, what Altinn Studio provisions wins over the vault from the first deploy after scopes are added, before anyone has verified it, and keys that only the vault has are mixed in.',
    next: () =>
      'Move the call, with its condition, to right after the one that leads to ConfigureAppWebHost. From then on the vault wins again, until its secrets named MaskinportenSettings--… are removed: that is the moment to switch.',
    about: [
      'Sources of configuration are asked from the last to the first. The documentation puts Key Vault after `ConfigureAppWebHost`, so that an app keeps its old credentials until people remove them from the vault.',
      'The fix moves the whole statement, with its `if` and its comments, to right after the call that leads to the host, when both stand in one function and nothing in between reads configuration at once.',
    ],
    whenNot: [
      'Something reads values of the vault between the two: then the order of the start-up is for people to arrange.',
      'The vault holds no secret named MaskinportenSettings--…: give the names with `--vault-secrets`, and this is silent, unless the app does not start.',
    ],
  },
  nb: {
    title: 'Key Vault legges til før verten',
    message: ({ method }) => `${method} kalles før ConfigureAppWebHost.`,
    why: ({ throws }) =>
      throws
        ? 'I denne versjonen av Altinn.App feiler metoden når den kalles før ConfigureAppWebHost: kvSetting er ikke lastet ennå, så en publisert app starter ikke.'
        : 'Kilden som legges til sist, vinner, nøkkel for nøkkel. Med hvelvet før verten vinner det Altinn Studio leverer over hvelvet fra første publisering etter at scopes er lagt til, før noen har verifisert det, og nøkler som bare hvelvet har, blandes inn.',
    next: () =>
      'Flytt kallet, med betingelsen, til rett etter det som fører til ConfigureAppWebHost. Fra da av vinner hvelvet igjen, til hemmelighetene som heter MaskinportenSettings--…, er fjernet: det er da appen går over.',
    about: [
      'Konfigurasjonskildene spørres fra den siste til den første. Dokumentasjonen legger Key Vault etter `ConfigureAppWebHost`, slik at en app beholder de gamle klientdetaljene til mennesker fjerner dem fra hvelvet.',
      'Endringen flytter hele setningen, med `if` og kommentarer, til rett etter kallet som fører til verten, når begge står i én funksjon og ingenting imellom leser konfigurasjon straks.',
    ],
    whenNot: [
      'Noe leser verdier fra hvelvet mellom de to: da må mennesker ordne rekkefølgen i oppstarten.',
      'Hvelvet har ingen hemmelighet som heter MaskinportenSettings--…: gi navnene med `--vault-secrets`, så er regelen stille, med mindre appen ikke starter.',
    ],
  },
};
