import { posix } from 'node:path';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import { textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import type { Capabilities } from '../capabilities/capabilities.ts';
import type { ExecutedCall } from './execution.ts';
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
export function clearsSources({ file, invocation: { name, receiver } }: ExecutedCall): boolean {
  return name === 'Clear' && receiver !== null && /\.\s*Sources$/.test(textOf(receiver, file.text));
}

/** What a call adds to the app's configuration, in this order; nothing for most calls. */
export function whatIsAdded(
  call: ExecutedCall,
  project: CSharpProject,
  capabilities: Capabilities,
): readonly AddedSource[] {
  const { name, receiver } = call.invocation;
  if (name === 'ConfigureAppWebHost') return addedByHost(capabilities);
  if (name === 'LoadAppConfig') return [source('secret-file'), source('environment')];
  if (vaultMethods.includes(name)) return [source('vault')];
  if (name === 'AddJsonFile') return [jsonFile(call, project)];
  if (name === 'AddEnvironmentVariables')
    return [source(call.invocation.arguments.length === 0 ? 'environment' : 'custom')];
  if (ownWays.includes(name)) return [source('custom')];
  const text = receiver === null ? '' : textOf(receiver, call.file.text);
  const isOnConfiguration = /(^|\.)\s*Configuration(\s*\.\s*Sources)?$/.test(text);
  return isOnConfiguration && /^(Add|Insert)/.test(name) && !harmless.includes(name) ? [source('custom')] : [];
}

const ownWays = [
  'AddInMemoryCollection',
  'AddKeyPerFile',
  'AddXmlFile',
  'AddIniFile',
  'AddJsonStream',
  'AddAzureAppConfiguration',
];
/** Nothing that a deployed app takes settings from. */
const harmless = ['AddUserSecrets', 'AddCommandLine'];

function source(kind: ProviderKind, files: AddedSource['files'] = null): AddedSource {
  return { kind, files, path: null };
}

function addedByHost(capabilities: Capabilities): readonly AddedSource[] {
  return [
    ...(addsProvisionedFile(capabilities) ? [source('studio')] : []),
    ...(capabilities.otherSecretFiles === 'yes' ? [source('secret-file')] : []),
    source('secret-file'),
    source('environment'),
    ...(capabilities.localSettingsFile === 'yes' ? [source('local-file')] : []),
  ];
}

/** Of a version that nobody knows, too: from 8.3 on they all do, until v9. */
function addsProvisionedFile({ provisionedFile }: Capabilities): boolean {
  return provisionedFile === 'in-configuration' || provisionedFile === 'unknown';
}

function jsonFile(call: ExecutedCall, project: CSharpProject): AddedSource {
  const { invocation, file } = call;
  const [path] = invocation.arguments.flatMap(({ value }) => {
    const text = evaluateString(value, file, project);
    return text.kind === 'known' ? [text.value] : /appsettings\./i.test(textOf(value, file.text)) ? [null] : [];
  });
  if (path === undefined) return source('custom');
  if (path === null) return source('settings', 'environment');
  const written = posix.normalize(path.replaceAll('\\', '/')).toLowerCase();
  const name = posix.basename(written);
  if (name === 'maskinporten-settings.json') return source('studio');
  if (/altinn-appsettings-secret/i.test(path)) return source('secret-file');
  // In a folder of its own it is not the file that the app has by that name anyway.
  if (name !== written) return { kind: 'custom', files: null, path: pathTaken(call, project) };
  if (name === 'appsettings.json') return source('settings', 'shared');
  if (name === 'appsettings.local.json') return source('local-file');
  if (/^appsettings\..+\.json$/.test(name)) return source('settings', 'environment');
  return { kind: 'custom', files: null, path: pathTaken(call, project) };
}

/**
 * Where the app's own folder is asked for it, for the app's own configuration: a provider of files comes before the path,
 * and what becomes of a `new ConfigurationBuilder()` is not followed.
 */
function pathTaken({ invocation, file }: ExecutedCall, project: CSharpProject): string | null {
  const { arguments: given, receiver } = invocation;
  const [first] = given;
  if (receiver !== null && /\bnew\s/.test(textOf(receiver, file.text))) return null;
  const path = given.find(({ name }) => name === 'path') ?? (first?.name === null ? first : undefined);
  const isElsewhere = given.some(({ name }) => name === 'provider') || (path !== first && first?.name === null);
  const text = path && !isElsewhere ? evaluateString(path.value, file, project) : null;
  return text?.kind === 'known' ? text.value : null;
}
