import type { App } from '../app/app.ts';
import { lineStarts, locate } from '../files/lines.ts';
import type { SourceText } from '../files/text.ts';
import type { FileRange, Location } from '../location.ts';

/** A file is pointed at many times. */
const known = new WeakMap<SourceText, readonly number[]>();

/** What people call a range of a file. */
export function locationOf({ workspace }: Pick<App, 'workspace'>, range: FileRange): Location {
  const read = workspace.read(range.file);
  return locate(range.file, read.kind === 'text' ? startsIn(read.source) : '', range);
}

function startsIn(source: SourceText): readonly number[] {
  const starts = known.get(source) ?? lineStarts(source.text);
  known.set(source, starts);
  return starts;
}
