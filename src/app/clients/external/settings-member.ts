import type { FileRange } from '../../../location.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';

/** A member of the package's settings that code gives a value. */
export interface SettingsMember {
  readonly name: string;
  readonly value: SyntaxNode;
  readonly file: CSharpFile;
  /** The member's name. */
  readonly at: FileRange;
  /** Whether it is set however the code runs, and nothing may set it anew. */
  readonly certain: boolean;
}

/** The members that `{ A = …, B = … }` sets. */
export function membersInitialized(initializer: SyntaxNode, file: CSharpFile): readonly SettingsMember[] {
  return namedChildren(initializer).flatMap((child) => {
    const [name, value] = [childInRole(child, 'left'), childInRole(child, 'right')];
    return name && value ? [memberSet(name, value, file)] : [];
  });
}

export function memberSet(name: SyntaxNode, value: SyntaxNode, file: CSharpFile): SettingsMember {
  const at = { file: file.path, start: name.start, end: name.end };
  return { name: textOf(name, file.text), value, file, at, certain: true };
}
