import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { added, edited, insertionsIn } from './edited-policy.ts';
import {
  type Node,
  namespace,
  node,
  obligations,
  orgRule,
  policyOf,
  policyText,
  rolesRule,
  type Style,
  template,
} from './policy-texts.ts';

const anyStyle: fc.Arbitrary<Style> = fc.record({
  prefix: fc.constantFrom('xacml:', '', 'x:'),
  newline: fc.constantFrom('\n', '\n', '\r\n', '\r', ''),
  unit: fc.constantFrom('  ', '    ', '\t', '', '   '),
  quote: fc.constantFrom('"', "'"),
  attributes: fc.constantFrom('inline', 'line-each', 'aligned'),
  closing: fc.constantFrom('/>', ' />', 'end-tag'),
  endTags: fc.constantFrom('plain', 'broken'),
  descriptions: fc.constantFrom('inline', 'lines'),
  emptyLines: fc.boolean(),
  attributeOrder: fc.constantFrom('schema', 'reversed'),
});

const looksLikeMore = fc.constantFrom('<!-- </AllOf> -->', '<!-- <x:Rule> -->', '<?todo </Policy> ?>', '<!---->');

/** Comments, instructions and attributes that must not be copied, at random elements. */
const anyNoise = fc.record({
  above: fc.array(looksLikeMore, { maxLength: 2 }),
  behind: fc.constantFrom('', ' <!-- b -->', '<!-- <AllOf> -->'),
  attributes: fc.constantFrom<Node['attributes']>([], [], [['xml:lang', 'nb']], [['Issuer', 'x']]),
  text: fc.constantFrom('', '', '<![CDATA[<x>]]>', '<!-- y -->', '&#x20;'),
});

function disturbed(element: Node, noise: readonly Partial<Node & { readonly text: string }>[]): Node {
  let at = 0;
  const inside = (current: Node): Node => {
    const { above = [], behind = '', attributes = [], text = '' } = noise[at++ % noise.length] ?? {};
    return {
      ...current,
      above,
      behind,
      attributes: [...attributes, ...current.attributes],
      content: typeof current.content === 'string' ? current.content + text : current.content.map(inside),
    };
  };
  return inside(element);
}

const anyRule = fc
  .tuple(
    fc.constantFrom(rolesRule, (id: string, description: string | null) => orgRule(id, description, ['read'])),
    fc.constantFrom(null, 'Roller som fyller ut.'),
    fc.array(anyNoise, { maxLength: 7 }),
    fc.boolean(),
  )
  .map(([of, description, noise, conditional]) => {
    const rule = disturbed(of('urn:altinn:ruleid:1', description), noise);
    const condition = node('Condition', [node('Apply', [], { FunctionId: 'x' })]);
    return conditional && typeof rule.content !== 'string' ? { ...rule, content: [...rule.content, condition] } : rule;
  });

const id = 'urn:altinn:ruleid:7';
const newRule = (description: string | null) => orgRule(id, description, ['read', 'write']);

describe('a rule that is added', () => {
  test('is written in the style of the file, whatever that is, and whatever stands between', () => {
    fc.assert(
      fc.property(anyStyle, fc.array(anyRule, { minLength: 1, maxLength: 3 }), (style, rules) => {
        const description = rules.some(describes) ? 'Tjenesteeieren.' : null;
        const before = policyText(policyOf(...rules, obligations), style);
        const after = policyText(policyOf(...rules, newRule(description), obligations), style);
        expect(edited(before, added(before, description, id))).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  test('says what is wanted, in a policy whose rules are each written in another style', () => {
    const styled = fc.tuple(anyRule, anyStyle).map(([rule, style]): Node => {
      const { prefix } = style;
      const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
      return { ...rule, style, attributes: [[declaration, namespace], ...rule.attributes] };
    });
    const text = fc.string({
      unit: fc.constantFrom('a', 'ø', '<', '&', '"', "'", '>', ']', ' ', '😀', '$', '\n', '\t'),
    });
    fc.assert(
      fc.property(
        anyStyle,
        fc.array(styled, { maxLength: 3 }),
        fc.option(text),
        text,
        (style, rules, description, ruleId) => {
          const before = policyText(policyOf(...rules, obligations), style);
          const change = added(before, description, ruleId);
          const [insertion] = insertionsIn(before, [change]);
          const after = edited(before, change);
          const end = after.length - (before.length - (insertion?.start ?? 0));
          expect(after.slice(0, insertion?.start) + after.slice(end)).toBe(before);

          const policy = rootOf(after);
          expect(policy.children.map(({ name }) => name)).toEqual([
            'Target',
            ...rules.map(() => 'Rule'),
            'Rule',
            'ObligationExpressions',
          ]);
          expect(policy.children.at(-2)).toEqual(told(orgRule(ruleId, description, ['read', 'write'])));
          expect(policy.children.filter((_, index) => index !== rules.length + 1)).toEqual(rootOf(before).children);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('comes to an end, whatever the file', () => {
    const many = (text: string, length: number) => text.repeat(length / text.length);
    const rule = policyText(policyOf(rolesRule('a', 'b')), { ...template, newline: '', prefix: '' });
    const [start = '', inside = '', end = ''] = rule.split(/(<Rule[\s\S]*<\/Rule>)/);
    const hostile = [
      start + many(inside, 900_000) + end,
      start + inside + many('<!-- Rule -->', 900_000) + end,
      `${start}${inside} ${many('<!-- Rule --> ', 450_000)}${many(' ', 450_000)}${end}`,
      start + inside.replaceAll('><', `>${many('<?p?> ', 10_000)}<`) + end,
      start + many('<Rule/>', 900_000) + end,
      `${start}\n${many('<!-- Rule -->', 900_000)}\n${end}`,
      start + inside.replace('<AllOf>', `${many('<AllOf/>', 900_000)}<AllOf>`) + end,
    ];
    // What hangs runs into the time that a test has.
    for (const text of hostile) expect(edited(text, added(text, 'c')).length).toBeGreaterThan(text.length);
  }, 60_000);
});

const describes = ({ content }: Node): boolean =>
  typeof content !== 'string' && content.some(({ name }) => name === 'Description');

/** White space around a description is layout. */
const trimmed = (name: string, text: string): string => (name === 'Description' ? text.trim() : text);

/** A plain tree of what a conforming reader sees: names without prefix, in the namespace of XACML. */
interface Told {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Told[];
}

function rootOf(text: string): Told {
  const { root } = parseXml(text);
  if (!root) throw new Error('no root');
  return read(root, new Map());
}

function read(element: XmlElement, outer: ReadonlyMap<string, string>): Told {
  const declared = Object.entries(element.attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  const scope = new Map([...outer, ...declared.map(([name, value]) => [name.slice('xmlns:'.length), value] as const)]);
  const [, prefix = '', name = ''] = /^(?:([^:]*):)?(.*)$/.exec(element.name) ?? [];
  expect(scope.get(prefix)).toBe(namespace);
  const elements = element.children.filter((child) => child instanceof XmlElement);
  return {
    name,
    attributes: Object.fromEntries(Object.entries(element.attributes).filter((entry) => !/^xmlns(:|$)/.test(entry[0]))),
    text: elements.length > 0 ? '' : trimmed(name, element.text),
    children: elements.map((child) => read(child, scope)),
  };
}

const told = ({ name, attributes, content }: Node): Told => ({
  name,
  attributes: Object.fromEntries(attributes),
  text: typeof content === 'string' ? trimmed(name, content) : '',
  children: typeof content === 'string' ? [] : content.map(told),
});
