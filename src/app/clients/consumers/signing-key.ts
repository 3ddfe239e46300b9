import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Argument } from '../../../syntax/csharp/invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import { written } from '../../../syntax/csharp/types/written-type.ts';
import { openTypes } from '../../../syntax/csharp/types.ts';
import type { TokenUse } from '../../../words/token-uses.ts';

/** The built-in client signs with a JWK: what is signed with a certificate cannot move. */
export function whyNotSigning(args: readonly Argument[], file: CSharpFile, project: CSharpProject): TokenUse | null {
  const named = args.find(({ name }) => /^(cert|jwk|base64EncodedJWK)$/i.test(name ?? ''));
  if (named) return named.name === 'cert' ? 'certificate' : null;
  const [first] = args;
  return first?.name === null ? whyNotKey(first.value, file, project) : 'unknown-key';
}

function whyNotKey(key: SyntaxNode, file: CSharpFile, project: CSharpProject): TokenUse | null {
  const types = openTypes(project, ({ name }, place) =>
    // The vault's client of the app library.
    name === 'GetSecretAsync' ? written('System.Threading.Tasks.Task<string>', place) : null,
  );
  const type = types.of({ node: key, root: rootOf(key), file })?.text ?? null;
  if (/X509|Certificate/.test(type ?? textOf(key, file.text))) return 'certificate';
  if (type !== null && /(^|\.)(string|String|JsonWebKey)\??$/.test(type)) return null;
  if (isOfSettings(key, file) || isOfConfiguration(key, file)) return null;
  return evaluateString(key, file, project).kind === 'known' ? null : 'unknown-key';
}

/** A member of the package's settings. */
function isOfSettings(key: SyntaxNode, { text }: CSharpFile): boolean {
  const name = key.kind === 'member_access_expression' ? childInRole(key, 'name') : null;
  return name !== null && textOf(name, text) === 'EncodedJwk';
}

/** `config["…"]`, perhaps with `!` behind it: what configuration holds is text. */
function isOfConfiguration(key: SyntaxNode, file: CSharpFile): boolean {
  const [inner] = namedChildren(key);
  if (key.kind === 'postfix_unary_expression' && inner)
    return isOfConfiguration(inner, file) || isOfSettings(inner, file);
  const owner = key.kind === 'element_access_expression' ? childInRole(key, 'expression') : null;
  return owner !== null && /config\w*$/i.test(textOf(owner, file.text));
}
