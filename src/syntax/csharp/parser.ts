import { existsSync, readFileSync } from 'node:fs';
import type { Parser, TreeCursor } from 'web-tree-sitter';
import { type GrowingNode, markBroken } from './growing-node.ts';
import { markMisreadBracket } from './misread.ts';
import { regrouped } from './precedence.ts';

/** Longer than this for one file means that the input was made to be slow. */
const parseLimitMs = 5_000;

let loading: Promise<Parser> | undefined;
let parser: Parser | undefined;

/** Must have been awaited once before anything is parsed. */
export async function loadCSharp(): Promise<void> {
  loading ??= createParser();
  parser = await loading;
}

async function createParser(): Promise<Parser> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init({ wasmBinary: readBeside('web-tree-sitter.wasm') });
  const created = new Parser();
  created.setLanguage(await Language.load(readBeside('tree-sitter-c_sharp.wasm')));
  return created;
}

/** The build puts both files beside its output; run from source, that is three folders up. */
function readBeside(name: string): Uint8Array {
  const places = ['./', '../../../dist/'].map((place) => new URL(place + name, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${name} is missing: run "npm run build" first`);
  return readFileSync(found);
}

/** null when the parser gave up. */
export function parseText(text: string): GrowingNode | null {
  if (parser === undefined) throw new Error('loadCSharp() has not been awaited');
  const deadline = Date.now() + parseLimitMs;
  const tree = parser.parse(text, null, { progressCallback: () => Date.now() > deadline });
  if (tree === null) {
    parser.reset();
    return null;
  }
  const cursor = tree.walk();
  try {
    return copyTree(cursor, text);
  } finally {
    cursor.delete();
    // Trees live in the module's memory: undeleted ones abort it after some 15,000 parses.
    tree.delete();
  }
}

interface NodeType {
  readonly kind: string;
  readonly named: boolean;
}

const types = new Map<number, NodeType>();

function typeAt(cursor: TreeCursor): NodeType {
  const id = cursor.nodeTypeId;
  const known = types.get(id);
  if (known !== undefined) return known;
  const type = { kind: cursor.nodeType, named: cursor.nodeIsNamed };
  types.set(id, type);
  return type;
}

/** Each question to the cursor is a call into WebAssembly, so none is asked whose answer is known. */
function copyNode(cursor: TreeCursor, parent: GrowingNode | null): GrowingNode {
  const { kind, named } = typeAt(cursor);
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const field = cursor.currentFieldName;
  const node: GrowingNode = { kind, field, named, start, end, parent, children: [], broken: false };
  // A token that the parser supplied has no text.
  if (kind === 'ERROR' || (start === end && cursor.nodeIsMissing)) markBroken(node);
  parent?.children.push(node);
  return node;
}

/** Without recursion: generated and hostile files nest thousands of levels deep. */
function copyTree(cursor: TreeCursor, text: string): GrowingNode {
  const path: GrowingNode[] = [copyNode(cursor, null)];
  for (;;) {
    const parent = path.at(-1) ?? null;
    if (cursor.gotoFirstChild()) {
      path.push(copyNode(cursor, parent));
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      const done = finished(path, text);
      if (!cursor.gotoParent() && done) return done;
    }
    finished(path, text);
    path.push(copyNode(cursor, path.at(-1) ?? null));
  }
}

/** The last one begun, whose children are all there now, as it belongs in its parent. */
function finished(path: GrowingNode[], text: string): GrowingNode | undefined {
  const done = path.pop();
  if (done === undefined) return done;
  const node = regrouped(done);
  markMisreadBracket(done, text);
  return node;
}
