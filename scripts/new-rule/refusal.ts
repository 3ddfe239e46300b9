import { existsSync } from 'node:fs';
import { projectRoot } from '../project.ts';
import { ruleFile, testFile, wordsFile } from '../rules/rule-files.ts';
import { isRuleName } from './rule-name.ts';

/** Why no rule can be made of these arguments, in one sentence; null when it can. */
export function refusal([id, ...more]: readonly string[]): string | null {
  if (id === undefined || more.length > 0) return 'Name one rule, as in: npm run new-rule config/dead-section';
  if (!isRuleName(id)) {
    return `"${id}" is no rule id: it takes an area and a name in small letters, as in config/dead-section.`;
  }
  const fixture = `fixtures/${id.replace('/', '-')}`;
  const taken = [ruleFile(id), wordsFile(id), testFile(id), fixture].find((path) =>
    existsSync(`${projectRoot}${path}`),
  );
  return taken === undefined ? null : `"${id}" is taken: ${taken} exists.`;
}
