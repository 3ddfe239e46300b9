import type { Order } from '../../words/checklist.ts';
import { plain } from '../page/page.ts';
import { covering, type Entry, type TaskEntry, task } from './checklist.ts';
import { type ChecklistFacts, openOf, secretsToDisable } from './facts.ts';
import { vaultMovesBeforeScopes } from './vault-moves.ts';

/** To TT02. */
export function testEntries(facts: ChecklistFacts): readonly Entry[] {
  const { checklist } = facts.words;
  const secrets = secretsToDisable(facts);
  const [finding] = openOf(facts, 'vault/retire-secrets').filter(({ data }) => data.phase === 'switch');
  const switches = secrets.length === 0 && switchesWithDeploy(facts);
  const deploy = task('deploy TT02', 'step', checklist.deployTest, switches ? [plain(checklist.switchesHere)] : []);
  if (finding === undefined) return [deploy];
  const order = orderOf(facts);
  return ordered(
    order,
    covering(
      task('secrets TT02', 'step', checklist.disableTest[order](secrets), [
        plain(checklist.vaultReload[finding.data.reloads]),
      ]),
      secrets.map(({ name }) => name),
    ),
    deploy,
  );
}

export function productionEntries(facts: ChecklistFacts): readonly Entry[] {
  const { checklist } = facts.words;
  const order = orderOf(facts);
  const deploy = task('deploy production', 'step', checklist.deployProduction);
  const secrets = secretsToDisable(facts);
  const disable = covering(
    task('secrets production', 'step', checklist.disableProduction[order]),
    secrets.map(({ name }) => name),
  );
  return [
    ...(secrets.length === 0 ? [deploy] : ordered(order, disable, deploy)),
    task('verify production', 'step', checklist.verifyProduction),
  ];
}

function ordered(order: Order, disable: TaskEntry, deploy: TaskEntry): readonly TaskEntry[] {
  return order === 'beforeDeploy' ? [disable, deploy] : [deploy, disable];
}

/** What is deployed first must not run on a mixture; where only the secrets hold Studio's credentials back, it does not. */
function orderOf(facts: ChecklistFacts): Order {
  const { app, trigger } = facts;
  const isBySecrets = trigger.event === 'secret-removal' && trigger.who === 'built-in' && trigger.from === 'vault';
  const isHeldBack = app.record === null && (isBySecrets || vaultMovesBeforeScopes(facts));
  return isHeldBack ? 'afterDeploy' : 'beforeDeploy';
}

/** Unless something is left that wins over what Studio provides, as far as the repo tells. */
function switchesWithDeploy(facts: ChecklistFacts): boolean {
  const { app, trigger } = facts;
  const isOverruled =
    openOf(facts, 'vault/overrides-studio').length > 0 ||
    openOf(facts, 'config/local-file').length > 0 ||
    openOf(facts, 'config/environment-override').some(({ remedy }) => remedy.kind !== 'none');
  return !isOverruled && (trigger.event === 'code-deploy' || trigger.event === 'scopes-added' || app.record !== null);
}
