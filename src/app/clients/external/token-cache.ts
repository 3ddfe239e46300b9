import type { FileRange } from '../../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { textOf } from '../../../syntax/csharp/node.ts';
import { typesNamed } from '../../../syntax/csharp/project.ts';
import { importsExternal, type NameSources } from './package-names.ts';

/** `AddSingleton<ITokenCacheProvider, …>()`: the token cache that only the external client uses. */
export interface TokenCacheRegistration {
  readonly call: FileRange;
  readonly form: 'extension' | 'static';
}

const type = 'ITokenCacheProvider';
const registering = /^(Try)?Add(Singleton|Scoped|Transient)$/;

export function readTokenCaches(files: readonly CSharpFile[], sources: NameSources): readonly TokenCacheRegistration[] {
  const all = files.filter(({ text }) => text.includes(type));
  if (all.length === 0 || typesNamed(sources.project, type).length > 0) return [];
  return all
    .filter((file) => importsExternal(file, sources))
    .flatMap((file) =>
      nodesOfKind(file, 'invocation_expression').flatMap((node) => {
        const call = readInvocation(node, file.text);
        const [service] = call?.typeArguments ?? [];
        if (!call || !service || !registering.test(call.name)) return [];
        if (textOf(service, file.text).split('.').at(-1) !== type) return [];
        const form = call.receiver && /Extensions$/.test(textOf(call.receiver, file.text)) ? 'static' : 'extension';
        return [{ call: { file: file.path, start: call.start, end: call.end }, form } as const];
      }),
    );
}
