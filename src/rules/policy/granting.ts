import { addedRule } from '../../app/policy/added-rule.ts';
import { extensibleRule } from '../../app/policy/extension.ts';
import { appAttribute, orgAttribute } from '../../app/policy/identifiers.ts';
import type { OwnNames } from '../../app/policy/own-names.ts';
import type { Policy } from '../../app/policy/policy.ts';
import type { ServiceOwnerRights } from '../../app/policy/rights.ts';
import type { FileRange } from '../../location.ts';
import type { Remedy } from '../finding.ts';

/** How the service owner comes to have rights that it lacks, and where. */
interface Grant {
  readonly at: FileRange;
  readonly remedy: Remedy;
}

/** In a rule that is the service owner's alone, else in one of its own; not while anything is undecided. */
export function grantOf(
  policy: Policy,
  rights: ServiceOwnerRights,
  names: OwnNames,
  actions: readonly string[],
): Grant {
  const extended = extensibleRule(policy, names);
  const at = extended?.rule.startTag ?? policy.startTag;
  const answers = rights.states.flatMap((state) => [...state.answers.values()]);
  if (answers.some(({ kind }) => kind === 'inconclusive')) {
    return { at, remedy: { kind: 'manual', reasons: [{ code: 'policy-inconclusive' }] } };
  }
  if (extended === null) return { at, remedy: additionTo(policy, names, actions) };
  const { rule, lastAction } = extended;
  const remedy: Remedy = {
    kind: 'change',
    changes: [{ kind: 'extend-rule', at: lastAction.at, actions }],
    reasons: [{ code: 'rights-extended', actions, rule: rule.id }],
  };
  return { at, remedy };
}

function additionTo(policy: Policy, names: OwnNames, actions: readonly string[]): Remedy {
  const { id, description, org, app } = addedRule(policy, names, actions);
  const subject = { attribute: orgAttribute, value: org };
  const resource = [
    { attribute: orgAttribute, value: org },
    { attribute: appAttribute, value: app },
  ];
  return {
    kind: 'change',
    changes: [{ kind: 'add-rule', at: policy.at, id, description, subject, resource, actions }],
    reasons: [{ code: 'rights-added', actions, rule: id }],
  };
}
