import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import { folderOf } from '../msbuild/paths.ts';
import { type Project, readProject } from '../project/project.ts';

/** Project files worth evaluating: a search of bytes and of names spares parsing the rest. */
export function projectsThatMayBeApps(workspace: Workspace, described: ReadonlySet<string>): readonly string[] {
  const projects = workspace.files.filter((file) => /\.csproj$/i.test(file));
  const imports = workspace.files.filter((file) => /\.(?:props|targets)$/i.test(file));
  if (workspace.filesWithAny(LIBRARY, imports).length > 0) return projects;
  const naming = new Set(workspace.filesWithAny(LIBRARY, projects));
  return projects.filter((file) => naming.has(file) || described.has(folderOf(file)));
}

const LIBRARY = ['Altinn.App.', 'altinn.app.'];

/**
 * Which project files of one folder make an app. Beside metadata every project is one that is no test; where some
 * reference the app library, the others are libraries.
 */
export function appProjectsAmong(
  workspace: Workspace,
  files: readonly string[],
  hasMetadata: boolean,
): readonly string[] {
  const projects = files.map((file) => readProject(workspace, file)).filter((project) => !project.isTest);
  const programs = projects.filter((project) => referencesAppLibrary(project) && isProgram(workspace, project));
  return (programs.length === 0 && hasMetadata ? projects : programs).map(({ file }) => file);
}

/** The packages that only an app references: a library or a test takes Altinn.App.Core. */
const APP_PACKAGE = /^altinn\.app\.(?:api(?:\.experimental)?|platformservices|common)$/i;

/** A project file that cannot be parsed named the library, or it would not be looked at: its app must not vanish. */
function referencesAppLibrary(project: Project): boolean {
  if (project.unread.some(({ file }) => file === project.file)) return true;
  const packages = project.packages.map(({ id }) => id);
  const projects = project.projectReferences.map(({ path }) => posix.parse(path).name);
  return [...packages, ...projects].some((name) => APP_PACKAGE.test(name));
}

/** Something that starts: a web project, or one with a class that starts one. */
function isProgram(workspace: Workspace, project: Project): boolean {
  if (project.sdks.some((sdk) => /^Microsoft\.NET\.Sdk\.Web$/i.test(sdk))) return true;
  return workspace.files.some((file) => folderOf(file) === project.folder && START_FILE.test(posix.basename(file)));
}

const START_FILE = /^(?:Program|Startup)\.cs$/i;
