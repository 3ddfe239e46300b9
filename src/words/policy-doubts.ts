/** What a sentence about a doubt is made of; the places it is about are told beside it. */
export type SaidDoubt =
  | { readonly code: PlainDoubt }
  /** An algorithm, element, function, type, attribute or value, as the policy writes it; no algorithm is ''. */
  | { readonly code: NamedDoubt; readonly name: string }
  /** Only the one that is named lets the request through. */
  | { readonly code: 'evaluations-differ'; readonly permittedBy: 'standard' | 'altinn' };

type PlainDoubt =
  | 'policy-set'
  | 'policy-target'
  | 'deny'
  | 'condition'
  | 'obligations'
  | 'unknown-effect'
  | 'malformed'
  | 'process-unknown'
  | 'task-types-unknown'
  | 'level-unclear';

type NamedDoubt =
  | 'combining-algorithm'
  | 'unknown-element'
  | 'unknown-function'
  | 'unknown-data-type'
  | 'unknown-attribute'
  | 'must-be-present'
  | 'white-space'
  | 'own-name-unknown';

/** A sentence: what is there, and why nobody can tell what comes of it. */
export function policyDoubtEn(doubt: SaidDoubt): string {
  switch (doubt.code) {
    case 'policy-set':
      return 'The file is a PolicySet: which of its policies counts, and how they are combined, is not evaluated.';
    case 'policy-target':
      return 'The policy has a target of its own, and whether its rules are asked at all depends on that; it is not evaluated.';
    case 'combining-algorithm':
      return doubt.name === ''
        ? 'The policy names no algorithm that combines its rules, and only deny-overrides is evaluated.'
        : `The policy combines its rules by ${doubt.name}; only deny-overrides is evaluated.`;
    case 'unknown-element':
      return `The policy holds ${doubt.name}, and what that means for the answer is not evaluated.`;
    case 'deny':
      return 'A rule with the effect Deny may apply, and would then refuse what other rules permit.';
    case 'condition':
      return 'A rule that may apply has a Condition, and what that comes to shows only when somebody asks.';
    case 'obligations':
      return 'A rule that may apply has obligations or advice of its own, and whether the service owner meets them cannot be seen here.';
    case 'unknown-effect':
      return 'A rule that may apply has an effect that is neither Permit nor Deny, so what it does cannot be told.';
    case 'malformed':
      return 'Something that the answer rests on is not written as XACML 3.0 demands, so what it applies to cannot be told.';
    case 'unknown-function':
      return `A match compares by the function ${doubt.name}, which is not evaluated; if Altinn does not know it either, Altinn fails on every request.`;
    case 'unknown-data-type':
      return `A match compares values of the type ${doubt.name}; only strings are evaluated.`;
    case 'unknown-attribute':
      return `A match asks for ${doubt.name}, and what a request has there cannot be told.`;
    case 'must-be-present':
      return `A match demands that the request has ${doubt.name} (MustBePresent), and this one has not; Altinn then decides nothing, whatever other rules permit.`;
    case 'evaluations-differ':
      return doubt.permittedBy === 'standard'
        ? 'By the XACML standard a rule applies here, and as Altinn evaluates it, it does not: it says nothing of subject, resource or action.'
        : 'As Altinn evaluates a rule, it applies here, and by the XACML standard it does not: Altinn takes all that several AnyOfs say of subject, resource or action as alternatives.';
    case 'white-space':
      return `There is white space around the value "${doubt.name.trim()}", and whether it counts in the comparison cannot be told.`;
    case 'own-name-unknown':
      return `A rule names "${doubt.name}", and without a readable applicationmetadata.json it cannot be told whether that is the app’s own.`;
    case 'task-types-unknown':
      return 'What v9 needs besides read, write and complete depends on the types of the tasks, and the process could not be read.';
    case 'level-unclear':
      return 'An authentication level that the policy demands is no whole number, so whom it refuses cannot be told.';
    case 'process-unknown':
      return 'A rule is bound to a task or an end event, and the process could not be read, so which states it covers cannot be told.';
  }
}

