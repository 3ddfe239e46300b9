import type { BilingualRuleWords } from '../../bilingual.ts';
import { enumerated } from '../../enumerated.ts';
import { policyDoubtEn, policyDoubtNb, type SaidDoubt } from '../../policy-doubts.ts';

export interface InconclusivePolicyData {
  readonly file: string;
  readonly doubt: SaidDoubt;
  /** In how many other places the same stands. */
  readonly elsewhere: number;
  /** What nobody can tell the service owner may do for it. */
  readonly actions: readonly string[];
}

export const inconclusivePolicy: BilingualRuleWords<InconclusivePolicyData> = {
  en: {
    title: 'What the policy grants cannot be decided',
    message: ({ file, actions }) =>
      actions.length === 0
        ? `${file}: whether the service owner gets in cannot be decided.`
        : `${file}: whether the service owner may ${enumerated(actions, 'and')} cannot be decided.`,
    why: ({ doubt, elsewhere }) =>
      `${policyDoubtEn(doubt)}${elsewhere > 0 ? ` The same stands in ${elsewhere} more ${elsewhere === 1 ? 'place' : 'places'}.` : ''}`,
    next: ({ doubt }) =>
      `${nextEn(doubt)} Then call the deployed app in TT02 as the service owner, in every state of the process.`,
    about: [
      'The policy is evaluated twice for every action that the service owner needs, in every state of the process: by the XACML 3.0 standard and as Altinn’s own decision point does. Where the two differ, or where something decides that shows only when somebody asks, the answer is left open, and no patch is made.',
      'Altinn’s decision point takes subject, resource and action one by one, and all alternatives of one of them together, also those of different `AnyOf`s. It decides nothing at all when a match with `MustBePresent="true"` asks for what the request lacks, and it fails over a function it does not know.',
      'Left open as well: rules with `Deny`, a `Condition` or obligations of their own that may apply, other data types than strings, a `PolicySet`, a target on the policy itself, other ways to combine rules than deny-overrides, and rules bound to tasks or end events when the process could not be read.',
    ],
    whenNot: ['It was tried in TT02: the service owner reads and writes in every state.'],
  },
  nb: {
    title: 'Hva policyen gir, lar seg ikke avgjøre',
    message: ({ file, actions }) =>
      actions.length === 0
        ? `${file}: det lar seg ikke avgjøre om tjenesteeieren får tilgang.`
        : `${file}: det lar seg ikke avgjøre om tjenesteeieren har ${actions.length === 1 ? 'rettigheten' : 'rettighetene'} ${enumerated(actions, 'og')}.`,
    why: ({ doubt, elsewhere }) =>
      `${policyDoubtNb(doubt)}${elsewhere > 0 ? ` Det samme står ${elsewhere} ${elsewhere === 1 ? 'sted' : 'steder'} til.` : ''}`,
    next: ({ doubt }) =>
      `${nextNb(doubt)} Kall så den publiserte appen i TT02 som tjenesteeier, i alle tilstander i prosessen.`,
    about: [
      'Policyen evalueres to ganger for hver handling tjenesteeieren trenger, i hver tilstand i prosessen: etter XACML 3.0-standarden og slik Altinns eget beslutningspunkt gjør det. Der de to er uenige, eller der noe avgjør som først viser seg når noen ber om tilgang, står svaret åpent, og ingen endring foreslås.',
      'Altinns beslutningspunkt tar subjekt, ressurs og handling hver for seg, og alle alternativer for én av dem under ett, også om de står i forskjellige `AnyOf`. Det avgjør ingenting når en match med `MustBePresent="true"` spør etter noe forespørselen ikke har, og det feiler på en funksjon det ikke kjenner.',
      'Åpent står også: tilgangsregler med `Deny`, en `Condition` eller egne krav som kan gjelde, andre datatyper enn tekst, et `PolicySet`, et Target på selve policyen, andre måter å kombinere regler på enn deny-overrides, og regler knyttet til oppgaver eller slutthendelser når prosessen ikke lot seg lese.',
    ],
    whenNot: ['Det er prøvd i TT02: tjenesteeieren leser og skriver i alle tilstander.'],
  },
};

function nextEn({ code }: SaidDoubt): string {
  switch (code) {
    case 'must-be-present':
      return 'Write MustBePresent="false": an attribute that is not there then matches nothing.';
    case 'own-name-unknown':
      return 'Repair applicationmetadata.json, or write [ORG] and [APP] in the policy, and audit again.';
    case 'white-space':
      return 'Take the white space around the value out, and audit again.';
    case 'process-unknown':
    case 'task-types-unknown':
      return 'See to it that config/process/process.bpmn is there and can be read, and audit again.';
    case 'level-unclear':
      return 'Write the level as a number, and audit again.';
    case 'malformed':
    case 'unknown-effect':
    case 'unknown-element':
      return 'Write it as XACML 3.0 demands, and audit again.';
    case 'evaluations-differ':
      return 'Write the rule as the template of Altinn Studio does, with one AnyOf each for subject, resource and action, and audit again.';
    default:
      return 'Let somebody who knows why the policy is written so tell what it means for the service owner.';
  }
}

function nextNb({ code }: SaidDoubt): string {
  switch (code) {
    case 'must-be-present':
      return 'Skriv MustBePresent="false": et attributt som ikke er der, treffer da ingenting.';
    case 'own-name-unknown':
      return 'Reparer applicationmetadata.json, eller skriv [ORG] og [APP] i policyen, og kjør kontrollen på nytt.';
    case 'white-space':
      return 'Fjern mellomrommet rundt verdien, og kjør kontrollen på nytt.';
    case 'process-unknown':
    case 'task-types-unknown':
      return 'Sørg for at config/process/process.bpmn finnes og lar seg lese, og kjør kontrollen på nytt.';
    case 'level-unclear':
      return 'Skriv nivået som et tall, og kjør kontrollen på nytt.';
    case 'malformed':
    case 'unknown-effect':
    case 'unknown-element':
      return 'Skriv det slik XACML 3.0 krever, og kjør kontrollen på nytt.';
    case 'evaluations-differ':
      return 'Skriv tilgangsregelen slik malen i Altinn Studio gjør, med én AnyOf for hver av subjekt, ressurs og handling, og kjør kontrollen på nytt.';
    default:
      return 'La noen som vet hvorfor policyen er skrevet slik, si hva den betyr for tjenesteeieren.';
  }
}
