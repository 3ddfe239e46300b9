interface Search {
  readonly words: readonly string[];
  readonly found: readonly string[];
}

type HoldsAny = (words: readonly string[]) => (path: string) => boolean;

/**
 * Searches for words among paths. A file that holds a word holds each part of it too, so what an earlier search of the same
 * paths left out is not looked at again: of an app's many files, few hold the words that most others contain.
 */
export function narrowedSearch(
  holdsAny: HoldsAny,
): (words: readonly string[], paths: readonly string[]) => readonly string[] {
  const searches = new WeakMap<readonly string[], Search[]>();
  return (words, paths) => {
    const earlier = searches.get(paths) ?? [];
    const found = new Set<string>();
    for (const [among, together] of byWhereTheyCanBe(words, earlier, paths)) {
      for (const path of among.filter(holdsAny(together))) found.add(path);
    }
    const inOrder = paths.filter((path) => found.has(path));
    searches.set(paths, [...earlier, { words, found: inOrder }]);
    return inOrder;
  };
}

function byWhereTheyCanBe(
  words: readonly string[],
  earlier: readonly Search[],
  paths: readonly string[],
): ReadonlyMap<readonly string[], readonly string[]> {
  const places = new Map<readonly string[], string[]>();
  for (const word of words) {
    const among = narrowest(word, earlier) ?? paths;
    places.set(among, [...(places.get(among) ?? []), word]);
  }
  return places;
}

function narrowest(word: string, earlier: readonly Search[]): readonly string[] | null {
  const narrower = earlier.filter(({ words }) => words.some((part) => word.includes(part)));
  return narrower.reduce<readonly string[] | null>(
    (least, { found }) => (least === null || found.length < least.length ? found : least),
    null,
  );
}
