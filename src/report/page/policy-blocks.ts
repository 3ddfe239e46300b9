import type { App } from '../../app/app.ts';
import { actsAsServiceOwner } from '../../rules/policy/concerned.ts';
import type { Words } from '../../words/words.ts';
import { type PolicyCell, policyMatrix } from '../policy-matrix.ts';
import type { AppReport } from '../report.ts';
import { type Block, heading, type Line, list, paragraph, plain, strong } from './page.ts';
import type { Look } from './standing-blocks.ts';

/** What the policy lets the service owner do; nothing where nobody asks it. */
export function policyBlocks(app: App, { policy }: AppReport, anchor: string, words: Words): readonly Block[] {
  if (!actsAsServiceOwner(app)) return [];
  const matrix = policyMatrix(policy, words);
  if (matrix === null) {
    return [heading(3, words.page.policy, anchor), ...policy.reasons.map((one) => paragraph(plain(one)))];
  }
  const { title, columns, rows, legend, reasons } = matrix;
  return [
    heading(3, words.page.policy, anchor),
    {
      kind: 'table',
      caption: title,
      columns,
      rows: rows.map(({ state, cells }) => [[plain(state)], ...cells.map(lineOf)]),
    },
    ...(legend === null ? [] : [paragraph(plain(legend))]),
    ...(reasons.length === 0 ? [] : [paragraph(strong(`${words.policy.doubtsTitle}:`))]),
    ...list(reasons.map((reason) => [plain(reason)])),
  ];
}

const looks: Readonly<Record<PolicyCell['answer'], Look>> = {
  granted: 'good',
  missing: 'bad',
  inconclusive: 'unsure',
  'not-needed': 'plain',
};

function lineOf({ answer, word, rules }: PolicyCell): Line {
  const said = { look: looks[answer], text: word };
  return rules.length === 0 ? [said] : [said, plain(` (${rules.join('; ')})`)];
}
