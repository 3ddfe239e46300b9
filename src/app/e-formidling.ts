import type { CSharpFile } from '../syntax/csharp/file.ts';
import type { NameSources } from './clients/external/package-names.ts';
import type { AppMetadata } from './metadata/read-metadata.ts';
import type { ReadProcess } from './process/process.ts';
import { callsFrom } from './scopes/library-calls.ts';

/** Whether the app sends by eFormidling: by its metadata, its process or its code. */
export function sendsEFormidling(
  metadata: AppMetadata,
  process: ReadProcess,
  files: readonly CSharpFile[],
  sources: NameSources,
): boolean {
  if (metadata.kind === 'known' && metadata.sendsEFormidling) return true;
  const tasks = process.kind === 'process' ? process.tasks : [];
  const isTask = tasks.some(({ type }) => type?.name.toLowerCase() === 'eformidling');
  return isTask || callsFrom('AddEFormidlingServices', files, sources).length > 0;
}
