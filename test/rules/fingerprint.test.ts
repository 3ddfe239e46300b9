import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSelected } from '../../src/migrate/plan.ts';
import { planVerified } from '../../src/migrate/verify.ts';
import type { Phase } from '../../src/rules/finding.ts';
import { fingerprints, identityOf } from '../../src/rules/fingerprint.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import type { RuleId } from '../../src/words/rule-words.ts';
import { pemOf } from '../app/secrets/key-material.ts';
import { workspaceOf } from '../app/workspace-of.ts';
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

describe('what a finding is about is the same', () => {
  /** Of a finding about the part of a file between the marks. */
  async function identity(marked: string, { file = 'App/A.cs', path = '.', rule = 'config/early-read' as const } = {}) {
    await loadCSharp();
    const [before = '', inside = '', after = ''] = marked.split('¤');
    const workspace = workspaceOf({ [file]: before + inside + after });
    const at = { file, start: before.length, end: before.length + 1 };
    const subject = { file, start: 0, end: before.length + inside.length };
    const data = { section: 'a', registration: false, vault: true, studio: false };
    const remedy = { kind: 'manual', reasons: [] } as const;
    const finding = { rule, severity: 'warning', phase: 'prepare', data, at, subject, remedy } as const;
    return identityOf({ workspace, location: { path } }, finding);
  }

  test.each([
    ['with blanks beside signs', '¤f(a,b)¤;', '¤f ( a ,\tb )¤;'],
    ['over lines', '¤f(a).G()¤;', '¤f(a)\n    .G()¤;'],
    ['with Windows’ line ends', '¤new A\n{\n}¤;', '¤new A\r\n{\r\n}¤;'],
    ['with more between words', '¤x = new Båt()¤;', '¤x = new \n\t Båt()¤;'],
    ['with blanks around it', '¤f(a)¤;', '¤ f(a) ¤;'],
    ['with a comment', '¤f(a, b)¤;', '¤f(a /* first */, // second\n b)¤;'],
    ['with a comment between words', '¤x = new Båt()¤;', '¤x = new/* a */Båt()¤;'],
    ['with a comment and blanks between words', '¤x = new Båt()¤;', '¤x = new /* a */ Båt()¤;'],
    ['with a comment at either end', '¤f(a)¤;', '¤/* a */ f(a) /* b */¤;'],
    ['with comments around it', '¤f(a /* a */)¤;', '// one\n/* two */¤f(a)¤/* three */; // four'],
    ['behind something else', '¤f(a)¤;', 'g(b).¤f(a)¤;'],
    ['before something else', '¤f(a)¤;', '¤f(a)¤.G(b);'],
  ])('%s', async (_, one, other) => {
    expect(await identity(other)).toBe(await identity(one));
  });

  test('with a comment in a project file', async () => {
    const project = (comment: string) => identity(`¤<a>${comment}<b /></a>¤`, { file: 'App/App.csproj' });
    expect(await project('<!-- c -->')).toBe(await project(''));
  });

  test('wherever the app stands in its repo', async () => {
    const other = await identity('¤f(a)¤;', { file: 'apps/one/App/A.cs', path: 'apps/one' });
    expect(other).toBe(await identity('¤f(a)¤;'));
  });

  test('though a file is as good as empty where it cannot be read', async () => {
    const at = { file: 'App/gone.cs', start: 0, end: 0 };
    const finding = { rule: 'version/unknown', severity: 'note', phase: 'prepare', at, subject: at } as const;
    const rest = { data: { declared: null }, remedy: { kind: 'none' } } as const;
    const app = { workspace: workspaceOf({}), location: { path: '.' } };
    expect(identityOf(app, { ...finding, ...rest })).toBe('version/unknown\0App/gone.cs\0');
  });

  test.each([
    ['another word', '¤f(a)¤;', '¤f(b)¤;'],
    ['one word where there were two', '¤x = new Båt()¤;', '¤x = newBåt()¤;'],
    ['one word of letters that are not English', '¤var ø = å is Æ¤;', '¤var ø = åis Æ¤;'],
    ['the same at the second word', '¤var ø = å is Æ¤;', '¤var ø = å isÆ¤;'],
    ['a word that ends in a digit', '¤var x = a1 is B¤;', '¤var x = a1is B¤;'],
    ['a number', '¤return 1¤;', '¤return1¤;'],
    ['a word that ends in a low line', '¤var x = a_ is B¤;', '¤var x = a_is B¤;'],
    ['a word that begins with one', '¤return _a¤;', '¤return_a¤;'],
    ['a text in two words', '¤f("a b")¤;', '¤f("ab")¤;'],
    ['a text that looks like a comment', '¤f("//a")¤;', '¤f("//b")¤;'],
    ['something at its end', '¤f(a)¤.G();', '¤f(a).G()¤;'],
    ['another file', '¤f(a)¤;', '¤f(a)¤;', 'App/B.cs'],
  ])('but not with %s', async (_, one, other, file = 'App/A.cs') => {
    expect(await identity(other, { file })).not.toBe(await identity(one));
  });
});

test('a key that was commented out is another one when it changes, though its base64 may look like a comment', async () => {
  const commented = (key: string) => appWith('', { more: { 'App/Keys.cs': `/*\n${key}\n*/\nclass Keys { }\n` } });
  const [one] = await fingerprintOf('secrets/committed-key', commented(keyWithSlashes()));
  const [other] = await fingerprintOf('secrets/committed-key', commented(keyWithSlashes()));
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(other).toMatch(/^[0-9a-f]{32}$/);
  expect(other).not.toBe(one);
});

/** Made for the test: one in some seventy has them. */
function keyWithSlashes(): string {
  for (;;) {
    const key = pemOf(generateKeyPairSync('ed25519').privateKey, 'pkcs8');
    if (key.includes('//')) return key;
  }
}
