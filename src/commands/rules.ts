import { painter } from '../report/style.ts';
import { rules } from '../rules/registry.ts';
import type { Choices, Output } from './choices.ts';

/** The catalogue: one line a rule. */
export function listRules({ rules: chosen, words, color }: Choices, output: Output): number {
  const paint = painter(color);
  const width = Math.max(...chosen.map((id) => id.length));
  const rows = chosen.map((id) => {
    const { severity, phase, fixes } = rules[id];
    const label = [
      words.severity[severity],
      phase === null ? words.explain.anyPhase : words.phase[phase],
      ...fixes.map((tier) => words.tier[tier]),
    ];
    return `${paint('bold', id.padEnd(width))}  ${words.rules[id].title}\n${' '.repeat(width)}  ${paint('dim', label.join(' · '))}`;
  });
  output.data(`${rows.join('\n')}\n`);
  output.talk(words.explain.catalogue(chosen.length));
  return 0;
}
