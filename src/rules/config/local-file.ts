import type { App } from '../../app/app.ts';
import { loadsLocalFile } from '../../app/settings/default-sections.ts';
import { sectionsInCode } from '../../app/settings/maskinporten-sections.ts';
import { defaultSection, isDefaultSection, type SettingsSection, sectionsAt } from '../../app/settings/section.ts';
import { isLocal } from '../../app/settings/settings-file.ts';
import { readsOwnSettings } from '../../app/settings/unread-settings.ts';
import { usesMaskinporten } from '../../app/status.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const localFile: Rule<'config/local-file'> = {
  id: 'config/local-file',
  severity: 'error',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'config-local-file',
  check: (app) => {
    if (!loadsLocalFile(app) || !usesMaskinporten(app)) return [];
    return sectionsRead(app)
      .flatMap((path) => sectionsAt(path, app.settings))
      .filter((section) => isLocal(section) && section.keys.length > 0)
      .map(findingFor);
  },
};

/** That the app has credentials from: the default one, and what its code binds. */
function sectionsRead(app: App): readonly string[] {
  const bound = sectionsInCode(app);
  const isRead = readsOwnSettings(app) && !bound.some(isDefaultSection);
  return isRead ? [defaultSection, ...bound] : bound;
}

function findingFor({ file, path, keys, at }: SettingsSection): FindingOf<'config/local-file'> {
  return {
    rule: 'config/local-file',
    severity: 'error',
    phase: 'prepare',
    at,
    subject: at,
    data: { file, section: path, keys: keys.map(({ name }) => name) },
    remedy: { kind: 'manual', reasons: [] },
  };
}
