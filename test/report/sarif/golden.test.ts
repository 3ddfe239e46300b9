import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { emptyFolder, removeRepos, repoOfFixture } from '../../end-to-end/repo.ts';
import { runIn, validatorProgram } from './sarif-file.ts';

afterAll(removeRepos);

const suppressions = [{ rule: 'scopes/to-add', path: '*', reason: 'Havner har dem', expires: '2027-01-31' }];
const out = emptyFolder();

async function logOf(fixture: string, ...args: readonly string[]): Promise<string> {
  const repo = repoOfFixture(fixture);
  if (fixture === 'two-phases') writeFileSync(join(repo, 'maskinflytt.config.json'), JSON.stringify({ suppressions }));
  const file = join(out, `${fixture}.${args.join('')}.sarif`.replaceAll('/', '-'));
  const run = await maskinflytt(repo, ['audit', '--today', '2026-11-20', '--format', `sarif=${file}`, ...args]);
  expect([run.stdout, run.stderr]).toEqual(['', '']);
  return readFileSync(file, 'utf8');
}

/** Each file in `golden/` was read by a person; read it again before it is renewed with `vitest -u`. */
describe('the SARIF log reads as it should', () => {
  test.each([
    ['broken-files', 'nb'],
    ['crlf-bom', 'en'],
    ['secrets-committed-key', 'en'],
    ['several-apps', 'nb'],
    ['two-phases', 'en'],
  ])('%s in %s', async (fixture, lang) => {
    const text = await logOf(fixture, '--lang', lang);
    const run = runIn(text);
    const { rules, ...driver } = run.tool.driver;
    // The catalogue is the same in all of them, and is read below.
    expect(rules).toHaveLength(43);
    const shown = { ...run, tool: { driver } };
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(`../golden/${fixture}.${lang}.sarif.json`);
  });

  test.each(['en', 'nb'])('and what it says of rules, in %s', async (lang) => {
    const only = ['config/custom-path', 'secrets/committed-key'].flatMap((rule) => ['--rule', rule]);
    const { tool } = runIn(await logOf('clean-v8', '--lang', lang, ...only));
    await expect(`${JSON.stringify(tool, null, 2)}\n`).toMatchFileSnapshot(`../golden/rules.${lang}.sarif.json`);
  });
});

describe.skipIf(!existsSync(validatorProgram))('the validator of the makers of SARIF', () => {
  beforeAll(() => chmodSync(validatorProgram, 0o755));

  const problemsIn = (files: readonly string[]) =>
    execFileSync(validatorProgram, ['validate', '--rule-kind', 'Sarif;Ghas', ...files], {
      encoding: 'utf8',
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    })
      .split('\n')
      .flatMap((line) => /\): ((?:error|warning|note) \w+):/.exec(line)?.[1] ?? []);

  test('finds nothing, by the rules of the standard and those of GitHub, but that we name no web site and no lines of a whole file', async () => {
    const fixtures = [
      'broken-files',
      'crlf-bom',
      'secrets-committed-key',
      'several-apps',
      'two-phases',
      'utf16-program',
    ];
    const files: string[] = [];
    for (const fixture of fixtures) {
      const file = join(out, `${fixture}.whole.sarif`);
      writeFileSync(file, await logOf(fixture));
      files.push(file);
    }
    expect(problemsIn(files)).toEqual([...fixtures.map(() => 'warning SARIF2005'), 'warning SARIF2017']);
  });

  test('would find what is wrong', async () => {
    const file = join(out, 'wrong.sarif');
    writeFileSync(file, (await logOf('two-phases')).replace('"columnKind"', '"columnSort"'));
    expect(problemsIn([file])).toContain('error JSON1005');
  });
});
