/** How a policy is laid out, everywhere alike. */
export interface Style {
  readonly prefix: string;
  /** Empty: all on one line. */
  readonly newline: string;
  readonly unit: string;
  readonly quote: '"' | "'";
  readonly attributes: 'inline' | 'line-each' | 'aligned';
  /** Of elements that hold nothing. */
  readonly closing: '/>' | ' />' | 'end-tag';
  readonly endTags: 'plain' | 'broken';
  readonly descriptions: 'inline' | 'lines';
  readonly emptyLines: boolean;
  readonly attributeOrder: 'schema' | 'reversed';
}

export const template: Style = {
  prefix: 'xacml:',
  newline: '\n',
  unit: '  ',
  quote: '"',
  attributes: 'inline',
  closing: '/>',
  endTags: 'plain',
  descriptions: 'inline',
  emptyLines: false,
  attributeOrder: 'schema',
};

export interface Node {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly content: readonly Node[] | string;
  /** Comments and the like on lines of their own above it, and behind it on its line. */
  readonly above?: readonly string[];
  readonly behind?: string;
  /** From here on, where it is laid out otherwise than what is around it. */
  readonly style?: Style;
}

export const namespace = 'urn:oasis:names:tc:xacml:3.0:core:schema:wd-17';
const string = 'http://www.w3.org/2001/XMLSchema#string';
export const subject = 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject';
const resource = 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource';
export const action = 'urn:oasis:names:tc:xacml:3.0:attribute-category:action';
export const actionId = 'urn:oasis:names:tc:xacml:1.0:action:action-id';

export const node = (
  name: string,
  content: Node['content'],
  attributes: Readonly<Record<string, string>> = {},
): Node => ({
  name,
  content,
  attributes: Object.entries(attributes),
});

export const matchOf = (category: string, attribute: string, value: string): Node =>
  node(
    'Match',
    [
      node('AttributeValue', value, { DataType: string }),
      node('AttributeDesignator', [], {
        AttributeId: attribute,
        Category: category,
        DataType: string,
        MustBePresent: 'false',
      }),
    ],
    { MatchId: 'urn:oasis:names:tc:xacml:1.0:function:string-equal' },
  );

export const anyOf = (...alternatives: readonly (readonly Node[])[]): Node =>
  node(
    'AnyOf',
    alternatives.map((matches) => node('AllOf', matches)),
  );

export const ruleOf = (id: string, description: string | null, ...anyOfs: readonly Node[]): Node =>
  node('Rule', [...(description === null ? [] : [node('Description', description)]), node('Target', anyOfs)], {
    RuleId: id,
    Effect: 'Permit',
  });

const ownApp = anyOf([matchOf(resource, 'urn:altinn:org', '[ORG]'), matchOf(resource, 'urn:altinn:app', '[APP]')]);
const actionsOf = (actions: readonly string[]): Node =>
  anyOf(...actions.map((name) => [matchOf(action, actionId, name)]));

export const rolesRule = (id: string, description: string | null): Node =>
  ruleOf(
    id,
    description,
    anyOf([matchOf(subject, 'urn:altinn:rolecode', 'DAGL')], [matchOf(subject, 'urn:altinn:rolecode', 'REGNA')]),
    ownApp,
    actionsOf(['read', 'write']),
  );

export const orgRule = (id: string, description: string | null, actions: readonly string[]): Node =>
  ruleOf(id, description, anyOf([matchOf(subject, 'urn:altinn:org', '[ORG]')]), ownApp, actionsOf(actions));

export const obligations = node('ObligationExpressions', [
  node(
    'ObligationExpression',
    [
      node(
        'AttributeAssignmentExpression',
        [node('AttributeValue', '3', { DataType: `${string.slice(0, -6)}integer` })],
        {
          AttributeId: 'urn:altinn:obligation1-assignment1',
          Category: 'urn:altinn:minimum-authenticationlevel',
        },
      ),
    ],
    { FulfillOn: 'Permit', ObligationId: 'urn:altinn:obligation:authenticationLevel1' },
  ),
]);

export const policyOf = (...rest: readonly Node[]): Node =>
  node('Policy', [node('Target', []), ...rest], {
    PolicyId: 'urn:altinn:policyid:1',
    Version: '1.0',
    RuleCombiningAlgId: 'urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides',
  });

export function policyText(policy: Node, style: Style = template): string {
  const { prefix, newline } = style;
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const root = { ...policy, attributes: [[declaration, namespace] as const, ...policy.attributes] };
  return `<?xml version="1.0" encoding="utf-8"?>${newline}${written(root, style, '')}${newline}`;
}

function written(node: Node, around: Style, indentation: string): string {
  const style = node.style ?? around;
  const { newline, unit, prefix } = style;
  const name = prefix + node.name;
  const inner = newline === '' ? '' : indentation + unit;
  const tag = `<${name}${attributesOf(node, style, indentation)}`;
  const end = `</${name}${style.endTags === 'broken' && newline !== '' ? newline + indentation : ''}>`;
  if (typeof node.content === 'string') {
    const isProse = node.name === 'Description' && style.descriptions === 'lines' && newline !== '';
    return (
      tag + (isProse ? `>${newline}${inner}${node.content}${newline}${indentation}${end}` : `>${node.content}${end}`)
    );
  }
  if (node.content.length === 0) return tag + (style.closing === 'end-tag' ? `>${end}` : style.closing);
  const children = node.content.map((child, index) => {
    const { behind = '' } = child;
    const apart = style.emptyLines && child.name === 'Rule' && index > 0 ? newline : '';
    const above = (child.above ?? []).map((comment) => newline + inner + comment).join('');
    return apart + above + newline + inner + written(child, style, inner) + (newline === '' ? behind.trim() : behind);
  });
  return `${tag}>${children.join('')}${newline}${newline === '' ? '' : indentation}${end}`;
}

function attributesOf({ name, attributes }: Node, style: Style, indentation: string): string {
  const { quote, newline, unit, prefix } = style;
  const listed = attributes.map(([attribute, value]) => `${attribute}=${quote}${value}${quote}`);
  const ordered = style.attributeOrder === 'schema' ? listed : listed.toReversed();
  if (ordered.length === 0) return '';
  if (newline === '' || style.attributes === 'inline') return ` ${ordered.join(' ')}`;
  const column = indentation + ' '.repeat(`<${prefix}${name} `.length);
  if (style.attributes === 'aligned') return ` ${ordered.join(newline + column)}`;
  return `${ordered.map((attribute) => newline + indentation + unit + attribute).join('')}${newline}${indentation}`;
}