export function policyDoubtNb(doubt: SaidDoubt): string {
  switch (doubt.code) {
    case 'policy-set':
      return 'Filen er et PolicySet: hvilken av policyene i det som gjelder, og hvordan de kombineres, vurderes ikke her.';
    case 'policy-target':
      return 'Policyen har et eget Target som avgjør om tilgangsreglene brukes i det hele tatt, og det vurderes ikke her.';
    case 'combining-algorithm':
      return doubt.name === ''
        ? 'Policyen sier ikke hvordan tilgangsreglene kombineres, og her vurderes bare deny-overrides.'
        : `Policyen kombinerer tilgangsreglene med ${doubt.name}; her vurderes bare deny-overrides.`;
    case 'unknown-element':
      return `Policyen inneholder ${doubt.name}, og hva det betyr for svaret, vurderes ikke her.`;
    case 'deny':
      return 'En tilgangsregel med effekten Deny kan gjelde, og den avviser i så fall det andre regler tillater.';
    case 'condition':
      return 'En tilgangsregel som kan gjelde, har en Condition, og utfallet av den viser seg først når noen ber om tilgang.';
    case 'obligations':
      return 'En tilgangsregel som kan gjelde, har egne krav (obligations eller advice), og om tjenesteeieren oppfyller dem, kan ikke ses herfra.';
    case 'unknown-effect':
      return 'En tilgangsregel som kan gjelde, har en effekt som verken er Permit eller Deny, så det er ikke mulig å si hva den gjør.';
    case 'malformed':
      return 'Noe av det svaret hviler på, er ikke skrevet slik XACML 3.0 krever, så det er ikke mulig å si hva det gjelder for.';
    case 'unknown-function':
      return `En Match sammenligner med funksjonen ${doubt.name}, som ikke vurderes her; kjenner heller ikke Altinn den, feiler Altinn på alle forespørsler.`;
    case 'unknown-data-type':
      return `En Match sammenligner verdier av typen ${doubt.name}; her vurderes bare tekst.`;
    case 'unknown-attribute':
      return `En Match spør etter ${doubt.name}, og hva en forespørsel har der, er ikke mulig å si.`;
    case 'must-be-present':
      return `En Match krever at forespørselen har ${doubt.name} (MustBePresent), og det har den ikke; da avgjør Altinn ingenting, uansett hva andre regler tillater.`;
    case 'evaluations-differ':
      return doubt.permittedBy === 'standard'
        ? 'Etter XACML-standarden gjelder en tilgangsregel her, og slik Altinn vurderer den, gjør den det ikke: den sier ingenting om subjekt, ressurs eller handling.'
        : 'Slik Altinn vurderer en tilgangsregel, gjelder den her, og etter XACML-standarden gjør den det ikke: Altinn tar alt flere AnyOf sier om subjekt, ressurs eller handling, som alternativer.';
    case 'white-space':
      return `Det er mellomrom eller linjeskift rundt verdien «${doubt.name.trim()}», og om de teller med i sammenligningen, er ikke mulig å si.`;
    case 'own-name-unknown':
      return `En tilgangsregel nevner «${doubt.name}», og uten en lesbar applicationmetadata.json er det ikke mulig å si om det er appens egen.`;
    case 'task-types-unknown':
      return 'Hva v9 trenger ut over read, write og complete, avhenger av typene til oppgavene, og prosessen lot seg ikke lese.';
    case 'level-unclear':
      return 'Et sikkerhetsnivå som policyen krever, er ikke et helt tall, så det er ikke mulig å si hvem det avviser.';
    case 'process-unknown':
      return 'En tilgangsregel er knyttet til en oppgave eller en slutthendelse, og prosessen lot seg ikke lese, så det er ikke mulig å si hvor den gjelder.';
  }
}
