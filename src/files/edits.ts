import type { Range } from '../location.ts';

export interface TextEdit extends Range {
  readonly replacement: string;
}

/** `reason` is the id of the rule that wants the edit. */
export interface FileEdit extends TextEdit {
  readonly file: string;
  readonly reason: string;
}
