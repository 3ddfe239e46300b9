import type { Range } from '../../../location.ts';
import type { CSharpFile } from '../file.ts';
import { edits, type Operation } from './operation.ts';

/** A namespace with all names that a file can have from it. */
export interface ImportedNames {
  readonly namespace: string;
  readonly names: readonly string[];
}

export interface Adjustment {
  readonly needs: readonly string[];
  readonly mayGo: readonly ImportedNames[];
  /** What every file of the project has, from global usings and the project file. */
  readonly available: readonly string[];
  /** What will not stand in the text any more. */
  readonly gone: readonly Range[];
}

/** Adds the usings that are missing, where the file sorts them, and takes away those that nothing needs any more. */
export function adjustImports(_file: CSharpFile, _adjustment: Adjustment): Operation {
  return edits();
}
