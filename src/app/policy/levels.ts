import type { XmlElement } from '../../syntax/xml/document.ts';
import type { AuthenticationLevel } from './policy.ts';
import { attributeOf, childrenOf, identifierOf } from './xacml.ts';

/** From the obligations of a policy; those of a rule are its own. */
export function readLevels(policy: XmlElement, file: string): readonly AuthenticationLevel[] {
  return childrenOf(policy, 'ObligationExpressions')
    .flatMap((obligations) => childrenOf(obligations, 'ObligationExpression'))
    .filter((obligation) => attributeOf(obligation, 'FulfillOn') !== 'Deny')
    .flatMap((obligation) => childrenOf(obligation, 'AttributeAssignmentExpression'))
    .flatMap((assignment) => levelIn(assignment, file));
}

function levelIn(assignment: XmlElement, file: string): readonly AuthenticationLevel[] {
  const of = demandedOf(identifierOf(assignment, 'Category')) ?? demandedOf(identifierOf(assignment, 'AttributeId'));
  if (of === null) return [];
  const [value = assignment] = childrenOf(assignment, 'AttributeValue');
  const isOnly = value !== assignment && assignment.children.length === 1 && value.children.length === 0;
  return [{ at: { file, ...value.range }, of, level: isOnly ? wholeNumber(value.text.trim()) : null }];
}

/** Whoever enforces it looks at the category; the attribute beside it has any name. */
function demandedOf(name: string | null): AuthenticationLevel['of'] | null {
  if (name === 'urn:altinn:minimum-authenticationlevel') return 'everyone';
  return name === 'urn:altinn:minimum-authenticationlevel-org' ? 'service-owner' : null;
}

function wholeNumber(text: string): number | null {
  return /^[+-]?\d+$/.test(text) ? Number(text) : null;
}
