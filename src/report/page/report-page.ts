import type { Words } from '../../words/words.ts';
import { countsText } from '../counts.ts';
import type { NextStep } from '../next-steps.ts';
import type { Outcome } from '../outcome.ts';
import type { StrayKeys } from '../stray-keys.ts';
import type { AppPart } from './app-blocks.ts';
import { findingBlocks } from './finding-blocks.ts';
import { overviewAnchor, overviewBlocks } from './overview-blocks.ts';
import { type Block, code, heading, type Link, link, list, type Page, paragraph, plain } from './page.ts';

export interface PageParts {
  /** In the order in which they were found. */
  readonly apps: readonly AppPart[];
  /** What stands in no app. */
  readonly strays: readonly Block[];
  readonly steps: readonly NextStep[];
}

/** What a run found, app by app; of several, an overview comes first. */
export function reportPage(
  { report, strayKeys, notAnalysed }: Pick<Outcome, 'report' | 'strayKeys' | 'notAnalysed'>,
  { apps, strays, steps }: PageParts,
  words: Words,
): Page {
  const { page, terminal } = words;
  const { tool, summary } = report;
  const counts = countsText({ report, strayKeys }, words);
  const [only] = apps;
  const parts =
    apps.length === 1 && only !== undefined
      ? onlyApp(only, nextBlocks(steps, 3, words), words)
      : [
          ...nextBlocks(steps, 2, words),
          ...(apps.length === 0
            ? []
            : overviewBlocks(
                apps.map(({ row }) => row),
                words,
              )),
          ...apps.map((app) => oneOfSeveral(app, words)),
        ];
  return {
    title: page.title,
    skip: page.skip,
    blocks: [
      heading(1, page.title),
      paragraph(plain(`${tool.name} ${tool.version} · ${terminal.apps(summary.apps)}: ${counts}`)),
      ...parts,
      ...strays,
      ...(notAnalysed.length === 0 ? [] : [heading(2, page.notAnalysed)]),
      ...list(notAnalysed.map(({ file, reason }) => [code(file), plain(`: ${reason}`)])),
    ],
  };
}

function onlyApp({ row, standing, details }: AppPart, next: readonly Block[], { page }: Words): readonly Block[] {
  const contents: Block = { kind: 'contents', title: page.contents, entries: details.flatMap(entryOf) };
  return [{ kind: 'group', of: 'app', look: row.look, blocks: [...standing, ...next, contents, ...details] }];
}

function oneOfSeveral({ row, standing, details }: AppPart, { page }: Words): Block {
  const back = paragraph(link(page.backToOverview, overviewAnchor));
  return { kind: 'group', of: 'app', look: row.look, blocks: [...standing, ...details, back] };
}

/** The parts of an app are where one wants to go. */
function entryOf(block: Block): readonly Link[] {
  if (block.kind !== 'heading' || block.level !== 3 || block.anchor === null) return [];
  return [link(block.line.map(({ text }) => text).join(''), block.anchor)];
}

/** Private keys in files of no app. */
export function strayBlocks({ workspace, keys }: StrayKeys, words: Words): readonly Block[] {
  const findings = keys.map(({ finding }) => finding);
  return [heading(2, words.terminal.outsideApps(keys.length)), ...findingBlocks({ workspace }, findings, 3, words)];
}

/** What to do now, and what to type for it. */
function nextBlocks(steps: readonly NextStep[], level: 2 | 3, { page }: Words): readonly Block[] {
  if (steps.length === 0) return [];
  const items = steps.map(({ said, command }) => [
    plain(command === null ? said : `${said}: `),
    ...(command === null ? [] : [code(command)]),
  ]);
  return [heading(level, page.next), ...list(items)];
}
