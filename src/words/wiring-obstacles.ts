/** Why the library's helper cannot take the place of a wiring of Key Vault, or a wiring another place, by itself. */
export type WiringObstacle =
  | 'own-secret-manager'
  | 'options'
  | 'other-address'
  | 'other-credentials'
  | 'condition'
  | 'several-calls'
  | 'deferred'
  | 'no-builder'
  | 'part-of-more'
  | 'order'
  | 'shares-condition'
  | 'different-functions';

type Words = Readonly<Record<WiringObstacle, string>>;

const wiringObstacles: { readonly en: Words; readonly nb: Words } = {
  en: {
    'own-secret-manager':
      'it has a secret manager of its own, which decides what the secrets are called in configuration',
    options: 'it sets options of its own, such as how often the vault is read',
    'other-address': 'the address of the vault is not taken from kvSetting, where the helper takes it',
    'other-credentials':
      'it logs in to the vault with other credentials than those in kvSetting, which the helper uses',
    condition: 'a condition of its own decides whether the vault is added',
    'several-calls': 'the start-up makes the call several times',
    deferred: 'it stands in code that runs later, when a library says so',
    'no-builder': 'the WebApplicationBuilder cannot be named there, and the helper is a method of it',
    'part-of-more': 'the call is a part of a longer expression',
    order: 'something else runs after it in the same function, so that the order of configuration would change',
    'shares-condition': 'other code stands under the same condition',
    'different-functions': 'the call of ConfigureAppWebHost stands in another function',
  },
  nb: {
    'own-secret-manager': 'den har sin egen «secret manager», som bestemmer hva hemmelighetene heter i konfigurasjonen',
    options: 'den setter egne valg, for eksempel hvor ofte hvelvet leses',
    'other-address': 'adressen til hvelvet er ikke hentet fra kvSetting, der hjelpemetoden henter den',
    'other-credentials': 'den logger inn i hvelvet med annet enn det som står i kvSetting, som hjelpemetoden bruker',
    condition: 'en egen betingelse avgjør om hvelvet legges til',
    'several-calls': 'oppstarten gjør kallet flere ganger',
    deferred: 'den står i kode som kjører senere, når et bibliotek bestemmer det',
    'no-builder': 'WebApplicationBuilder har ikke noe navn der, og hjelpemetoden er en metode på den',
    'part-of-more': 'kallet er en del av et lengre uttrykk',
    order: 'noe annet kjører etter den i samme funksjon, så rekkefølgen i konfigurasjonen ville blitt endret',
    'shares-condition': 'annen kode står under samme betingelse',
    'different-functions': 'kallet på ConfigureAppWebHost står i en annen funksjon',
  },
};

export function wiringObstacle(lang: 'en' | 'nb', because: WiringObstacle, condition: string | null): string {
  const words = wiringObstacles[lang][because];
  return condition === null ? words : `${words}: ${condition}`;
}
