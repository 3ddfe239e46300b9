import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import { clientBuiltBy } from '../built-in/authorized-client.ts';
import { readArgumentsOf } from './arguments.ts';
import { keyOfType, keyUnread, readKey } from './definition-key.ts';
import { differencesOf } from './differences.ts';
import { readExternalCall } from './external-call.ts';
import type { ExternalSources } from './external-sources.ts';
import type { Bound } from './read-registration.ts';
import type { HandlerUse } from './registration.ts';
import { requestedAccess } from './requested-access.ts';
import { unbound } from './settings-binding.ts';
import { readDelegate } from './settings-delegate.ts';

/** Its credentials are those of the first registration of its key. */
export function readHandler(
  invocation: Invocation,
  file: CSharpFile,
  registered: readonly Bound[],
  sources: ExternalSources,
): HandlerUse {
  const [, type] = invocation.typeArguments;
  const given = readArgumentsOf(invocation, type === undefined, file, sources);
  const key = type ? keyOfType(type, file, sources) : given.name ? readKey(given.name, file, sources) : keyUnread;
  const matching = registered.filter(
    ({ registration }) =>
      key.kind === 'known' && registration.key.kind === 'known' && registration.key.value === key.value,
  );
  // A handler takes no settings: what is neither its key nor seen to be a delegate is one all the same.
  const configure = given.delegate ?? given.settings;
  const delegate = configure ? readDelegate(configure, file, sources) : null;
  const [first] = matching;
  const binding = first?.binding ?? unbound;
  const where = { ...sources, call: invocation.node };
  const builder = given.receiver ?? invocation.receiver;
  return {
    ...readExternalCall(invocation, given.receiver, file, sources),
    kind: 'handler',
    id: '',
    key,
    delegate,
    definitions: matching.map(({ registration }) => registration),
    access: requestedAccess(binding, delegate, where),
    differences: differencesOf(invocation, builder && clientBuiltBy(builder, file, sources.project), file, sources),
  };
}
