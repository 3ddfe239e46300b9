import { declaratorsOf, fieldsBelow, type VariableDeclaration } from '../declaration.ts';
import { typeKinds } from '../enclosing.ts';
import { type CSharpFile, isConditional } from '../file.ts';
import { childOfKind, closest, hasModifier, type SyntaxNode } from '../node.ts';
import { namesDeclaredIn, onlyAsks } from './purity.ts';

export interface PrivateField extends VariableDeclaration {
  /** Nothing outside it can use the field. */
  readonly type: SyntaxNode;
}

/** The fields that nothing would miss once the class they stand in does not use them, declared one by one. */
export function privateFieldsBelow(root: SyntaxNode, file: CSharpFile): readonly PrivateField[] {
  return fieldsBelow(root, file.text).flatMap((field) => {
    const type = closest(field.statement, ...typeKinds);
    return type && isOfOneFile(type, file.text) && isPrivate(field, file.text) && isIdle(field, file)
      ? [{ ...field, type }]
      : [];
  });
}

/** In structs and records a field counts for more than its name: for layout and equality. */
function isOfOneFile(type: SyntaxNode, text: string): boolean {
  return type.kind === 'class_declaration' && !type.broken && !hasModifier(type, text, 'partial');
}

function isPrivate({ statement }: VariableDeclaration, text: string): boolean {
  return !['public', 'internal', 'protected'].some((modifier) => hasModifier(statement, text, modifier));
}

function isIdle({ statement, declarator, initializer }: VariableDeclaration, file: CSharpFile): boolean {
  const isAlone = declarator.parent === null || declaratorsOf(declarator.parent).length === 1;
  if (!isAlone || childOfKind(statement, 'attribute_list') || isConditional(file, statement)) return false;
  if (initializer === null) return true;
  return onlyAsks(initializer, file.text) && namesDeclaredIn(initializer, file.text).length === 0;
}
