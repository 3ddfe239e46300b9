import type { FileRange } from '../../location.ts';
import type { SaidCall } from '../../words/checklist.ts';
import type { ClientReport } from '../report.ts';
import { covering, type Entry, paragraphOf, task } from './checklist.ts';
import { type ChecklistFacts, isLocalOnly, placeIn } from './facts.ts';

/** More places than these help nobody to find a call. */
const mostPlaces = 3;

/** What to try in TT02, client by client. */
export function callEntries(facts: ChecklistFacts): readonly Entry[] {
  const { checklist } = facts.words;
  const calls = callsOf(facts);
  const kept = facts.clients.filter(
    (one) => one.decision.startsWith('own') && makesCalls(one) && !isLocalOnly(facts, one),
  );
  const libraries = facts.app.scopes.asked.filter(
    ({ implied, stays, evidence }) => implied && !stays && evidence.length > 0,
  );
  const isExchanged = calls.some(({ call }) => call.exchange === true);
  return [
    ...(calls.length + libraries.length > 0
      ? [
          covering(task('calls', 'step', checklist.testCalls), [
            ...calls.map(({ key }) => key),
            ...libraries.map(({ scope }) => scope),
          ]),
        ]
      : []),
    ...(calls.length + libraries.length + kept.length === 0
      ? [task('starts', 'step', checklist.startsAndAnswers)]
      : []),
    ...calls.map(({ key, call }) => task(key, 'work', checklist.call(call))),
    ...libraries.map(({ scope, evidence }) =>
      task(`library ${scope}`, 'work', checklist.libraryCall(scope, placesOf(facts, evidence))),
    ),
    ...kept.map((one) => task(`kept ${one.name}`, 'work', checklist.keepsWorking(one.name, placeOf(one)))),
    ...(isExchanged ? [paragraphOf('test', checklist.exchangedFail)] : []),
  ];
}

function callsOf(facts: ChecklistFacts): readonly { readonly key: string; readonly call: SaidCall }[] {
  return facts.clients
    .filter((one) => asks(one) && !one.decision.startsWith('own') && !isLocalOnly(facts, one))
    .map((one) => ({
      // The switch gives a client another kind and another id; what it is called and asks for stays.
      key: `call ${one.name} ${[...one.scopes].sort().join(' ')}`,
      call: { name: one.name, scopes: one.scopes, exchange: one.exchange, places: placesOfClient(one) },
    }));
}

function makesCalls({ kind }: ClientReport): boolean {
  return kind !== 'built-in-direct' && kind !== 'built-in-configuration';
}

/** What only configures, defines or registers makes no call of its own. */
function asks({ kind, scopes, scopesKnown, calls }: ClientReport): boolean {
  if (kind === 'built-in-configuration') return false;
  const isBare = scopes.length === 0 && calls.length === 0;
  return !(
    isBare &&
    (kind === 'external-handler' || kind === 'token-provider' || (kind === 'built-in-direct' && !scopesKnown))
  );
}

function placesOfClient({ location, calls }: ClientReport): readonly string[] {
  const places = [location, ...calls].map(({ file, line }) => `${file}:${line}`);
  return [...new Set(places)].slice(0, mostPlaces);
}

function placeOf({ location }: ClientReport): string {
  return `${location.file}:${location.line}`;
}

function placesOf(facts: ChecklistFacts, evidence: readonly FileRange[]): readonly string[] {
  return [...new Set(evidence.map((at) => placeIn(facts, at)))].slice(0, mostPlaces);
}
