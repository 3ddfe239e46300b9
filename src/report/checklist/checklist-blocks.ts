import type { ChecklistWords } from '../../words/checklist.ts';
import { type Block, heading as headingOf, type Line, list, plain } from '../page/page.ts';
import type { Checklist, Entry, Section } from './checklist.ts';

/** Below a heading that someone else writes; `level` is that of its sections. */
export function checklistBlocks(
  { sections }: Checklist,
  level: 3 | 4,
  { states }: Pick<ChecklistWords, 'states'>,
): readonly Block[] {
  return sections.flatMap((section) => sectionBlocks(section, level, states));
}

function sectionBlocks(
  { heading, entries }: Section,
  level: 3 | 4,
  states: ChecklistWords['states'],
): readonly Block[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === entry.kind && entry.kind !== 'paragraph') last.push(entry);
    else runs.push([entry]);
  }
  return [
    ...(heading === null || entries.length === 0 ? [] : [headingOf(level, heading)]),
    ...runs.flatMap((run) => blocksOf(run, states)),
  ];
}

/** Entries of one kind. */
function blocksOf(run: readonly Entry[], states: ChecklistWords['states']): readonly Block[] {
  const tasks = run.flatMap((entry) =>
    entry.kind === 'task' ? [{ done: entry.done, line: wholeLine(entry), copy: entry.copy, key: entry.key }] : [],
  );
  if (tasks.length > 0) return [{ kind: 'tasks', states, items: tasks }];
  if (run[0]?.kind === 'point') return list(run.map(wholeLine));
  return run.map((entry) => ({ kind: 'paragraph', line: wholeLine(entry) }));
}

function wholeLine({ line, detail }: Pick<Entry, 'line' | 'detail'>): Line {
  return detail.length === 0 ? line : [...line, plain(' '), ...detail];
}
