import { actionAttribute, categories } from './identifiers.ts';
import type { OwnPart } from './own-names.ts';
import type { MatchedAttribute } from './policy.ts';

/** Who asks for what. An attribute that is not there is absent from the request. */
export interface AccessRequest {
  readonly subject: ReadonlyMap<string, RequestValue>;
  readonly resource: ReadonlyMap<string, RequestValue>;
  readonly action: string;
}

export type RequestValue =
  /** The org or the short name of the app itself, whatever it is called. */
  | { readonly kind: 'own'; readonly part: OwnPart }
  | { readonly kind: 'text'; readonly text: string }
  /** It has a value; nobody can tell which. */
  | { readonly kind: 'unknown' };

/** What a request has only where it is said, and who acts as a service owner surely has not: people, their roles, … */
const known =
  /^urn:altinn:(?:org|app|task|end-event|appresource|rolecode|role|externalrole|userid|username|ssn|person.*|systemuser.*|accesspackage|access-package)$/;

/** What a request says of an attribute. Of others than these, and of other categories, nobody can tell what it has. */
export function askedFor(
  request: AccessRequest,
  { category, id }: MatchedAttribute,
): RequestValue | 'absent' | 'unheard-of' {
  switch (category) {
    case categories.subject:
      return request.subject.get(id) ?? (known.test(id) ? 'absent' : 'unheard-of');
    case categories.resource:
      return request.resource.get(id) ?? (known.test(id) ? 'absent' : 'unheard-of');
    case categories.action:
      return id === actionAttribute ? { kind: 'text', text: request.action } : 'unheard-of';
    default:
      return 'unheard-of';
  }
}
