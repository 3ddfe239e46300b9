import type { Range } from '../../../location.ts';
import { localsBelow, type VariableDeclaration } from '../declaration.ts';
import { bindingInScope } from '../evaluate/scope.ts';
import { type CSharpFile, nodesOfKind } from '../file.ts';
import { firstFrom } from '../in-order.ts';
import { ancestors, childOfKind, contains, type SyntaxNode, textOf } from '../node.ts';
import { byKey, rootOf } from '../project.ts';
import { privateFieldsBelow } from './private-fields.ts';

/** A local, or a private field. */
export interface UnusedVariable extends VariableDeclaration {
  /** Where it was used: all of them go. */
  readonly uses: readonly SyntaxNode[];
}

/**
 * The variables that nothing uses any more once the ranges are gone, those that only such variables used included.
 * What is kept is used, whatever goes around it: it stands in other text.
 */
export function variablesUnusedWithout(
  file: CSharpFile,
  root: SyntaxNode,
  gone: readonly Range[],
  kept: readonly Range[] = [],
): readonly UnusedVariable[] {
  const { variables, uses } = variablesOf(file, root);
  const isGoneAlready = covering(gone);
  const isKept = covering(kept);
  const unused: UnusedVariable[] = [];
  const isGone = (range: Range) => {
    return !isKept(range) && (isGoneAlready(range) || unused.some(({ declarator }) => contains(declarator, range)));
  };
  for (let index = 0; index < variables.length; index++) {
    const variable = variables[index];
    if (variable === undefined || variable.uses.length === 0) continue;
    if (!variable.uses.every(isGone) || isGone(variable.declarator)) continue;
    unused.push(variable);
    // What it is initialised with may have been the last use of one that was looked at before.
    index = Math.min(index, firstUsedIn(variable.declarator, uses)) - 1;
  }
  return unused;
}

interface Use extends Range {
  /** The place of the variable among all. */
  readonly index: number;
}

interface Variables {
  readonly variables: readonly UnusedVariable[];
  /** In the order of the text. */
  readonly uses: readonly Use[];
}

const known = new WeakMap<SyntaxNode, Variables>();

/** Asked for many changes of one file, of which each may have been the last use of something. */
function variablesOf(file: CSharpFile, root: SyntaxNode): Variables {
  const before = known.get(root);
  if (before) return before;
  const variables = [...localsWithUses(file, root), ...fieldsWithUses(file, root)];
  const uses = variables.flatMap((variable, index) => variable.uses.map(({ start, end }) => ({ start, end, index })));
  const found = { variables, uses: uses.sort((a, b) => a.start - b.start) };
  known.set(root, found);
  return found;
}

function firstUsedIn(range: Range, uses: readonly Use[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (let at = firstFrom(uses, range.start); at < uses.length; at++) {
    const use = uses[at];
    if (use === undefined || use.start >= range.end) break;
    first = Math.min(first, use.index);
  }
  return first;
}

/** Whether one of the ranges contains a range. */
function covering(ranges: readonly Range[]): (range: Range) => boolean {
  const inOrder = [...ranges].sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of inOrder) reach.push(Math.max(end, reach.at(-1) ?? end));
  return ({ start, end }) => (reach[firstFrom(inOrder, start + 1) - 1] ?? start - 1) >= end;
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
