import type { BilingualRuleWords } from '../../bilingual.ts';

export interface EarlyReadData {
  readonly section: string;
  /** By a client of the external package, which binds its section there from 9.0 on. */
  readonly registration: boolean;
  /** What is not there yet. */
  readonly vault: boolean;
  readonly studio: boolean;
}

export const earlyRead: BilingualRuleWords<EarlyReadData> = {
  en: {
    title: 'Maskinporten settings are read before all of them are there',
    message: ({ section, registration, vault, studio }) =>
      `${registration ? `The client is bound to ${section} at its registration` : `${section} is read at once`}, before ${lacking(vault, studio, 'Key Vault', 'the provisioned file', 'and')} ${vault && studio ? 'are' : 'is'} added to the configuration.`,
    why: ({ registration }) =>
      registration
        ? 'From 9.0 the external package takes the values of its section when the client is registered. What is added later never reaches the client; under version 8 of the package the same code worked, as it read them when the client was first used.'
        : 'What is added to the configuration later is not seen here: the code gets an empty value, or one that another source overrides everywhere else.',
    next: ({ registration }) =>
      registration
        ? 'Call ConfigureWebHostBuilder, and add Key Vault, before the services are registered; or keep the package on version 8 until the client has moved.'
        : 'Read the section where it is used, through IOptions or inside the lambda that configures the client, or move the code that reads it behind what adds these sources.',
    about: [
      'The template registers services before it sets up the host and adds Key Vault. Code that reads a section there at once (`.Get<T>()`, `.Bind(x)`, `config["…"]`, `GetValue`) sees neither the vault nor the file that Altinn Studio provisions. What is bound late, such as `services.Configure<T>(section)`, sees both.',
      'The package `Altinn.ApiClients.Maskinporten` changed here: until 8.x it bound its section when the client was first used, from 9.0 it binds at registration. It comes along with Altinn.App.Core, so an update of the app library can move an app from one to the other.',
    ],
    whenNot: ['The values that are read here stand in a settings file for every environment.'],
  },
  nb: {
    title: 'Maskinporten-innstillinger leses før alle er på plass',
    message: ({ section, registration, vault, studio }) =>
      `${registration ? `Klienten bindes til ${section} når den registreres` : `${section} leses straks`}, før ${lacking(vault, studio, 'Key Vault', 'den leverte filen', 'og')} er lagt til i konfigurasjonen.`,
    why: ({ registration }) =>
      registration
        ? 'Fra 9.0 tar den eksterne pakken verdiene i seksjonen når klienten registreres. Det som legges til senere, når aldri klienten; under versjon 8 av pakken virket den samme koden, fordi verdiene ble lest da klienten ble brukt første gang.'
        : 'Det som legges til i konfigurasjonen senere, blir ikke sett her: koden får en tom verdi, eller en som en annen kilde overstyrer alle andre steder.',
    next: ({ registration }) =>
      registration
        ? 'Kall ConfigureWebHostBuilder, og legg til Key Vault, før tjenestene registreres; eller behold pakken på versjon 8 til klienten er flyttet.'
        : 'Les seksjonen der den brukes, gjennom IOptions eller inne i lambdaen som konfigurerer klienten, eller flytt koden som leser den, bak det som legger til disse kildene.',
    about: [
      'Malen registrerer tjenester før den setter opp verten og legger til Key Vault. Kode som leser en seksjon straks der (`.Get<T>()`, `.Bind(x)`, `config["…"]`, `GetValue`), ser verken hvelvet eller filen som Altinn Studio leverer. Det som bindes sent, som `services.Configure<T>(section)`, ser begge.',
      'Pakken `Altinn.ApiClients.Maskinporten` endret seg her: til og med 8.x bandt den seksjonen da klienten ble brukt første gang, fra 9.0 bindes den ved registreringen. Pakken følger med Altinn.App.Core, så en oppdatering av appbiblioteket kan flytte en app fra det ene til det andre.',
    ],
    whenNot: ['Verdiene som leses her, står i en innstillingsfil for hvert miljø.'],
  },
};

function lacking(vault: boolean, studio: boolean, vaultName: string, fileName: string, and: string): string {
  return [...(studio ? [fileName] : []), ...(vault ? [vaultName] : [])].join(` ${and} `);
}
