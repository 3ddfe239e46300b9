import { expect, test } from 'vitest';
import { isSelected } from '../../src/migrate/plan.ts';
import { planVerified } from '../../src/migrate/verify.ts';
import type { Phase } from '../../src/rules/finding.ts';
import { fingerprints } from '../../src/rules/fingerprint.ts';
import type { RuleId } from '../../src/words/rule-words.ts';
import { appWith, auditedApp, type Files } from './audited.ts';

const chain = (authorization: string) => `    services
        .AddHttpClient<C>()
        .${authorization}("a")
        .Services.ConfigureMaskinportenClient("mine:MaskinportenSettings")
        .AddMemoryCache();`;
const british = appWith(chain('UseMaskinportenAuthorisation'));
const american = appWith(chain('UseMaskinportenAuthorization'));

async function fingerprintOf(rule: RuleId, files: Files): Promise<readonly string[]> {
  const { app, settled } = await auditedApp(files);
  const findings = settled.map(({ finding }) => finding).filter((finding) => finding.rule === rule);
  return fingerprints(app, findings);
}

test('a finding keeps its fingerprint when something before it in the chain is renamed', async () => {
  const before = await fingerprintOf('config/custom-path', british);
  expect(before).toHaveLength(1);
  expect(await fingerprintOf('config/custom-path', american)).toEqual(before);
});

test('and loses it when its own text changes', async () => {
  const before = await fingerprintOf('config/custom-path', american);
  const other = appWith(chain('UseMaskinportenAuthorization').replace('mine:', 'yours:'));
  expect(await fingerprintOf('config/custom-path', other)).not.toEqual(before);
});

test.each([
  ['laid out in another way', '"mine:MaskinportenSettings"', '\n            "mine:MaskinportenSettings"\n        '],
  [
    'commented on',
    '"mine:MaskinportenSettings"',
    '/* the "courts" // */ "mine:MaskinportenSettings" // theirs\n        ',
  ],
])('and keeps it when its own text is %s', async (_, from, to) => {
  const before = await fingerprintOf('config/custom-path', american);
  const after = appWith(chain('UseMaskinportenAuthorization').replace(from, to));
  expect(await fingerprintOf('config/custom-path', after)).toEqual(before);
});

test('of several alike, each has its own; baselines hold them, so no release makes them in another way', async () => {
  const client = '    services.AddHttpClient("x").UseMaskinportenAuthorisation("a");';
  expect(await fingerprintOf('clients/obsolete-spelling', appWith([client, client, client].join('\n')))).toEqual([
    '82cce7722b02053720e01efa512ccaea',
    '3068143fc004d145653d92cbcda9aa61',
    '1919805380e922c890db9ac400a4fda7',
  ]);
});

test.each<[Phase, readonly RuleId[]]>([
  ['prepare', ['clients/obsolete-spelling']],
  ['switch', ['config/custom-path']],
])('two fixes in one chain are each made in their phase: %s', async (phase, rules) => {
  const { app, settled, audit } = await auditedApp(british);
  const selection = { phase, fixes: 'review', withPhaseless: false } as const;
  const selected = settled.filter((one) => isSelected(one, selection));
  const { taken, withdrawn } = await planVerified({ app, settled }, selected, selection, audit);
  expect(taken.map(({ finding }) => finding.rule)).toEqual(rules);
  expect(withdrawn).toEqual([]);
});
