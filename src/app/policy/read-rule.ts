import type { XmlElement } from '../../syntax/xml/document.ts';
import type { AllOf, AnyOf, PolicyRule, RuleDoubt } from './policy.ts';
import { readMatch } from './read-match.ts';
import { attributeOf, childrenOf, holdsText, isXacml } from './xacml.ts';

export function readRule(rule: XmlElement, file: string): PolicyRule {
  const targets = childrenOf(rule, 'Target');
  const [description] = childrenOf(rule, 'Description');
  return {
    at: { file, ...rule.range },
    startTag: { file, ...rule.startTag },
    id: attributeOf(rule, 'RuleId'),
    effect: effectOf(rule),
    description: description?.text.trim() || null,
    anyOfs: targets.flatMap((target) => childrenOf(target, 'AnyOf')).map((anyOf) => readAnyOf(anyOf, file)),
    doubts: [
      ...(holdsText(rule) ? [doubt('malformed', rule, file)] : []),
      ...targets.slice(1).map((target) => doubt('malformed', target, file)),
      ...targets.flatMap((target) => faultsIn(target, 'AnyOf')).map((fault) => doubt('malformed', fault, file)),
      ...rule.children.flatMap((child) => besidesTarget(child, file)),
    ],
  };
}

function effectOf(rule: XmlElement): PolicyRule['effect'] {
  const effect = attributeOf(rule, 'Effect');
  return effect === 'Permit' || effect === 'Deny' ? effect : 'unknown';
}

function readAnyOf(anyOf: XmlElement, file: string): AnyOf {
  return { at: { file, ...anyOf.range }, allOfs: childrenOf(anyOf, 'AllOf').map((allOf) => readAllOf(allOf, file)) };
}

function readAllOf(allOf: XmlElement, file: string): AllOf {
  return { at: { file, ...allOf.range }, matches: childrenOf(allOf, 'Match').map((match) => readMatch(match, file)) };
}

const within = { AnyOf: 'AllOf', AllOf: 'Match' } as const;

/** Elements that should not be where they are, or lack or hold what they should not; a match tells its own. */
function faultsIn(element: XmlElement, parts: 'AnyOf' | 'AllOf' | 'Match'): readonly XmlElement[] {
  const isEmpty = parts !== 'AnyOf' && childrenOf(element, parts).length === 0;
  return [
    ...(isEmpty || holdsText(element) ? [element] : []),
    ...element.children.flatMap((child) => {
      if (!isXacml(child, parts)) return [child];
      return parts === 'Match' ? [] : faultsIn(child, within[parts]);
    }),
  ];
}

/** Advice may be ignored, says the standard; whether Altinn's decision point does in a rule is not told. */
function besidesTarget(child: XmlElement, file: string): readonly RuleDoubt[] {
  if (isXacml(child, 'Description') || isXacml(child, 'Target')) return [];
  if (isXacml(child, 'Condition')) return [doubt('condition', child, file)];
  if (isXacml(child, 'ObligationExpressions')) return [doubt('obligations', child, file)];
  return [doubt('unknown-element', child, file)];
}

function doubt(code: RuleDoubt['code'], { name, startTag }: XmlElement, file: string): RuleDoubt {
  return { code, name, at: { file, ...startTag } };
}
