import { posix } from 'node:path';
import { positionAt } from '../files/lines.ts';
import type { Skipped } from '../files/walk.ts';
import type { Workspace } from '../files/workspace.ts';
import { type CSharpFile, firstBroken } from '../syntax/csharp/file.ts';
import { loadCSharp } from '../syntax/csharp/parser.ts';
import { type AuthorizationUse, readAuthorizationUses } from './clients/authorization.ts';
import { type BuiltInUse, readBuiltInUse } from './clients/built-in/read-built-in.ts';
import { type ClientConfiguration, readClientConfigurations } from './clients/configuration.ts';
import { noTokenUses, readTokenUses, type TokenUses } from './clients/consumers/token-uses.ts';
import { readExternalClients } from './clients/external/read-external.ts';
import type { ExternalRegistration, HandlerUse } from './clients/external/registration.ts';
import { readSectionNames, type SectionName } from './clients/external/section-names.ts';
import type { TokenCache } from './clients/external/token-cache.ts';
import { type Decisions, type LegacyIdentity, legacyIdentities } from './clients/identity.ts';
import type { AppLocation } from './discovery/app-location.ts';
import { type Imports, openImports } from './imports.ts';
import { type AppMetadata, readMetadata } from './metadata/read-metadata.ts';
import { type AppProject, readAppProjects } from './project/app-projects.ts';
import { type MigrationRecord, readMigrationRecord } from './record/migration-record.ts';
import { type AppScopes, readScopes } from './scopes/asked-scopes.ts';
import { implying, readImpliedScopes } from './scopes/implied-scopes.ts';
import { type CommittedKey, readCommittedKeys } from './secrets/committed-keys.ts';
import { type ClientIdentity, readClientIdentities } from './settings/client-identities.ts';
import { type DeadSection, readDeadSections } from './settings/dead-sections.ts';
import { type EnvironmentVariable, isDeployed, readEnvironmentVariables } from './settings/environment-variables.ts';
import { maskinportenSections, sectionsInCode } from './settings/maskinporten-sections.ts';
import { movedSections } from './settings/moved-section.ts';
import { isDefaultSection } from './settings/section.ts';
import { readSettingsFiles, type SettingsFile, settingsPaths } from './settings/settings-file.ts';
import { openSources, type Sources } from './sources.ts';
import { readStartUp, type StartUpFacts } from './start-up.ts';
import { type ConfigurationOrder, readConfigurationOrder } from './startup/configuration-order.ts';
import { entryPointsOf, executionOf } from './startup/execution.ts';
import { findUnreadFiles, type LostPlace, type UnreadFile } from './unread.ts';
import type { VaultListing } from './vault/listing.ts';
import { readSecretMounts, type SecretMounts } from './vault/secret-mounts.ts';
import { readSecretNames, type SecretName } from './vault/secret-names.ts';
import { readSecretReads, type SecretRead } from './vault/secret-reads.ts';
import { readVaultReaders, type VaultReader } from './vault/vault-readers.ts';
import { type AppVersions, readVersions } from './versions/read-versions.ts';

export type Target = 'v8' | 'v9';

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

/** What decides whether a C# file is parsed at all. */
const telling = ['Maskinporten', 'MaskinPorten', 'AddAzureKeyVault', 'ConnectToKeyVault'];
/** What only a file has where the app starts. */
const starting = ['AddAltinnAppServices', 'CreateBuilder', 'CreateHostBuilder', 'UseStartup'];

