import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { argumentFor, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { ancestors, childInRole, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { accessOf, type NewText, referencesTo, tokensOf } from './access-token.ts';
import { useOfExchange } from './service-arguments.ts';
import { inParentheses, localSetTo, stringType } from './token-result.ts';
import { waitingFor } from './waiting.ts';

/** What changes besides the first call. */
export interface Exchanged {
  readonly texts: readonly NewText[];
  readonly statements: readonly SyntaxNode[];
  readonly exchange: SyntaxNode;
}

/**
 * A token that is only asked for to be exchanged, in the statements that follow: one call does both, where the first
 * stands, and the exchange goes.
 */
export function exchangeOf(
  declarator: SyntaxNode,
  references: readonly SyntaxNode[],
  exchanges: readonly SyntaxNode[],
  file: CSharpFile,
): Exchanged | TokenUse {
  const exchange = exchanges.find((call) => references.some((reference) => isTokenOf(call, reference, file)));
  const invocation = exchange && readInvocation(exchange, file.text);
  if (!exchange || !invocation) return 'response-used';
  const use = useOfExchange(invocation, file.text);
  if (use !== null) return use;
  const waiting = waitingFor(exchange, file.text);
  const statement = statementOf(exchange);
  if (waiting.kind === 'none') return 'task-kept';
  if (
    statement === null ||
    listOf(statement) !== listOf(statementOf(declarator)) ||
    isConditional(exchange, statement)
  ) {
    return 'exchanged-elsewhere';
  }
  const others = references.filter((reference) => !isTokenOf(exchange, reference, file));
  const value = inParentheses(waiting.node);
  const again = assignedTo(value, others, statement);
  if (again !== null) {
    const tokens = tokensOf(
      others.filter((reference) => reference !== again),
      file,
    );
    return tokens === null ? 'response-used' : { texts: tokens, statements: [statement], exchange };
  }
  if (others.length > 0) return 'first-token-used';
  const local = localSetTo(value, /(^|\.)TokenResponse\??$/, file);
  if (local !== null) {
    const tokens = tokensOf(referencesTo(local.declarator, file), file);
    if (tokens === null) return 'response-used';
    return { texts: [renaming(declarator, local.declarator, file), ...tokens], statements: [statement], exchange };
  }
  const access = accessOf(waiting.node, file.text);
  if (access === null) return 'response-used';
  const token = localSetTo(access, stringType, file);
  if (token !== null) {
    return { texts: [renaming(declarator, token.declarator, file)], statements: [statement], exchange };
  }
  return {
    texts: [{ at: { start: access.start, end: access.end }, text: nameOf(declarator, file) }],
    statements: [],
    exchange,
  };
}

function isTokenOf(exchange: SyntaxNode, reference: SyntaxNode, { text }: CSharpFile): boolean {
  const argument = argumentFor(readInvocation(exchange, text)?.arguments ?? [], 'tokenResponse', 0);
  return (
    argument !== null &&
    textOf(argument.value, text).replace(/!$/, '') === textOf(reference, text) &&
    argument.value.start === reference.start
  );
}

/** `token = await service.ExchangeToAltinnToken(token, …);` */
function assignedTo(value: SyntaxNode, references: readonly SyntaxNode[], statement: SyntaxNode): SyntaxNode | null {
  const assignment =
    value.parent?.kind === 'assignment_expression' && value.parent.parent === statement ? value.parent : null;
  const left = assignment && childInRole(assignment, 'left');
  return references.find((reference) => reference === left) ?? null;
}

/** The first call now gives what the second one's variable is called after. */
function renaming(from: SyntaxNode, to: SyntaxNode, file: CSharpFile): NewText {
  const name = childInRole(from, 'name') ?? from;
  return { at: { start: name.start, end: name.end }, text: nameOf(to, file) };
}

function nameOf(declarator: SyntaxNode, { text }: CSharpFile): string {
  const name = childInRole(declarator, 'name');
  return name ? textOf(name, text) : '';
}

function statementOf(node: SyntaxNode): SyntaxNode | null {
  for (const outer of ancestors(node))
    if (outer.kind.endsWith('_statement') && outer.kind !== 'global_statement') return outer;
  return null;
}

function listOf(statement: SyntaxNode | null): SyntaxNode | null {
  const list = statement?.parent ?? null;
  return list?.kind === 'global_statement' ? list.parent : list;
}

const deciding = [
  'conditional_expression',
  'switch_expression_arm',
  'lambda_expression',
  'anonymous_method_expression',
];

/** Whether the exchange is made each time the statement runs. */
function isConditional(exchange: SyntaxNode, statement: SyntaxNode): boolean {
  for (const outer of ancestors(exchange)) {
    if (outer === statement) return false;
    const isRight =
      outer.kind === 'binary_expression' && /(&&|\|\||\?\?)/.test(childInRole(outer, 'operator')?.kind ?? '');
    if (deciding.includes(outer.kind) || isRight) return true;
  }
  return false;
}
