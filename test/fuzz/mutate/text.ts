import type { Random } from '../random.ts';
import { hostilePiece, nested, repeated } from './hostile.ts';

/** One change of a text; `other` is another text of the same kind. */
export type Mutation = (text: string, random: Random, other: string) => string;

/** Places in a text that mean something in its language. */
export type Structure = (text: string) => readonly { readonly start: number; readonly end: number }[];

const tokenPattern = /\p{L}[\p{L}\p{N}_]*|\d+|"[^"\n]{0,80}"|\s+|./gu;

/** No file of an app is longer, but for those that are made to be. */
const longest = 600_000;

function mutationsOf(structure: Structure): readonly [Mutation, ...Mutation[]] {
  return [
    onPlaces((text) => lineRanges(text)),
    onPlaces((text) => lineRanges(text)),
    onPlaces(tokenRanges),
    onPlaces(tokenRanges),
    onPlaces(structure),
    onPlaces(structure),
    onPlaces(structure),
    splice(lineRanges),
    splice(structure),
    splice(tokenRanges),
    (text, random) => insert(text, random, hostilePiece(random)),
    (text, random) => insert(text, random, hostilePiece(random)),
    (text, random) => text.slice(0, random.below(text.length + 1)),
    (text, random) => text.slice(random.below(text.length + 1)),
    nestPlace(structure),
    (text, random) => {
      const place = placeAmong(structure(text), random);
      return insert(text, random, repeated(place ? text.slice(place.start, place.end) : hostilePiece(random), random));
    },
    (text, random) => insert(text, random, repeated(hostilePiece(random), random)),
    lineEnds,
  ];
}

/** Some mutations after each other: mostly one or two, so that most inputs stay close to what people write. */
export function mutated(text: string, random: Random, others: readonly string[], structure: Structure): string {
  const mutations = mutationsOf(structure);
  let result = text;
  for (let count = random.pick([1, 1, 2, 2, 3, 5, 9]); count > 0; count--) {
    const next = random.pick(mutations)(result, random, random.among(others) ?? '');
    if (next.length <= longest) result = next;
  }
  return result;
}

/** Deletes a place, doubles it, moves it, swaps two, empties or replaces one. */
function onPlaces(structure: Structure): Mutation {
  return (text, random) => {
    const places = structure(text);
    const one = placeAmong(places, random);
    const other = placeAmong(places, random);
    if (one === undefined || other === undefined) return text;
    const written = text.slice(one.start, one.end);
    switch (random.below(6)) {
      case 0:
        return replace(text, one, '');
      case 1:
        return replace(text, one, written + written);
      case 2:
        return other.start >= one.end
          ? replace(replace(text, { start: other.end, end: other.end }, written), one, '')
          : replace(text, one, text.slice(other.start, other.end));
      case 3: {
        const [first, second] = one.start < other.start ? [one, other] : [other, one];
        if (first.end > second.start) return replace(text, other, written);
        const swapped = replace(text, second, text.slice(first.start, first.end));
        return replace(swapped, first, text.slice(second.start, second.end));
      }
      case 4:
        return replace(text, one, hostilePiece(random));
      default:
        return replace(text, { start: other.end, end: other.end }, written);
    }
  };
}

function splice(structure: Structure): Mutation {
  return (text, random, other) => {
    const taken = placeAmong(structure(other), random);
    const at = placeAmong(structure(text), random);
    if (taken === undefined || at === undefined) return text;
    const written = other.slice(taken.start, taken.end);
    return replace(text, random.chance(0.5) ? at : { start: at.start, end: at.start }, written);
  };
}

function nestPlace(structure: Structure): Mutation {
  return (text, random) => {
    const place = placeAmong(structure(text), random);
    return place === undefined ? text : replace(text, place, nested(text.slice(place.start, place.end), random));
  };
}

function lineEnds(text: string, random: Random): string {
  switch (random.below(4)) {
    case 0:
      return text.replace(/\r?\n/g, '\r\n');
    case 1:
      return text.replace(/\r?\n/g, '\r');
    case 2:
      return text.replace(/\r?\n/g, () => random.pick(['\n', '\r\n', '\r']));
    default:
      return text.replace(/\s+$/, '');
  }
}

function insert(text: string, random: Random, piece: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function replace(text: string, { start, end }: { start: number; end: number }, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function placeAmong<T>(places: readonly T[], random: Random): T | undefined {
  return random.among(places);
}

export function lineRanges(text: string): readonly { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]*\n|[^\n]+/g)].map(rangeOf);
}

export function tokenRanges(text: string): readonly { start: number; end: number }[] {
  return [...text.matchAll(tokenPattern)].map(rangeOf);
}

function rangeOf({ 0: found, index }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + found.length };
}
