import { lineAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { childInRole, childOfKind, hasModifier, type SyntaxNode, textOf } from '../node.ts';
import { notesWithin } from '../notes.ts';
import { leadingComments, trailingComment } from './comments.ts';
import { type DoomedCall, type DoomedCalls, outermostDoomed, receiverOf, withoutDoomedEnd } from './doomed-call.ts';
import { deletion, edits, type Operation, refused } from './operation.ts';
import { changes } from './purity.ts';
import type { Surroundings } from './surroundings.ts';

/** A call inside an expression that stays: what it was called on takes its place. */
export function removeFromValue(call: DoomedCall, doomed: DoomedCalls, where: Surroundings): Operation {
  const receiver = receiverOf(call);
  if (receiver === null) return refused('value-used');
  if (call.invocation.nullConditional) return refused('null-conditional');
  const outermost = outermostDoomed(call, doomed).invocation.node;
  const left = withoutDoomedEnd(outermost, doomed);
  if (left === null) return refused('value-used');
  if (!isStatementByItself(left, where.text)) {
    if (isWholeBody(outermost, where.text)) return refused('expression-body');
    if (outermost.parent?.kind === 'expression_statement') return keepWhatHappens(outermost, left, where);
  }
  const operation =
    call.form === 'static' ? replaceBy(receiver, call.invocation.node) : removeLink(call, doomed, where);
  const mark = call.invocation.node === outermost ? markBehind(outermost) : null;
  return mark !== null && operation.kind === 'edits' && isMarked(left)
    ? edits(...operation.edits, deletion(mark))
    : operation;
}

/** The `!` behind an expression. C# takes no second one, not even behind parentheses. */
function markBehind(expression: SyntaxNode): SyntaxNode | null {
  const { parent } = expression;
  if (parent?.kind === 'parenthesized_expression') return markBehind(parent);
  return parent?.kind === 'postfix_unary_expression' ? childOfKind(parent, '!') : null;
}

function isMarked(expression: SyntaxNode): boolean {
  if (expression.kind === 'postfix_unary_expression') return childOfKind(expression, '!') !== null;
  const inner = expression.kind === 'parenthesized_expression' ? innerOf(expression) : null;
  return inner !== null && isMarked(inner);
}

function isStatementByItself(expression: SyntaxNode, text: string): boolean {
  const kinds = ['invocation_expression', 'object_creation_expression', 'await_expression', 'assignment_expression'];
  const unary = ['prefix_unary_expression', 'postfix_unary_expression'];
  const counts = unary.includes(expression.kind) && changes(expression, text);
  return kinds.includes(expression.kind) || counts;
}

/** `void F(…) => services.Call();` and lambdas: what would remain is no statement, or another value than before. */
function isWholeBody({ parent: owner }: SyntaxNode, text: string): boolean {
  if (owner?.kind === 'lambda_expression') return true;
  return owner?.kind === 'arrow_expression_clause' && owner.parent !== null && returnsNothing(owner.parent, text);
}

const valueMembers = [
  'property_declaration',
  'indexer_declaration',
  'operator_declaration',
  'conversion_operator_declaration',
];

function returnsNothing(member: SyntaxNode, text: string): boolean {
  if (valueMembers.includes(member.kind)) return false;
  if (member.kind === 'accessor_declaration') return !textOf(member, text).trimStart().startsWith('get');
  const type = childInRole(member, 'returns') ?? childInRole(member, 'type');
  if (type === null || textOf(type, text) === 'void') return true;
  return hasModifier(member, text, 'async') && /(^|[.:\s])(Value)?Task$/.test(textOf(type, text));
}

/** `services.A().Services.Call();` leaves `services.A();`, as no one asks for what it hands on. */
function keepWhatHappens(statement: SyntaxNode, left: SyntaxNode, { root, text, judge }: Surroundings): Operation {
  let kept = left;
  while (!isStatementByItself(kept, text)) {
    const inner = innerOf(kept);
    if (inner === null) return refused('value-used');
    kept = inner;
  }
  const gone = [
    { start: statement.start, end: kept.start },
    { start: kept.end, end: statement.end },
  ];
  const lost = gone.flatMap((range) => notesWithin(root, range)).filter((note) => !judge.isAbout(textOf(note, text)));
  if (lost.length > 0) return refused('comment-in-the-way');
  return edits(...gone.filter(({ start, end }) => start < end).map(deletion));
}

function innerOf(expression: SyntaxNode): SyntaxNode | null {
  switch (expression.kind) {
    case 'member_access_expression':
      return childInRole(expression, 'expression');
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
      return expression.children.find((child) => child.named && child.kind !== 'comment') ?? null;
    default:
      return null;
  }
}

function replaceBy(receiver: SyntaxNode, call: SyntaxNode): Operation {
  return edits(deletion({ start: call.start, end: receiver.start }), deletion({ start: receiver.end, end: call.end }));
}

/**
 * Without notes around it a link goes from the end of the one before to its own; with notes it goes by whole lines, and
 * so do those beside it that go as well.
 */
function removeLink(call: DoomedCall, doomed: DoomedCalls, where: Surroundings): Operation {
  const links = linksBeside(call, doomed);
  const start = receiverOf(links[0] ?? call);
  const receiver = receiverOf(call);
  if (start === null || receiver === null) return refused('value-used');
  if (!links.some((link) => hasNotes(link, where))) {
    return edits(deletion({ start: receiver.end, end: call.invocation.end }));
  }
  if (!links.every((link) => startsLine(link, where.text))) return refused('comment-in-the-way');
  const lines = linesOfLink(call, where);
  if (lines === null) return refused('comment-in-the-way');
  const { end } = (links.at(-1) ?? call).invocation;
  const semicolon = { start: start.end, end: start.end, replacement: ';' };
  return edits(...(endsStatement(end, where.text) ? [semicolon] : []), ...lines.map(deletion));
}

/** The links in a row that all go, in the order of the chain. */
function linksBeside(call: DoomedCall, doomed: DoomedCalls): readonly DoomedCall[] {
  const links: DoomedCall[] = [];
  for (let link: DoomedCall | undefined = outermostDoomed(call, doomed); link?.form === 'extension'; ) {
    links.unshift(link);
    const receiver = receiverOf(link);
    link = receiver === null ? undefined : doomed.get(receiver);
  }
  return links.includes(call) ? links : [call];
}

/** Comments and directives above it or at its end, as far as they are not for others to keep. */
function hasNotes(link: DoomedCall, { root, text, judge }: Surroundings): boolean {
  const { end, nameNode } = link.invocation;
  const above = { start: receiverOf(link)?.end ?? nameNode.start, end: nameNode.start };
  if (notesWithin(root, above).length > 0 || trailingComment(root, text, end) !== null) return true;
  const closing = endsStatement(end, text) ? trailingComment(root, text, end + 1) : null;
  return closing !== null && judge.isAbout(textOf(closing, text)) && startsLine(link, text);
}

function endsStatement(callEnd: number, text: string): boolean {
  return text[callEnd] === ';';
}

function dotOf({ invocation }: DoomedCall, text: string): number {
  return text.lastIndexOf('.', invocation.nameNode.start);
}

function startsLine(link: DoomedCall, text: string): boolean {
  const dot = dotOf(link, text);
  const line = lineAt(text, dot);
  return text.slice(line.start, dot).trim() === '' && line.start > (receiverOf(link)?.end ?? line.start);
}

/** The link's lines with the comments that are its own; null when something else stands at the end. */
function linesOfLink(link: DoomedCall, { root, text, judge }: Surroundings): readonly Range[] | null {
  const { end: callEnd } = link.invocation;
  const isLast = endsStatement(callEnd, text);
  const end = isLast ? callEnd + 1 : callEnd;
  const trailing = trailingComment(root, text, end);
  const lastLine = lineAt(text, trailing?.end ?? end);
  if (text.slice(trailing?.end ?? end, lastLine.end).trim() !== '') return null;
  const lines: Range = { start: lineAt(text, dotOf(link, text)).start, end: lastLine.next };
  // In a chain a comment stands above its own link, whatever follows.
  const leading = leadingComments(root, text, lines, { ...judge, namesIt: judge.isAbout });
  // After the semicolon it may be about the whole statement, which stays.
  if (isLast && trailing && !judge.isAbout(textOf(trailing, text))) {
    return [...(leading ? [leading] : []), { start: dotOf(link, text), end: trailing.start }];
  }
  return [{ start: leading?.start ?? lines.start, end: lines.end }];
}
