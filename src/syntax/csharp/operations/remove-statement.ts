import { wholeLines } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../node.ts';
import { type CommentJudge, leadingComments, trailingComment } from './comments.ts';
import { deletion, edits, type Operation, refused } from './operation.ts';
import { onlyAsks } from './purity.ts';

export interface StatementRemoval {
  readonly root: SyntaxNode;
  readonly text: string;
  readonly judge: CommentJudge;
  /** Statements that go too, so they do not count as what keeps a block filled. */
  readonly going: ReadonlySet<SyntaxNode>;
}

/**
 * Takes a statement away together with what would be empty without it: its own line, an `if` around it that holds
 * nothing else, the `else` that it was all of.
 */
export function removeStatement(statement: SyntaxNode, removal: StatementRemoval): Operation {
  const { parent } = statement;
  if (parent === null) return refused('not-found');
  switch (parent.kind) {
    case 'global_statement':
      return removeStatement(parent, removal);
    case 'if_statement':
      return removeBranch(statement, parent, removal);
    case 'block':
      return removeFromBlock(statement, parent, removal);
    case 'compilation_unit':
    case 'declaration_list':
    case 'switch_section':
      return removeLines(statement, removal);
    default:
      return refused('only-statement');
  }
}

const mayBeEmpty = [
  'method_declaration',
  'local_function_statement',
  'constructor_declaration',
  'lambda_expression',
  'anonymous_method_expression',
];

function removeFromBlock(statement: SyntaxNode, block: SyntaxNode, removal: StatementRemoval): Operation {
  const isLast = namedChildren(block).every((child) => child === statement || removal.going.has(child));
  const owner = block.parent;
  if (!isLast || (owner && mayBeEmpty.includes(owner.kind))) return removeLines(statement, removal);
  if (owner?.kind !== 'if_statement') return refused('only-statement');
  const comments = block.children.filter((child) => child.kind === 'comment');
  const somethingStays = comments.some((comment) => !removal.judge.isAbout(textOf(comment, removal.text)));
  return somethingStays ? refused('comment-in-the-way') : removeBranch(block, owner, removal);
}

/** The branch of an `if` that would be empty: an `else` goes by itself, a first branch takes the `if` along. */
function removeBranch(branch: SyntaxNode, statement: SyntaxNode, removal: StatementRemoval): Operation {
  const condition = childInRole(statement, 'condition');
  const consequence = childInRole(statement, 'consequence');
  if (branch.field === 'alternative' && consequence) return removeElse(branch, consequence, removal);
  if (childInRole(statement, 'alternative') !== null) return refused('if-with-else');
  if (condition === null || !onlyAsks(condition, removal.text)) return refused('condition-with-effects');
  return removeStatement(statement, removal);
}

function removeElse(branch: SyntaxNode, consequence: SyntaxNode, { text }: StatementRemoval): Operation {
  const before = text.slice(consequence.end, branch.start);
  return before.trim() === 'else'
    ? edits(deletion({ start: consequence.end, end: branch.end }))
    : refused('comment-in-the-way');
}

function removeLines(statement: SyntaxNode, { root, text, judge }: StatementRemoval): Operation {
  const trailing = trailingComment(root, text, statement.end);
  const lines = wholeLines(text, { start: statement.start, end: trailing?.end ?? statement.end });
  if (lines === null) return edits(deletion(withSpaceBeside(text, statement)));
  const leading = leadingComments(root, text, lines, judge);
  return edits(deletion({ start: leading?.start ?? lines.start, end: lines.end }));
}

/** On a line that it shares, a statement takes one of the spaces around it along. */
function withSpaceBeside(text: string, range: Range): Range {
  const end = text[range.end] === ' ' ? range.end + 1 : range.end;
  const start = end === range.end && text[range.start - 1] === ' ' ? range.start - 1 : range.start;
  return { start, end };
}
