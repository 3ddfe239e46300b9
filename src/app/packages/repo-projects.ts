import type { Workspace } from '../../files/workspace.ts';
import { type Project, readProject } from '../project/project.ts';

const read = new WeakMap<Workspace, readonly Project[]>();

/** Every C# project of the repo, those that no app reaches included. */
export function repoProjects(workspace: Workspace): readonly Project[] {
  const known = read.get(workspace);
  if (known !== undefined) return known;
  const files = workspace.files.filter((file) => /\.csproj$/i.test(file));
  const projects = files.map((file) => readProject(workspace, file));
  read.set(workspace, projects);
  return projects;
}

/** What a project reaches by project references, itself included. */
export function reachedFrom<P extends Project>(project: P, projects: readonly P[]): readonly P[] {
  const reached = [project];
  for (const { projectReferences } of reached) {
    for (const { path } of projectReferences) {
      const next = projects.find(({ file }) => file === path);
      if (next && !reached.includes(next)) reached.push(next);
    }
  }
  return reached;
}

/** The projects that build with a file: those that import it, and those that reach such a one. */
export function projectsBuiltWith(file: string, projects: readonly Project[]): readonly Project[] {
  return projects.filter((project) => reachedFrom(project, projects).some(({ files }) => files.includes(file)));
}
