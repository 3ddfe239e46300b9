import type { Range } from '../../../location.ts';
import type { Evaluation } from '../../../syntax/csharp/evaluate/evaluation.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { NameSources } from './package-names.ts';

/** What an `HttpClient` is registered as. */
export type RegisteredClient =
  | { readonly kind: 'typed'; readonly types: readonly string[] }
  | { readonly kind: 'named'; readonly name: Evaluation; readonly expression: string; readonly at: Range };

/** By a class, by an interface and the class behind it, or by a name. */
export function readRegisteredClient(
  types: readonly SyntaxNode[],
  name: SyntaxNode | null,
  file: CSharpFile,
  { project }: NameSources,
): RegisteredClient | null {
  if (types.length > 0) return { kind: 'typed', types: types.map((type) => textOf(type, file.text)) };
  if (name === null) return null;
  const expression = textOf(name, file.text);
  return {
    kind: 'named',
    name: evaluateString(name, file, project),
    expression,
    at: { start: name.start, end: name.end },
  };
}

/** The type that is asked for, or the name. */
export function nameOf(client: RegisteredClient | null): string | null {
  if (client === null) return null;
  if (client.kind === 'typed') return client.types[0] ?? null;
  return client.name.kind === 'known' ? client.name.value : client.expression;
}
