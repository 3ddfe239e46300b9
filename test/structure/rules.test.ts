import { describe, expect, test } from 'vitest';
import { generate, outdated } from '../../scripts/docs/generated.ts';
import { checkout } from '../../scripts/rules/checkout.ts';
import { type Files, missingParts } from '../../scripts/rules/missing-parts.ts';
import { type RuleSource, readRuleSources } from '../../scripts/rules/rule-sources.ts';
import { ruleIds } from '../../src/rules/registry.ts';

const sources = readRuleSources();

test('the registry is read as it runs', () => {
  expect(sources.map(({ id }) => id)).toEqual(ruleIds);
});

test.each(sources.map((source) => [source.id, source] as const))('%s is whole', (_, source) => {
  expect(missingParts(source, checkout)).toEqual([]);
});

test('every page is what the binary shows today', { timeout: 240_000 }, async () => {
  const generated = await generate();
  for (const id of ruleIds) expect([...generated.keys()]).toContain(`docs/rules/${id}.md`);
  expect(outdated(generated)).toEqual([]);
});

describe('a rule is whole', () => {
  const whole: RuleSource = {
    id: 'area/name',
    listed: {
      registry: 'src/rules/area/name.ts',
      en: 'src/words/rules/area/name.ts',
      nb: 'src/words/rules/area/name.ts',
    },
    example: 'some-app',
    severities: ['error'],
    data: [],
  };
  const all: Files = {
    has: () => true,
    expectedRules: () => ['area/name'],
    isUnwritten: () => false,
    schemasWithout: () => [],
  };
  const without = (missing: string): Files => ({ ...all, has: (path) => path !== missing });

  test('with all its parts', () => {
    expect(missingParts(whole, all)).toEqual([]);
  });

  test.each<[string, RuleSource, Files, string]>([
    [
      'its registration elsewhere',
      { ...whole, listed: { ...whole.listed, registry: 'src/rules/rule.ts' } },
      all,
      'src/rules/registry.ts does not take area/name from src/rules/area/name.ts.',
    ],
    [
      'no English words',
      { ...whole, listed: { ...whole.listed, en: null } },
      all,
      'src/words/en.ts does not take area/name from src/words/rules/area/name.ts.',
    ],
    [
      'no Norwegian words',
      { ...whole, listed: { ...whole.listed, nb: null } },
      all,
      'src/words/nb.ts does not take area/name from src/words/rules/area/name.ts.',
    ],
    [
      'no place in a schema',
      whole,
      { ...all, schemasWithout: () => ['schemas/report.schema.json'] },
      'schemas/report.schema.json does not know area/name.',
    ],
    [
      'words of the template',
      whole,
      { ...all, isUnwritten: () => true },
      'src/words/rules/area/name.ts still has sentences of the template.',
    ],
    ['no test', whole, without('test/rules/area/name.test.ts'), 'test/rules/area/name.test.ts does not exist.'],
    ['no page', whole, without('docs/rules/area/name.md'), 'docs/rules/area/name.md does not exist.'],
    ['no example', { ...whole, example: null }, all, 'src/rules/area/name.ts names no example.'],
    ['no fixture', whole, without('fixtures/some-app/app'), 'fixtures/some-app/app does not exist.'],
    [
      'a fixture that does not report it',
      whole,
      { ...all, expectedRules: () => ['area/other'] },
      'fixtures/some-app/expected.json does not say that audit reports area/name.',
    ],
  ])('not with %s', (_, source, files, sentence) => {
    expect(missingParts(source, files)).toEqual([sentence]);
  });
});
