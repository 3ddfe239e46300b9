import { readCSharp } from '../../../src/syntax/csharp/file.ts';
import { descendants } from '../../../src/syntax/csharp/node.ts';
import type { JsonNode } from '../../../src/syntax/json/document.ts';
import { parseJson } from '../../../src/syntax/json/parse.ts';
import type { XmlElement } from '../../../src/syntax/xml/document.ts';
import { parseXml } from '../../../src/syntax/xml/parse.ts';
import { lineRanges, type Structure, tokenRanges } from './text.ts';

type Places = ReturnType<Structure>;

/** Elements and attributes; the lines of what is no XML any more. */
export const xmlStructure: Structure = remembered((text) => {
  const parsed = parseXml(text);
  return parsed.kind === 'document' ? elementPlaces(parsed.document.root) : lineRanges(text);
});

function elementPlaces(element: XmlElement): Places {
  const own = [element.range, ...element.attributes.map(({ range }) => range)];
  return [
    ...own,
    ...element.attributes.map(({ valueRange }) => valueRange),
    ...element.children.flatMap(elementPlaces),
  ];
}

export const jsonStructure: Structure = remembered((text) => {
  const parsed = parseJson(text);
  return parsed.kind === 'document' ? nodePlaces(parsed.document.root) : lineRanges(text);
});

function nodePlaces(node: JsonNode): Places {
  if (node.kind === 'array') return [node.range, ...node.items.flatMap(nodePlaces)];
  if (node.kind !== 'object') return [node.range];
  return [
    node.range,
    ...node.properties.flatMap(({ range, keyRange, value }) => [range, keyRange, ...nodePlaces(value)]),
  ];
}

/** The grammar must have been loaded. */
export const csharpStructure: Structure = remembered((text) => {
  const [view] = readCSharp('Program.cs', text)?.views ?? [];
  return view === undefined ? lineRanges(text) : [...descendants(view.root)].filter(({ named }) => named);
});

/** A block of lines that are indented deeper than the one above, or a line, or a token. */
export const blockStructure: Structure = remembered((text) => {
  const lines = lineRanges(text);
  const depths = lines.map(({ start, end }) => text.slice(start, end).search(/\S|$/));
  const blocks = lines.map((line, index) => {
    const depth = depths[index] ?? 0;
    let last = index;
    while (last + 1 < lines.length && (depths[last + 1] ?? 0) > depth) last++;
    return { start: line.start, end: lines[last]?.end ?? line.end };
  });
  return [...blocks, ...tokenRanges(text)];
});

/** Mutations ask about the same text more than once. */
function remembered(structure: Structure): Structure {
  let last: { readonly text: string; readonly places: Places } | undefined;
  return (text) => {
    if (last?.text === text) return last.places;
    const places = text.length > 200_000 ? [] : structure(text);
    last = { text, places };
    return places;
  };
}
