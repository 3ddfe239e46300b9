import { onceAWorkspace } from '../../files/once-a-workspace.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import { type Evaluation, evaluateProject } from '../msbuild/evaluation.ts';
import {
  centralVersionsOf,
  type PackageReference,
  packageReferencesOf,
  pinnedVersionsOf,
} from '../msbuild/package-references.ts';
import { folderOf, pathFrom } from '../msbuild/paths.ts';
import type { UnreadProjectFile } from '../msbuild/project-file.ts';
import { type CompileChange, compileChangesOf } from './compile-changes.ts';
import { implicitUsingsOf, type ProjectUsing, projectUsingsOf } from './project-usings.ts';

export interface ProjectReference {
  /** The other project's file, which need not exist. */
  readonly path: string;
  readonly conditional: boolean;
  readonly element: FileRange;
}

/** A project file with everything that it imports. */
export interface Project {
  readonly file: string;
  readonly folder: string;
  readonly sdks: readonly string[];
  readonly packages: readonly PackageReference[];
  /** Central versions that also hold for packages which only come along with others. */
  readonly pinned: readonly PackageReference[];
  /** null where each project states its versions by itself. */
  readonly centralVersions: readonly PackageReference[] | null;
  readonly projectReferences: readonly ProjectReference[];
  readonly isTest: boolean;
  readonly defaultCompileItems: boolean;
  readonly compileChanges: readonly CompileChange[];
  readonly usings: readonly ProjectUsing[];
  /** Namespaces that the SDK imports, when it is told to. */
  readonly implicitUsings: readonly string[];
  /** As written; null where the SDK decides, or a condition. */
  readonly languageVersion: string | null;
  /** Under which id local runs find secrets outside the repo; null for none. */
  readonly userSecretsId: string | null;
  /** The project and its props and targets, those that could be read and those that could not. */
  readonly files: readonly string[];
  readonly unread: readonly UnreadProjectFile[];
}

const projectsOf = onceAWorkspace(() => new Map<string, Project>());

/** Discovery, the app itself and its neighbours ask for the same ones. */
export function readProject(workspace: Workspace, file: string): Project {
  const known = projectsOf(workspace);
  const project = known.get(file) ?? evaluated(workspace, file);
  known.set(file, project);
  return project;
}

function evaluated(workspace: Workspace, file: string): Project {
  const evaluation = evaluateProject(workspace, file);
  const packages = packageReferencesOf(evaluation);
  return {
    file,
    folder: folderOf(file),
    sdks: evaluation.sdks,
    packages,
    pinned: pinnedVersionsOf(evaluation),
    centralVersions: centralVersionsOf(evaluation),
    projectReferences: projectReferencesOf(evaluation, folderOf(file)),
    isTest: isTest(evaluation, packages),
    defaultCompileItems:
      !is(evaluation, 'EnableDefaultItems', 'false') && !is(evaluation, 'EnableDefaultCompileItems', 'false'),
    compileChanges: compileChangesOf(evaluation),
    usings: projectUsingsOf(evaluation),
    implicitUsings: implicitUsingsOf(evaluation),
    languageVersion: onlyValue(evaluation, 'LangVersion'),
    userSecretsId: onlyValue(evaluation, 'UserSecretsId'),
    files: evaluation.files,
    unread: evaluation.unread,
  };
}

/** null where it is not set, or a condition decides. */
function onlyValue({ properties }: Evaluation, name: string): string | null {
  const found = properties.get(name);
  const [only, ...others] = found?.kind === 'known' ? found.values : [];
  return only === undefined || only === '' || others.length > 0 ? null : only;
}

function projectReferencesOf(evaluation: Evaluation, folder: string): readonly ProjectReference[] {
  return evaluation.items
    .filter((item) => item.type === 'projectreference')
    .flatMap(({ include, conditional, element }) => {
      const path = pathFrom(folder, include);
      return path === null ? [] : [{ path, conditional, element }];
    });
}

const TEST_PACKAGE = /^(?:microsoft\.net\.test\.sdk|xunit(?:\..+)?|nunit(?:\..+)?|mstest(?:\..+)?|tunit)$/i;

function isTest(evaluation: Evaluation, packages: readonly PackageReference[]): boolean {
  if (is(evaluation, 'IsTestProject', 'true') || evaluation.sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk))) return true;
  return packages.some(({ id }) => TEST_PACKAGE.test(id));
}

function is({ properties }: Evaluation, name: string, value: string): boolean {
  const found = properties.get(name);
  return found?.kind === 'known' && found.values.every((text) => text.toLowerCase() === value);
}
