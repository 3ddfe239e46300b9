import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { audit } from '../../src/commands/audit.ts';
import { type BaselineEntry, baselineText, readBaseline } from '../../src/commands/baseline.ts';
import type { Choices } from '../../src/commands/choices.ts';
import { WrongUse } from '../../src/commands/wrong-use.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';
import { canary } from '../end-to-end/canaries.ts';
import { emptyFolder, removeRepos } from '../end-to-end/repo.ts';
import { choicesFor } from '../fuzz/whole/choices.ts';
import { appWith, type Files } from '../rules/audited.ts';
import { folderWith } from './in-process.ts';

const head = '{"schemaVersion":1}';
const entry: BaselineEntry = {
  fingerprint: '0123456789abcdef0123456789abcdef',
  rule: 'config/custom-path',
  app: 'ttd/app',
  path: 'App/a file.cs',
};
const line = JSON.stringify(entry);
afterAll(removeRepos);

const file = join(emptyFolder(), 'maskinflytt.baseline');

function read(text: string) {
  writeFileSync(file, text);
  return readBaseline(file, en).entries;
}

describe('a baseline', () => {
  test('has a line an entry, in order, each once', () => {
    const other = { ...entry, fingerprint: '00000000000000000000000000000000' };
    expect(baselineText([entry, other, entry])).toBe(`${head}\n${JSON.stringify(other)}\n${line}\n`);
    expect(baselineText([])).toBe(`${head}\n`);
    expect(read(baselineText([entry, other]))).toEqual([other, entry]);
  });

  test('may have been merged, or edited on Windows', () => {
    expect(read(`\uFEFF${head}\r\n${line}\r\n\r\n${line}`)).toEqual([entry, entry]);
    expect(read(`${line}\n${head}\n${head}\n`)).toEqual([entry]);
  });

  test.each([
    ['', `${file} is not what was expected: ${en.suppressions.baselineExpected}.`],
    ['[]', `${file} is not what was expected: ${en.suppressions.baselineExpected}.`],
    [`${line}\n`, `${file} is not what was expected: ${en.suppressions.baselineExpected}.`],
    [`${head}\n<<<<<<< HEAD\n${line}`, `${file}:2 is no entry of a baseline: it is not one object of JSON.`],
    [`${head}\n${line},`, `${file}:2 is no entry of a baseline: it is not one object of JSON.`],
    [
      `${head}\n${line.replace('0123', '0x23')}`,
      `${file}:2 is no entry of a baseline: "fingerprint" must be 32 hexadecimal digits in lower case.`,
    ],
    [
      `${head}\n\n${line.replace('custom', 'costum')}`,
      `${file}:3 is no entry of a baseline: there is no rule "config/costum-path".`,
    ],
    [`${head}\n${line.replace('"app":"ttd/app",', '')}`, `${file}:2 is no entry of a baseline: "app" must be a text.`],
    [`${head}\n${line.replace('"App/a file.cs"', '7')}`, `${file}:2 is no entry of a baseline: "path" must be a text.`],
    [`${head}\n${line.replace('"app"', '"line":7,"app"')}`, `${file}:2 is no entry of a baseline: unknown key "line".`],
    [
      `${head}\n${line.replace('config/custom-path', 'secrets/committed-key')}`,
      `${file}:2 is no entry of a baseline: a private key may stand only where maskinflytt.config.json says so.`,
    ],
  ])('is refused for %j', (text, sentence) => {
    expect(() => read(text)).toThrow(new WrongUse(sentence));
  });
});

const spelling = (name: string) => `    services.AddHttpClient("${name}").UseMaskinportenAuthorisation("${name}");`;
const path = '    services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';

interface Asked extends Partial<Choices> {
  readonly baseline?: string;
  readonly write?: string;
}

async function run(folders: readonly string[], { baseline, write, ...asked }: Asked = {}) {
  const texts: string[] = [];
  const talk: string[] = [];
  const output = {
    isTerminal: false,
    data: (text: string) => texts.push(text),
    talk: (text: string) => talk.push(text),
    progress: () => undefined,
  };
  const choices = { ...choicesFor(folders, 'en', null), verbose: false, failOn: 'note' as const, ...asked };
  const known = baseline === undefined ? null : readBaseline(baseline, choices.words);
  const formats = [{ name: 'json' as const, file: null }];
  const code = await audit(choices, formats, output, { known, write: write ?? null });
  const json = texts.join('');
  const { apps, summary } = JSON.parse(json);
  const findings: readonly { readonly rule: string; readonly suppressed: { readonly reason: string } | null }[] =
    apps.flatMap((app: { readonly findings: readonly unknown[] }) => app.findings);
  const open = findings.filter(({ suppressed }) => suppressed === null).map(({ rule }) => rule);
  return { code, json, talk, open, findings, summary, phase: apps[0]?.phase };
}

