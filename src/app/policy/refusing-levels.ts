import type { AuthenticationLevel, Policy } from './policy.ts';

/** What a token from Maskinporten comes with. */
const levelOfServiceOwner = 3;

type KnownLevel = AuthenticationLevel & { readonly level: number };

/** Those that are demanded of the service owner: its own where the policy has some for it, else those for everyone. */
function demanded({ levels }: Policy): readonly AuthenticationLevel[] {
  const own = levels.filter(({ of }) => of === 'service-owner');
  return own.length > 0 ? own : levels;
}

export function refusingLevels(policy: Policy): readonly KnownLevel[] {
  return demanded(policy).filter((one): one is KnownLevel => one.level !== null && one.level > levelOfServiceOwner);
}

/** A level that is no number refuses the service owner, or lets it in. */
export function unclearLevels(policy: Policy): readonly AuthenticationLevel[] {
  return demanded(policy).filter(({ level }) => level === null);
}
