import { actsAsServiceOwner } from '../../rules/policy/concerned.ts';
import { messageOf } from '../message.ts';
import { policyReport } from '../policy-report.ts';
import { type Entry, pointOf } from './checklist.ts';
import { type ChecklistFacts, openOf } from './facts.ts';

/** What no repo tells, and what of this one was not read. */
export function unseenEntries(facts: ChecklistFacts): readonly Entry[] {
  const { app, status, words, suppressed, rulesLeftOut } = facts;
  const { unseen } = words.checklist;
  const usesVault = app.secretNames.length > 0 || app.vault.kind !== 'none';
  const hasOldClient = app.record !== null || (status !== 'none' && status !== 'studio');
  return [
    ...openOf(facts, 'files/not-analysed').map((finding) =>
      pointOf(finding.severity === 'error' ? 'vital' : 'work', [messageOf(finding, words)]),
    ),
    ...(actsAsServiceOwner(app) && app.rights === null
      ? policyReport(app, words).reasons.map((reason) => pointOf('side', [reason]))
      : []),
    ...(rulesLeftOut ? [pointOf('vital', unseen.rulesLeftOut)] : []),
    ...(suppressed.length === 0 ? [] : [pointOf('side', [words.terminal.suppressed(suppressed.length)])]),
    ...(usesVault ? [pointOf('side', app.vaultListing === null ? unseen.vaultNames : unseen.vaultValues)] : []),
    ...(hasOldClient ? [pointOf('side', app.scopes.registered === null ? unseen.portal : unseen.portalUsers)] : []),
    ...(status === 'none' ? [] : [pointOf('side', unseen.studio)]),
    pointOf('side', unseen.others),
  ];
}
