import { localsBelow } from '../../../syntax/csharp/declaration.ts';
import { functionKinds } from '../../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, descendantsOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { readArgumentsOf } from './arguments.ts';
import { usesOf } from './client-uses.ts';
import { keyOfType, keyUnread, readKey } from './definition-key.ts';
import { differencesOf } from './differences.ts';
import { readExternalCall } from './external-call.ts';
import type { ExternalSources } from './external-sources.ts';
import { readRegisteredClient } from './registered-client.ts';
import type { DefinitionRegistration, ExternalRegistration, HttpClientRegistration } from './registration.ts';
import { requestedAccess } from './requested-access.ts';
import { readBinding, type SettingsBinding, sectionOfCredentials, unbound } from './settings-binding.ts';
import { membersSetBy, readDelegate } from './settings-delegate.ts';
import { settingsObjectIn } from './settings-object.ts';
import { typedClientAfter } from './typed-client-link.ts';

/** The second is what 4.0 called it. */
export const definitionMethods = ['RegisterMaskinportenClientDefinition', 'RegisterMaskinportenHttpClient'];

/** A registration, and where its settings are from. */
export interface Bound {
  readonly registration: ExternalRegistration;
  readonly binding: SettingsBinding;
}

export function readRegistration(invocation: Invocation, file: CSharpFile, sources: ExternalSources): Bound {
  const [, ...types] = invocation.typeArguments;
  const isDefinition = definitionMethods.includes(invocation.name);
  const given = readArgumentsOf(invocation, isDefinition || types.length === 0, file, sources);
  const binding = given.settings ? readBinding(given.settings, file, sources) : unbound;
  const delegate = given.delegate ? readDelegate(given.delegate, file, sources) : null;
  const credentials = sectionOfCredentials(binding, [...binding.members, ...membersSetBy(delegate)], sources);
  const [type] = types;
  const key = type ? keyOfType(type, file, sources) : given.name ? readKey(given.name, file, sources) : keyUnread;
  const common = {
    ...readExternalCall(invocation, given.receiver, file, sources),
    id: '',
    key,
    section: credentials.kind === 'section' ? credentials.path : null,
    sectionPath: credentials,
    expression: file.text.slice(invocation.nameNode.start, invocation.end),
    services: servicesOf(invocation, given.receiver, file),
    settingsObject: given.settings && settingsObjectIn(given.settings, file),
    settingsNames: [
      ...(given.settings ? namesHolding(given.settings, file) : []),
      ...localsWithValues(invocation, file),
    ],
    filling: binding.filling,
    fillingUses: binding.uses,
  };
  const where = { ...sources, call: invocation.node };
  if (isDefinition) {
    const access = requestedAccess(binding, null, where);
    const registration: DefinitionRegistration = { ...common, kind: 'external-handler', access };
    return { registration, binding };
  }
  const client = given.settings ? readRegisteredClient(types, given.name, file, sources) : null;
  const registration: HttpClientRegistration = {
    ...common,
    kind: 'external-http-client',
    client,
    delegate,
    access: requestedAccess(binding, delegate, where),
    typedClient: typedClientAfter(invocation, client, file, sources.project),
    differences: differencesOf(invocation, client, file, sources),
    calls: usesOf(client, sources.project),
  };
  return { registration, binding };
}

/** `services`, `builder.Services`: what can stand before the dot of another statement. */
function servicesOf({ receiver }: Invocation, argument: SyntaxNode | null, file: CSharpFile): string | null {
  const services = argument ?? receiver;
  const isPlain = services?.kind === 'identifier' || services?.kind === 'member_access_expression';
  return isPlain ? textOf(services, file.text) : null;
}

/** `var key = config["A:EncodedJwk"];` */
function localsWithValues({ node }: Invocation, { text }: CSharpFile): readonly string[] {
  const body = closest(node, ...functionKinds) ?? rootOf(node);
  return localsBelow(body, text).flatMap(({ name, initializer }) => {
    const isValue =
      initializer !== null && /ClientId|EncodedJwk|JwkBase64|Maskinporten/i.test(textOf(initializer, text));
    return isValue && initializer.end < node.start ? [name] : [];
  });
}

/** Not those that stand for the app's configuration as a whole. */
function namesHolding(settings: SyntaxNode, file: CSharpFile): readonly string[] {
  return [settings, ...descendantsOfKind(settings, 'identifier')].flatMap((node) => {
    if (node.kind !== 'identifier') return [];
    const name = textOf(node, file.text);
    const binding = bindingInScope(name, node, rootOf(node), file.text);
    const type = binding?.kind === 'parameter' ? childInRole(binding.node, 'type') : null;
    const isConfiguration = type !== null && /Configuration(Root|Manager)?\??$/.test(textOf(type, file.text));
    return binding && binding.kind !== 'run-time' && !isConfiguration ? [name] : [];
  });
}
