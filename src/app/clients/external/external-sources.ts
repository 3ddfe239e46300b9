import type { EnvironmentVariable } from '../../settings/environment-variables.ts';
import type { SettingsFile } from '../../settings/settings-file.ts';
import type { ExecutedCall } from '../../startup/execution.ts';
import type { NameSources } from './package-names.ts';

/** What the clients of the package are read from, besides the files that name them. */
export interface ExternalSources extends NameSources {
  readonly executed: readonly ExecutedCall[];
  readonly settings: readonly SettingsFile[];
  readonly deployed: readonly EnvironmentVariable[];
  readonly vault: boolean;
  readonly appPath: string;
}
