import type { BilingualRuleWords } from '../../bilingual.ts';

export type NotAnalysedReason =
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'binary' }
  | { readonly code: 'outside-root' }
  | { readonly code: 'io-error'; readonly error: string }
  | {
      readonly code: 'malformed';
      readonly language: 'JSON' | 'XML' | 'YAML';
      readonly line: number;
      readonly column: number;
    }
  /** The reader refuses what it could read, on purpose. */
  | { readonly code: 'doctype'; readonly line: number; readonly column: number }
  | { readonly code: 'too-long'; readonly language: 'JSON' | 'XML' }
  | { readonly code: 'nested-too-deeply'; readonly line: number; readonly column: number }
  | { readonly code: 'encoding-mismatch'; readonly line: number; readonly column: number }
  /** What is not UTF-8, and where that would matter or nothing else is named. */
  | { readonly code: 'refused-encoding'; readonly line: number; readonly column: number }
  | {
      readonly code: 'not-a-policy';
      readonly root: string;
      readonly namespace: string | null;
      readonly line: number;
      readonly column: number;
    }
  | { readonly code: 'no-process'; readonly line: number; readonly column: number }
  /** A task or an end event of the process. */
  | { readonly code: 'state-without-id'; readonly element: string; readonly line: number; readonly column: number }
  | { readonly code: 'too-many-items' }
  /** It was read, but .NET refuses it at start. */
  | { readonly code: 'duplicate-key'; readonly key: string; readonly line: number }
  | { readonly code: 'partly-parsed'; readonly line: number }
  | { readonly code: 'too-slow' }
  /** The migration record keeps to another format, or to that of a later version. */
  | { readonly code: 'other-record' }
  | { readonly code: 'newer-record' }
  /** What the walk over the repo went past. */
  | { readonly code: 'symlinked-folder' }
  | { readonly code: 'broken-symlink' }
  | { readonly code: 'unreadable' }
  | { readonly code: 'too-deep' }
  | { readonly code: 'too-many-files' }
  | { readonly code: 'costly-ignore-pattern' }
  /** It was read, but a patch cannot touch it. */
  | { readonly code: 'utf-16' }
  | { readonly code: 'not-utf-8' }
  | { readonly code: 'symlink' };

export interface NotAnalysedData {
  readonly file: string;
  readonly reason: NotAnalysedReason;
}

function wasRead({ reason: { code } }: NotAnalysedData): boolean {
  return code === 'utf-16' || code === 'not-utf-8' || code === 'symlink';
}

function english(reason: NotAnalysedReason): string {
  switch (reason.code) {
    case 'too-large':
      return `is too large to be read (${reason.bytes} bytes, the limit is ${reason.limit})`;
    case 'binary':
      return 'is not text';
    case 'outside-root':
      return 'leads out of the repo through a link, and was not read';
    case 'io-error':
      return `could not be read (${reason.error})`;
    case 'malformed':
      return `is not valid ${reason.language} from line ${reason.line}, column ${reason.column}`;
    case 'doctype':
      return `has a DOCTYPE on line ${reason.line}, column ${reason.column}, which is refused on purpose: what it declares could change the meaning of all that follows`;
    case 'too-long':
      return `is longer than any ${reason.language} that is read here`;
    case 'nested-too-deeply':
      return `is nested more deeply than is read here, from line ${reason.line}, column ${reason.column}`;
    case 'encoding-mismatch':
      return `names another encoding on line ${reason.line}, column ${reason.column}, than the one it is saved in`;
    case 'refused-encoding':
      return `is not valid UTF-8 from line ${reason.line}, column ${reason.column}, and was not read`;
    case 'not-a-policy':
      return `is not an XACML 3.0 policy: its root, on line ${reason.line}, column ${reason.column}, is <${reason.root}> ${reason.namespace === null ? 'without a namespace' : `of the namespace ${reason.namespace}`}`;
    case 'no-process':
      return `holds no BPMN process under its root on line ${reason.line}, column ${reason.column}`;
    case 'state-without-id':
      return `has a <${reason.element}> without an id on line ${reason.line}, column ${reason.column}, so its tasks and end events are not all known`;
    case 'too-many-items':
      return 'lists more items than are read here';
    case 'duplicate-key':
      return `has the key ${reason.key} twice, the second time on line ${reason.line}; .NET refuses the file at start`;
    case 'symlinked-folder':
      return 'is a link to a folder, and was not followed';
    case 'broken-symlink':
      return 'is a link to nowhere';
    case 'unreadable':
      return 'could not be opened, so nothing in it was read';
    case 'too-deep':
      return 'is a folder too deep down to be read';
    case 'too-many-files':
      return 'and all files after it were left out: there are more files than are read';
    case 'costly-ignore-pattern':
      return 'has a pattern too costly to match, which was left out: files that git ignores may be in this report';
    case 'partly-parsed':
      return `was read only in part: from line ${reason.line} on it could not be followed, and what stands there may have been missed`;
    case 'too-slow':
      return 'took too long to parse';
    case 'other-record':
      return 'is not a migration record as maskinflytt writes it, so nothing in it counts';
    case 'newer-record':
      return 'was written by a later version of maskinflytt, so nothing in it counts';
    case 'utf-16':
      return 'is UTF-16: it was read, but git cannot patch it';
    case 'not-utf-8':
      return 'is not valid UTF-8: it was read as Windows-1252, and will not be edited';
    case 'symlink':
      return 'is a link: it was read, and will not be edited through it';
  }
}

