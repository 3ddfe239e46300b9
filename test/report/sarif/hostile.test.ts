import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SarifRun } from '../../../src/report/sarif/log.ts';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { canary, leaksIn } from '../../end-to-end/canaries.ts';
import { commitAll, emptyFolder, removeRepos } from '../../end-to-end/repo.ts';
import { applied, offsetsOf } from './applied.ts';
import { programWith, project, runOf } from './repo-run.ts';
import { runIn } from './sarif-file.ts';

afterAll(removeRepos);

const ofRule = (run: SarifRun, rule: string) => run.results.filter(({ ruleId }) => ruleId === rule);
const uriOf = ({ locations }: SarifRun['results'][number]) => locations[0].physicalLocation.artifactLocation.uri;

describe('names that wish their reader ill', () => {
  const odd = 'App/a#b ?c%41 "d" [e](f) {0}:æ\u202e.cs';

  test('are a path again when the URI is read, and neither link nor argument in a message', async () => {
    const { run } = await runOf({
      'App/App.csproj': project,
      'App/Program.cs': programWith(
        '    services.ConfigureMaskinportenClient("[x](https://example.no){0}\\n\\u202e");',
      ),
      [odd]: 'class A { void B(IServiceCollection s) { s.ConfigureMaskinportenClient("a:b"); } }\n',
      'App/config/applicationmetadata.json': '{ "id": "ttd/x{0}[a](b)\u202e", "org": "ttd" }\n',
    });
    const found = ofRule(run, 'config/custom-path');
    expect(found.map((one) => decodeURIComponent(uriOf(one)))).toEqual(['App/Program.cs', odd].sort());
    const texts = found.map(({ message }) => message.text).join('\n');
    expect(texts).toContain('"[x] (https://example.no){{0}} \uFFFD"');
    expect(texts).not.toMatch(/\]\(|\u202e/);
    expect(found[0]?.properties.app).toBe('ttd/x{0}[a](b)\uFFFD');
  });
});

describe('columns are UTF-16 units, and lines those of the compiler', () => {
  const line = '    /* 🚀æ */ services.ConfigureMaskinportenClient("a:b"); // 🚀';
  const text = programWith(line).replaceAll('\n', '\r\n').replace('{\r\n', '{\r');

  test.each([
    ['with a byte-order mark', Buffer.from(`\uFEFF${text}`), true],
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), false],
  ])('%s', async (_, bytes, isEditable) => {
    const { run } = await runOf({ 'App/App.csproj': project, 'App/Program.cs': bytes });
    const [found] = ofRule(run, 'config/custom-path');
    const region = found?.locations[0].physicalLocation.region;
    expect(region).toEqual({ startLine: 3, startColumn: 24, endLine: 3, endColumn: 51 });
    if (region === undefined || found === undefined) return;
    const { start, end } = offsetsOf(text, region);
    expect(text.slice(start, end)).toBe('ConfigureMaskinportenClient');
    const made = applied(found.fixes ?? [], () => text).get('App/Program.cs');
    expect(made?.includes('ConfigureMaskinportenClient')).toBe(isEditable ? false : undefined);
  });
});

describe('what is not shown elsewhere is not in a fix', () => {
  test('a line with a key', async () => {
    const key = canary('base64Jwk');
    const name = canary('base64Jwk');
    const { stdout, run } = await runOf({
      'App/App.csproj': project,
      'App/Program.cs': programWith(
        `    services.ConfigureMaskinportenClient("a:b"); // ${key.text}\n    var EncodedJwk = "${name.text}";`,
      ),
      'App/appsettings.json': `{ "a": { "b": { "ClientId": "x", "EncodedJwk": "${key.text}" } } }\n`,
    });
    const found = ofRule(run, 'config/custom-path');
    expect(found.map(({ fixes }) => fixes)).toEqual([undefined]);
    expect([
      ...leaksIn(
        stdout,
        new Map([
          ['key', key],
          ['name', name],
        ]),
      ),
    ]).toEqual([]);
  });
});

