import { type Invocation, readInvocation } from '../invocation.ts';
import { childOfKind, namedChildren, type SyntaxNode } from '../node.ts';
import { dottedName } from '../using.ts';
import { display, joinVia, knownText, type Result, unknown } from './evaluation.ts';
import { at, excerpt, type Place, type Reader } from './place.ts';
import { expandAlias, usingsInForce } from './type-lookup.ts';
import { evaluateNameof } from './type-name.ts';

/** As .NET defines it, which is not what JavaScript trims. */
const space = '[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const outerSpace = new RegExp(`^${space}+|(?<!${space})${space}+$`, 'g');
const stringTypes = ['string', 'String', 'System.String'];
const pathTypes = ['ConfigurationPath', 'Microsoft.Extensions.Configuration.ConfigurationPath'];

/** Calls whose result the platform's documentation fixes. */
export function evaluateCall(place: Place, reader: Reader): Result {
  const call = readInvocation(place.node, place.file.text);
  const computed = unknown({ code: 'computed', expression: excerpt(place) });
  if (call === null) return computed;
  const [first] = call.arguments;
  if (call.name === 'nameof' && call.receiver === null && first) return evaluateNameof(first.value, place);
  const values = valuesPassed(call);
  const owner = ownerOf(call, place, reader);
  if (owner !== null && call.arguments.every(({ name }) => name === null)) {
    if (stringTypes.includes(owner)) return evaluateStringCall(call.name, values, place, reader);
    if (pathTypes.includes(owner) && call.name === 'Combine') return joined(':', values, place, reader);
  }
  return call.receiver === null ? computed : evaluateOnText(call, place, reader);
}

/** `KeyDelimiter` and `Empty`, which no app declares. */
export function evaluatePlatformField(receiver: string, name: string, place: Place, reader: Reader): Result | null {
  const owner = expandAlias(receiver, place.file, reader.project);
  if (stringTypes.includes(owner) && name === 'Empty') return knownText('');
  return pathTypes.includes(owner) && name === 'KeyDelimiter' ? knownText(':') : null;
}

function ownerOf({ receiver, name }: Invocation, place: Place, reader: Reader): string | null {
  const { file } = place;
  if (receiver !== null) return expandAlias(dottedName(receiver, file.text), file, reader.project);
  const imported = usingsInForce(file, reader.project).filter((using) => using.kind === 'static');
  const owners = imported.map((using) => using.target);
  return owners.find((owner) => pathTypes.includes(owner) && name === 'Combine') ?? null;
}

function evaluateStringCall(name: string, values: readonly SyntaxNode[], place: Place, reader: Reader): Result {
  const [first, ...others] = values;
  if (first !== undefined) {
    if (name === 'Concat') return joined('', values, place, reader);
    const start = name === 'Join' || name === 'Format' ? reader.evaluate(at(place, first)) : null;
    if (start?.kind === 'unknown') return start;
    if (start && name === 'Join') return withVia(joined(display(start.value), others, place, reader), start.via);
    if (start && name === 'Format') return withVia(formatted(display(start.value), others, place, reader), start.via);
  }
  return unknown({ code: 'computed', expression: excerpt(place) });
}

function withVia(result: Result, via: Extract<Result, { kind: 'known' }>['via']): Result {
  return result.kind === 'known' ? { ...result, via: joinVia([via, result.via]) } : result;
}

function joined(separator: string, values: readonly SyntaxNode[], place: Place, reader: Reader): Result {
  const texts = textsOf(values, place, reader);
  return 'reason' in texts ? texts : knownText(texts.map(({ text }) => text).join(separator), viaOf(texts));
}

function formatted(format: string, values: readonly SyntaxNode[], place: Place, reader: Reader): Result {
  const texts = textsOf(values, place, reader);
  if ('reason' in texts) return texts;
  let complete = true;
  const text = format.replace(/\{\{|\}\}|\{(\d+)\}|[{}]/g, (mark, index?: string) => {
    if (mark === '{{' || mark === '}}') return mark.slice(1);
    const value = index === undefined ? undefined : texts[Number(index)];
    complete &&= value !== undefined;
    return value?.text ?? '';
  });
  return complete ? knownText(text, viaOf(texts)) : unknown({ code: 'computed', expression: excerpt(place) });
}

interface Text {
  readonly text: string;
  readonly via: Extract<Result, { kind: 'known' }>['via'];
}

function viaOf(texts: readonly Text[]): Text['via'] {
  return joinVia(texts.map(({ via }) => via));
}

function textsOf(
  values: readonly SyntaxNode[],
  place: Place,
  reader: Reader,
): readonly Text[] | Extract<Result, { kind: 'unknown' }> {
  const texts: Text[] = [];
  for (const value of values) {
    const result = reader.evaluate(at(place, value));
    if (result.kind === 'unknown') return result;
    texts.push({ text: display(result.value), via: result.via });
  }
  return texts;
}

/** The arguments, where an array that is passed for all of a rest parameter counts as its elements. */
function valuesPassed({ name, arguments: passed }: Invocation): readonly SyntaxNode[] {
  const values = passed.map(({ value }) => value);
  const fixed = name === 'Join' || name === 'Format' ? 1 : 0;
  const [rest, ...others] = values.slice(fixed);
  const elements = rest && others.length === 0 ? elementsOf(rest) : null;
  return elements ? [...values.slice(0, fixed), ...elements] : values;
}

function elementsOf(array: SyntaxNode): readonly SyntaxNode[] | null {
  if (array.kind === 'collection_expression') return namedChildren(array).map(elementOf);
  const isNew = array.kind === 'implicit_array_creation_expression' || array.kind === 'array_creation_expression';
  const list = isNew ? childOfKind(array, 'initializer_expression') : null;
  return list && namedChildren(list);
}

/** A spread stays what it is, and is not known. */
function elementOf(element: SyntaxNode): SyntaxNode {
  const [inner] = namedChildren(element);
  const [value] = inner?.kind === 'expression_element' ? namedChildren(inner) : [];
  return value ?? element;
}

/** `text.Trim()` and `text.ToString()`. */
function evaluateOnText(call: Invocation, place: Place, reader: Reader): Result {
  const { receiver } = call;
  const isKnown = call.arguments.length === 0 && ['Trim', 'ToString'].includes(call.name);
  if (!isKnown || receiver === null) return unknown({ code: 'computed', expression: excerpt(place) });
  const result = reader.evaluate(at(place, receiver));
  if (result.kind === 'unknown') return result;
  if (result.value.kind !== 'string') return unknown({ code: 'computed', expression: excerpt(place) });
  const { text } = result.value;
  return knownText(call.name === 'Trim' ? text.replace(outerSpace, '') : text, result.via);
}
