import type { TextEdit } from '../../../files/edits.ts';
import { indentationAt, lineAt, lineEndAt } from '../../../files/lines.ts';
import { startsItsLine } from '../../white-space.ts';
import type { CSharpFile } from '../file.ts';
import type { SyntaxNode } from '../node.ts';
import { trailingComment } from './comments.ts';
import type { AddedUsings } from './placed-usings.ts';
import type { UsingList } from './using-list.ts';
import type { ListedUsing } from './using-order.ts';

/** Around a using that stays: a line each, above and below it; on its line where it shares that. */
export function besideUsing(place: AddedUsings, list: UsingList, file: CSharpFile): readonly TextEdit[] {
  const { beside, above, below } = place;
  const { newline, indentation, end } = surroundingsOf(beside, list, file);
  const edits: TextEdit[] = [];
  if (above.length > 0) {
    const separator = startsItsLine(file.text, beside.start) ? newline + indentation : ' ';
    const gap = place.apartFromAbove ? newline : '';
    const lines = written(above, list, file.text, newline, separator);
    edits.push(insertion(beside.start, `${lines}${gap}${separator}`));
  }
  if (below.length > 0) {
    const separator = end === null ? ' ' : newline + indentation;
    const gap = below[0]?.apart ? newline : '';
    const lines = written(below, list, file.text, newline, separator);
    edits.push(insertion(end ?? beside.end, `${gap}${separator}${lines}`));
  }
  return edits;
}

/** Where a using stood that goes. */
export function inPlaceOf(
  place: AddedUsings,
  goes: (node: SyntaxNode) => boolean,
  list: UsingList,
  file: CSharpFile,
): TextEdit {
  const { beside, group, above, below } = place;
  const { newline, indentation, end } = surroundingsOf(beside, list, file);
  if (end === null || !startsItsLine(file.text, beside.start)) {
    const replacement = written([...above, ...below], list, file.text, newline, ' ');
    return { start: beside.start, end: beside.end, replacement };
  }
  const stays = group.filter((node) => !goes(node));
  const gap = above.length > 0 && place.apartFromAbove;
  const added = [...above, ...below.map((using, index) => (gap && index === 0 ? { ...using, apart: true } : using))];
  const opens = added[0]?.apart && stays.some((node) => node.start < beside.start) ? newline : '';
  const closes = gap && below.length === 0 && stays.some((node) => node.start > beside.start);
  const lines = written(added, list, file.text, newline, newline + indentation);
  const { start } = lineAt(file.text, beside.start);
  return { start, end, replacement: `${opens}${indentation}${lines}${closes ? newline : ''}` };
}

/** `end`: of its line, comment included; null where more follows on the line. */
function surroundingsOf(using: SyntaxNode, { root }: UsingList, { text }: CSharpFile) {
  const line = lineAt(text, using.end);
  const end = trailingComment(root, text, using.end)?.end ?? using.end;
  return {
    newline: lineEndAt(text, using.start),
    indentation: indentationAt(text, using.start),
    end: text.slice(end, line.end).trim() === '' ? line.end : null,
  };
}

function written(
  usings: readonly ListedUsing[],
  list: UsingList,
  text: string,
  newline: string,
  separator: string,
): string {
  return usings
    .map(({ target, apart }, index) => {
      const between = index === 0 ? '' : (apart && separator !== ' ' ? newline : '') + separator;
      return `${between}using ${qualified(target, list, text)};`;
    })
    .join('');
}

/** In `namespace My.Altinn` the name `Altinn` is that namespace: `global::` gets past it. */
function qualified(target: string, { namespace, usings }: UsingList, text: string): string {
  const [family = ''] = target.split('.');
  const isHidden = namespace.split('.').slice(1).includes(family);
  const relatives = usings.filter((using) => using.target.startsWith(`${family}.`));
  const isCustom =
    relatives.length > 0 && relatives.every(({ node }) => /\bglobal\s*::/.test(text.slice(node.start, node.end)));
  return namespace !== '' && (isHidden || isCustom) ? `global::${target}` : target;
}

function insertion(offset: number, replacement: string): TextEdit {
  return { start: offset, end: offset, replacement };
}
