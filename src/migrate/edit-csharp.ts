import type { App } from '../app/app.ts';
import { idleTypes } from '../app/clients/package-surface.ts';
import { idleVaultTypes } from '../app/vault/vault-surface.ts';
import type { TextEdit } from '../files/edits.ts';
import type { Range } from '../location.ts';
import type { CSharpChange } from '../rules/finding.ts';
import { ignoreMark } from '../suppressed.ts';
import type { CSharpFile } from '../syntax/csharp/file.ts';
import type { CommentJudge } from '../syntax/csharp/operations/comments.ts';
import { adjustImports } from '../syntax/csharp/operations/imports.ts';
import { insertBelow } from '../syntax/csharp/operations/insert-below.ts';
import { insertStatement } from '../syntax/csharp/operations/insert-statement.ts';
import { moveStatement } from '../syntax/csharp/operations/move-statement.ts';
import { type Operation, refused } from '../syntax/csharp/operations/operation.ts';
import { removeDeclaration } from '../syntax/csharp/operations/remove-declaration.ts';
import { renameAt } from '../syntax/csharp/operations/rename.ts';
import { replaceCall } from '../syntax/csharp/operations/replace-call.ts';
import { replace } from '../syntax/csharp/operations/replacement.ts';
import type { Rewrite } from '../syntax/csharp/operations/rewrite.ts';
import { rewriteTogether } from '../syntax/csharp/operations/rewrite-together.ts';
import { type Outcome, outcomeOf } from './request.ts';

/** The changes of one C# file, worked out together; what it imports is adjusted to all of them at once. */
export function editCSharp(app: App, file: CSharpFile, changes: readonly CSharpChange[]): readonly Outcome[] {
  const judge = judgeFor([...new Set(changes.flatMap((change) => ('mentions' in change ? change.mentions : [])))]);
  const rewrites = changes.flatMap((change) => {
    const rewrite = rewriteOf(file, change);
    return rewrite ? [{ change, rewrite }] : [];
  });
  const made = rewriteTogether(
    file,
    rewrites.map(({ rewrite }) => rewrite),
    judge,
    [...idleTypes, ...idleVaultTypes],
  );
  const operations = new Map<CSharpChange, Operation>(
    rewrites.map(({ change }, index) => [change, made[index] ?? refused('not-found')]),
  );
  const gone = goneWith(rewrites, operations);
  const imports = changes.filter((change) => change.kind === 'imports');
  const adjusted = adjustImports(file, {
    needs: [...new Set(imports.flatMap(({ needs }) => needs))],
    mayGo: [...new Map(imports.flatMap(({ mayGo }) => mayGo).map((names) => [names.namespace, names])).values()],
    available: app.imports.sharedWith(file),
    gone,
  });
  return changes.map((change) => {
    if (change.kind === 'imports') return outcomeOf(adjusted);
    if (change.kind === 'rename') return outcomeOf(renameAt(file, change.at, change.from, change.to));
    return outcomeOf(operations.get(change) ?? refused('not-found'));
  });
}

function rewriteOf(file: CSharpFile, change: CSharpChange): Rewrite | null {
  switch (change.kind) {
    case 'remove-call':
      return { kind: 'remove-call', call: change };
    case 'remove-statement':
      return { kind: 'remove-statement', statement: change.at, keeps: change.keeps, once: change.once };
    case 'replace':
      return replace(file, change.at, change.text, change.keeps);
    case 'remove-declaration':
      return removeDeclaration(file, change.at);
    case 'replace-call':
      return replaceCall(file, change.at, change.links);
    case 'insert-statement':
      return insertStatement(file, change.at, change.text);
    case 'insert-below':
      return insertBelow(file, change.at, change.code);
    case 'move-statement':
      return moveStatement(file, change.at, change.behind);
    case 'rename':
    case 'imports':
      return null;
  }
}

/** Of a replacement, the parts that do not stand in the new text; of a removal, all of it. */
function goneWith(
  rewrites: readonly { readonly change: CSharpChange; readonly rewrite: Rewrite }[],
  operations: ReadonlyMap<CSharpChange, Operation>,
): readonly Range[] {
  return rewrites.flatMap(({ change, rewrite }): readonly Range[] => {
    const operation = operations.get(change);
    const edits: readonly TextEdit[] = operation?.kind === 'edits' ? operation.edits : [];
    if (rewrite.kind !== 'replacement') return edits;
    return [...rewrite.gone, ...edits.filter((edit) => !rewrite.edits.includes(edit))];
  });
}

/** Left behind, a comment that lets findings stand would let those of the next statement. */
function judgeFor(words: readonly string[]): CommentJudge {
  return {
    isAbout: (comment) => mentions(comment, ['maskinporten', ignoreMark, ...words]),
    namesIt: (comment) => mentions(comment, [ignoreMark, ...words]),
  };
}

function mentions(comment: string, words: readonly string[]): boolean {
  return words.some((word) => comment.toLowerCase().includes(word.toLowerCase()));
}
