import type { App } from '../app/app.ts';
import type { PolicyRule } from '../app/policy/policy.ts';
import type { Words } from '../words/words.ts';
import { locationOf } from './location-of.ts';
import { mostRules, namedRules } from './policy-matrix.ts';
import { redact } from './redact.ts';

/** More names than these tell nobody more. */
const mostActions = 4;

/** What the service owner may do, in a sentence; null where anything that it needs is missing or inconclusive. */
export function allGranted(app: Pick<App, 'workspace' | 'rights'>, { policy }: Words): string | null {
  const { rights } = app;
  if (rights === null) return null;
  const { org, actions, states } = rights;
  const granting = new Set<PolicyRule>();
  for (const answer of states.flatMap(({ answers }) => [...answers.values()])) {
    if (answer.kind !== 'granted') return null;
    for (const rule of answer.by) granting.add(rule);
  }
  const isEverywhere = (action: string) => states.every(({ answers }) => answers.has(action));
  const elsewhere = actions.filter((action) => !isEverywhere(action));
  const left = elsewhere.length - mostActions;
  return policy.allGranted({
    org,
    everywhere: actions.filter(isEverywhere),
    elsewhere: left > 0 ? [...elsewhere.slice(0, mostActions), policy.moreRules(left)] : elsewhere,
    rules: namedRules(rulesBehind(app, granting), policy),
  });
}

function rulesBehind(app: Pick<App, 'workspace'>, granting: ReadonlySet<PolicyRule>) {
  const first = [...granting].sort((a, b) => a.at.start - b.at.start).slice(0, mostRules);
  const rules = first.map(({ id, at }) => ({ rule: redact(id), line: locationOf(app, at).line }));
  return { rules, more: granting.size - rules.length };
}
