import type { Chance } from './chance.ts';
import { code, type Tokens } from './tokens.ts';

/** One that `new` can make. */
export function classType(chance: Chance): Tokens {
  return chance.pick([['Settings'], code`List<string>`, code`global::N.Settings`, code`A.B.C<${type(chance, 1)}>`]);
}

export function type(chance: Chance, depth: number): Tokens {
  if (depth <= 0) return chance.pick([['string'], ['int'], ['Settings'], ['object'], ['Æ']]);
  const inner = () => type(chance, depth - 1);
  return chance.make([
    inner,
    inner,
    () => code`${inner()}[]`,
    () => code`List<${inner()}>`,
    () => code`Dictionary<string, ${inner()}>`,
    () => code`global::N.Settings`,
    () => code`A.B.C<${inner()}>`,
    () => code`(${inner()}, ${inner()})`,
    () => code`Func<${inner()}, int[,]>`,
    () => code`Outer.Inner`,
  ]);
}
