import { describe, expect, test } from 'vitest';
import { ruleDescriptor } from '../../../src/report/sarif/rules.ts';
import { ruleIds, rules } from '../../../src/rules/registry.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';

/** As GitHub takes them. */
const mostCharacters = 1024;
const mostTags = 20;

describe.each([
  ['en', en],
  ['nb', nb],
] as const)('in %s each rule', (lang, words) => {
  const all = ruleIds.map((id) => ruleDescriptor(id, lang, words));

  test('is there once, by its id and by a name of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(ruleIds.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(ruleIds.length);
    for (const { name } of all) expect(name).toMatch(/^(?:[A-Z][a-z]*)+$/);
  });

  test.each(all.map((rule) => [rule.id, rule] as const))('%s says what explain says', (_, rule) => {
    const texts = [rule.shortDescription.text, rule.fullDescription.text];
    for (const text of texts) expect([text.length <= mostCharacters, text.at(-1)]).toEqual([true, '.']);
    for (const paragraph of words.rules[ruleIds.find((id) => id === rule.id) ?? 'version/unknown'].about) {
      expect(rule.help.markdown).toContain(paragraph);
    }
    expect(rule.help.text).not.toContain('```');
    expect(rule.help.markdown.match(/```/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(rule.properties.tags.length).toBeLessThanOrEqual(mostTags);
    expect(rule.helpUri).toMatch(/^https:\/\//);
  });
});

test('its usual severity is its level, and GitHub is told of a problem in its own words', () => {
  for (const id of ruleIds) {
    const { defaultConfiguration, properties } = ruleDescriptor(id, 'en', en);
    expect(defaultConfiguration.level).toBe(rules[id].severity);
    expect(properties['problem.severity']).toBe(
      { error: 'error', warning: 'warning', note: 'recommendation' }[rules[id].severity],
    );
  }
});

test('only a key in the repo is a matter of security by itself', () => {
  const secure = ruleIds.filter((id) => ruleDescriptor(id, 'en', en).properties.tags.includes('security'));
  expect(secure).toEqual(['secrets/committed-key']);
});
