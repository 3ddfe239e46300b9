import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowedSearch } from '../../src/files/narrowed-search.ts';

type Texts = Readonly<Record<string, string>>;

const holdsAnyIn = (texts: Texts, looked: string[] = []) =>
  narrowedSearch((words) => (path) => {
    looked.push(path);
    return words.some((word) => texts[path]?.includes(word));
  });

describe('narrowedSearch', () => {
  it('looks for a word only where a part of it was found', () => {
    const looked: string[] = [];
    const paths = ['a', 'b', 'c'];
    const search = holdsAnyIn({ a: 'IMaskinporten', b: 'Maskinporten', c: 'Studio' }, looked);
    expect(search(['Maskinporten'], paths)).toEqual(['a', 'b']);
    looked.length = 0;
    expect(search(['IMaskinporten'], paths)).toEqual(['a']);
    expect(looked).toEqual(['a', 'b']);
  });

  it('looks everywhere among other paths', () => {
    const search = holdsAnyIn({ a: 'Maskinporten', b: 'IMaskinporten' });
    expect(search(['Maskinporten'], ['a'])).toEqual(['a']);
    expect(search(['IMaskinporten'], ['a', 'b'])).toEqual(['b']);
  });

  it('finds what a search that remembers nothing finds, whatever was searched before', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 });
    const texts = fc.array(word, { maxLength: 6 }).map((all): Texts => Object.fromEntries(all.entries()));
    fc.assert(
      fc.property(texts, fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 6 }), (texts, asked) => {
        const paths = Object.keys(texts).reverse();
        const search = holdsAnyIn(texts);
        for (const words of asked) {
          expect(search(words, paths)).toEqual(paths.filter((path) => words.some((one) => texts[path]?.includes(one))));
        }
      }),
    );
  });
});
