import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import { readSettingsFiles, type SettingsFile } from './settings-file.ts';

/** Reads a file that the start-up adds by a name of the app's own; null where nobody can tell what it holds. */
export type ReadOwnFile = (path: string) => SettingsFile | null;

/** As it is in the repo, below the project's folder: what git ignores, no deployed app has. */
export function readOwnFile(workspace: Workspace, projectFolder: string, path: string): SettingsFile | null {
  // On Linux, where the app is deployed, a backslash is a letter like any other.
  const isBelow = !posix.isAbsolute(path) && !path.includes('\\') && !posix.normalize(path).startsWith('..');
  const file = posix.join(projectFolder, path);
  if (!isBelow || !workspace.files.includes(file)) return null;
  const [read] = readSettingsFiles(workspace, [file]);
  // Whatever environment it is named for.
  return read ? { ...read, environment: 'all' } : null;
}
