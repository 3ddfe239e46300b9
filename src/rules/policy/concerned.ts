import type { App } from '../../app/app.ts';
import type { Policy } from '../../app/policy/policy.ts';
import type { ServiceOwnerRights } from '../../app/policy/rights.ts';
import { usesMaskinporten } from '../../app/status.ts';

/** All of v9 does, and who uses Maskinporten. */
export function actsAsServiceOwner(app: App): boolean {
  return app.target === 'v9' || app.record !== null || usesMaskinporten(app);
}

/** What the policy of an app says, where the app acts as its service owner. */
export function concernedPolicy(app: App): { readonly policy: Policy; readonly rights: ServiceOwnerRights } | null {
  const { policy, rights } = app;
  if (policy.kind !== 'policy' || rights === null) return null;
  return actsAsServiceOwner(app) ? { policy: policy.policy, rights } : null;
}
