import type { App } from '../../../app/app.ts';
import { readAppProjects } from '../../../app/project/app-projects.ts';
import type { Reason } from '../../../words/reasons.ts';

/** Tests of the app that name a type which the app no longer takes: nobody but their authors can rewrite those. */
export function testsNaming({ workspace, projects, location, sources }: App, name: string): readonly Reason[] {
  const own = projects.filter(({ distance }) => distance === 0).map(({ file }) => file);
  const others = workspace.files.filter((path) => /\.cs$/i.test(path) && !sources.paths.includes(path));
  const naming = workspace.filesWithAny([name], others);
  if (naming.length === 0) return [];
  const tests = workspace.files
    .filter((path) => /\.csproj$/i.test(path) && !own.includes(path))
    .map((path) => readAppProjects(workspace, { ...location, projects: [path] }))
    .filter(([first, ...reached]) => first?.isTest === true && reached.some(({ file }) => own.includes(file)))
    .flatMap(([first]) => first?.sources ?? []);
  const files = naming.filter((path) => tests.includes(path));
  return files.length === 0 ? [] : [{ code: 'named-in-tests', name, files }];
}
