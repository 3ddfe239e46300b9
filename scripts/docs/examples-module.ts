import { ruleIds } from '../../src/rules/registry.ts';
import type { Examples } from './examples.ts';

/** `src/report/examples.ts`, from which `explain` shows what a fix does. */
export function examplesModule(examples: Examples): string {
  return `import type { RuleId } from '../words/rule-words.ts';

/**
 * What each rule's fix does to its fixture, as the tool itself prints it; empty where there is none.
 * Written by \`npm run docs\`.
 */
export const examples: Readonly<Record<RuleId, string>> = {
${ruleIds.map((id) => `  '${id}': ${literal(examples[id].patch)},`).join('\n')}
};
`;
}

/** A template literal keeps the lines of a patch readable; what would mean something in it is escaped. */
function literal(text: string): string {
  if (text === '') return "''";
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r')}\``;
}
