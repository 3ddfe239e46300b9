import type { App } from '../../app/app.ts';
import { filesWithOtherPath } from '../../app/settings/studio-file.ts';
import type { Reason } from '../../words/reasons.ts';

/** Why the file that Studio provisions would not be what the built-in client reads. */
export function studioFileMissing({ studioFile, versions, settings }: App): readonly Reason[] {
  // Below 8.3 there is no such file, and the version says it all.
  const isMissing = studioFile === 'not-loaded' && versions.line !== '<8.3' && versions.line !== '9';
  return [
    ...(isMissing ? [{ code: 'studio-file-not-loaded' } as const] : []),
    ...filesWithOtherPath(settings).map((file) => ({ code: 'settings-file-path', file }) as const),
  ];
}
