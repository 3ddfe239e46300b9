import { ruleIds, rules } from '../../src/rules/registry.ts';
import type { Language, Words } from '../../src/words/words.ts';
import { table } from './markdown.ts';
import { pageWords } from './page-words.ts';

/** The table of all rules. */
export function ruleIndex(languages: Readonly<Record<Language, Words>>): string {
  return `${[
    '# Rules',
    '<!-- Written by `npm run docs`. -->',
    'Each page shows what `maskinflytt audit` says about an app, and the patch that `maskinflytt fix` prints for it.',
    indexTable(languages.en, 'en'),
    '## På norsk',
    'Hver side viser hva `maskinflytt audit` sier om en app, og endringen `maskinflytt fix` skriver ut for den.',
    indexTable(languages.nb, 'nb'),
  ].join('\n\n')}\n`;
}

function indexTable(words: Words, language: Language): string {
  const { explain } = words;
  return table(
    [pageWords[language].rule, pageWords[language].says, explain.severity, explain.phase, explain.fix],
    ruleIds.map((id) => {
      const { severity, phase, fixes } = rules[id];
      return [
        `[${id}](${id}.md)`,
        words.rules[id].title,
        words.severity[severity],
        phase === null ? explain.anyPhase : words.phase[phase],
        fixes.map((tier) => words.tier[tier]).join(', '),
      ];
    }),
  );
}
