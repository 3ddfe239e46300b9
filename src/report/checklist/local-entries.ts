import { plain } from '../page/page.ts';
import { type Entry, paragraphOf, task } from './checklist.ts';
import { type ChecklistFacts, isLocalOnly } from './facts.ts';

/** What developers must do so that the app still gets tokens, or does without, on their own machines. */
export function localEntries(facts: ChecklistFacts): readonly Entry[] {
  const { app, clients, words } = facts;
  const { checklist, terminal } = words;
  const { local } = checklist;
  const isV9 = app.target === 'v9';
  const moving = clients.filter(({ decision }) => !decision.startsWith('own'));
  const exchanges = !isV9 && moving.some(({ exchange }) => exchange === true);
  const calledTest = moving.some(({ kind }) => kind.startsWith('external'));
  const onlyHere = clients.filter((one) => isLocalOnly(facts, one));
  return [
    task('local client', 'side', isV9 ? local.v9 : local.v8(app.versions.capabilities.localSettingsFile !== 'no')),
    ...(exchanges ? [task('local exchange', 'side', local.exchange, calledTest ? [plain(local.before)] : [])] : []),
    ...onlyHere.map(({ name, location: { file, line } }) =>
      paragraphOf('side', local.onlyHere(name, `${file}:${line}`)),
    ),
    ...app.projects.flatMap(({ userSecretsId, file, distance }) =>
      userSecretsId === null || distance > 0 ? [] : [paragraphOf('side', [terminal.userSecrets(userSecretsId, file)])],
    ),
  ];
}
