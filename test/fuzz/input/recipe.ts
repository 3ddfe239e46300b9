import { type Entry, fileOf, type Tree } from './tree.ts';

/** An input as it is kept: small, readable, and free of bytes that an editor would change. */
export interface Recipe {
  readonly target: string;
  /** What is special, for whoever meets the failure again. */
  readonly about: string;
  readonly entries: Readonly<Record<string, WrittenEntry>>;
}

export type WrittenEntry =
  | string
  /** Pieces of text, each with how often it stands there. */
  | { readonly pieces: readonly (readonly [string, number])[] }
  | { readonly base64: string }
  | { readonly unreadable: string }
  | { readonly symlink: string }
  | { readonly folder: true }
  | { readonly fifo: true };

export function treeFrom({ entries }: Recipe): Tree {
  return new Map(Object.entries(entries).map(([path, written]) => [path, entryFrom(written)]));
}

function entryFrom(written: WrittenEntry): Entry {
  if (typeof written === 'string') return fileOf(written);
  if ('pieces' in written) return fileOf(written.pieces.map(([text, times]) => text.repeat(times)).join(''));
  if ('base64' in written) return fileOf(Buffer.from(written.base64, 'base64'));
  if ('unreadable' in written) return { kind: 'unreadable', bytes: Buffer.from(written.unreadable, 'base64') };
  if ('symlink' in written) return { kind: 'symlink', to: written.symlink };
  return 'folder' in written ? { kind: 'folder' } : { kind: 'fifo' };
}

export function recipeOf(target: string, about: string, tree: Tree): Recipe {
  return { target, about, entries: Object.fromEntries([...tree].map(([path, entry]) => [path, writtenEntry(entry)])) };
}

function writtenEntry(entry: Entry): WrittenEntry {
  switch (entry.kind) {
    case 'file':
      return writtenBytes(entry.bytes);
    case 'unreadable':
      return { unreadable: entry.bytes.toString('base64') };
    case 'symlink':
      return { symlink: entry.to };
    case 'folder':
      return { folder: true };
    case 'fifo':
      return { fifo: true };
  }
}

function writtenBytes(bytes: Buffer): WrittenEntry {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : { base64: bytes.toString('base64') };
}
