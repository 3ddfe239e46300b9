import { jobFor, type ReadApp } from './apps.ts';
import { compareRefusals } from './broken.ts';
import type { Corpus } from './corpus.ts';
import type { MeaningFacts, SyntaxFacts } from './facts.ts';
import type { Oracle } from './oracle.ts';
import { compareApp } from './read.ts';
import type { Tally } from './tally.ts';

export async function proveReading(oracle: Oracle, { apps, damaged }: Corpus, tally: Tally): Promise<void> {
  const facts = byApp(await oracle.read(apps.map(jobFor)));
  tally.note(`${apps.length} apps with ${apps.reduce((sum, { files }) => sum + files.length, 0)} C# files`);
  const open = [...facts.values()].flat().filter((one) => one.kind === 'meaning' && one.ambiguities.length > 0);
  tally.note(
    `${open.length} programs do not compile in a way that leaves the meaning of names open: not compared there`,
  );
  for (const app of apps) {
    for (const compared of compareApp(app, facts.get(app.id) ?? [])) tally.add(compared, app.id, textsOf(app));
  }
  const ofDamaged = byApp(await oracle.read(damaged.map((app) => ({ ...jobFor(app), symbolSets: [] }))));
  for (const app of damaged) {
    for (const one of ofDamaged.get(app.id) ?? []) {
      const file = app.sources.file(one.file);
      const isBroken = one.kind === 'syntax' && one.errors.length > 0 && one.symbols.length === 0;
      if (file && isBroken) tally.add(compareRefusals(file, one), app.id, textsOf(app));
    }
  }
}

function byApp(
  facts: readonly (SyntaxFacts | MeaningFacts)[],
): ReadonlyMap<string, readonly (SyntaxFacts | MeaningFacts)[]> {
  const groups = new Map<string, (SyntaxFacts | MeaningFacts)[]>();
  for (const one of facts) {
    const group = groups.get(one.job);
    if (group) group.push(one);
    else groups.set(one.job, [one]);
  }
  return groups;
}

function textsOf({ sources }: ReadApp): (file: string) => string {
  return (file) => sources.file(file)?.text ?? '';
}
