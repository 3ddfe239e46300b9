import { posix } from 'node:path';
import { positionAt } from '../files/lines.ts';
import type { Workspace } from '../files/workspace.ts';
import { type CSharpFile, firstBroken } from '../syntax/csharp/file.ts';
import { loadCSharp } from '../syntax/csharp/parser.ts';
import type { App, Circumstances } from './app.ts';
import { readAuthorizationUses } from './clients/authorization.ts';
import { readBuiltInUse } from './clients/built-in/read-built-in.ts';
import { readClientConfigurations } from './clients/configuration.ts';
import { noTokenUses, readTokenUses } from './clients/consumers/token-uses.ts';
import { readExternalClients } from './clients/external/read-external.ts';
import { readSectionNames } from './clients/external/section-names.ts';
import { legacyIdentities } from './clients/identity.ts';
import type { AppLocation } from './discovery/app-location.ts';
import { sendsEFormidling } from './e-formidling.ts';
import { openImports } from './imports.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { ownNamesOf } from './policy/own-names.ts';
import { readPolicy } from './policy/read-policy.ts';
import { serviceOwnerRights } from './policy/read-rights.ts';
import { readProcess } from './process/read-process.ts';
import { type AppProject, readAppProjects } from './project/app-projects.ts';
import { readMigrationRecord } from './record/migration-record.ts';
import { readScopes } from './scopes/asked-scopes.ts';
import { implying, readImpliedScopes, sendsToFiks } from './scopes/implied-scopes.ts';
import { readCommittedKeys } from './secrets/committed-keys.ts';
import { readClientIdentities } from './settings/client-identities.ts';
import { readDeadSections } from './settings/dead-sections.ts';
import { readDefaultSectionReads } from './settings/default-section-reads.ts';
import { filledDefaultSections } from './settings/default-sections.ts';
import { isDeployed, readEnvironmentVariables } from './settings/environment-variables.ts';
import { maskinportenSections, sectionsInCode } from './settings/maskinporten-sections.ts';
import { movedSections } from './settings/moved-section.ts';
import { readOwnFile } from './settings/own-file.ts';
import { ownFiles } from './settings/own-files.ts';
import { isDefaultSection } from './settings/section.ts';
import { readSettingsFiles, settingsPaths } from './settings/settings-file.ts';
import { openSources } from './sources.ts';
import { spelledPath } from './spelled-path.ts';
import { readStartUp } from './start-up.ts';
import { readConfigurationOrder } from './startup/configuration-order.ts';
import { entryPointsOf, executionOf } from './startup/execution.ts';
import { findUnreadFiles, type LostPlace } from './unread.ts';
import { readSecretMounts } from './vault/secret-mounts.ts';
import { readSecretNames } from './vault/secret-names.ts';
import { readSecretReads } from './vault/secret-reads.ts';
import { readVaultReaders } from './vault/vault-readers.ts';
import { readVersions } from './versions/read-versions.ts';

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
  const process = readProcess(workspace, location);
  const isAsked = candidates.length > 0 || sendsToFiks(process);
  if (isAsked) await loadCSharp();
  const sources = openSources(workspace, paths);
  const imports = openImports(projects, sources);
  const files = hits.flatMap((path) => sources.file(path) ?? []);
  const programs = isAsked ? workspace.filesWithAny(starting, paths).flatMap((path) => sources.file(path) ?? []) : [];
  const entryPoints = entryPointsOf(programs);
  const execution = executionOf(sources, entryPoints);
  const executed = execution.calls;
  const configurations = readClientConfigurations(files, sources, executed, location.path);
  const startUp = readStartUp(execution, sources, entryPoints.length > 0 && execution.complete, versions.packages);
  const { vault } = startUp;
  const settingsFiles = settingsPaths(workspace.files, location.projectFolder);
  const settings = readSettingsFiles(workspace, settingsFiles);
  const order = readConfigurationOrder(execution, sources, versions.capabilities, (path) =>
    readOwnFile(workspace, location.projectFolder, path),
  );
  const environmentVariables = readEnvironmentVariables(workspace, location);
  const external = readExternalClients(files, {
    project: sources,
    imports,
    executed,
    settings: [...settings, ...ownFiles({ order })],
    deployed: environmentVariables.filter(isDeployed),
    vault: vault.kind !== 'none',
    appPath: location.path,
  });
  const tokens = isAsked ? readTokenUses({ project: sources, imports }, location.path) : noTokenUses;
  const bound = { configurations, externals: external.registrations, tokens };
  const metadata = readMetadata(workspace, location);
  const record = readMigrationRecord(workspace, location.path);
  const target = circumstances.target ?? (versions.line === '9' ? 'v9' : 'v8');
  const clients = { configurations, ...external, tokens };
  const identities = legacyIdentities(clients, circumstances.decisions, movedSections(metadata));
  const builtIn = readBuiltInUse(files, { project: sources, imports }, location.path);
  const authorizations = readAuthorizationUses(files, sources, executed);
  const impliedBy = workspace.filesWithAny(implying, candidates).flatMap((path) => sources.file(path) ?? []);
  const implied = readImpliedScopes(impliedBy, { project: sources, imports }, process);
  const policyFile = posix.join(location.projectFolder, 'config/authorization/policy.xml');
  const policy = readPolicy(workspace, spelledPath(workspace, policyFile));
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
    secretReads: isAsked ? readSecretReads(sources) : [],
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
    defaultSectionReads:
      isAsked && filledDefaultSections({ settings, versions, target }).length > 0
        ? readDefaultSectionReads(sources, executed)
        : [],
    identities,
    ...startUp,
    order,
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
    policy,
    process,
    rights: serviceOwnerRights({
      policy,
      process,
      target,
      ownNames: ownNamesOf(metadata),
      autoDeletesOnProcessEnd: metadata.kind === 'known' && metadata.autoDeletesOnProcessEnd,
      sendsEFormidling: sendsEFormidling(metadata, process, impliedBy, { project: sources, imports }),
    }),
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
      policy,
      process,
      metadata: metadata.file,
      record,
      parsedSources: candidates,
      allSources: paths,
      tooSlow: sources.tooSlow,
      tooDeep: sources.tooDeep,
      lost: [...new Set([...candidates.flatMap((path) => sources.file(path) ?? []), ...programs])].flatMap(lostIn),
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
