import { Node, type Project, type SourceFile, SyntaxKind } from 'ts-morph';

/** One file that names another, by paths below `src/`. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** A type is gone when the program runs; `later` is loaded when it is asked for. */
  readonly kind: 'type' | 'load' | 'later';
}

/** Every import, export and dynamic import between the files below a root. */
export function importsIn(project: Project, root: string): readonly Import[] {
  return project.getSourceFiles().flatMap((file) =>
    importsOf(file).flatMap(({ target, kind }) => {
      const [from, to] = [file.getFilePath(), target?.getFilePath()];
      const isWithin = to !== undefined && [from, to].every((path) => path.startsWith(root));
      return isWithin ? [{ from: from.slice(root.length), to: to.slice(root.length), kind }] : [];
    }),
  );
}

function importsOf(
  file: SourceFile,
): readonly { readonly target: SourceFile | undefined; readonly kind: Import['kind'] }[] {
  const statements = [...file.getImportDeclarations(), ...file.getExportDeclarations()].map((statement) => ({
    target: statement.getModuleSpecifierSourceFile(),
    kind: statement.isTypeOnly() || namesOnlyTypes(statement) ? ('type' as const) : ('load' as const),
  }));
  const dynamic = file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .map((call) => ({ target: targetOf(call.getArguments()[0]), kind: 'later' as const }));
  const inTypes = file
    .getDescendantsOfKind(SyntaxKind.ImportType)
    .map((type) => ({ target: targetOf(type.getArgument().getFirstChild()), kind: 'type' as const }));
  return [...statements, ...dynamic, ...inTypes];
}

function namesOnlyTypes(statement: Node): boolean {
  const names = Node.isImportDeclaration(statement)
    ? [statement.getDefaultImport(), statement.getNamespaceImport(), ...statement.getNamedImports()]
    : Node.isExportDeclaration(statement)
      ? statement.getNamedExports()
      : [];
  const present = names.filter((name) => name !== undefined);
  return (
    present.length > 0 &&
    present.every((name) => (Node.isImportSpecifier(name) || Node.isExportSpecifier(name)) && name.isTypeOnly())
  );
}

function targetOf(specifier: Node | undefined): SourceFile | undefined {
  const symbol = specifier?.getSymbol()?.getValueDeclaration();
  return Node.isSourceFile(symbol) ? symbol : undefined;
}

/** From the disk upwards: a room uses what stands before it. `words` is told apart below. */
const rooms = [['files'], ['syntax'], ['app'], ['rules'], ['migrate', 'report'], ['commands'], ['cli']];

const shared = ['location.ts', 'decision.ts', 'target.ts', 'suppressed.ts'];
const entry = 'index.ts';

/** Each import that points the wrong way, in a sentence. */
export function breaches(imports: readonly Import[]): readonly string[] {
  return imports.flatMap((one) => {
    const why = forbidden(one);
    return why === null ? [] : [`${one.from} imports ${one.to}: ${why}`];
  });
}

function forbidden({ from, to, kind }: Import): string | null {
  const typeOnly = kind === 'type';
  const [user, used] = [roomOf(from), roomOf(to)];
  if (user === used || from === entry || shared.includes(to)) return null;
  if (shared.includes(from)) return 'what all rooms share rests on none';
  if (to === entry) return 'the entry is for other programs';
  if (used === 'words') return forbiddenWords(user, typeOnly);
  if (user === 'words') {
    if (levelOf(used) > levelOf('syntax')) return 'words know files and syntax only';
    return typeOnly ? null : 'words take types only from other rooms';
  }
  if (levelOf(user) === -1 || levelOf(used) === -1) return 'a room that is not in the plan';
  if (levelOf(user) > levelOf(used)) return null;
  if (user === 'report' && used === 'migrate') return typeOnly ? null : 'a report takes types only from migrate';
  return `${used} stands above ${user}, or beside it`;
}

/** `app` may name what it says with the types of words; it says nothing itself. */
function forbiddenWords(user: string, typeOnly: boolean): string | null {
  if (levelOf(user) >= levelOf('rules')) return null;
  return user === 'app' && typeOnly ? null : `${user} does not speak`;
}

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}

function levelOf(room: string): number {
  return rooms.findIndex((level) => level.includes(room));
}

/** The files that cannot load without each other, each circle once; types load nothing, and what comes later waits. */
export function circles(imports: readonly Import[]): readonly (readonly string[])[] {
  const loads = new Map<string, string[]>();
  for (const { from, to, kind } of imports) {
    if (kind === 'load') loads.set(from, [...(loads.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) found.push([...path.slice(start), file]);
    if (start !== -1 || done.has(file)) return;
    for (const next of loads.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of loads.keys()) visit(file, []);
  return found;
}
