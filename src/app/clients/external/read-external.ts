import type { FileRange, Range } from '../../../location.ts';
import { functionKinds } from '../../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, descendantsOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import type { DeployedAccess } from '../../settings/environment.ts';
import type { SettingsFile } from '../../settings/settings-file.ts';
import type { ExecutedCall } from '../../startup/execution.ts';
import { clientBuiltBy } from '../built-in/authorized-client.ts';
import { conditionsFor, runsOf } from '../circumstances.ts';
import { clientIds } from '../client-id.ts';
import { readArgumentsOf } from './arguments.ts';
import { usesOf } from './client-uses.ts';
import { keyOfType, readKey } from './definition-key.ts';
import { readDefinitionType } from './definition-type.ts';
import { differencesOf } from './differences.ts';
import { isExternalCall, type NameSources } from './package-names.ts';
import { readRegisteredClient } from './registered-client.ts';
import type {
  DefinitionRegistration,
  ExternalRegistration,
  HandlerUse,
  HttpClientRegistration,
} from './registration.ts';
import { requestedAccess } from './requested-access.ts';
import { readBinding, type SettingsBinding } from './settings-binding.ts';
import { type DelegateReading, readDelegate } from './settings-delegate.ts';
import type { SettingsMember } from './settings-member.ts';
import { surroundingsOf } from './surrounding.ts';
import { readTokenCaches, type TokenCacheRegistration } from './token-cache.ts';
import { typedClientAfter } from './typed-client-link.ts';

export interface ExternalSources extends NameSources {
  readonly executed: readonly ExecutedCall[];
  readonly settings: readonly SettingsFile[];
  readonly deployed: readonly DeployedAccess[];
  readonly vault: boolean;
  readonly appPath: string;
}

export interface ExternalClients {
  readonly registrations: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly caches: readonly TokenCacheRegistration[];
}

const httpClientMethod = 'AddMaskinportenHttpClient';
const definitionMethods = ['RegisterMaskinportenClientDefinition', 'RegisterMaskinportenHttpClient'];
const handlerMethod = 'AddMaskinportenHttpMessageHandler';

/** Everything that the app registers with the external package. */
export function readExternalClients(files: readonly CSharpFile[], sources: ExternalSources): ExternalClients {
  const calls = files.flatMap((file) =>
    nodesOfKind(file, 'invocation_expression').flatMap((node) => {
      const invocation = readInvocation(node, file.text);
      const isNamed = invocation && [httpClientMethod, ...definitionMethods, handlerMethod].includes(invocation.name);
      return isNamed && isExternalCall(invocation, file, sources) ? [{ invocation, file }] : [];
    }),
  );
  const bound = calls
    .filter(({ invocation }) => invocation.name !== handlerMethod)
    .map(({ invocation, file }) => registrationOf(invocation, file, sources));
  const ids = clientIds(
    bound.map(({ registration: { kind, method, section, expression, at } }) => {
      return { kind, method, file: at.file, text: section ?? expression };
    }),
    sources.appPath,
  );
  const registered = bound.map((one, index) => ({
    ...one,
    registration: { ...one.registration, id: ids[index] ?? '' },
  }));
  const handlers = calls
    .filter(({ invocation }) => invocation.name === handlerMethod)
    .map(({ invocation, file }) => handlerOf(invocation, file, registered, sources));
  const handlerIds = clientIds(
    handlers.map(({ method, at, key }) => {
      return { kind: 'handler', method, file: at.file, text: key.kind === 'known' ? key.value : '' };
    }),
    sources.appPath,
  );
  return {
    registrations: registered.map(({ registration }) => registration),
    handlers: handlers.map((handler, index) => ({ ...handler, id: handlerIds[index] ?? '' })),
    caches: readTokenCaches(files, sources),
  };
}

interface Bound {
  readonly registration: ExternalRegistration;
  readonly binding: SettingsBinding;
}

