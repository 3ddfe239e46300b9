import type { App } from '../app/app.ts';
import type { Words } from '../words/words.ts';

/** The version of Altinn.App, with what is assumed of it, and the target where that is another. */
export function versionText({ versions, target }: App, { terminal }: Words): string {
  const { declared, resolved, line } = versions;
  const own = line === '9' ? 'v9' : 'v8';
  const parts = [declared === null || line === 'unknown' ? terminal.versionUnknown : terminal.version(declared)];
  if (resolved !== null && resolved !== declared) parts.push(terminal.assumed(resolved));
  if (target !== own) parts.push(terminal.aimingAt(target));
  return parts.join(', ');
}
