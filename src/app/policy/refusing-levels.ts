import type { AuthenticationLevel, Policy } from './policy.ts';

/** What a token from Maskinporten comes with. */
const levelOfServiceOwner = 3;

type KnownLevel = AuthenticationLevel & { readonly level: number };

/** The levels that refuse the service owner: its own where the policy has one for it, else that for everyone. */
export function refusingLevels({ levels }: Policy): readonly KnownLevel[] {
  const own = levels.filter(({ of }) => of === 'service-owner');
  const demanded = own.length > 0 ? own : levels;
  return demanded.filter((one): one is KnownLevel => one.level !== null && one.level > levelOfServiceOwner);
}
