import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import type { ExpansionScope } from './expand.ts';
import { folderOf, pathFrom, upwardsFrom } from './paths.ts';
import type { Properties } from './properties.ts';
import { known, type Values } from './values.ts';

/**
 * What an expression in `file` sees when `project` is built. MSBuild's folders are absolute; here `/` stands for the
 * root, which comes to the same for every path that stays inside it.
 */
export function scopeOf(workspace: Workspace, project: string, file: string, properties: Properties): ExpansionScope {
  const reserved = new Map<string, string>([
    ['msbuildthisfile', posix.basename(file)],
    ['msbuildthisfilename', posix.parse(file).name],
    ['msbuildthisfiledirectory', posix.join('/', folderOf(file), '/')],
    ['msbuildthisfilefullpath', `/${file}`],
    ['msbuildprojectfile', posix.basename(project)],
    ['msbuildprojectname', posix.parse(project).name],
    ['msbuildprojectdirectory', posix.join('/', folderOf(project))],
    ['msbuildprojectfullpath', `/${project}`],
  ]);
  return {
    property(name): Values | null {
      const own = reserved.get(name.toLowerCase());
      return own === undefined ? properties.get(name) : known(own);
    },
    fileAbove(name, folder) {
      const found = fileAbove(workspace, name, folder);
      return found === null ? null : `/${found}`;
    },
    exists(path) {
      const place = pathFrom('.', path);
      return place !== null && workspace.read(place).kind === 'text';
    },
  };
}

/** The nearest file of this name in the folder or above it; the search ends at the root. */
export function fileAbove(workspace: Workspace, name: string, folder: string): string | null {
  const start = pathFrom('.', folder);
  if (start === null) return null;
  return (
    upwardsFrom(start)
      .map((above) => posix.join(above, name))
      .find((path) => workspace.read(path).kind !== 'missing') ?? null
  );
}
