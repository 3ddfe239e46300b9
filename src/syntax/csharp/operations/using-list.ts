import { type CSharpFile, isConditional } from '../file.ts';
import { ancestors, childInRole, childOfKind, type SyntaxNode } from '../node.ts';
import { dottedName, type UsingDirective, usingsOf } from '../using.ts';

/** The usings that a new one joins: those of the file, or of the namespace that all of it stands in. */
export interface UsingList {
  readonly root: SyntaxNode;
  readonly container: SyntaxNode;
  /** The namespace they stand in, empty for those of the file. */
  readonly namespace: string;
  /** In order; without those of which `#if` decides. */
  readonly usings: readonly UsingDirective[];
}

export function usingListOf(file: CSharpFile): UsingList | null {
  const [deployed] = file.views;
  if (deployed?.root.kind !== 'compilation_unit') return null;
  const { root } = deployed;
  const usings = unconditionalUsings(file);
  const ofFile = { root, container: root, namespace: '', usings: usings.filter((using) => isOutside(using, root)) };
  if (ofFile.usings.some(({ global }) => !global)) return ofFile;
  const holder = childOfKind(root, 'file_scoped_namespace_declaration') ?? soleNamespace(root);
  const container = holder && (childInRole(holder, 'body') ?? root);
  const inside = usings.filter((using) => using.node.parent === container && !isOutside(using, root));
  if (holder === null || container === null || inside.length === 0) return ofFile;
  return { root, container, namespace: nameOf(holder, file.text), usings: inside };
}

function unconditionalUsings(file: CSharpFile): readonly UsingDirective[] {
  return usingsOf(file).filter(({ node }) => !isConditional(file, node));
}

/** Of the file itself, before any namespace. */
function isOutside({ node }: UsingDirective, root: SyntaxNode): boolean {
  const fileScoped = childOfKind(root, 'file_scoped_namespace_declaration');
  return node.parent === root && (fileScoped === null || node.end <= fileScoped.start);
}

const beside = ['using_directive', 'extern_alias_directive', 'global_attribute', 'comment', 'shebang_directive'];

/** The namespace that holds all code of a file. */
function soleNamespace(root: SyntaxNode): SyntaxNode | null {
  const [only, ...others] = root.children.filter(
    ({ kind, named }) => named && !beside.includes(kind) && !kind.startsWith('preproc_'),
  );
  return only?.kind === 'namespace_declaration' && others.length === 0 ? only : null;
}

/** For all of the file: one using among several namespaces serves only its own. */
export function isImported(namespace: string, list: UsingList | null, file: CSharpFile): boolean {
  const { usings = [], root = null } = list ?? {};
  const ofFile = root === null ? [] : unconditionalUsings(file).filter((using) => isOutside(using, root));
  return [...usings, ...ofFile].some((using) => imports(using, namespace, file));
}

/** Inside a namespace a name may be completed by that of the namespace, or of one around it. */
export function imports(using: UsingDirective, namespace: string, file: CSharpFile): boolean {
  if (using.kind !== 'namespace') return false;
  const target = using.target.replaceAll('@', '');
  return (
    target === namespace || namespacesAround(using.node, file.text).some((outer) => `${outer}.${target}` === namespace)
  );
}

/** `A.B` and `A` for what stands in `namespace A.B`. */
function namespacesAround(node: SyntaxNode, text: string): readonly string[] {
  const names: string[] = [];
  for (const outer of ancestors(node)) {
    if (outer.kind === 'namespace_declaration') names.unshift(nameOf(outer, text));
    const fileScoped = childOfKind(outer, 'file_scoped_namespace_declaration');
    if (fileScoped && fileScoped.end <= node.start) names.unshift(nameOf(fileScoped, text));
  }
  const segments = names.length === 0 ? [] : names.join('.').split('.');
  return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
}

function nameOf(namespace: SyntaxNode, text: string): string {
  const name = childInRole(namespace, 'name');
  return name ? dottedName(name, text) : '';
}
