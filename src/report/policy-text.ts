import type { App } from '../app/app.ts';
import type { Finding } from '../rules/finding.ts';
import { actsAsServiceOwner } from '../rules/policy/concerned.ts';
import type { Words } from '../words/words.ts';
import { allGranted } from './all-granted.ts';
import { clean } from './clean.ts';
import { beginning, displayWidth } from './display-width.ts';
import { type PolicyCell, type PolicyMatrix, policyMatrix } from './policy-matrix.ts';
import { policyReport } from './policy-report.ts';
import { redact } from './redact.ts';
import { type Paint, wrap } from './style.ts';

const looks = { granted: null, missing: 'red', inconclusive: 'yellow', 'not-needed': 'dim' } as const;

const margin = '    ';
const gap = '  ';
const longestState = 40;

/** What is granted may be of no use, or not be all that is needed. */
const doubting: readonly Finding['rule'][] = ['policy/authentication-level', 'policy/inconclusive'];

interface View {
  readonly words: Words;
  readonly width: number;
  readonly verbose: boolean;
  /** Whether a person asked about some rules only. */
  readonly rulesChosen: boolean;
}

/**
 * All of it below findings that some right is missing or inconclusive, and for who wants to see how things were found;
 * one sentence where nothing is lacking.
 */
export function policyText(
  app: App,
  findings: readonly Pick<Finding, 'rule'>[],
  view: View,
  paint: Paint,
): readonly string[] {
  const { words, width, verbose } = view;
  if (!verbose) {
    const granted = allGranted(app, words);
    if (granted !== null) return isTold(app, findings, view) ? [wrap(clean(granted), width, '  ')] : [];
    if (!findings.some(({ rule }) => rule.startsWith('policy/'))) return [];
  }
  const policy = redact(policyReport(app, words));
  const matrix = policyMatrix(policy, words);
  if (matrix === null) return policy.reasons.map((reason) => wrap(clean(reason), width, '  '));
  return [matrixText(matrix, view, paint)];
}

/** That nothing is lacking, to who asked about everything and has nothing to doubt it. */
function isTold(app: App, findings: readonly Pick<Finding, 'rule'>[], { rulesChosen }: View): boolean {
  return actsAsServiceOwner(app) && !rulesChosen && !findings.some(({ rule }) => doubting.includes(rule));
}

/** A table where it fits, else a paragraph for each state. */
export function matrixText(
  matrix: PolicyMatrix,
  { words, width }: Pick<View, 'words' | 'width'>,
  paint: Paint,
): string {
  return [
    `  ${paint('bold', `${clean(matrix.title)}:`)}`,
    ...(tableOf(matrix, width, paint) ?? paragraphsOf(matrix, width, paint)),
    ...(matrix.legend === null ? [] : [wrap(clean(matrix.legend), width, margin)]),
    ...(matrix.reasons.length === 0 ? [] : [`  ${paint('bold', `${words.policy.doubtsTitle}:`)}`]),
    ...matrix.reasons.map((reason) => wrap(clean(reason), width, '      ', '    - ')),
  ].join('\n');
}

interface Shown {
  readonly plain: string;
  readonly painted: string;
}

function tableOf({ columns, rows }: PolicyMatrix, width: number, paint: Paint): readonly string[] | null {
  const lines = [
    columns.map((column) => asIs(beginning(clean(column), longestState))),
    ...rows.map(({ state, cells }) => [
      asIs(beginning(clean(state), longestState)),
      ...cells.map((cell) => shownCell(cell, paint)),
    ]),
  ];
  const widths = columns.map((_, index) =>
    lines.reduce((widest, line) => Math.max(widest, displayWidth(line[index]?.plain ?? '')), 0),
  );
  const whole = margin.length + widths.reduce((sum, one) => sum + one, gap.length * (columns.length - 1));
  if (whole > width) return null;
  return lines.map((line) => {
    const cells = line.map(({ plain, painted }, index) =>
      index === line.length - 1 ? painted : painted + ' '.repeat((widths[index] ?? 0) - displayWidth(plain)),
    );
    return `${margin}${cells.join(gap)}`;
  });
}

function asIs(text: string): Shown {
  return { plain: text, painted: text };
}

function shownCell(cell: PolicyCell, paint: Paint): Shown {
  const rest = behind(cell);
  const look = looks[cell.answer];
  return { plain: `${cell.word}${rest}`, painted: `${look === null ? cell.word : paint(look, cell.word)}${rest}` };
}

function behind({ rules }: PolicyCell): string {
  return rules.length === 0 ? '' : ` (${clean(rules.join('; '))})`;
}

/** As many actions as there may be, and ids as long as they may be. */
function paragraphsOf({ columns, rows }: PolicyMatrix, width: number, paint: Paint): readonly string[] {
  const actions = columns.slice(1);
  return rows.map(({ state, cells }) => {
    const said = cells.flatMap((cell, index) =>
      cell.answer === 'not-needed' ? [] : [`${clean(actions[index] ?? '')}: ${cell.word}${behind(cell)}`],
    );
    const name = beginning(clean(state), longestState);
    const wrapped = wrap(`${name} – ${said.join(', ')}`, width, `${margin}  `, margin);
    return wrapped.replace(name, () => paint('bold', name));
  });
}
