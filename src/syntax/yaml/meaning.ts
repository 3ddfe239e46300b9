import type { YamlItem, YamlNode, YamlPair } from './document.ts';

/** What a node says, without ranges and styles, for comparing; pairs and items may be left out, or one seen as another text. */
export interface View {
  readonly without?: ReadonlySet<YamlPair | YamlItem>;
  readonly scalar?: { readonly node: YamlNode; readonly text: string };
}

export function meaningOf(node: YamlNode | null, view: View = {}): string {
  if (!node) return '~';
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(view.scalar?.node === node ? view.scalar.text : node.text);
    case 'alias':
      return `*${node.name}`;
    case 'sequence': {
      const items = node.items.filter((item) => view.without?.has(item) !== true);
      return `[${items.map(({ value }) => meaningOf(value, view)).join()}]`;
    }
    case 'map': {
      const pairs = node.pairs.filter((pair) => view.without?.has(pair) !== true);
      return `{${pairs.map(({ keyNode, value }) => `${meaningOf(keyNode, view)}:${meaningOf(value, view)}`).join()}}`;
    }
  }
}

export const meaningOfAll = (roots: readonly (YamlNode | null)[], view: View = {}): string =>
  roots.map((root) => meaningOf(root, view)).join('\n');
