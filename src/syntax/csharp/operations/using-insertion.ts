import type { TextEdit } from '../../../files/edits.ts';
import { type CSharpFile, isConditional } from '../file.ts';
import type { SyntaxNode } from '../node.ts';
import type { UsingDirective } from '../using.ts';
import { firstUsings } from './first-using.ts';
import type { Refusal } from './operation.ts';
import { type AddedUsings, placed } from './placed-usings.ts';
import { besideUsing, inPlaceOf } from './using-layout.ts';
import type { UsingList } from './using-list.ts';
import { usualOrder } from './using-order.ts';

export type Inserted =
  | {
      readonly kind: 'inserted';
      readonly edits: readonly TextEdit[];
      /** Usings in whose place others stand now. */
      readonly replaced: readonly SyntaxNode[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Adds usings to a list. Where the one that they would stand beside goes, they take its place. */
export function insertUsings(
  file: CSharpFile,
  list: UsingList | null,
  namespaces: readonly string[],
  going: readonly UsingDirective[],
): Inserted {
  if (namespaces.length === 0) return { kind: 'inserted', edits: [], replaced: [] };
  if (list === null) return { kind: 'refused', refusal: 'syntax-error' };
  const goes = (node: SyntaxNode) => going.some((using) => using.node === node);
  const targets = [...new Set(namespaces)].sort(usualOrder);
  const places = placed(targets, list, file.text);
  const edits =
    places.length === 0
      ? [firstUsings(file, list.root, targets)]
      : places.flatMap((place) =>
          goes(place.beside) ? [inPlaceOf(place, goes, list, file)] : besideUsing(place, list, file),
        );
  const refusal = edits.map((edit) => whyNot(edit, list, file)).find((reason) => reason !== null);
  if (refusal) return { kind: 'refused', refusal };
  return { kind: 'inserted', edits, replaced: places.map(besideOf).filter(goes) };
}

function besideOf({ beside }: AddedUsings): SyntaxNode {
  return beside;
}

/** Past the first place that could not be parsed nobody knows what the text says; symbols are defined before all else. */
function whyNot(edit: TextEdit, { container }: UsingList, file: CSharpFile): Refusal | null {
  const definesBelow = /^[ \t]*#[ \t]*(?:define|undef)\b/m.test(file.text.slice(edit.end));
  if (isConditional(file, edit) || definesBelow) return 'conditional-compilation';
  return container.children.some(({ start, broken }) => broken && start <= edit.end) ? 'syntax-error' : null;
}
