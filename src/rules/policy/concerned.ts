import type { App } from '../../app/app.ts';
import type { Policy } from '../../app/policy/policy.ts';
import type { ServiceOwnerRights } from '../../app/policy/rights.ts';
import { usesMaskinporten } from '../../app/status.ts';

/** What the policy of an app says, where anybody acts as its service owner: all of v9, and who uses Maskinporten. */
export function concernedPolicy(app: App): { readonly policy: Policy; readonly rights: ServiceOwnerRights } | null {
  const { policy, rights, target, record } = app;
  if (policy.kind !== 'policy' || rights === null) return null;
  const acts = target === 'v9' || record !== null || usesMaskinporten(app);
  return acts ? { policy: policy.policy, rights } : null;
}
