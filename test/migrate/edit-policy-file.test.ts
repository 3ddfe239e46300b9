import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/files/edits.ts';
import type { PolicyChange } from '../../src/rules/finding.ts';
import { type AddedRule, added, edited, file, insertionsIn, outcomesIn, refused } from './edited-policy.ts';
import {
  action,
  actionId,
  anyOf,
  matchOf,
  type Node,
  namespace,
  node,
  obligations,
  orgRule,
  policyOf,
  policyText,
  rolesRule,
  ruleOf,
  type Style,
  subject,
  template,
} from './policy-texts.ts';

const newRule = (description: string | null) => orgRule('urn:altinn:ruleid:3', description, ['read', 'write']);

const text = 'Tjenesteeieren leser og skriver.';
const roles = rolesRule('urn:altinn:ruleid:1', 'Roller som fyller ut.');
const org = orgRule('urn:altinn:ruleid:2', 'Tjenesteeieren leser.', ['read']);

/** Every element within. */
const everywhere = (change: (node: Node) => Node, node: Node): Node =>
  change({
    ...node,
    content: typeof node.content === 'string' ? node.content : node.content.map((child) => everywhere(change, child)),
  });

const styles: [string, Partial<Style>][] = [
  ['four spaces', { unit: '    ' }],
  ['tabs', { unit: '\t' }],
  ['no indentation', { unit: '' }],
  ['CRLF', { newline: '\r\n' }],
  ['one line', { newline: '' }],
  ['an attribute a line', { attributes: 'line-each', closing: ' />' }],
  ['aligned attributes', { attributes: 'aligned', unit: '    ', newline: '\r\n' }],
  ['attributes in another order', { attributeOrder: 'reversed' }],
  ['single quotes', { quote: "'" }],
  ['a default namespace', { prefix: '' }],
  ['another prefix', { prefix: 'x:' }],
  ['explicit end tags', { closing: 'end-tag' }],
  ['a space before the end', { closing: ' />' }],
  ['line breaks in end tags', { endTags: 'broken', attributes: 'line-each', closing: 'end-tag' }],
  ['descriptions on lines of their own', { descriptions: 'lines', unit: '\t' }],
  ['empty lines between rules', { emptyLines: true, newline: '\r\n' }],
];

