import type { BilingualRuleWords } from '../../bilingual.ts';
import { enumerated } from '../../enumerated.ts';
import type { SaidState } from '../../policy.ts';

export interface ServiceOwnerRightsData {
  readonly file: string;
  /** As the policy spells the app's own org; null where it names it nowhere. */
  readonly org: string | null;
  readonly lacking: readonly LackingRight[];
  /** `people`: actions that no patch grants; `nobody-yet`: what the policy grants already cannot be decided. */
  readonly grantedBy: 'patch' | 'people' | 'nobody-yet';
}

export interface LackingRight {
  readonly action: string;
  /** Where it is needed and missing. */
  readonly states: 'every' | readonly SaidState[];
}

export const serviceOwnerRights: BilingualRuleWords<ServiceOwnerRightsData> = {
  en: {
    title: 'The service owner lacks rights that the app needs',
    message: ({ file, lacking }) => `${file} does not let the service owner ${sentence(lacking, english)}.`,
    why: ({ org, grantedBy }) =>
      grantedBy === 'people'
        ? 'In v9 the app moves the process on as the service owner, and Altinn then asks whether it may do what the task or its end demands. Without the right it answers 403, and only the deployed app shows that.'
        : `With the credentials that Altinn Studio manages the app acts as the service owner, and Altinn asks the policy whether it may.${org === null ? ' No rule of it is for the service owner.' : ''} Without the right it answers 403, and only the deployed app shows that.`,
    next: ({ grantedBy }) => {
      if (grantedBy === 'nobody-yet') {
        return 'Settle first what the findings of policy/inconclusive leave open, and audit again: then a patch can be made.';
      }
      return grantedBy === 'people'
        ? 'Decide with those who own the service whether the service owner shall be able to do this; if so, add a rule for it that is bound to these tasks or end events.'
        : 'Let whoever answers for access to the service see the change, and call the app in TT02 as the service owner, in each of these states.';
    },
    about: [
      'Altinn asks `App/config/authorization/policy.xml` for everything that is done with an instance. The service owner, `[ORG]` as the subject, must be allowed to read and write the app in every state of the process: before it starts, in each task, at each end event. A rule that is bound to a task or an end event covers that one only. Rights that several rules give count together.',
      'At end events v9, and eFormidling in v8, also need `complete`. In v9 a confirmation takes `confirm`, a task of a type of your own takes the action of that name, `reject` is needed where the task declares it, and `delete` when `autoDeleteOnProcessEnd` is true.',
      'The policy is evaluated, not searched: by the XACML standard, and once more as Altinn’s own decision point does. Only what both refuse is called missing.',
      'The fix adds `read`, `write` and `complete`: to the first rule that is for the service owner alone, about exactly this app, and without conditions; where there is none, in a rule of its own. A rule that others share is never extended, for they would get the right as well. What lets the service owner act in somebody’s place or cannot be undone, and what tasks of your own types ask for, is only listed: people decide it.',
    ],
    whenNot: ['Nothing ever acts as the service owner in this app, and it will stay on v8.'],
  },
  nb: {
    title: 'Tjenesteeieren mangler rettigheter som appen trenger',
    message: ({ file, lacking }) => `${file} gir ikke tjenesteeieren ${sentence(lacking, norwegian)}.`,
    why: ({ org, grantedBy }) =>
      grantedBy === 'people'
        ? 'I v9 fører appen prosessen videre som tjenesteeier, og Altinn spør da om den har lov til det oppgaven eller avslutningen krever. Uten rettigheten svarer Altinn 403, og det viser seg først i den publiserte appen.'
        : `Med klientdetaljene Altinn Studio styrer, opptrer appen som tjenesteeier, og Altinn spør policyen om den har lov.${org === null ? ' Ingen tilgangsregel i den gjelder tjenesteeieren.' : ''} Uten rettigheten svarer Altinn 403, og det viser seg først i den publiserte appen.`,
    next: ({ grantedBy }) => {
      if (grantedBy === 'nobody-yet') {
        return 'Avklar først det funnene av policy/inconclusive lar stå åpent, og kjør kontrollen på nytt: da kan en endring lages.';
      }
      return grantedBy === 'people'
        ? 'Avklar med dem som eier tjenesten, om tjenesteeieren skal kunne gjøre dette. I så fall: legg til en tilgangsregel som er knyttet til disse oppgavene eller slutthendelsene.'
        : 'La den som har ansvar for tilgangen til tjenesten, se endringen, og kall appen i TT02 som tjenesteeier i hver av disse tilstandene.';
    },
    about: [
      'Altinn spør `App/config/authorization/policy.xml` om alt som gjøres med en instans. Tjenesteeieren, `[ORG]` som subjekt, må få lese og skrive i appen i alle tilstander i prosessen: før den starter, i hver oppgave og ved hver slutthendelse. En tilgangsregel som er knyttet til en oppgave eller en slutthendelse, dekker bare den. Rettigheter som er fordelt på flere regler, teller sammen.',
      'Ved slutthendelser trenger v9, og eFormidling i v8, også `complete`. I v9 krever en bekreftelse `confirm`, en oppgave av en egen type krever handlingen med det navnet, `reject` trengs der oppgaven deklarerer den, og `delete` når `autoDeleteOnProcessEnd` er true.',
      'Policyen blir evaluert, ikke gjennomsøkt: etter XACML-standarden, og en gang til slik Altinns eget beslutningspunkt gjør det. Bare det begge avviser, regnes som manglende.',
      'Endringen gir `read`, `write` og `complete`: i den første tilgangsregelen som bare gjelder tjenesteeieren og nøyaktig denne appen, og som er uten betingelser; finnes ingen slik, i en egen regel. En regel som også gjelder andre, utvides aldri, for da fikk de rettigheten også. Det som lar tjenesteeieren opptre på vegne av andre, eller som ikke kan angres, og det egne oppgavetyper krever, må vurderes manuelt og listes bare opp.',
    ],
    whenNot: ['Ingenting opptrer noen gang som tjenesteeier i denne appen, og den blir værende på v8.'],
  },
};

