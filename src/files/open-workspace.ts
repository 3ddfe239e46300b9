import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { insideRoot } from './jail.ts';
import { narrowedSearch } from './narrowed-search.ts';
import { withOverlay } from './overlay.ts';
import { decode } from './text.ts';
import type { FileRead, UnreadableReason, Workspace } from './workspace.ts';

export interface WorkspaceInput {
  readonly root: string;
  readonly files: readonly string[];
  readonly maxFileSize?: number;
}

/** A file as found on disk: its bytes, or why there are none. */
type Loaded =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly isSymlink: boolean }
  | Exclude<FileRead, { readonly kind: 'text' }>;

const defaultMaxFileSize = 8 * 1024 * 1024;
/** Bytes that a search read are kept for the parse that follows, up to this many in one workspace. */
const maxKeptBytes = 64 * 1024 * 1024;

export function openWorkspace(input: WorkspaceInput): Workspace {
  const root = realpathSync(input.root);
  const rootPrefix = root.endsWith(sep) ? root : root + sep;
  const maxFileSize = input.maxFileSize ?? defaultMaxFileSize;
  const reads = new Map<string, FileRead>();
  const kept = new Map<string, Loaded>();
  const realFolders = new Map<string, string>();
  const names = new Map<string, string | null>();
  let keptBytes = 0;

  /** Every search asks for each path anew. */
  function nameOf(path: string): string | null {
    const known = names.get(path);
    if (known !== undefined) return known;
    const name = insideRoot(path);
    names.set(path, name);
    return name;
  }

  function read(path: string): FileRead {
    const name = nameOf(path);
    if (name === null) return unreadable({ code: 'outside-root' });
    const known = reads.get(name);
    if (known !== undefined) return known;
    const loaded = kept.get(name) ?? load(name);
    if (kept.delete(name)) keptBytes -= sizeOf(loaded);
    const result = loaded.kind === 'bytes' ? decoded(loaded.bytes, loaded.isSymlink) : loaded;
    reads.set(name, result);
    return result;
  }

  function load(name: string): Loaded {
    try {
      return loadOrThrow(name);
    } catch (error) {
      const code = errorCode(error);
      return code === 'ENOENT' || code === 'ENOTDIR'
        ? { kind: 'missing' }
        : unreadable({ code: 'io-error', error: code });
    }
  }

  function loadOrThrow(name: string): Loaded {
    const path = join(root, name);
    // Many files are asked for that may not be there, and an error costs more than all else that is done about them.
    const own = lstatSync(path, { throwIfNoEntry: false });
    if (own === undefined) return { kind: 'missing' };
    const realPath = own.isSymbolicLink()
      ? realpathSync(path)
      : join(realFolderOf(dirname(path)), posix.basename(name));
    if (!realPath.startsWith(rootPrefix)) return unreadable({ code: 'outside-root' });
    const stat = own.isSymbolicLink() ? statSync(realPath) : own;
    if (!stat.isFile())
      return unreadable({ code: 'io-error', error: stat.isDirectory() ? 'EISDIR' : 'not a regular file' });
    if (stat.size > maxFileSize) return unreadable({ code: 'too-large', bytes: stat.size, limit: maxFileSize });
    return { kind: 'bytes', bytes: readFileSync(realPath), isSymlink: realPath !== path };
  }

  function realFolderOf(folder: string): string {
    const known = realFolders.get(folder);
    if (known !== undefined) return known;
    const real = realpathSync(folder);
    realFolders.set(folder, real);
    return real;
  }

  function keep(name: string, loaded: Loaded): void {
    if (keptBytes + sizeOf(loaded) > maxKeptBytes) return;
    keptBytes += sizeOf(loaded);
    kept.set(name, loaded);
  }

  function loadedOrRead(name: string): Loaded | FileRead {
    const known = reads.get(name) ?? kept.get(name);
    if (known !== undefined) return known;
    const loaded = load(name);
    keep(name, loaded);
    return loaded;
  }

  function holdsAny(words: readonly string[]): (path: string) => boolean {
    const needles = words.map((word) => Buffer.from(word, 'utf8'));
    return (path) => {
      const name = nameOf(path);
      if (name === null) return false;
      const known = reads.get(name);
      if (known !== undefined) return known.kind === 'text' && includesAny(known.source.text, words);
      const loaded = keptOrLoaded(name);
      if (loaded.kind !== 'bytes') return false;
      if (!isUtf16(loaded.bytes)) return needles.some((needle) => loaded.bytes.includes(needle));
      const result = decoded(loaded.bytes, loaded.isSymlink);
      return result.kind === 'text' && includesAny(result.source.text, words);
    };
  }

  function passesIn(path: string, passes: (content: string) => boolean): boolean {
    const name = nameOf(path);
    if (name === null) return false;
    const known = reads.get(name);
    if (known?.kind === 'text') return passes(known.source.text);
    const loaded = keptOrLoaded(name);
    if (loaded.kind !== 'bytes') return false;
    const source = isUtf16(loaded.bytes) ? decode(loaded.bytes) : null;
    return passes(source?.text ?? loaded.bytes.toString('latin1'));
  }

  function keptOrLoaded(name: string): Loaded {
    const before = kept.get(name);
    if (before !== undefined) return before;
    const loaded = load(name);
    keep(name, loaded);
    return loaded;
  }

  const workspace: Workspace = {
    root,
    files: [...input.files].sort(),
    read,
    filesWithAny: narrowedSearch(holdsAny),
    filesWhere: (passes, paths) => paths.filter((path) => passesIn(path, passes)),
    unreadableAmong: (paths) =>
      paths.flatMap((path) => {
        const name = nameOf(path);
        const known = name === null ? unreadable({ code: 'outside-root' }) : loadedOrRead(name);
        return known.kind === 'unreadable' ? [{ path, reason: known.reason }] : [];
      }),
    withTexts: (texts) => withOverlay(workspace, texts),
  };
  return workspace;
}

function includesAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

function decoded(bytes: Buffer, isSymlink: boolean): FileRead {
  const source = decode(bytes);
  if (source === null) return unreadable({ code: 'binary' });
  return { kind: 'text', source: isSymlink && source.readOnly === null ? { ...source, readOnly: 'symlink' } : source };
}

function unreadable(reason: UnreadableReason): Extract<FileRead, { readonly kind: 'unreadable' }> {
  return { kind: 'unreadable', reason };
}

function sizeOf(loaded: Loaded): number {
  return loaded.kind === 'bytes' ? loaded.bytes.length : 0;
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
