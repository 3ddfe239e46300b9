import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import type { AppLocation } from '../discovery/app-location.ts';

/** What kind of file sets environment variables; those of launch settings are for local runs only. */
export type VariablePlace = 'values' | 'dockerfile' | 'compose' | 'pipeline' | 'launch-settings';

export interface VariableFile {
  readonly file: string;
  readonly where: VariablePlace;
  readonly text: string;
}

/** How a file of each kind is called, and the folder that it is about. */
const kinds: readonly (readonly [where: VariablePlace, name: RegExp])[] = [
  ['compose', /^(.*?)\/?(?:deployment\/)?(?:docker-)?compose[^/]*\.ya?ml$/i],
  ['values', /^(.*?)\/?(?<![^/])deployment\/[^/]*\.ya?ml$/i],
  ['dockerfile', /^(.*?)\/?(?:deployment\/)?(?:(?<![^/])dockerfile(?:\.[^/]*)?|(?<=\/|^)[^/]*\.dockerfile)$/i],
  ['pipeline', /^(.*?)\/?(?<![^/])azure-pipelines[^/]*\.ya?ml$/i],
  ['pipeline', /^(.*?)\/?(?<![^/])\.(?:github|gitea)\/workflows\/[^/]*\.ya?ml$/i],
  ['pipeline', /^(.*?)\/?(?<![^/])\.azure[^/]*\/.*\.ya?ml$/i],
];

/** The files that say how the app is built, deployed and started: its own, and those beside or above it. */
export function variableFiles(workspace: Workspace, location: AppLocation): readonly VariableFile[] {
  const launch = posix.join(location.projectFolder, 'Properties/launchSettings.json').toLowerCase();
  return workspace.files.flatMap((file) => {
    const where = file.toLowerCase() === launch ? 'launch-settings' : placeOf(file, location.path);
    const read = where === null ? null : workspace.read(file);
    return where !== null && read?.kind === 'text' ? [{ file, where, text: read.source.text }] : [];
  });
}

function placeOf(file: string, appPath: string): VariablePlace | null {
  for (const [where, name] of kinds) {
    const folder = name.exec(file)?.[1];
    if (folder !== undefined) return concerns(folder || '.', appPath) ? where : null;
  }
  return null;
}

function concerns(folder: string, appPath: string): boolean {
  const isOutside = (path: string) => path.startsWith('..');
  return !isOutside(posix.relative(appPath, folder)) || !isOutside(posix.relative(folder, appPath));
}
