import { onceAWorkspace } from '../../files/once-a-workspace.ts';
import { type Project, readProject } from '../project/project.ts';

/** Every C# project of the repo, those that no app reaches included. */
export const repoProjects = onceAWorkspace((workspace) => {
  const files = workspace.files.filter((file) => /\.csproj$/i.test(file));
  return files.map((file): Project => readProject(workspace, file));
});

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
