import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { isSelected, type Plan, type Selection } from '../../src/migrate/plan.ts';
import type { SettledFinding } from '../../src/migrate/settle.ts';
import { type AuditResult, planVerified } from '../../src/migrate/verify.ts';
import { phases } from '../../src/rules/finding.ts';
import { readCSharp } from '../../src/syntax/csharp/file.ts';
import { parseJson } from '../../src/syntax/json/parse.ts';
import { parseXml } from '../../src/syntax/xml/parse.ts';
import { parseYaml } from '../../src/syntax/yaml/parse.ts';
import type { Reason } from '../../src/words/reasons.ts';
import { appsOfFixture, type FixtureApp, fixtureFolders } from './fixture-apps.ts';

/** People take one finding of many, or the safe ones alone: what is left of the app must work all the same. */
describe('each finding by itself, and the safe ones of a phase', () => {
  test.each(fixtureFolders())('%s', async (name) => {
    for (const app of await appsOfFixture(name)) {
      for (const [what, selected, selection] of selectionsOf(app.before)) {
        const wrongs = await wrongsOf(app, selected, selection);
        expect(wrongs, what).toEqual([]);
      }
    }
  });
});

type Selected = readonly [what: string, selected: readonly SettledFinding[], selection: Selection];

function selectionsOf({ settled }: AuditResult): readonly Selected[] {
  const alone = settled
    .filter(({ edits }) => edits.length > 0)
    .map((one): Selected => {
      const { rule, at, phase } = one.finding;
      const what = `${rule} in ${at.file} at ${at.start}`;
      return [what, [one], { phase: phase ?? 'prepare', fixes: 'review', withPhaseless: false }];
    });
  const safe = phases.map((phase): Selected => {
    const selection = { phase, fixes: 'safe', withPhaseless: false } as const;
    return [`all that is safe to ${phase}`, settled.filter((one) => isSelected(one, selection)), selection];
  });
  return [...alone, ...safe].filter(([, selected]) => selected.length > 0);
}

async function wrongsOf(
  { before, audit }: FixtureApp,
  selected: readonly SettledFinding[],
  selection: Selection,
): Promise<readonly string[]> {
  const plan = await planVerified(before, selected, selection, audit);
  const after = plan.taken.length === 0 ? before : await audit(plan.texts);
  return [...answered(plan, selected), ...unparsed(plan, before.app), ...broken(before, after)];
}

/** Each is taken, with a text that it changes, or withdrawn. */
function answered({ taken, withdrawn, texts }: Plan, selected: readonly SettledFinding[]): readonly string[] {
  const count = taken.length + withdrawn.length;
  return [
    ...(count === selected.length ? [] : [`${count} of ${selected.length} answered`]),
    ...(taken.length > 0 && texts.size === 0 ? ['taken without a change'] : []),
  ];
}

function unparsed({ texts }: Plan, app: App): readonly string[] {
  return [...texts]
    .filter(([path, text]) => text !== null && !parses(path, text, app))
    .map(([path]) => `${path} does not parse`);
}

function parses(path: string, text: string, { sources }: App): boolean {
  if (/\.cs$/i.test(path)) {
    const isBroken = (file: ReturnType<typeof readCSharp>) => file?.views.some(({ root }) => root.broken) ?? true;
    return !isBroken(readCSharp(path, text)) || isBroken(sources.file(path));
  }
  if (/\.ya?ml$/i.test(path)) return parseYaml(text).kind === 'document';
  return (/\.json$/i.test(path) ? parseJson : parseXml)(text).kind === 'document';
}

/** Of what stays: a handler without its definition, a settings object that nothing fills any more. */
const unfounded = ['definition-not-found', 'scopes-unknown', 'exchange-unknown', 'section-unknown'] as const;

/** What compiles, and fails when the app runs. */
function broken(before: AuditResult, after: AuditResult): readonly string[] {
  const reasons = unfounded.filter((code) => countOf(code, after) > countOf(code, before));
  return [
    ...reasons,
    ...(takesServiceOfNobody(after.app) && !takesServiceOfNobody(before.app) ? ['nothing brings the service'] : []),
    ...(takesProviderOfNobody(after.app) && !takesProviderOfNobody(before.app) ? ['nothing brings the provider'] : []),
  ];
}

/** Of code that runs: what cleanup leaves to people is told with the same reasons. */
function countOf(code: Reason['code'], { settled }: AuditResult): number {
  const reasons = settled.flatMap(({ finding: { phase, remedy } }) =>
    remedy.kind === 'none' || phase === 'cleanup' ? [] : remedy.reasons,
  );
  return reasons.filter((reason) => reason.code === code).length;
}

/** The package's service, which each registration of a client of the package brings. */
function takesServiceOfNobody({ tokens, externals }: App): boolean {
  const takers = tokens.consumers.filter(({ client }) => client === 'external-service');
  const isTaken = takers.length + tokens.providerRegistrations.length + tokens.legacyEformidling.length > 0;
  const isBrought = tokens.clientRegistrations.some(({ client }) => client === 'external-service');
  return isTaken && !isBrought && externals.length === 0;
}

/** The provider, which the app registers or, from 8.6 on, the library; from v9 on nothing that takes one compiles. */
function takesProviderOfNobody({ tokens, versions }: App): boolean {
  const isTaken = tokens.consumers.some(({ client }) => client === 'token-provider');
  const isBrought = tokens.clientRegistrations.some(({ client }) => client === 'token-provider');
  const registered = isBrought || tokens.providerRegistrations.length > 0;
  return isTaken && !registered && !['yes', 'removed'].includes(versions.capabilities.tokenProviderRegistered);
}
