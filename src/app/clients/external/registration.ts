import type { FileRange } from '../../../location.ts';
import type { Condition } from '../../startup/condition.ts';
import type { StartupOrder } from '../circumstances.ts';
import type { SectionPath } from '../section-path.ts';
import type { DefinitionKey } from './definition-key.ts';
import type { DefinitionType } from './definition-type.ts';
import type { Difference } from './differences.ts';
import type { RegisteredClient } from './registered-client.ts';
import type { RequestedAccess } from './requested-access.ts';
import type { DelegateReading } from './settings-delegate.ts';
import type { Surrounding } from './surrounding.ts';

/** A call of the external package, and all that a move of it has to know. */
export interface ExternalCall {
  readonly method: string;
  /** The name of the method. */
  readonly at: FileRange;
  readonly call: FileRange;
  /** Of a static call, the argument that it extends. */
  readonly receiver: FileRange | null;
  readonly definition: DefinitionType;
  /** The function that it stands in; the file, for top-level statements. */
  readonly function: FileRange;
  readonly conditions: readonly Condition[];
  readonly order: StartupOrder;
  /** What it stands in that a rewrite cannot see through. */
  readonly surroundings: readonly Surrounding[];
}

/** A set of credentials that is registered: by itself, or together with an `HttpClient`. */
export type ExternalRegistration = HttpClientRegistration | DefinitionRegistration;

interface Registered extends ExternalCall {
  readonly id: string;
  readonly key: DefinitionKey;
  /** null when it cannot be told. */
  readonly section: string | null;
  readonly sectionPath: SectionPath;
  /** The call as written, from its name on. */
  readonly expression: string;
  /** What services are registered on, where a statement of its own can be written with it. */
  readonly services: string | null;
  /** The object that it is given, where others may be given the same. */
  readonly settingsObject: FileRange | null;
  /** Locals and parameters that hold the settings. */
  readonly settingsNames: readonly string[];
  /** Statements that only fill the settings object, and where else the object is used. */
  readonly filling: readonly FileRange[];
  readonly fillingUses: readonly FileRange[];
}

/** `AddMaskinportenHttpClient` */
export interface HttpClientRegistration extends Registered {
  readonly kind: 'external-http-client';
  /** null when the arguments fit no overload that is known. */
  readonly client: RegisteredClient | null;
  readonly delegate: DelegateReading | null;
  readonly access: RequestedAccess;
  readonly typedClient: TypedClientLink | null;
  readonly differences: readonly Difference[];
  /** Where the client is asked for. */
  readonly calls: readonly FileRange[];
}

/** `RegisterMaskinportenClientDefinition` */
export interface DefinitionRegistration extends Registered {
  readonly kind: 'external-handler';
  readonly access: RequestedAccess;
}

/** `AddTypedClient<I, C>()` right behind a registration. */
export interface TypedClientLink {
  readonly types: readonly string[];
  /** Where its call ends. */
  readonly end: number;
  /** Whether nothing else wants the class by itself, or the client by its name. */
  readonly folds: boolean;
}

/** `AddMaskinportenHttpMessageHandler` */
export interface HandlerUse extends ExternalCall {
  readonly kind: 'handler';
  readonly id: string;
  readonly key: DefinitionKey;
  readonly delegate: DelegateReading | null;
  /** The registrations of its key, in the order of the text. */
  readonly definitions: readonly ExternalRegistration[];
  readonly access: RequestedAccess;
  readonly differences: readonly Difference[];
}
