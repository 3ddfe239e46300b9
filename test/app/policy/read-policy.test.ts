import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/app/policy/policy.ts';
import { readPolicy } from '../../../src/app/policy/read-policy.ts';
import type { Range } from '../../../src/location.ts';
import { workspaceOf } from '../workspace-of.ts';

const file = 'App/config/authorization/policy.xml';
const namespace = 'urn:oasis:names:tc:xacml:3.0:core:schema:wd-17';
const denyOverrides = 'urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides';
const equal = 'urn:oasis:names:tc:xacml:1.0:function:string-equal';
const string = 'http://www.w3.org/2001/XMLSchema#string';
const subject = 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject';
const action = 'urn:oasis:names:tc:xacml:3.0:attribute-category:action';
const actionId = 'urn:oasis:names:tc:xacml:1.0:action:action-id';

const read = (content: string | Uint8Array) => readPolicy(workspaceOf({ [file]: content }), file);

function policyIn(content: string | Uint8Array): Policy {
  const found = read(content);
  if (found.kind !== 'policy') throw new Error(JSON.stringify(found));
  return found.policy;
}

/** The facts without where they stand. */
function factsIn(content: string | Uint8Array): unknown {
  const places = ['at', 'startTag', 'valueAt'];
  return JSON.parse(JSON.stringify(policyIn(content)), (key, value) => (places.includes(key) ? undefined : value));
}

const policy = (content: string, algorithm = `RuleCombiningAlgId="${denyOverrides}"`) =>
  `<xacml:Policy xmlns:xacml="${namespace}" ${algorithm}>${content}</xacml:Policy>`;
const rule = (content: string, attributes = 'RuleId="urn:altinn:ruleid:1" Effect="Permit"') =>
  policy(`<xacml:Target/><xacml:Rule ${attributes}>${content}</xacml:Rule>`);
const target = (content: string) => rule(`<xacml:Target>${content}</xacml:Target>`);
const inAllOf = (content: string) => target(`<xacml:AnyOf><xacml:AllOf>${content}</xacml:AllOf></xacml:AnyOf>`);

const value = (text: string) => `<xacml:AttributeValue DataType="${string}">${text}</xacml:AttributeValue>`;
const designator = (attributes: string) => `<xacml:AttributeDesignator ${attributes}/>`;
const read1 = {
  id: `AttributeId="${actionId}"`,
  category: `Category="${action}"`,
  type: `DataType="${string}"`,
  present: 'MustBePresent="false"',
};
const actionDesignator = designator(Object.values(read1).join(' '));
const match = (content = value('read') + actionDesignator, attributes = `MatchId="${equal}"`) =>
  `<xacml:Match ${attributes}>${content}</xacml:Match>`;

/** Of the only rule, as `code name`, with what is marked. */
function doubtsIn(content: string): readonly string[] {
  return policyIn(content).rules.flatMap(({ doubts }) => doubts.map(({ code, name }) => `${code} ${name}`));
}

function onlyMatch(content: string) {
  const [found, ...more] = policyIn(inAllOf(content)).rules.flatMap(({ anyOfs }) =>
    anyOfs.flatMap(({ allOfs }) => allOfs.flatMap(({ matches }) => matches)),
  );
  if (found === undefined || more.length > 0) throw new Error(`${more.length} more`);
  return found;
}

