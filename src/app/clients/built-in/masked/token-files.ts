import { declaratorsOf } from '../../../../syntax/csharp/declaration.ts';
import { type CSharpFile, nodesOfKind } from '../../../../syntax/csharp/file.ts';
import { childInRole, childOfKind, type SyntaxNode, textOf } from '../../../../syntax/csharp/node.ts';
import { type CSharpProject, wholeWord } from '../../../../syntax/csharp/project.ts';
import { tokenMethods } from '../code-types.ts';

const tokenName = /\bJwtToken\b/;

/** Where a token may be: files that ask for one, name its type, or name a member of the app's own that is one. */
export function filesWithTokens(project: CSharpProject): readonly CSharpFile[] {
  const naming = project.filesMentioning('JwtToken', tokenName);
  const asking = tokenMethods.flatMap((method) => project.filesMentioning(method, wholeWord(method)));
  const members = new Set(naming.flatMap(membersThatAreTokens));
  const using = [...members].flatMap((member) => project.filesMentioning(member, wholeWord(member)));
  return [...new Set([...naming, ...asking, ...using])].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Methods, properties, fields and the parameters of records. */
const memberKinds = ['method_declaration', 'property_declaration', 'variable_declaration', 'parameter'];

function membersThatAreTokens(file: CSharpFile): readonly string[] {
  return nodesOfKind(file, ...memberKinds).flatMap((node) => {
    const type = childInRole(node, 'returns') ?? childInRole(node, 'type');
    const isToken = type !== null && tokenName.test(textOf(type, file.text));
    if (!isToken || !isMember(node)) return [];
    const named = node.kind === 'variable_declaration' ? declaratorsOf(node) : [node];
    return named.flatMap((one) => nameOf(one, file.text));
  });
}

function isMember({ kind, parent }: SyntaxNode): boolean {
  if (kind === 'variable_declaration') return parent?.kind === 'field_declaration';
  return kind !== 'parameter' || parent?.parent?.kind === 'record_declaration';
}

function nameOf(node: SyntaxNode, text: string): readonly string[] {
  const name = childInRole(node, 'name') ?? childOfKind(node, 'identifier');
  return name ? [textOf(name, text)] : [];
}
