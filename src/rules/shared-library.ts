import { posix } from 'node:path';
import type { App } from '../app/app.ts';
import { readAppProjects } from '../app/project/app-projects.ts';
import type { Reason } from '../words/reasons.ts';

/** Why a change in a file is not the app's alone to make: projects that are no part of it compile the file too. */
export function sharedWithOthers(app: App, file: string): readonly Reason[] {
  const own = app.projects.filter(({ distance }) => distance === 0);
  const isOwn = (path: string) => own.some((project) => project.file === path);
  const isBeside = posix.relative(app.location.projectFolder, file).startsWith('..');
  if (!isBeside && own.some(({ sources }) => sources.includes(file))) return [];
  const others = app.workspace.files
    .filter((path) => /\.csproj$/i.test(path) && !app.projects.some((project) => project.file === path))
    .filter((path) => {
      const reached = readAppProjects(app.workspace, { ...app.location, projects: [path] });
      const [other] = reached;
      return other?.isTest === false && reached.some((one) => !isOwn(one.file) && one.sources.includes(file));
    });
  return others.length === 0 ? [] : [{ code: 'shared-library', projects: others }];
}
