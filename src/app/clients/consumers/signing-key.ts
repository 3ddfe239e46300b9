import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Argument } from '../../../syntax/csharp/invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import type { TypeReader } from '../../../syntax/csharp/types.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { openKeyTypes } from './key-types.ts';

/** The built-in client signs with a JWK: what is signed with a certificate cannot move. */
export function whyNotSigning(args: readonly Argument[], file: CSharpFile, project: CSharpProject): TokenUse | null {
  const named = args.find(({ name }) => /^(cert|jwk|base64EncodedJWK)$/i.test(name ?? ''));
  if (named) return named.name === 'cert' ? 'certificate' : null;
  const [first] = args;
  return first?.name === null ? whyNotKey(first.value, file, project) : 'unknown-key';
}

function whyNotKey(key: SyntaxNode, file: CSharpFile, project: CSharpProject): TokenUse | null {
  const types = openKeyTypes(project);
  const type = types.of({ node: key, root: rootOf(key), file })?.text ?? null;
  if (/X509|Certificate/.test(type ?? textOf(key, file.text))) return 'certificate';
  if (type !== null && /(^|\.)(string|String|JsonWebKey)\??$/.test(type)) return null;
  if (isOfSettings(key, file) || isOfConfiguration(key, file, types)) return null;
  return evaluateString(key, file, project).kind === 'known' ? null : 'unknown-key';
}

/** A member of the package's settings, perhaps with `!` behind it. */
function isOfSettings(key: SyntaxNode, file: CSharpFile): boolean {
  const name = childInRole(withoutMark(key), 'name');
  return name !== null && textOf(name, file.text) === 'EncodedJwk';
}

/** `config["…"]`, perhaps with `!` behind it: what configuration holds is text. */
function isOfConfiguration(key: SyntaxNode, file: CSharpFile, types: TypeReader): boolean {
  const inner = withoutMark(key);
  const owner = inner.kind === 'element_access_expression' ? childInRole(inner, 'expression') : null;
  const root = rootOf(key);
  const type = owner && types.ofLink({ node: withoutMark(owner), root, file });
  return type != null && /(^|[.:])I?Configuration(Section|Root|Manager)?\??$/.test(type.text);
}

function withoutMark(expression: SyntaxNode): SyntaxNode {
  const [inner] = expression.kind === 'postfix_unary_expression' ? namedChildren(expression) : [];
  return inner ?? expression;
}
