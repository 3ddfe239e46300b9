import type { FileRange } from '../../location.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import type { Capabilities } from '../capabilities/capabilities.ts';
import type { ReadOwnFile } from '../settings/own-file.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { assignedKeys } from './assigned-keys.ts';
import { calledFunctions } from './callable.ts';
import { type Condition, isDevelopmentOnly } from './condition.ts';
import { movesContentRoot } from './content-root.ts';
import type { ExecutedCall, Execution } from './execution.ts';
import { type AddedSource, clearsSources, whatIsAdded } from './provider-calls.ts';
import { type BuilderKind, startOf } from './start-of.ts';

/** A source of configuration, once for each time that the start-up of a deployed app adds it. */
export interface ConfigurationProvider extends Pick<AddedSource, 'kind' | 'files'> {
  /** What a file of the app's own holds; null for every other source, and where nobody can tell. */
  readonly own: SettingsFile | null;
  /** The name of the method that adds it; null for what the builder adds by itself. */
  readonly at: FileRange | null;
  /** What must hold for it to be added, as far as the environment does not decide it. */
  readonly conditions: readonly Condition[];
  /** Whether it is known to stand where it stands: not in a lambda that runs when a library says so. */
  readonly placed: boolean;
}

/** In which order a deployed app adds its sources: of two that hold a key, the later wins. */
export interface ConfigurationOrder {
  /** Who takes `ConfigureAppConfiguration`: a builder that runs it at once, or one that runs it when the host is built. */
  readonly startUp: StartUp;
  readonly providers: readonly ConfigurationProvider[];
}

type StartUp = BuilderKind | 'unknown';

export function readConfigurationOrder(
  { calls, subscripts, complete }: Execution,
  project: CSharpProject,
  capabilities: Capabilities,
  readOwnFile: ReadOwnFile,
): ConfigurationOrder {
  const isMoved = calls.some((call) => !isDevelopmentOnly(call) && movesContentRoot(call));
  const ownFile = (path: string | null) => (path === null || isMoved ? null : readOwnFile(path));
  const assigned = assignedKeys(subscripts, project);
  let startUp: StartUp = 'unknown';
  let providers: readonly ConfigurationProvider[] = [];
  for (const [index, call] of calls.entries()) {
    providers = withAssigned(providers, assigned.get(index));
    if (isDevelopmentOnly(call)) continue;
    const begun = startOf(call);
    if (begun !== null) {
      startUp = begun;
      providers = [...builderDefaults, ...providers];
      continue;
    }
    const isCleared = clearsSources(call);
    const mayBeCleared = isCleared && (call.when === 'unknown' || conditionsOfDeployed(call).length > 0);
    if (isCleared && !mayBeCleared) providers = [];
    const found = mayBeCleared ? [somethingElse] : whatIsAdded(call, project, capabilities);
    const added = isMoved && call.invocation.name === 'AddJsonFile' ? found.map(inOtherFolder) : found;
    if (added.length === 0 || calledFunctions(call.invocation, call.file, project).length > 0) continue;
    const { nameNode } = call.invocation;
    const at = { file: call.file.path, start: nameNode.start, end: nameNode.end };
    const conditions = conditionsOfDeployed(call);
    providers = [
      ...providers,
      ...added.map(({ kind, files, path }) => {
        return { kind, files, own: ownFile(path), at, conditions, placed: call.when !== 'unknown' };
      }),
    ];
  }
  providers = withAssigned(providers, assigned.get(calls.length));
  // What was not followed may add sources behind those that were found.
  return { startUp: complete ? startUp : 'unknown', providers };
}

/** User secrets are for Development, and nobody deploys with a command line. */
const builderDefaults: readonly ConfigurationProvider[] = (
  [
    { kind: 'settings', files: 'shared' },
    { kind: 'settings', files: 'environment' },
    { kind: 'environment', files: null },
  ] as const
).map((source) => ({ ...source, own: null, at: null, conditions: [], placed: true }));

const somethingElse: AddedSource = { kind: 'custom', files: null, path: null };

/** By its usual name, too, a file is then another one than that beside the project. */
function inOtherFolder(source: AddedSource): AddedSource {
  return source.kind === 'settings' || source.kind === 'local-file' ? somethingElse : source;
}

function withAssigned(
  providers: readonly ConfigurationProvider[],
  assigned: readonly ConfigurationProvider[] = [],
): readonly ConfigurationProvider[] {
  return assigned.length === 0 ? providers : [...providers, ...assigned];
}

function conditionsOfDeployed({ conditions }: ExecutedCall): readonly Condition[] {
  return conditions.filter(({ environment }) => environment === null);
}
