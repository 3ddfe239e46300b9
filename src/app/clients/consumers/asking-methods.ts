import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, descendants, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';

/** Of the app library's client of the vault: reading a secret, a key or a certificate changes nothing. */
const reading = ['GetSecretAsync', 'GetKeyAsync', 'GetCertificateAsync'];

/** Calls that may go when nothing asks for what they give: those, and methods of the class that only make such calls. */
export function askingMethods(scope: SyntaxNode, file: CSharpFile): readonly string[] {
  const body = childInRole(scope, 'body');
  const methods = body?.children.filter(({ kind }) => kind === 'method_declaration') ?? [];
  const own = methods
    .filter((method) => onlyReads(method, file))
    .flatMap((method) => childInRole(method, 'name') ?? []);
  return [...reading, ...own.map((name) => textOf(name, file.text))];
}

const doing = [
  'assignment_expression',
  'object_creation_expression',
  'implicit_object_creation_expression',
  'throw_statement',
  'throw_expression',
  'lambda_expression',
];

function onlyReads(method: SyntaxNode, { text }: CSharpFile): boolean {
  const body = childInRole(method, 'body') ?? childOfKind(method, 'arrow_expression_clause');
  const nodes = body ? [...descendants(body)] : [];
  const calls = nodes.flatMap((node) => readInvocation(node, text)?.name ?? []);
  const isIdle = calls.every((name) => name === 'ConfigureAwait' || reading.includes(name));
  return isIdle && calls.some((name) => reading.includes(name)) && !nodes.some(({ kind }) => doing.includes(kind));
}
