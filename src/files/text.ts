export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Why a file may be read for findings but never be edited. */
export type ReadOnlyReason = 'utf-16' | 'not-utf-8' | 'symlink';

export interface SourceText {
  /** Decoded, without the byte-order mark. */
  readonly text: string;
  readonly bom: boolean;
  readonly encoding: Encoding;
  readonly readOnly: ReadOnlyReason | null;
}
