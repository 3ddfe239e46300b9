import { posix } from 'node:path';
import { onceAWorkspace } from '../../files/once-a-workspace.ts';
import type { Workspace } from '../../files/workspace.ts';
import { folderOf, isBelow } from '../msbuild/paths.ts';
import { appFolderOf } from './app-folder.ts';
import type { AppLocation } from './app-location.ts';
import { appProjectsAmong, projectsThatMayBeApps } from './app-project.ts';

/** The apps in a folder of the workspace (`.` for all of it). A folder inside an app stands for that app. */
export function discoverApps(workspace: Workspace, scope: string): readonly AppLocation[] {
  const apps = allApps(workspace);
  const inside = apps.filter((app) => isBelow(app.projectFolder, scope));
  if (inside.length > 0) return inside;
  const around = apps.filter((app) => isBelow(scope, app.projectFolder));
  const nearest = Math.max(...around.map((app) => app.projectFolder.length));
  return around.filter((app) => app.projectFolder.length === nearest);
}

type Found = Pick<AppLocation, 'projectFolder' | 'projects'>;

const allApps = onceAWorkspace((workspace) => withPaths(foundIn(workspace)));

function foundIn(workspace: Workspace): readonly Found[] {
  const described = new Set(
    workspace.files.filter((file) => METADATA.test(file)).map((file) => folderOf(folderOf(file))),
  );
  const candidates = projectsThatMayBeApps(workspace, described);
  const folders = new Set([...candidates.map(folderOf), ...described]);
  return [...folders].sort().flatMap((projectFolder) => {
    const files = candidates.filter((file) => folderOf(file) === projectFolder);
    const projects = appProjectsAmong(workspace, files, described.has(projectFolder));
    const isApp = projects.length > 0 || (files.length === 0 && isAppFolder(workspace, projectFolder));
    return isApp ? [{ projectFolder, projects }] : [];
  });
}

const METADATA = /(?:^|\/)config\/applicationmetadata\.json$/i;

/** Metadata without a project make an app only in a folder called `App`: elsewhere they are mostly test data. */
function isAppFolder(workspace: Workspace, folder: string): boolean {
  return posix.basename(folder === '.' ? workspace.root : folder).toLowerCase() === 'app';
}

/** Two apps that would share a folder (`App` and `src/App` in one repo) are told apart by their projects' folders. */
function withPaths(found: readonly Found[]): readonly AppLocation[] {
  const folders = found.map(({ projectFolder }) => appFolderOf(projectFolder));
  const isShared = (path: string) => folders.filter((folder) => folder === path).length > 1;
  const paths = found.map(({ projectFolder }, index) => {
    const path = folders[index] ?? projectFolder;
    return isShared(path) ? projectFolder : path;
  });
  return found
    .map((app, index) => {
      const path = paths[index] ?? app.projectFolder;
      return { path, ...app, neighbours: paths.filter((other) => other !== path) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}
