import type { Words } from '../../words/words.ts';
import type { NotAnalysedFile, Report } from '../report.ts';
import type { StrayKeys } from '../stray-keys.ts';
import { findingBlocks } from './finding-blocks.ts';
import { type Block, code, heading, list, type Page, paragraph, plain } from './page.ts';

/** What a run found, app by app; `parts` are in the order of the apps. */
export function reportPage(
  { tool, summary }: Report,
  parts: readonly Block[],
  notAnalysed: readonly NotAnalysedFile[],
  words: Words,
): Page {
  const { page, terminal } = words;
  const { error, warning, note } = summary.bySeverity;
  const counts = error + warning + note === 0 ? terminal.noFindings : `${terminal.counts(error, warning, note)}.`;
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
