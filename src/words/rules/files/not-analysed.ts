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
  | { readonly code: 'partly-parsed'; readonly line: number }
  | { readonly code: 'too-slow' }
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
    case 'partly-parsed':
      return `was read only in part: from line ${reason.line} on it could not be followed, and what stands there may have been missed`;
    case 'too-slow':
      return 'took too long to parse';
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
    case 'partly-parsed':
      return `er bare delvis lest: fra linje ${reason.line} lot den seg ikke følge, og det som står der, kan være oversett`;
    case 'too-slow':
      return 'tok for lang tid å tolke';
    case 'utf-16':
      return 'er UTF-16: den er lest, men git kan ikke endre den';
    case 'not-utf-8':
      return 'er ikke gyldig UTF-8: den er lest som Windows-1252, og blir ikke endret';
    case 'symlink':
      return 'er en lenke: den er lest, og blir ikke endret gjennom lenken';
  }
}

export const notAnalysed: BilingualRuleWords<NotAnalysedData> = {
  en: {
    title: 'A file could not be read, or can never be edited',
    message: ({ file, reason }) => `${file} ${english(reason)}.`,
    why: (data) =>
      wasRead(data)
        ? 'Findings in it are reported, but a patch would not apply or could change bytes it must not.'
        : 'What it says is not part of this report, so the report may miss something.',
    next: ({ reason }) =>
      reason.code === 'malformed'
        ? 'Repair the file, then audit again.'
        : 'Save it as UTF-8 text in its own place in the repo, then audit again; or look through it by hand.',
    about: [
      'Whatever cannot be decided is said. A file that is broken, too large, not text or outside the repo is listed with the reason, and the rest of the audit goes on.',
      'It is an error for the files an audit rests on: `Program.cs`, project files, `policy.xml` and the settings files. Project, policy and settings files are listed whenever they cannot be parsed, whether or not Maskinporten is mentioned in them.',
      'A file that was read but is in an encoding that git or a lossless edit cannot handle is a warning: its findings stand, and stay manual.',
    ],
    whenNot: ["The file is meant to be broken, as in test data: keep it out of the app's folder."],
  },
  nb: {
    title: 'En fil kunne ikke leses, eller kan aldri endres',
    message: ({ file, reason }) => `${file} ${norwegian(reason)}.`,
    why: (data) =>
      wasRead(data)
        ? 'Funn i den meldes, men en endring ville ikke la seg legge på, eller kunne endre noe den ikke skal.'
        : 'Det som står i den, er ikke med i rapporten, så rapporten kan mangle noe.',
    next: ({ reason }) =>
      reason.code === 'malformed'
        ? 'Reparer filen, og kjør kontrollen på nytt.'
        : 'Lagre den som UTF-8-tekst på sin egen plass i repoet, og kjør kontrollen på nytt; eller gå gjennom den for hånd.',
    about: [
      'Det som ikke kan avgjøres, blir sagt. En fil som er ødelagt, for stor, ikke er tekst eller ligger utenfor repoet, føres opp med årsaken, og resten av kontrollen går videre.',
      'Det er en feil for filene en kontroll hviler på: `Program.cs`, prosjektfiler, `policy.xml` og innstillingsfilene. Prosjekt-, policy- og innstillingsfiler føres opp når de ikke lar seg tolke, enten Maskinporten er nevnt i dem eller ikke.',
      'En fil som er lest, men har en tegnkoding som git eller en tapsfri endring ikke takler, gir en advarsel: funnene i den står, og blir manuelle.',
    ],
    whenNot: ['Filen skal være ødelagt, som i testdata: hold den utenfor appens mappe.'],
  },
};
