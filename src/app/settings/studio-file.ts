import { type CSharpProject, callsNamed } from '../../syntax/csharp/project.ts';
import { findCallables } from '../startup/callable.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { findHost, hostMethod } from '../startup/host.ts';
import { isLeftOver } from '../startup/own-function.ts';

/** Whether the host adds the file that Studio provisions to the app's configuration. */
export type StudioFile = 'loaded' | 'not-loaded' | 'unknown';

/** A call that the start-up was not found to make, but that something may make, leaves it open. */
export function readStudioFile(
  executed: readonly ExecutedCall[],
  project: CSharpProject,
  startIsKnown: boolean,
): StudioFile {
  if (findHost(executed, project) !== null) return 'loaded';
  if (!startIsKnown) return 'unknown';
  const isOpen = callsNamed(project, hostMethod).some(({ invocation, file, root }) => {
    if (root !== file.views[0]?.root || findCallables(invocation, file, project).length > 0) return false;
    const isReached = executed.some(({ invocation: { node } }) => node === invocation.node);
    return !isReached && !isLeftOver(invocation.node, file, project);
  });
  return isOpen ? 'unknown' : 'not-loaded';
}
