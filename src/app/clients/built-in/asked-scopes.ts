import type { UnknownReason } from '../../../syntax/csharp/evaluate/evaluation.ts';
import { at, excerpt, type Place } from '../../../syntax/csharp/evaluate/place.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, namedChildren, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import { scopesIn } from '../scopes.ts';
import { listNamed } from './named-list.ts';

/** What a call asks Maskinporten for. */
export interface AskedScopes {
  readonly scopes: readonly string[];
  /** Why there may be others; null when these are all. */
  readonly unknown: UnknownReason | null;
}

const creations = [
  'object_creation_expression',
  'implicit_object_creation_expression',
  'array_creation_expression',
  'implicit_array_creation_expression',
];
/** Calls that give the same texts in another kind of list. */
const copying = ['ToArray', 'ToList', 'ToHashSet', 'AsEnumerable', 'AsReadOnly', 'Distinct'];
/** Nobody lists this much; lists that are made of each other would otherwise be followed without end. */
const mostSteps = 500;

/** The scopes that an expression stands for: a text with spaces between them, or a list of such texts. */
export function askedScopes(expression: Place, project: CSharpProject, search = { steps: 0 }): AskedScopes {
  if (search.steps++ >= mostSteps) return unknowable({ code: 'too-deep' });
  const text = evaluateString(expression.node, expression.file, project);
  if (text.kind === 'known') return { scopes: scopesIn(text.value), unknown: null };
  if (expression.node.kind === 'conditional_expression') {
    return unknowable({ code: 'conditional', expression: excerpt(expression) });
  }
  const named = listNamed(expression, project);
  if (named?.kind === 'unknown') return unknowable(named.reason);
  const parts = named ? [named.place] : partsOf(expression);
  if (parts === null) return unknowable(text.reason);
  return joined(parts.map((part) => askedScopes(part, project, search)));
}

function unknowable(reason: UnknownReason): AskedScopes {
  return { scopes: [], unknown: reason };
}

export function joined(asked: readonly AskedScopes[]): AskedScopes {
  return {
    scopes: [...new Set(asked.flatMap(({ scopes }) => scopes))],
    unknown: asked.find((one) => one.unknown !== null)?.unknown ?? null,
  };
}

/** What a list is made of; null for what is no list. */
function partsOf(place: Place): readonly Place[] | null {
  const { node } = place;
  const [inner] = namedChildren(node);
  const here = (nodes: readonly (SyntaxNode | null | undefined)[]) =>
    nodes.flatMap((part) => (part ? [at(place, part)] : []));
  if (node.kind === 'parenthesized_expression' || node.kind === 'postfix_unary_expression') return here([inner]);
  if (node.kind === 'cast_expression') return here([childInRole(node, 'value')]);
  if (node.kind === 'collection_expression') return here(namedChildren(node).map(elementOf));
  if (creations.includes(node.kind)) return here(putInto(node));
  return node.kind === 'invocation_expression' ? partsOfCall(place, here) : null;
}

/** `x` of `[x]` and of `[..x]`. */
function elementOf(element: SyntaxNode): SyntaxNode | undefined {
  const [inner] = namedChildren(element);
  return inner && namedChildren(inner)[0];
}

/** Of `new List<string>(others) { "a" }`, others and "a". */
function putInto(creation: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const list = childOfKind(creation, 'argument_list');
  const initializer = childOfKind(creation, 'initializer_expression');
  const copied = list ? namedChildren(list).map((argument) => namedChildren(argument).at(-1)) : [];
  return [...copied, ...(initializer ? namedChildren(initializer) : [])];
}

/** `"a b".Split(' ')`, `list.ToArray()`, `list.Append("a")`, `list.Concat(other)`. */
function partsOfCall(
  { node, file }: Place,
  here: (nodes: readonly (SyntaxNode | null | undefined)[]) => readonly Place[],
): readonly Place[] | null {
  const call = readInvocation(node, file.text);
  if (call?.receiver == null) return null;
  const [first] = call.arguments;
  if (copying.includes(call.name) && first === undefined) return here([call.receiver]);
  if (call.name === 'Split' && splitsAtSpace(first?.value, file.text)) return here([call.receiver]);
  const adds = (call.name === 'Append' || call.name === 'Concat') && call.arguments.length === 1;
  return adds ? here([call.receiver, first?.value]) : null;
}

function splitsAtSpace(separator: SyntaxNode | undefined, text: string): boolean {
  return separator === undefined || /^(["']) \1$/.test(text.slice(separator.start, separator.end));
}
