import type { Skipped } from '../files/walk.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Target } from '../target.ts';
import type { AuthorizationUse } from './clients/authorization.ts';
import type { BuiltInUse } from './clients/built-in/read-built-in.ts';
import type { ClientConfiguration } from './clients/configuration.ts';
import type { TokenUses } from './clients/consumers/token-uses.ts';
import type { ExternalRegistration, HandlerUse } from './clients/external/registration.ts';
import type { SectionName } from './clients/external/section-names.ts';
import type { TokenCache } from './clients/external/token-cache.ts';
import type { Decisions, LegacyIdentity } from './clients/identity.ts';
import type { AppLocation } from './discovery/app-location.ts';
import type { Imports } from './imports.ts';
import type { AppMetadata } from './metadata/read-metadata.ts';
import type { ReadPolicy } from './policy/policy.ts';
import type { ServiceOwnerRights } from './policy/rights.ts';
import type { ReadProcess } from './process/process.ts';
import type { AppProject } from './project/app-projects.ts';
import type { MigrationRecord } from './record/migration-record.ts';
import type { AppScopes } from './scopes/asked-scopes.ts';
import type { CommittedKey } from './secrets/committed-keys.ts';
import type { ClientIdentity } from './settings/client-identities.ts';
import type { DeadSection } from './settings/dead-sections.ts';
import type { DefaultSectionRead } from './settings/default-section-reads.ts';
import type { EnvironmentVariable } from './settings/environment-variables.ts';
import type { SettingsFile } from './settings/settings-file.ts';
import type { Sources } from './sources.ts';
import type { StartUpFacts } from './start-up.ts';
import type { ConfigurationOrder } from './startup/configuration-order.ts';
import type { UnreadFile } from './unread.ts';
import type { VaultListing } from './vault/listing.ts';
import type { SecretMounts } from './vault/secret-mounts.ts';
import type { SecretName } from './vault/secret-names.ts';
import type { SecretRead } from './vault/secret-reads.ts';
import type { VaultReader } from './vault/vault-readers.ts';
import type { AppVersions } from './versions/read-versions.ts';

/** Everything the rules know about one app. */
export interface App extends StartUpFacts {
  readonly location: AppLocation;
  readonly workspace: Workspace;
  readonly target: Target;
  readonly metadata: AppMetadata;
  readonly projects: readonly AppProject[];
  readonly versions: AppVersions;
  readonly sources: Sources;
  readonly imports: Imports;
  readonly settings: readonly SettingsFile[];
  readonly configurations: readonly ClientConfiguration[];
  readonly authorizations: readonly AuthorizationUse[];
  readonly builtIn: BuiltInUse;
  readonly externals: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly tokenCache: TokenCache;
  /** Of the default section, where a client of the package is bound to it. */
  readonly sectionNames: readonly SectionName[];
  readonly tokens: TokenUses;
  /** Where a settings file fills that section. */
  readonly defaultSectionReads: readonly DefaultSectionRead[];
  readonly identities: readonly LegacyIdentity[];
  readonly order: ConfigurationOrder;
  readonly vaultListing: VaultListing;
  readonly secretNames: readonly SecretName[];
  readonly secretReads: readonly SecretRead[];
  readonly vaultReaders: readonly VaultReader[];
  readonly secretMounts: SecretMounts;
  /** Of any section. */
  readonly environmentVariables: readonly EnvironmentVariable[];
  /** Of all settings files. */
  readonly clientIdentities: readonly ClientIdentity[];
  readonly committedKeys: readonly CommittedKey[];
  readonly scopes: AppScopes;
  readonly record: MigrationRecord | null;
  readonly policy: ReadPolicy;
  readonly process: ReadProcess;
  /** null without a policy that could be read. */
  readonly rights: ServiceOwnerRights | null;
  readonly deadSections: readonly DeadSection[];
  readonly unread: readonly UnreadFile[];
}

export interface Circumstances {
  /** null: each app's own major version. */
  readonly target: Target | null;
  readonly decisions: Decisions;
  /** What the walk over the repo met and could not read. */
  readonly skipped: readonly Skipped[];
  /** From `--vault-secrets`; null when nobody told. */
  readonly vaultListing: VaultListing;
  /** From `--registered-scopes`; null when nobody told. */
  readonly registeredScopes: readonly string[] | null;
  /** From the configuration file. */
  readonly extraScopes: readonly string[];
}
