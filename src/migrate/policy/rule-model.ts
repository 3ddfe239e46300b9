import type { XmlElement } from '../../syntax/xml/document.ts';
import { attributeOf, childrenNamed, matchesIn, type WrittenMatch } from './policy-elements.ts';

/** With the elements around it. */
export interface MatchModel extends WrittenMatch {
  readonly anyOf: XmlElement;
  readonly allOf: XmlElement;
}

/** A rule that shows how rules of its file are written. */
export interface RuleModel {
  readonly rule: XmlElement;
  /** The target where no rule has a description. */
  readonly description: XmlElement;
  readonly target: XmlElement;
  /** How a match of an attribute is written: one of the same attribute, else of its category, else any. */
  matchLike(attribute: string | undefined, category: string | undefined): MatchModel;
}

/** The last rule whose target says something by the means that we know. */
export function modelRule(rules: readonly XmlElement[]): RuleModel | null {
  for (const rule of rules.toReversed()) {
    for (const target of childrenNamed(rule, 'Target')) {
      const matches = modelsIn(target);
      const [any] = matches;
      if (!any) continue;
      return {
        rule,
        target,
        description: descriptionOf([...rules, rule]) ?? target,
        matchLike(attribute, category) {
          const sameCategory = matches.filter(({ designator }) => attributeOf(designator, 'Category') === category);
          const same = sameCategory.find(({ designator }) => attributeOf(designator, 'AttributeId') === attribute);
          return same ?? sameCategory[0] ?? any;
        },
      };
    }
  }
  return null;
}

function modelsIn(target: XmlElement): readonly MatchModel[] {
  return childrenNamed(target, 'AnyOf').flatMap((anyOf) =>
    childrenNamed(anyOf, 'AllOf').flatMap((allOf) => matchesIn(allOf).map((match) => ({ ...match, anyOf, allOf }))),
  );
}

/** Of the last rule that has one. */
function descriptionOf(rules: readonly XmlElement[]): XmlElement | undefined {
  return rules.flatMap((rule) => childrenNamed(rule, 'Description')).at(-1);
}
