import type { App } from '../../app/app.ts';
import { type Line as FileLine, lineAt, positionAt } from '../../files/lines.ts';
import { holdsSecret, linesWithSecrets } from '../../files/secret-text.ts';
import type { FileRange, Range } from '../../location.ts';
import type { Words } from '../../words/words.ts';
import type { Block, ExcerptLine } from './page.ts';

const linesAround = 2;
const mostMarked = 12;
/** Of what is marked, and of what stands on either side of it: files are minified, too. */
const mostCharacters = 200;

/** The place with the lines around it; nothing where a file has no such place. */
export function excerptBlocks({ workspace }: Pick<App, 'workspace'>, at: FileRange, words: Words): readonly Block[] {
  const read = workspace.read(at.file);
  if (read.kind !== 'text' || at.end <= at.start) return [];
  const { text } = read.source;
  const lines = linesAt(text, at);
  const first = lines[0] === undefined ? 1 : positionAt(text, lines[0].start).line;
  const secret = linesWithSecrets(text);
  const wholeOf = ({ start, end }: FileLine) => text.slice(start, end);
  // Looked at whole, for a key that is cut in two looks like none.
  const isHidden = (line: FileLine) => secret.has(wholeOf(line)) || holdsSecret(wholeOf(line));
  const indentation = sharedIndentation(lines.filter((line) => !isHidden(line)).map(wholeOf)).length;
  const parts = lines.map((line) =>
    isHidden(line) ? hidden(line, at, words) : shown(split(text, line, at), indentation),
  );
  return [{ kind: 'excerpt', lines: parts.map((part, index) => ({ number: first + index, ...part })) }];
}

type Parts = Omit<ExcerptLine, 'number'>;

/** Those of the place, as far as there is room, and some around them; without empty ones at the ends. */
function linesAt(text: string, at: Range): readonly FileLine[] {
  const lines = [lineAt(text, at.start)];
  for (let [first] = lines; first !== undefined && first.start > 0 && lines.length <= linesAround; [first] = lines) {
    lines.unshift(lineAt(text, first.start - 1));
  }
  const before = lines.length - 1;
  let after = 0;
  for (let last = lines.at(-1); last !== undefined && last.next > last.end; last = lines.at(-1)) {
    if (last.next >= at.end) after++;
    if (after > linesAround || lines.length >= before + mostMarked + after) break;
    lines.push(lineAt(text, last.next));
  }
  const isEmpty = ({ start, end }: FileLine) => text.slice(start, end).trim() === '';
  const from = lines.findIndex((line) => !isEmpty(line) || line.end >= at.start);
  const to = lines.findLastIndex((line) => !isEmpty(line) || line.start < at.end);
  return lines.slice(from, to + 1);
}

function split(text: string, line: FileLine, at: Range): Parts {
  const start = Math.min(Math.max(at.start, line.start), line.end);
  const end = Math.max(Math.min(at.end, line.end), start);
  const [, blank = '', marked = ''] = /^(\s*)([\s\S]*)$/.exec(text.slice(start, end)) ?? [];
  return { before: text.slice(line.start, start) + blank, marked, after: text.slice(end, line.end) };
}

function hidden(line: FileLine, at: Range, { page }: Words): Parts {
  const isMarked = line.start < at.end && line.end >= at.start;
  return isMarked
    ? { before: '', marked: page.lineHidden, after: '' }
    : { before: page.lineHidden, marked: '', after: '' };
}

/** What all lines begin with; an empty one begins with anything. */
function sharedIndentation(lines: readonly string[]): string {
  const own = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const [first = ''] = own;
  const shared = [...first].findIndex((character, index) => own.some((one) => one[index] !== character));
  return shared === -1 ? first : first.slice(0, shared);
}

/** A line that is too long is cut on both sides of what is meant. */
function shown({ before, marked, after }: Parts, indentation: number): Parts {
  if (marked === '') return { before: beginning((before + after).slice(indentation).trimEnd()), marked, after: '' };
  const left = before.slice(indentation);
  return {
    before: left.length <= mostCharacters ? left : `…${whole(left.slice(-mostCharacters))}`,
    marked: beginning(marked),
    after: beginning(after.trimEnd()),
  };
}

function beginning(text: string): string {
  return text.length <= mostCharacters ? text : `${whole(text.slice(0, mostCharacters))}…`;
}

/** Without the half of a character. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
