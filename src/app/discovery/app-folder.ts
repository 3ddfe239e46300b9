import { posix } from 'node:path';
import { folderOf } from '../msbuild/paths.ts';

/** The app's folder: the parent of `App/`, and of `src/` for `src/App`; without such a folder the project's own. */
export function appFolderOf(projectFolder: string): string {
  if (!isNamed(projectFolder, 'app')) return projectFolder;
  const parent = folderOf(projectFolder);
  return isNamed(parent, 'src') ? folderOf(parent) : parent;
}

function isNamed(folder: string, name: string): boolean {
  return posix.basename(folder).toLowerCase() === name;
}
