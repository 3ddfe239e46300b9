import type { Workspace } from '../../files/workspace.ts';
import { folderOf, isBelow, upwardsFrom } from '../msbuild/paths.ts';
import { globMatcher } from './glob.ts';
import type { Project } from './project.ts';

/**
 * The C# files that a project compiles: by default all below its folder. The SDK's glob would also take those of a
 * project nested in it, but such a repo only builds when they are excluded in one way or another (else the nested
 * project's generated files clash), so a file belongs to the nearest project; two projects in one folder share.
 */
export function sourcesOf(workspace: Workspace, project: Project): readonly string[] {
  const candidates = workspace.files.filter((file) => /\.cs$/i.test(file));
  const projectFolders = new Set(workspace.files.filter((file) => PROJECT_FILE.test(file)).map(folderOf));
  const byDefault = candidates.filter(
    (file) =>
      isBelow(file, project.folder) &&
      !IN_OUTPUT_OR_HIDDEN.test(fromFolder(file, project.folder)) &&
      upwardsFrom(folderOf(file)).find((folder) => projectFolders.has(folder)) === project.folder,
  );
  let sources = new Set(project.defaultCompileItems ? byDefault : []);
  for (const { kind, globs } of project.compileChanges) {
    const matches = globMatcher(project.folder, globs);
    if (kind === 'remove') sources = new Set([...sources].filter((file) => !matches(file)));
    else for (const file of candidates.filter(matches)) sources.add(file);
  }
  return candidates.filter((file) => sources.has(file));
}

const PROJECT_FILE = /\.(?:cs|fs|vb)proj$/i;
const IN_OUTPUT_OR_HIDDEN = /^(?:bin|obj)\/|(?:^|\/)\.[^/]+\//i;

function fromFolder(file: string, folder: string): string {
  return folder === '.' ? file : file.slice(folder.length + 1);
}
