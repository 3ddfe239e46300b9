import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { type Context, type Outcome, outcomeOf } from '../part.ts';
import { choicesFrom } from './choices.ts';
import { type Corpus, openCorpus } from './corpus.ts';
import { openOracle } from './oracle.ts';
import { proveEdits } from './prove-edits.ts';
import { proveGaps } from './prove-gaps.ts';
import { proveReading } from './prove-reading.ts';
import { Tally } from './tally.ts';

/** Whether we read C# as Roslyn does, and edit whole pieces of it: every fixture and many made-up programs. */
export async function read({ dotnet, options }: Context): Promise<Outcome> {
  const opened = await openOracle(dotnet);
  if (opened.kind !== 'opened') return opened;
  await loadCSharp();
  const choices = choicesFrom(options);
  const corpus: Corpus = openCorpus(choices);
  try {
    const tally = new Tally();
    await proveReading(opened.oracle, corpus, tally);
    await proveGaps(opened.oracle, corpus, tally);
    await proveEdits(opened.oracle, corpus, choices, tally);
    if (options.length === 0) tally.noteUnused();
    return outcomeOf(tally.numbers, tally.failures);
  } finally {
    corpus.close();
  }
}
