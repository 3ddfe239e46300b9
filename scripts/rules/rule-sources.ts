import {
  type Expression,
  type ImportDeclaration,
  Node,
  type ObjectLiteralExpression,
  Project,
  type SourceFile,
  SyntaxKind,
} from 'ts-morph';
import { type Severity, severities } from '../../src/rules/finding.ts';
import { projectRoot } from '../project.ts';
import { languageFiles, registryFile, ruleDataFile } from './rule-files.ts';

/** What the source says about a rule and cannot be asked at run time: where its parts stand, and how they are typed. */
export interface RuleSource {
  readonly id: string;
  /** The files that the registry and each language take the rule from; null where they do not name it. */
  readonly listed: { readonly registry: string | null; readonly en: string | null; readonly nb: string | null };
  readonly example: string | null;
  /** Every severity that a finding of it may have. */
  readonly severities: readonly Severity[];
  readonly data: readonly DataField[];
}

export interface DataField {
  readonly name: string;
  readonly type: string;
  readonly about: string;
}

export function openSources(): Project {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowImportingTsExtensions: true },
  });
  project.addSourceFilesAtPaths(['rules', 'words'].map((room) => `${projectRoot}src/${room}/**/*.ts`));
  return project;
}

export function readRuleSources(project = openSources()): readonly RuleSource[] {
  const registry = sourceAt(project, registryFile);
  const listed = registryObject(registry);
  return propertyNames(listed).map((id) => {
    const declared = importedFrom(registry, entryOf(listed, id));
    return {
      id,
      listed: {
        registry: pathOf(declared),
        en: pathOf(wordsOf(project, 'en', id)),
        nb: pathOf(wordsOf(project, 'nb', id)),
      },
      example: declared === null ? null : exampleIn(declared),
      severities: declared === null ? [] : severitiesIn(declared),
      data: dataOf(project, id),
    };
  });
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

export function propertyNames(object: ObjectLiteralExpression): readonly string[] {
  return object
    .getProperties()
    .filter(Node.isPropertyAssignment)
    .map((property) => unquoted(property.getName()));
}

export function unquoted(name: string): string {
  return name.replace(/^['"]|['"]$/g, '');
}

function entryOf(object: ObjectLiteralExpression, id: string): Expression | undefined {
  return object
    .getProperties()
    .filter(Node.isPropertyAssignment)
    .find((one) => unquoted(one.getName()) === id)
    ?.getInitializer();
}

function wordsOf(project: Project, language: 'en' | 'nb', id: string): SourceFile | null {
  const words = sourceAt(project, languageFiles[language]);
  const value = entryOf(wordsObject(words, language), id)?.asKind(SyntaxKind.PropertyAccessExpression);
  return value?.getName() === language ? importedFrom(words, value.getExpression()) : null;
}

/** The file that a file imports a name from. */
function importedFrom(file: SourceFile, name: Node | undefined): SourceFile | null {
  const imports = (declaration: ImportDeclaration) =>
    declaration
      .getNamedImports()
      .some((one) => (one.getAliasNode() ?? one.getNameNode()).getText() === name?.getText());
  return file.getImportDeclarations().find(imports)?.getModuleSpecifierSourceFile() ?? null;
}

function pathOf(file: SourceFile | null): string | null {
  return file === null ? null : file.getFilePath().slice(projectRoot.length);
}

function exampleIn(rule: SourceFile): string | null {
  const [example] = initializersOf(rule, 'example');
  return example?.asKind(SyntaxKind.StringLiteral)?.getLiteralValue() ?? null;
}

function severitiesIn(rule: SourceFile): readonly Severity[] {
  const literals = initializersOf(rule, 'severity').flatMap((value) =>
    [value, ...value.getDescendantsOfKind(SyntaxKind.StringLiteral)].flatMap(
      (node) => node.asKind(SyntaxKind.StringLiteral)?.getLiteralValue() ?? [],
    ),
  );
  return severities.filter((severity) => literals.includes(severity));
}

function initializersOf(file: SourceFile, property: string): readonly Expression[] {
  return file
    .getDescendantsOfKind(SyntaxKind.PropertyAssignment)
    .filter((assignment) => assignment.getName() === property)
    .map((assignment) => assignment.getInitializerOrThrow());
}

function dataOf(project: Project, id: string): readonly DataField[] {
  const words = sourceAt(project, ruleDataFile);
  const type = words
    .getInterfaceOrThrow('RuleData')
    .getProperties()
    .find((one) => unquoted(one.getName()) === id)
    ?.getTypeNode();
  const declared = importedFrom(words, type)?.getInterface(type?.getText() ?? '');
  return (declared?.getProperties() ?? []).map((property) => ({
    name: property.getName(),
    type: property.getTypeNode()?.getText() ?? '',
    about: property
      .getJsDocs()
      .map((doc) => doc.getCommentText() ?? '')
      .join(' '),
  }));
}