describe('an audit with a baseline', () => {
  test('counts only what is not in it', async () => {
    const before = folderWith(appWith([path, spelling('a')].join('\n')));
    const baseline = join(before, 'b.jsonl');
    const written = await run([before], { write: baseline });
    expect([written.code, written.talk]).toEqual([0, [`${baseline} knows ${written.open.length} findings now.`]]);
    expect(written.open.length).toBeGreaterThan(1);
    const again = await run([before], { baseline });
    expect([again.code, again.open, again.talk]).toEqual([0, [], []]);
    expect(again.summary.bySeverity).toEqual({ error: 0, warning: 0, note: 0 });
    expect(again.findings[0]?.suppressed).toEqual({ reason: 'In the baseline.', expires: null });
    const after = folderWith(appWith([spelling('b'), '// moved', path, spelling('a')].join('\n')));
    const more = await run([after], { baseline });
    expect(more.code).toBe(1);
    expect(more.open).toContain('clients/obsolete-spelling');
    expect(more.open).not.toContain('config/custom-path');
    expect((await run([after], { baseline, failOn: 'error' })).code).toBe(0);
  });

  test('still says which phase is next: what is known is still to be done', async () => {
    const folder = folderWith(appWith(path));
    const baseline = join(folder, 'b.jsonl');
    const { phase } = await run([folder], { write: baseline });
    expect((await run([folder], { baseline })).phase).toBe(phase);
  });

  test('tells of entries that fit nothing any more, and leaves them out when it is written anew', async () => {
    const folder = folderWith(appWith([path, spelling('a')].join('\n')));
    const baseline = join(folder, 'b.jsonl');
    await run([folder], { write: baseline });
    const had = readFileSync(baseline, 'utf8');
    writeFileSync(join(folder, 'App/Program.cs'), String(appWith(path)['App/Program.cs']));
    const verbose = await run([folder], { baseline, verbose: true });
    expect(verbose.talk).toContain('  clients/obsolete-spelling in App/Program.cs of ttd/app');
    const { talk } = await run([folder], { baseline, write: baseline });
    expect(talk[0]).toMatch(/fits? no finding any more, and no longer stands? there\.$/);
    const has = readFileSync(baseline, 'utf8');
    expect(
      had
        .split('\n')
        .filter((one) => has.includes(one))
        .join('\n'),
    ).toBe(has);
    expect(has.length).toBeLessThan(had.length);
    expect((await run([folder], { baseline })).talk).toEqual([]);
  });

  test('keeps entries of apps and rules that it does not look at', async () => {
    const one = appWith(path);
    const two = { ...appWith(path), 'App/config/applicationmetadata.json': '{ "id": "ttd/two", "org": "ttd" }\n' };
    const folders = [folderWith(one), folderWith(two)] as const;
    const baseline = join(folders[0], 'b.jsonl');
    await run(folders, { write: baseline });
    const whole = readFileSync(baseline, 'utf8');
    expect(whole).toContain('"app":"ttd/two"');
    expect((await run([folders[0]], { baseline })).talk).toEqual([]);
    await run([folders[0]], { baseline, write: baseline, rules: ['config/custom-path'] });
    expect(readFileSync(baseline, 'utf8')).toBe(whole);
  });

  test('tells two apps apart that are alike', async () => {
    const folder = folderWith(appWith(path));
    const baseline = join(folder, 'b.jsonl');
    await run([folder], { write: baseline });
    const other = { ...appWith(path), 'App/config/applicationmetadata.json': '{ "id": "ttd/two", "org": "ttd" }\n' };
    expect((await run([folderWith(other)], { baseline })).open).toContain('config/custom-path');
  });

  test('takes an earlier report', async () => {
    const folder = folderWith(appWith([path, spelling('a')].join('\n')));
    const baseline = join(folder, 'report.json');
    writeFileSync(baseline, (await run([folder], { words: nb })).json);
    expect(await run([folder], { baseline })).toMatchObject({ code: 0, open: [], talk: [] });
  });

  test('leaves out private keys, what someone has decided may stand, and what could not be read', async () => {
    const more: Files = {
      'App/appsettings.json': `{ "MaskinportenSettings": { "EncodedJwk": "${canary('base64Jwk').text}" } }\n`,
      'App/appsettings.Production.json': '{',
    };
    const kept = `${spelling('a')} // maskinflytt-ignore clients/obsolete-spelling: r`;
    const folder = folderWith(appWith([path, kept].join('\n'), { more }));
    const baseline = join(folder, 'b.jsonl');
    const { code, talk } = await run([folder], { write: baseline });
    expect(code).toBe(1);
    expect(talk).toEqual([
      expect.stringMatching(/knows \d+ findings now\.$/),
      `1 file could not be read as usual: what is in them is not in ${baseline}.`,
      expect.stringMatching(/^1 private key is left out of /),
    ]);
    const text = readFileSync(baseline, 'utf8');
    expect(text).toContain('config/custom-path');
    expect(text).not.toContain('secrets/committed-key');
    expect(text).not.toContain('clients/obsolete-spelling');
    const again = await run([folder], { baseline });
    expect([again.code, again.open]).toEqual([1, ['secrets/committed-key']]);
  });

  test('shows no key that stands in the name of an app or of a folder, and knows its findings again', async () => {
    const key = canary('clientSecret').text;
    const metadata = JSON.stringify({ id: `ttd/${key}`, org: 'ttd' });
    const files = { ...appWith(path), 'App/config/applicationmetadata.json': metadata };
    const moved = Object.fromEntries(Object.entries(files).map(([file, text]) => [`${key}/${file}`, text]));
    const folder = folderWith(moved);
    const baseline = join(folder, 'b.jsonl');
    await run([folder], { write: baseline });
    const written = readFileSync(baseline, 'utf8');
    expect(written).toContain('"app":"ttd/•••"');
    expect(written).not.toContain(key);
    expect(await run([folder], { baseline })).toMatchObject({ code: 0, open: [], talk: [] });
    writeFileSync(baseline, written.replaceAll('ttd/•••', `ttd/${key}`));
    await run([folder], { baseline, write: baseline });
    expect(readFileSync(baseline, 'utf8')).toBe(written);
  });
});
