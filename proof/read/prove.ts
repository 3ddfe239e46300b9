import { pathToFileURL } from 'node:url';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { findDotnet } from '../dotnet.ts';
import { type Context, type Outcome, outcomeOf } from '../part.ts';
import { choicesFrom } from './choices.ts';
import { type Corpus, openCorpus } from './corpus.ts';
import { openOracle } from './oracle.ts';
import { proveEdits } from './prove-edits.ts';
import { proveGaps } from './prove-gaps.ts';
import { proveReading } from './prove-reading.ts';
import { Tally } from './tally.ts';

/**
 * Whether we read C# as Roslyn does, and edit whole pieces of it: every fixture and many made-up programs. Options:
 * `--files=N` made-up apps, `--seed=S` of the first, `--folder=path` for other C# on this machine.
 */
export async function read({ dotnet, options }: Context): Promise<Outcome> {
  if (dotnet === null) return { kind: 'unable', reason: 'there is no .NET SDK to ask Roslyn with' };
  const opened = await openOracle(dotnet);
  if (opened.kind === 'refused') return { kind: 'unable', reason: `Roslyn could not be built: ${opened.reason}` };
  await loadCSharp();
  const choices = choicesFrom(options);
  const corpus: Corpus = openCorpus(choices);
  try {
    const tally = new Tally();
    await proveReading(opened.oracle, corpus, tally);
    await proveGaps(opened.oracle, corpus, tally);
    await proveEdits(opened.oracle, corpus, choices, tally);
    return outcomeOf(tally.numbers, tally.failures);
  } finally {
    corpus.close();
  }
}

/** Alone: `tsx proof/read/prove.ts [--files=N] [--seed=S] [--folder=path]`. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const outcome = await read({ dotnet: await findDotnet(), options: process.argv.slice(2) });
  const lines = outcome.kind === 'unable' ? [`left out, ${outcome.reason}`] : outcome.numbers;
  for (const line of lines) console.log(line);
  if (outcome.kind === 'failed') {
    for (const failure of outcome.failures) console.log(`FAILED ${failure}`);
    process.exitCode = 1;
  }
}
