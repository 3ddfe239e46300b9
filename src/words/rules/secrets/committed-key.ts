import type { BilingualRuleWords } from '../../bilingual.ts';

export type KeyForm =
  | 'jwk'
  | 'base64-jwk'
  | 'pem'
  | 'encrypted-pem'
  | 'base64-pem'
  | 'der'
  | 'base64-der'
  | 'pkcs12'
  | 'base64-pkcs12'
  | 'xml';

export interface CommittedKeyData {
  readonly file: string;
  /** How the key is written down. */
  readonly form: KeyForm;
  readonly owner: 'app' | 'none';
}

const english: Readonly<Record<KeyForm, string>> = {
  jwk: 'a private key as a JWK',
  'base64-jwk': 'a private key as a JWK in base64',
  pem: 'a private key in PEM',
  'encrypted-pem': 'a private key in PEM, encrypted with a password',
  'base64-pem': 'a private key as PEM in base64',
  der: 'a private key in DER',
  'base64-der': 'a private key as DER in base64',
  pkcs12: 'a private key in PKCS#12, with its certificate',
  'base64-pkcs12': 'a private key as PKCS#12 in base64, with its certificate',
  xml: 'a private key in the XML that .NET writes',
};

const norwegian: Readonly<Record<KeyForm, string>> = {
  jwk: 'en privat nøkkel som JWK',
  'base64-jwk': 'en privat nøkkel som JWK i base64',
  pem: 'en privat nøkkel i PEM',
  'encrypted-pem': 'en privat nøkkel i PEM, kryptert med et passord',
  'base64-pem': 'en privat nøkkel som PEM i base64',
  der: 'en privat nøkkel i DER',
  'base64-der': 'en privat nøkkel som DER i base64',
  pkcs12: 'en privat nøkkel i PKCS#12, med sertifikatet sitt',
  'base64-pkcs12': 'en privat nøkkel som PKCS#12 i base64, med sertifikatet sitt',
  xml: 'en privat nøkkel i XML slik .NET skriver den',
};

const lockedForms: readonly KeyForm[] = ['encrypted-pem', 'pkcs12', 'base64-pkcs12'];

export const committedKey: BilingualRuleWords<CommittedKeyData> = {
  en: {
    title: 'A private key in the repo',
    message: ({ file, form }) => `${file} holds ${english[form]}.`,
    why: ({ form }) =>
      lockedForms.includes(form)
        ? 'Whoever can read the repo can try passwords on the key as long as they like, and the password often stands nearby. The history keeps the file after it is deleted.'
        : 'Whoever can read the repo can act as the owner of the key. The history keeps the key after it is deleted.',
    next: ({ owner }) =>
      owner === 'app'
        ? "Count the key as known to others; removing the file is not enough. Either give the old client a new key and remove this one from it in Samarbeidsportalen, or move the app to Altinn Studio's credentials, which makes the key unnecessary, and remove it from the client then. Keep no new key in the repo."
        : 'Count the key as known to others; removing the file is not enough. Give the client a new key, remove this one from it in Samarbeidsportalen, and keep the new one out of the repo. What uses the key is an integration of its own: account for it before the client is deleted.',
    about: [
      'A key is found by what it decodes to, not by its looks: a JWK with its private part (alone, in a set, in settings, in code or in YAML), PEM, DER and PKCS#12, the XML of .NET, and each of these in base64. A public key, a certificate, a token and a placeholder are not reported.',
      'An encrypted PEM and a PKCS#12 file count as well, although they have a password: both are made to be kept in a vault or a certificate store.',
      "A file outside every app's folder is reported with the repo's only app, or with its first. In a folder without any app the keys are listed by themselves.",
      'Only the place and the form are shown, never the key. A patch that would show a line with a key is refused.',
    ],
    whenNot: [
      'The key was made for tests and opens nothing: suppress the finding in `maskinflytt.config.json`, with that reason.',
    ],
  },
  nb: {
    title: 'En privat nøkkel i repoet',
    message: ({ file, form }) => `${file} inneholder ${norwegian[form]}.`,
    why: ({ form }) =>
      lockedForms.includes(form)
        ? 'Den som kan lese repoet, kan prøve passord mot nøkkelen så lenge det skal være, og passordet står ofte i nærheten. Historikken beholder filen etter at den er slettet.'
        : 'Den som kan lese repoet, kan opptre som eieren av nøkkelen. Historikken beholder nøkkelen etter at den er slettet.',
    next: ({ owner }) =>
      owner === 'app'
        ? 'Regn nøkkelen som kjent for andre; det er ikke nok å fjerne filen. Gi enten den gamle klienten en ny nøkkel og fjern denne fra den i Samarbeidsportalen, eller flytt appen til Altinn Studio-styrte klientdetaljer, som gjør nøkkelen overflødig, og fjern den fra klienten da. Legg ingen ny nøkkel i repoet.'
        : 'Regn nøkkelen som kjent for andre; det er ikke nok å fjerne filen. Gi klienten en ny nøkkel, fjern denne fra den i Samarbeidsportalen, og hold den nye utenfor repoet. Det som bruker nøkkelen, er en integrasjon for seg: gjør rede for den før klienten slettes.',
    about: [
      'En nøkkel kjennes på det den dekodes til, ikke på utseendet: en JWK med den private delen (alene, i et sett, i innstillinger, i kode eller i YAML), PEM, DER og PKCS#12, XML-en fra .NET, og hver av disse i base64. En offentlig nøkkel, et sertifikat, et token og en plassholder meldes ikke.',
      'En kryptert PEM og en PKCS#12-fil teller også, selv om de har passord: begge hører hjemme i et hvelv eller et sertifikatlager.',
      'En fil utenfor alle appmapper meldes sammen med den eneste appen i repoet, eller med den første. I en mappe uten noen app føres nøklene opp for seg.',
      'Bare stedet og formen vises, aldri nøkkelen. En endring som ville vise en linje med en nøkkel, blir avvist.',
    ],
    whenNot: [
      'Nøkkelen er laget for tester og åpner ingenting: undertrykk funnet i `maskinflytt.config.json`, med den begrunnelsen.',
    ],
  },
};
