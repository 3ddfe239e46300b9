import { plain } from '../page/page.ts';
import { type Entry, paragraphOf, task } from './checklist.ts';
import type { ChecklistFacts } from './facts.ts';

/** What developers must do so that the app still gets tokens, or does without, on their own machines. */
export function localEntries({ app, clients, words }: ChecklistFacts): readonly Entry[] {
  const { checklist, terminal } = words;
  const { local } = checklist;
  const isV9 = app.target === 'v9';
  const moving = clients.filter(({ decision }) => !decision.startsWith('own'));
  const exchanges = !isV9 && moving.some(({ exchange }) => exchange === true);
  const calledTest = moving.some(({ kind }) => kind.startsWith('external'));
  return [
    task('local client', 'side', isV9 ? local.v9 : local.v8(app.versions.capabilities.localSettingsFile !== 'no')),
    ...(exchanges ? [task('local exchange', 'side', local.exchange, calledTest ? [plain(local.before)] : [])] : []),
    ...app.projects.flatMap(({ userSecretsId, file, distance }) =>
      userSecretsId === null || distance > 0 ? [] : [paragraphOf('side', [terminal.userSecrets(userSecretsId, file)])],
    ),
  ];
}
