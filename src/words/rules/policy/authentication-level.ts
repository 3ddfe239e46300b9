import type { BilingualRuleWords } from '../../bilingual.ts';

export interface AuthenticationLevelData {
  readonly file: string;
  readonly level: number;
  /** Whom it is demanded of. */
  readonly of: 'everyone' | 'service-owner';
}

export const authenticationLevel: BilingualRuleWords<AuthenticationLevelData> = {
  en: {
    title: 'The authentication level refuses the service owner',
    message: ({ file, level, of }) =>
      of === 'everyone'
        ? `${file} demands authentication level ${level} of everyone, and sets no level for the service owner.`
        : `${file} demands authentication level ${level} of the service owner.`,
    why: () =>
      'A token from Maskinporten comes with level 3. Altinn refuses the service owner whatever the rules permit, and only the deployed app shows that.',
    next: ({ of }) =>
      of === 'everyone'
        ? 'Add an obligation with the category urn:altinn:minimum-authenticationlevel-org and a level of at most 3; the level for people stays as it is.'
        : 'Set the level of urn:altinn:minimum-authenticationlevel-org to 3 or less.',
    about: [
      'A policy may demand a minimum authentication level by an obligation: `urn:altinn:minimum-authenticationlevel` for everyone, `urn:altinn:minimum-authenticationlevel-org` for a service owner. Where the second one is there, it counts for the service owner in place of the first.',
      'Level 4 is a common demand on people. Without a level of its own the service owner, who comes with level 3, is refused as well. No patch is offered: what a service demands of those who call it is for people to decide.',
    ],
    whenNot: ['Nothing acts as the service owner in this app.'],
  },
  nb: {
    title: 'Sikkerhetsnivået avviser tjenesteeieren',
    message: ({ file, level, of }) =>
      of === 'everyone'
        ? `${file} krever sikkerhetsnivå ${level} av alle, og setter ikke noe eget nivå for tjenesteeieren.`
        : `${file} krever sikkerhetsnivå ${level} av tjenesteeieren.`,
    why: () =>
      'Et token fra Maskinporten har nivå 3. Altinn avviser tjenesteeieren uansett hva tilgangsreglene tillater, og det viser seg først i den publiserte appen.',
    next: ({ of }) =>
      of === 'everyone'
        ? 'Legg til et krav (obligation) med kategorien urn:altinn:minimum-authenticationlevel-org og et nivå på høyst 3; nivået for personer står som det er.'
        : 'Sett nivået for urn:altinn:minimum-authenticationlevel-org til 3 eller lavere.',
    about: [
      'En policy kan kreve et minste sikkerhetsnivå med et krav (obligation): `urn:altinn:minimum-authenticationlevel` for alle, `urn:altinn:minimum-authenticationlevel-org` for en tjenesteeier. Finnes det siste, gjelder det for tjenesteeieren i stedet for det første.',
      'Nivå 4 er et vanlig krav til personer. Uten et eget nivå blir også tjenesteeieren, som kommer med nivå 3, avvist. Ingen endring foreslås: hva en tjeneste krever av dem som kaller den, må tjenesteeieren avgjøre.',
    ],
    whenNot: ['Ingenting opptrer som tjenesteeier i denne appen.'],
  },
};
