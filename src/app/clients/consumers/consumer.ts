import type { FileRange, Range } from '../../../location.ts';
import type { ServiceCredentials } from '../credentials/service-credentials.ts';
import type { NewText } from './access-token.ts';
import type { ScopeRequest } from './scope-requests.ts';
import type { TokenCall } from './token-call.ts';
import type { TokenObstacle } from './token-obstacle.ts';

/** An old client that hands out tokens: the shim of the app library, or the service of the external package. */
export type OldClient = 'token-provider' | 'external-service';

/** A place where code gets hold of an old client, with all that its class does with it. */
export interface TokenConsumer {
  readonly id: string;
  readonly client: OldClient;
  /** The name of the type. */
  readonly name: string;
  readonly how: 'injected' | 'resolved' | 'held';
  /** The name as written there. */
  readonly at: FileRange;
  /** The name of the class, where whoever makes one must give it the client. */
  readonly madeAs: string | null;
  /** What the class has it ask for, whether or not it can be rewritten. */
  readonly requests: readonly ScopeRequest[];
  /** What the package's service asks with; null for the provider of the library, which has its own. */
  readonly credentials: ServiceCredentials | null;
  readonly rewrite: ConsumerRewrite;
}

/** What must be written anew for the built-in client to take the old one's place. */
export type ConsumerRewrite =
  | { readonly kind: 'by-hand'; readonly obstacles: readonly TokenObstacle[] }
  | {
      readonly kind: 'known';
      /** Everywhere in the class that the type is named. */
      readonly types: readonly WrittenType[];
      readonly calls: readonly TokenCall[];
      readonly texts: readonly NewText[];
      /** Statements that go. */
      readonly statements: readonly GoingRange[];
      /** What the constructor need not take any more. */
      readonly parameters: readonly Range[];
      /** Whether the simple name of the built-in client's type means something else there. */
      readonly nameTaken: boolean;
    };

export interface GoingRange {
  readonly at: Range;
  /** Names in it that go on under another name. */
  readonly keeps: readonly Range[];
}

export interface WrittenType {
  readonly at: Range;
  readonly qualified: boolean;
}
