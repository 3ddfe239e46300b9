import type { Precedence } from '../../src/words/precedence.ts';
import type { Claims } from './claims.ts';
import type { Observation } from './observation.ts';
import { identityKeys, type Winner, winnerOf } from './winners.ts';

/** What came of comparing one thing that the tool says with what was seen. */
export type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly claimed: string; readonly seen: string }
  /** The tool leaves it open, and it is open: what the repo does not tell decides. */
  | { readonly kind: 'open' }
  /** The tool leaves open what came out the same in every world. */
  | { readonly kind: 'needlessly-open'; readonly why: string; readonly seen: string };

export interface JudgedKey {
  readonly key: Precedence['key'];
  readonly verdict: Verdict;
}

/** Who wins each key, in every world that the repo leaves possible. */
export function judgePrecedence({ precedence }: Claims, worlds: readonly Observation[]): readonly JudgedKey[] {
  const starts = worlds.flatMap((world) => (world.kind === 'started' ? [world.start] : []));
  if (starts.length === 0) return [];
  return identityKeys.map((key) => {
    const claim = precedence.find((one) => one.key === key);
    const seen = [...new Set(starts.map((start) => winnerOf(key, start)))].sort();
    return { key, verdict: verdictOn(claim, seen) };
  });
}

function verdictOn(claim: Precedence | undefined, seen: readonly Winner[]): Verdict {
  const claimed = claim?.winner ?? 'nobody';
  const told = seen.join(' or ');
  if (claimed !== 'undecided') return told === claimed ? { kind: 'agrees' } : { kind: 'differs', claimed, seen: told };
  if (seen.length > 1) return { kind: 'open' };
  return { kind: 'needlessly-open', why: whyOpen(claim), seen: told };
}

function whyOpen(claim: Precedence | undefined): string {
  if (claim?.reason.code !== 'perhaps') return claim?.reason.code ?? '';
  return claim.reason.source.why;
}

/** Secret files are no sources of a credential; what stands under a condition may be there or not. */
export function judgeProviders({ providers }: Claims, worlds: readonly Observation[]): Verdict {
  const told = providers.filter(({ kind, placed }) => kind !== 'secret-file' && placed);
  const claimed = told.map(({ kind, conditions }) => `${kind}${conditions.length > 0 ? '?' : ''}`).join(' ');
  const possible = new RegExp(
    `^${told.map(({ kind, conditions }) => `(${kind} )${conditions.length > 0 ? '?' : ''}`).join('')}$`,
  );
  const sources = worlds.flatMap((world) => (world.kind === 'started' ? [world.start.sources] : []));
  const other = sources.find((some) => !possible.test(some.map((name) => `${name} `).join('')));
  return other === undefined ? { kind: 'agrees' } : { kind: 'differs', claimed, seen: other.join(' ') };
}
