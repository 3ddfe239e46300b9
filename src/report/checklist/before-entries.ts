import { actsAsServiceOwner } from '../../rules/policy/concerned.ts';
import { allGranted } from '../all-granted.ts';
import { versionText } from '../version-text.ts';
import { type Entry, task, verified } from './checklist.ts';
import { decisionEntries } from './decision-entries.ts';
import { type ChecklistFacts, openOf, secretsToDisable } from './facts.ts';
import { doneEntry, phaseEntries } from './patch-entries.ts';

/** Who needs which access, what has to be decided, and what can be merged any time. */
export function beforeEntries(facts: ChecklistFacts): readonly Entry[] {
  return [
    ...accessEntries(facts),
    ...decisionEntries(facts),
    ...versionEntry(facts),
    ...rightsEntry(facts),
    ...phaseEntries(facts, 'prepare'),
    ...copiedEntry(facts),
    ...doneEntry(facts, 'prepare'),
  ];
}

/** A section that is renamed needs its secrets under other names, and then nobody needs those that they were copied from. */
function copiedEntry(facts: ChecklistFacts): readonly Entry[] {
  const isCopied = openOf(facts, 'config/default-section-shared').some(
    ({ remedy }) =>
      remedy.kind === 'change' && remedy.reasons.some((reason) => reason.code === 'section-renamed' && reason.vault),
  );
  const { checklist } = facts.words;
  return isCopied ? [task('copied secrets', 'work', checklist.disableCopied(secretsToDisable(facts)))] : [];
}

function accessEntries({ app, words }: ChecklistFacts): readonly Entry[] {
  const { access } = words.checklist;
  return [
    task('access scopes', 'side', access.scopes),
    task('access deploy', 'side', access.deploy),
    task('access portal', 'side', access.portal),
    ...(app.secretNames.length > 0 || app.vault.kind !== 'none' ? [task('access vault', 'side', access.vault)] : []),
  ];
}

export function versionEntry({ app, words }: ChecklistFacts): readonly Entry[] {
  const { provisionedFile } = app.versions.capabilities;
  if (provisionedFile !== 'in-configuration' && provisionedFile !== 'private') return [];
  return [verified('version', words.checklist.readsProvided(versionText(app, words)))];
}

/** Where anything is missing or inconclusive, a finding says so. */
export function rightsEntry({ app, words }: ChecklistFacts): readonly Entry[] {
  const granted = actsAsServiceOwner(app) ? allGranted(app, words) : null;
  return granted === null ? [] : [verified('rights', [granted])];
}
