import type { App } from '../../app/app.ts';
import type { Words } from '../../words/words.ts';
import { sourcesInOrder, whoWins } from '../who-wins.ts';
import { type Block, code, heading, list, paragraph, plain } from './page.ts';

/** The sources in the order they are added, and who supplies each key; nothing for an app that has no use for it. */
export function whoWinsBlocks(app: App, words: Words): readonly Block[] {
  const decided = whoWins(app);
  if (decided.length === 0) return [];
  const { page, terminal, supplier, precedence } = words;
  const sources = sourcesInOrder(app, words).map((source) => [plain(source)]);
  return [
    heading(3, page.whoWins),
    ...(sources.length === 0 ? [] : [paragraph(plain(page.sources))]),
    ...list(sources, true),
    {
      kind: 'table',
      caption: page.precedence,
      columns: [page.key, page.winner, page.reason],
      rows: decided.map((one) => [
        [code(one.key)],
        [plain(one.winner === 'undecided' ? terminal.undecided : supplier[one.winner])],
        [plain(precedence(one))],
      ]),
    },
  ];
}
