/** A policy as what it says, whatever the file looks like. */
export interface AbstractPolicy {
  readonly combining: string;
  /** Of the whole policy; empty: it is there for everything. */
  readonly target: readonly AbstractAnyOf[];
  readonly rules: readonly AbstractRule[];
}

export interface AbstractRule {
  readonly id: string;
  readonly effect: 'Permit' | 'Deny';
  readonly description: string | null;
  readonly anyOfs: readonly AbstractAnyOf[];
  readonly hasCondition: boolean;
  readonly hasObligations: boolean;
}

export type AbstractAnyOf = readonly AbstractAllOf[];

export type AbstractAllOf = readonly AbstractMatch[];

export type Category = 'subject' | 'resource' | 'action';

export interface AbstractMatch {
  readonly category: Category;
  readonly attribute: string;
  readonly value: string;
  readonly matchId: string;
  readonly dataType: string;
  readonly mustBePresent: boolean;
}

export const categoryIds: Readonly<Record<Category, string>> = {
  subject: 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject',
  resource: 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource',
  action: 'urn:oasis:names:tc:xacml:3.0:attribute-category:action',
};

export const org = 'urn:altinn:org';
export const app = 'urn:altinn:app';
export const task = 'urn:altinn:task';
export const endEvent = 'urn:altinn:end-event';
export const appResource = 'urn:altinn:appresource';
export const roleCode = 'urn:altinn:rolecode';
export const actionId = 'urn:oasis:names:tc:xacml:1.0:action:action-id';

export const stringEqual = 'urn:oasis:names:tc:xacml:1.0:function:string-equal';
export const ignoringCase = 'urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case';
export const regexpMatch = 'urn:oasis:names:tc:xacml:1.0:function:string-regexp-match';

export const stringType = 'http://www.w3.org/2001/XMLSchema#string';
export const integerType = 'http://www.w3.org/2001/XMLSchema#integer';

export const denyOverrides = [
  'urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides',
  'urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides',
] as const;
export const otherCombining = [
  'urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:permit-overrides',
  'urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:first-applicable',
] as const;

/** The app that all of them are policies of. */
export const own = { org: 'ttd', app: 'berth-permit' } as const;
