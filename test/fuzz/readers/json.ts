import { applyEdits } from '../../../src/files/edits.ts';
import type { JsonNode, JsonObject } from '../../../src/syntax/json/document.ts';
import type { JsonEdit } from '../../../src/syntax/json/edit.ts';
import { insertProperty } from '../../../src/syntax/json/insert.ts';
import { parseJson } from '../../../src/syntax/json/parse.ts';
import { removeProperties } from '../../../src/syntax/json/remove.ts';
import { renameKey, replaceValue } from '../../../src/syntax/json/replace.ts';
import { jsonText, mutatedJson } from '../../syntax/json/documents.ts';
import { seedTexts } from '../input/seeds.ts';
import { textOf, treeOfText } from '../input/tree.ts';
import { sampled } from '../mutate/sampled.ts';
import { jsonStructure } from '../mutate/structure.ts';
import { mutated } from '../mutate/text.ts';
import { demand, type Target } from '../target.ts';
import { some } from './some.ts';

const seeds = /\.json$/;

export const jsonTarget: Target = {
  name: 'json',
  limitMs: 2_000,
  generate(random) {
    if (random.chance(0.2)) return treeOfText(sampled(mutatedJson, random));
    const text = random.chance(0.3) ? sampled(jsonText, random) : (random.among(seedTexts(seeds)) ?? '{}');
    return treeOfText(mutated(text, random, seedTexts(seeds), jsonStructure));
  },
  check(input) {
    const text = textOf(input);
    const parsed = parseJson(text);
    if (parsed.kind === 'error') {
      demand(parsed.error.offset >= 0 && parsed.error.offset <= text.length, 'an error lies in the text');
      return;
    }
    const { document } = parsed;
    const stillRead = (edit: JsonEdit, what: string) => {
      if (edit.kind === 'edits') demand(parseJson(applyEdits(text, edit.edits)).kind === 'document', what);
    };
    for (const object of some(objectsIn(document.root), 8)) {
      const [first] = object.properties;
      stillRead(insertProperty(document, object, 'last', 'æ"\\ny', { a: [1, 'b'] }), 'a key was inserted last');
      if (first === undefined) continue;
      stillRead(insertProperty(document, object, { before: first }, 'new', null), 'a key was inserted first');
      stillRead(renameKey(document, object, first, 'A:B'), 'a key was renamed');
      stillRead(replaceValue(document, first.value, 'x"y'), 'a value was replaced');
      for (const edit of removeProperties(document, object, [first]).values()) stillRead(edit, 'one key was removed');
      const all = [...removeProperties(document, object, object.properties).values()];
      const together = all.flatMap((edit) => (edit.kind === 'edits' ? edit.edits : []));
      demand(parseJson(applyEdits(text, together)).kind === 'document', 'all keys were removed');
    }
  },
};

function objectsIn(node: JsonNode): readonly JsonObject[] {
  if (node.kind === 'array') return node.items.flatMap(objectsIn);
  return node.kind === 'object' ? [node, ...node.properties.flatMap(({ value }) => objectsIn(value))] : [];
}
