import { rules } from '../../rules/registry.ts';
import { furtherReading } from '../../words/further-reading.ts';
import type { RuleId } from '../../words/rule-words.ts';
import type { Language, Words } from '../../words/words.ts';
import { exampleOf } from '../example-of.ts';
import type { RuleDescriptor } from './log.ts';
import { precisionOf } from './precision.ts';

const problemSeverities = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

export function ruleDescriptor(id: RuleId, lang: Language, words: Words): RuleDescriptor {
  const { severity } = rules[id];
  const { title, about } = words.rules[id];
  const [page] = furtherReading(id);
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: `${unmarked(title)}.` },
    fullDescription: { text: unmarked(about[0] ?? title) },
    ...(page === undefined ? {} : { helpUri: page.url }),
    help: helpOf(id, lang, words),
    defaultConfiguration: { level: severity },
    properties: { precision: precisionOf(id), 'problem.severity': problemSeverities[severity], tags: tagsOf(id) },
  };
}

/** `config/custom-path` as `ConfigCustomPath`. */
function nameOf(id: RuleId): string {
  return id
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function tagsOf(id: RuleId): readonly string[] {
  const area = id.slice(0, id.indexOf('/'));
  const security = id === 'secrets/committed-key' ? ['security', 'external/cwe/cwe-798'] : [];
  return ['altinn', 'maskinporten', area, ...security];
}

/** What `explain` tells. */
function helpOf(id: RuleId, lang: Language, words: Words): RuleDescriptor['help'] {
  const { explain } = words;
  const { about, whenNot } = words.rules[id];
  const example = exampleOf(id);
  const pages = furtherReading(id);
  const markdown = [
    ...about,
    `## ${explain.example}`,
    example === '' ? explain.noPatch : `\`\`\`diff\n${example}\`\`\``,
    `## ${explain.whenNot}`,
    whenNot.map((reason) => `- ${reason}`).join('\n'),
    `## ${explain.more}`,
    pages.map(({ title, url }) => `- [${title[lang]}](${url})`).join('\n'),
  ];
  const text = [
    ...about.map(unmarked),
    `${explain.example}:`,
    example === '' ? explain.noPatch : example.trimEnd(),
    `${explain.whenNot}:`,
    whenNot.map((reason) => `- ${unmarked(reason)}`).join('\n'),
    `${explain.more}:`,
    pages.map(({ title, url }) => `- ${title[lang]}: ${url}`).join('\n'),
  ];
  return { text: text.join('\n\n'), markdown: markdown.join('\n\n') };
}

function unmarked(text: string): string {
  return text.replaceAll('`', '');
}
