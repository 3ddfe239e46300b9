import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { argumentFor, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { accessOf, type GoingStatement, type NewText, referencesTo, tokensOf, tokenText } from './access-token.ts';
import { useOfExchange } from './service-arguments.ts';
import { statementBeside } from './statement-order.ts';
import { inParentheses, localSetTo, responseType, stringType } from './token-result.ts';
import { waitingFor } from './waiting.ts';

/** What changes besides the first call. */
export interface Exchanged {
  readonly texts: readonly NewText[];
  readonly statements: readonly GoingStatement[];
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
  const token = references.find((reference) => exchange && isTokenOf(exchange, reference, file));
  const invocation = exchange && readInvocation(exchange, file.text);
  if (!exchange || !token || !invocation) return 'response-used';
  const use = useOfExchange(invocation, file.text);
  if (use !== null) return use;
  const waiting = waitingFor(exchange, file.text);
  if (waiting.kind === 'none') return 'task-kept';
  const statement = statementBeside(exchange, declarator);
  if (statement === null) return 'exchanged-elsewhere';
  const others = references.filter((reference) => reference !== token);
  const after = afterExchange(waiting.node, { declarator, token, others, statement }, file);
  return typeof after === 'string' ? after : { ...after, exchange };
}

interface Pair {
  readonly declarator: SyntaxNode;
  /** Where the first token is handed to the exchange, and where else it is used. */
  readonly token: SyntaxNode;
  readonly others: readonly SyntaxNode[];
  readonly statement: SyntaxNode;
}

/** What of the second call's result is used, under the name of either. */
function afterExchange(
  exchanged: SyntaxNode,
  { declarator, token, others, statement }: Pair,
  file: CSharpFile,
): Omit<Exchanged, 'exchange'> | TokenUse {
  const going = { statement, keeps: [{ start: token.start, end: token.end }] };
  const value = inParentheses(exchanged);
  const again = assignedTo(value, others, statement);
  if (again !== null) {
    const left = others.filter((reference) => reference !== again);
    const tokens = tokensOf(left, file);
    return tokens === null ? 'response-used' : { texts: tokens, statements: [going] };
  }
  if (others.length > 0) return 'first-token-used';
  const response = localSetTo(value, responseType, file);
  if (response !== null) {
    const tokens = tokensOf(referencesTo(response.declarator, file), file);
    if (tokens === null) return 'response-used';
    return { texts: [renaming(declarator, response.declarator, file), ...tokens], statements: [going] };
  }
  const access = accessOf(exchanged, file.text);
  if (access === null) return 'response-used';
  const local = localSetTo(access, stringType, file);
  return local
    ? { texts: [renaming(declarator, local.declarator, file)], statements: [going] }
    : { texts: [tokenText(access, token, nameOf(declarator, file))], statements: [] };
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
  return { at: { start: name.start, end: name.end }, text: nameOf(to, file), keeps: [] };
}

function nameOf(declarator: SyntaxNode, { text }: CSharpFile): string {
  const name = childInRole(declarator, 'name');
  return name ? textOf(name, text) : '';
}
