import type { Workspace } from '../../files/workspace.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { type Project, readProject } from './project.ts';
import { sourcesOf } from './sources.ts';

/** A project that is part of an app. */
export interface AppProject extends Project {
  /** The app itself, or a library that it reaches by project references: directly (1) or further away. */
  readonly distance: number;
  /** The C# files that it compiles. */
  readonly sources: readonly string[];
}

/** An app's own projects and all that they reference inside the root, nearest first. */
export function readAppProjects(workspace: Workspace, app: AppLocation): readonly AppProject[] {
  const projects: AppProject[] = [];
  const seen = new Set<string>();
  let next: readonly string[] = app.projects;
  for (let distance = 0; next.length > 0; distance += 1) {
    const fresh = [...new Set(next)].filter((file) => !seen.has(file) && workspace.read(file).kind !== 'missing');
    for (const file of fresh) seen.add(file);
    const found = fresh.map((file) => readProject(workspace, file));
    projects.push(...found.map((project) => ({ ...project, distance, sources: sourcesOf(workspace, project) })));
    next = found.flatMap((project) => project.projectReferences.map(({ path }) => path));
  }
  return projects;
}
