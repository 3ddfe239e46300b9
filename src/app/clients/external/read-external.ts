import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { clientIds } from '../client-id.ts';
import type { ExternalSources } from './external-sources.ts';
import { isExternalCall } from './package-names.ts';
import { readHandler } from './read-handler.ts';
import { definitionMethods, readRegistration } from './read-registration.ts';
import type { ExternalRegistration, HandlerUse } from './registration.ts';
import { readTokenCache, type TokenCache } from './token-cache.ts';

export interface ExternalClients {
  readonly registrations: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly cache: TokenCache;
}

const httpClientMethod = 'AddMaskinportenHttpClient';
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
    .map(({ invocation, file }) => readRegistration(invocation, file, sources));
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
    .map(({ invocation, file }) => readHandler(invocation, file, registered, sources));
  const handlerIds = clientIds(
    handlers.map(({ method, at, key }) => {
      return { kind: 'handler', method, file: at.file, text: key.kind === 'known' ? key.value : '' };
    }),
    sources.appPath,
  );
  return {
    registrations: registered.map(({ registration }) => registration),
    handlers: handlers.map((handler, index) => ({ ...handler, id: handlerIds[index] ?? '' })),
    cache: readTokenCache(sources),
  };
}
