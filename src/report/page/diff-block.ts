import { formatPatch } from '../../files/patch.ts';
import type { Words } from '../../words/words.ts';
import type { ShownChange } from '../phase-patch.ts';
import { type Block, code, type Diff, type DiffLine, type Line, paragraph, plain } from './page.ts';

const mostLines = 160;
const mostCharacters = 400;

/** The diff of one file, and what it is for; one that would show a key is only named. `command` prints all of it. */
export function diffBlock({ change, isSecret }: ShownChange, purposes: Line, command: string, { page }: Words): Block {
  const named = [code(change.path), ...purposes];
  if (isSecret) return paragraph(...named, plain(` – ${page.diffHidden}`));
  const lines = diffLines(formatPatch([change]));
  const count = (sign: DiffLine['sign']) => lines.filter((line) => line.sign === sign).length;
  return {
    kind: 'diff',
    line: [...named, plain(` · ${page.changed(count('+'), count('-'))}`)],
    ...shortened(lines, command, page),
  };
}

/** What stands below the names of the file. */
function diffLines(patch: string): readonly DiffLine[] {
  const lines = patch.replace(/\n$/, '').split('\n');
  const first = lines.findIndex((line) => line.startsWith('@@'));
  return first === -1 ? [] : lines.slice(first).map(diffLine);
}

function diffLine(line: string): DiffLine {
  const text = line.replace(/\r$/, '').replace(/^(.)\uFEFF/, '$1');
  const sign = signs.find((one) => text.startsWith(one)) ?? ' ';
  return { sign, text: beginning(sign === '@' ? text : text.slice(1)) };
}

const signs: readonly DiffLine['sign'][] = ['+', '-', '@', '\\'];

function beginning(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}

function shortened(lines: readonly DiffLine[], command: string, page: Words['page']): Pick<Diff, 'lines' | 'cut'> {
  if (lines.length <= mostLines) return { lines, cut: null };
  const cut: Line = [plain(`${page.moreLines(lines.length - mostLines)}: `), code(command)];
  return { lines: lines.slice(0, mostLines), cut };
}
