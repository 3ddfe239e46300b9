import { type ExternalClients, readExternalClients } from '../../../../src/app/clients/external/read-external.ts';
import { openImports } from '../../../../src/app/imports.ts';
import type { EnvironmentVariable } from '../../../../src/app/settings/environment-variables.ts';
import { readSettingsFiles, type SettingsFile } from '../../../../src/app/settings/settings-file.ts';
import { entryPointsOf, executedCalls } from '../../../../src/app/startup/execution.ts';
import type { FileRange } from '../../../../src/location.ts';
import { projectWith, type Sources } from '../../startup/started.ts';
import { workspaceOf } from '../../workspace-of.ts';

export interface Around {
  readonly others?: Sources;
  readonly settings?: readonly SettingsFile[];
  readonly deployed?: readonly EnvironmentVariable[];
  readonly vault?: boolean;
  readonly appPath?: string;
  /** What every file begins with. */
  readonly usings?: string;
}

const packageUsings = 'using Altinn.ApiClients.Maskinporten.Extensions;\n';

/** What an app registers with the external package, its files importing that. */
export function externalClients(program: string, around: Around = {}): ExternalClients {
  const { others = {}, settings = [], deployed = [], vault = false, appPath = '.', usings = packageUsings } = around;
  const sources = Object.entries({ 'Program.cs': program, ...others }).map(([path, text]) => [path, usings + text]);
  const project = projectWith(Object.fromEntries(sources));
  return readExternalClients(project.files, {
    project,
    imports: openImports([], project),
    executed: executedCalls(project, entryPointsOf(project.files)),
    settings,
    deployed,
    vault,
    appPath,
  });
}

/** Settings files by the environment that they are for, `all` for `appsettings.json`. */
export function settingsFor(byEnvironment: Readonly<Record<string, unknown>>): readonly SettingsFile[] {
  const files = Object.entries(byEnvironment).map(([environment, content]) => {
    const name = environment === 'all' ? 'appsettings.json' : `appsettings.${environment}.json`;
    return [name, JSON.stringify(content)] as const;
  });
  return readSettingsFiles(
    workspaceOf(Object.fromEntries(files)),
    files.map(([name]) => name),
  );
}

/** The text at a place of a program whose facts were read with the same surroundings. */
export function textAt({ file, start, end }: FileRange, program: string, around: Around = {}): string {
  const { others = {}, usings = packageUsings } = around;
  return (usings + (file === 'Program.cs' ? program : (others[file] ?? ''))).slice(start, end);
}

/** The only registration of a program. */
export function registrationIn(program: string, around: Around = {}) {
  const [only, ...others] = externalClients(program, around).registrations;
  if (only === undefined || others.length > 0) throw new Error(`${others.length} more registrations, or none`);
  return only;
}

/** The only one, of an `HttpClient`. */
export function clientIn(program: string, around: Around = {}) {
  const registration = registrationIn(program, around);
  if (registration.kind !== 'external-http-client') throw new Error('no client');
  return registration;
}
