import type { App } from '../../app/app.ts';
import { isProvisionedFileCleared } from '../../app/startup/cleared.ts';
import type { Reason } from '../../words/reasons.ts';
import type { Change } from '../finding.ts';
import { restoringHost } from '../host/restoring-host.ts';
import { ownSources } from './own-source.ts';
import { settingsFilePathAlong } from './settings-file-path.ts';

/** What must hold for the built-in client to read the file that Studio provisions, and what of it can be brought about. */
export interface ProvisionedFile {
  readonly obstacles: readonly Reason[];
  readonly changes: readonly Change[];
  readonly doubts: readonly Reason[];
}

export function provisionedFile(app: App): ProvisionedFile {
  const host = restoringHost(app);
  const path = settingsFilePathAlong(app);
  const own = ownSources(app);
  return {
    obstacles: [
      ...(host.obstacles.length > 0 ? [{ code: 'studio-file-not-loaded' } as const] : []),
      ...(isProvisionedFileCleared(app) ? [{ code: 'studio-file-cleared' } as const] : []),
      ...path.obstacles,
      ...own.obstacles,
    ],
    changes: [...host.changes, ...path.changes],
    doubts: [...host.doubts, ...path.doubts, ...own.doubts],
  };
}