describe('a rule is added', () => {
  test('behind the last one, as the template writes rules', () => {
    const before = policyText(policyOf(roles, obligations));
    const rule = `  <xacml:Rule RuleId="urn:altinn:ruleid:3" Effect="Permit">
    <xacml:Description>Tjenesteeieren leser og skriver.</xacml:Description>
    <xacml:Target>
      <xacml:AnyOf>
        <xacml:AllOf>
          <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
            <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">[ORG]</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="urn:altinn:org" Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
          </xacml:Match>
        </xacml:AllOf>
      </xacml:AnyOf>
      <xacml:AnyOf>
        <xacml:AllOf>
          <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
            <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">[ORG]</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="urn:altinn:org" Category="urn:oasis:names:tc:xacml:3.0:attribute-category:resource" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
          </xacml:Match>
          <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
            <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">[APP]</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="urn:altinn:app" Category="urn:oasis:names:tc:xacml:3.0:attribute-category:resource" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
          </xacml:Match>
        </xacml:AllOf>
      </xacml:AnyOf>
      <xacml:AnyOf>
        <xacml:AllOf>
          <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
            <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">read</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="urn:oasis:names:tc:xacml:1.0:action:action-id" Category="urn:oasis:names:tc:xacml:3.0:attribute-category:action" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
          </xacml:Match>
        </xacml:AllOf>
        <xacml:AllOf>
          <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
            <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">write</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="urn:oasis:names:tc:xacml:1.0:action:action-id" Category="urn:oasis:names:tc:xacml:3.0:attribute-category:action" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
          </xacml:Match>
        </xacml:AllOf>
      </xacml:AnyOf>
    </xacml:Target>
  </xacml:Rule>
`;
    expect(edited(before, added(before, text))).toBe(
      before.replace('  <xacml:ObligationExpressions>', `${rule}  <xacml:ObligationExpressions>`),
    );
  });

  /** Written in a style, the policy with the rule is what the policy becomes. */
  const becomes = (
    style: Style,
    before: readonly Node[],
    after: readonly Node[],
    description: string | null = text,
  ) => {
    const policy = policyText(policyOf(...before), style);
    expect(edited(policy, added(policy, description))).toBe(policyText(policyOf(...after), style));
  };

  test.each<[string, Partial<Style>]>(styles)('in a file of %s', (_, difference) => {
    const style = { ...template, ...difference };
    becomes(style, [roles, obligations], [roles, newRule(text), obligations]);
    becomes(style, [org, roles, obligations], [org, roles, newRule(text), obligations]);
    becomes(style, [roles, org], [roles, org, newRule(null)], null);
  });

  test('with the line ends of the rule before it', () => {
    const [before, after] = [
      [roles, obligations],
      [roles, newRule(text), obligations],
    ].map((rules) =>
      policyText(policyOf(...rules)).replace(/\n {2}<xacml:Rule [\s\S]*<\/xacml:Rule>/, (all) =>
        all.replaceAll('\n', '\r\n'),
      ),
    );
    expect(edited(before ?? '', added(before ?? '', text))).toBe(after);
  });

  test('where only rules declare the prefix', () => {
    const [before = '', after] = [[roles], [roles, newRule(text)]].map((rules) =>
      policyText(policyOf(...rules))
        .replace('xmlns:xacml', 'xmlns')
        .replaceAll('xacml:Policy', 'Policy')
        .replace('xacml:Target', 'Target')
        .replaceAll('<xacml:Rule ', `<xacml:Rule xmlns:xacml="${namespace}" `),
    );
    expect(edited(before, added(before, text))).toBe(after);
  });

  test('in a file that begins with a byte-order mark', () => {
    const before = policyText(policyOf(roles));
    expect(applyEdits(before, insertionsIn(`\uFEFF${before}`, [added(before, text)]))).toBe(
      policyText(policyOf(roles, newRule(text))),
    );
  });

  const comment = '<!-- <xacml:Rule RuleId="urn:altinn:ruleid:9" Effect="Permit"></xacml:Rule> -->';
  const oldObligations = '<!--\n<xacml:ObligationExpressions>\n</xacml:ObligationExpressions>\n-->';

  test.each<[string, readonly Node[], readonly Node[]]>([
    [
      'before a rule that is commented out',
      [roles, { ...obligations, above: [comment] }],
      [roles, newRule(text), { ...obligations, above: [comment] }],
    ],
    [
      'before obligations that are commented out',
      [roles, { ...obligations, above: [oldObligations] }],
      [roles, newRule(text), { ...obligations, above: [oldObligations] }],
    ],
    [
      'after the comment on the line of the last rule',
      [{ ...roles, above: [comment], behind: ` ${comment}` }, obligations],
      [{ ...roles, above: [comment], behind: ` ${comment}` }, newRule(text), obligations],
    ],
    [
      'before advice',
      [roles, { ...obligations, name: 'AdviceExpressions' }],
      [roles, newRule(text), { ...obligations, name: 'AdviceExpressions' }],
    ],
  ])('%s', (_, before, after) => {
    becomes(template, before, after);
    becomes({ ...template, emptyLines: true }, before, after);
  });

  test.each<[string, (node: Node) => Node]>([
    ['comments', (node) => ({ ...node, above: ['<!-- <AllOf> -->', '<!-- b -->'], behind: ' <!-- </AllOf> -->' })],
    ['instructions', (node) => ({ ...node, above: ['<?todo <x> ?>'] })],
    ['attributes that are not its own', (node) => ({ ...node, attributes: [...node.attributes, ['xml:lang', 'nb']] })],
    [
      'attributes before its own',
      (node) => ({ ...node, attributes: [['xml:id', 'a'], ['Issuer', 'b'], ...node.attributes] }),
    ],
    [
      'CDATA',
      (node) => (typeof node.content === 'string' ? { ...node, content: `<![CDATA[${node.content}]]>` } : node),
    ],
    [
      'comments in values',
      (node) => (typeof node.content === 'string' ? { ...node, content: `x<!-- y -->&#65;` } : node),
    ],
    [
      'other functions, types and demands',
      (node) => ({
        ...node,
        attributes: node.attributes.map(([name, value]) => [
          name,
          name === 'MustBePresent' ? 'true' : `${value}-other`,
        ]),
      }),
    ],
  ])('with nothing else that its model has: %s', (_, change) => {
    const model = everywhere(change, roles);
    for (const attributes of ['inline', 'line-each', 'aligned'] as const) {
      becomes({ ...template, attributes }, [model], [model, newRule(text)]);
    }
  });

  const holding = (rule: Node, ...nodes: readonly Node[]): Node => ({
    ...rule,
    content: typeof rule.content === 'string' ? rule.content : [...rule.content, ...nodes],
  });

  test.each<[string, Node]>([
    ['a condition', holding(roles, node('Condition', [node('Apply', [])]))],
    ['obligations', holding(roles, obligations)],
    [
      'the effect',
      { ...roles, attributes: roles.attributes.map(([name, value]) => [name, name === 'Effect' ? 'Deny' : value]) },
    ],
  ])('with nothing else that its model has: %s', (_, model) => {
    becomes(template, [org, model, obligations], [org, model, newRule(text), obligations]);
  });

  test('like a rule before the last one, where the last one has no target', () => {
    const described: Style = { ...template, descriptions: 'lines' };
    const last: Node = { ...roles, content: [node('Description', 'Uten mål.')], style: described };
    const style: Style = { ...template, attributes: 'aligned', closing: ' />' };
    becomes(style, [roles, last, obligations], [roles, last, newRule(text), obligations]);
  });

  test('each match written as one of the same attribute, or of its category', () => {
    const styled = (rule: Node) => {
      const styles = [
        { prefix: 'xacml:', attributes: 'aligned' },
        { closing: ' />' },
        { attributes: 'line-each' },
        { unit: '\t' },
      ];
      let at = 0;
      return everywhere(
        (each) =>
          each.name === 'Match' ? { ...each, style: { ...template, ...(styles[at++ % 4] as Partial<Style>) } } : each,
        rule,
      );
    };
    const [like, wanted] = ['urn:altinn:ruleid:1', 'urn:altinn:ruleid:3'].map((id) =>
      styled(orgRule(id, null, ['read'])),
    );
    const before = policyText(policyOf(...(like ? [like] : [])));
    const after = policyText(policyOf(...(like && wanted ? [like, wanted] : [])));
    expect(edited(before, { ...added(before, null), actions: ['read'] })).toBe(after);
    for (const attribute of ['urn:altinn:org', actionId]) {
      const [other, wantedBeside] = [before, after].map((policy) => policy.replace(attribute, 'urn:altinn:other'));
      expect(edited(other ?? '', { ...added(other ?? '', null), actions: ['read'] })).toBe(wantedBeside);
    }
  });

  test('among elements of another language', () => {
    const foreign = '  <Rule xmlns="urn:other"/>\n  <Target xmlns="urn:other"/>\n</xacml:Policy>';
    for (const others of [[roles], []]) {
      const before = policyText(policyOf(...others)).replace('</xacml:Policy>', foreign);
      const after = policyText(policyOf(...others, newRule(text))).replace('</xacml:Policy>', foreign);
      expect(edited(before, added(before, text))).toBe(after);
    }
  });

  test('indented as the last rule is, not as its model', () => {
    const last = '\n    <xacml:Rule RuleId="x" Effect="Permit"/>';
    const before = policyText(policyOf(roles)).replace('\n</xacml:Policy>', `${last}\n</xacml:Policy>`);
    const rule = policyText(policyOf(roles, newRule(text)))
      .split('</xacml:Rule>')[1]
      ?.replaceAll('\n', '\n  ');
    expect(edited(before, added(before, text))).toBe(before.replace(last, `${last}${rule}</xacml:Rule>`));
  });

  test.each<[string, readonly Node[]]>([
    ['subject', [anyOf([matchOf(subject, 'urn:altinn:rolecode', 'DAGL')])]],
    ['action', [anyOf([matchOf(action, 'x', 'a'), matchOf(action, 'y', 'b')], [matchOf(action, 'x', 'c')])]],
    ['subject and action', [anyOf([matchOf(subject, 'x', 'DAGL'), matchOf(action, 'y', 'b')])]],
  ])('like a rule that names no more than %s', (_, anyOfs) => {
    const model = ruleOf('urn:altinn:ruleid:1', null, ...anyOfs);
    becomes({ ...template, attributes: 'line-each' }, [model], [model, newRule(null)], null);
  });

  test('with its description laid out like another, or like its target', () => {
    const bare = orgRule('urn:altinn:ruleid:2', null, ['read']);
    const style: Style = { ...template, descriptions: 'lines' };
    becomes(style, [roles, bare], [roles, bare, newRule(text)]);
    becomes({ ...template, newline: '\r\n' }, [bare], [bare, newRule(text)]);
  });

  test.each<[string, readonly Node[], readonly Node[]]>([
    ['after the target', [], [newRule(text)]],
    ['before obligations', [obligations], [newRule(text), obligations]],
    [
      'after variables, before advice',
      [node('VariableDefinition', []), { ...obligations, name: 'AdviceExpressions', above: ['<!-- <Rule/> -->'] }],
      [
        node('VariableDefinition', []),
        newRule(text),
        { ...obligations, name: 'AdviceExpressions', above: ['<!-- <Rule/> -->'] },
      ],
    ],
    ['after a rule that is no model', [node('Rule', [])], [node('Rule', []), newRule(text)]],
  ])('to a policy without rules to copy: %s', (_, before, after) => {
    const tabs: Style = { ...template, unit: '\t', quote: "'", closing: ' />' };
    for (const style of [template, tabs, { ...template, newline: '\r\n', prefix: '' }]) {
      becomes(style, before, after);
    }
    becomes({ ...template, newline: '' }, before.slice(0, 1), after.slice(0, 2));
  });

  test('before the obligations of a policy without a target', () => {
    const [before = '', after] = [[obligations], [newRule(null), obligations]].map((rules) =>
      policyText({ ...policyOf(), content: rules }),
    );
    expect(edited(before, added(before, null))).toBe(after);
  });

  test('to a policy that holds nothing, which is opened for it', () => {
    const before = policyText({ ...policyOf(), content: [] });
    const expected = policyText(policyOf(newRule(null))).replace('\n  <xacml:Target/>', '');
    const [outcome] = outcomesIn(before, [added(before, null)]);
    expect(outcome?.kind === 'edits' && applyEdits(before, outcome.edits)).toBe(expected);
  });

  test('with its values escaped', () => {
    const before = policyText(policyOf(roles), { ...template, quote: "'" });
    const after = edited(before, { ...added(before, 'R & <D> "x"'), id: `a"b'c<d>&` });
    expect(after).toContain(`RuleId='a"b&apos;c&lt;d>&amp;'`);
    expect(after).toContain('<xacml:Description>R &amp; &lt;D> "x"</xacml:Description>');
  });
});

