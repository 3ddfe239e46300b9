import { namedChildren, type SyntaxNode } from '../node.ts';
import { rawText, unescaped } from './text-literal.ts';

export interface Hole {
  readonly expression: SyntaxNode;
  readonly alignment: SyntaxNode | null;
  readonly format: SyntaxNode | null;
}

/** Texts and holes in turn, beginning and ending with a text, so one text more than holes. */
export interface InterpolatedString {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];
}

/** A noncharacter, so that the text around holes can be unindented in one go. */
const holeMark = '\uffff';

/** null where the language would refuse it. */
export function readInterpolatedString(node: SyntaxNode, text: string): InterpolatedString | null {
  const interpolations = node.children.filter((child) => child.kind === 'interpolation');
  const holes = interpolations.map(readHole);
  const delimiters = /^([$@]+)("+)/.exec(text.slice(node.start, node.end));
  const quotes = delimiters?.[2]?.length ?? 0;
  const prefix = delimiters?.[1] ?? '';
  // `$""` is an empty string, not the start of one with two quotes.
  const closing = quotes >= 3 && !prefix.includes('@') ? quotes : 1;
  const source = maskHoles(interpolations, node.start + prefix.length + closing, node.end - closing, text);
  const texts = source === null ? null : textsOf(source, prefix, closing);
  const complete = holes.filter((hole) => hole !== null);
  return texts && texts.length === complete.length + 1 ? { texts, holes: complete } : null;
}

function maskHoles(interpolations: readonly SyntaxNode[], start: number, end: number, text: string): string | null {
  const pieces: string[] = [];
  let from = start;
  for (const hole of interpolations) {
    // The grammar counts quotes between the text and the brace with the brace.
    pieces.push(text.slice(from, text.indexOf('{', hole.start)));
    from = hole.end;
  }
  pieces.push(text.slice(from, end));
  return pieces.some((piece) => piece.includes(holeMark)) ? null : pieces.join(holeMark);
}

function textsOf(source: string, prefix: string, quotes: number): readonly string[] | null {
  const dollars = prefix.replaceAll('@', '').length;
  if (hidesHole(source, quotes >= 3 ? dollars : null)) return null;
  if (quotes >= 3) return rawText(source)?.split(holeMark) ?? null;
  const read = prefix.includes('@') ? (piece: string) => piece.replaceAll('""', '"') : unescaped;
  // Braces are doubled in the source, before any escape is read.
  const texts = source.split(holeMark).map((piece) => read(piece.replaceAll('{{', '{').replaceAll('}}', '}')));
  return texts.every((piece) => piece !== null) ? texts : null;
}

/** The grammar takes `{{{x}}}` for text, which is a brace, a hole and a brace. */
function hidesHole(source: string, dollars: number | null): boolean {
  const runs = source.match(/\{+|\}+/g) ?? [];
  return runs.some(({ length }) => (dollars === null ? length % 2 === 1 : length >= dollars));
}

function readHole(interpolation: SyntaxNode): Hole | null {
  const parts = namedChildren(interpolation);
  const ofKind = (kind: string) => parts.find((part) => part.kind === kind) ?? null;
  const expression = parts.find((part) => !part.kind.startsWith('interpolation_'));
  if (expression === undefined) return null;
  const alignment = ofKind('interpolation_alignment_clause');
  return {
    expression,
    alignment: alignment && (namedChildren(alignment)[0] ?? null),
    format: ofKind('interpolation_format_clause'),
  };
}
