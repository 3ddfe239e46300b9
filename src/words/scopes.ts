import type { Language } from './words.ts';

/** What a scope lets its client do, for those that are worth a sentence. */
const known: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'altinn:serviceowner': {
    en: 'marks the client as the system of a service owner',
    nb: 'forteller at klienten er systemet til en tjenesteeier',
  },
  'altinn:serviceowner/instances.read': {
    en: 'reads instances as the service owner',
    nb: 'leser instanser som tjenesteeier',
  },
  'altinn:serviceowner/instances.write': {
    en: 'writes instances as the service owner',
    nb: 'skriver instanser som tjenesteeier',
  },
  'altinn:instances.read': {
    en: 'reads instances through the Altinn Apps API',
    nb: 'leser instanser gjennom Altinn Apps API',
  },
  'altinn:instances.write': {
    en: 'writes instances through the Altinn Apps API',
    nb: 'skriver instanser gjennom Altinn Apps API',
  },
  'altinn:authentication/systemregister': {
    en: 'registers systems in the system register, for system providers',
    nb: 'registrerer systemer i systemregisteret, for systemleverandører',
  },
  'altinn:authorization/authorize': {
    en: 'asks the policy decision point (PDP) who may do what',
    nb: 'spør beslutningspunktet (PDP) om hvem som har lov til hva',
  },
  'altinn:correspondence.read': {
    en: 'reads correspondence, such as the status of messages sent',
    nb: 'leser meldinger, for eksempel status for dem som er sendt',
  },
  'altinn:correspondence.write': {
    en: 'sends correspondence to the inboxes of Altinn',
    nb: 'sender meldinger til innboksene i Altinn',
  },
  'altinn:dataaltinnno': {
    en: 'gets data through Dan (data.altinn.no), which takes the Maskinporten token as it is',
    nb: 'henter data gjennom Dan (data.altinn.no), som tar imot Maskinporten-tokenet slik det er',
  },
  'ks:fiks': {
    en: 'uses the Fiks platform of KS, such as Fiks Arkiv',
    nb: 'bruker Fiks-plattformen til KS, for eksempel Fiks Arkiv',
  },
};

/** A sentence for each that is known; the others are named as they are, and say nothing more. */
export function aboutScopes(scopes: readonly string[], language: Language): readonly string[] {
  return scopes.flatMap((scope) => {
    const about = Object.hasOwn(known, scope) ? known[scope]?.[language] : undefined;
    return about === undefined ? [] : [`${scope} ${about}.`];
  });
}
