import type { App } from '../app.ts';
import type { AppProject } from '../project/app-projects.ts';
import { type LibraryVersions, libraryVersionsOf } from './library-version.ts';

/**
 * The versions of the app library that a file is compiled against: the app's, and that of a library project which
 * references another. NuGet lets the app's version decide when it runs, not when the library is built.
 */
export function versionsCompiling({ projects, versions }: App, file: string): readonly LibraryVersions[] {
  const libraries = projects.filter(({ distance, sources }) => distance > 0 && sources.includes(file));
  const own = libraries.map((library) => libraryVersionsOf(withReferences(library, projects)));
  return [versions, ...own.filter(({ app }) => app.kind !== 'unknown' || app.reason.code !== 'not-referenced')];
}

/** The library and what it reaches, at their distance from it. */
function withReferences(library: AppProject, projects: readonly AppProject[]): readonly AppProject[] {
  const reached = [{ ...library, distance: 0 }];
  for (const { distance, projectReferences } of reached) {
    for (const { path } of projectReferences) {
      const next = projects.find(({ file }) => file === path);
      if (next && !reached.some(({ file }) => file === path)) reached.push({ ...next, distance: distance + 1 });
    }
  }
  return reached;
}
