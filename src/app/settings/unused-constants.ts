import type { Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { lambdaKinds, typeKinds } from '../../syntax/csharp/enclosing.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import {
  ancestors,
  childInRole,
  closest,
  contains,
  descendants,
  hasModifier,
  type SyntaxNode,
  textOf,
} from '../../syntax/csharp/node.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import type { AppProject } from '../project/app-projects.ts';
import type { Sources } from '../sources.ts';
import { usesOf } from './name-uses.ts';

/** A constant that nothing uses: nobody reads what its value names. */
export interface UnusedConstant {
  /** With its type. */
  readonly name: string;
  /** Of its name and its value. */
  readonly declarator: FileRange;
  /** A library has it for whoever references that, in other repos as well. */
  readonly isOpen: boolean;
}

interface Code {
  readonly workspace: Workspace;
  readonly location: AppLocation;
  readonly projects: readonly AppProject[];
  readonly sources: Sources;
}

/** Of a file that is compiled into the app. */
export function unusedConstantsIn(file: CSharpFile, code: Code): readonly UnusedConstant[] {
  return nodesOfKind(file, 'variable_declarator').flatMap((declarator) => {
    const constant = constantOf(declarator, file);
    if (constant === null || !isUnused(constant, code, [])) return [];
    const name = constant.type === '' ? constant.name : `${constant.type}.${constant.name}`;
    return [{ name, declarator: rangeIn(file, declarator), isOpen: isOpen(constant, code) }];
  });
}

interface Constant {
  readonly file: CSharpFile;
  readonly declarator: SyntaxNode;
  /** The field, or the statement. */
  readonly declaration: SyntaxNode;
  readonly name: string;
  /** The name of the type that it belongs to; empty for a local. */
  readonly type: string;
}

/** `const`, or `static readonly` where making the value asks nobody. */
function constantOf(declarator: SyntaxNode, file: CSharpFile): Constant | null {
  const { text } = file;
  const declaration = declarator.parent?.parent;
  const [name, value] = [childInRole(declarator, 'name'), initializerOf(declarator)];
  if (!declaration || name === null || value === null) return null;
  const has = (modifier: string) => hasModifier(declaration, text, modifier);
  if (!has('const') && !(has('static') && has('readonly') && asksNobody(value, text))) return null;
  const type = declaration.kind === 'field_declaration' ? closest(declaration, ...typeKinds) : null;
  const typeName = type && childInRole(type, 'name');
  return {
    file,
    declarator,
    declaration,
    name: textOf(name, text).replace(/^@/, ''),
    type: typeName ? textOf(typeName, text) : '',
  };
}

const asking = ['element_access_expression', 'object_creation_expression', ...lambdaKinds];

function asksNobody(value: SyntaxNode, text: string): boolean {
  return [value, ...descendants(value)].every(
    (node) =>
      !asking.includes(node.kind) &&
      (node.kind !== 'invocation_expression' || readInvocation(node, text)?.name === 'nameof'),
  );
}

/** What only constants use that nothing uses is unused as well; what tests have is left as it is. */
function isUnused(constant: Constant, code: Code, asked: readonly SyntaxNode[]): boolean {
  const { declarator, file, name, type } = constant;
  const uses = usesOf({ name, type, file: type === '' || isPrivate(constant) ? file : null }, code);
  if (uses === 'unclear') return false;
  return uses.every((use) => {
    if (use.file === file && contains(declarator, use.node)) return true;
    const around = code.sources.paths.includes(use.file.path) ? closest(use.node, 'variable_declarator') : null;
    const user = around && constantOf(around, use.file);
    return user !== null && !asked.includes(user.declarator) && isUnused(user, code, [...asked, declarator]);
  });
}

/** In a type of one file. */
function isPrivate({ declaration, file: { text } }: Constant): boolean {
  const type = closest(declaration, ...typeKinds);
  const isSeen = ['public', 'internal', 'protected'].some((modifier) => hasModifier(declaration, text, modifier));
  return type !== null && !isSeen && !hasModifier(type, text, 'partial');
}

function isOpen({ declaration, type, file: { path, text } }: Constant, { projects }: Code): boolean {
  const compiling = projects.filter(({ sources }) => sources.includes(path));
  const isOfLibrary = compiling.length > 0 && compiling.every(({ distance }) => distance > 0);
  const types = [...ancestors(declaration)].filter(({ kind }) => typeKinds.includes(kind));
  const isSeen = (node: SyntaxNode) => hasModifier(node, text, 'public') || hasModifier(node, text, 'protected');
  return type !== '' && isOfLibrary && [declaration, ...types].every(isSeen);
}
