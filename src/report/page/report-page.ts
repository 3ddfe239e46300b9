import type { Words } from '../../words/words.ts';
import { countsText } from '../counts.ts';
import type { NextStep } from '../next-steps.ts';
import type { Outcome } from '../outcome.ts';
import type { StrayKeys } from '../stray-keys.ts';
import { findingBlocks } from './finding-blocks.ts';
import { type Block, code, heading, list, type Page, paragraph, plain } from './page.ts';

/** What a run found, app by app; `parts` are in the order of the apps. */
export function reportPage(
  { report, strayKeys, notAnalysed }: Pick<Outcome, 'report' | 'strayKeys' | 'notAnalysed'>,
  parts: readonly Block[],
  words: Words,
): Page {
  const { page, terminal } = words;
  const { tool, summary } = report;
  const counts = countsText({ report, strayKeys }, words);
  return {
    title: page.title,
    blocks: [
      heading(1, page.title),
      paragraph(plain(`${tool.name} ${tool.version} · ${terminal.apps(summary.apps)}: ${counts}`)),
      ...parts,
      ...(notAnalysed.length === 0 ? [] : [heading(2, page.notAnalysed)]),
      ...list(notAnalysed.map(({ file, reason }) => [code(file), plain(`: ${reason}`)])),
    ],
  };
}

/** Private keys in files of no app. */
export function strayBlocks({ workspace, keys }: StrayKeys, words: Words): readonly Block[] {
  const findings = keys.map(({ finding }) => finding);
  return [heading(2, words.terminal.outsideApps(keys.length)), ...findingBlocks({ workspace }, findings, 3, words)];
}

/** What to do now, and what to type for it. */
export function nextBlocks(steps: readonly NextStep[], { page }: Words): readonly Block[] {
  if (steps.length === 0) return [];
  const items = steps.map(({ said, command }) => [
    plain(command === null ? said : `${said}: `),
    ...(command === null ? [] : [code(command)]),
  ]);
  return [heading(2, page.next), ...list(items)];
}
