/** Offsets are UTF-16 units into a file's decoded text, which never holds a byte-order mark. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `file` is relative to the workspace's root, with `/` between its parts. */
export interface FileRange extends Range {
  readonly file: string;
}

/** What people and other tools see: lines and columns count from 1, columns in UTF-16 units. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
