import type { AskedScopes } from '../../../../src/app/clients/built-in/asked-scopes.ts';
import { type BuiltInUse, readBuiltInUse } from '../../../../src/app/clients/built-in/read-built-in.ts';
import { openImports } from '../../../../src/app/imports.ts';
import type { FileRange } from '../../../../src/location.ts';
import { projectWith, type Sources } from '../../startup/started.ts';

const libraryUsings =
  'using Altinn.App.Core.Features.Maskinporten;\nusing Altinn.App.Core.Models;\nusing Microsoft.Extensions.DependencyInjection;\n';

/** What an app does with the built-in client, its files importing the library unless told otherwise. */
export function builtInUse(text: string, others: Sources = {}, usings = libraryUsings): BuiltInUse {
  const sources = Object.entries({ 'Client.cs': text, ...others }).map(([path, source]) => [path, usings + source]);
  const project = projectWith(Object.fromEntries(sources));
  return readBuiltInUse(project.files, { project, imports: openImports([], project) }, '.');
}

export function textAt({ file, start, end }: FileRange, text: string, others: Sources = {}): string {
  return (libraryUsings + (file === 'Client.cs' ? text : (others[file] ?? ''))).slice(start, end);
}

/** Each token that is asked for: the method, the scopes, `?` and why for those that cannot be told. */
export function tokenCalls(text: string, others: Sources = {}, usings = libraryUsings): readonly string[] {
  return builtInUse(text, others, usings).clients.flatMap(({ calls }) =>
    calls.map(({ method, asked }) => `${method}: ${told(asked)}`),
  );
}

export function told({ scopes, unknown }: AskedScopes): string {
  return [...scopes, ...(unknown ? [`? ${unknown.code}`] : [])].join(', ');
}
