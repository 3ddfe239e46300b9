import { commentsOf, directivesOf } from '../../../src/syntax/csharp/notes.ts';
import { preprocess } from '../../../src/syntax/csharp/preprocessor.ts';
import { type Compared, compare, type Saying } from '../difference.ts';
import type { Area, SyntaxFacts } from '../facts.ts';
import { area, type OwnView } from '../view.ts';

/** What is compared is which characters belong to it: where one comment ends and the next begins matters to nobody. */
export function compareTrivia({ file, root }: OwnView, facts: SyntaxFacts): readonly Compared[] {
  const { text, path } = file;
  const symbols = new Set(facts.symbols);
  const directives = directivesOf(root).map(area);
  const lines = [...facts.directives, ...facts.inactive];
  return [
    compare('comments', path, words(outside(commentsOf(root).map(area), lines), text), words(facts.comments, text)),
    compare('directives', path, words(directives, text), words(facts.directives, text), 'shared'),
    compare('inactive', path, words(blanked(text, preprocess(text, symbols).text), text), words(facts.inactive, text)),
  ];
}

/** Roslyn takes the comment behind a directive for a part of it. */
function outside(areas: readonly Area[], others: readonly Area[]): readonly Area[] {
  return areas.filter(([start, end]) => !others.some((other) => other[0] <= start && end <= other[1]));
}

function blanked(text: string, copy: string): readonly Area[] {
  const areas: Area[] = [];
  let start: number | null = null;
  for (let at = 0; at <= text.length; at++) {
    const differs = at < text.length && text[at] !== copy[at];
    if (differs) start ??= at;
    else if (start !== null) {
      areas.push([start, at]);
      start = null;
    }
  }
  return areas;
}

/** The stretches without white space. */
function words(areas: readonly Area[], text: string): readonly Saying[] {
  return areas.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/\S+/g)].map((word): Saying => {
      const at = start + word.index;
      return { at: [at, at + word[0].length], says: word[0] };
    }),
  );
}
