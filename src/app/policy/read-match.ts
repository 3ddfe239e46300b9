import type { XmlElement } from '../../syntax/xml/document.ts';
import type { Match } from './policy.ts';
import { attributeOf, childrenOf, holdsText, identifierOf } from './xacml.ts';

export function readMatch(match: XmlElement, file: string): Match {
  const [value] = childrenOf(match, 'AttributeValue');
  const [designator] = childrenOf(match, 'AttributeDesignator');
  return {
    at: { file, ...match.range },
    matchId: identifierOf(match, 'MatchId') ?? '',
    value: value?.text ?? '',
    valueAt: { file, ...(value ?? match).range },
    valueType: (value && identifierOf(value, 'DataType')) ?? '',
    attribute: {
      id: (designator && identifierOf(designator, 'AttributeId')) ?? '',
      category: (designator && identifierOf(designator, 'Category')) ?? '',
      type: (designator && identifierOf(designator, 'DataType')) ?? '',
      mustBePresent: designator !== undefined && truthOf(designator, 'MustBePresent') === true,
    },
    malformed: !isWellFormed(match, value, designator),
  };
}

/** One value and one designator, each with all the attributes that the standard demands, and nothing else. */
function isWellFormed(match: XmlElement, value: XmlElement | undefined, designator: XmlElement | undefined): boolean {
  return (
    value !== undefined &&
    designator !== undefined &&
    match.children.length === 2 &&
    !holdsText(match) &&
    has(match, 'MatchId') &&
    has(value, 'DataType') &&
    value.children.length === 0 &&
    ['AttributeId', 'Category', 'DataType'].every((name) => has(designator, name)) &&
    !has(designator, 'Issuer') &&
    truthOf(designator, 'MustBePresent') !== null &&
    designator.children.length === 0 &&
    !holdsText(designator)
  );
}

function has(element: XmlElement, attribute: string): boolean {
  return attributeOf(element, attribute) !== null;
}

function truthOf(element: XmlElement, attribute: string): boolean | null {
  switch (identifierOf(element, attribute)) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      return null;
  }
}
