import { isSelected, type Selection } from '../../../src/migrate/plan.ts';
import { planVerified } from '../../../src/migrate/verify.ts';
import { type Asked, auditedApp, type Files, shortly, told } from '../audited.ts';

const selection: Selection = { phase: 'switch', fixes: 'review', withPhaseless: false };

/** What the patch of the switch does to an app: read again, and what was withdrawn for it. */
export async function switched(files: Files, asked: Asked = {}) {
  const before = await auditedApp(files, asked);
  const selected = before.settled.filter((one) => isSelected(one, selection));
  const plan = await planVerified(before, selected, selection, before.audit);
  const after = await before.audit(plan.texts);
  const texts = Object.fromEntries(plan.texts);
  return {
    texts,
    /** What `RegisterCustomAppServices` does then. */
    services: /^\{\n(.*?)^\}\n/ms.exec(texts['App/Program.cs'] ?? String(files['App/Program.cs']))?.[1],
    withdrawn: plan.withdrawn.map(({ settled, reason }) => `${settled.finding.rule}: ${shortly(reason)}`),
    /** The scopes are not among it: they are added in Studio, whatever the patch does. */
    left: after.settled
      .filter(({ finding }) => finding.phase === 'switch' && finding.rule !== 'scopes/to-add')
      .map((one) => `${one.finding.rule} ${told(after.app, one)}`),
  };
}
