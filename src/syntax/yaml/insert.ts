import type { TextEdit } from '../../files/edits.ts';
import { indentationAt, lineEndAt } from '../../files/lines.ts';
import { lineStart, skipSpaces, startsItsLine } from '../white-space.ts';
import { endWithItsComment, startWithItsComments } from './comments.ts';
import type { YamlFile, YamlItem, YamlNode, YamlSequence } from './document.ts';
import { proven, refused, type YamlEdit } from './edit.ts';
import { meaningOf, meaningOfAll } from './meaning.ts';
import { parseYaml } from './parse.ts';

export type ItemPlace = 'last' | { readonly before: YamlItem } | { readonly after: YamlItem };

/** `lines` are the item's value, as it would stand alone at the start of a file. */
export function insertItem(file: YamlFile, sequence: YamlSequence, at: ItemPlace, lines: readonly string[]): YamlEdit {
  const item = parseYaml(lines.join('\n'));
  const value = item.kind === 'document' && item.document.roots.length === 1 ? item.document.roots[0] : null;
  if (!value) return refused('invalid-lines');
  const wanted = meaningOf(value);
  if (sequence.items.some((one) => meaningOf(one.value) === wanted)) return refused('already-present');
  const sibling = at === 'last' ? sequence.items.at(-1) : 'before' in at ? at.before : at.after;
  if (sibling && !sequence.items.includes(sibling)) return refused('not-an-item-of-the-sequence');
  const before = at !== 'last' && 'before' in at;
  const edit =
    sequence.style === 'flow' ? flowEdit(sequence, sibling, before, lines) : blockEdit(file, sibling, before, lines);
  if (!edit) return refused('style-not-supported');
  const index = sibling ? sequence.items.indexOf(sibling) + (before ? 0 : 1) : 0;
  return proven(file, edit, ({ roots }) => {
    const added = roots.flatMap((root) => itemsIn(root)).filter((one) => meaningOf(one.value) === wanted);
    return added.some(
      (one) =>
        one.sequence.items.indexOf(one) === index &&
        meaningOfAll(roots, { without: new Set([one]) }) === meaningOfAll(file.roots),
    );
  });
}

function itemsIn(node: YamlNode | null): YamlItem[] {
  if (node?.kind === 'map') return node.pairs.flatMap(({ value }) => itemsIn(value));
  return node?.kind === 'sequence' ? [...node.items, ...node.items.flatMap(({ value }) => itemsIn(value))] : [];
}

const insertion = (offset: number, replacement: string): TextEdit => ({ start: offset, end: offset, replacement });

function flowEdit(
  sequence: YamlSequence,
  sibling: YamlItem | undefined,
  before: boolean,
  lines: readonly string[],
): TextEdit | null {
  const [only = '', ...others] = lines;
  if (others.length > 0) return null;
  if (!sibling) return insertion(sequence.range.start + 1, only);
  return before ? insertion(sibling.range.start, `${only}, `) : insertion(sibling.range.end, `, ${only}`);
}

function blockEdit(
  file: YamlFile,
  sibling: YamlItem | undefined,
  before: boolean,
  lines: readonly string[],
): TextEdit | null {
  if (!sibling) return null;
  const { text } = file;
  const { start } = sibling.range;
  const dash = start - lineStart(text, start);
  const gap = gapAfterDash(text, sibling);
  const indentation = startsItsLine(text, start) ? indentationAt(text, start) : ' '.repeat(dash);
  const newline = lineEndAt(text, start);
  const inner = `${indentation} ${' '.repeat(gap.length)}`;
  const item = lines
    .map((line, index) => (index === 0 ? `-${gap}${line}` : line === '' ? '' : inner + line))
    .join(newline);
  if (before) return insertion(startWithItsComments(file, start), item + newline + indentation);
  return insertion(endWithItsComment(file, sibling.range.end), newline + indentation + item);
}

/** `- a`, `-   a`; one space where the value stands on a line of its own. */
function gapAfterDash(text: string, { range }: YamlItem): string {
  const after = range.start + 1;
  const gap = text.slice(after, skipSpaces(text, after));
  return gap === '' || /[\r\n#]/.test(text.charAt(after + gap.length)) ? ' ' : gap;
}
