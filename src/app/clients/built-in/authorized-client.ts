import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { argumentFor, type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import type { RegisteredClient } from '../external/registered-client.ts';

/** The `HttpClient` that a builder builds, where the chain starts with its registration, also through a local. */
export function clientBuiltBy(builder: SyntaxNode, file: CSharpFile, project: CSharpProject): RegisteredClient | null {
  for (let link: SyntaxNode | null = builder; link !== null; link = before(link, file)) {
    const call = readInvocation(link, file.text);
    if (call?.name === 'AddHttpClient') return registeredBy(call, file, project);
  }
  return null;
}

/** A local is only ever declared above, so the way back has an end. */
function before(link: SyntaxNode, file: CSharpFile): SyntaxNode | null {
  if (link.kind !== 'identifier') return readInvocation(link, file.text)?.receiver ?? null;
  const binding = bindingInScope(textOf(link, file.text), link, rootOf(link), file.text);
  const initializer = binding?.kind === 'local' ? initializerOf(binding.declarator) : null;
  return initializer && initializer.end <= link.start ? initializer : null;
}

function registeredBy(
  { typeArguments, arguments: given }: Invocation,
  file: CSharpFile,
  project: CSharpProject,
): RegisteredClient | null {
  if (typeArguments.length > 0) return { kind: 'typed', types: typeArguments.map((type) => textOf(type, file.text)) };
  const name = argumentFor(given, 'name', 0)?.value;
  if (name === undefined) return null;
  return {
    kind: 'named',
    name: evaluateString(name, file, project),
    expression: textOf(name, file.text),
    at: { start: name.start, end: name.end },
  };
}
