import { rules } from '../../src/rules/registry.ts';
import { furtherReading } from '../../src/words/further-reading.ts';
import type { RuleId } from '../../src/words/rule-words.ts';
import type { Language, Words } from '../../src/words/words.ts';
import { appFolder } from '../rules/rule-files.ts';
import type { RuleSource } from '../rules/rule-sources.ts';
import type { Example } from './examples.ts';
import { block, code, table } from './markdown.ts';
import { pageWords } from './page-words.ts';

export interface RulePage {
  readonly id: RuleId;
  readonly source: RuleSource;
  readonly example: Example;
  readonly languages: Readonly<Record<Language, Words>>;
}

/** One rule: first in English, then in Norwegian. */
export function rulePage(page: RulePage): string {
  return `${[
    `# ${page.id}`,
    '<!-- Written by `npm run docs`: change the rule, its words or its fixture instead. -->',
    '[På norsk](#på-norsk)',
    ...section(page, 'en', '##'),
    ...dataSection(page),
    '---',
    '## På norsk',
    ...section(page, 'nb', '###'),
  ].join('\n\n')}\n`;
}

function section(page: RulePage, language: Language, heading: string): readonly string[] {
  const { explain, rules: texts } = page.languages[language];
  const { title, about, whenNot } = texts[page.id];
  return [
    `**${title}**`,
    list(facts(page, language)),
    `${heading} ${explain.about}`,
    ...about,
    `${heading} ${explain.example}`,
    ...exampleText(page, language),
    `${heading} ${explain.whenNot}`,
    list(whenNot),
    `${heading} ${explain.more}`,
    list(furtherReading(page.id).map(({ title, url }) => `[${title[language]}](${url})`)),
  ];
}

function facts({ id, source, languages }: RulePage, language: Language): readonly string[] {
  const words = languages[language];
  const { explain } = words;
  const { severity, phase, fixes } = rules[id];
  const others = source.severities.filter((other) => other !== severity).map((other) => words.severity[other]);
  const sometimes = others.length === 0 ? '' : pageWords[language].sometimes(others);
  return [
    `${explain.severity}: ${words.severity[severity]}${sometimes}`,
    `${explain.phase}: ${phase === null ? explain.anyPhase : `${words.phase[phase]} – ${words.phaseIs[phase]}`}`,
    ...fixes.map((tier) => `${explain.fix}: ${words.tier[tier]} – ${words.tierIs[tier]}`),
  ];
}

function exampleText({ id, example, languages }: RulePage, language: Language): readonly string[] {
  const text = pageWords[language];
  const audited = [
    text.audits(appFolder(example.fixture), `maskinflytt audit --rule ${id}`),
    block('text', example.audit[language]),
  ];
  if (example.patch === '') return [...audited, languages[language].explain.noPatch];
  return [...audited, text.patches(`maskinflytt fix --rule ${id}`), block('diff', example.patch)];
}

/** Names and types are read by programs, so they are told once. */
function dataSection({ source: { data } }: RulePage): readonly string[] {
  return [
    '## In the JSON report',
    '`data` of a finding holds:',
    table(
      ['Field', 'Type', 'Meaning'],
      data.map(({ name, type, about }) => [code(name), code(type), about]),
    ),
  ];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
