/** A sentence in which names, commands and places stand apart from the words around them. */
export type Phrase = readonly PhrasePart[];

export type PhrasePart = string | { readonly code: string };

/** What is put between the words is code: a list has commas between, a sentence of its own goes in as it is. */
export function phrase(
  texts: TemplateStringsArray,
  ...between: readonly (string | readonly string[] | { readonly said: string })[]
): Phrase {
  return texts.flatMap((text, index) => {
    const next = between[index];
    return next === undefined ? [text] : [text, ...partsOf(next)];
  });
}

function partsOf(between: string | readonly string[] | { readonly said: string }): Phrase {
  if (typeof between === 'string') return [{ code: between }];
  if ('said' in between) return [between.said];
  return between.flatMap((name, index) => (index === 0 ? [{ code: name }] : [', ', { code: name }]));
}
