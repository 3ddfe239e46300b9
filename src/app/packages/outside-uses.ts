import type { App } from '../app.ts';
import { discoverApps } from '../discovery/discover-apps.ts';
import type { Project } from '../project/project.ts';
import { sourcesOf } from '../project/sources.ts';
import { isExternal, spelledOut } from './external-uses.ts';
import { repoProjects } from './repo-projects.ts';

const code = /\.(?:cs|csx|fs|vb|razor|cshtml)$/i;

/**
 * Whether anything in the repo besides the app's own code names the external package: tests, tools, scripts. `built` are
 * the projects that build with the reference in question. The code of another app that does not is its own affair.
 */
export function isUsedOutside(app: App, built: readonly Project[]): boolean {
  const { workspace, projects } = app;
  const others = repoProjects(workspace).filter((one) => !projects.some(({ file }) => file === one.file));
  const importing = others.filter(({ usings }) => usings.some(isExternal));
  const naming = filesNaming(app);
  if (importing.length + naming.length === 0) return false;
  const apart = otherApps(app).filter((file) => !built.some((project) => project.file === file));
  if (importing.some(({ file }) => !apart.includes(file))) return true;
  const ofOtherApps = others
    .filter(({ file }) => apart.includes(file))
    .flatMap((project) => sourcesOf(workspace, project));
  return naming.some((path) => !ofOtherApps.includes(path));
}

function filesNaming({ workspace, sources }: App): readonly string[] {
  const known = new Set(sources.paths);
  const candidates = workspace.files.filter((file) => code.test(file) && !known.has(file));
  return workspace.filesWithAny(['ApiClients'], candidates).filter((path) => {
    const read = workspace.read(path);
    return read.kind === 'text' && spelledOut.test(read.source.text);
  });
}

/** The project files of the other apps in the repo. */
function otherApps({ workspace, location }: App): readonly string[] {
  return discoverApps(workspace, '.')
    .filter(({ projectFolder }) => projectFolder !== location.projectFolder)
    .flatMap(({ projects }) => projects);
}