const sample = `<?xml version="1.0" encoding="utf-8"?>
<xacml:Policy xmlns:xacml="${namespace}" PolicyId="urn:altinn:policyid:1" Version="1.0" RuleCombiningAlgId="${denyOverrides}">
  <xacml:Target/>
  <xacml:Rule RuleId="urn:altinn:ruleid:7" Effect="Permit">
    <xacml:Description>Tjenesteeieren leser.</xacml:Description>
    <xacml:Target>
      <xacml:AnyOf>
        <xacml:AllOf>
          <xacml:Match MatchId="${equal}">
            <xacml:AttributeValue DataType="${string}">[ORG]</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="urn:altinn:org" Category="${subject}" DataType="${string}" MustBePresent="false"/>
          </xacml:Match>
        </xacml:AllOf>
      </xacml:AnyOf>
      <xacml:AnyOf>
        <xacml:AllOf>
          <xacml:Match MatchId="${equal}">
            <xacml:AttributeValue DataType="${string}">read</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="${actionId}" Category="${action}" DataType="${string}" MustBePresent="true"/>
          </xacml:Match>
        </xacml:AllOf>
      </xacml:AnyOf>
    </xacml:Target>
  </xacml:Rule>
  <xacml:Rule RuleId="urn:altinn:ruleid:8" Effect="Deny"/>
  <xacml:ObligationExpressions>
    <xacml:ObligationExpression FulfillOn="Permit" ObligationId="urn:altinn:obligation:authenticationLevel1">
      <xacml:AttributeAssignmentExpression AttributeId="urn:altinn:obligation1-assignment1" Category="urn:altinn:minimum-authenticationlevel">
        <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">4</xacml:AttributeValue>
      </xacml:AttributeAssignmentExpression>
    </xacml:ObligationExpression>
  </xacml:ObligationExpressions>
</xacml:Policy>
`;

const attribute = { type: string, mustBePresent: false };
const readMatch = { matchId: equal, valueType: string, malformed: false };
const sampleFacts = {
  file,
  rules: [
    {
      id: 'urn:altinn:ruleid:7',
      effect: 'Permit',
      description: 'Tjenesteeieren leser.',
      anyOfs: [
        {
          allOfs: [
            {
              matches: [
                { ...readMatch, value: '[ORG]', attribute: { ...attribute, id: 'urn:altinn:org', category: subject } },
              ],
            },
          ],
        },
        {
          allOfs: [
            {
              matches: [
                {
                  ...readMatch,
                  value: 'read',
                  attribute: { ...attribute, id: actionId, category: action, mustBePresent: true },
                },
              ],
            },
          ],
        },
      ],
      doubts: [],
    },
    { id: 'urn:altinn:ruleid:8', effect: 'Deny', description: null, anyOfs: [], doubts: [] },
  ],
  levels: [{ of: 'everyone', level: 4 }],
  doubts: [],
};

