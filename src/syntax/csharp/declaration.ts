import { typeKinds } from './enclosing.ts';
import type { CSharpFile } from './file.ts';
import { nodesOfKind } from './file.ts';
import {
  ancestors,
  childInRole,
  childOfKind,
  descendantsOfKind,
  hasModifier,
  namedChildren,
  type SyntaxNode,
  textOf,
} from './node.ts';
import { dottedName } from './using.ts';

/** A field, constant or property of a type, with what it is initialised to. */
export interface MemberDeclaration {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly kind: 'const' | 'readonly-field' | 'field' | 'property';
  readonly isStatic: boolean;
  readonly typeName: string;
  readonly initializer: SyntaxNode | null;
}

export interface TypeDeclaration {
  readonly file: CSharpFile;
  readonly node: SyntaxNode;
  readonly name: string;
  /** Namespace and outer types, dotted; empty for none. */
  readonly container: string;
  readonly bases: readonly string[];
}

/** A local, or a field of a type. */
export interface VariableDeclaration {
  readonly declarator: SyntaxNode;
  /** The whole `var x = …;`. */
  readonly statement: SyntaxNode;
  readonly name: string;
  readonly isConst: boolean;
  readonly initializer: SyntaxNode | null;
}

export function typesIn(file: CSharpFile): readonly TypeDeclaration[] {
  return nodesOfKind(file, ...typeKinds).map((node) => readType(node, file));
}

export function readType(node: SyntaxNode, file: CSharpFile): TypeDeclaration {
  const name = childInRole(node, 'name');
  return {
    file,
    node,
    name: name ? textOf(name, file.text) : '',
    container: containerOf(node, file.text),
    bases: basesOf(node, file.text),
  };
}

/** `class A(string x) : B(x), C` has two bases; the arguments in between are not one. */
function basesOf(type: SyntaxNode, text: string): readonly string[] {
  const baseList = childOfKind(type, 'base_list');
  if (baseList === null) return [];
  return namedChildren(baseList)
    .filter((base) => base.kind !== 'argument_list')
    .map((base) => dottedName(childInRole(base, 'type') ?? base, text));
}

/** Namespaces and types around a node, outermost first, dotted. */
export function containerOf(node: SyntaxNode, text: string): string {
  const names: string[] = [];
  for (const outer of ancestors(node)) {
    const name = childInRole(outer, 'name');
    if (name && (outer.kind === 'namespace_declaration' || typeKinds.includes(outer.kind))) {
      names.unshift(dottedName(name, text));
    }
    if (outer.kind === 'compilation_unit') {
      const fileScoped = childOfKind(outer, 'file_scoped_namespace_declaration');
      const fileName = fileScoped && childInRole(fileScoped, 'name');
      if (fileName) names.unshift(dottedName(fileName, text));
    }
  }
  return names.join('.');
}

export function membersOf(type: TypeDeclaration): readonly MemberDeclaration[] {
  const body = childInRole(type.node, 'body');
  if (body === null) return [];
  const { text } = type.file;
  return body.children.flatMap((member) => {
    if (member.kind === 'field_declaration') return fieldsOf(member, text);
    return member.kind === 'property_declaration' ? propertyOf(member, text) : [];
  });
}

function fieldsOf(declaration: SyntaxNode, text: string): readonly MemberDeclaration[] {
  const isConst = hasModifier(declaration, text, 'const');
  const variables = childOfKind(declaration, 'variable_declaration');
  if (variables === null) return [];
  const type = childInRole(variables, 'type');
  return declaratorsOf(variables).map((declarator) => ({
    node: declaration,
    name: declaratorName(declarator, text),
    kind: isConst ? 'const' : hasModifier(declaration, text, 'readonly') ? 'readonly-field' : 'field',
    isStatic: isConst || hasModifier(declaration, text, 'static'),
    typeName: type ? dottedName(type, text) : '',
    initializer: initializerOf(declarator),
  }));
}

function propertyOf(declaration: SyntaxNode, text: string): readonly MemberDeclaration[] {
  const name = childInRole(declaration, 'name');
  const type = childInRole(declaration, 'type');
  if (name === null) return [];
  return [
    {
      node: declaration,
      name: textOf(name, text),
      kind: 'property',
      isStatic: hasModifier(declaration, text, 'static'),
      typeName: type ? dottedName(type, text) : '',
      initializer: propertyValue(declaration),
    },
  ];
}

/** Of `=> x`, `{ get; } = x` and a getter that only returns; a property that can be set has no known value. */
function propertyValue(declaration: SyntaxNode): SyntaxNode | null {
  const value = childInRole(declaration, 'value');
  const accessors = childInRole(declaration, 'accessors');
  if (value?.kind === 'arrow_expression_clause') return namedChildren(value)[0] ?? null;
  const [getter, ...others] = accessors ? namedChildren(accessors) : [];
  if (getter === undefined || others.length > 0) return null;
  const body = childInRole(getter, 'body');
  return body === null ? value : returnedBy(body);
}

function returnedBy(body: SyntaxNode): SyntaxNode | null {
  if (body.kind === 'arrow_expression_clause') return namedChildren(body)[0] ?? null;
  const [statement, ...others] = namedChildren(body);
  return statement?.kind === 'return_statement' && others.length === 0 ? (namedChildren(statement)[0] ?? null) : null;
}

export function declaratorsOf(variables: SyntaxNode): readonly SyntaxNode[] {
  return variables.children.filter((child) => child.kind === 'variable_declarator');
}

function declaratorName(declarator: SyntaxNode, text: string): string {
  const name = childInRole(declarator, 'name');
  return name ? textOf(name, text) : '';
}

/** What follows the `=`. */
export function initializerOf(declarator: SyntaxNode): SyntaxNode | null {
  const name = childInRole(declarator, 'name');
  return (
    namedChildren(declarator).findLast((child) => child !== name && child.kind !== 'bracketed_argument_list') ?? null
  );
}

/** Locals declared by `T x = …;` directly or anywhere below the node. */
export function localsBelow(node: SyntaxNode, text: string): readonly VariableDeclaration[] {
  return variablesBelow(node, 'local_declaration_statement', text);
}

/** Fields and constants of every type below the node. */
export function fieldsBelow(node: SyntaxNode, text: string): readonly VariableDeclaration[] {
  return variablesBelow(node, 'field_declaration', text);
}

const variables = new WeakMap<SyntaxNode, Map<string, readonly VariableDeclaration[]>>();

/** Of one function, each call in it asks. */
function variablesBelow(node: SyntaxNode, kind: string, text: string): readonly VariableDeclaration[] {
  const byKind = variables.get(node) ?? new Map<string, readonly VariableDeclaration[]>();
  const found = byKind.get(kind) ?? readVariables(node, kind, text);
  variables.set(node, byKind.set(kind, found));
  return found;
}

function readVariables(node: SyntaxNode, kind: string, text: string): readonly VariableDeclaration[] {
  return [...descendantsOfKind(node, kind)].flatMap((statement) => {
    const variables = childOfKind(statement, 'variable_declaration');
    if (variables === null) return [];
    return declaratorsOf(variables).map((declarator) => ({
      declarator,
      statement,
      name: declaratorName(declarator, text),
      isConst: hasModifier(statement, text, 'const'),
      initializer: initializerOf(declarator),
    }));
  });
}
