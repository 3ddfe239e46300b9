import { describe, expect, test } from 'vitest';
import { isSelected, planChanges, type Selection } from '../../src/migrate/plan.ts';
import type { SettledFinding } from '../../src/migrate/settle.ts';
import { appWith, auditedApp } from '../rules/audited.ts';

const everything: Selection = { phase: 'switch', fixes: 'review', withPhaseless: false };
const services =
  '    services.A();\n    services.B();\n    services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';

/** A finding of the app, made to want other edits: each the text that goes and what comes instead. */
async function findingsWith(...wanted: readonly (readonly [string, string])[][]) {
  const { app, settled } = await auditedApp(appWith(services));
  const [original] = settled.filter(({ finding }) => finding.rule === 'config/custom-path');
  const read = app.workspace.read('App/Program.cs');
  if (original === undefined || read.kind !== 'text') throw new Error('nothing found');
  const { text } = read.source;
  const rules = ['config/custom-path', 'clients/obsolete-spelling', 'config/default-path'];
  const findings = wanted.map(
    (edits, index): SettledFinding => ({
      finding: { ...original.finding, remedy: { kind: 'change', changes: [], reasons: [] } },
      edits: edits.map(([from, replacement]) => {
        const start = text.indexOf(from);
        return { file: 'App/Program.cs', start, end: start + from.length, replacement, reason: rules[index] ?? '' };
      }),
    }),
  );
  return { app, original, findings, text };
}

test('changes that do not touch each other are all made', async () => {
  const { app, findings, text } = await findingsWith([['services.A();', 'services.C();']], [['services.B();', '']]);
  const plan = planChanges(app, findings);
  expect(plan.withdrawn).toEqual([]);
  expect(plan.taken).toEqual(findings);
  expect(plan.texts.get('App/Program.cs')).toBe(
    text.replace('services.A();', 'services.C();').replace('services.B();', ''),
  );
});

test.each([
  ['after it in the file', [['services.A();\n    services.B', '']], [['services.B();', '']]],
  ['before it in the file', [['services.B();', '']], [['services.A();\n    services.B', '']]],
] as const)('a change that overlaps with an earlier one is withdrawn and names it: %s', async (_, first, second) => {
  const { app, findings } = await findingsWith(
    [...first],
    [...second],
    [['services.Configure', 'services.Reconfigure']],
  );
  const plan = planChanges(app, findings);
  expect(plan.taken).toEqual([findings[0], findings[2]]);
  expect(plan.withdrawn).toEqual([{ settled: findings[1], reason: { code: 'conflict', rule: 'config/custom-path' } }]);
});

test('two findings that want the same change share it', async () => {
  const { app, findings, text } = await findingsWith([['services.A();', '']], [['services.A();', '']]);
  const plan = planChanges(app, findings);
  expect(plan.taken).toHaveLength(2);
  expect(plan.texts.get('App/Program.cs')).toBe(text.replace('services.A();', ''));
});

test('an empty selection changes no file', async () => {
  const { app } = await findingsWith();
  expect(planChanges(app, [])).toEqual({ taken: [], withdrawn: [], texts: new Map() });
});

test('removals are planned as parts of one change', async () => {
  const call = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
  const { app, settled } = await auditedApp(
    appWith(`    if (env.IsProduction())\n    {\n        ${call}\n        ${call}\n    }`),
  );
  const plan = planChanges(
    app,
    settled.filter((one) => isSelected(one, everything)),
  );
  expect(plan.taken).toHaveLength(2);
  expect(plan.texts.get('App/Program.cs')).toMatch(/env\)\n\{\n\}\n/);
});

describe('what is selected', () => {
  test.each([
    ['its own phase', 'switch', {}, true],
    ['another phase', 'prepare', {}, false],
    ['a review where only safe is asked for', 'switch', { fixes: 'safe' }, false],
  ] as const)('%s', async (_, phase, asked, expected) => {
    const { original } = await findingsWith();
    const doubtful: SettledFinding = {
      finding: { ...original.finding, remedy: { kind: 'change', changes: [], reasons: [{ code: 'order-unknown' }] } },
      edits: original.edits,
    };
    expect(isSelected(doubtful, { ...everything, ...asked, phase })).toBe(expected);
  });

  test.each([
    ['in the first phase', { phase: 'prepare' }, true],
    ['in a later one', { phase: 'switch' }, false],
    ['in a later one when asked for by name', { phase: 'switch', withPhaseless: true }, true],
  ] as const)('what belongs to no phase: %s', async (_, asked, expected) => {
    const { original } = await findingsWith();
    const phaseless: SettledFinding = { finding: { ...original.finding, phase: null }, edits: original.edits };
    expect(isSelected(phaseless, { ...everything, ...asked })).toBe(expected);
  });

  test('never what has no edits', async () => {
    const { original } = await findingsWith();
    expect(isSelected({ finding: original.finding, edits: [] }, everything)).toBe(false);
  });
});
