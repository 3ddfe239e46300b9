/** The same stem everywhere, so that nobody searches. */
export function ruleFile(id: string): string {
  return `src/rules/${id}.ts`;
}

export function wordsFile(id: string): string {
  return `src/words/rules/${id}.ts`;
}

export function testFile(id: string): string {
  return `test/rules/${id}.test.ts`;
}

export function pageFile(id: string): string {
  return `docs/rules/${id}.md`;
}

export function appFolder(fixture: string): string {
  return `fixtures/${fixture}/app`;
}

export function expectedFile(fixture: string): string {
  return `fixtures/${fixture}/expected.json`;
}

/** Where the rules are listed. */
export const registryFile = 'src/rules/registry.ts';
export const ruleDataFile = 'src/words/rule-words.ts';
export const languageFiles = { en: 'src/words/en.ts', nb: 'src/words/nb.ts' } as const;
