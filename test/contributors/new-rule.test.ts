import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../scripts/new-rule/refusal.ts';
import { projectRoot } from '../../scripts/project.ts';
import type { Run } from '../end-to-end/run-process.ts';
import { copyOfProject, removeCopies, runIn } from './project-copy.ts';

const id = 'host/listens-twice';
const made = [`src/rules/${id}.ts`, `src/words/rules/${id}.ts`, `test/rules/${id}.test.ts`];
const lists = [
  'src/rules/registry.ts',
  'src/words/rule-words.ts',
  'src/words/en.ts',
  'src/words/nb.ts',
  'src/report/examples.ts',
];
const minutes = 60_000;

afterAll(removeCopies);

describe('npm run new-rule', () => {
  let copy = '';
  let ended: Run = { code: -1, stdout: '', stderr: '' };

  beforeAll(async () => {
    copy = copyOfProject();
    ended = await runIn(copy, `npm run --silent new-rule ${id}`);
  }, 5 * minutes);

  test('makes everything but what the author must state, and says what that is', () => {
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout.slice(ended.stdout.indexOf(`\n${id} `))).toBe(`
host/listens-twice is registered. Left for you:
- src/rules/host/listens-twice.ts finds nothing yet.
- src/words/rules/host/listens-twice.ts still has sentences of the template.
- fixtures/host-listens-twice/expected.json does not say that audit reports host/listens-twice.
`);
  });

  test('leaves code that compiles and lints', { timeout: 5 * minutes }, async () => {
    expect(await runIn(copy, 'npx tsc')).toMatchObject({ code: 0 });
    expect(await runIn(copy, `npx biome check ${[...made, ...lists].join(' ')}`)).toMatchObject({ code: 0 });
  });

  test('keeps what it edits in order', () => {
    for (const file of lists) {
      const ids = [...read(file).matchAll(/^ +'([a-z]+\/[a-z-]+)':/gm)].map(([, found]) => found);
      expect(ids).toContain(id);
      expect(ids).toEqual([...ids].sort());
    }
    for (const schema of ['report', 'config']) {
      const before = readFileSync(`${projectRoot}schemas/${schema}.schema.json`, 'utf8');
      const added = read(`schemas/${schema}.schema.json`).replace(/^ +"host\/listens-twice",\n/m, '');
      expect(added).toBe(before);
      expect(read(`schemas/${schema}.schema.json`)).not.toBe(before);
    }
  });

  test('leaves a rule that is whole once its author has stated what should happen', {
    timeout: 10 * minutes,
  }, async () => {
    state();
    expect(await runIn(copy, 'npm run --silent docs')).toMatchObject({ code: 0 });
    expect(read(`docs/rules/${id}.md`)).toContain('App/App.csproj:1:1');
    const proofs = [
      ['test/structure/rules.test.ts', id],
      [`test/rules/${id}.test.ts`, 'says'],
      ['test/end-to-end/fixtures.test.ts', 'host-listens-twice'],
    ];
    for (const [file, name] of proofs) {
      const { code, stdout } = await runIn(copy, `npx vitest run ${file} -t ${name}`);
      expect(stdout).toMatch(/ [1-9]\d* passed/);
      expect(code).toBe(0);
    }
  });

  /** What an author writes: here a rule that reports every app, in whatever words. */
  function state(): void {
    change(
      `src/rules/${id}.ts`,
      'check: () => [],',
      `check: (app) => {
    const at = { file: app.projects[0]?.file ?? '', start: 0, end: 0 };
    const remedy = { kind: 'manual', reasons: [] } as const;
    return [{ rule: '${id}', severity: 'warning', phase: null, data: { name: 'x' }, at, subject: at, remedy }];
  },`,
    );
    for (const mark of ['Write: ', 'Skriv: ']) change(`src/words/rules/${id}.ts`, mark, '');
    const finding = { rule: id, severity: 'warning', phase: null, fix: 'manual', file: 'App/App.csproj', line: 1 };
    change('fixtures/host-listens-twice/expected.json', '"findings": [', `"findings": [${JSON.stringify(finding)},`);
    change(`test/rules/${id}.test.ts`, '.toEqual([])', `.toEqual(['App/App.csproj:1 warning any manual'])`);
  }

  function read(path: string): string {
    return readFileSync(join(copy, path), 'utf8');
  }

  function change(path: string, from: string, to: string): void {
    expect(read(path)).toContain(from);
    writeFileSync(join(copy, path), read(path).replaceAll(from, to));
  }
});

test('npm run new-rule is refused with exit code 2', async () => {
  const { code, stdout, stderr } = await runIn(projectRoot, 'npm run --silent new-rule config/custom-path');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('"config/custom-path" is taken: src/rules/config/custom-path.ts exists.\n');
});

const nameOne = 'Name one rule, as in: npm run new-rule config/dead-section';
const noId = 'is no rule id: it takes an area and a name in small letters, as in config/dead-section.';

test.each<[string[], string | null]>([
  [[], nameOne],
  [['config/a', 'config/b'], nameOne],
  [['DeadSection'], `"DeadSection" ${noId}`],
  [['config/'], `"config/" ${noId}`],
  [['config/../../x'], `"config/../../x" ${noId}`],
  [['config/custom-path'], '"config/custom-path" is taken: src/rules/config/custom-path.ts exists.'],
  [['clean/v8'], '"clean/v8" is taken: fixtures/clean-v8 exists.'],
  [['config/not-there-yet'], null],
])('of %j it says in one sentence why not', (args, said) => {
  expect(refusal(args)).toBe(said);
});
