import { redacted } from '../../files/secret-text.ts';
import type { RuleId } from '../../words/rule-words.ts';
import type { Language, Words } from '../../words/words.ts';
import type { NameFile } from '../file-names.ts';
import type { UnreadInApp } from '../listed.ts';
import type { Outcome } from '../outcome.ts';
import { fitted, type Limits } from './limits.ts';
import type { SarifLog } from './log.ts';
import { unfoundNotifications, unreadNotifications } from './notifications.ts';
import { type Fixable, resultOf } from './result.ts';
import { ruleDescriptor } from './rules.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export interface SarifInput {
  readonly fixables: readonly Fixable[];
  readonly unread: readonly UnreadInApp[];
  readonly outcome: Pick<Outcome, 'report' | 'beside' | 'unfound'>;
  /** Those that looked. */
  readonly rules: readonly RuleId[];
  readonly nameFile: NameFile;
  /** Whether files are named from the root of one repo. */
  readonly isOneRepo: boolean;
}

export function toSarif(input: SarifInput, lang: Language, words: Words, limits: Limits): string {
  const { fixables, unread, outcome, rules, nameFile, isOneRepo } = input;
  const indexes = new Map(rules.map((id, index) => [id, index]));
  const results = fixables.map((one) => resultOf(one, indexes, nameFile, words));
  const { tool, summary } = outcome.report;
  const driver = {
    name: tool.name,
    semanticVersion: tool.version,
    language: lang,
    rules: rules.map((id) => ruleDescriptor(id, lang, words)),
  };
  const executed = unreadNotifications(unread, outcome, nameFile);
  return fitted(results, words, limits, (kept, leftOut): SarifLog => {
    const run = {
      tool: { driver },
      language: lang,
      columnKind: 'utf16CodeUnits' as const,
      // As the C# compiler counts lines.
      newlineSequences: ['\r\n', '\n', '\r'],
      redactionTokens: [redacted],
      originalUriBaseIds: {
        '%SRCROOT%': { description: { text: isOneRepo ? words.sarif.rootOfRepo : words.sarif.rootOfRun } },
      },
      invocations: [
        {
          executionSuccessful: summary.apps > 0,
          toolExecutionNotifications: [...executed, ...leftOut],
          toolConfigurationNotifications: unfoundNotifications(outcome),
        },
      ] as const,
      results: kept,
    };
    return { $schema: schema, version: '2.1.0', runs: [run] };
  });
}
