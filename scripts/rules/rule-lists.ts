import { Node, type ObjectLiteralExpression, Project, type SourceFile, SyntaxKind } from 'ts-morph';
import { projectRoot } from '../project.ts';

/** The rooms in which rules are written and listed, read as source. */
export function openSources(): Project {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowImportingTsExtensions: true },
  });
  project.addSourceFilesAtPaths(['rules', 'words'].map((room) => `${projectRoot}src/${room}/**/*.ts`));
  return project;
}

export function sourceAt(project: Project, path: string): SourceFile {
  return project.getSourceFileOrThrow(`${projectRoot}${path}`);
}

/** `rules` of the registry. */
export function registryObject(registry: SourceFile): ObjectLiteralExpression {
  return registry
    .getVariableDeclarationOrThrow('rules')
    .getInitializerIfKindOrThrow(SyntaxKind.ObjectLiteralExpression);
}

/** `rules` of a language. */
export function wordsObject(words: SourceFile, language: string): ObjectLiteralExpression {
  return words
    .getVariableDeclarationOrThrow(language)
    .getInitializerIfKindOrThrow(SyntaxKind.ObjectLiteralExpression)
    .getPropertyOrThrow('rules')
    .asKindOrThrow(SyntaxKind.PropertyAssignment)
    .getInitializerIfKindOrThrow(SyntaxKind.ObjectLiteralExpression);
}

/** What stands for each rule in such an object. */
export function entriesOf(object: ObjectLiteralExpression): ReadonlyMap<string, Node> {
  const properties = object.getProperties().filter(Node.isPropertyAssignment);
  return new Map(properties.map((one) => [unquoted(one.getName()), one.getInitializerOrThrow()]));
}

export function unquoted(name: string): string {
  return name.replace(/^['"]|['"]$/g, '');
}

/** The file that a file imports a name from. */
export function importedFrom(file: SourceFile, name: string): SourceFile | null {
  const named = file
    .getImportDeclarations()
    .find((one) =>
      one.getNamedImports().some((each) => (each.getAliasNode() ?? each.getNameNode()).getText() === name),
    );
  return named?.getModuleSpecifierSourceFile() ?? null;
}
