import type { Workspace } from '../../files/workspace.ts';
import type { XmlElement } from '../../syntax/xml/document.ts';
import { evaluate } from './condition.ts';
import { type ExpansionScope, expand } from './expand.ts';
import { type ItemGroup, operationsOf } from './item-groups.ts';
import { applyOperations, type Item, type ItemOperation } from './items.ts';
import { folderOf, pathFrom } from './paths.ts';
import { attribute, isNamed, readProjectFile, type UnreadProjectFile } from './project-file.ts';
import { emptyProperties, type Properties } from './properties.ts';
import { fileAbove, scopeOf } from './scope.ts';
import { and, not, type Truth } from './truth.ts';

/** A project with what it imports, evaluated as far as can be without a build. */
export interface Evaluation {
  readonly properties: Properties;
  readonly items: readonly Item[];
  /** Globs cannot be applied without a folder: who needs `Compile` items reads the operations. */
  readonly operations: readonly ItemOperation[];
  readonly sdks: readonly string[];
  /** Every file that was read, in order. */
  readonly files: readonly string[];
  readonly unread: readonly UnreadProjectFile[];
}

interface Run {
  readonly workspace: Workspace;
  readonly project: string;
  readonly properties: Properties;
  readonly groups: ItemGroup[];
  readonly sdks: string[];
  readonly files: string[];
  readonly unread: UnreadProjectFile[];
}

const MAX_FILES = 64;
const MAX_ITEMS = 5_000;

/** As MSBuild does: first all properties and imports in order, then all items, which see the properties' last values. */
export function evaluateProject(workspace: Workspace, project: string): Evaluation {
  const properties = emptyProperties();
  const run: Run = { workspace, project, properties, groups: [], sdks: [], files: [], unread: [] };
  for (const name of ['Directory.Build.props', 'Directory.Packages.props']) importAbove(run, name);
  importFile(run, project, 'true');
  importAbove(run, 'Directory.Build.targets');
  const operations = allOperations(run);
  return {
    properties,
    items: applyOperations(operations),
    operations,
    sdks: run.sdks,
    files: run.files,
    unread: run.unread,
  };
}

function allOperations(run: Run): readonly ItemOperation[] {
  const operations: ItemOperation[] = [];
  let names = 0;
  for (const group of run.groups) {
    for (const operation of operationsOf(group, scopeOf(run.workspace, run.project, group.file, run.properties))) {
      names += operation.names.length;
      if (names > MAX_ITEMS) {
        run.unread.push({ file: group.file, reason: 'too-many-items', at: operation.element });
        return operations;
      }
      operations.push(operation);
    }
  }
  return operations;
}

function importAbove(run: Run, name: string): void {
  const file = fileAbove(run.workspace, name, folderOf(run.project));
  if (file !== null) importFile(run, file, 'true');
}

/** A second import of a file is ignored, by MSBuild with a warning: this ends every cycle. */
function importFile(run: Run, file: string, holds: Truth): void {
  if (run.files.includes(file) || run.files.length >= MAX_FILES) return;
  const read = readProjectFile(run.workspace, file);
  if (read.kind === 'missing') return;
  run.files.push(file);
  if (read.kind === 'unread') {
    run.unread.push(read.unread);
    return;
  }
  const sdk = attribute(read.root, 'Sdk');
  if (sdk !== null) run.sdks.push(...sdk.split(';').map((name) => name.trim().replace(/\/.*$/, '')));
  walk(run, file, read.root, holds);
}

function walk(run: Run, file: string, parent: XmlElement, outer: Truth): void {
  const scope = scopeOf(run.workspace, run.project, file, run.properties);
  for (const element of parent.children) {
    if (isNamed(element, 'ItemGroup')) {
      run.groups.push({ file, element, holds: outer });
      continue;
    }
    const holds = and(outer, evaluate(attribute(element, 'Condition'), scope));
    if (holds === 'false') continue;
    if (isNamed(element, 'PropertyGroup')) setProperties(run, element, holds, scope);
    if (isNamed(element, 'ImportGroup')) walk(run, file, element, holds);
    if (isNamed(element, 'Import')) followImport(run, file, element, holds, scope);
    if (isNamed(element, 'Sdk')) run.sdks.push(attribute(element, 'Name') ?? '');
    if (isNamed(element, 'Choose')) choose(run, file, element, holds, scope);
  }
}

function setProperties(run: Run, group: XmlElement, outer: Truth, scope: ExpansionScope): void {
  for (const property of group.children) {
    const holds = and(outer, evaluate(attribute(property, 'Condition'), scope));
    if (holds === 'false') continue;
    const value = expand(property.text.trim(), scope);
    run.properties.set(property.localName, value, holds === 'true' ? 'certain' : 'possible');
  }
}

function followImport(run: Run, file: string, element: XmlElement, holds: Truth, scope: ExpansionScope): void {
  const sdk = attribute(element, 'Sdk');
  if (sdk !== null) {
    run.sdks.push(sdk);
    return;
  }
  const target = expand(attribute(element, 'Project') ?? '', scope);
  if (target.kind === 'unknown') return;
  for (const written of target.values) {
    const path = pathFrom(folderOf(file), written);
    if (path !== null) importFile(run, path, target.values.length === 1 ? holds : 'unknown');
  }
}

/** The first `When` that holds, else `Otherwise`; behind one that may hold, all is only possible. */
function choose(run: Run, file: string, element: XmlElement, outer: Truth, scope: ExpansionScope): void {
  let open = outer;
  for (const branch of element.children) {
    const condition = isNamed(branch, 'When') ? evaluate(attribute(branch, 'Condition'), scope) : 'true';
    const holds = and(open, condition);
    if (holds !== 'false') walk(run, file, branch, holds);
    open = and(open, not(condition));
  }
}
