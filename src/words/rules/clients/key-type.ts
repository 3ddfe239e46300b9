import type { BilingualRuleWords } from '../../bilingual.ts';

export interface KeyTypeData {
  /** The type that signs. */
  readonly definition: string;
  /** What it signs with. */
  readonly keyType: 'certificate' | 'own';
  /** The configuration section of its credentials; null when it cannot be told. */
  readonly section: string | null;
  /** The major version that the audit aims at. */
  readonly target: 'v8' | 'v9';
}

export const keyType: BilingualRuleWords<KeyTypeData> = {
  en: {
    title: 'A Maskinporten client that signs with something else than a JWK',
    message: ({ definition, keyType }) =>
      keyType === 'certificate'
        ? `${definition} signs with a certificate.`
        : `${definition} is a client definition of your own, and what it signs with is for its code to say.`,
    why: () =>
      'The built-in client signs with a JWK only, and that is what Altinn Studio provisions. Such a client cannot move by itself.',
    next: ({ keyType }) =>
      keyType === 'certificate'
        ? 'If the scopes may belong to the client that Studio provisions, nothing of the certificate is needed any more: add the scopes in Altinn Studio and register the client by hand with the built-in handler. If it must keep its identity, decide own-external.'
        : 'Look at what the definition does beside fetching a key. If the scopes may belong to the client that Studio provisions, add them in Altinn Studio and register the client by hand with the built-in handler. If it must keep its identity, decide own-external.',
    about: [
      'The external package takes a definition type with each client: `SettingsJwkClientDefinition` signs with a JWK, `SettingsX509ClientDefinition`, `Pkcs12ClientDefinition` and `CertificateStoreClientDefinition` with a certificate, and an app may bring its own `IClientDefinition`. Until 2024 the documentation showed one around a PKCS#12 file from Key Vault.',
      'The built-in client knows JWKs only. With credentials from Studio the app holds no key at all, so the certificate is not converted: it is no longer needed. Whether the scopes may move to another client is a decision that no tool can take.',
    ],
    whenNot: ['The client stays with the external package: decide `own-external` for its section.'],
  },
  nb: {
    title: 'En Maskinporten-klient som signerer med noe annet enn en JWK',
    message: ({ definition, keyType }) =>
      keyType === 'certificate'
        ? `${definition} signerer med et sertifikat.`
        : `${definition} er en egen klientdefinisjon, og det er koden dens som sier hva den signerer med.`,
    why: () =>
      'Den innebygde klienten signerer bare med en JWK, og det er det Altinn Studio leverer. En slik klient kan ikke flyttes av seg selv.',
    next: ({ keyType }) =>
      keyType === 'certificate'
        ? 'Kan scopene høre til klienten som Studio leverer, trengs ingenting av sertifikatet lenger: legg til scopene i Altinn Studio og registrer klienten for hånd med den innebygde handleren. Må den beholde identiteten sin, velg own-external.'
        : 'Se hva definisjonen gjør ut over å hente en nøkkel. Kan scopene høre til klienten som Studio leverer, legg dem til i Altinn Studio og registrer klienten for hånd med den innebygde handleren. Må den beholde identiteten sin, velg own-external.',
    about: [
      'Den eksterne pakken tar en definisjonstype med hver klient: `SettingsJwkClientDefinition` signerer med en JWK, `SettingsX509ClientDefinition`, `Pkcs12ClientDefinition` og `CertificateStoreClientDefinition` med et sertifikat, og en app kan ha sin egen `IClientDefinition`. Til og med 2024 viste dokumentasjonen en slik rundt en PKCS#12-fil fra Key Vault.',
      'Den innebygde klienten kjenner bare JWK-er. Med klientdetaljer fra Studio har appen ingen nøkkel selv, så sertifikatet regnes ikke om: det trengs ikke lenger. Om scopene kan flyttes til en annen klient, er et valg som ikke noe verktøy kan ta.',
    ],
    whenNot: ['Klienten blir hos den eksterne pakken: velg `own-external` for seksjonen.'],
  },
};
