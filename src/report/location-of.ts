import type { App } from '../app/app.ts';
import { locate } from '../files/lines.ts';
import type { FileRange, Location } from '../location.ts';

/** What people call a range of a file. */
export function locationOf({ workspace }: Pick<App, 'workspace'>, range: FileRange): Location {
  const read = workspace.read(range.file);
  return locate(range.file, read.kind === 'text' ? read.source.text : '', range);
}
