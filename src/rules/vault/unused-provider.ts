import type { App } from '../../app/app.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import { statusOf, usesMaskinporten } from '../../app/status.ts';
import {
  codeOfProvider,
  type LeftHelper,
  leftHelpers,
  leftUsings,
  type RemovableCode,
} from '../../app/vault/removable-code.ts';
import type { VaultWiring } from '../../app/vault/wiring.ts';
import type { Reason } from '../../words/reasons.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { obstaclesToRemoval } from './unused/obstacles.ts';
import { doubtsAbout, removalOfCode, removalOfSurroundings } from './unused/removal.ts';

export const unusedProvider: Rule<'vault/unused-provider'> = {
  id: 'vault/unused-provider',
  severity: 'note',
  phase: 'cleanup',
  fixes: ['review', 'manual'],
  example: 'vault-unused-provider',
  check: (app) => {
    if (app.record === null && !usesMaskinporten(app)) return [];
    const findings = [...providerFindings(app), ...leftHelpers(app).map((helper) => helperFinding(app, helper))];
    // Whatever code goes takes them along.
    return findings.some(({ remedy }) => remedy.kind === 'change') ? findings : [...usingsFindings(app), ...findings];
  },
};

type UnusedProvider = FindingOf<'vault/unused-provider'>;

/** All wirings go in one change: while one of them stays, it needs what the deployment mounts. */
function providerFindings(app: App): readonly UnusedProvider[] {
  const wirings = app.wirings.filter((wiring) => !isDevelopmentOnly(wiring));
  if (wirings.length === 0 || app.vaultReaders.length > 0 || staysByDecision(app)) return [];
  const notYet = notSwitched(app);
  if (notYet !== null) {
    const remedy = { kind: 'manual', reasons: [notYet] } as const;
    return wirings.map((wiring) => providerFinding(app, wiring, remedy, null));
  }
  const code = codeOfProvider(app, wirings);
  const remedy = remedyFor(app, code);
  return wirings.map((wiring) => providerFinding(app, wiring, remedy, code));
}

/** A client that is to keep its own credentials keeps the vault that they are in. */
function staysByDecision({ identities, record }: App): boolean {
  const decisions = [...identities, ...(record?.clients ?? [])].map(({ decision }) => decision);
  return decisions.some((decision) => decision.startsWith('own'));
}

function remedyFor(app: App, code: RemovableCode): Remedy {
  const obstacles = obstaclesToRemoval(app, code);
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  const changes = [...removalOfCode(app, code), ...removalOfSurroundings(app)];
  return { kind: 'change', changes, reasons: [{ code: 'no-reader-found' }, ...doubtsAbout(app, code)] };
}

/** Why the vault may still be what the app's Maskinporten clients live on. */
function notSwitched(app: App): Reason | null {
  const hasLegacy = !['none', 'studio', 'undetermined'].includes(statusOf(app));
  if (hasLegacy) return { code: 'vault-still-read' };
  return app.record === null ? { code: 'switch-unrecorded' } : null;
}

/** Without the code where it is not yet time to take it away. */
function providerFinding(
  app: App,
  { at, method, call }: VaultWiring,
  remedy: Remedy,
  code: RemovableCode | null,
): UnusedProvider {
  const { mounts, volumes, file } = app.secretMounts;
  return {
    rule: 'vault/unused-provider',
    severity: 'note',
    phase: 'cleanup',
    at,
    subject: call,
    data: {
      kind: 'provider',
      name: method,
      switched: code !== null,
      listed: app.vaultListing !== null,
      mounts: mounts.length + volumes.length > 0 ? file : null,
      ...packagesIn(code),
    },
    remedy,
  };
}

/** Dead code is dead, whether or not anything was switched. */
function helperFinding(app: App, { name, at, declaration, code }: LeftHelper): UnusedProvider {
  return {
    rule: 'vault/unused-provider',
    severity: 'note',
    phase: 'cleanup',
    at,
    subject: declaration,
    data: { kind: 'helper', name, switched: false, listed: false, mounts: null, ...packagesIn(code) },
    remedy: {
      kind: 'change',
      changes: removalOfCode(app, code),
      reasons: [{ code: 'nothing-calls-it' }, ...doubtsAbout(app, code)],
    },
  };
}

/** As long as a wiring of the app's own is there, its turn has not come. */
function usingsFindings(app: App): readonly UnusedProvider[] {
  const left = app.wirings.every(({ kind }) => kind === 'helper') ? leftUsings(app) : null;
  if (left === null) return [];
  const { name, at, code } = left;
  return [
    {
      rule: 'vault/unused-provider',
      severity: 'note',
      phase: 'cleanup',
      at,
      subject: at,
      data: { kind: 'usings', name, switched: false, listed: false, mounts: null, ...packagesIn(code) },
      remedy: {
        kind: 'change',
        changes: removalOfCode(app, code),
        reasons: [{ code: 'nothing-used' }, ...doubtsAbout(app, code)],
      },
    },
  ];
}

function packagesIn(code: RemovableCode | null) {
  const { references = [], unclear = [] } = code?.packages ?? {};
  return { packages: references.map(({ id }) => id), unclearPackages: unclear };
}