const variants: readonly (readonly [string, string | Uint8Array])[] = [
  ['as the template is', sample],
  ['another prefix', sample.replaceAll(/(<\/?)xacml:/g, '$1x-1.y:').replace('xmlns:xacml', 'xmlns:x-1.y')],
  ['a default namespace', sample.replaceAll(/(<\/?)xacml:/g, '$1').replace('xmlns:xacml', 'xmlns')],
  [
    'two prefixes and a default for the one namespace',
    sample
      .replace('xmlns:xacml', `xmlns="${namespace}" xmlns:b="${namespace}" xmlns:xacml`)
      .replaceAll(/(<\/?)xacml:(Rule|Match)\b/g, '$1b:$2')
      .replaceAll(/(<\/?)xacml:(AnyOf|AttributeValue)\b/g, '$1$2'),
  ],
  [
    'a prefix that means XACML further in only',
    sample
      .replaceAll(/(<\/?)xacml:(?!Policy)/g, '$1p:')
      .replace('xmlns:xacml', 'xmlns:p="urn:other" xmlns:xacml')
      .replaceAll(/<p:(Target\/|Rule|ObligationExpressions)/g, (tag) =>
        tag.endsWith('/') ? `${tag.slice(0, -1)} xmlns:p="${namespace}"/` : `${tag} xmlns:p="${namespace}"`,
      ),
  ],
  ['minified', sample.replaceAll(/>\s+</g, '><')],
  ['one attribute a line', sample.replaceAll(/ (\w+)="/g, '\n        $1 = "')],
  ['end tags broken over lines', sample.replaceAll(/<\/([\w:]+)>/g, '</$1\n      >')],
  ['single quotes', sample.replaceAll('"', "'")],
  ['Windows line ends', sample.replaceAll('\n', '\r\n')],
  ['mixed line ends', sample.replace('\n', '\r\n')],
  ['a byte-order mark', `\uFEFF${sample}`],
  ['no declaration', sample.slice(sample.indexOf('\n') + 1)],
  ['a declared one-byte encoding and nothing that needs it', sample.replace('utf-8', 'iso-8859-1')],
  ['UTF-16', Buffer.from(`\uFEFF${sample.replace('utf-8', 'utf-16')}`, 'utf16le')],
  [
    'attributes the other way round',
    sample.replaceAll(/(?<=<xacml:\w+)(?: \S+="[^"]*")+/g, (attributes) =>
      [...attributes.matchAll(/ \S+="[^"]*"/g)].reverse().join(''),
    ),
  ],
  ['values in CDATA', sample.replaceAll(/>([^<>\n]+)<\//g, '><![CDATA[$1]]></')],
  [
    'values in character references',
    sample.replaceAll('>read<', '>&#114;e&#x61;d<').replaceAll('[ORG]', '&#91;ORG&#93;'),
  ],
  [
    'comments everywhere, with elements in them',
    sample
      .replaceAll(/>\n/g, '><!-- <xacml:Rule RuleId="x" Effect="Deny"><xacml:Target/></xacml:Rule> -->\n')
      .replaceAll('>read<', '>re<!-- no -->ad<')
      .replace(/^(<\?xml.*?\?>)<!--.*?-->/, '$1'),
  ],
  ['processing instructions', sample.replaceAll(/>\n {2}</g, '><?format <xacml:Rule/> ?>\n  <')],
  [
    'parts in another order',
    sample
      .replace(/( {2}<xacml:Target\/>\n)([\s\S]*)(<\/xacml:Policy>)/, '$2$1$3')
      .replace(/( *<xacml:Description>.*\n)([\s\S]*?<\/xacml:Target>\n)/, '$2$1')
      .replaceAll(/( *<xacml:AttributeValue.*\n)( *<xacml:AttributeDesignator.*\n)/g, '$2$1'),
  ],
  [
    'what says nothing of rights',
    sample.replace(
      '<xacml:Target/>',
      `<xacml:Description>Om <![CDATA[<xacml:Rule/>]]></xacml:Description>
      <xacml:PolicyDefaults><xacml:XPathVersion>http://www.w3.org/TR/1999/REC-xpath-19991116</xacml:XPathVersion></xacml:PolicyDefaults>
      <xacml:Target>
      </xacml:Target>
      <xacml:VariableDefinition VariableId="a"><xacml:Apply FunctionId="b"/></xacml:VariableDefinition>
      <xacml:AdviceExpressions><xacml:AdviceExpression AdviceId="a" AppliesTo="Permit"/></xacml:AdviceExpressions>`,
    ),
  ],
];

describe('a policy says the same however it is written', () => {
  test.each(variants)('%s', (_, content) => {
    expect(factsIn(content)).toEqual(sampleFacts);
  });

  test('each way is written differently', () => {
    expect(new Set(variants.map(([, content]) => content.toString())).size).toBe(variants.length);
  });
});

describe('what the facts point at', () => {
  const marked = ({ start, end }: Range) => sample.slice(start, end);
  /** Its first and its last line. */
  const ends = (range: Range) => [marked(range).split('\n')[0], marked(range).split('\n').at(-1)?.trim()];

  test('a policy and its start tag', () => {
    const { at, startTag } = policyIn(sample);
    expect(marked(startTag)).toMatch(/^<xacml:Policy xmlns[^<]*>$/);
    expect(ends(at)).toEqual([marked(startTag), '</xacml:Policy>']);
  });

  test('a rule and its start tag', () => {
    const startTags = [
      '<xacml:Rule RuleId="urn:altinn:ruleid:7" Effect="Permit">',
      '<xacml:Rule RuleId="urn:altinn:ruleid:8" Effect="Deny"/>',
    ];
    const { rules } = policyIn(sample);
    expect(rules.map(({ startTag }) => marked(startTag))).toEqual(startTags);
    expect(rules.map(({ at }) => ends(at))).toEqual([
      [startTags[0], '</xacml:Rule>'],
      [startTags[1], startTags[1]],
    ]);
  });

  test('the parts of its target', () => {
    const anyOfs = policyIn(sample).rules.flatMap((one) => one.anyOfs);
    const allOfs = anyOfs.flatMap((one) => one.allOfs);
    const matches = allOfs.flatMap((one) => one.matches);
    expect(anyOfs.map(({ at }) => ends(at))).toEqual(Array(2).fill(['<xacml:AnyOf>', '</xacml:AnyOf>']));
    expect(allOfs.map(({ at }) => ends(at))).toEqual(Array(2).fill(['<xacml:AllOf>', '</xacml:AllOf>']));
    expect(matches.map(({ at }) => ends(at))).toEqual(
      Array(2).fill([`<xacml:Match MatchId="${equal}">`, '</xacml:Match>']),
    );
    expect(matches.map(({ at, value: written }) => marked(at).includes(`>${written}<`))).toEqual([true, true]);
  });

  test('the value of a level', () => {
    expect(policyIn(sample).levels.map(({ at }) => marked(at))).toEqual([
      '<xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">4</xacml:AttributeValue>',
    ]);
  });

  test('the start tag of what makes a rule doubtful', () => {
    const content = rule('\n  <xacml:Condition Kind="a">\n    <xacml:Apply/>\n  </xacml:Condition>');
    const [doubt] = policyIn(content).rules[0]?.doubts ?? [];
    expect(doubt && content.slice(doubt.at.start, doubt.at.end)).toBe('<xacml:Condition Kind="a">');
  });
});

describe('what makes every answer of a policy doubtful', () => {
  const doubts = (content: string) => policyIn(content).doubts.map(({ code, name }) => `${code} ${name}`);
  const algorithm = (id: string) => policy('<xacml:Target/>', `RuleCombiningAlgId="${id}"`);
  const xacml1 = 'urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm';

  test.each<[string, string, readonly string[]]>([
    ['nothing, when denials override', policy('<xacml:Target/>'), []],
    ['nor when they do so by the older name', algorithm(`${xacml1}:deny-overrides`), []],
    ['nor with white space around the name', algorithm(` ${denyOverrides}\n`), []],
    ['permits override', algorithm(`${xacml1}:permit-overrides`), [`combining-algorithm ${xacml1}:permit-overrides`]],
    [
      'an algorithm of another casing',
      algorithm(denyOverrides.toUpperCase()),
      [`combining-algorithm ${denyOverrides.toUpperCase()}`],
    ],
    ['no algorithm', policy('<xacml:Target/>', ''), ['combining-algorithm ']],
    [
      'an algorithm in an attribute of XACML’s own namespace, where none is',
      policy('', `xacml:RuleCombiningAlgId="${denyOverrides}"`),
      ['combining-algorithm '],
    ],
    ['a target', policy('<xacml:Target><xacml:AnyOf/></xacml:Target>'), ['policy-target xacml:Target']],
    ['two targets', policy('<xacml:Target/><xacml:Target/>'), ['malformed xacml:Target']],
    ['text in the target', policy('<xacml:Target>all</xacml:Target>'), ['malformed xacml:Target']],
    ['text between the rules', policy('<xacml:Target/>x'), ['malformed xacml:Policy']],
    ['an issuer', policy('<xacml:PolicyIssuer/>'), ['unknown-element xacml:PolicyIssuer']],
    [
      'parameters of the algorithm',
      policy('<xacml:CombinerParameters/><xacml:RuleCombinerParameters RuleIdRef="a"/>'),
      ['unknown-element xacml:CombinerParameters', 'unknown-element xacml:RuleCombinerParameters'],
    ],
    ['a rule in no namespace', policy('<Rule Effect="Permit"/>'), ['unknown-element Rule']],
    [
      'a rule of another namespace',
      policy('<o:Rule xmlns:o="urn:oasis:names:tc:xacml:2.0:policy:schema:os"/>'),
      ['unknown-element o:Rule'],
    ],
    ['a policy in the policy', policy(policy('')), ['unknown-element xacml:Policy']],
  ])('%s', (_, content, expected) => {
    expect(doubts(content)).toEqual(expected);
  });

  test('a rule that is not one of XACML’s is no rule', () => {
    expect(policyIn(policy('<Rule Effect="Permit"/>')).rules).toEqual([]);
  });

  test('a set of policies is known for one, and nothing in it is a rule', () => {
    const set = `<PolicySet xmlns="${namespace}">${policy('<xacml:Rule Effect="Permit"/>')}</PolicySet>`;
    expect(factsIn(set)).toEqual({
      file,
      rules: [],
      levels: [],
      doubts: [{ code: 'policy-set', name: 'PolicySet' }],
    });
  });
});

describe('a rule', () => {
  const only = (content: string) => policyIn(content).rules[0];

  test.each<[string, 'Permit' | 'Deny' | 'unknown']>([
    ['Effect="Permit"', 'Permit'],
    ['Effect="Deny"', 'Deny'],
    ['Effect="permit"', 'unknown'],
    ['Effect=" Permit"', 'unknown'],
    ['Effect=""', 'unknown'],
    ['', 'unknown'],
    ['xacml:Effect="Permit"', 'unknown'],
  ])('with %s has the effect %s', (attributes, effect) => {
    expect(only(rule('', attributes))?.effect).toBe(effect);
  });

  test('has its id as written, or none', () => {
    expect(only(rule('', 'RuleId=" a&amp;b "'))?.id).toBe(' a&b ');
    expect(only(rule(''))?.id).toBe('urn:altinn:ruleid:1');
    expect(only(rule('', 'Effect="Permit"'))?.id).toBeNull();
  });

  test('has a description, unless it is empty', () => {
    const described = (text: string) => only(rule(`<xacml:Description>${text}</xacml:Description>`))?.description;
    expect(described('\n  Leser &amp; skriver\n')).toBe('Leser & skriver');
    expect(described(' ')).toBeNull();
  });

  test('without a target, and with an empty one, applies to all', () => {
    for (const content of ['', '<xacml:Target/>', '<xacml:Target> <!-- --> </xacml:Target>'])
      expect(only(rule(content))).toMatchObject({ anyOfs: [], doubts: [] });
  });

  test('keeps all its alternatives, in the order of the file', () => {
    const allOf = (...actions: readonly string[]) =>
      `<xacml:AllOf>${actions.map((one) => match(value(one) + actionDesignator)).join('')}</xacml:AllOf>`;
    const content = target(
      `<xacml:AnyOf>${allOf('a', 'b')}${allOf('c')}</xacml:AnyOf><xacml:AnyOf>${allOf('d')}</xacml:AnyOf>`,
    );
    const values = only(content)?.anyOfs.map(({ allOfs }) =>
      allOfs.map(({ matches }) => matches.map((one) => one.value)),
    );
    expect(values).toEqual([[['a', 'b'], ['c']], [['d']]]);
  });

  const anyOf = `<xacml:AnyOf><xacml:AllOf>${match()}</xacml:AllOf></xacml:AnyOf>`;
  test.each<[string, string, readonly string[]]>([
    ['nothing', target(anyOf), []],
    ['a condition', rule('<xacml:Condition/>'), ['condition xacml:Condition']],
    ['obligations', rule('<xacml:ObligationExpressions/>'), ['obligations xacml:ObligationExpressions']],
    ['advice', rule('<xacml:AdviceExpressions/>'), ['unknown-element xacml:AdviceExpressions']],
    ['a foreign element', rule('<o:Condition xmlns:o="urn:other"/>'), ['unknown-element o:Condition']],
    ['text', rule('all of it'), ['malformed xacml:Rule']],
    ['text in CDATA', rule('<![CDATA[x]]>'), ['malformed xacml:Rule']],
    ['two targets', rule('<xacml:Target/><xacml:Target/>'), ['malformed xacml:Target']],
    ['a foreign element in the target', target(`${anyOf}<o:AnyOf xmlns:o="urn:other"/>`), ['malformed o:AnyOf']],
    ['a match right in the target', target(match()), ['malformed xacml:Match']],
    ['text in the target', target(`${anyOf}or`), ['malformed xacml:Target']],
    ['an empty AnyOf', target(`${anyOf}<xacml:AnyOf/>`), ['malformed xacml:AnyOf']],
    ['an AnyOf of comments', target('<xacml:AnyOf><!-- <xacml:AllOf/> --></xacml:AnyOf>'), ['malformed xacml:AnyOf']],
    ['an empty AllOf', inAllOf(''), ['malformed xacml:AllOf']],
    ['text in an AllOf', inAllOf(`${match()}!`), ['malformed xacml:AllOf']],
    ['a foreign element in an AllOf', inAllOf(`${match()}<Match/>`), ['malformed Match']],
    ['an AllOf in an AllOf', inAllOf(`${match()}<xacml:AllOf/>`), ['malformed xacml:AllOf']],
  ])('with %s besides its matches', (_, content, expected) => {
    expect(doubtsIn(content)).toEqual(expected);
  });
});

describe('a match', () => {
  const { id, category, type, present } = read1;
  const withDesignator = (...attributes: readonly string[]) => match(value('read') + designator(attributes.join(' ')));

  test('keeps the white space of its value, and none around what identifies', () => {
    const spaced = match(
      `<xacml:AttributeValue DataType=" ${string} "> read\r\n</xacml:AttributeValue>${designator(
        `AttributeId="\n${actionId}" Category="${action} " DataType="${string}&#10;" MustBePresent=" 1 "`,
      )}`,
      `MatchId="&#9;${equal} "`,
    );
    expect(onlyMatch(spaced)).toMatchObject({
      matchId: equal,
      value: ' read\n',
      valueType: string,
      attribute: { id: actionId, category: action, type: string, mustBePresent: true },
      malformed: false,
    });
  });

  test.each<[string, boolean]>([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('whose attribute must be present: %s', (written, expected) => {
    const found = onlyMatch(withDesignator(id, category, type, `MustBePresent="${written}"`));
    expect([found.attribute.mustBePresent, found.malformed]).toEqual([expected, false]);
  });

  test('in a function or of a type that nobody knows is written well all the same', () => {
    expect(onlyMatch(match(value('read') + actionDesignator, 'MatchId="urn:own"'))).toMatchObject({
      matchId: 'urn:own',
      malformed: false,
    });
    expect(onlyMatch(match().replaceAll(string, 'urn:own'))).toMatchObject({ valueType: 'urn:own', malformed: false });
  });

  test('with an empty value has one', () => {
    expect(onlyMatch(match(value('') + actionDesignator))).toMatchObject({ value: '', malformed: false });
  });

  test.each<[string, string]>([
    ['no function', match(undefined, '')],
    ['a function in an attribute of a namespace', match(undefined, `xacml:MatchId="${equal}"`)],
    ['no value', match(actionDesignator)],
    ['two values', match(value('read') + value('write') + actionDesignator)],
    ['a value without a type', match(`<xacml:AttributeValue>read</xacml:AttributeValue>${actionDesignator}`)],
    ['elements in the value', match(value('<b>read</b>') + actionDesignator)],
    ['no designator', match(value('read'))],
    ['two designators', match(value('read') + actionDesignator + actionDesignator)],
    [
      'a selector',
      match(
        `${value('read')}<xacml:AttributeSelector Category="${action}" Path="//a" DataType="${string}" MustBePresent="false"/>`,
      ),
    ],
    ['a designator of no namespace', match(value('read') + actionDesignator.replace('xacml:', ''))],
    ['no attribute id', withDesignator(category, type, present)],
    ['no category', withDesignator(id, type, present)],
    ['no type', withDesignator(id, category, present)],
    ['nothing of whether it must be present', withDesignator(id, category, type)],
    ['presence that is neither true nor false', withDesignator(id, category, type, 'MustBePresent="True"')],
    ['an issuer', withDesignator(id, category, type, present, 'Issuer="a"')],
    [
      'something in the designator',
      match(value('read') + actionDesignator.replace('/>', '>x</xacml:AttributeDesignator>')),
    ],
    ['text', match(`${value('read') + actionDesignator}x`)],
    ['a foreign element', match(`${value('read') + actionDesignator}<o:Note xmlns:o="urn:other"/>`)],
    ['a description', match(`<xacml:Description>a</xacml:Description>${value('read') + actionDesignator}`)],
  ])('with %s is malformed, and still counted', (_, content) => {
    expect(onlyMatch(content).malformed).toBe(true);
  });
});

describe('the authentication level', () => {
  const everyone = 'urn:altinn:minimum-authenticationlevel';
  const ofOrg = 'urn:altinn:minimum-authenticationlevel-org';
  const assignment = (attributes: string, content = level('3')) =>
    `<xacml:AttributeAssignmentExpression ${attributes}>${content}</xacml:AttributeAssignmentExpression>`;
  const level = (text: string) =>
    `<xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">${text}</xacml:AttributeValue>`;
  const obliged = (content: string, attributes = 'FulfillOn="Permit"') =>
    policy(
      `<xacml:ObligationExpressions><xacml:ObligationExpression ${attributes}>${content}</xacml:ObligationExpression></xacml:ObligationExpressions>`,
    );
  const levels = (content: string) => policyIn(content).levels.map(({ of, level: least }) => [of, least]);
  const category = (name: string) => `Category="${name}" AttributeId="urn:altinn:obligation1-assignment1"`;

  test.each<[string, string, readonly (readonly [string, number | null])[]]>([
    ['of everyone', obliged(assignment(category(everyone))), [['everyone', 3]]],
    ['of the service owner', obliged(assignment(category(ofOrg))), [['service-owner', 3]]],
    ['named by the attribute', obliged(assignment(`AttributeId="${ofOrg}"`)), [['service-owner', 3]]],
    ['the category decides', obliged(assignment(`Category="${everyone}" AttributeId="${ofOrg}"`)), [['everyone', 3]]],
    [
      'both in one obligation',
      obliged(assignment(category(everyone), level('4')) + assignment(category(ofOrg), level('2'))),
      [
        ['everyone', 4],
        ['service-owner', 2],
      ],
    ],
    ['with white space', obliged(assignment(category(everyone), level('\n  4 '))), [['everyone', 4]]],
    ['in CDATA', obliged(assignment(category(everyone), level('<![CDATA[4]]>'))), [['everyone', 4]]],
    ['that is no whole number', obliged(assignment(category(everyone), level('4.5'))), [['everyone', null]]],
    ['with a sign', obliged(assignment(category(everyone), level('+4'))), [['everyone', 4]]],
    ['below nothing', obliged(assignment(category(everyone), level('-1'))), [['everyone', -1]]],
    ['with more than a number', obliged(assignment(category(everyone), level('4x'))), [['everyone', null]]],
    ['behind more than a number', obliged(assignment(category(everyone), level('x4'))), [['everyone', null]]],
    ['that is empty', obliged(assignment(category(everyone), level(''))), [['everyone', null]]],
    ['given twice', obliged(assignment(category(everyone), level('3') + level('4'))), [['everyone', null]]],
    ['that is computed', obliged(assignment(category(everyone), '<xacml:Apply/>')), [['everyone', null]]],
    ['for nothing but denials', obliged(assignment(category(everyone)), 'FulfillOn="Deny"'), []],
    ['for whatever is decided', obliged(assignment(category(everyone)), ''), [['everyone', 3]]],
    ['of another name', obliged(assignment('Category="urn:own" AttributeId="urn:own"')), []],
    ['of a longer name', obliged(assignment(category(`${everyone}-system`))), []],
    [
      'of another namespace',
      obliged(assignment(category(everyone)).replaceAll('xacml:AttributeAssignment', 'AttributeAssignment')),
      [],
    ],
    [
      'in an obligation of a rule',
      policy(
        `<xacml:Rule Effect="Permit">${obliged(assignment(category(everyone))).replace(/^<.*?>|<\/[^>]*>$/g, '')}</xacml:Rule>`,
      ),
      [],
    ],
  ])('%s', (_, content, expected) => {
    expect(levels(content)).toEqual(expected);
  });

  test('without a value stands where one should be', () => {
    const content = obliged(assignment(category(everyone), ''));
    const [found] = policyIn(content).levels;
    expect(found && content.slice(found.at.start, found.at.end)).toBe(assignment(category(everyone), ''));
  });
});

describe('a policy that is not read', () => {
  test('is missing where there is none', () => {
    expect(readPolicy(workspaceOf({}), null)).toEqual({ kind: 'missing' });
    expect(readPolicy(workspaceOf({}), file)).toEqual({ kind: 'missing' });
  });

  test.each<[string, string | Uint8Array, string]>([
    ['no XML', '{ "policy": {} }', 'malformed'],
    ['a document type', `<!DOCTYPE a>\n${sample}`, 'doctype'],
    ['a root of XACML 2.0', sample.replace(namespace, 'urn:oasis:names:tc:xacml:2.0:policy:schema:os'), 'not-a-policy'],
    ['a rule alone', `<Rule xmlns="${namespace}"/>`, 'not-a-policy'],
    ['a policy in an envelope', `<a>${policy('')}</a>`, 'not-a-policy'],
    ['bytes of Windows-1252', Buffer.from(sample.replace('leser', 'må lese'), 'latin1'), 'refused-encoding'],
    [
      'bytes of Windows-1252 that it declares',
      Buffer.from(sample.replace('leser', 'må lese').replace('utf-8', 'windows-1252'), 'latin1'),
      'refused-encoding',
    ],
    ['zero bytes', Buffer.from(sample, 'utf16le'), 'binary'],
  ])('%s', (_, content, code) => {
    expect(read(content)).toMatchObject({ kind: 'unread', reason: { code }, at: { file } });
  });
});

test('a target of many faults is read, and what is nested too deeply not at all', () => {
  const many = policy(
    `<xacml:Rule Effect="Permit"><xacml:Target>${'<xacml:AnyOf/>'.repeat(50_000)}</xacml:Target></xacml:Rule>`,
  );
  expect(policyIn(many).rules[0]?.doubts).toHaveLength(50_000);
  const deep = policy(`${'<xacml:Rule>'.repeat(300)}${'</xacml:Rule>'.repeat(300)}`);
  expect(read(deep)).toMatchObject({ kind: 'unread', reason: { code: 'nested-too-deeply' } });
}, 20_000);

test('white space beyond measure in a name is read', () => {
  expect(onlyMatch(match(undefined, `MatchId="a${' '.repeat(400_000)}b"`)).matchId).toHaveLength(400_002);
});

describe('a policy of more rules than anyone writes', () => {
  const rules = (count: number) =>
    sample.replace('</xacml:Policy>', `${'<xacml:Rule RuleId="r" Effect="Permit"/>'.repeat(count)}</xacml:Policy>`);

  test('is read up to a limit', () => {
    expect(policyIn(rules(400)).rules.length).toBeGreaterThan(400);
  });

  test('is refused beyond it', () => {
    expect(() => policyIn(rules(600))).toThrow('too-many-items');
  });
});
