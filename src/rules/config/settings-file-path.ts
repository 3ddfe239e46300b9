import type { App } from '../../app/app.ts';
import { isDeployed } from '../../app/settings/environment-variables.ts';
import { ownFiles } from '../../app/settings/own-files.ts';
import { isForDevelopment } from '../../app/settings/settings-file.ts';
import { type SettingsFilePath, settingsFilePaths } from '../../app/settings/settings-file-path.ts';
import { usesMaskinporten } from '../../app/status.ts';
import type { Reason } from '../../words/reasons.ts';
import type { FindingOf, Remedy, SettingsChange } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { keysShown } from './shown-keys.ts';

export const settingsFilePath: Rule<'config/settings-file-path'> = {
  id: 'config/settings-file-path',
  severity: 'warning',
  phase: 'switch',
  fixes: ['review', 'manual', 'none'],
  example: 'config-settings-file-path',
  check: (app) => {
    // Below 8.3 nothing reads it.
    if (app.versions.capabilities.settingsFilePath === 'no' || !usesMaskinporten(app)) return [];
    const own = settingsFilePaths(ownFiles(app));
    const usual = settingsFilePaths(app.settings).filter(({ at }) => !own.some((one) => one.at.file === at.file));
    return [
      ...usual.map((one) => findingFor(app, one, remedyFor)),
      ...own.map((one) => findingFor(app, one, leftToPeople)),
    ];
  },
};

/** Of a file that the app adds by itself. */
function leftToPeople(_: App, { at: { file } }: SettingsFilePath): Remedy {
  return { kind: 'manual', reasons: [{ code: 'own-source', file }] };
}

function findingFor(
  app: App,
  path: SettingsFilePath,
  remedyOf: (app: App, path: SettingsFilePath) => Remedy,
): FindingOf<'config/settings-file-path'> {
  const { at, environment } = path;
  const local = isForDevelopment(path);
  return {
    rule: 'config/settings-file-path',
    severity: local ? 'note' : 'warning',
    phase: 'switch',
    at,
    subject: at,
    data: { file: at.file, environment, target: app.target },
    remedy: local ? { kind: 'none' } : remedyOf(app, path),
  };
}

function remedyFor(app: App, path: SettingsFilePath): Remedy {
  const changes = [removalOf(path)];
  const shown = keysShown(app, changes);
  return shown.length > 0
    ? { kind: 'manual', reasons: shown }
    : { kind: 'change', changes, reasons: [removedReason(path)] };
}

/** What goes along when a client comes to read the file that Studio provisions. */
export function settingsFilePathAlong(app: App): {
  readonly obstacles: readonly Reason[];
  readonly changes: readonly SettingsChange[];
  readonly doubts: readonly Reason[];
} {
  // v9 reads the provisioned file whatever the configuration says.
  if (app.versions.capabilities.settingsFilePath === 'removed') return { obstacles: [], changes: [], doubts: [] };
  const deployed = settingsFilePaths(app.settings).filter((path) => !isForDevelopment(path));
  const changes = deployed.map(removalOf);
  const variables = app.environmentVariables.filter((one) => one.section === '' && isDeployed(one));
  return {
    obstacles: [
      ...[...new Set(variables.map(({ file }) => file))].map((file) => ({ code: 'settings-file-path', file }) as const),
      ...keysShown(app, changes),
    ],
    changes,
    doubts: deployed.map(removedReason),
  };
}

function removalOf({ at }: SettingsFilePath): SettingsChange {
  return { kind: 'remove-setting', at };
}

function removedReason({ at: { file } }: SettingsFilePath): Reason {
  return { code: 'settings-file-path-removed', file };
}
