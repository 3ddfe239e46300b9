import type { App } from '../app/app.ts';
import type { AppLocation } from '../app/discovery/app-location.ts';
import { defaultSection, isDefaultSection } from '../app/settings/section.ts';
import type { Workspace } from '../files/workspace.ts';
import { isSelected, type Plan, type Selection } from '../migrate/plan.ts';
import { isAllDone } from '../migrate/record.ts';
import type { SettledFinding } from '../migrate/settle.ts';
import { type AuditResult, type IsLast, planVerified } from '../migrate/verify.ts';
import { ruleIds } from '../rules/registry.ts';
import { mayStand } from '../suppressed.ts';
import { auditApp } from './audit-app.ts';
import type { Choices } from './choices.ts';
import { withdrawnForLetStand } from './let-stand.ts';
import type { Repo } from './repos.ts';
import type { Terms } from './terms.ts';

/** An app, and all that an audit of it goes by. */
export interface AppInRepo {
  readonly repo: Repo;
  readonly workspace: Workspace;
  readonly location: AppLocation;
  readonly terms: Terms;
  readonly choices: Choices;
}

interface Planning {
  readonly before: AuditResult;
  /** The app before the run: another app of the repo may have changed what the two share. */
  readonly asFound: App;
  /** Which of the findings of the phase are taken. */
  readonly choose: (selected: readonly SettledFinding[]) => Promise<readonly SettledFinding[]>;
}

/** What one phase changes in one app, verified. What someone has decided may stand is left alone. */
export async function planApp(
  { repo, workspace, location, terms, choices }: AppInRepo,
  selection: Selection,
  { before, asFound, choose }: Planning,
): Promise<Plan> {
  const kept = termsOnceMoved(terms, before.app);
  const open = before.settled.filter((one) => !mayStand(one) && isSelected(one, selection));
  const withdrawn = withdrawnForLetStand(before, open);
  const selected = await choose(open.filter((one) => !withdrawn.some(({ settled }) => settled === one)));
  const plan = await planVerified(
    before,
    selected,
    selection,
    (texts) => auditApp(workspace.withTexts(texts), repo, { location }, kept, choices),
    { asFound, isLast: lastFor(choices) },
  );
  return { ...plan, withdrawn: [...withdrawn, ...plan.withdrawn] };
}

/** The record goes when all rules have looked, and found nothing that needs it: not even what may stand for now. */
export function lastFor({ rules }: Choices): IsLast {
  return ({ settled }) => rules.length === ruleIds.length && isAllDone(settled);
}

/** A client that was decided about by its id has another one once its section is moved off the default one. */
function termsOnceMoved(terms: Terms, { identities }: App): Terms {
  const shared = identities.find(({ section }) => section !== null && isDefaultSection(section));
  if (shared === undefined || shared.decision === 'undecided') return terms;
  return { ...terms, decisions: new Map([...terms.decisions, [defaultSection.toLowerCase(), shared.decision]]) };
}
