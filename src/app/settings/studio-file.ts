import type { Workspace } from '../../files/workspace.ts';
import type { SettingsFile } from './settings-file.ts';

/** Whether the host adds the file that Studio provisions to the app's configuration. */
export type StudioFile = 'loaded' | 'not-loaded' | 'unknown';

/** A call anywhere is taken to run. Where the start-up cannot be followed at all, nothing can be said. */
export function readStudioFile(workspace: Workspace, sources: readonly string[], startIsKnown: boolean): StudioFile {
  if (workspace.filesWithAny(['ConfigureAppWebHost('], sources).length > 0) return 'loaded';
  return startIsKnown ? 'not-loaded' : 'unknown';
}

const otherPath = 'maskinportensettingsfilepath';

/** The settings files that point deployed apps at another file than the one Studio provisions. */
export function filesWithOtherPath(settings: readonly SettingsFile[]): readonly string[] {
  return settings
    .filter(({ environment }) => environment.toLowerCase() !== 'development')
    .filter(({ entries }) => entries.some(({ path, filled }) => filled && path.toLowerCase() === otherPath))
    .map(({ file }) => file);
}
