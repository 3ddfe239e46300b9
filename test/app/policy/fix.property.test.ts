import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSelected, type Selection } from '../../../src/migrate/plan.ts';
import type { SettledFinding } from '../../../src/migrate/settle.ts';
import { type AuditResult, planVerified } from '../../../src/migrate/verify.ts';
import { auditedApp } from '../../rules/audited.ts';
import { type AbstractRule, actionId } from './abstract-policy.ts';
import { allRequests, knownStates } from './access-requests.ts';
import { expectLaidOutAlike } from './laid-out-alike.ts';
import { type NaiveAnswer, naiveAnswer } from './naive-answer.ts';
import type { NaiveRequest, State } from './naive-request.ts';
import { policyOfText } from './policy-of-text.ts';
import { isPure } from './purity.ts';
import { apps, filesOf, type Need, needsOf, policyFile, policyText, type RandomApp } from './random-app.ts';
import { actions } from './random-match.ts';

const selection: Selection = { phase: 'prepare', fixes: 'review', withPhaseless: false };

/** What a patch may grant; all else is for a person to grant. */
const granted = ['read', 'write', 'complete'];

/** Besides those that policies are made with. */
const others = ['Read', 'WRITE', 'Complete', 'confirm', 'reject'];

test('a patch grants the service owner what it lacks, nobody anything else, and is offered when all can be told', async () => {
  await fc.assert(
    fc.asyncProperty(apps, async (made) => {
      const text = policyText(made);
      const before = await auditedApp(filesOf(made), { target: made.target });
      const missing = grantable(made);
      expect(toldBy(before), text).toEqual(needed(made));
      expect(reported(before), text).toEqual(toReport(made));
      const selected = patches(before);
      expect([...new Set(selected.flatMap(grantedBy))].sort(), text).toEqual([...missing].sort());
      if (missing.length === 0) return;
      const { texts, withdrawn } = await planVerified(before, selected, selection, before.audit);
      expect({ withdrawn, files: [...texts.keys()] }, text).toEqual({ withdrawn: [], files: [policyFile] });
      const after = texts.get(policyFile) ?? '';
      expectPatched(made, { text, after, missing });
      const again = await before.audit(texts);
      expect(patches(again), after).toEqual([]);
      expect(toldBy(again), after).toEqual(needed({ ...made, policy: policyOfText(after) }));
    }),
    { numRuns: 70 },
  );
});

/** Those that are missing somewhere they are needed, if it can be told of all that is needed. */
function grantable(made: RandomApp): readonly string[] {
  const answers = answersTo(made);
  if (answers.some(({ answer }) => answer === 'inconclusive')) return [];
  const missing = answers.filter(({ answer }) => answer === 'missing').map(({ action }) => action);
  return granted.filter((action) => missing.includes(action));
}

function answersTo(made: RandomApp): readonly (Need & { readonly answer: NaiveAnswer })[] {
  return needsOf(made).map((need) => ({
    ...need,
    answer: naiveAnswer(made.policy, { subject: 'own org', ...need }, made.hasMetadata),
  }));
}

function needed(made: RandomApp): readonly string[] {
  return answersTo(made)
    .map(({ state, action, answer }) => `${nameOf(state)} ${action} ${answer}`)
    .sort();
}

/** What the tool says of each thing that is needed. */
function toldBy({ app: { rights } }: AuditResult): readonly string[] {
  return (rights?.states ?? [])
    .flatMap(({ state, answers }) =>
      [...answers].map(([action, { kind }]) => `${'id' in state ? state.id : state.kind} ${action} ${kind}`),
    )
    .sort();
}

function nameOf(state: State): string {
  if (typeof state === 'string') return state.replaceAll(' ', '-');
  return 'task' in state ? state.task : state.endEvent;
}

/** Whatever is missing or cannot be told is said, patch or no patch. */
function toReport(made: RandomApp): readonly string[] {
  const answers = answersTo(made).map(({ answer }) => answer);
  return [
    ...(answers.includes('inconclusive') || needsUnknown(made) ? ['policy/inconclusive'] : []),
    ...(answers.includes('missing') ? ['policy/service-owner-rights'] : []),
  ];
}

