import type { App } from '../../app/app.ts';
import { type Finding, tierOf } from '../../rules/finding.ts';
import type { Words } from '../../words/words.ts';
import { locationOf } from '../location-of.ts';
import { messageOf, nextOf, whyOf } from '../message.ts';
import { reasonsOf } from '../remedy-reasons.ts';
import { excerptBlocks } from './excerpt-block.ts';
import { type Block, code, labelled, list, paragraph, plain, strong } from './page.ts';

/** Each finding with why it matters, what to do, and what stands in the way; an explanation is given once. */
export function findingBlocks(
  app: Pick<App, 'workspace'>,
  findings: readonly Finding[],
  level: 3 | 4,
  words: Words,
): readonly Block[] {
  const explained = new Set<string>();
  return findings.flatMap((finding) => {
    const why = whyOf(finding, words);
    const isNew = !explained.has(`${finding.rule} ${why}`);
    explained.add(`${finding.rule} ${why}`);
    const blocks: readonly Block[] = [
      titleOf(finding, level, words),
      labelLine(app, finding, words),
      paragraph(plain(messageOf(finding, words))),
      ...excerptBlocks(app, finding.at, words),
      ...(isNew ? [labelled(words.terminal.why, why)] : []),
      labelled(words.terminal.next, nextOf(finding, words)),
      ...reasonBlocks(finding, words),
    ];
    return { kind: 'group', of: 'finding', look: looks[finding.severity], blocks };
  });
}

const looks = { error: 'bad', warning: 'unsure', note: 'plain' } as const;

function titleOf({ rule }: Finding, level: 3 | 4, words: Words): Block {
  return { kind: 'heading', level, line: [code(rule), plain(` – ${words.rules[rule].title}`)], anchor: null };
}

function labelLine(app: Pick<App, 'workspace'>, finding: Finding, words: Words): Block {
  const { file, line, column } = locationOf(app, finding.at);
  const phase = finding.phase === null ? [] : [words.phase[finding.phase]];
  return paragraph(
    { look: looks[finding.severity], text: words.severity[finding.severity] },
    plain(` · ${[...phase, words.tier[tierOf(finding)]].join(' · ')} · `),
    code(`${file}:${line}:${column}`),
  );
}

function reasonBlocks({ remedy }: Finding, words: Words): readonly Block[] {
  const told = reasonsOf(remedy, words);
  if (told === null) return [];
  const [first, ...others] = told.reasons;
  if (first !== undefined && others.length === 0) return [labelled(told.title, first)];
  return [paragraph(strong(`${told.title}:`)), ...list(told.reasons.map((reason) => [plain(reason)]))];
}
