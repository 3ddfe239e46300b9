import type { App } from '../../app/app.ts';
import { isWithin } from '../../app/settings/section.ts';
import type { SettingsKey } from '../../app/settings/settings-file.ts';
import { linesAround } from '../../files/lines-around.ts';
import { linesWithSecrets } from '../../files/secret-text.ts';
import type { Reason } from '../../words/reasons.ts';
import type { SettingsChange } from '../finding.ts';

/** Files of which a patch would show the value of a key: on the lines that it changes, or on those around. */
export function keysShown({ workspace, settings }: App, changes: readonly SettingsChange[]): readonly Reason[] {
  return [...new Set(changes.map(({ at }) => at.file))].flatMap((file) => {
    const read = workspace.read(file);
    const secret = read.kind === 'text' ? linesWithSecrets(read.source.text) : new Set<string>();
    if (read.kind !== 'text' || secret.size === 0) return [];
    const keys = settings.find((one) => one.file === file)?.keys ?? [];
    const touched = changes.filter(({ at }) => at.file === file).flatMap((change) => keysTouched(change, keys));
    const isShown = touched.some(({ at }) =>
      linesAround(read.source.text, at.start, shownAround).some((line) => secret.has(line)),
    );
    return isShown ? [{ code: 'key-shown', file } as const] : [];
  });
}

/** Three lines of context, and one for a comma that goes with the key before. */
const shownAround = 4;

/** A key that goes takes all along that stands in it. */
function keysTouched(change: SettingsChange, keys: readonly SettingsKey[]): readonly SettingsKey[] {
  const own = keys.find(({ at }) => at.start === change.at.start);
  if (own === undefined) return [];
  return change.kind === 'remove-setting' ? keys.filter(({ path }) => isWithin(own.path, path)) : [own];
}
