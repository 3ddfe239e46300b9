import type { Phase } from '../rules/finding.ts';
import type { Output } from './choices.ts';
import type { FixChoices } from './fix-choices.ts';
import { handOver } from './hand-over.ts';
import type { RepoChanges } from './repo-changes.ts';
import { writeRepos } from './write-repos.ts';

export async function deliver(
  repos: readonly RepoChanges[],
  phase: Phase,
  choices: FixChoices,
  output: Output,
): Promise<void> {
  const { words, delivery } = choices;
  const files = repos.reduce((count, { changes }) => count + changes.length, 0);
  const fixed = repos.reduce((count, repo) => count + repo.fixed, 0);
  const told =
    delivery.kind === 'write'
      ? await writeRepos(repos, phase, delivery, words)
      : handOver(repos, phase, delivery, choices, output);
  output.talk(words.fix.summary(fixed, files, words.phase[phase]));
  output.talk(words.fix.verified);
  for (const line of told) output.talk(line);
}
