import { type MemberDeclaration, membersOf, readType, type TypeDeclaration } from './declaration.ts';
import { typeKinds } from './enclosing.ts';
import type { CSharpFile } from './file.ts';
import { type Invocation, readInvocation } from './invocation.ts';
import { ancestors, descendantsOfKind, type SyntaxNode } from './node.ts';

/** The C# files of one app, those of the projects it references included. */
export interface CSharpProject {
  file(path: string): CSharpFile | null;
  /**
   * Every file whose text holds the word, as a word or inside another. A pattern that the text must match as well spares
   * parsing the others: a common word stands in most files of an app.
   */
  filesMentioning(word: string, pattern?: RegExp): readonly CSharpFile[];
}

// These search files that anyone wrote: each repetition is bounded, or can only start where the one before it ended. And
// what is looked for may be no name at all, such as what stands behind the last dot of `typeof(A.B).FullName`.

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What the text of a file looks like that may declare a type of the name: also behind any comment or directive. */
function typeDeclaration(name: string): RegExp {
  const keyword = '\\b(?:class|struct|record|interface|enum)\\b';
  return new RegExp(`${keyword}[^{;/#]{0,300}?(?:/[/*]|#|(?<!\\w)${escaped(name)}(?!\\w))`);
}

/** What it looks like where a function of the name may be declared: behind a type, not behind a dot or a keyword. */
export function functionDeclaration(name: string): RegExp {
  const keywords = 'await|return|new|throw|in|is|as|case|else|yield|not|and|or|when';
  return new RegExp(`(?<=[\\w>\\]?)*/])(?<!\\b(?:${keywords}))\\s+@?${escaped(name)}\\s*[<(]`);
}

export function extensionDeclaration(name: string): RegExp {
  const comment = '/\\*(?:[^*]|\\*(?!/)){0,200}\\*/|//[^\\n]{0,200}\\n';
  const attribute = '\\[[^\\]]{0,200}\\]';
  const typeParameters = '<[^()]{0,200}>\\s*';
  return new RegExp(
    `(?<!\\w)${escaped(name)}\\s*(?:${typeParameters})?\\(\\s*(?:(?:${attribute}|${comment})\\s*){0,10}this\\b`,
  );
}

export function wholeWord(name: string): RegExp {
  return new RegExp(`(?<!\\w)${escaped(name)}(?!\\w)`);
}

/** One part of a type, as one view of one file declares it. */
export interface TypePart extends TypeDeclaration {
  /** The root of the view. */
  readonly root: SyntaxNode;
  readonly fullName: string;
}

export interface Member {
  readonly type: TypePart;
  readonly declaration: MemberDeclaration;
}

export interface Call {
  readonly file: CSharpFile;
  readonly root: SyntaxNode;
  readonly invocation: Invocation;
}

/** Reads each file once, however many names are asked for. */
export function oncePerFile<T>(read: (file: CSharpFile) => T): (file: CSharpFile) => T {
  const seen = new WeakMap<CSharpFile, T>();
  return (file) => {
    const before = seen.get(file);
    if (before !== undefined) return before;
    const made = read(file);
    seen.set(file, made);
    return made;
  };
}

const typesByName = oncePerFile((file) =>
  byKey(
    file.views.flatMap(({ root }) =>
      [...descendantsOfKind(root, ...typeKinds)].map((node) => readTypePart(node, root, file)),
    ),
    (type) => type.name,
  ),
);

const callsByName = oncePerFile((file) =>
  byKey(
    file.views.flatMap(({ root }) =>
      [...descendantsOfKind(root, 'invocation_expression')].flatMap((node) => {
        const invocation = readInvocation(node, file.text);
        return invocation ? [{ file, root, invocation }] : [];
      }),
    ),
    (call) => call.invocation.name,
  ),
);

export function byKey<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

export function readTypePart(node: SyntaxNode, root: SyntaxNode, file: CSharpFile): TypePart {
  const type = readType(node, file);
  return { ...type, root, fullName: type.container === '' ? type.name : `${type.container}.${type.name}` };
}

/** The types that the file itself declares under a simple name. */
export function typesOfFile(file: CSharpFile, name: string): readonly TypePart[] {
  return typesByName(file).get(name) ?? [];
}

/** Every part, in every view, of every type with this simple name. */
export function typesNamed(project: CSharpProject, name: string): readonly TypePart[] {
  return project.filesMentioning(name, typeDeclaration(name)).flatMap((file) => typesOfFile(file, name));
}

/** Every call of a method by this name, in every view, whatever it is called on. */
export function callsNamed(project: CSharpProject, name: string): readonly Call[] {
  return project.filesMentioning(name, wholeWord(name)).flatMap((file) => callsByName(file).get(name) ?? []);
}

export function membersNamed(parts: readonly TypePart[], name: string): readonly Member[] {
  return parts.flatMap((type) =>
    membersOf(type)
      .filter((declaration) => declaration.name === name)
      .map((declaration) => ({ type, declaration })),
  );
}

export function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  for (const above of ancestors(node)) root = above;
  return root;
}
