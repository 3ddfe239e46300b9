import type { Precedence } from '../../src/words/precedence.ts';
import type { Claims } from './claims.ts';
import { type GeneratedApp, has } from './generated-app.ts';
import type { Observation } from './observation.ts';
import { identityKeys, type Winner, winnerOf } from './winners.ts';

/** What came of comparing one thing that the tool says with what was seen. */
export type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly claimed: string; readonly seen: string }
  /** The tool leaves it open, and it is open: what the repo does not tell decides. */
  | { readonly kind: 'open' }
  /** The tool leaves open what came out the same in every world, for a cause that it cannot see behind. */
  | { readonly kind: 'needlessly-open'; readonly why: Unseen; readonly seen: string };

/** What no reading of the repo tells: how a condition turns out, and what a file holds that the app is pointed at. */
type Unseen = 'condition' | 'other-file';

export interface JudgedKey {
  readonly key: Precedence['key'];
  readonly verdict: Verdict;
}

/** Who wins each key, in every world that the repo leaves possible. */
export function judgePrecedence(
  { precedence }: Claims,
  app: GeneratedApp,
  worlds: readonly Observation[],
): readonly JudgedKey[] {
  const starts = worlds.flatMap((world) => (world.kind === 'started' ? [world.start] : []));
  if (starts.length === 0) return [];
  return identityKeys.map((key) => {
    const claim = precedence.find((one) => one.key === key);
    const seen = [...new Set(starts.map((start) => winnerOf(key, start)))].sort();
    return { key, verdict: verdictOn(claim, app, seen) };
  });
}

function verdictOn(claim: Precedence | undefined, app: GeneratedApp, seen: readonly Winner[]): Verdict {
  const claimed = claim?.winner ?? 'nobody';
  const told = seen.join(' or ');
  if (claimed !== 'undecided') return told === claimed ? { kind: 'agrees' } : { kind: 'differs', claimed, seen: told };
  if (seen.length > 1) return { kind: 'open' };
  const why = whyOpen(claim);
  const cause = unseenIn(app).find((one) => one === why);
  return cause === undefined
    ? { kind: 'differs', claimed: `undecided (${why})`, seen: told }
    : { kind: 'needlessly-open', why: cause, seen: told };
}

/** The causes that the app itself gives. */
function unseenIn(app: GeneratedApp): readonly Unseen[] {
  return [
    ...(hasCondition(app) ? (['condition'] as const) : []),
    ...(app.otherFile !== null ? (['other-file'] as const) : []),
  ];
}

/** Beside a flag, a vault by hand is opened where its own credentials are to be had. */
function hasCondition(app: GeneratedApp): boolean {
  return app.steps.some(({ when }) => when === 'flag') || has(app, 'vault-by-hand');
}

function whyOpen(claim: Precedence | undefined): string {
  if (claim?.reason.code !== 'perhaps') return claim?.reason.code ?? '';
  return claim.reason.source.why;
}

/** Secret files are no sources of a credential; what stands under a condition of the app's may be there or not. */
export function judgeProviders({ providers }: Claims, app: GeneratedApp, worlds: readonly Observation[]): Verdict {
  const told = providers.filter(({ kind, placed }) => kind !== 'secret-file' && placed);
  const claimed = told.map(({ kind, conditions }) => `${kind}${conditions.length > 0 ? '?' : ''}`).join(' ');
  const sources = worlds.flatMap((world) => (world.kind === 'started' ? [world.start.sources] : []));
  const seen = [...new Set(sources.map((some) => some.join(' ')))];
  const isConditional = told.some(({ conditions }) => conditions.length > 0);
  if (isConditional && !hasCondition(app)) return { kind: 'differs', claimed, seen: seen.join(' or ') };
  const possible = new RegExp(
    `^${told.map(({ kind, conditions }) => `(${kind} )${conditions.length > 0 ? '?' : ''}`).join('')}$`,
  );
  const other = sources.find((some) => !possible.test(some.map((name) => `${name} `).join('')));
  return other === undefined ? { kind: 'agrees' } : { kind: 'differs', claimed, seen: other.join(' ') };
}
