import { XMLParser } from 'fast-xml-parser';
import type { Range } from '../../location.ts';
import type { Front } from './front.ts';
import { Refusal } from './refusal.ts';

export interface Nesting {
  readonly range: Range;
  readonly children: readonly Nesting[];
}

/**
 * Which element stands in which, from fast-xml-parser. It sees a copy of the same length in which only tags and text are
 * left: it stumbles over quotes in processing instructions. Names get a dot in front because it refuses or changes some that
 * JavaScript has a use for (`constructor`, `toString`).
 */
export function readNesting(text: string, front: Front): Nesting {
  const parser = new XMLParser({
    preserveOrder: true,
    captureMetaData: true,
    ignorePiTags: true,
    parseTagValue: false,
    processEntities: false,
    jPath: false,
    maxNestedTags: Number.MAX_SAFE_INTEGER,
    transformTagName: (name) => `.${name}`,
  });
  const nodes: unknown = parser.parse(onlyElements(text, front));
  const [root, ...others] = nestingsOf(nodes);
  if (!root || others.length > 0) throw new Refusal('readers-disagree', 0);
  return root;
}

function onlyElements(text: string, front: Front): string {
  const blanked = [front.declaration ?? [], front.comments, front.instructions, front.cdata]
    .flat()
    .sort((a, b) => a.start - b.start);
  let copy = '';
  let done = 0;
  for (const { start, end } of blanked) {
    copy += text.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return copy + text.slice(done);
}

function nestingsOf(nodes: unknown): Nesting[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    if (!isRecord(node)) return [];
    const name = Object.keys(node).find((key) => key.startsWith('.'));
    const range = rangeOf(node);
    return name === undefined || range === null ? [] : [{ range, children: nestingsOf(node[name]) }];
  });
}

/** The parser keeps offsets under a symbol, the only one on a node. */
function rangeOf(node: Readonly<Record<PropertyKey, unknown>>): Range | null {
  const [metaData] = Object.getOwnPropertySymbols(node);
  const found = metaData && node[metaData];
  if (!isRecord(found)) return null;
  const { startIndex, endIndex } = found;
  return typeof startIndex === 'number' && typeof endIndex === 'number' ? { start: startIndex, end: endIndex } : null;
}

const isRecord = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;