describe('a rule is extended', () => {
  const allOf = (text: string, prefix = 'xacml:'): PolicyChange => {
    const end = text.lastIndexOf(`</${prefix}AllOf`);
    const at = { file, start: text.lastIndexOf(`<${prefix}AllOf`), end: text.indexOf('>', end) + 1 };
    return { kind: 'extend-rule', at, actions: ['write', 'complete'] };
  };
  const extended = orgRule('urn:altinn:ruleid:2', 'Tjenesteeieren leser.', ['read', 'write', 'complete']);

  test('by alternatives behind its last one, as the template writes them', () => {
    const before = policyText(policyOf(org, obligations));
    const alternative = (name: string) => `
        <xacml:AllOf>
          <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
            <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">${name}</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="urn:oasis:names:tc:xacml:1.0:action:action-id" Category="urn:oasis:names:tc:xacml:3.0:attribute-category:action" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
          </xacml:Match>
        </xacml:AllOf>`;
    expect(edited(before, allOf(before))).toBe(
      before.replace(alternative('read'), ['read', 'write', 'complete'].map(alternative).join('')),
    );
  });

  test.each<[string, Partial<Style>]>(styles)('in a file of %s', (_, difference) => {
    const style = { ...template, ...difference };
    const before = policyText(policyOf(org, obligations), style);
    expect(edited(before, allOf(before, style.prefix))).toBe(policyText(policyOf(extended, obligations), style));
  });

  const oneAction = (...alternatives: readonly Node[]) =>
    ruleOf('urn:altinn:ruleid:1', null, node('AnyOf', alternatives));
  const alternativeOf = (name: string) => node('AllOf', [matchOf(action, actionId, name)]);
  const [read, write, complete] = [alternativeOf('read'), alternativeOf('write'), alternativeOf('complete')];

  test.each<[string, (node: Node) => Node]>([
    ['comments above', (node) => ({ ...node, above: ['<!-- a', '  b -->'] })],
    ['a comment behind', (node) => ({ ...node, behind: ' <!-- </xacml:AnyOf> -->' })],
    ['an instruction behind', (node) => ({ ...node, above: ['<?todo?>'] })],
    ['CDATA', (node) => (typeof node.content === 'string' ? { ...node, content: `<![CDATA[read]]>` } : node)],
    ['references', (node) => (typeof node.content === 'string' ? { ...node, content: `&#114;ead` } : node)],
    [
      'a comment in the value',
      (node) => (typeof node.content === 'string' ? { ...node, content: `<!-- a -->read` } : node),
    ],
    ['an id', (node) => ({ ...node, attributes: [['xml:id', 'a'], ...node.attributes] })],
  ])('without copying %s', (_, change) => {
    const changed = everywhere(change, read);
    const before = policyText(policyOf(oneAction(changed)));
    expect(edited(before, allOf(before))).toBe(policyText(policyOf(oneAction(changed, write, complete))));
  });

  test('without copying a default namespace that is declared already', () => {
    const style = { ...template, prefix: '' };
    const declared = everywhere((one) => ({ ...one, attributes: [['xmlns', namespace], ...one.attributes] }), read);
    const before = policyText(policyOf(oneAction(declared)), style);
    expect(edited(before, allOf(before, ''))).toBe(policyText(policyOf(oneAction(declared, write, complete)), style));
  });

  const contentOf = (node?: Node): readonly Node[] => (node && typeof node.content !== 'string' ? node.content : []);
  const beside = (allOf: Node, content: readonly Node[]) => policyText(policyOf(oneAction({ ...allOf, content })));

  test('with the function and the category of what it copies', () => {
    const own = (name: string) => node('AllOf', [{ ...matchOf('c', 'd', name), attributes: [['MatchId', 'a&amp;b']] }]);
    const before = policyText(policyOf(oneAction(own('read'))));
    expect(edited(before, allOf(before))).toBe(
      policyText(policyOf(oneAction(own('read'), own('write'), own('complete')))),
    );
  });

  test('while another is added', () => {
    const before = policyText(policyOf(org));
    expect(edited(before, allOf(before), added(before, text))).toBe(policyText(policyOf(extended, newRule(text))));
  });

  test.each<[string, string]>([
    [
      'of two matches',
      policyText(policyOf(oneAction(node('AllOf', [matchOf('a', 'b', 'c'), matchOf('a', 'b', 'd')])))),
    ],
    ['of none', policyText(policyOf(oneAction(node('AllOf', []))), { ...template, closing: 'end-tag' })],
    ['with something beside its match', beside(read, [...contentOf(read), node('Match', [])])],
    [
      'with something beside its value',
      beside(read, [node('Match', [...contentOf(contentOf(read)[0]), node('X', [])])]),
    ],
    ['with its value behind', beside(read, [node('Match', contentOf(contentOf(read)[0]).toReversed())])],
    ['with elements in its value', policyText(policyOf(oneAction(read))).replace('>read<', '>read<!-- --><xacml:X/><')],
    ['with a selector', policyText(policyOf(oneAction(read))).replaceAll('AttributeDesignator', 'AttributeSelector')],
    ['with an issuer', policyText(policyOf(oneAction(read))).replace(' MustBePresent', ' Issuer="a" MustBePresent')],
    ['of a file that is no XML', policyText(policyOf(oneAction(read))).replace('</xacml:Policy>', '')],
  ])('but not an alternative %s', (_, before) => {
    expect(outcomesIn(before, [allOf(before)])).toEqual([refused]);
  });
});

test.each<[string, string, (change: AddedRule) => AddedRule]>([
  ['another root', policyText({ ...policyOf(roles), name: 'PolicySet' }), (change) => change],
  [
    'a text that has changed',
    policyText(policyOf(roles)),
    (change) => ({ ...change, at: { ...change.at, end: change.at.end - 1 } }),
  ],
  ['a text that XML cannot hold', policyText(policyOf(roles)), (change) => ({ ...change, id: '\0' })],
])('no rule is added to %s', (_, before, change) => {
  expect(outcomesIn(before, [change(added(before, text))])).toEqual([refused]);
});
