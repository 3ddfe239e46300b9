import { type Expression, type Project, type SourceFile, SyntaxKind } from 'ts-morph';
import { type Severity, severities } from '../../src/rules/finding.ts';
import { projectRoot } from '../project.ts';
import { languageFiles, registryFile, ruleDataFile } from './rule-files.ts';
import { entriesOf, importedFrom, openSources, registryObject, sourceAt, unquoted, wordsObject } from './rule-lists.ts';

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

export function readRuleSources(project = openSources()): readonly RuleSource[] {
  const registry = sourceAt(project, registryFile);
  return [...entriesOf(registryObject(registry))].map(([id, constant]) => {
    const rule = importedFrom(registry, constant.getText());
    const listed = { registry: pathOf(rule), en: wordsOf(project, 'en', id), nb: wordsOf(project, 'nb', id) };
    return { id, listed, ...declaredIn(rule), data: dataOf(project, id) };
  });
}

function wordsOf(project: Project, language: 'en' | 'nb', id: string): string | null {
  const words = sourceAt(project, languageFiles[language]);
  const value = entriesOf(wordsObject(words, language)).get(id)?.asKind(SyntaxKind.PropertyAccessExpression);
  return value?.getName() === language ? pathOf(importedFrom(words, value.getExpression().getText())) : null;
}

function pathOf(file: SourceFile | null): string | null {
  return file === null ? null : file.getFilePath().slice(projectRoot.length);
}

function declaredIn(rule: SourceFile | null): Pick<RuleSource, 'example' | 'severities'> {
  if (rule === null) return { example: null, severities: [] };
  const [example] = valuesOf(rule, 'example').flatMap(literalsIn);
  const named = valuesOf(rule, 'severity').flatMap(literalsIn);
  return { example: example ?? null, severities: severities.filter((severity) => named.includes(severity)) };
}

function valuesOf(file: SourceFile, property: string): readonly Expression[] {
  return file
    .getDescendantsOfKind(SyntaxKind.PropertyAssignment)
    .filter((assignment) => assignment.getName() === property)
    .map((assignment) => assignment.getInitializerOrThrow());
}

function literalsIn(value: Expression): readonly string[] {
  const literal = value.asKind(SyntaxKind.StringLiteral);
  const literals = literal === undefined ? value.getDescendantsOfKind(SyntaxKind.StringLiteral) : [literal];
  return literals.map((one) => one.getLiteralValue());
}

function dataOf(project: Project, id: string): readonly DataField[] {
  const lists = sourceAt(project, ruleDataFile);
  const fields = lists.getInterfaceOrThrow('RuleData').getProperties();
  const type =
    fields
      .find((field) => unquoted(field.getName()) === id)
      ?.getTypeNode()
      ?.getText() ?? '';
  const declared = importedFrom(lists, type)?.getInterface(type);
  return (declared?.getProperties() ?? []).map((field) => ({
    name: field.getName(),
    type: field.getTypeNode()?.getText() ?? '',
    about: field
      .getJsDocs()
      .map((doc) => doc.getCommentText() ?? '')
      .join(' '),
  }));
}