export async function readApp(workspace: Workspace, location: AppLocation, circumstances: Circumstances): Promise<App> {
  const projects = readAppProjects(workspace, location);
  const versions = readVersions(projects);
  const paths = sourcePaths(workspace, location, projects);
  const candidates = workspace.filesWithAny([...telling, ...implying], paths);
  const hits = workspace.filesWithAny(telling, candidates);
  if (candidates.length > 0) await loadCSharp();
  const sources = openSources(workspace, paths);
  const imports = openImports(projects, sources);
  const files = hits.flatMap((path) => sources.file(path) ?? []);
  const programs =
    hits.length === 0 ? [] : workspace.filesWithAny(starting, paths).flatMap((path) => sources.file(path) ?? []);
  const entryPoints = entryPointsOf(programs);
  const execution = executionOf(sources, entryPoints);
  const executed = execution.calls;
  const configurations = readClientConfigurations(files, sources, executed, location.path);
  const startUp = readStartUp(execution, sources, entryPoints.length > 0 && execution.complete, versions.packages);
  const { vault } = startUp;
  const settingsFiles = settingsPaths(workspace.files, location.projectFolder);
  const settings = readSettingsFiles(workspace, settingsFiles);
  const environmentVariables = readEnvironmentVariables(workspace, location);
  const external = readExternalClients(files, {
    project: sources,
    imports,
    executed,
    settings,
    deployed: environmentVariables.filter(isDeployed),
    vault: vault.kind !== 'none',
    appPath: location.path,
  });
  const tokens = hits.length === 0 ? noTokenUses : readTokenUses({ project: sources, imports }, location.path);
  const bound = { configurations, externals: external.registrations, tokens };
  const metadata = readMetadata(workspace, location);
  const record = readMigrationRecord(workspace, location.path);
  const target = circumstances.target ?? (versions.line === '9' ? 'v9' : 'v8');
  const clients = { configurations, ...external, tokens };
  const identities = legacyIdentities(clients, circumstances.decisions, movedSections(metadata));
  const builtIn = readBuiltInUse(files, { project: sources, imports }, location.path);
  const authorizations = readAuthorizationUses(files, sources, executed);
  const implied = readImpliedScopes(
    workspace.filesWithAny(implying, candidates).flatMap((path) => sources.file(path) ?? []),
    { project: sources, imports },
    workspace,
    location.projectFolder,
  );
  const recorded = record.kind === 'record' ? record.record : null;
  const vaultFacts = {
    location,
    workspace,
    metadata,
    versions,
    sources,
    settings,
    environmentVariables,
    configurations,
    authorizations,
    builtIn,
    externals: external.registrations,
    tokens,
    vault,
    vaultListing: circumstances.vaultListing,
    secretReads: hits.length === 0 ? [] : readSecretReads(sources),
    record: recorded,
  };
  return {
    location,
    workspace,
    target,
    metadata,
    projects,
    versions,
    sources,
    imports,
    settings,
    configurations,
    authorizations,
    builtIn,
    externals: external.registrations,
    handlers: external.handlers,
    tokenCache: external.cache,
    sectionNames: sectionsInCode(bound).some(isDefaultSection)
      ? readSectionNames(files, sources, tokens.settingsRegistrations)
      : [],
    tokens,
    identities,
    ...startUp,
    order: readConfigurationOrder(execution, sources, versions.capabilities),
    vaultListing: circumstances.vaultListing,
    secretNames: readSecretNames(vaultFacts),
    secretReads: vaultFacts.secretReads,
    vaultReaders: readVaultReaders(vaultFacts),
    secretMounts: await readSecretMounts(workspace, location, vault),
    environmentVariables,
    clientIdentities: readClientIdentities(settings, maskinportenSections({ ...bound, settings })),
    committedKeys: readCommittedKeys(workspace, location),
    scopes: readScopes({
      target,
      settings,
      configurations,
      authorizations,
      builtIn,
      externals: external.registrations,
      handlers: external.handlers,
      tokens,
      identities,
      implied,
      record: recorded,
      extraScopes: circumstances.extraScopes,
      registeredScopes: circumstances.registeredScopes,
    }),
    record: recorded,
    deadSections: await readDeadSections({
      ...bound,
      versions,
      settings,
      workspace,
      location,
      projects,
      sources,
      record: recorded,
    }),
    unread: findUnreadFiles(workspace, circumstances.skipped, {
      projectFolder: location.projectFolder,
      projects,
      settings: settingsFiles,
      policy: policyPath(workspace, location),
      metadata: metadata.file,
      record,
      parsedSources: hits,
      allSources: paths,
      tooSlow: sources.tooSlow,
      lost: files.flatMap(lostIn),
    }),
  };
}

function sourcePaths(workspace: Workspace, location: AppLocation, projects: readonly AppProject[]): readonly string[] {
  if (projects.length > 0) return [...new Set(projects.flatMap((project) => project.sources))].sort();
  const prefix = location.projectFolder === '.' ? '' : `${location.projectFolder}/`;
  return workspace.files.filter((file) => file.startsWith(prefix) && file.toLowerCase().endsWith('.cs'));
}

/** In the program that is deployed; a broken branch of `#if` is looked at as far as it goes. */
function lostIn(file: CSharpFile): readonly LostPlace[] {
  const [deployed] = file.views;
  const place = deployed && firstBroken(deployed.root);
  if (!place) return [];
  const at = { file: file.path, start: place.start, end: place.end };
  return [{ at, line: positionAt(file.text, place.start).line }];
}

function policyPath(workspace: Workspace, { projectFolder }: AppLocation): string | null {
  const usual = posix.join(projectFolder, 'config/authorization/policy.xml').toLowerCase();
  return workspace.files.find((file) => file.toLowerCase() === usual) ?? null;
}