function registrationOf(invocation: Invocation, file: CSharpFile, sources: ExternalSources): Bound {
  const [definition, ...types] = invocation.typeArguments;
  const isDefinition = invocation.name !== httpClientMethod;
  const given = readArgumentsOf(invocation, isDefinition || types.length === 0, file, sources);
  const binding = given.settings ? readBinding(given.settings, file, sources) : noBinding;
  const [type] = types;
  const key = type ? keyOfType(type, file, sources) : given.name ? readKey(given.name, file, sources) : noKey;
  const common = {
    ...callOf(invocation, definition ?? invocation.nameNode, given.receiver, file, sources),
    id: '',
    key,
    section: binding.section.kind === 'section' ? binding.section.path : null,
    sectionPath: binding.section,
    expression: file.text.slice(invocation.nameNode.start, invocation.end),
    services: servicesOf(invocation, given.receiver, file),
    settingsNames: given.settings ? namesHolding(given.settings, file) : [],
    filling: binding.filling,
    fillingUses: binding.uses,
  };
  const where = { ...sources, call: invocation.node };
  if (isDefinition) {
    const access = requestedAccess(binding.members, binding.section, where);
    const registration: DefinitionRegistration = { ...common, kind: 'external-handler', access };
    return { registration, binding };
  }
  const delegate = given.delegate ? readDelegate(given.delegate, file, sources) : null;
  const client = given.settings ? readRegisteredClient(types, given.name, file, sources) : null;
  const registration: HttpClientRegistration = {
    ...common,
    kind: 'external-http-client',
    client,
    delegate,
    access: requestedAccess([...binding.members, ...membersOf(delegate)], binding.section, where),
    typedClient: typedClientAfter(invocation, client, file, sources.project),
    differences: differencesOf(invocation, client, file, sources),
    calls: usesOf(client, sources.project),
  };
  return { registration, binding };
}

const noBinding: SettingsBinding = { section: { kind: 'unknown' }, members: [], filling: [], uses: [] };
const noKey = { kind: 'unknown', because: { code: 'computed', expression: '' } } as const;

function callOf(
  invocation: Invocation,
  definition: Parameters<typeof readDefinitionType>[0],
  receiver: SyntaxNode | null,
  file: CSharpFile,
  sources: ExternalSources,
) {
  const at = (range: Range): FileRange => ({ file: file.path, start: range.start, end: range.end });
  const runs = runsOf(invocation, file, sources.executed);
  return {
    method: invocation.name,
    at: at(invocation.nameNode),
    call: at(invocation),
    receiver: receiver && at(receiver),
    function: at(closest(invocation.node, ...functionKinds) ?? rootOf(invocation.node)),
    definition: readDefinitionType(definition, file, sources),
    conditions: conditionsFor(invocation, file, sources.project, runs),
    surroundings: surroundingsOf(invocation.node, file.text),
  };
}

/** `services`, `builder.Services`: what can stand before the dot of another statement. */
function servicesOf({ receiver }: Invocation, argument: SyntaxNode | null, file: CSharpFile): string | null {
  const services = argument ?? receiver;
  const isPlain = services?.kind === 'identifier' || services?.kind === 'member_access_expression';
  return isPlain ? textOf(services, file.text) : null;
}

/** Not those that stand for the app's configuration as a whole. */
function namesHolding(settings: SyntaxNode, file: CSharpFile): readonly string[] {
  return [settings, ...descendantsOfKind(settings, 'identifier')].flatMap((node) => {
    const name = node.kind === 'identifier' ? textOf(node, file.text) : '';
    const binding = name === '' ? null : bindingInScope(name, node, rootOf(node), file.text);
    const type = binding?.kind === 'parameter' ? childInRole(binding.node, 'type') : null;
    const isConfiguration = type !== null && /Configuration(Root|Manager)?\??$/.test(textOf(type, file.text));
    return binding && binding.kind !== 'run-time' && !isConfiguration ? [name] : [];
  });
}

function handlerOf(
  invocation: Invocation,
  file: CSharpFile,
  registered: readonly Bound[],
  sources: ExternalSources,
): HandlerUse {
  const [definition, type] = invocation.typeArguments;
  const given = readArgumentsOf(invocation, type === undefined, file, sources);
  const key = type ? keyOfType(type, file, sources) : given.name ? readKey(given.name, file, sources) : noKey;
  const matching = registered.filter(
    ({ registration }) =>
      key.kind === 'known' && registration.key.kind === 'known' && registration.key.value === key.value,
  );
  // A handler takes no settings: what is neither its key nor seen to be a delegate is one all the same.
  const configure = given.delegate ?? given.settings;
  const delegate = configure ? readDelegate(configure, file, sources) : null;
  const [first] = matching;
  const binding = first?.binding ?? noBinding;
  const where = { ...sources, call: invocation.node };
  const builder = given.receiver ?? invocation.receiver;
  return {
    ...callOf(invocation, definition ?? invocation.nameNode, given.receiver, file, sources),
    id: '',
    key,
    delegate,
    definitions: matching.map(({ registration }) => registration),
    access: requestedAccess([...binding.members, ...membersOf(delegate)], binding.section, where),
    differences: differencesOf(invocation, builder && clientBuiltBy(builder, file, sources.project), file, sources),
  };
}

function membersOf(delegate: DelegateReading | null): readonly SettingsMember[] {
  return delegate?.kind === 'members' ? delegate.members : [];
}