describe('what was not analysed', () => {
  test('is told with its path, and a path without an app as a matter of the command', async () => {
    const folder = emptyFolder();
    const app = join(folder, 'a');
    mkdirSync(join(app, 'App'), { recursive: true });
    mkdirSync(join(app, 'docs'));
    mkdirSync(join(folder, 'tom mappe'));
    writeFileSync(join(app, 'App/App.csproj'), project);
    writeFileSync(join(app, 'App/Program.cs'), programWith(''));
    writeFileSync(join(app, 'App/appsettings.json'), '{ "MaskinportenSettings": ');
    symlinkSync('/nowhere', join(app, 'App', 'broken.json'));
    // Too long to be matched.
    writeFileSync(join(app, 'docs/.gitignore'), '$'.repeat(40_000));
    writeFileSync(join(app, 'key.json'), `{ "EncodedJwk": "${canary('base64Jwk').text}" }\n`);
    const file = join(folder, 'log.sarif');
    await maskinflytt(folder, [
      'audit',
      'a',
      'tom mappe',
      '--skip-rule',
      'files/not-analysed',
      '--format',
      `sarif=${file}`,
    ]);
    const run = runIn(readFileSync(file, 'utf8'));
    const [{ toolExecutionNotifications: executed, toolConfigurationNotifications: configured }] = run.invocations;
    expect(executed.map(({ level, locations }) => [level, locations?.[0]?.physicalLocation])).toEqual([
      [
        'error',
        {
          artifactLocation: { uri: 'App/appsettings.json', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 27, endLine: 1, endColumn: 27 },
        },
      ],
      ['warning', { artifactLocation: { uri: 'App/broken.json', uriBaseId: '%SRCROOT%' } }],
      ['warning', { artifactLocation: { uri: 'docs/.gitignore', uriBaseId: '%SRCROOT%' } }],
    ]);
    expect(
      configured.map(({ level, message }) => [level, message.text.startsWith('No Altinn app in tom mappe:')]),
    ).toEqual([['warning', true]]);
    expect(run.results.map(({ ruleId }) => ruleId)).not.toContain('files/not-analysed');
    expect(run.tool.driver.rules.map(({ id }) => id)).not.toContain('files/not-analysed');
  });

  test('of a folder that holds keys and no app says that it was not done', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'key.json'), `{ "EncodedJwk": "${canary('base64Jwk').text}" }\n`);
    commitAll(folder);
    const { code, stdout } = await maskinflytt(folder, ['audit', '--format', 'sarif']);
    const run = runIn(stdout);
    expect([code, run.invocations[0].executionSuccessful]).toEqual([2, false]);
    expect(run.results.map((one) => [one.ruleId, uriOf(one)])).toEqual([['secrets/committed-key', 'key.json']]);
  });
});

test('what is suppressed is told with its reason, and has no fix', async () => {
  const suppression = { rule: 'config/custom-path', path: '*', reason: 'Venter på\nTT02 {0}', expires: '2027-01-31' };
  const files = {
    'App/App.csproj': project,
    'App/Program.cs': programWith('    services.ConfigureMaskinportenClient("a:b");'),
    'maskinflytt.config.json': JSON.stringify({ suppressions: [suppression] }),
  };
  const { run } = await runOf(files, '--today', '2026-11-20', '--lang', 'nb');
  const [found] = ofRule(run, 'config/custom-path');
  expect(found?.suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'Venter på TT02 {0} (til og med 2027-01-31)' },
  ]);
  expect(found?.fixes).toBeUndefined();
});

test('a comment that lets a finding stand is in the source', async () => {
  const call = '    services.ConfigureMaskinportenClient("a:b");';
  const { run } = await runOf({
    'App/App.csproj': project,
    'App/Program.cs': programWith(`    // maskinflytt-ignore config/custom-path: Venter på TT02\n${call}`),
  });
  expect(ofRule(run, 'config/custom-path')[0]?.suppressions).toEqual([
    { kind: 'inSource', status: 'accepted', justification: 'Venter på TT02' },
  ]);
});
