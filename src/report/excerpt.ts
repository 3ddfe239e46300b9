import type { App } from '../app/app.ts';
import { lineAt, positionAt } from '../files/lines.ts';
import { linesWithSecrets } from '../files/secret-text.ts';
import type { FileRange } from '../location.ts';
import { beginning, displayWidth, printable, takeUntil } from './display-width.ts';
import type { Paint } from './style.ts';

/** The indentation, the number and the line beside it. */
const gutter = 10;

/** The offending line with its number, and a mark below what is meant; nothing where a file has no such place. */
export function excerptOf(
  { workspace }: Pick<App, 'workspace'>,
  at: FileRange,
  width: number,
  paint: Paint,
): readonly string[] {
  const read = workspace.read(at.file);
  if (read.kind !== 'text' || at.end <= at.start) return [];
  const { text } = read.source;
  const line = lineAt(text, at.start);
  if (linesWithSecrets(text).has(text.slice(line.start, line.end))) return [];
  const before = shown(text.slice(line.start, at.start));
  const marked = shown(text.slice(at.start, Math.min(at.end, line.end)));
  const after = shown(text.slice(Math.min(at.end, line.end), line.end));
  const [head, body, tail] = fitted(before, marked, after, width - gutter);
  const number = String(positionAt(text, at.start).line).padStart(5);
  const mark = '^'.repeat(Math.max(1, displayWidth(body)));
  return [
    `${paint('dim', `${number} │`)} ${head}${body}${tail}`.trimEnd(),
    `${paint('dim', '      │')} ${' '.repeat(displayWidth(head))}${paint('yellow', mark)}`,
  ];
}

function shown(text: string): string {
  return printable(text.replaceAll('\t', '    '));
}

/** A line that is too long is cut on both sides of what is meant. */
function fitted(before: string, marked: string, after: string, width: number): readonly [string, string, string] {
  if (displayWidth(before + marked + after) <= width) return [before, marked, after];
  const body = beginning(marked, width - 2);
  const head = ending(before.trimStart(), Math.floor((width - displayWidth(body)) / 2));
  return [head, body, beginning(after, width - displayWidth(head + body))];
}

function ending(text: string, width: number): string {
  const backwards = (some: string) => [...some].reverse().join('');
  return displayWidth(text) <= width ? text : `…${backwards(takeUntil(backwards(text), width - 1))}`;
}
