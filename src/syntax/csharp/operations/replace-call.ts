import type { Range } from '../../../location.ts';
import { startsItsLine } from '../../white-space.ts';
import type { CSharpFile } from '../file.ts';
import { type Invocation, invocationAt } from '../invocation.ts';
import { childInRole, childOfKind, contains, nodeAt, type SyntaxNode, textOf } from '../node.ts';
import { notesWithin } from '../notes.ts';
import { fitsBehind, type Link, layoutAt, onlyLink, writeLinks } from './link-layout.ts';
import { type Prepared, replace, rootAround, whyNotEdited } from './replacement.ts';

/** What takes the place of a call in its chain. */
export interface ReplacedLinks {
  /** The argument of a static call that the links hang on, `Extensions.Call(receiver, …)`; null for what has a dot. */
  readonly receiver: Range | null;
  /** Where the last link ends that goes as well: the call itself, or one that follows it. */
  readonly through: number;
  readonly links: readonly Link[];
  /** The parts of the call that stand in the new links as well. */
  readonly keeps: readonly Range[];
}

/** Puts other links in the place of a call. Comments inside what goes stand above the last of them. */
export function replaceCall(file: CSharpFile, call: Range, replaced: ReplacedLinks): Prepared {
  const { through, links, keeps } = replaced;
  const refusal = whyNotEdited(file, call);
  if (refusal !== null) return { kind: 'refused', refusal };
  const root = rootAround(file, call);
  const invocation = root && invocationAt(root, call, file.text);
  if (root === null || invocation === null) return { kind: 'refused', refusal: 'not-found' };
  const receiver = replaced.receiver && nodeAt(root, replaced.receiver);
  const range = { start: receiver ? invocation.start : invocation.nameNode.start, end: through };
  const kept = [...keeps, ...(receiver ? [receiver] : [])];
  if (hasDirective(root, range)) return { kind: 'refused', refusal: 'conditional-compilation' };
  const comments = commentsIn(root, range, kept, file.text);
  const layout = layoutAt(file.text, invocation, range);
  const before = receiver ? inParentheses(receiver, file.text) : '';
  const [first, ...others] = links;
  const isAlone = first !== undefined && others.length === 0;
  const start = receiver ? range.start : dotOf(invocation)?.start;
  if (isAlone && start === undefined && comments.length > 0) return { kind: 'refused', refusal: 'comment-in-the-way' };
  if (isAlone && start !== undefined && (comments.length > 0 || !fitsBehind(before, first, layout))) {
    const isBegun = receiver === null && startsItsLine(file.text, start);
    const dot = receiver === null && invocation.nullConditional ? '?.' : '.';
    const all = commentsIn(root, { start, end: through }, kept, file.text);
    return replace(file, { start, end: through }, before + onlyLink(dot, first, all, layout, isBegun), kept);
  }
  const dot = receiver ? '.' : '';
  return replace(file, range, before + dot + writeLinks(links, comments, layout, (before + dot).length), kept);
}

/** The `.` or the `?` of `?.` before the name. */
function dotOf({ node }: Invocation): SyntaxNode | null {
  const callee = childInRole(node, 'function');
  return callee && childOfKind(callee, '.', '?');
}

function hasDirective(root: SyntaxNode, range: Range): boolean {
  return notesWithin(root, range).some(({ kind }) => kind !== 'comment');
}

function commentsIn(root: SyntaxNode, range: Range, keeps: readonly Range[], text: string): readonly string[] {
  return notesWithin(root, range)
    .filter((note) => note.kind === 'comment' && !keeps.some((kept) => contains(kept, note)))
    .map((comment) => textOf(comment, text).trimEnd());
}

const primary = [
  'identifier',
  'member_access_expression',
  'invocation_expression',
  'this',
  'parenthesized_expression',
  'element_access_expression',
];

function inParentheses(receiver: SyntaxNode, text: string): string {
  const written = textOf(receiver, text);
  return primary.includes(receiver.kind) ? written : `(${written})`;
}
