import type { FileRange } from '../../location.ts';
import { categories, orgAttribute } from './identifiers.ts';
import { truthOf } from './match.ts';
import { deployedText, type OwnNames } from './own-names.ts';
import { type Match, matchesOf, type Policy, type PolicyRule } from './policy.ts';
import { serviceOwnerRequest } from './service-owner.ts';

/** A rule that names another org than the app's own: for whom it is, or whose app it is about. */
export interface ForeignOrg {
  readonly rule: PolicyRule;
  /** As written. */
  readonly org: string;
  readonly part: 'subject' | 'resource';
  readonly at: FileRange;
}

/** Once for each rule, org and part. */
export function foreignOrgs({ rules }: Policy, names: NonNullable<OwnNames>): readonly ForeignOrg[] {
  return rules.flatMap((rule) => {
    const found = new Map<string, ForeignOrg>();
    for (const match of matchesOf(rule)) {
      const part = partOf(match);
      const key = `${part} ${match.value.trim()}`;
      if (part === null || found.has(key) || !isForeign(match, names)) continue;
      found.set(key, { rule, org: match.value.trim(), part, at: match.valueAt });
    }
    return [...found.values()];
  });
}

function partOf({ attribute, malformed }: Match): 'subject' | 'resource' | null {
  if (malformed || attribute.id !== orgAttribute) return null;
  if (attribute.category === categories.subject) return 'subject';
  return attribute.category === categories.resource ? 'resource' : null;
}

/** What nobody can compare is no other org. */
function isForeign(match: Match, names: NonNullable<OwnNames>): boolean {
  const holds = truthOf(match, serviceOwnerRequest({ kind: 'not-started' }, 'read'), names);
  return holds === 'no' && deployedText(match.value, names)?.trim() !== '';
}
