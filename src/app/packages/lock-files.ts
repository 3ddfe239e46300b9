import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import type { Project } from '../project/project.ts';

/** The files that lock the versions of these projects' packages, at the two places where NuGet looks by itself. */
export function lockFilesOf(projects: readonly Project[], workspace: Workspace): readonly string[] {
  const places = projects.flatMap(({ file, folder }) => {
    const own = `packages.${posix.parse(file).name.replaceAll(' ', '_')}.lock.json`;
    return ['packages.lock.json', own].map((name) => posix.join(folder, name).toLowerCase());
  });
  return workspace.files.filter((file) => places.includes(file.toLowerCase()));
}

/** Those that list the package, referenced or brought by another. */
export function lockFilesListing(id: string, files: readonly string[], workspace: Workspace): readonly string[] {
  return files.filter((file) => {
    const read = workspace.read(file);
    // What cannot be read may list it.
    return read.kind !== 'text' || read.source.text.toLowerCase().includes(`"${id.toLowerCase()}"`);
  });
}
