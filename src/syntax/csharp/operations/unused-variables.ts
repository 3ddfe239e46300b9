import type { Range } from '../../../location.ts';
import { localsBelow, type VariableDeclaration } from '../declaration.ts';
import { bindingInScope } from '../evaluate/scope.ts';
import { type CSharpFile, nodesOfKind } from '../file.ts';
import { ancestors, childOfKind, contains, type SyntaxNode, textOf } from '../node.ts';
import { byKey, rootOf } from '../project.ts';
import { privateFieldsBelow } from './private-fields.ts';

/** A local, or a private field. */
export interface UnusedVariable extends VariableDeclaration {
  /** Where it was used: all of them go. */
  readonly uses: readonly SyntaxNode[];
}

/** The variables that nothing uses any more once the ranges are gone, those that only such variables used included. */
export function variablesUnusedWithout(
  file: CSharpFile,
  root: SyntaxNode,
  gone: readonly Range[],
): readonly UnusedVariable[] {
  const variables = [...localsWithUses(file, root), ...fieldsWithUses(file, root)];
  const unused: UnusedVariable[] = [];
  for (;;) {
    const removed = [...gone, ...unused.map((variable) => variable.declarator)];
    const isGone = (range: Range) => removed.some((outer) => contains(outer, range));
    const next = variables.find(({ declarator, uses }) => uses.length > 0 && uses.every(isGone) && !isGone(declarator));
    if (next === undefined) return unused;
    unused.push(next);
  }
}

function localsWithUses(file: CSharpFile, root: SyntaxNode): readonly UnusedVariable[] {
  const { text } = file;
  const names = namesIn(file, (node) => !namesMember(node));
  return localsBelow(root, text).flatMap((local) => {
    // Leaving its block, a `using` is used.
    if (childOfKind(local.statement, 'using') !== null) return [];
    const scope = scopeOf(local);
    const called = names.get(nameIn(local.name)) ?? [];
    const uses = called.filter((name) => contains(scope, name) && refersTo(name, local, scope, text));
    return [{ ...local, uses }];
  });
}

/** Whatever its class calls by its name counts as a use of a field. */
function fieldsWithUses(file: CSharpFile, root: SyntaxNode): readonly UnusedVariable[] {
  const names = namesIn(file, () => true);
  return privateFieldsBelow(root, file).map((field) => {
    const called = names.get(nameIn(field.name)) ?? [];
    const uses = called.filter((name) => contains(field.type, name) && name.start !== field.declarator.start);
    return { ...field, uses };
  });
}

function namesIn(file: CSharpFile, counts: (name: SyntaxNode) => boolean) {
  return byKey(nodesOfKind(file, 'identifier').filter(counts), (node) => nameIn(textOf(node, file.text)));
}

const namingKinds = ['variable_declarator', 'member_access_expression', 'member_binding_expression', 'argument'];

/** The name of a declarator, of a member behind a dot or in an initializer, or of a named argument. */
function namesMember({ field, parent }: SyntaxNode): boolean {
  if (field === 'name') return parent !== null && namingKinds.includes(parent.kind);
  return (
    field === 'left' && parent?.kind === 'assignment_expression' && parent.parent?.kind === 'initializer_expression'
  );
}

/** `@event` and `event` are the same name. */
function nameIn(identifier: string): string {
  return identifier.replace(/^@/, '');
}

function scopeOf({ statement }: VariableDeclaration): SyntaxNode {
  for (const outer of ancestors(statement)) {
    if (outer.kind === 'block' || outer.kind === 'switch_body' || outer.kind === 'compilation_unit') return outer;
  }
  return statement;
}

/** Counts as a use unless the name certainly stands for something else there. */
function refersTo(name: SyntaxNode, local: VariableDeclaration, scope: SyntaxNode, text: string): boolean {
  const binding = bindingInScope(nameIn(local.name), name, rootOf(name), text);
  if (binding === null) return false;
  if (binding.kind === 'local') return binding.declarator.start === local.declarator.start;
  return binding.scope.start === scope.start && binding.scope.end === scope.end;
}
