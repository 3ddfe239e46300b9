import type { App } from '../../app/app.ts';
import { defaultSectionSecrets } from '../../app/vault/default-section-secrets.ts';
import type { VaultWiring } from '../../app/vault/wiring.ts';
import type { Reason } from '../../words/reasons.ts';
import type { Change } from '../finding.ts';
import { sharedWithOthers } from '../shared-library.ts';
import { tooOldFor } from '../version/requirement.ts';
import { helperInstead, readsBetween } from './adding-helper.ts';

export interface Behind {
  readonly obstacles: readonly Reason[];
  readonly changes: readonly Change[];
  readonly doubts: readonly Reason[];
}

/** The first release with `AddAzureKeyVaultAsConfigProvider`. */
export const firstWithHelper = '8.2.6';

/** What brings a wiring that stands before the host behind it, as the documentation has it. */
export function movingBehindHost(app: App, wiring: VaultWiring): Behind {
  const { changes, obstacles } = moved(wiring);
  return {
    obstacles: [...obstacles, ...tooOldFor(app.versions, firstWithHelper), ...whyNot(app, wiring)],
    changes,
    doubts: [
      ...(wiring.kind === 'helper' ? [] : [{ code: 'vault-required' } as const]),
      { code: 'vault-wins-again' },
      ...sharedWithOthers(app, wiring.at.file),
    ],
  };
}

function moved({ replacement, move }: VaultWiring): Pick<Behind, 'changes' | 'obstacles'> {
  if (replacement === null) {
    if (move === null) return unclear('deferred');
    return move.kind === 'by-hand'
      ? unclear(move.because)
      : { obstacles: [], changes: [{ kind: 'move-statement', at: move.statement, behind: move.behind }] };
  }
  if (replacement.kind === 'by-hand') return unclear(replacement.because, replacement.condition);
  if (replacement.belowHost === null) return unclear('no-builder');
  return {
    obstacles: [],
    changes: helperInstead(replacement, replacement.belowHost),
  };
}

function unclear(
  because: Extract<Reason, { code: 'wiring-unclear' }>['because'],
  condition: string | null = null,
): Pick<Behind, 'changes' | 'obstacles'> {
  return { obstacles: [{ code: 'wiring-unclear', because, condition }], changes: [] };
}

/** What would no longer see the vault, and a vault that is known to keep Studio's credentials out from there. */
function whyNot(app: App, { position }: VaultWiring): readonly Reason[] {
  const keys = defaultSectionSecrets(app.vaultListing);
  return [
    ...readsBetween(app, position).map(({ at, path }) => ({ code: 'reads-early', file: at.file, path }) as const),
    ...(keys !== 'unknown' && keys.length > 0 ? [{ code: 'vault-holds-default', keys } as const] : []),
  ];
}
