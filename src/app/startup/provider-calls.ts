import { textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import type { Capabilities } from '../capabilities/capabilities.ts';
import type { ExecutedCall } from './execution.ts';
import { jsonSource } from './json-source.ts';
import { receivingConfiguration } from './receiving-configuration.ts';
import { vaultMethods } from './vault-call.ts';

export type ProviderKind = 'settings' | 'studio' | 'vault' | 'secret-file' | 'environment' | 'local-file' | 'custom';

export interface AddedSource {
  readonly kind: ProviderKind;
  /** Of settings: `appsettings.json`, or that of the environment the app runs in. */
  readonly files: 'shared' | 'environment' | null;
  /** Of a JSON file of the app's own: its path, as far as that can be told. */
  readonly path: string | null;
}

/** `builder.Configuration.Sources.Clear()` */
export function clearsSources(call: ExecutedCall): boolean {
  return call.invocation.name === 'Clear' && isOnSources(call);
}

function isOnSources(call: ExecutedCall): boolean {
  const { file, invocation } = call;
  const isSources = invocation.receiver !== null && /\.\s*Sources$/.test(textOf(invocation.receiver, file.text));
  return isSources && receivingConfiguration(call) !== 'beside';
}

/** What a call adds to the app's configuration, in this order; nothing for most calls. */
export function whatIsAdded(
  call: ExecutedCall,
  project: CSharpProject,
  capabilities: Capabilities,
): readonly AddedSource[] {
  const { name, arguments: given } = call.invocation;
  if (name === 'ConfigureAppWebHost') return addedByHost(capabilities);
  if (name === 'LoadAppConfig') return addedByAppConfig(capabilities);
  if (vaultMethods.includes(name)) return [source('vault')];
  // What is left when some of many sources are taken away cannot be told.
  if (/^Remove/.test(name) && isOnSources(call)) return [source('custom')];
  if (!/^(Add|Insert)/.test(name)) return [];
  const receiving = receivingConfiguration(call);
  if (receiving === 'beside') return [];
  if (name === 'AddJsonFile') return [receiving === 'app' ? jsonSource(call, project) : source('custom')];
  if (name === 'AddEnvironmentVariables') return [source(given.length === 0 ? 'environment' : 'custom')];
  if (name === 'AddCommandLine') return takesOwnArguments(call) ? [source('custom')] : [];
  if (ownWays.includes(name)) return [source('custom')];
  return receiving === 'app' && name !== 'AddUserSecrets' ? [source('custom')] : [];
}

const ownWays = [
  'AddInMemoryCollection',
  'AddKeyPerFile',
  'AddXmlFile',
  'AddYamlFile',
  'AddIniFile',
  'AddJsonStream',
  'AddAzureAppConfiguration',
];

/** Nobody deploys with a command line; one that the code makes up is deployed with it. */
function takesOwnArguments({ invocation, file }: ExecutedCall): boolean {
  const [first] = invocation.arguments;
  return first !== undefined && textOf(first.value, file.text) !== 'args';
}

function source(kind: ProviderKind): AddedSource {
  return { kind, files: null, path: null };
}

function addedByHost(capabilities: Capabilities): readonly AddedSource[] {
  return [
    ...(addsProvisionedFile(capabilities) ? [source('studio')] : []),
    ...(capabilities.otherSecretFiles === 'yes' ? [source('secret-file')] : []),
    ...addedByAppConfig(capabilities),
  ];
}

/** By itself, too, where it was never replaced. */
function addedByAppConfig(capabilities: Capabilities): readonly AddedSource[] {
  return [
    source('secret-file'),
    source('environment'),
    ...(capabilities.localSettingsFile === 'yes' ? [source('local-file')] : []),
  ];
}

/** Of a version that nobody knows, too: from 8.3 on they all do, until v9. */
function addsProvisionedFile({ provisionedFile }: Capabilities): boolean {
  return provisionedFile === 'in-configuration' || provisionedFile === 'unknown';
}
