import type { Range } from '../../location.ts';
import { removedLines } from '../removed-lines.ts';
import { isBlank, lineStart, skipSpaces, skipSpacesBack, startsItsLine } from '../white-space.ts';
import { endWithItsComment, startWithItsComments } from './comments.ts';
import type { YamlFile, YamlItem, YamlPair } from './document.ts';
import { proven, refused, type YamlEdit } from './edit.ts';
import { meaningOfAll } from './meaning.ts';

export interface RemoveOptions {
  /** What to do when the map or sequence would be empty: refuse, or remove what holds it. */
  readonly whenEmpty?: 'refuse' | 'remove-parent';
  /** Whether the comments on the lines right above are about what goes; otherwise they stay. */
  readonly isAbout?: (comment: string) => boolean;
}

export const removePair = (file: YamlFile, pair: YamlPair, options: RemoveOptions = {}): YamlEdit =>
  remove(file, pair, options);

export const removeItem = (file: YamlFile, item: YamlItem, options: RemoveOptions = {}): YamlEdit =>
  remove(file, item, options);

/** Takes a comment that stands on the last line along. */
function remove(file: YamlFile, part: YamlPair | YamlItem, options: RemoveOptions): YamlEdit {
  const holder = part.kind === 'pair' ? part.map : part.sequence;
  const siblings: readonly (YamlPair | YamlItem)[] = holder.kind === 'map' ? holder.pairs : holder.items;
  if (siblings.length === 1) {
    return options.whenEmpty === 'remove-parent' && holder.owner
      ? remove(file, holder.owner, options)
      : refused('would-be-empty');
  }
  const index = siblings.indexOf(part);
  const next = siblings[index + 1];
  const range =
    holder.style === 'flow'
      ? flowRange(file, part.range, siblings[index - 1]?.range, next?.range)
      : blockRange(file, holder.range, withComments(file, part.range, options), next?.range);
  if (!range) return refused('comment-in-the-way');
  const expected = meaningOfAll(file.roots, { without: new Set([part]) });
  return proven(file, { ...range, replacement: '' }, ({ roots }) => meaningOfAll(roots) === expected);
}

function withComments(file: YamlFile, { start, end }: Range, { isAbout }: RemoveOptions): Range {
  const above = startWithItsComments(file, start);
  return { start: above < start && isAbout?.(file.text.slice(above, start)) ? above : start, end };
}

/** Whole lines; the first of a map or sequence that begins behind a dash hands its place to the next one. */
function blockRange(file: YamlFile, holder: Range, range: Range, next: Range | undefined): Range | null {
  const { text } = file;
  const end = endWithItsComment(file, range.end);
  if (startsItsLine(text, range.start)) {
    const inside = { start: lineStart(text, holder.start), end: holder.end };
    return removedLines(text, { start: range.start, end }, inside);
  }
  if (!next) return { start: skipSpacesBack(text, range.start), end };
  return isBlank(text, end, next.start) ? { start: range.start, end: next.start } : null;
}

/** With the comma after it, or before it when it is the last. */
function flowRange(
  { text }: YamlFile,
  range: Range,
  previous: Range | undefined,
  next: Range | undefined,
): Range | null {
  if (next) {
    const gap = text.slice(range.end, next.start);
    if (!/^[ \t]*,[ \t]*(?:\r\n?|\n)?[ \t]*$/.test(gap)) return null;
    const ownLine = startsItsLine(text, range.start) && startsItsLine(text, next.start);
    if (ownLine) return { start: lineStart(text, range.start), end: lineStart(text, next.start) };
    return {
      start: range.start,
      end: startsItsLine(text, next.start) ? skipSpaces(text, range.end + gap.indexOf(',') + 1) : next.start,
    };
  }
  if (!previous || !/^\s*,\s*$/.test(text.slice(previous.end, range.start))) return null;
  return { start: previous.end, end: range.end };
}
