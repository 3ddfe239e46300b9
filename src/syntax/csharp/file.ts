import type { Range } from '../../location.ts';
import { parseDespiteEmptyInterpolations } from './empty-interpolation.ts';
import { ancestors, descendants, type SyntaxNode } from './node.ts';
import { type Directive, plausibleSymbolSets, preprocess, symbolsAskedFor } from './preprocessor.ts';

/** The file as compiled with one set of preprocessor symbols; offsets are the original's. */
export interface View {
  readonly symbols: ReadonlySet<string>;
  readonly root: SyntaxNode;
}

export interface CSharpFile {
  readonly path: string;
  readonly text: string;
  /** At least one. Several only where `#if` makes several programs of one text. */
  readonly views: readonly View[];
  readonly conditionals: readonly Directive[];
}

/** null when the parser gave up on the text. `loadCSharp()` must have been awaited. */
export function readCSharp(path: string, text: string): CSharpFile | null {
  const { conditionals } = mayHoldDirective(text) ? preprocess(text, new Set()) : { conditionals: [] };
  const views: View[] = [];
  for (const symbols of plausibleSymbolSets(symbolsAskedFor(conditionals))) {
    const root = parseDespiteEmptyInterpolations(conditionals.length === 0 ? text : preprocess(text, symbols).text);
    if (root === null) return null;
    views.push({ symbols, root });
  }
  return { path, text, views, conditionals };
}

function mayHoldDirective(text: string): boolean {
  return /^[ \t]*#[ \t]*if\b/m.test(text);
}

const nodesByKind = new WeakMap<CSharpFile, ReadonlyMap<string, readonly SyntaxNode[]>>();

/** Nodes of the given kinds in any view, each place once, in the order of the text. */
export function nodesOfKind(file: CSharpFile, ...kinds: readonly string[]): readonly SyntaxNode[] {
  const byKind = nodesByKind.get(file) ?? indexNodes(file);
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0) return byKind.get(only) ?? [];
  return kinds.flatMap((kind) => byKind.get(kind) ?? []).sort(byPlace);
}

function indexNodes(file: CSharpFile): ReadonlyMap<string, readonly SyntaxNode[]> {
  const byKind = new Map<string, SyntaxNode[]>();
  const seen = new Set<string>();
  for (const view of file.views) {
    for (const node of descendants(view.root)) {
      if (!node.named) continue;
      const place = file.views.length === 1 ? '' : `${node.kind} ${node.start} ${node.end}`;
      if (place !== '' && seen.has(place)) continue;
      seen.add(place);
      const ofKind = byKind.get(node.kind);
      if (ofKind) ofKind.push(node);
      else byKind.set(node.kind, [node]);
    }
  }
  if (file.views.length > 1) for (const nodes of byKind.values()) nodes.sort(byPlace);
  nodesByKind.set(file, byKind);
  return byKind;
}

function byPlace(a: SyntaxNode, b: SyntaxNode): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether what is compiled inside the range, or whether the range is compiled at all, depends on a symbol. */
export function isConditional(file: CSharpFile, range: Range): boolean {
  let open = 0;
  for (const directive of file.conditionals) {
    if (directive.start >= range.end) break;
    if (directive.end > range.start) return true;
    if (directive.name === 'if') open++;
    else if (directive.name === 'endif') open--;
  }
  return open > 0;
}

/**
 * Where the parser could not follow, in the view the node belongs to: nothing there is edited. What it skipped beside one of
 * the constructs around the node, or in the head of one, may have been a part of that, and the rest is then taken for
 * something else.
 */
export function isBrokenAround(node: SyntaxNode): boolean {
  if (enclosingBlock(node).broken || node.kind === 'ERROR') return true;
  let inner = node;
  for (const outer of ancestors(node)) {
    const isHead = (child: SyntaxNode) => child !== inner && !lists.includes(outer.kind);
    if (outer.kind === 'ERROR' || outer.children.some((child) => isLost(child) || (isHead(child) && isTorn(child)))) {
      return true;
    }
    inner = outer;
  }
  return false;
}

function isLost({ kind, broken, children }: SyntaxNode): boolean {
  return kind === 'ERROR' || (broken && children.length === 0);
}

/** Broken, and not only in a block of its own. */
function isTorn(node: SyntaxNode): boolean {
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isLost(next)) return true;
    pending.push(...next.children.filter(({ kind, broken }) => broken && !blocks.includes(kind)));
  }
  return false;
}

const blocks = ['block', 'declaration_list', 'compilation_unit'];
/** What stands beside each other in these has each its own meaning. */
const lists = [...blocks, 'switch_body', 'switch_section'];

function enclosingBlock(node: SyntaxNode): SyntaxNode {
  let around = node;
  while (around.parent !== null && !blocks.includes(around.kind)) {
    around = around.parent;
  }
  return around;
}

/** The first place that could not be parsed; null in a file that was understood from end to end. */
export function firstBroken(root: SyntaxNode): SyntaxNode | null {
  if (!root.broken) return null;
  let node = root;
  for (;;) {
    const inner = node.children.find((child) => child.broken);
    if (inner === undefined) return node;
    node = inner;
  }
}
