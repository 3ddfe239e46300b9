import type { FileRange } from '../../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { contains, textOf } from '../../../syntax/csharp/node.ts';
import { typesNamed } from '../../../syntax/csharp/project.ts';
import { importsExternal, type NameSources } from './package-names.ts';

/** `AddSingleton<ITokenCacheProvider, …>()`: the token cache that only the external client uses. */
export interface TokenCacheRegistration {
  readonly call: FileRange;
  readonly form: 'extension' | 'static';
}

export interface TokenCache {
  readonly registrations: readonly TokenCacheRegistration[];
  /** Where code of the app takes the cache itself. */
  readonly uses: readonly FileRange[];
}

const type = 'ITokenCacheProvider';
const registering = /^(Try)?Add(Singleton|Scoped|Transient)$/;

/** In any file: where the package is imported for all of them, nothing else in one need say Maskinporten. */
export function readTokenCache(sources: NameSources): TokenCache {
  const naming = sources.project.filesMentioning(type).filter((file) => importsExternal(file, sources));
  if (typesNamed(sources.project, type).length > 0) return { registrations: [], uses: [] };
  const registrations = naming.flatMap(registrationsIn);
  const uses = naming.flatMap((file) =>
    nodesOfKind(file, 'identifier')
      .filter((node) => textOf(node, file.text) === type)
      .map(({ start, end }) => ({ file: file.path, start, end }))
      .filter((use) => !registrations.some(({ call }) => call.file === use.file && contains(call, use))),
  );
  return { registrations, uses };
}

function registrationsIn(file: CSharpFile): readonly TokenCacheRegistration[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const call = readInvocation(node, file.text);
    const [service] = call?.typeArguments ?? [];
    if (!call || !service || !registering.test(call.name)) return [];
    if (textOf(service, file.text).split('.').at(-1) !== type) return [];
    const form = call.receiver && /Extensions$/.test(textOf(call.receiver, file.text)) ? 'static' : 'extension';
    return [{ call: { file: file.path, start: call.start, end: call.end }, form } as const];
  });
}
