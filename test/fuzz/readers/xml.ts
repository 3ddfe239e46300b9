import { parseXml as parseByOracle } from '@rgrove/parse-xml';
import { applyEdits } from '../../../src/files/edits.ts';
import type { XmlElement } from '../../../src/syntax/xml/document.ts';
import type { XmlEdit } from '../../../src/syntax/xml/edit.ts';
import { insertNew } from '../../../src/syntax/xml/new-element.ts';
import { parseXml } from '../../../src/syntax/xml/parse.ts';
import { removeElement } from '../../../src/syntax/xml/remove.ts';
import { replaceText, setAttribute } from '../../../src/syntax/xml/replace.ts';
import { mutatedXml, xmlText } from '../../syntax/xml/documents.ts';
import { seedTexts } from '../input/seeds.ts';
import { textOf, treeOfText } from '../input/tree.ts';
import { sampled } from '../mutate/sampled.ts';
import { xmlStructure } from '../mutate/structure.ts';
import { mutated } from '../mutate/text.ts';
import { demand, type Target } from '../target.ts';
import { some } from './some.ts';

const seeds = /\.(xml|bpmn|csproj|props|targets)$/;

export const xmlTarget: Target = {
  name: 'xml',
  limitMs: 3_000,
  generate(random) {
    if (random.chance(0.2)) return treeOfText(sampled(mutatedXml, random));
    const text = random.chance(0.2) ? sampled(xmlText, random) : (random.among(seedTexts(seeds)) ?? '<a/>');
    return treeOfText(mutated(text.replace(/^\uFEFF/, ''), random, seedTexts(seeds), xmlStructure));
  },
  check(input) {
    const text = textOf(input);
    const parsed = parseXml(text);
    if (parsed.kind === 'error') {
      demand(parsed.error.offset >= 0 && parsed.error.offset <= text.length, 'an error lies in the text');
      return;
    }
    if (text.length < 100_000) demand(isAcceptedByOracle(text), 'a conforming parser rejects what we accept');
    const { document } = parsed;
    const stillRead = (edit: XmlEdit, what: string) => {
      if (edit.kind === 'edits') demand(parseXml(applyEdits(text, edit.edits)).kind === 'document', what);
    };
    const added = {
      localName: 'Added',
      attributes: new Map([['a', '<"\'&']]),
      content: { kind: 'value' as const, text: ']]>' },
    };
    for (const element of some(elementsIn(document.root), 8)) {
      stillRead(insertNew(document, element, 'last', added), 'an element was inserted last');
      stillRead(setAttribute(document, element, 'Version', '<"\'&>'), 'an attribute was set');
      stillRead(replaceText(document, element, 'a<b]]>&'), 'text was replaced');
      stillRead(removeElement(document, element, { emptiedParent: 'remove' }), 'an element was removed');
      const [child] = element.children;
      if (child) stillRead(insertNew(document, element, { before: child }, added), 'an element was inserted first');
    }
  },
};

function isAcceptedByOracle(text: string): boolean {
  try {
    parseByOracle(text);
    return true;
  } catch {
    return false;
  }
}

function elementsIn(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsIn)];
}
