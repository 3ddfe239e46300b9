import { commentsIn, hasComments, loadCommentReaders } from '../app/comments.ts';
import { onceAWorkspace } from '../files/once-a-workspace.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FileRange, Range } from '../location.ts';
import { isIgnoring } from '../suppressed.ts';
import { aboutOf } from '../syntax/commented.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { CommentFault } from '../words/suppressions.ts';
import { readIgnoring } from './ignore-comment.ts';

/** A comment lets findings of a rule stand where it is. */
export interface IgnoreComment {
  readonly rule: RuleId;
  readonly reason: string;
  readonly expires: string | null;
  readonly at: FileRange;
  /** What it is about: each of them in the same file. */
  readonly about: readonly Range[];
}

/** A comment that was meant to, and does not. */
export interface FaultyComment {
  readonly at: FileRange;
  readonly fault: CommentFault;
}

export interface IgnoreComments {
  readonly comments: readonly IgnoreComment[];
  readonly faulty: readonly FaultyComment[];
}

/** Of all files of a repo that may have comments. */
export const ignoreCommentsIn = onceAWorkspace(readIgnoreComments);

async function readIgnoreComments(workspace: Workspace): Promise<IgnoreComments> {
  const files = workspace.filesWhere(isIgnoring, workspace.files.filter(hasComments));
  await loadCommentReaders(files);
  const read = files.map((file) => readFile(workspace, file));
  return { comments: read.flatMap(({ comments }) => comments), faulty: read.flatMap(({ faulty }) => faulty) };
}

function readFile(workspace: Workspace, file: string): IgnoreComments {
  const commented = commentsIn(workspace, file);
  if (commented === null) {
    return { comments: [], faulty: [{ at: { file, start: 0, end: 0 }, fault: { code: 'not-read' } }] };
  }
  const comments: IgnoreComment[] = [];
  const faulty: FaultyComment[] = [];
  for (const range of commented.comments) {
    const said = readIgnoring(commented.text.slice(range.start, range.end));
    if (said === null) continue;
    const at = { file, start: range.start, end: range.end };
    if (said.kind === 'fault') {
      faulty.push({ at, fault: said.fault });
      continue;
    }
    const { rules, reason, expires } = said;
    const about = aboutOf(commented, range);
    comments.push(...rules.map((rule) => ({ rule, reason, expires, at, about })));
  }
  return { comments, faulty };
}

export function isAbout(
  { rule, at, about }: IgnoreComment,
  finding: { readonly rule: RuleId; readonly at: FileRange },
): boolean {
  const { file, start } = finding.at;
  if (rule !== finding.rule || file !== at.file) return false;
  // What begins where it ends is the next thing.
  return about.some((one) => start === one.start || (one.start < start && start < one.end));
}
