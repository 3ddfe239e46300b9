import type { XmlDocument, XmlElement } from '../../syntax/xml/document.ts';
import type { XmlEdit } from '../../syntax/xml/edit.ts';
import type { ChildPlace } from '../../syntax/xml/insert.ts';
import { insertCopies } from '../../syntax/xml/insert-copies.ts';
import { insertNew } from '../../syntax/xml/new-element.ts';
import { type AddedRule, newRule } from './new-rule.ts';
import { childrenNamed } from './policy-elements.ts';
import { ruleLike } from './rule-like.ts';
import { modelRule } from './rule-model.ts';

/** Behind the last rule, and written as the rules of the file are. */
export function addRule(document: XmlDocument, policy: XmlElement, change: AddedRule): XmlEdit {
  const rule = newRule(change);
  const rules = childrenNamed(policy, 'Rule');
  const last = rules.at(-1);
  const model = modelRule(rules);
  if (last && model) return insertCopies(document, last, [ruleLike(model, rule)]);
  return insertNew(document, policy, last ? { after: last } : placeOfFirstRule(policy), rule);
}

/** In the order that the schema of XACML 3.0 demands. */
const beforeRules: ReadonlySet<string> = new Set([
  'Description',
  'PolicyIssuer',
  'PolicyDefaults',
  'Target',
  'CombinerParameters',
  'RuleCombinerParameters',
  'VariableDefinition',
]);

function placeOfFirstRule({ children, namespace }: XmlElement): ChildPlace {
  const previous = children.findLast((child) => child.namespace === namespace && beforeRules.has(child.localName));
  if (previous) return { after: previous };
  const [first] = children;
  return first ? { before: first } : 'last';
}
