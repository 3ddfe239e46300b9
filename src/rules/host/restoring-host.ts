import type { App } from '../../app/app.ts';
import type { Reason } from '../../words/reasons.ts';
import type { Change } from '../finding.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { tooOldFor } from '../version/requirement.ts';

/** What brings the host back that reads the provisioned file, or why it is left to people. */
export interface RestoringHost {
  readonly obstacles: readonly Reason[];
  readonly changes: readonly Change[];
  readonly doubts: readonly Reason[];
}

const nothing: RestoringHost = { obstacles: [], changes: [], doubts: [] };

/** The provisioned file is read through the host from 8.3 until v9, whose client finds it by itself. */
export function isHostMissing({ studioFile, versions }: App): boolean {
  return studioFile === 'not-loaded' && versions.line !== '<8.3' && versions.line !== '9';
}

export function restoringHost(app: App): RestoringHost {
  if (!isHostMissing(app)) return nothing;
  const comesBack = app.missingHost?.comesBack;
  const tooOld = tooOldFor(app.versions, '8.3.0');
  if (tooOld.length > 0) return { ...nothing, obstacles: tooOld };
  if (comesBack?.kind !== 'restored') {
    const isForDevelopment = comesBack?.kind === 'development-only';
    return { ...nothing, obstacles: [{ code: isForDevelopment ? 'host-development-only' : 'host-place-unclear' }] };
  }
  const { at, side, code, replaced } = comesBack.restoration;
  const insertion: Change =
    side === 'above' ? { kind: 'insert-statement', at, text: code } : { kind: 'insert-below', at, code };
  return {
    obstacles: [],
    changes: [
      insertion,
      ...replaced.map((statement) => {
        return { kind: 'remove-statement', at: statement, mentions: ['LoadAppConfig'], keeps: [], once: [] } as const;
      }),
      { kind: 'imports', at, needs: ['Altinn.App.Api.Extensions'], mayGo: [] },
    ],
    doubts: [{ code: 'host-restored', file: at.file }, ...sharedWithOthers(app, at.file)],
  };
}
