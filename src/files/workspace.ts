import type { SourceText } from './text.ts';

export type UnreadableReason =
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'binary' }
  | { readonly code: 'outside-root' }
  | { readonly code: 'io-error'; readonly error: string };

export interface UnreadableFile {
  readonly path: string;
  readonly reason: UnreadableReason;
}

export type FileRead =
  | { readonly kind: 'text'; readonly source: SourceText }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/**
 * The files of one git root (or of the given folder where there is no git), seen through pending edits.
 * All paths are relative to `root`, with `/`.
 */
export interface Workspace {
  /** Absolute, with symlinks resolved. */
  readonly root: string;
  /** What the walk found, ignored and skipped folders left out, in code-unit order. */
  readonly files: readonly string[];
  read(path: string): FileRead;
  /** Those of `paths` whose bytes hold at least one of the words. */
  filesWithAny(words: readonly string[], paths: readonly string[]): readonly string[];
  /** Those of `paths` whose content passes: each byte a character, but for UTF-16, which is decoded. */
  filesWhere(passes: (content: string) => boolean, paths: readonly string[]): readonly string[];
  /** Those of `paths` that are there and cannot be read as files. */
  unreadableAmong(paths: readonly string[]): readonly UnreadableFile[];
  /** The same workspace, read as if these texts had been written; null stands for a deleted file. */
  withTexts(texts: ReadonlyMap<string, string | null>): Workspace;
}
