import { type ExternalClients, readExternalClients } from '../../../../src/app/clients/external/read-external.ts';
import { openImports } from '../../../../src/app/imports.ts';
import type { SettingsFile } from '../../../../src/app/settings/settings-file.ts';
import { entryPointsOf, executedCalls } from '../../../../src/app/startup/execution.ts';
import { projectWith, type Sources } from '../../startup/started.ts';

export interface Around {
  readonly others?: Sources;
  readonly settings?: readonly SettingsFile[];
  readonly vault?: boolean;
  readonly appPath?: string;
}

/** What an app registers with the external package, its `Program.cs` importing that. */
export function externalClients(
  program: string,
  { others = {}, settings = [], vault = false, appPath = '.' }: Around = {},
): ExternalClients {
  const imported = 'using Altinn.ApiClients.Maskinporten.Extensions;\n';
  const sources = Object.entries({ 'Program.cs': program, ...others }).map(([path, text]) => [path, imported + text]);
  const project = projectWith(Object.fromEntries(sources));
  return readExternalClients(project.files, {
    project,
    imports: openImports([], project),
    executed: executedCalls(project, entryPointsOf(project.files)),
    settings,
    vault,
    appPath,
  });
}
