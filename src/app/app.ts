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
import type { TokenCache } from './clients/external/token-cache.ts';
import { type Decisions, type LegacyIdentity, legacyIdentities } from './clients/identity.ts';
import type { AppLocation } from './discovery/app-location.ts';
import { type Imports, openImports } from './imports.ts';
import { type AppMetadata, readMetadata } from './metadata/read-metadata.ts';
import { type AppProject, readAppProjects } from './project/app-projects.ts';
import { type EnvironmentSettings, readDeployedAccess, readEnvironmentSettings } from './settings/environment.ts';
import { readSettingsFiles, type SettingsFile, settingsPaths } from './settings/settings-file.ts';
import { readStudioFile, type StudioFile } from './settings/studio-file.ts';
import { openSources, type Sources } from './sources.ts';
import { entryPointsOf, executedCalls } from './startup/execution.ts';
import { readVaultOrder, type VaultOrder } from './startup/vault-order.ts';
import { findUnreadFiles, type LostPlace, type UnreadFile } from './unread.ts';
import { type AppVersions, readVersions } from './versions/read-versions.ts';

export type Target = 'v8' | 'v9';

/** Everything the rules know about one app. */
export interface App {
  readonly location: AppLocation;
  readonly workspace: Workspace;
  readonly target: Target;
  readonly metadata: AppMetadata;
  readonly projects: readonly AppProject[];
  readonly versions: AppVersions;
  readonly sources: Sources;
  readonly imports: Imports;
  readonly settings: readonly SettingsFile[];
  readonly environmentSettings: readonly EnvironmentSettings[];
  readonly studioFile: StudioFile;
  readonly configurations: readonly ClientConfiguration[];
  readonly authorizations: readonly AuthorizationUse[];
  readonly builtIn: BuiltInUse;
  readonly externals: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly tokenCache: TokenCache;
  readonly tokens: TokenUses;
  readonly identities: readonly LegacyIdentity[];
  readonly vault: VaultOrder;
  readonly unread: readonly UnreadFile[];
}

export interface Circumstances {
  /** null: each app's own major version. */
  readonly target: Target | null;
  readonly decisions: Decisions;
  /** What the walk over the repo met and could not read. */
  readonly skipped: readonly Skipped[];
}

/** What decides whether a C# file is parsed at all. */
const telling = ['Maskinporten', 'MaskinPorten', 'AddAzureKeyVault', 'ConnectToKeyVault'];
/** What only a file has where the app starts. */
const starting = ['AddAltinnAppServices', 'CreateBuilder', 'CreateHostBuilder', 'UseStartup'];

export async function readApp(workspace: Workspace, location: AppLocation, circumstances: Circumstances): Promise<App> {
  const projects = readAppProjects(workspace, location);
  const versions = readVersions(projects);
  const paths = sourcePaths(workspace, location, projects);
  const hits = workspace.filesWithAny(telling, paths);
  if (hits.length > 0) await loadCSharp();
  const sources = openSources(workspace, paths);
  const imports = openImports(projects, sources);
  const files = hits.flatMap((path) => sources.file(path) ?? []);
  const programs =
    hits.length === 0 ? [] : workspace.filesWithAny(starting, paths).flatMap((path) => sources.file(path) ?? []);
  const entryPoints = entryPointsOf(programs);
  const executed = executedCalls(sources, entryPoints);
  const configurations = readClientConfigurations(files, sources, executed, location.path);
  const vault = readVaultOrder(executed, files);
  const settingsFiles = settingsPaths(workspace.files, location.projectFolder);
  const settings = readSettingsFiles(workspace, settingsFiles);
  const external = readExternalClients(files, {
    project: sources,
    imports,
    executed,
    settings,
    deployed: readDeployedAccess(workspace, location.path),
    vault: vault.kind !== 'none',
    appPath: location.path,
  });
  const tokens = hits.length === 0 ? noTokenUses : readTokenUses({ project: sources, imports }, location.path);
  const metadata = readMetadata(workspace, location);
  return {
    location,
    workspace,
    target: circumstances.target ?? (versions.line === '9' ? 'v9' : 'v8'),
    metadata,
    projects,
    versions,
    sources,
    imports,
    settings,
    environmentSettings: readEnvironmentSettings(workspace, location.path),
    studioFile: readStudioFile(workspace, paths, entryPoints.length > 0),
    configurations,
    authorizations: readAuthorizationUses(files, sources),
    builtIn: readBuiltInUse(files, { project: sources, imports }, location.path),
    externals: external.registrations,
    handlers: external.handlers,
    tokenCache: external.cache,
    tokens,
    identities: legacyIdentities({ configurations, ...external, tokens }, circumstances.decisions),
    vault,
    unread: findUnreadFiles(workspace, circumstances.skipped, {
      projectFolder: location.projectFolder,
      projects,
      settings: settingsFiles,
      policy: policyPath(workspace, location),
      metadata: metadata.file,
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
