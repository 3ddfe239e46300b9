import {
  type AbstractMatch,
  actionId,
  app,
  type Category,
  endEvent,
  ignoringCase,
  org,
  own,
  roleCode,
  stringType,
  task,
} from './abstract-policy.ts';

export type Subject = 'own org' | 'other org' | 'DAGL' | 'REGNA' | 'nobody';
export type State =
  | 'not started'
  | { readonly task: string }
  | { readonly endEvent: string }
  | 'some task'
  | 'some end event';

export interface NaiveRequest {
  readonly subject: Subject;
  readonly state: State;
  readonly action: string;
}

export type Three = 'yes' | 'no' | 'unknown';

export const foreignOrg = 'kystd';

/** What a request says of an attribute. `own` is the app's own name, which the tool may not know. */
type Said = { own: 'org' | 'app' } | { text: string } | 'something' | 'nothing';

export function said(request: NaiveRequest, category: Category, attribute: string): Said {
  const { subject, state, action } = request;
  if (category === 'subject' && attribute === org && subject === 'own org') return { own: 'org' };
  if (category === 'subject' && attribute === org && subject === 'other org') return { text: foreignOrg };
  if (category === 'subject' && attribute === roleCode && (subject === 'DAGL' || subject === 'REGNA'))
    return { text: subject };
  if (category === 'resource' && attribute === org) return { own: 'org' };
  if (category === 'resource' && attribute === app) return { own: 'app' };
  if (category === 'resource' && attribute === task) {
    if (state === 'some task') return 'something';
    if (typeof state === 'object' && 'task' in state) return { text: state.task };
  }
  if (category === 'resource' && attribute === endEvent) {
    if (state === 'some end event') return 'something';
    if (typeof state === 'object' && 'endEvent' in state) return { text: state.endEvent };
  }
  if (category === 'action' && attribute === actionId) return { text: action };
  return 'nothing';
}

/** Placeholders are replaced when the app is deployed, so they are the own name, known or not. */
function written(value: string): Said {
  if (value === '[ORG]' || value === '[org]') return { own: 'org' };
  if (value === '[APP]' || value === '[app]') return { own: 'app' };
  return { text: value };
}

export function holds(match: AbstractMatch, request: NaiveRequest, namesKnown: boolean): Three {
  const present = said(request, match.category, match.attribute);
  if (present === 'nothing') return 'no';
  if (match.dataType !== stringType) return 'unknown';
  const trimmed = match.value.trim();
  const answer = same(written(trimmed), present, match.matchId, namesKnown);
  // Nobody tells whether white space around a value counts.
  if (trimmed !== match.value) return answer === 'no' ? 'no' : 'unknown';
  return answer;
}

function same(pattern: Said, present: Said, matchId: string, namesKnown: boolean): Three {
  if (pattern === 'nothing' || present === 'nothing') return 'no';
  if (pattern === 'something' || present === 'something') return 'unknown';
  if ('own' in pattern && 'own' in present && pattern.own === present.own) return 'yes';
  if (!namesKnown && ('own' in pattern || 'own' in present)) return 'unknown';
  const [one, other] = [textOf(pattern), textOf(present)];
  if (matchId === ignoringCase) return one.toLowerCase() === other.toLowerCase() ? 'yes' : 'no';
  return one === other ? 'yes' : 'no';
}

function textOf(known: { own: 'org' | 'app' } | { text: string }): string {
  return 'own' in known ? own[known.own] : known.text;
}
