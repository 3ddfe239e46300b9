import type { App } from '../../app/app.ts';
import type { Words } from '../../words/words.ts';
import { sourcesInOrder, whoWins } from '../who-wins.ts';
import { type Block, type ChainLink, code, heading, type Line, paragraph, plain } from './page.ts';

/** The sources in the order they are added, and who supplies each key; nothing for an app that has no use for it. */
export function whoWinsBlocks(app: App, anchor: string, words: Words): readonly Block[] {
  const decided = whoWins(app);
  if (decided.length === 0) return [];
  const { page, terminal, supplier, precedence } = words;
  // The client of v9 asks none of them.
  const links = decided.every(({ reason }) => reason.code === 'private') ? [] : chainOf(app, words);
  const undecided = decided.filter(({ winner }) => winner === 'undecided').map(({ key }) => key);
  return [
    heading(3, page.whoWins, anchor),
    ...(links.length === 0 ? [] : [paragraph(plain(page.sources)), { kind: 'chain', links } as const]),
    ...(undecided.length === 0
      ? []
      : [paragraph({ look: 'unsure', text: `${page.undecided}:` }, plain(' '), ...listed(undecided))]),
    {
      kind: 'table',
      caption: page.precedence,
      columns: [page.key, page.winner, page.reason],
      rows: decided.map((one) => [
        [code(one.key)],
        one.winner === 'undecided' ? [{ look: 'unsure', text: terminal.undecided }] : [plain(supplier[one.winner])],
        [plain(precedence(one))],
      ]),
    },
  ];
}

/** Two of a kind from one place are one: nobody could tell them apart. */
function chainOf(app: App, words: Words): readonly ChainLink[] {
  const sources = sourcesInOrder(app, words);
  const { supplies, maySupply } = words.page;
  return sources.flatMap(({ name, place, wins, mayWin }, index) => {
    const next = sources[index + 1];
    if (wins.length + mayWin.length === 0 && next?.name === name && next.place === place) return [];
    return {
      line: [plain(name), ...(place === null ? [] : [plain(' '), code(place)])],
      wins: wins.length === 0 ? null : [plain(`${supplies} `), ...listed(wins)],
      mayWin: mayWin.length === 0 ? null : [plain(`${maySupply} `), ...listed(mayWin)],
    };
  });
}

function listed(names: readonly string[]): Line {
  return names.flatMap((name, index) => (index === 0 ? [code(name)] : [plain(', '), code(name)]));
}
