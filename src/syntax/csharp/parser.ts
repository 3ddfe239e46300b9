import { existsSync, readFileSync } from 'node:fs';
import type { Parser, TreeCursor } from 'web-tree-sitter';
import type { SyntaxNode } from './node.ts';

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
export function parseText(text: string): SyntaxNode | null {
  if (parser === undefined) throw new Error('loadCSharp() has not been awaited');
  const deadline = Date.now() + parseLimitMs;
  const tree = parser.parse(text, null, { progressCallback: () => Date.now() > deadline });
  if (tree === null) {
    parser.reset();
    return null;
  }
  const cursor = tree.walk();
  try {
    return copyTree(cursor);
  } finally {
    cursor.delete();
    // Trees live in the module's memory: undeleted ones abort it after some 15,000 parses.
    tree.delete();
  }
}

interface GrowingNode extends SyntaxNode {
  readonly parent: GrowingNode | null;
  readonly children: GrowingNode[];
  broken: boolean;
}

function copyNode(cursor: TreeCursor, parent: GrowingNode | null): GrowingNode {
  const node: GrowingNode = {
    kind: cursor.nodeType,
    field: cursor.currentFieldName,
    named: cursor.nodeIsNamed,
    start: cursor.startIndex,
    end: cursor.endIndex,
    parent,
    children: [],
    broken: cursor.nodeIsMissing || cursor.nodeType === 'ERROR' || isMisreadBracket(cursor, parent),
  };
  if (node.broken) for (let above = parent; above !== null && !above.broken; above = above.parent) above.broken = true;
  parent?.children.push(node);
  return node;
}

/** `a.B<C>(d)[0]` is a call to the language; the grammar compares `a.B<C` with `(d)[0]`, which no comparison can be. */
function isMisreadBracket(cursor: TreeCursor, parent: SyntaxNode | null): boolean {
  if (cursor.nodeType !== '>' || parent?.kind !== 'binary_expression') return false;
  const [left] = parent.children;
  return left?.kind === 'binary_expression' && left.children.some(({ kind }) => kind === '<');
}

/** Without recursion: generated and hostile files nest thousands of levels deep. */
function copyTree(cursor: TreeCursor): SyntaxNode {
  const path: GrowingNode[] = [copyNode(cursor, null)];
  for (;;) {
    const parent = path.at(-1) ?? null;
    if (cursor.gotoFirstChild()) {
      path.push(copyNode(cursor, parent));
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      const done = path.pop();
      if (!cursor.gotoParent() && done) return done;
    }
    path.pop();
    path.push(copyNode(cursor, path.at(-1) ?? null));
  }
}