function norwegian(reason: NotAnalysedReason): string {
  switch (reason.code) {
    case 'too-large':
      return `er for stor til å leses (${reason.bytes} byte, grensen er ${reason.limit})`;
    case 'binary':
      return 'er ikke tekst';
    case 'outside-root':
      return 'fører ut av repoet gjennom en lenke, og er ikke lest';
    case 'io-error':
      return `kunne ikke leses (${reason.error})`;
    case 'malformed':
      return `er ikke gyldig ${reason.language} fra linje ${reason.line}, kolonne ${reason.column}`;
    case 'doctype':
      return `har en DOCTYPE på linje ${reason.line}, kolonne ${reason.column}, som avvises med vilje: det den deklarerer, kan endre betydningen av alt som følger`;
    case 'too-long':
      return `er lengre enn den ${reason.language} som leses her`;
    case 'nested-too-deeply':
      return `er nøstet dypere enn det som leses her, fra linje ${reason.line}, kolonne ${reason.column}`;
    case 'encoding-mismatch':
      return `oppgir en annen tegnkoding på linje ${reason.line}, kolonne ${reason.column}, enn den er lagret i`;
    case 'refused-encoding':
      return `er ikke gyldig UTF-8 fra linje ${reason.line}, kolonne ${reason.column}, og er ikke lest`;
    case 'not-a-policy':
      return `er ikke en XACML 3.0-policy: roten på linje ${reason.line}, kolonne ${reason.column}, er <${reason.root}> ${reason.namespace === null ? 'uten navnerom' : `i navnerommet ${reason.namespace}`}`;
    case 'no-process':
      return `har ingen BPMN-prosess under roten på linje ${reason.line}, kolonne ${reason.column}`;
    case 'state-without-id':
      return `har en <${reason.element}> uten id på linje ${reason.line}, kolonne ${reason.column}, så ikke alle oppgaver og slutthendelser er kjent`;
    case 'too-many-items':
      return 'lister opp flere elementer enn det som leses her';
    case 'duplicate-key':
      return `har nøkkelen ${reason.key} to ganger, den andre på linje ${reason.line}; .NET avviser filen ved oppstart`;
    case 'symlinked-folder':
      return 'er en lenke til en mappe, og er ikke fulgt';
    case 'broken-symlink':
      return 'er en lenke som ikke fører noe sted';
    case 'unreadable':
      return 'lot seg ikke åpne, så ingenting i den er lest';
    case 'too-deep':
      return 'er en mappe som ligger for dypt til å bli lest';
    case 'too-many-files':
      return 'og alle filer etter den er utelatt: det er flere filer enn det som leses';
    case 'costly-ignore-pattern':
      return 'har et mønster som er for tidkrevende å prøve, og som er utelatt: filer som git ignorerer, kan være med i rapporten';
    case 'partly-parsed':
      return `er bare delvis lest: fra linje ${reason.line} lot den seg ikke følge, og det som står der, kan være oversett`;
    case 'too-slow':
      return 'tok for lang tid å tolke';
    case 'other-record':
      return 'er ikke en flyttelogg slik maskinflytt skriver den, så ingenting i den teller';
    case 'newer-record':
      return 'er skrevet av en senere versjon av maskinflytt, så ingenting i den teller';
    case 'utf-16':
      return 'er UTF-16: den er lest, men git kan ikke endre den';
    case 'not-utf-8':
      return 'er ikke gyldig UTF-8: den er lest som Windows-1252, og blir ikke endret';
    case 'symlink':
      return 'er en lenke: den er lest, og blir ikke endret gjennom lenken';
  }
}

