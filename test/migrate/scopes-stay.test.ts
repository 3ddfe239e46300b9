import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { isSelected } from '../../src/migrate/plan.ts';
import { type AuditResult, planVerified } from '../../src/migrate/verify.ts';
import { phases } from '../../src/rules/finding.ts';
import { appsOfFixture, type FixtureApp, fixtureFolders } from './fixture-apps.ts';

/** A scope that the patched code forgot would be missed in production, and one that it made up would be refused there. */
describe('an app asks for the same scopes before and after the patch of each phase', () => {
  test.each(fixtureFolders())('%s', async (name) => {
    for (const app of await appsOfFixture(name)) {
      for (const phase of phases) {
        const after = await patched(app, phase);
        expect(askedBy(after.app), phase).toEqual(askedBy(app.before.app));
      }
    }
  });
});

async function patched({ before, audit }: FixtureApp, phase: (typeof phases)[number]): Promise<AuditResult> {
  const selection = { phase, fixes: 'review', withPhaseless: phase === 'prepare' } as const;
  const selected = before.settled.filter((one) => isSelected(one, selection));
  const { taken, texts } = await planVerified(before, selected, selection, audit);
  return taken.length === 0 ? before : audit(texts);
}

/** What code and settings show: the record that a patch adds would hide what it forgot. */
function askedBy({ scopes: { asked, unresolved } }: App): readonly string[] {
  const shown = asked.filter(({ evidence }) => evidence.length > 0);
  const scopes = shown.map(
    ({ scope, implied, stays }) => `${scope}${implied ? ' implied' : ''}${stays ? ' stays' : ''}`,
  );
  return [...scopes, `${unresolved.length} unresolved`];
}