/** What v9 asks for depends on the types of tasks. */
function needsUnknown({ target, tasks }: RandomApp): boolean {
  return target === 'v9' && tasks === null;
}

function reported({ settled }: AuditResult): readonly string[] {
  const rules = new Set<string>(settled.map(({ finding }) => finding.rule));
  return ['policy/inconclusive', 'policy/service-owner-rights'].filter((rule) => rules.has(rule));
}

function patches({ settled }: AuditResult): readonly SettledFinding[] {
  return settled.filter((one) => one.finding.rule === 'policy/service-owner-rights' && isSelected(one, selection));
}

function grantedBy({ finding: { remedy } }: SettledFinding): readonly string[] {
  return (remedy.kind === 'change' ? remedy.changes : []).flatMap((change) =>
    change.kind === 'extend-rule' || change.kind === 'add-rule' ? change.actions : [],
  );
}

interface Patched {
  readonly text: string;
  readonly after: string;
  readonly missing: readonly string[];
}

function expectPatched(made: RandomApp, { text, after, missing }: Patched): void {
  const inserted = onlyInsertion(text, after);
  expectLaidOutAlike(made.layout, text, after, inserted);
  const policy = policyOfText(after);
  expect({ ...policy, rules: [] }).toEqual({ ...made.policy, rules: [] });
  expectRules(made, policy.rules, missing, after);
  const differing = allRequests(knownStates, [...actions, ...others]).flatMap((request) => {
    // The app has its name, whether the tool knows it or not.
    const was = naiveAnswer(made.policy, request, true);
    const is = naiveAnswer(policy, request, true);
    return expectedOf(request, was, missing).includes(is) ? [] : [`${JSON.stringify(request)} was ${was}, is ${is}`];
  });
  expect(differing, after).toEqual([]);
}

/** A rule that compares actions ignoring case does so with those added to it. */
function expectedOf(request: NaiveRequest, was: NaiveAnswer, missing: readonly string[]): readonly NaiveAnswer[] {
  const { subject, action } = request;
  if (subject !== 'own org' || !missing.includes(action.toLowerCase())) return [was];
  return missing.includes(action) ? ['granted'] : [was, 'granted'];
}

/** The text that one stretch more makes the other of. */
function onlyInsertion(text: string, after: string): string {
  const length = after.length - text.length;
  let start = 0;
  while (start < text.length && text[start] === after[start]) start++;
  expect(after.slice(0, start) + after.slice(start + length)).toBe(text);
  return after.slice(start, start + length);
}

/** The first pure rule has more actions; where none is pure there is one rule more, which is. */
function expectRules(made: RandomApp, rules: readonly AbstractRule[], missing: readonly string[], after: string): void {
  const known = made.hasMetadata;
  const old = made.policy.rules;
  const first = old.findIndex((rule) => isPure(rule, known));
  const last = rules.at(-1);
  if (first === -1) {
    expect(rules.slice(0, -1), after).toEqual(old);
    expect(rules.length, after).toBe(old.length + 1);
    expect(last && isPure(last, known), after).toBe(true);
    expect(last && actionsOf(last), after).toEqual(missing);
    expect(old.map(({ id }) => id)).not.toContain(last?.id);
    return;
  }
  const isOther = (_: AbstractRule, index: number) => index !== first;
  expect(rules.filter(isOther), after).toEqual(old.filter(isOther));
  const [was, is] = [old[first], rules[first]];
  if (was === undefined || is === undefined) throw new Error('no rule');
  expect(actionsOf(is), after).toEqual([...actionsOf(was), ...missing]);
  expect({ ...is, anyOfs: withoutActions(is) }, after).toEqual({ ...was, anyOfs: withoutActions(was) });
}

function actionsOf({ anyOfs }: AbstractRule): readonly string[] {
  return anyOfs.flat(2).flatMap(({ attribute, value }) => (attribute === actionId ? [value] : []));
}

function withoutActions({ anyOfs }: AbstractRule): AbstractRule['anyOfs'] {
  return anyOfs.map((anyOf) => anyOf.filter((allOf) => allOf.every(({ attribute }) => attribute !== actionId)));
}
