import { type Phrase, phrase } from './phrase.ts';

export type SecretCertainty = 'listed' | 'seen' | 'inferred';

/** The name of a secret, and how sure it is that there is one. */
export interface SaidSecret {
  readonly name: string;
  readonly certainty: SecretCertainty;
}

const mostCertainFirst = ['listed', 'seen', 'inferred'] as const;

/** Those of one certainty together. */
export function namedSecrets(
  names: readonly SaidSecret[],
  certainties: Readonly<Record<SecretCertainty, string>>,
): Phrase {
  return mostCertainFirst
    .map((certainty) => ({ certainty, of: names.filter((one) => one.certainty === certainty).map(({ name }) => name) }))
    .filter(({ of }) => of.length > 0)
    .flatMap(({ certainty, of }, index) => [
      ...(index === 0 ? [' '] : ['; ']),
      ...phrase`${of} (${{ said: certainties[certainty] }})`,
    ]);
}
