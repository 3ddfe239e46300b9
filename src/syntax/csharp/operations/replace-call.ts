import type { Range } from '../../../location.ts';
import type { CSharpFile } from '../file.ts';
import { type Invocation, readInvocation } from '../invocation.ts';
import { contains, descendants, descendantsOfKind, nodeAt, type SyntaxNode, textOf } from '../node.ts';
import { type Layout, type Link, layoutAt, writeLinks } from './link-layout.ts';
import { type Prepared, replace, rootAround } from './replacement.ts';

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
  const root = rootAround(file, call);
  const invocation = root && findInvocation(root, call, file.text);
  if (root === null || invocation === null) return { kind: 'refused', refusal: 'not-found' };
  const receiver = replaced.receiver && nodeAt(root, replaced.receiver);
  const range = { start: receiver ? invocation.start : invocation.nameNode.start, end: through };
  const kept = [...keeps, ...(receiver ? [receiver] : [])];
  if (hasDirective(root, range)) return { kind: 'refused', refusal: 'conditional-compilation' };
  const comments = commentsIn(root, range, kept, file.text);
  const layout = layoutAt(file.text, invocation, range);
  const before = receiver ? `${inParentheses(receiver, file.text)}.` : '';
  if (comments.length > 0 && links.length === 1)
    return withCommentsAbove(file, invocation, range, comments, layout, links, kept);
  return replace(file, range, before + writeLinks(links, comments, layout, before.length), kept);
}

/** A link by itself: the comments go before its dot. */
function withCommentsAbove(
  file: CSharpFile,
  invocation: Invocation,
  range: Range,
  comments: readonly string[],
  layout: Layout,
  links: readonly Link[],
  keeps: readonly Range[],
): Prepared {
  const { text } = file;
  const dot = text.lastIndexOf('.', invocation.nameNode.start);
  const isPlain = invocation.receiver !== null && !invocation.nullConditional && dot >= invocation.receiver.end;
  if (!isPlain) return { kind: 'refused', refusal: 'comment-in-the-way' };
  const own = layout.ownLine ? '' : layout.lineEnd + layout.indentation;
  const above = comments.map((comment) => comment + layout.lineEnd + layout.indentation).join('');
  const written = writeLinks(links, [], { ...layout, ownLine: true }, 0);
  return replace(file, { start: dot, end: range.end }, `${own}${above}.${written}`, keeps);
}

function findInvocation(root: SyntaxNode, call: Range, text: string): Invocation | null {
  for (const node of descendantsOfKind(root, 'invocation_expression')) {
    if (node.start === call.start && node.end === call.end) return readInvocation(node, text);
  }
  return null;
}

function hasDirective(root: SyntaxNode, range: Range): boolean {
  return [...descendants(root)].some((node) => node.kind.startsWith('preproc_') && contains(range, node));
}

function commentsIn(root: SyntaxNode, range: Range, keeps: readonly Range[], text: string): readonly string[] {
  return [...descendantsOfKind(root, 'comment')]
    .filter((comment) => contains(range, comment) && !keeps.some((kept) => contains(kept, comment)))
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
