import type { Claims } from './claims.ts';
import type { Verdict } from './judge.ts';
import type { Start } from './observation.ts';
import { identityKeys, winnerOf } from './winners.ts';

/** Of an app whose vault is listed: the rule says that listed secrets win over Studio's: so they do, and where it is silent none does. */
export function judgeOverridesStudio({ findings }: Claims, added: Start): Verdict {
  const { sources } = added;
  const isAfter = sources.includes('studio') && sources.lastIndexOf('vault') > sources.lastIndexOf('studio');
  const won = isAfter ? identityKeys.filter((key) => winnerOf(key, added) === 'vault') : [];
  const named = findings.flatMap((finding) =>
    finding.rule === 'vault/overrides-studio' && !finding.data.hostMissing ? (finding.data.secrets ?? []) : [],
  );
  const claimed = [...new Set(named.map((name) => name.split('--')[1] ?? ''))].sort();
  const seen = [...won].sort();
  return claimed.join(' ') === seen.join(' ')
    ? { kind: 'agrees' }
    : { kind: 'differs', claimed: claimed.join(' ') || 'none', seen: seen.join(' ') || 'none' };
}
