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

/** What a request says of an attribute; nothing is known of categories besides the three. */
export function askedFor(
  request: AccessRequest,
  { category, id }: MatchedAttribute,
): RequestValue | 'absent' | 'unheard-of' {
  switch (category) {
    case categories.subject:
      return request.subject.get(id) ?? 'absent';
    case categories.resource:
      return request.resource.get(id) ?? 'absent';
    case categories.action:
      return id === actionAttribute ? { kind: 'text', text: request.action } : 'absent';
    default:
      return 'unheard-of';
  }
}