function englishAdvice({ reason }: NotAnalysedData): string {
  switch (reason.code) {
    case 'malformed':
    case 'partly-parsed':
    case 'state-without-id':
      return 'Repair the file, then audit again.';
    case 'doctype':
      return 'Remove the DOCTYPE, then audit again; or look through the file by hand.';
    case 'too-long':
    case 'too-large':
    case 'nested-too-deeply':
    case 'too-many-items':
    case 'too-slow':
      return 'Make the file smaller or simpler, then audit again; or look through it by hand.';
    case 'encoding-mismatch':
      return 'Save the file in the encoding it names, or name the one it is in; then audit again.';
    case 'refused-encoding':
      return 'Save the file as UTF-8, and let its declaration say so; then audit again.';
    case 'not-a-policy':
      return 'Put an XACML 3.0 policy in its place, then audit again; until then nobody can tell what the service owner may do.';
    case 'no-process':
      return 'Put the BPMN process of the app in its place, then audit again.';
    case 'duplicate-key':
      return 'Remove one of the two, after looking which value is meant; then audit again.';
    case 'symlinked-folder':
      return 'Put the folder itself into the repo, then audit again; or look through it by hand.';
    case 'broken-symlink':
      return 'Repair or remove the link, then audit again.';
    case 'unreadable':
      return 'Give yourself the right to read it, then audit again.';
    case 'too-deep':
      return 'Look through the folder by hand, or audit from a folder further down.';
    case 'too-many-files':
      return 'Audit a folder with fewer files: the app’s own.';
    case 'costly-ignore-pattern':
      return 'Simplify the pattern, then audit again.';
    case 'other-record':
      return 'Take the record back from the commit of the switch phase; or delete it, and clean up by hand.';
    case 'newer-record':
      return 'Use the newer version of maskinflytt; this one leaves the record as it is.';
    default:
      return 'Save it as UTF-8 text in its own place in the repo, then audit again; or look through it by hand.';
  }
}

function norwegianAdvice({ reason }: NotAnalysedData): string {
  switch (reason.code) {
    case 'malformed':
    case 'partly-parsed':
    case 'state-without-id':
      return 'Reparer filen, og kjør kontrollen på nytt.';
    case 'doctype':
      return 'Fjern DOCTYPE, og kjør kontrollen på nytt; eller gå gjennom filen for hånd.';
    case 'too-long':
    case 'too-large':
    case 'nested-too-deeply':
    case 'too-many-items':
    case 'too-slow':
      return 'Gjør filen mindre eller enklere, og kjør kontrollen på nytt; eller gå gjennom den for hånd.';
    case 'encoding-mismatch':
      return 'Lagre filen i tegnkodingen den oppgir, eller oppgi den som er brukt; kjør så kontrollen på nytt.';
    case 'refused-encoding':
      return 'Lagre filen som UTF-8, og la deklarasjonen si det; kjør så kontrollen på nytt.';
    case 'not-a-policy':
      return 'Erstatt filen med en XACML 3.0-policy, og kjør kontrollen på nytt; til da kan ingen si hva tjenesteeieren har lov til.';
    case 'no-process':
      return 'Erstatt filen med BPMN-prosessen til appen, og kjør kontrollen på nytt.';
    case 'duplicate-key':
      return 'Fjern en av de to, etter å ha sett hvilken verdi som er ment; kjør så kontrollen på nytt.';
    case 'symlinked-folder':
      return 'Legg selve mappen i repoet, og kjør kontrollen på nytt; eller gå gjennom den for hånd.';
    case 'broken-symlink':
      return 'Reparer eller fjern lenken, og kjør kontrollen på nytt.';
    case 'unreadable':
      return 'Gi deg selv lesetilgang, og kjør kontrollen på nytt.';
    case 'too-deep':
      return 'Gå gjennom mappen for hånd, eller kjør kontrollen fra en mappe lenger ned.';
    case 'too-many-files':
      return 'Kjør kontrollen på en mappe med færre filer: appens egen.';
    case 'costly-ignore-pattern':
      return 'Forenkle mønsteret, og kjør kontrollen på nytt.';
    case 'other-record':
      return 'Hent loggen tilbake fra commiten for fasen switch; eller slett den, og rydd opp for hånd.';
    case 'newer-record':
      return 'Bruk den nyere versjonen av maskinflytt; denne lar loggen stå som den er.';
    default:
      return 'Lagre den som UTF-8-tekst på sin egen plass i repoet, og kjør kontrollen på nytt; eller gå gjennom den for hånd.';
  }
}

