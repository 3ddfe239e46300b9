import type { Decision } from '../decision.ts';
import type { ReadOnlyReason } from '../files/text.ts';
import type { UnknownReason } from '../syntax/csharp/evaluate/evaluation.ts';
import type { Refusal } from '../syntax/csharp/operations/operation.ts';
import type { TokenUse } from './token-uses.ts';
import type { WiringObstacle } from './wiring-obstacles.ts';

/** Why a finding has no patch, or has one that a person should look at. */
export type Reason =
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | { readonly code: 'read-only'; readonly file: string; readonly because: ReadOnlyReason }
  | { readonly code: 'version-unknown' }
  | { readonly code: 'version-assumed'; readonly version: string; readonly needed: string }
  | { readonly code: 'version-too-old'; readonly version: string; readonly needed: string }
  | { readonly code: 'path-unknown'; readonly because: UnknownReason }
  | { readonly code: 'undecided-identities'; readonly sections: readonly (string | null)[] }
  /** `own-built-in` fits only where it can be kept: in v8. */
  | {
      readonly code: 'decision-does-not-fit';
      readonly decision: 'own-external' | 'own-built-in';
      readonly fitting: readonly Decision[];
    }
  | { readonly code: 'to-be-external' }
  | { readonly code: 'mixed-decisions' }
  | { readonly code: 'default-section-filled'; readonly file: string; readonly keys: readonly string[] }
  | { readonly code: 'settings-unread' }
  /** A source that the app adds by itself: a file of its own, or null for one that nobody can read here. */
  | { readonly code: 'own-source'; readonly file: string | null }
  // Settings files
  /** Keys of the default section that go in the same change. */
  | { readonly code: 'default-section-cleared'; readonly file: string; readonly keys: readonly string[] }
  | { readonly code: 'settings-file-path-removed'; readonly file: string }
  | { readonly code: 'key-shown'; readonly file: string }
  | { readonly code: 'key-twice'; readonly file: string }
  | { readonly code: 'key-taken'; readonly file: string }
  | { readonly code: 'section-renamed'; readonly from: string; readonly to: string; readonly vault: boolean }
  | { readonly code: 'section-path-unclear'; readonly file: string }
  | { readonly code: 'section-read-elsewhere'; readonly file: string }
  | { readonly code: 'section-set-in-environment'; readonly file: string }
  | { readonly code: 'built-in-on-section'; readonly file: string }
  | { readonly code: 'studio-file-not-loaded' }
  | { readonly code: 'studio-file-cleared' }
  // The start-up
  | { readonly code: 'host-place-unclear' }
  | { readonly code: 'host-development-only' }
  | { readonly code: 'host-restored'; readonly file: string }
  | { readonly code: 'wiring-unclear'; readonly because: WiringObstacle; readonly condition: string | null }
  | { readonly code: 'vault-required' }
  | { readonly code: 'vault-wins-again' }
  | { readonly code: 'vault-holds-default'; readonly keys: readonly string[] }
  | { readonly code: 'reads-early'; readonly file: string; readonly path: string | null }
  | { readonly code: 'settings-file-path'; readonly file: string }
  | { readonly code: 'external-on-default-section'; readonly file: string }
  | { readonly code: 'default-section-read'; readonly file: string; readonly path: string }
  | { readonly code: 'several-identities'; readonly sections: readonly (string | null)[] }
  | { readonly code: 'secret-in-context'; readonly file: string }
  | { readonly code: 'several-configurers'; readonly count: number }
  | { readonly code: 'other-branch' }
  | { readonly code: 'after-app-services' }
  | { readonly code: 'order-unknown' }
  | { readonly code: 'development-only' }
  | { readonly code: 'conditional'; readonly condition: string }
  /** Project files that are no part of the app. */
  | { readonly code: 'shared-library'; readonly projects: readonly string[] }
  // The package of the external client
  | { readonly code: 'reference-unclear'; readonly because: UnclearReference }
  | { readonly code: 'library-may-bring-package'; readonly name: string }
  | { readonly code: 'package-named-in-text'; readonly file: string }
  | { readonly code: 'nothing-used' }
  | { readonly code: 'outside-app' }
  | { readonly code: 'lock-file'; readonly files: readonly string[] }
  /** The version that is stated centrally, that Altinn.App brought so far, or one that is chosen for want of both. */
  | { readonly code: 'package-version'; readonly version: string; readonly from: 'central' | 'altinn-app' | 'choice' }
  // Clients of the external package
  | { readonly code: 'key-type'; readonly definition: string; readonly keyType: 'certificate' | 'own' | 'unknown' }
  | { readonly code: 'unsupported-settings'; readonly members: readonly string[] }
  | { readonly code: 'scopes-unknown'; readonly because: UnknownAccess }
  | { readonly code: 'exchange-unknown'; readonly because: UnknownAccess }
  | { readonly code: 'inside-switch' }
  | { readonly code: 'generic-helper' }
  | { readonly code: 'guarded-by-settings'; readonly condition: string }
  | { readonly code: 'delegate-unclear'; readonly statement: string }
  | { readonly code: 'call-unclear' }
  | { readonly code: 'local-runs-only' }
  /** null when the key itself cannot be told. */
  | { readonly code: 'definition-not-found'; readonly key: string | null }
  | { readonly code: 'definitions-differ'; readonly key: string }
  | { readonly code: 'handlers-stay'; readonly count: number }
  | { readonly code: 'no-handler' }
  | { readonly code: 'registration-consumed'; readonly name: string; readonly file: string }
  | { readonly code: 'api-not-referenced'; readonly project: string }
  | { readonly code: 'own-section-unknown' }
  | { readonly code: 'several-built-in'; readonly sections: readonly string[] }
  | { readonly code: 'built-in-keys'; readonly section: string }
  | { readonly code: 'sets-authorization'; readonly file: string }
  | { readonly code: 'overwrites-authorization'; readonly file: string }
  | { readonly code: 'catches-token-exception'; readonly file: string }
  | { readonly code: 'two-handlers' }
  /** One object that the delegates of several clients set differently. */
  | { readonly code: 'settings-shared' }
  /** Another organisation, or a system user, for each request. */
  | { readonly code: 'request-context'; readonly file: string }
  | { readonly code: 'definition-of-handler'; readonly definition: string }
  // What was decided, and cannot be carried out as it stands
  | { readonly code: 'own-on-default-section' }
  | { readonly code: 'configured-elsewhere'; readonly file: string }
  | { readonly code: 'built-in-in-use'; readonly file: string }
  | { readonly code: 'no-place-to-configure' }
  | { readonly code: 'configuration-stays'; readonly file: string }
  | { readonly code: 'own-built-in-by-hand' }
  | { readonly code: 'shim-removed' }
  | { readonly code: 'service-shared' }
  | { readonly code: 'kept-by-decision' }
  | { readonly code: 'local-runs'; readonly file: string }
  | { readonly code: 'section-unknown' }
  | { readonly code: 'access-from-settings'; readonly section: string }
  | { readonly code: 'exchange-may-be-in-vault'; readonly section: string }
  | { readonly code: 'vault-may-hold-default' }
  | { readonly code: 'vault-default-listed'; readonly keys: readonly string[] }
  | { readonly code: 'vault-default-named'; readonly names: readonly string[] }
  | { readonly code: 'set-in-code' }
  | { readonly code: 'settings-used-elsewhere'; readonly file: string }
  // Tokens of the built-in client
  | { readonly code: 'full-token' }
  | { readonly code: 'use-unknown' }
  // Code that asks for tokens itself
  | { readonly code: 'token-use'; readonly use: TokenUse; readonly line: number }
  | { readonly code: 'own-token-client'; readonly name: string; readonly file: string }
  | { readonly code: 'own-provider' }
  | { readonly code: 'oldest-api' }
  | { readonly code: 'core-not-referenced'; readonly project: string }
  | { readonly code: 'token-source-changes' }
  | { readonly code: 'provider-of-library' }
  | { readonly code: 'registered-for-nobody' }
  | { readonly code: 'settings-still-taken'; readonly file: string }
  | { readonly code: 'legacy-eformidling'; readonly file: string }
  | { readonly code: 'named-in-tests'; readonly name: string; readonly files: readonly string[] }
  // What only the migration record tells
  | { readonly code: 'no-record' }
  | { readonly code: 'section-computed'; readonly file: string }
  | { readonly code: 'no-reader-found' }
  | { readonly code: 'constant-unused'; readonly name: string; readonly file: string }
  | { readonly code: 'constant-public'; readonly name: string; readonly file: string }
  // Key Vault that nothing needs any more
  | { readonly code: 'vault-still-read' }
  | { readonly code: 'switch-unrecorded' }
  | { readonly code: 'secret-still-read'; readonly file: string }
  | { readonly code: 'vault-code-beside'; readonly file: string }
  | { readonly code: 'vault-function-named'; readonly file: string }
  | { readonly code: 'mounts-unclear'; readonly file: string }
  | { readonly code: 'nothing-calls-it' }
  | { readonly code: 'packages-perhaps-pinned'; readonly packages: readonly string[] }
  // Rights in policy.xml
  /** `rule` is the id of the rule they are granted by. */
  | {
      readonly code: 'rights-extended' | 'rights-added';
      readonly actions: readonly string[];
      readonly rule: string | null;
    }
  | { readonly code: 'right-of-people'; readonly actions: readonly string[] }
  | { readonly code: 'policy-inconclusive' }
  | { readonly code: 'conflict'; readonly rule: string }
  /** It would change what a suppressed finding of the rule is about. */
  | { readonly code: 'let-stand'; readonly rule: string }
  | { readonly code: 'not-verified'; readonly check: FailedCheck };

/** Why it cannot be told what a client asks Maskinporten for. */
export type UnknownAccess =
  | { readonly code: 'computed'; readonly expression: string; readonly because: UnknownReason }
  | { readonly code: 'differs-by-environment'; readonly section: string; readonly files: readonly string[] }
  | { readonly code: 'only-in-vault'; readonly section: string }
  | { readonly code: 'not-set'; readonly section: string }
  | { readonly code: 'emptied'; readonly expression: string }
  | { readonly code: 'set-in-deployment'; readonly section: string; readonly file: string }
  | { readonly code: 'section-unknown' }
  /** Code that asks an old client for tokens in a way that is not followed. */
  | { readonly code: 'not-followed'; readonly use: TokenUse };

/** Why an element of a project file is left to people. */
export type UnclearReference =
  | 'conditional'
  | 'passed-over'
  | 'several-versions'
  | 'several-packages'
  | 'unclear-usings'
  | 'uses-unclear'
  | 'no-neighbour';

/** What the patched files, read again, did not live up to. */
export type FailedCheck = 'syntax' | 'still-found' | 'new-error' | 'not-stable';

export interface ReasonWords {
  readonly reason: (reason: Reason) => string;
  readonly unknownValue: (reason: UnknownReason) => string;
}
