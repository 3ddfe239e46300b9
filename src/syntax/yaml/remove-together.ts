import { applyEdits, findConflict, type TextEdit } from '../../files/edits.ts';
import type { YamlAlias, YamlFile, YamlItem, YamlMap, YamlNode, YamlPair, YamlSequence } from './document.ts';
import { refused, type YamlEdit } from './edit.ts';
import { meaningOfAll } from './meaning.ts';
import { parseYaml } from './parse.ts';
import { removeItem, removePair } from './remove.ts';

/**
 * Takes items out of lists, and lists of which nothing is left with their keys: an empty key would be another value. One
 * edit for each item, those of a list that goes are equal; all of them are made or none.
 */
export function removeItemsTogether(
  file: YamlFile,
  items: readonly YamlItem[],
  isAbout: (comment: string) => boolean,
): readonly YamlEdit[] {
  const going = withEmptied(items);
  const parts = items.map((item) => outermost(item, going));
  const edits = parts.map((part) => remove(file, part, isAbout));
  const stuck = edits.find(({ kind }) => kind === 'refused');
  if (stuck) return items.map(() => stuck);
  return isReused(file, parts) || !holdTogether(file, parts, edits) ? items.map(() => refused('would-break')) : edits;
}

type Part = YamlItem | YamlPair;

function withEmptied(items: readonly YamlItem[]): ReadonlySet<Part> {
  const going = new Set<Part>(items);
  for (const part of going) {
    const { owner } = holderOf(part);
    if (owner && partsOf(holderOf(part)).every((one) => going.has(one))) going.add(owner);
  }
  return going;
}

function outermost(part: Part, going: ReadonlySet<Part>): Part {
  const { owner } = holderOf(part);
  return owner && going.has(owner) ? outermost(owner, going) : part;
}

function holderOf(part: Part): YamlMap | YamlSequence {
  return part.kind === 'pair' ? part.map : part.sequence;
}

function partsOf(holder: YamlMap | YamlSequence): readonly Part[] {
  return holder.kind === 'map' ? holder.pairs : holder.items;
}

function remove(file: YamlFile, part: Part, isAbout: (comment: string) => boolean): YamlEdit {
  return part.kind === 'pair' ? removePair(file, part, { isAbout }) : removeItem(file, part, { isAbout });
}

/** What an alias repeats elsewhere would go there as well. */
function isReused({ roots }: YamlFile, parts: readonly Part[]): boolean {
  return roots.flatMap(aliasesIn).some(({ target, range }) => {
    const isIn = (part: Part) => part.range.start <= range.start && range.end <= part.range.end;
    return target !== null && !parts.some(isIn) && parts.some((part) => overlap(target, part));
  });
}

function overlap(a: YamlNode, b: Part): boolean {
  return a.range.start < b.range.end && b.range.start < a.range.end;
}

function aliasesIn(node: YamlNode | null): readonly YamlAlias[] {
  switch (node?.kind) {
    case 'alias':
      return [node];
    case 'map':
      return node.pairs.flatMap(({ keyNode, value }) => [...aliasesIn(keyNode), ...aliasesIn(value)]);
    case 'sequence':
      return node.items.flatMap(({ value }) => aliasesIn(value));
    default:
      return [];
  }
}

/** Each by itself was read back; together they must say no less. */
function holdTogether(file: YamlFile, parts: readonly Part[], made: readonly YamlEdit[]): boolean {
  const edits: readonly TextEdit[] = made.flatMap((edit) => (edit.kind === 'edits' ? edit.edits : []));
  if (findConflict(edits) !== null) return false;
  const result = parseYaml(applyEdits(file.text, edits));
  const expected = meaningOfAll(file.roots, { without: new Set(parts) });
  return result.kind === 'document' && meaningOfAll(result.document.roots) === expected;
}
