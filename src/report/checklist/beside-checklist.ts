import type { Words } from '../../words/words.ts';
import { locationOf } from '../location-of.ts';
import { messageOf, nextOf } from '../message.ts';
import { plain } from '../page/page.ts';
import type { NotAnalysedFile } from '../report.ts';
import type { StrayKeys } from '../stray-keys.ts';
import { type Checklist, pointOf, task } from './checklist.ts';

/** Private keys and unread files that belong to no app of the repo; nothing where there are none. */
export function besideChecklist(
  { workspace, keys }: StrayKeys,
  unread: readonly NotAnalysedFile[],
  words: Words,
): readonly Checklist[] {
  const { checklist, terminal, page } = words;
  const keyEntries = keys.map(({ path, finding }) => {
    const { line } = locationOf({ workspace }, finding.at);
    return task(
      `key ${path}`,
      'vital',
      [...checklist.byHand(finding.rule, `${path}:${line}`), messageOf(finding, words)],
      [plain(nextOf(finding, words))],
    );
  });
  const fileEntries = unread.map(({ file, reason }) => pointOf('work', checklist.unseen.file(file, reason)));
  return [
    ...(keys.length === 0 ? [] : [about('keys', terminal.outsideApps(keys.length), keyEntries)]),
    ...(unread.length === 0 ? [] : [about('unread', page.notAnalysed, fileEntries)]),
  ];
}

function about(what: string, title: string, entries: Checklist['sections'][number]['entries']): Checklist {
  return { about: what, title: [plain(title)], sections: [{ heading: null, entries }] };
}