function englishWhy(data: NotAnalysedData): string {
  if (wasRead(data))
    return 'Findings in it are reported, but a patch would not apply or could change bytes it must not.';
  switch (data.reason.code) {
    case 'duplicate-key':
      return 'The app does not start with it, and nobody can tell which of the two is meant.';
    case 'costly-ignore-pattern':
      return 'Findings may stand in files that are not part of the repo.';
    default:
      return 'What it says is not part of this report, so the report may miss something.';
  }
}

function norwegianWhy(data: NotAnalysedData): string {
  if (wasRead(data))
    return 'Funn i den meldes, men en endring ville ikke la seg legge på, eller kunne endre noe den ikke skal.';
  switch (data.reason.code) {
    case 'duplicate-key':
      return 'Appen starter ikke med den, og ingen kan vite hvilken av de to som er ment.';
    case 'costly-ignore-pattern':
      return 'Funn kan stå i filer som ikke hører til repoet.';
    default:
      return 'Det som står i den, er ikke med i rapporten, så rapporten kan mangle noe.';
  }
}

export const notAnalysed: BilingualRuleWords<NotAnalysedData> = {
  en: {
    title: 'A file could not be read, or can never be edited',
    message: ({ file, reason }) => `${file} ${english(reason)}.`,
    why: englishWhy,
    next: englishAdvice,
    about: [
      'Whatever cannot be decided is said. A file that is broken, too large, refused on purpose (a DOCTYPE), not text or outside the repo is listed with the reason, so is a folder that was not entered, and the rest of the audit goes on.',
      'It is an error for the files an audit rests on: `Program.cs` and `Startup.cs`, project files, `policy.xml` and the settings files. Project, policy and settings files are listed whenever they cannot be parsed, whether or not Maskinporten is mentioned in them.',
      'A file that was read but is in an encoding that git or a lossless edit cannot handle is a warning: its findings stand, and stay manual. A policy must be UTF-8 or UTF-16, whatever it declares: rights are not told from a text that may be another.',
    ],
    whenNot: ["The file is meant to be broken, as in test data: keep it out of the app's folder."],
  },
  nb: {
    title: 'En fil kunne ikke leses, eller kan aldri endres',
    message: ({ file, reason }) => `${file} ${norwegian(reason)}.`,
    why: norwegianWhy,
    next: norwegianAdvice,
    about: [
      'Det som ikke kan avgjøres, blir sagt. En fil som er ødelagt, for stor, avvist med vilje (en DOCTYPE), ikke er tekst eller ligger utenfor repoet, føres opp med årsaken, det gjør også en mappe som ikke er lest, og resten av kontrollen går videre.',
      'Det er en feil for filene en kontroll hviler på: `Program.cs` og `Startup.cs`, prosjektfiler, `policy.xml` og innstillingsfilene. Prosjekt-, policy- og innstillingsfiler føres opp når de ikke lar seg tolke, enten Maskinporten er nevnt i dem eller ikke.',
      'En fil som er lest, men har en tegnkoding som git eller en tapsfri endring ikke takler, gir en advarsel: funnene i den står, og blir manuelle. En policy må være UTF-8 eller UTF-16, uansett hva den oppgir: rettigheter leses ikke ut av en tekst som kan være en annen.',
    ],
    whenNot: ['Filen skal være ødelagt, som i testdata: hold den utenfor appens mappe.'],
  },
};
