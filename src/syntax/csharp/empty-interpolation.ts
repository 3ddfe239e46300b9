import { parseDespiteMisreadTypeArguments } from './misread-type-arguments.ts';
import { descendants, type SyntaxNode } from './node.ts';

/**
 * The grammar stumbles over `$""`, and takes what stands around it for something else. The text is parsed with `@""` in those
 * places, which is as long and means the same; what only looks like one, in a longer string or a comment, stays.
 */
export function parseDespiteEmptyInterpolations(text: string): SyntaxNode | null {
  const places = [...text.matchAll(/(?<![@$"])\$""(?!")/g)].map(({ index }) => index);
  if (places.length === 0) return parseDespiteMisreadTypeArguments(text);
  const root = parseDespiteMisreadTypeArguments(verbatimAt(text, places));
  if (root === null) return null;
  const literals = new Set<number>();
  for (const { kind, start, end } of descendants(root)) {
    if (kind === 'verbatim_string_literal' && end - start === 3) literals.add(start);
  }
  const real = places.filter((place) => literals.has(place));
  return real.length === places.length ? root : parseDespiteMisreadTypeArguments(verbatimAt(text, real));
}

function verbatimAt(text: string, places: readonly number[]): string {
  const starts = new Set(places);
  return text.replace(/\$""/g, (found, place: number) => (starts.has(place) ? '@""' : found));
}
