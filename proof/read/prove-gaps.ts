import { jobFor } from './apps.ts';
import type { Corpus } from './corpus.ts';
import { faultIn, gaps } from './gaps.ts';
import type { Oracle } from './oracle.ts';
import type { Tally } from './tally.ts';

const sort = 'gaps of the grammar';

/** That what the grammar does not know, and Roslyn does, is told and left alone. */
export async function proveGaps(oracle: Oracle, corpus: Corpus, tally: Tally): Promise<void> {
  const facts = await oracle.read([{ ...jobFor(corpus.gaps), symbolSets: [] }]);
  for (const one of facts) {
    if (one.kind === 'syntax' && one.errors.length > 0)
      tally.fail(sort, `${one.file} is no C#: ${one.errors[0]?.code}`);
  }
  for (const { what, code } of gaps) {
    const fault = faultIn(code);
    tally.compared(sort, 1);
    if (fault !== null) tally.fail(sort, `${what}: ${fault}`);
  }
}
