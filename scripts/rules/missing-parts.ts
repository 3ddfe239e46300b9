import { appFolder, expectedFile, pageFile, ruleFile, testFile, wordsFile } from './rule-files.ts';
import type { RuleSource } from './rule-sources.ts';

/** What can be asked about the files around a rule. */
export interface Files {
  has(path: string): boolean;
  /** The rules that a fixture's `expected.json` lists. */
  expectedRules(fixture: string): readonly string[];
  /** The schemas that do not know a rule. */
  schemasWithout(id: string): readonly string[];
  /** Whether a file still holds sentences of the template. */
  isUnwritten(path: string): boolean;
}

/** What a rule lacks to be whole, each in a sentence. */
export function missingParts({ id, listed, example }: RuleSource, files: Files): readonly string[] {
  const lacking = (path: string) => (files.has(path) ? [] : [`${path} does not exist.`]);
  const wordsFrom = (language: 'en' | 'nb') =>
    listed[language] === wordsFile(id) ? [] : [`src/words/${language}.ts does not take ${id} from ${wordsFile(id)}.`];
  return [
    ...(listed.registry === ruleFile(id) ? [] : [`src/rules/registry.ts does not take ${id} from ${ruleFile(id)}.`]),
    ...wordsFrom('en'),
    ...wordsFrom('nb'),
    ...files.schemasWithout(id).map((path) => `${path} does not know ${id}.`),
    ...(files.isUnwritten(wordsFile(id)) ? [`${wordsFile(id)} still has sentences of the template.`] : []),
    ...lacking(testFile(id)),
    ...lacking(pageFile(id)),
    ...missingInExample(id, example, files),
  ];
}

function missingInExample(id: string, example: string | null, files: Files): readonly string[] {
  if (example === null) return [`${ruleFile(id)} names no example.`];
  if (!files.has(appFolder(example))) return [`${appFolder(example)} does not exist.`];
  if (files.expectedRules(example).includes(id)) return [];
  return [`${expectedFile(example)} does not say that audit reports ${id}.`];
}
