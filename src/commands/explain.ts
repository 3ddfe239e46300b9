import { exampleOf } from '../report/example-of.ts';
import { painter, wrap } from '../report/style.ts';
import { rules } from '../rules/registry.ts';
import { furtherReading } from '../words/further-reading.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { Choices, Output } from './choices.ts';

/** One rule, for a person who has just met it. */
export function explain(id: RuleId, { words, lang, color, width }: Choices, output: Output): number {
  const paint = painter(color);
  const { severity, phase, fixes } = rules[id];
  const { title, about, whenNot } = words.rules[id];
  const labels = words.explain;
  const facts = [
    `${labels.severity}: ${words.severity[severity]}`,
    phase === null
      ? `${labels.phase}: ${labels.anyPhase}`
      : `${labels.phase}: ${words.phase[phase]} – ${words.phaseIs[phase]}`,
    ...fixes.map((tier) => `${labels.fix}: ${words.tier[tier]} – ${words.tierIs[tier]}`),
  ];
  const example = exampleOf(id);
  const parts = [
    `${paint('bold', id)}\n${wrap(title, width, '')}`,
    facts.map((fact) => wrap(fact, width, '    ', '  ')).join('\n'),
    paint('bold', labels.about),
    ...about.map((paragraph) => wrap(paragraph, width, '  ')),
    paint('bold', labels.example),
    example === '' ? wrap(labels.noPatch, width, '  ') : indented(example),
    paint('bold', labels.whenNot),
    ...whenNot.map((reason) => wrap(reason, width, '    ', '  - ')),
    paint('bold', labels.more),
    furtherReading(id)
      .map(({ title, url }) => `${wrap(title[lang], width, '    ', '  - ')}\n    ${url}`)
      .join('\n'),
  ];
  output.data(`${parts.join('\n\n')}\n`);
  return 0;
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
