/** What XACML and Altinn call the parts of a request, and ways to compare them. */
export const categories = {
  subject: 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject',
  resource: 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource',
  action: 'urn:oasis:names:tc:xacml:3.0:attribute-category:action',
} as const;

export const orgAttribute = 'urn:altinn:org';
export const appAttribute = 'urn:altinn:app';
export const taskAttribute = 'urn:altinn:task';
export const endEventAttribute = 'urn:altinn:end-event';
export const actionAttribute = 'urn:oasis:names:tc:xacml:1.0:action:action-id';

export const stringEqual = 'urn:oasis:names:tc:xacml:1.0:function:string-equal';
export const stringEqualIgnoringCase = 'urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case';
export const stringType = 'http://www.w3.org/2001/XMLSchema#string';
