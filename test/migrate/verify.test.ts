import { describe, expect, test } from 'vitest';
import type { Selection } from '../../src/migrate/plan.ts';
import type { SettledFinding } from '../../src/migrate/settle.ts';
import { planVerified } from '../../src/migrate/verify.ts';
import { appWith, auditedApp, type Files, shortly } from '../rules/audited.ts';

const custom = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
const services = `    services.A();\n    ${custom}\n    services.B().UseMaskinportenAuthorisation("a");`;
const inSwitch: Selection = { phase: 'switch', fixes: 'review', withPhaseless: false };

interface Outcome {
  readonly taken: readonly string[];
  readonly withdrawn: readonly string[];
  readonly text: string;
}

/** What is planned when findings of the app want these edits, each a text that goes and what comes instead. */
async function planned(
  files: Files,
  wanted: Readonly<Record<string, readonly (readonly [string, string])[]>>,
): Promise<Outcome> {
  const file = 'App/Program.cs';
  const { app, settled, audit } = await auditedApp(files);
  const read = app.workspace.read(file);
  const text = read.kind === 'text' ? read.source.text : '';
  const selected = Object.entries(wanted).map(([rule, edits]): SettledFinding => {
    const finding = settled.map((one) => one.finding).find((one) => one.rule === rule);
    if (finding === undefined) throw new Error(`no ${rule}`);
    return {
      finding: { ...finding, remedy: { kind: 'change', changes: [], reasons: [] } },
      edits: edits.map(([from, replacement]) => {
        const start = text.indexOf(from);
        return { file, start, end: start + from.length, replacement, reason: rule };
      }),
    };
  });
  const plan = await planVerified({ app, settled }, selected, inSwitch, audit);
  return {
    taken: plan.taken.map(({ finding }) => finding.rule),
    withdrawn: plan.withdrawn.map(({ settled: { finding }, reason }) =>
      reason.code === 'not-verified' ? `${finding.rule}: ${reason.check}` : `${finding.rule}: ${shortly(reason)}`,
    ),
    text: plan.texts.get(file) ?? text,
  };
}

const renaming = [['UseMaskinportenAuthorisation', 'UseMaskinportenAuthorization']] as const;
const renamed = String(appWith(services)['App/Program.cs']).replace(...renaming[0]);

test('fixes that do what they promise are all made', async () => {
  const removal = [[`    ${custom}\n`, '']] as const;
  expect(
    await planned(appWith(services), { 'config/custom-path': removal, 'clients/obsolete-spelling': renaming }),
  ).toEqual({
    taken: ['config/custom-path', 'clients/obsolete-spelling'],
    withdrawn: [],
    text: renamed.replace(`    ${custom}\n`, ''),
  });
});

describe('a fix that fails is withdrawn with the reason, and the others are made', () => {
  test.each([
    ['leaves a syntax error', [[custom, 'services.;(']], 'syntax'],
    [
      'leaves a syntax error elsewhere',
      [
        [custom, ''],
        ['app.Run();', 'app.Run(;'],
      ],
      'syntax',
    ],
    ['leaves the finding', [['services.A();', '']], 'still-found'],
    ['moves the finding', [[`    services.A();\n    ${custom}`, `    ${custom}\n    services.A();`]], 'still-found'],
    [
      'causes another error',
      [[custom, 'services.AddMemoryCache().ConfigureMaskinportenClient("other:MaskinportenSettings");']],
      'new-error',
    ],
    [
      'asks for a second fix',
      [[custom, 'if (env.IsDevelopment()) services.ConfigureMaskinportenClient("other");']],
      'not-stable',
    ],
  ] as const)('it %s', async (_, edits, check) => {
    const wanted = { 'config/custom-path': edits, 'clients/obsolete-spelling': renaming };
    expect(await planned(appWith(services), wanted)).toEqual({
      taken: ['clients/obsolete-spelling'],
      withdrawn: [`config/custom-path: ${check}`],
      text: renamed,
    });
  });

  test('it overlaps with one before it', async () => {
    const wanted = {
      'config/custom-path': [[`    ${custom}\n`, '']],
      'clients/obsolete-spelling': [[`${custom}\n    services`, 'services'], ...renaming],
    } as const;
    const { taken, withdrawn } = await planned(appWith(services), wanted);
    expect(taken).toEqual(['config/custom-path']);
    expect(withdrawn).toEqual(['clients/obsolete-spelling: conflict']);
  });
});

test('where one fails, another that overlaps with one before it is still withdrawn for that', async () => {
  const wanted = {
    'config/custom-path': [[`    ${custom}\n`, '']],
    'clients/obsolete-spelling': [[`${custom}\n    services`, 'services'], ...renaming],
    'scopes/to-add': [['services.A();', 'services.;(']],
  } as const;
  const { taken, withdrawn } = await planned(appWith(services), wanted);
  expect({ taken, withdrawn }).toEqual({
    taken: ['config/custom-path'],
    withdrawn: ['clients/obsolete-spelling: conflict', 'scopes/to-add: syntax'],
  });
});

test('of two fixes that each hold but not together, the second is withdrawn', async () => {
  const spelled = 'services.B().UseMaskinportenAuthorisation("a");';
  const wanted = { 'config/custom-path': [[custom, '']], 'clients/obsolete-spelling': [[spelled, '']] } as const;
  const files = appWith(`    if (config is not null)\n        ${custom}\n    ${spelled}`);
  const { taken, withdrawn } = await planned(files, wanted);
  expect({ taken, withdrawn }).toEqual({
    taken: ['config/custom-path'],
    withdrawn: ['clients/obsolete-spelling: syntax'],
  });
});

test('a file that had errors before may keep them', async () => {
  const broken = `    services.A();\n    ${custom}\n}\n\nvoid Broken()\n{\n    A((;`;
  const { taken, withdrawn } = await planned(appWith(broken), { 'config/custom-path': [[`    ${custom}\n`, '']] });
  expect({ taken, withdrawn }).toEqual({ taken: ['config/custom-path'], withdrawn: [] });
});

test('a fix may leave others of its kind in the file, as long as one is gone', async () => {
  const twice = `    ${custom}\n    ${custom}`;
  const { taken, withdrawn } = await planned(appWith(twice), { 'config/custom-path': [[`    ${custom}\n`, '']] });
  expect({ taken, withdrawn }).toEqual({ taken: ['config/custom-path'], withdrawn: [] });
});

test('without anything selected nothing is read again', async () => {
  const { app, settled } = await auditedApp(appWith(services));
  const audit = () => Promise.reject(new Error('read again'));
  const plan = await planVerified({ app, settled }, [], inSwitch, audit);
  expect(plan).toEqual({ taken: [], withdrawn: [], texts: new Map() });
});
