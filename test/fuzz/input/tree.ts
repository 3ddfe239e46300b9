/** What lies at a path. A reader of one file gets a tree of one entry. */
export type Entry =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'unreadable'; readonly bytes: Buffer }
  | { readonly kind: 'symlink'; readonly to: string }
  | { readonly kind: 'folder' }
  | { readonly kind: 'fifo' };

/** An input, whole: paths with `/`, in the order in which they are written. */
export type Tree = ReadonlyMap<string, Entry>;

/** Where the only file of a reader's input stands. */
export const onlyPath = 'input';

export function fileOf(content: string | Uint8Array): Entry {
  return { kind: 'file', bytes: Buffer.from(content) };
}

export function treeOfText(text: string): Tree {
  return new Map([[onlyPath, fileOf(text)]]);
}

/** As UTF-8: what does not fit is shown as U+FFFD. */
export function textOf(tree: Tree, path: string = onlyPath): string {
  return bytesOf(tree, path).toString('utf8');
}

export function bytesOf(tree: Tree, path: string = onlyPath): Buffer {
  const entry = tree.get(path);
  return entry?.kind === 'file' || entry?.kind === 'unreadable' ? entry.bytes : Buffer.alloc(0);
}

export function sizeOf(tree: Tree): number {
  let size = 0;
  for (const [path, entry] of tree) size += path.length + ('bytes' in entry ? entry.bytes.length : 1);
  return size;
}
