import type { Range } from '../../../location.ts';
import type { CSharpFile } from '../file.ts';
import { edits, type Operation, refused } from './operation.ts';
import { removeUsings, unneededUsings } from './unneeded-usings.ts';
import { insertUsings } from './using-insertion.ts';
import { isImported, usingListOf } from './using-list.ts';

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

/**
 * Adds the usings that are missing, where the file sorts them, and takes away those that nothing needs any more. Whoever
 * asks for a namespace must know that it brings no name which the file has from another one: `MaskinportenSettings` of
 * the app library beside that of the external package would be ambiguous.
 */
export function adjustImports(file: CSharpFile, { needs, mayGo, available, gone }: Adjustment): Operation {
  const going = unneededUsings(file, mayGo, gone);
  const list = usingListOf(file);
  const missing = needs.filter((need) => !available.includes(need) && !isImported(need, list, file));
  const inserted = insertUsings(file, list, missing, going);
  if (inserted.kind === 'refused') return refused(inserted.refusal);
  const removed = going.filter(({ node }) => !inserted.replaced.includes(node));
  return edits(...inserted.edits, ...removeUsings(removed, file));
}
