import { ruleIds, rules } from '../../src/rules/registry.ts';
import type { RuleId } from '../../src/words/rule-words.ts';
import { maskinflytt } from '../../test/end-to-end/binary.ts';
import { removeRepos, repoOfFixture } from '../../test/end-to-end/repo.ts';

/** What the built binary says and does about the fixture of a rule, asked for that rule only. */
export interface Example {
  readonly fixture: string;
  readonly audit: Readonly<Record<'en' | 'nb', string>>;
  /** Empty where there is no patch. */
  readonly patch: string;
}

export type Examples = Readonly<Record<RuleId, Example>>;

export async function runExamples(): Promise<Examples> {
  try {
    const examples = await Promise.all(ruleIds.map(async (id) => [id, await runExample(id)] as const));
    return Object.fromEntries(examples) as Examples;
  } finally {
    removeRepos();
  }
}

async function runExample(id: RuleId): Promise<Example> {
  const fixture = rules[id].example;
  const repo = repoOfFixture(fixture);
  const run = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await maskinflytt(repo, [...args, '--rule', id]);
    // 1 is an audit with findings, which has something to say, or a crash, which has not.
    if (code > 1 || (code === 1 && stdout === '')) {
      throw new Error(`maskinflytt ${args.join(' ')} on ${fixture} ended with ${code}.\n${stderr}`);
    }
    return stdout;
  };
  return {
    fixture,
    audit: { en: await run('audit', '--lang', 'en'), nb: await run('audit', '--lang', 'nb') },
    patch: await run('fix'),
  };
}
