import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Dotnet, workplace } from '../dotnet.ts';
import { evaluate, type Project, projectFilesBelow, targets } from './projects.ts';
import type { Snapshot } from './snapshots.ts';

export interface EvaluatedSnapshot extends Snapshot {
  readonly projects: readonly Project[];
  /** Projects that MSBuild cannot read. */
  readonly unread: readonly string[];
}

const kept = join(workplace, 'evaluated');

/**
 * What MSBuild makes of a project rests on the text of project files and on which sources there are. So a phase that
 * changes only what stands in C# files needs no new evaluation, and neither does the next run.
 */
export async function evaluateSnapshots(
  dotnet: Dotnet,
  snapshots: readonly Snapshot[],
  folder: string,
): Promise<readonly EvaluatedSnapshot[]> {
  const shaped = snapshots.map((snapshot) => ({ snapshot, kept: join(kept, shapeOf(snapshot, dotnet.version)) }));
  const models = new Map(shaped.filter((one) => !existsSync(one.kept)).map((one) => [one.kept, one.snapshot]));
  const paths = [...models.values()].flatMap((model) => projectFilesBelow(model.folder));
  const evaluated = paths.length === 0 ? [] : await evaluate(dotnet, paths, folder);
  mkdirSync(kept, { recursive: true });
  for (const [file, model] of models) {
    const own = evaluated.filter(({ path }) => path.startsWith(`${model.folder}/`));
    writeFileSync(file, JSON.stringify(own.map((project) => moved(project, model.folder, '.'))));
  }
  return shaped.map((one) => {
    const projects: readonly Project[] = JSON.parse(readFileSync(one.kept, 'utf8'));
    const here = projects.map((project) => moved(project, '.', one.snapshot.folder));
    const unread = projectFilesBelow(one.snapshot.folder).filter(
      (path) => !here.some((project) => project.path === path),
    );
    return { ...one.snapshot, projects: here, unread: unread.map((path) => relative(one.snapshot.folder, path)) };
  });
}

function shapeOf({ folder }: Snapshot, sdk: string): string {
  const hash = createHash('sha256').update(sdk).update(readFileSync(targets));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths) {
    if (/\.(csproj|props|targets)$/i.test(path)) hash.update(path).update(readFileSync(join(folder, path)));
    else if (path.endsWith('.cs')) hash.update(path);
  }
  return hash.digest('hex');
}

function moved(project: Project, from: string, to: string): Project {
  const at = (path: string) => join(to, relative(from, path));
  return {
    ...project,
    path: at(project.path),
    sources: project.sources.map(at),
    projects: project.projects.map(at),
  };
}
