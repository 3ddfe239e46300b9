import type { App } from '../app.ts';
import { discoverApps } from '../discovery/discover-apps.ts';
import { openImports } from '../imports.ts';
import type { AppProject } from '../project/app-projects.ts';
import type { Project } from '../project/project.ts';
import { sourcesOf } from '../project/sources.ts';
import { openSources } from '../sources.ts';
import { libraryVersionsOf } from '../versions/library-version.ts';
import { lineOfAll } from '../versions/read-versions.ts';
import { type Code, isExternal } from './external-uses.ts';
import { reachedFrom, repoProjects } from './repo-projects.ts';

/** A project that is part of no app, and what it compiles. */
export interface OutsideProject {
  readonly project: AppProject;
  readonly code: Code;
  /** It builds on the app by project references, as its tests do; otherwise on Altinn.App 9 by itself. */
  readonly buildsOnApp: boolean;
  /** Projects of other apps that it builds on as well. */
  readonly ofOtherApps: readonly string[];
}

/** Those that may name the external package and feel an upgrade to version 9, the ones that others build on first. */
export function outsideProjects(app: App): readonly OutsideProject[] {
  const { workspace } = app;
  // Without the app's code nobody has loaded the parser.
  if (app.sources.parsed().length === 0) return [];
  const all = repoProjects(workspace);
  const own = app.projects.map(({ file }) => file);
  const ofOtherApps = projectsOfOtherApps(app, all).filter((file) => !own.includes(file));
  const outside = all.filter(({ file }) => !own.includes(file) && !ofOtherApps.includes(file));
  const found = outside.flatMap((project) => {
    const reached = reachedFrom(project, all);
    const buildsOnApp = reached.some(({ file }) => own.includes(file));
    const reachedApps = reached.map(({ file }) => file).filter((file) => ofOtherApps.includes(file));
    const isConcerned = buildsOnApp || (reachedApps.length === 0 && isOnVersion9(reached));
    const read = isConcerned ? codeOf(project, app) : null;
    return read ? [{ ...read, buildsOnApp, ofOtherApps: reachedApps, reach: reached.length }] : [];
  });
  return found.sort((a, b) => a.reach - b.reach);
}

function projectsOfOtherApps({ workspace, location }: App, all: readonly Project[]): readonly string[] {
  const others = discoverApps(workspace, '.').filter(({ projectFolder }) => projectFolder !== location.projectFolder);
  const files = others.flatMap(({ projects }) => projects);
  const roots = all.filter(({ file }) => files.includes(file));
  return [...new Set(roots.flatMap((project) => reachedFrom(project, all).map(({ file }) => file)))];
}

function isOnVersion9(reached: readonly Project[]): boolean {
  const projects = reached.map((project, index) => ({ ...project, distance: index, sources: [] }));
  return lineOfAll(libraryVersionsOf(projects).app) === '9';
}

/** null where nothing of the package is named. */
function codeOf(project: Project, { workspace }: App): { readonly project: AppProject; readonly code: Code } | null {
  const paths = sourcesOf(workspace, project);
  const isNamed = project.usings.some(isExternal) || workspace.filesWithAny(['ApiClients'], paths).length > 0;
  if (!isNamed) return null;
  const compiled = { ...project, distance: 0, sources: paths };
  const sources = openSources(workspace, paths);
  // As of an app, those are read that say Maskinporten.
  sources.filesMentioning('Maskinporten');
  return {
    project: compiled,
    code: { projects: [compiled], sources, imports: openImports([compiled], sources), workspace },
  };
}
