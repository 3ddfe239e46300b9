import { plain } from '../page/page.ts';
import { type Entry, task } from './checklist.ts';
import { type ChecklistFacts, openOf, secretsToDisable } from './facts.ts';

/** To TT02. */
export function testEntries(facts: ChecklistFacts): readonly Entry[] {
  const { trigger, words } = facts;
  const { checklist } = words;
  const switches = trigger.event === 'code-deploy' || trigger.event === 'scopes-added' || facts.app.record !== null;
  const secrets = secretsToDisable(facts);
  const [finding] = openOf(facts, 'vault/retire-secrets').filter(({ data }) => data.phase === 'switch');
  return [
    task(
      'deploy TT02',
      'step',
      checklist.deployTest,
      switches && secrets.length === 0 ? [plain(checklist.switchesHere)] : [],
    ),
    ...(finding === undefined
      ? []
      : [
          task('secrets TT02', 'step', checklist.disableTest(secrets), [
            plain(checklist.vaultReload[finding.data.reloads]),
          ]),
        ]),
  ];
}

export function productionEntries(facts: ChecklistFacts): readonly Entry[] {
  const { checklist } = facts.words;
  const secrets = secretsToDisable(facts);
  return [
    task('deploy production', 'step', checklist.deployProduction),
    ...(secrets.length === 0 ? [] : [task('secrets production', 'step', checklist.disableProduction)]),
    task('verify production', 'step', checklist.verifyProduction),
  ];
}
