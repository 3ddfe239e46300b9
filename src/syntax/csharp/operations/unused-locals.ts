import type { Range } from '../../../location.ts';
import { type LocalDeclaration, localsBelow } from '../declaration.ts';
import { bindingInScope } from '../evaluate/scope.ts';
import { type CSharpFile, nodesOfKind } from '../file.ts';
import { ancestors, childOfKind, contains, type SyntaxNode, textOf } from '../node.ts';
import { rootOf } from '../project.ts';

export interface UnusedLocal extends LocalDeclaration {
  /** Where it was used: all of them go. */
  readonly uses: readonly SyntaxNode[];
}

/** The locals that nothing uses any more once the ranges are gone, those that only such locals used included. */
export function localsUnusedWithout(
  file: CSharpFile,
  root: SyntaxNode,
  gone: readonly Range[],
): readonly UnusedLocal[] {
  // Leaving its block, a `using` is used.
  const locals = localsBelow(root, file.text).filter(({ statement }) => childOfKind(statement, 'using') === null);
  const names = nodesOfKind(file, 'identifier').filter((node) => !namesMember(node));
  const unused: UnusedLocal[] = [];
  for (;;) {
    const removed = [...gone, ...unused.map((local) => local.declarator)];
    const next = locals.flatMap((local) => asUnused(local, names, removed, file.text) ?? [])[0];
    if (next === undefined) return unused;
    unused.push(next);
  }
}

const namingKinds = ['variable_declarator', 'member_access_expression', 'member_binding_expression', 'argument'];

/** The name of a declarator, of a member behind a dot or in an initializer, or of a named argument. */
function namesMember({ field, parent }: SyntaxNode): boolean {
  if (field === 'name') return parent !== null && namingKinds.includes(parent.kind);
  return (
    field === 'left' && parent?.kind === 'assignment_expression' && parent.parent?.kind === 'initializer_expression'
  );
}

function asUnused(
  local: LocalDeclaration,
  names: readonly SyntaxNode[],
  removed: readonly Range[],
  text: string,
): UnusedLocal | null {
  const isGone = (range: Range) => removed.some((outer) => contains(outer, range));
  if (isGone(local.declarator)) return null;
  const scope = scopeOf(local);
  const called = nameIn(local.name);
  const uses = names.filter(
    (name) => contains(scope, name) && nameIn(textOf(name, text)) === called && refersTo(name, local, scope, text),
  );
  return uses.length > 0 && uses.every(isGone) ? { ...local, uses } : null;
}

/** `@event` and `event` are the same name. */
function nameIn(identifier: string): string {
  return identifier.replace(/^@/, '');
}

function scopeOf({ statement }: LocalDeclaration): SyntaxNode {
  for (const outer of ancestors(statement)) {
    if (outer.kind === 'block' || outer.kind === 'switch_body' || outer.kind === 'compilation_unit') return outer;
  }
  return statement;
}

/** Counts as a use unless the name certainly stands for something else there. */
function refersTo(name: SyntaxNode, local: LocalDeclaration, scope: SyntaxNode, text: string): boolean {
  const binding = bindingInScope(nameIn(local.name), name, rootOf(name), text);
  if (binding === null) return false;
  if (binding.kind === 'local') return binding.declarator.start === local.declarator.start;
  return binding.scope.start === scope.start && binding.scope.end === scope.end;
}
