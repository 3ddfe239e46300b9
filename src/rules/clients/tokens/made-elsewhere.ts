import type { App } from '../../../app/app.ts';
import type { TokenConsumer } from '../../../app/clients/consumers/consumer.ts';
import { filesMaking } from '../../../app/clients/consumers/made-outside.ts';
import { type AppProject, readAppProjects } from '../../../app/project/app-projects.ts';
import { positionAt } from '../../../files/lines.ts';
import type { Reason } from '../../../words/reasons.ts';

/** Tests and tools that give the class its client with their own hands: they would no longer compile. */
export function madeElsewhere(app: App, { at, madeAs }: TokenConsumer): readonly Reason[] {
  const { workspace, sources, location } = app;
  if (madeAs === null) return [];
  const others = workspace.files.filter((path) => /\.cs$/i.test(path) && !sources.paths.includes(path));
  const making = filesMaking(madeAs, workspace, others);
  if (making.length === 0) return [];
  const projects = workspace.files
    .filter((path) => /\.csproj$/i.test(path))
    .map((path) => readAppProjects(workspace, { ...location, projects: [path] }));
  const compiling = (file: string) => projects.filter(([project]) => project?.sources.includes(file));
  // A file that no project compiles may be compiled in a way that is not seen.
  const meant = making.filter((file) => {
    const compiled = compiling(file);
    return compiled.length === 0 || compiled.some((reached) => reaches(reached, at.file));
  });
  if (meant.length === 0) return [];
  const inTests = meant.filter((file) => compiling(file).some(([project]) => project?.isTest));
  const tools = meant
    .filter((file) => !inTests.includes(file))
    .flatMap((file) => compiling(file).filter((reached) => reaches(reached, at.file)))
    .flatMap(([project]) => project?.file ?? []);
  return [
    { code: 'token-use', use: 'made-by-hand', line: lineOf(app, at) },
    ...(inTests.length > 0 ? [{ code: 'named-in-tests', name: madeAs, files: inTests } as const] : []),
    ...(tools.length > 0 ? [{ code: 'shared-library', projects: [...new Set(tools)] } as const] : []),
  ];
}

/** Another app of the repo may have a class of the same name. */
function reaches(reached: readonly AppProject[], file: string): boolean {
  return reached.some(({ sources }) => sources.includes(file));
}

function lineOf({ workspace }: App, { file, start }: TokenConsumer['at']): number {
  const read = workspace.read(file);
  return read.kind === 'text' ? positionAt(read.source.text, start).line : 1;
}
