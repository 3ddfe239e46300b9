import { posix } from 'node:path';
import { type ObjectLiteralExpression, type Project, type SourceFile, SyntaxKind } from 'ts-morph';
import { languageFiles, registryFile, ruleDataFile, ruleFile, wordsFile } from '../rules/rule-files.ts';
import { entriesOf, registryObject, sourceAt, unquoted, wordsObject } from '../rules/rule-lists.ts';
import type { RuleName } from './rule-name.ts';

export const listingFiles = [registryFile, ruleDataFile, languageFiles.en, languageFiles.nb];

/** Whether a name already means something where rules are listed. */
export function isNameTaken(project: Project, name: string): boolean {
  const names = (file: SourceFile) => file.getDescendantsOfKind(SyntaxKind.Identifier).map((one) => one.getText());
  return listingFiles.some((path) => names(sourceAt(project, path)).includes(name));
}

/** Names the rule everywhere where rules are listed; the formatter puts the imports in order. */
export function register({ id, constant, data }: RuleName, project: Project): void {
  const registry = sourceAt(project, registryFile);
  importFrom(registry, registryFile, ruleFile(id), constant);
  insertSorted(registryObject(registry), id, constant);

  const ruleData = sourceAt(project, ruleDataFile);
  importFrom(ruleData, ruleDataFile, wordsFile(id), data, true);
  const fields = ruleData.getInterfaceOrThrow('RuleData');
  const names = fields.getProperties().map((field) => unquoted(field.getName()));
  fields.insertProperty(placeAmong(names, id), { name: `'${id}'`, type: data });

  for (const language of ['en', 'nb'] as const) {
    const words = sourceAt(project, languageFiles[language]);
    importFrom(words, languageFiles[language], wordsFile(id), constant);
    insertSorted(wordsObject(words, language), id, `${constant}.${language}`);
  }
  project.saveSync();
}

function importFrom(file: SourceFile, path: string, from: string, name: string, isTypeOnly = false): void {
  const moduleSpecifier = `./${posix.relative(posix.dirname(path), from)}`;
  file.addImportDeclaration({ isTypeOnly, moduleSpecifier, namedImports: [name] });
}

function insertSorted(object: ObjectLiteralExpression, id: string, initializer: string): void {
  object.insertPropertyAssignment(placeAmong([...entriesOf(object).keys()], id), { name: `'${id}'`, initializer });
}

function placeAmong(names: readonly string[], name: string): number {
  const after = names.findIndex((other) => other > name);
  return after === -1 ? names.length : after;
}
