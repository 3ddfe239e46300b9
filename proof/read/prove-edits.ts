import type { Choices } from './choices.ts';
import type { Corpus } from './corpus.ts';
import { editsIn } from './edits.ts';
import { Chance } from './generate/chance.ts';
import type { Oracle } from './oracle.ts';
import type { Tally } from './tally.ts';

const perFile = 2;

export async function proveEdits(oracle: Oracle, { apps }: Corpus, { seed }: Choices, tally: Tally): Promise<void> {
  const chance = new Chance(seed);
  const made = apps.map((app) => editsIn(app, perFile, chance));
  const answers = await oracle.judge(made.flatMap(({ jobs }) => jobs));
  for (const { id, problems } of answers) {
    const sort = id.slice(0, id.indexOf(':'));
    tally.compared(sort, 1);
    if (problems.length > 0) tally.fail(sort, `${id}: ${problems.join('; ').slice(0, 400)}`);
  }
  tally.note(`${made.reduce((sum, { refused }) => sum + refused, 0)} edits refused, ${answers.length} made and judged`);
}
