import type { Doubt } from '../../src/app/policy/doubt.ts';
import type { PolicyRule } from '../../src/app/policy/policy.ts';
import type { Answer, ServiceOwnerRights, StateRights } from '../../src/app/policy/rights.ts';
import { policyReport } from '../../src/report/policy-report.ts';
import type { Words } from '../../src/words/words.ts';
import { workspaceOf } from '../app/workspace-of.ts';

export const policyFile = 'App/config/authorization/policy.xml';

/** Every line has ten characters, so that line n begins at 10 × (n − 1). */
const lines = 400;
const text = `${'x'.repeat(9)}\n`.repeat(lines);

function atLine(line: number, height = 1) {
  return { file: policyFile, start: (line - 1) * 10, end: (line - 1 + height) * 10 };
}

/** A rule of ten lines. */
export function ruleAt(line: number, id: string | null): PolicyRule {
  return {
    at: atLine(line, 10),
    startTag: atLine(line),
    id,
    effect: 'Permit',
    description: null,
    anyOfs: [],
    doubts: [],
  };
}

export function granted(...by: readonly PolicyRule[]): Answer {
  return { kind: 'granted', by };
}

export function inconclusive(...because: readonly Doubt[]): Answer {
  return { kind: 'inconclusive', because };
}

export function conditionAt(line: number): Doubt {
  return { code: 'condition', at: atLine(line) };
}

export const missing: Answer = { kind: 'missing' };

export function stateWith(state: StateRights['state'], answers: Readonly<Record<string, Answer>>): StateRights {
  return { state, answers: new Map(Object.entries(answers)) };
}

/** The report of a policy with these rules, which lets the service owner do this. */
export function reportOf(
  rules: readonly PolicyRule[],
  states: readonly StateRights[],
  words: Words,
  org: string | null = '[ORG]',
) {
  const actions = [...new Set(states.flatMap(({ answers }) => [...answers.keys()]))];
  const rights: ServiceOwnerRights = { org, actions, states };
  const at = { file: policyFile, start: 0, end: text.length };
  const policy = { file: policyFile, at, startTag: atLine(1), rules, levels: [], doubts: [] };
  const workspace = workspaceOf({ [policyFile]: text });
  return policyReport({ workspace, policy: { kind: 'policy', policy }, rights }, words);
}