interface SentenceWords {
  readonly or: string;
  readonly anywhere: string;
  readonly place: (state: SaidState) => string;
  readonly more: (count: number) => string;
}

function named({ id, type }: SaidState & { readonly kind: 'task' }): string {
  return type === null ? id : `${id} (${type})`;
}

const english: SentenceWords = {
  or: 'or',
  anywhere: 'in any state of the process',
  place: (state) => {
    switch (state.kind) {
      case 'not-started':
        return 'before the process starts';
      case 'task':
        return `in task ${named(state)}`;
      case 'end-event':
        return `at end event ${state.id}`;
      case 'some-task':
        return 'in any task';
      case 'some-end-event':
        return 'at any end event';
    }
  },
  more: (count) => `in ${count} more states`,
};

const norwegian: SentenceWords = {
  or: 'eller',
  anywhere: 'i noen tilstand i prosessen',
  place: (state) => {
    switch (state.kind) {
      case 'not-started':
        return 'før prosessen starter';
      case 'task':
        return `i oppgave ${named(state)}`;
      case 'end-event':
        return `ved slutthendelse ${state.id}`;
      case 'some-task':
        return 'i noen oppgave';
      case 'some-end-event':
        return 'ved noen slutthendelse';
    }
  },
  more: (count) => `i ${count} tilstander til`,
};

/** Actions that are missing in the same states are told together. */
function sentence(lacking: readonly LackingRight[], words: SentenceWords): string {
  const byPlace = new Map<string, string[]>();
  for (const { action, states } of lacking) {
    const place = states === 'every' ? words.anywhere : placesOf(states, words);
    byPlace.set(place, [...(byPlace.get(place) ?? []), action]);
  }
  return [...byPlace].map(([place, actions]) => `${enumerated(actions, words.or)} ${place}`).join('; ');
}

const shown = 4;

function placesOf(states: readonly SaidState[], { place, or, more }: SentenceWords): string {
  const names = states.slice(0, states.length > shown + 1 ? shown : states.length).map(place);
  const left = states.length - names.length;
  return enumerated(left > 0 ? [...names, more(left)] : names, or);
}
