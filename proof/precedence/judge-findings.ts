import type { Claims } from './claims.ts';
import type { GeneratedApp } from './generated-app.ts';
import type { Verdict } from './judge.ts';
import type { Observation } from './observation.ts';
import { identityKeys, winnerOf } from './winners.ts';

/** The rule says that listed secrets win over Studio's: so they do, and where it is silent none does. */
export function judgeOverridesStudio({ findings }: Claims, app: GeneratedApp, added: Observation): Verdict {
  if (!app.listed || added.kind !== 'started') return { kind: 'agrees' };
  const { sources } = added.start;
  const isAfter = sources.includes('studio') && sources.lastIndexOf('vault') > sources.lastIndexOf('studio');
  const won = isAfter ? identityKeys.filter((key) => winnerOf(key, added.start) === 'vault') : [];
  const named = findings.flatMap((finding) =>
    finding.rule === 'vault/overrides-studio' && !finding.data.hostMissing ? (finding.data.secrets ?? []) : [],
  );
  const claimed = [...new Set(named.map((name) => name.split('--')[1] ?? ''))].sort();
  const seen = [...won].sort();
  return claimed.join(' ') === seen.join(' ')
    ? { kind: 'agrees' }
    : { kind: 'differs', claimed: claimed.join(' ') || 'none', seen: seen.join(' ') || 'none' };
}
