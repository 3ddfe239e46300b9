import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { spelledPath } from '../spelled-path.ts';

/** The process has one name; another one counts when it is the only BPMN file there. */
export function processPath(workspace: Workspace, { projectFolder }: AppLocation): string | null {
  const usual = posix.join(projectFolder, 'config/process/process.bpmn');
  const folder = posix.dirname(usual).toLowerCase();
  const spelled = spelledPath(workspace, usual);
  if (spelled !== null) return spelled;
  const [only = null, ...more] = workspace.files.filter(
    (file) => /\.bpmn$/i.test(file) && posix.dirname(file).toLowerCase() === folder,
  );
  return more.length === 0 ? only : null;
}
