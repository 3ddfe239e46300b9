import type { Range } from '../../../../location.ts';
import { at, type Place } from '../../../../syntax/csharp/evaluate/place.ts';
import { type CSharpFile, nodesOfKind } from '../../../../syntax/csharp/file.ts';
import { type Argument, type Invocation, readInvocation } from '../../../../syntax/csharp/invocation.ts';
import { namedChildren, type SyntaxNode } from '../../../../syntax/csharp/node.ts';
import { rootOf } from '../../../../syntax/csharp/project.ts';
import { beforeMark } from '../../../../syntax/csharp/types/null-marks.ts';
import { dottedName } from '../../../../syntax/csharp/using.ts';
import { type CodeTypes, isToken, isTokenBeforeDot } from '../code-types.ts';
import { isStatedToken } from './stated-token.ts';

/** An expression that is a token, where text is made of it by `ToString()`. */
export interface MaskingPlace {
  readonly form: 'interpolation' | 'to-string' | 'format';
  readonly token: Place;
  readonly subject: Range;
  /** What the text is part of. */
  readonly text: Place;
  /** The call to `ToString`, of that form. */
  readonly call: Invocation | null;
}

export function maskingPlaces(file: CSharpFile, code: CodeTypes): readonly MaskingPlace[] {
  return [
    ...nodesOfKind(file, 'interpolation').flatMap((node) => inHole(node, file)),
    ...nodesOfKind(file, 'invocation_expression').flatMap((node) => inCall(node, file, code)),
  ].filter(
    ({ form, token }) => (form === 'to-string' ? isTokenBeforeDot : isToken)(token, code) || isStatedToken(token, code),
  );
}

function inHole(hole: SyntaxNode, file: CSharpFile): readonly MaskingPlace[] {
  const expression = namedChildren(hole).find(({ kind }) => !kind.startsWith('interpolation_'));
  if (expression === undefined) return [];
  const text = { node: hole, root: rootOf(hole), file };
  const subject = { start: expression.start, end: hole.end };
  return [{ form: 'interpolation', token: at(text, expression), subject, text, call: null }];
}

function inCall(node: SyntaxNode, file: CSharpFile, code: CodeTypes): readonly MaskingPlace[] {
  const call = readInvocation(node, file.text);
  if (call?.receiver == null) return [];
  const text = { node, root: rootOf(node), file };
  if (call.name === 'ToString' && call.arguments.length === 0) {
    const token = at(text, beforeMark(call.receiver));
    return [{ form: 'to-string', token, subject: { start: token.node.start, end: node.end }, text, call }];
  }
  return formatted(call, text, code).map(({ value }) => {
    return { form: 'format', token: at(text, value), subject: value, text, call: null };
  });
}

/** Arguments that are taken as objects: with a string or a token for each, `Concat` and `Join` take strings. */
function formatted(call: Invocation, text: Place, code: CodeTypes): readonly Argument[] {
  const [first, ...rest] = call.arguments;
  if (call.name === 'AppendFormat') return rest;
  if (!/^(?:System\.)?[sS]tring$/.test(dottedName(call.receiver ?? call.nameNode, text.file.text))) return [];
  if (call.name === 'Format') return rest;
  const joined = call.name === 'Concat' ? call.arguments : call.name === 'Join' && first ? rest : [];
  return joined.some(({ value }) => isNoText(at(text, value), code)) ? joined : [];
}

const literals = ['integer_literal', 'real_literal', 'boolean_literal', 'character_literal'];
const otherTypes =
  /^(?:bool|byte|char|decimal|double|float|int|long|short|uint|ulong|object|Guid|DateTime|DateTimeOffset|DateOnly|TimeSpan|Uri)\??$/;

function isNoText(argument: Place, { types }: CodeTypes): boolean {
  if (literals.includes(argument.node.kind)) return true;
  const type = types.of(argument);
  return type !== null && otherTypes.test(type.text);
}
