import type { Range } from '../../location.ts';
import { type Commented, commented } from '../commented.ts';
import type { YamlFile, YamlNode } from './document.ts';

export function commentedYaml({ text, comments, roots }: YamlFile): Commented {
  return commented(text, comments, (offset) => {
    const root = roots.find((one) => one !== null && one.range.start <= offset && offset < one.range.end);
    return root ? partAt(root, offset) : null;
  });
}

/** A pair or an item, not the map or the list that begins with it. */
function partAt(node: YamlNode, offset: number): Range | null {
  if (node.kind === 'scalar' || node.kind === 'alias') return null;
  const parts = node.kind === 'map' ? node.pairs : node.items;
  const around = parts.find(({ range }) => range.start <= offset && offset < range.end);
  if (around === undefined || around.range.start === offset) return around?.range ?? null;
  return around.value && partAt(around.value, offset);
}
