import { appWith, type Files } from '../audited.ts';

const urn = {
  org: 'urn:altinn:org',
  app: 'urn:altinn:app',
  task: 'urn:altinn:task',
  end: 'urn:altinn:end-event',
  events: 'urn:altinn:appresource',
  role: 'urn:altinn:rolecode',
  action: 'urn:oasis:names:tc:xacml:1.0:action:action-id',
} as const;

const category = {
  subject: 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject',
  resource: 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource',
  action: 'urn:oasis:names:tc:xacml:3.0:attribute-category:action',
} as const;

const exactly = 'urn:oasis:names:tc:xacml:1.0:function:string-equal';
export const ignoringCase = 'urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case';
const string = 'http://www.w3.org/2001/XMLSchema#string';

export interface MatchText {
  readonly value: string;
  readonly attribute: string;
  readonly category: keyof typeof category;
  readonly matchId?: string;
  readonly type?: string;
  readonly mustBePresent?: boolean;
}

export function match({ value, attribute, category: of, ...more }: MatchText): string {
  const { matchId = exactly, type = string, mustBePresent = false } = more;
  return `          <xacml:Match MatchId="${matchId}">
            <xacml:AttributeValue DataType="${type}">${value}</xacml:AttributeValue>
            <xacml:AttributeDesignator AttributeId="${attribute}" Category="${category[of]}" DataType="${type}" MustBePresent="${mustBePresent}"/>
          </xacml:Match>
`;
}

export const org = (value = '[ORG]') => match({ value, attribute: urn.org, category: 'subject' });
export const role = (value = 'DAGL') =>
  match({ value, attribute: urn.role, category: 'subject', matchId: ignoringCase });
export const ofOrg = (value = '[ORG]') => match({ value, attribute: urn.org, category: 'resource' });
export const ofApp = (value = '[APP]') => match({ value, attribute: urn.app, category: 'resource' });
export const inTask = (value: string) => match({ value, attribute: urn.task, category: 'resource' });
export const atEnd = (value: string) => match({ value, attribute: urn.end, category: 'resource' });
export const events = () => match({ value: 'events', attribute: urn.events, category: 'resource' });
export const action = (value: string) => match({ value, attribute: urn.action, category: 'action' });

/** Each inner list is an `AllOf`. */
export function anyOf(...allOfs: readonly (readonly string[])[]): string {
  const parts = allOfs.map((matches) => `        <xacml:AllOf>\n${matches.join('')}        </xacml:AllOf>\n`);
  return `      <xacml:AnyOf>\n${parts.join('')}      </xacml:AnyOf>\n`;
}

export const actions = (...names: readonly string[]) => anyOf(...names.map((name) => [action(name)]));
export const theApp = (...more: readonly string[]) => anyOf([ofOrg(), ofApp(), ...more]);

export interface RuleText {
  readonly id?: string;
  readonly effect?: string;
  readonly description?: string;
  /** Below the target. */
  readonly more?: string;
}

export function rule(
  anyOfs: readonly string[],
  { id = 'urn:altinn:ruleid:1', effect = 'Permit', ...rest }: RuleText = {},
) {
  const { description = 'A rule.', more = '' } = rest;
  return `  <xacml:Rule RuleId="${id}" Effect="${effect}">
    <xacml:Description>${description}</xacml:Description>
    <xacml:Target>
${anyOfs.join('')}    </xacml:Target>
${more}  </xacml:Rule>
`;
}

/** For the service owner alone. */
export const ownRule = (granted: readonly string[], text: RuleText = {}) =>
  rule([anyOf([org()]), theApp(), actions(...granted)], text);
export const roleRule = (granted: readonly string[], text: RuleText = {}) =>
  rule([anyOf([role()]), theApp(), actions(...granted)], text);

export function policy(
  rules: readonly string[],
  { obligations = '', target = '<xacml:Target/>', algorithm = 'deny-overrides' } = {},
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<xacml:Policy xmlns:xacml="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="urn:altinn:policyid:1" Version="1.0" RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:${algorithm}">
  ${target}
${rules.join('')}${obligations}</xacml:Policy>
`;
}

/** `urn:altinn:minimum-authenticationlevel` and the like. */
export function level(of: string, value: string, fulfillOn = 'Permit'): string {
  return `    <xacml:ObligationExpression ObligationId="urn:altinn:obligation:${of}" FulfillOn="${fulfillOn}">
      <xacml:AttributeAssignmentExpression AttributeId="urn:altinn:assignment" Category="urn:altinn:${of}">
        <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">${value}</xacml:AttributeValue>
      </xacml:AttributeAssignmentExpression>
    </xacml:ObligationExpression>
`;
}

export const obligations = (...levels: readonly string[]) =>
  `  <xacml:ObligationExpressions>\n${levels.join('')}  </xacml:ObligationExpressions>\n`;

/** A task of a type, with what is declared for it. */
export interface TaskText {
  readonly id: string;
  readonly type: string;
  readonly actions?: readonly string[];
  readonly serverActions?: readonly string[];
}

export function process(tasks: readonly TaskText[], ends: readonly string[] = ['EndEvent_1']): string {
  const declared = ({ actions: some = [], serverActions = [] }: TaskText) =>
    [
      ...some.map((name) => `<altinn:action>${name}</altinn:action>`),
      ...serverActions.map((name) => `<altinn:action type="serverAction">${name}</altinn:action>`),
    ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:altinn="http://altinn.no/process" id="d">
  <bpmn:process id="p">
${tasks
  .map(
    (task) =>
      `    <bpmn:task id="${task.id}"><bpmn:extensionElements><altinn:taskExtension><altinn:taskType>${task.type}</altinn:taskType><altinn:actions>${declared(task)}</altinn:actions></altinn:taskExtension></bpmn:extensionElements></bpmn:task>\n`,
  )
  .join('')}${ends.map((id) => `    <bpmn:endEvent id="${id}"/>\n`).join('')}  </bpmn:process>
</bpmn:definitions>
`;
}

export const policyPath = 'App/config/authorization/policy.xml';
export const processPath = 'App/config/process/process.bpmn';

/** An app that uses the built-in client, with this policy and one task unless told otherwise. */
export function appWithPolicy(
  policyText: string,
  { bpmn = process([{ id: 'Task_1', type: 'data' }]), version = '8.7.0', more = {}, services = usesClient } = {} as {
    bpmn?: string | null;
    version?: string;
    more?: Files;
    services?: string;
  },
): Files {
  return appWith(services, {
    version,
    more: { [policyPath]: policyText, ...(bpmn === null ? {} : { [processPath]: bpmn }), ...more },
  });
}

const usesClient =
  '    services.AddHttpClient<Registeret>().UseMaskinportenAltinnAuthorization("altinn:serviceowner/instances.read");';
