import { type StructuredPatchHunk, structuredPatch, formatPatch as toGitPatch } from 'diff';
import { encode, type SourceText } from './text.ts';

/** What becomes of one file. `before` is null for a new file, `after` for a deleted one. */
export interface FileChange {
  /** Relative to the git root, with `/`. */
  readonly path: string;
  readonly before: SourceText | null;
  readonly after: string | null;
  readonly mode?: '100644' | '100755';
  /** `lf` where git turns the line ends of the working tree into `\n`: the patch speaks of git's blobs. */
  readonly lineEnds: 'as-is' | 'lf';
  /** Said in a comment line before the file's diff, which `git apply` skips: `safe: config/custom-path`. */
  readonly labels: readonly string[];
}

export interface PatchOptions {
  /** The patch that takes the changes back. */
  readonly reverse?: boolean;
}

/** Counted, not timed, so that every machine writes the same patch; beyond it the whole file is replaced. */
const maxChangedLines = 2000;

/** A patch for `git apply`, in the order of the paths; '' when nothing changes. */
export function formatPatch(changes: readonly FileChange[], options: PatchOptions = {}): string {
  const sorted = [...changes].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  const twice = sorted.find((change, index) => change.path === sorted[index - 1]?.path);
  if (twice !== undefined) throw new Error(`two changes of one file in a patch: ${twice.path}`);
  return sorted.map((change) => patchOf(change, options.reverse ?? false)).join('');
}

function patchOf(change: FileChange, reverse: boolean): string {
  const before = beforeInGit(change);
  const after = afterInGit(change);
  const [oldText, newText] = reverse ? [after, before] : [before, after];
  if (oldText === newText) return '';
  const patch = toGitPatch({
    oldFileName: oldText === null ? '/dev/null' : `a/${change.path}`,
    newFileName: newText === null ? '/dev/null' : `b/${change.path}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: hunksOf(oldText ?? '', newText ?? ''),
    isGit: true,
    isCreate: oldText === null,
    isDelete: newText === null,
    ...(oldText === null && change.mode !== undefined && { newMode: change.mode }),
    ...(newText === null && change.mode !== undefined && { oldMode: change.mode }),
  });
  return change.labels.map((label) => `# ${label.replace(/[\r\n]+/g, ' ')}\n`).join('') + patch;
}

function beforeInGit({ path, before, lineEnds }: FileChange): string | null {
  if (before === null) return null;
  if (before.readOnly !== null)
    throw new Error(`a file that cannot be edited in a patch (${before.readOnly}): ${path}`);
  return inGit(before, before.text, lineEnds);
}

function afterInGit({ before, after, lineEnds }: FileChange): string | null {
  if (after === null) return null;
  return inGit(before ?? { text: '', bom: false, encoding: 'utf-8', readOnly: null }, after, lineEnds);
}

/** git sees bytes, so the byte-order mark belongs to the first line. */
function inGit(source: SourceText, text: string, lineEnds: FileChange['lineEnds']): string {
  const bytes = Buffer.from(encode(source, text)).toString('utf8');
  return lineEnds === 'lf' ? bytes.replaceAll('\r\n', '\n') : bytes;
}

function hunksOf(oldText: string, newText: string): StructuredPatchHunk[] {
  const hunks = diff(oldText, newText, 3);
  return needsMoreContext(oldText, newText, hunks) ? diff(oldText, newText, Infinity) : hunks;
}

/**
 * Where git is set to convert line ends, `git apply` first turns a file with `\r\n` into one with `\n`, and leaves it so,
 * unless a context line of the patch ends in `\r\n`. A mixed file may have none near the edit: then show it all.
 */
function needsMoreContext(oldText: string, newText: string, hunks: readonly StructuredPatchHunk[]): boolean {
  if (!oldText.includes('\r\n') && !newText.includes('\r\n')) return false;
  return !hunks.some((hunk) => hunk.lines.some((line) => line.startsWith(' ') && line.endsWith('\r')));
}

function diff(oldText: string, newText: string, context: number): StructuredPatchHunk[] {
  const options = { context, maxEditLength: maxChangedLines };
  return (
    structuredPatch('', '', oldText, newText, undefined, undefined, options)?.hunks ?? [wholeFile(oldText, newText)]
  );
}

function wholeFile(oldText: string, newText: string): StructuredPatchHunk {
  const oldLines = linesOf(oldText);
  const newLines = linesOf(newText);
  const lines = [...oldLines.flatMap((line) => marked('-', line)), ...newLines.flatMap((line) => marked('+', line))];
  return { oldStart: 1, oldLines: oldLines.length, newStart: 1, newLines: newLines.length, lines };
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: '-' | '+', line: string): readonly string[] {
  return line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'];
}
