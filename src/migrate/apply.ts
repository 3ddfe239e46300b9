import { randomBytes } from 'node:crypto';
import nodeFs, { type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { insideRoot } from '../files/jail.ts';
import { encode, type SourceText } from '../files/text.ts';

/** `before` as it was read: null for a new file; `after` is null for a deleted one. */
export interface Write {
  readonly path: string;
  readonly before: SourceText | null;
  readonly after: string | null;
  readonly mode?: '100644' | '100755';
}

export type Refusal =
  | 'outside-root'
  | 'inside-git-folder'
  | 'read-only'
  | 'symlink'
  | 'not-a-file'
  | 'changed-since-read'
  | 'missing'
  | 'exists'
  | 'named-twice';

export type WriteResult =
  /** `leftovers` are backups that could not be removed. */
  | { readonly kind: 'written'; readonly leftovers: readonly string[] }
  /** Nothing was touched. */
  | { readonly kind: 'refused'; readonly path: string; readonly reason: Refusal }
  /** Something failed on the way; all was put back, except what `notRestored` names with the backup it still has. */
  | {
      readonly kind: 'failed';
      readonly path: string;
      readonly error: string;
      readonly notRestored: readonly { readonly path: string; readonly backup: string | null }[];
      readonly leftovers: readonly string[];
    };

/** What is used of the file system, so that a test can let any of it fail. */
export type FileSystem = Pick<
  typeof nodeFs,
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

/** One write on its way. The new bytes wait in `prepared` and the old ones in `backup`, both beside the file. */
interface Step {
  readonly write: Write;
  readonly target: string;
  prepared: string | null;
  backup: string | null;
  isDone: boolean;
}

/** Makes all of the changes or none. Every file must still hold the bytes that were read; no symlink is followed. */
export function writeAll(root: string, writes: readonly Write[], fs: FileSystem = nodeFs): WriteResult {
  const steps: readonly Step[] = writes.map((write) => ({
    write,
    target: join(root, write.path),
    prepared: null,
    backup: null,
    isDone: false,
  }));
  const newFolders: string[] = [];
  let path = '';
  try {
    const refused = firstRefusal(root, writes, fs);
    if (refused !== null) return refused;
    for (const step of steps) {
      path = step.write.path;
      prepare(step, newFolders, fs);
    }
    for (const step of steps) {
      path = step.write.path;
      carryOut(root, step, fs);
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', path, error: message, ...putBack(root, steps, newFolders, fs) };
  }
  const leftovers = steps.flatMap(({ backup }) => (backup === null ? [] : removed(root, backup, fs)));
  syncFolders(steps, fs);
  return { kind: 'written', leftovers };
}

function firstRefusal(root: string, writes: readonly Write[], fs: FileSystem): WriteResult | null {
  const seen = new Set<string>();
  for (const write of writes) {
    const name = insideRoot(write.path) ?? '';
    const reason = seen.has(name) ? 'named-twice' : refusalOf(root, write, fs);
    if (reason !== null) return { kind: 'refused', path: write.path, reason };
    seen.add(name);
  }
  return null;
}

function refusalOf(root: string, write: Write, fs: FileSystem): Refusal | null {
  const name = insideRoot(write.path);
  if (name === null || name === '.') return 'outside-root';
  const folders = name.split('/').slice(0, -1);
  if (name.split('/').some((part) => part.toLowerCase() === '.git')) return 'inside-git-folder';
  if (write.before !== null && write.before.readOnly !== null) return 'read-only';
  for (let depth = 1; depth <= folders.length; depth++) {
    const stat = lstat(join(root, ...folders.slice(0, depth)), fs);
    if (stat === null) return write.before === null ? null : 'missing';
    if (stat.isSymbolicLink()) return 'symlink';
    if (!stat.isDirectory()) return 'not-a-file';
  }
  return contentRefusal(join(root, name), write.before, fs);
}

function contentRefusal(target: string, before: SourceText | null, fs: FileSystem): Refusal | null {
  const stat = lstat(target, fs);
  if (stat === null) return before === null ? null : 'missing';
  if (stat.isSymbolicLink()) return 'symlink';
  if (!stat.isFile()) return 'not-a-file';
  if (before === null) return 'exists';
  return fs.readFileSync(target).equals(encode(before)) ? null : 'changed-since-read';
}

function prepare(step: Step, newFolders: string[], fs: FileSystem): void {
  const { before, after, mode } = step.write;
  const folder = dirname(step.target);
  if (before === null) makeFolders(folder, newFolders, fs);
  const stat = before === null ? null : fs.lstatSync(step.target);
  const stem = join(folder, `.maskinflytt-${randomBytes(6).toString('hex')}`);
  if (after !== null) {
    step.prepared = `${stem}.new`;
    const bytes = before === null ? Buffer.from(after, 'utf8') : encode(before, after);
    writeNew(step.prepared, bytes, stat, mode === '100755' ? 0o777 : 0o666, fs);
  }
  if (before !== null && stat !== null) {
    step.backup = `${stem}.old`;
    keepOld(step.target, step.backup, encode(before), stat, fs);
  }
}

/** Asks again just before: preparing the other files took time. */
function carryOut(root: string, step: Step, fs: FileSystem): void {
  const reason = refusalOf(root, step.write, fs);
  if (reason !== null) throw new Error(reason);
  if (step.prepared === null) fs.unlinkSync(step.target);
  else fs.renameSync(step.prepared, step.target);
  step.prepared = null;
  step.isDone = true;
}

function putBack(root: string, steps: readonly Step[], newFolders: readonly string[], fs: FileSystem) {
  const notRestored: { path: string; backup: string | null }[] = [];
  const leftovers: string[] = [];
  for (const step of steps) {
    if (step.prepared !== null) leftovers.push(...removed(root, step.prepared, fs));
    if (!step.isDone) {
      if (step.backup !== null) leftovers.push(...removed(root, step.backup, fs));
      continue;
    }
    try {
      if (step.backup === null) fs.unlinkSync(step.target);
      else fs.renameSync(step.backup, step.target);
    } catch {
      notRestored.push({ path: step.write.path, backup: step.backup === null ? null : relativeTo(root, step.backup) });
    }
  }
  for (const folder of newFolders.toReversed()) leftovers.push(...removedFolder(root, folder, fs));
  syncFolders(steps, fs);
  return { notRestored, leftovers };
}

function makeFolders(folder: string, newFolders: string[], fs: FileSystem): void {
  if (lstat(folder, fs) !== null) return;
  makeFolders(dirname(folder), newFolders, fs);
  fs.mkdirSync(folder);
  newFolders.push(folder);
}

/** The file must not exist (`wx`), so that nobody can lay a symlink in its place. */
function writeNew(path: string, bytes: Uint8Array, like: Stats | null, mode: number, fs: FileSystem): void {
  const file = fs.openSync(path, 'wx', mode);
  try {
    fs.writeFileSync(file, bytes);
    if (like !== null) takeAfter(like, file, fs);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

function takeAfter(like: Stats, file: number, fs: FileSystem): void {
  try {
    fs.fchownSync(file, like.uid, like.gid);
  } catch {
    // Only root may give a file away; the mode is what was promised.
  }
  fs.fchmodSync(file, like.mode & 0o7777);
}

/** A second name for the same file costs nothing and brings back everything about it; not all file systems have it. */
function keepOld(target: string, backup: string, bytes: Uint8Array, stat: Stats, fs: FileSystem): void {
  try {
    fs.linkSync(target, backup);
  } catch {
    writeNew(backup, bytes, stat, 0o600, fs);
  }
}

/** Makes the renames last; where a folder cannot be opened (Windows) the system sees to that itself. */
function syncFolders(steps: readonly Step[], fs: FileSystem): void {
  for (const folder of new Set(steps.map((step) => dirname(step.target)))) {
    try {
      const handle = fs.openSync(folder, 'r');
      try {
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
    } catch {
      // The files themselves are safe on disk.
    }
  }
}

/** What could not be removed, in the words of the result. */
function removed(root: string, path: string, fs: FileSystem): readonly string[] {
  try {
    if (lstat(path, fs) !== null) fs.unlinkSync(path);
    return [];
  } catch {
    return [relativeTo(root, path)];
  }
}

function removedFolder(root: string, folder: string, fs: FileSystem): readonly string[] {
  try {
    fs.rmdirSync(folder);
    return [];
  } catch {
    return [relativeTo(root, folder)];
  }
}

function relativeTo(root: string, path: string): string {
  return path.slice(join(root, '/').length).replaceAll('\\', '/');
}

function lstat(path: string, fs: FileSystem): Stats | null {
  return fs.lstatSync(path, { throwIfNoEntry: false }) ?? null;
}
