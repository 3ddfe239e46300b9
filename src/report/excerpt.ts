import type { App } from '../app/app.ts';
import { lineAt, positionAt } from '../files/lines.ts';
import { redactSecrets } from '../files/secret-text.ts';
import type { FileRange } from '../location.ts';
import type { Paint } from './style.ts';

const longestLine = 160;

/** The offending line with its number, and a mark below what is meant; nothing where a file has no such place. */
export function excerptOf({ workspace }: App, at: FileRange, paint: Paint): readonly string[] {
  const read = workspace.read(at.file);
  if (read.kind !== 'text' || at.end <= at.start) return [];
  const { text } = read.source;
  const line = lineAt(text, at.start);
  const shown = redactSecrets(text.slice(line.start, line.end));
  if (shown.length > longestLine || shown !== text.slice(line.start, line.end)) return [];
  const before = expandTabs(text.slice(line.start, at.start));
  const marked = expandTabs(text.slice(at.start, Math.min(at.end, line.end)));
  const number = String(positionAt(text, at.start).line).padStart(5);
  return [
    `${paint('dim', `${number} │`)} ${expandTabs(shown)}`,
    `${paint('dim', '      │')} ${' '.repeat(before.length)}${paint('yellow', '^'.repeat(Math.max(1, marked.length)))}`,
  ];
}

function expandTabs(text: string): string {
  return text.replaceAll('\t', '    ');
}
