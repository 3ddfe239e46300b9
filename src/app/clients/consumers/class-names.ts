import { declaratorsOf } from '../../../syntax/csharp/declaration.ts';
import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { simpleName } from '../../../syntax/csharp/evaluate/type-lookup.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, wholeWord } from '../../../syntax/csharp/project.ts';
import { dottedName, usingsOf } from '../../../syntax/csharp/using.ts';

/** What tells that an expression without a type is a certain class. */
export interface ClassNames {
  /** The class itself, and what `using X = Class;` calls it. */
  readonly own: readonly string[];
  /** Members whose type says the class, and what takes one. */
  readonly members: ReadonlySet<string>;
}

export function namesOfClass(name: string, files: readonly CSharpFile[]): ClassNames {
  const own = [name, ...files.flatMap((file) => aliasesIn(file, name))];
  return { own, members: new Set(files.flatMap((file) => declaredWith(own, file, isMember))) };
}

/** Those of the file's own locals and parameters as well. */
export function namesWithin(names: ClassNames, file: CSharpFile): ClassNames {
  return { ...names, members: new Set([...names.members, ...declaredWith(names.own, file, () => true)]) };
}

/** Every file where the class may be made, and whether it names the class. */
export function filesNaming({ own, members }: ClassNames, project: CSharpProject) {
  const mentioning = (name: string) => project.filesMentioning(name, wholeWord(name));
  const naming = new Set(own.flatMap(mentioning));
  const linked = [...new Set([...members].flatMap(mentioning))].filter((file) => !naming.has(file));
  return { naming: [...naming], linked };
}

export function isNamedIn(text: string, names: Iterable<string>): boolean {
  const words: ReadonlySet<string> = new Set(text.match(/\w+/g) ?? []);
  return [...names].some((name) => words.has(name));
}

function aliasesIn(file: CSharpFile, name: string): readonly string[] {
  return usingsOf(file).flatMap(({ alias, target }) => (alias !== null && simpleName(target) === name ? [alias] : []));
}

function declaredWith(
  own: readonly string[],
  file: CSharpFile,
  isWanted: (node: SyntaxNode) => boolean,
): readonly string[] {
  return nodesOfKind(file, 'variable_declaration', 'property_declaration', 'parameter').flatMap((node) => {
    const type = childInRole(node, 'type');
    if (type === null || !isNamedIn(dottedName(type, file.text), own)) return [];
    const named = node.kind === 'variable_declaration' ? declaratorsOf(node) : [node];
    const taking = node.kind === 'parameter' ? closest(node, ...takingKinds, ...typeKinds) : null;
    return [...(isWanted(node) ? named : []), ...(taking ? [taking] : [])].flatMap((one) => nameOf(one, file.text));
  });
}

const takingKinds = ['method_declaration', 'local_function_statement', 'delegate_declaration'];

function isMember({ kind, parent }: SyntaxNode): boolean {
  if (kind === 'variable_declaration') return parent?.kind === 'field_declaration';
  return kind === 'property_declaration' || parent?.parent?.kind === 'record_declaration';
}

function nameOf(node: SyntaxNode, text: string): readonly string[] {
  const name = childInRole(node, 'name');
  return name ? [textOf(name, text)] : [];
}
