import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ruleIds } from '../../src/rules/registry.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';
import { thirdPartyLicenses } from '../package/licenses.ts';
import { projectRoot } from '../project.ts';
import { pageFile } from '../rules/rule-files.ts';
import { readRuleSources } from '../rules/rule-sources.ts';
import { runExamples } from './examples.ts';
import { examplesModule } from './examples-module.ts';
import { checklistOf, refreshQuickStart } from './quick-start.ts';
import { ruleIndex } from './rule-index.ts';
import { rulePage } from './rule-page.ts';
import { refreshStory } from './story.ts';

export type Generated = ReadonlyMap<string, string>;

/** Every file that follows from others, by its path, as it should be. Wants a built binary. */
export async function generate(): Promise<Generated> {
  const examples = await runExamples();
  const sources = new Map(readRuleSources().map((source) => [source.id, source]));
  const languages = { en, nb };
  const pages = ruleIds.map((id) => {
    const source = sources.get(id);
    if (source === undefined) throw new Error(`${id} is not in the registry as it is written.`);
    return [pageFile(id), rulePage({ id, source, example: examples[id], languages })] as const;
  });
  return new Map([
    ...pages,
    ['docs/rules/README.md', ruleIndex(languages)],
    ['src/report/examples.ts', examplesModule(examples)],
    ['THIRD-PARTY-LICENSES.md', await thirdPartyLicenses()],
    ['docs/examples/checklist.md', await checklistOf(readFileSync(`${projectRoot}README.md`, 'utf8'))],
    ['docs/guide.md', await refreshStory(readFileSync(`${projectRoot}docs/guide.md`, 'utf8'))],
    ['README.md', await refreshQuickStart(readFileSync(`${projectRoot}README.md`, 'utf8'))],
  ]);
}

/** The files that are not as they should be, or should not be there. */
export function outdated(generated: Generated): readonly string[] {
  const changed = [...generated].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  return [...changed, ...leftOver(generated)].sort();
}

/** Pages of rules that are gone. */
export function leftOver(generated: Generated): readonly string[] {
  if (!existsSync(`${projectRoot}docs/rules`)) return [];
  return readdirSync(`${projectRoot}docs/rules`, { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/rules/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !generated.has(path));
}

function read(path: string): string | null {
  return existsSync(`${projectRoot}${path}`) ? readFileSync(`${projectRoot}${path}`, 'utf8') : null;
}
