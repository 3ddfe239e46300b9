import type { Words } from '../../words/words.ts';
import type { Summary } from '../report.ts';
import { type Block, heading, link, plain } from './page.ts';
import type { Look } from './standing-blocks.ts';

export interface OverviewRow {
  readonly title: string;
  readonly anchor: string;
  readonly look: Look;
  readonly status: string;
  readonly phase: string;
  readonly counts: Summary['bySeverity'];
}

export const overviewAnchor = 'overview';

/** Every app on a line, in the order in which they follow. */
export function overviewBlocks(rows: readonly OverviewRow[], { page, terminal }: Words): readonly Block[] {
  return [
    heading(2, page.overview, overviewAnchor),
    {
      kind: 'table',
      caption: page.overviewCaption,
      columns: [page.app, page.status, page.nextPhase, page.findings],
      rows: rows.map(({ title, anchor, look, status, phase, counts: { error, warning, note } }) => [
        [link(title, anchor)],
        [{ look, text: status }],
        [plain(phase)],
        [plain(terminal.counts(error, warning, note) || page.none)],
      ]),
    },
  ];
}
