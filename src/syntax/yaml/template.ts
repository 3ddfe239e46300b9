import type { Range } from '../../location.ts';
import type { YamlNode } from './document.ts';

/** `{{ … }}` as in Helm and its like; `${{ … }}` is an expression of a pipeline, whose file is YAML before it is evaluated. */
export const templateMark = /(?<!\$)\{\{/;

/** `{{ x }}` by itself parses, as a map in a map; inside quotes or a block it is text like any other. */
export function templateIn(node: YamlNode, text: string): Range | null {
  switch (node.kind) {
    case 'scalar':
      return node.style === 'plain' && templateMark.test(node.text) ? node.range : null;
    case 'alias':
      return null;
    case 'sequence':
      return firstIn(
        node.items.map(({ value }) => value),
        text,
      );
    case 'map':
      if (text.startsWith('{{', node.range.start)) return node.range;
      return firstIn(
        node.pairs.flatMap(({ keyNode, value }) => [keyNode, value]),
        text,
      );
  }
}

function firstIn(nodes: readonly (YamlNode | null)[], text: string): Range | null {
  for (const node of nodes) {
    const found = node && templateIn(node, text);
    if (found) return found;
  }
  return null;
}
