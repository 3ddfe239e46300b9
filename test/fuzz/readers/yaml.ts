import { applyEdits } from '../../../src/files/edits.ts';
import type { YamlItem, YamlNode, YamlPair } from '../../../src/syntax/yaml/document.ts';
import type { YamlEdit } from '../../../src/syntax/yaml/edit.ts';
import { insertItem } from '../../../src/syntax/yaml/insert.ts';
import { parseYaml } from '../../../src/syntax/yaml/parse.ts';
import { removeItem, removePair } from '../../../src/syntax/yaml/remove.ts';
import { removeItemsTogether } from '../../../src/syntax/yaml/remove-together.ts';
import { replaceScalar } from '../../../src/syntax/yaml/replace.ts';
import { mutatedYaml, yamlText } from '../../syntax/yaml/documents.ts';
import { seedTexts } from '../input/seeds.ts';
import { textOf, treeOfText } from '../input/tree.ts';
import { sampled } from '../mutate/sampled.ts';
import { blockStructure } from '../mutate/structure.ts';
import { mutated } from '../mutate/text.ts';
import { demand, type Target } from '../target.ts';
import { some } from './some.ts';

const seeds = /\.ya?ml$/;

export const yamlTarget: Target = {
  name: 'yaml',
  limitMs: 4_000,
  generate(random) {
    if (random.chance(0.2)) return treeOfText(sampled(mutatedYaml, random));
    const text = random.chance(0.2) ? sampled(yamlText, random) : (random.among(seedTexts(seeds)) ?? 'a: b\n');
    return treeOfText(mutated(text, random, seedTexts(seeds), blockStructure));
  },
  check(input) {
    const text = textOf(input);
    const parsed = parseYaml(text);
    if (parsed.kind === 'error') {
      demand(parsed.error.offset >= 0 && parsed.error.offset <= text.length, 'an error lies in the text');
      return;
    }
    const { document } = parsed;
    const stillRead = (edit: YamlEdit, what: string) => {
      if (edit.kind === 'edits') demand(parseYaml(applyEdits(text, edit.edits)).kind === 'document', what);
    };
    // Every edit is proven by reading the whole text again.
    const most = text.length > 20_000 ? 1 : 4;
    const nodes = document.roots.flatMap((root) => (root === null ? [] : nodesIn(root)));
    for (const node of some(nodes, most)) {
      if (node.kind === 'scalar') stillRead(replaceScalar(document, node, 'a: "b" # c'), 'a scalar was replaced');
      if (node.kind === 'sequence')
        stillRead(insertItem(document, node, 'last', ['name: x', 'value: y']), 'an item was inserted');
    }
    for (const pair of some(nodes.flatMap(pairsOf), most)) stillRead(removePair(document, pair), 'a pair was removed');
    const items = some(nodes.flatMap(itemsOf), most);
    for (const item of items) stillRead(removeItem(document, item), 'an item was removed');
    const together = removeItemsTogether(document, items, () => true);
    const edits = together.flatMap((edit) => (edit.kind === 'edits' ? edit.edits : []));
    demand(parseYaml(applyEdits(text, edits)).kind === 'document', 'items were removed together');
  },
};

function nodesIn(node: YamlNode): readonly YamlNode[] {
  const inside = [...pairsOf(node), ...itemsOf(node)].flatMap(({ value }) => (value === null ? [] : nodesIn(value)));
  return [node, ...inside];
}

function pairsOf(node: YamlNode): readonly YamlPair[] {
  return node.kind === 'map' ? node.pairs : [];
}

function itemsOf(node: YamlNode): readonly YamlItem[] {
  return node.kind === 'sequence' ? node.items : [];
}
