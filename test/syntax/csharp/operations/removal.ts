import { applyTidily } from '../../../../src/files/blank-lines.ts';
import type { TextEdit } from '../../../../src/files/edits.ts';
import { type CSharpFile, nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../../src/syntax/csharp/invocation.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { type RemovableCall, removeCalls } from '../../../../src/syntax/csharp/operations/remove-call.ts';
import { parsed } from '../sources.ts';

/** What comments are judged by: `legacy` is the subject, `Doomed` the call itself. */
export const judge = {
  isAbout: (comment: string) => /legacy|Doomed/.test(comment),
  namesIt: (comment: string) => comment.includes('Doomed'),
};

export function doomedCalls(file: CSharpFile): readonly Invocation[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const call = readInvocation(node, file.text);
    return call?.name === 'Doomed' ? [call] : [];
  });
}

/** The text without its calls of `Doomed`, all of them gone in one change; or why one of them stays. */
export function withoutDoomed(text: string): string {
  const file = parsed(text);
  const calls = doomedCalls(file);
  const edits: TextEdit[] = [];
  for (const operation of removeCalls(file, calls.map(removable(text)), judge)) {
    if (operation.kind === 'refused') return `refused: ${operation.refusal}`;
    edits.push(...operation.edits);
  }
  return applyTidily(text, edits);
}

/** `Ext.Doomed(receiver, …)` is how the tests write a static call. */
export function removable(text: string): (call: Invocation) => RemovableCall {
  return (call) => {
    const isStatic = call.receiver !== null && textOf(call.receiver, text) === 'Ext';
    return { call, form: isStatic ? 'static' : 'extension' };
  };
}

export function lines(...text: readonly string[]): string {
  return text.map((line) => `${line}\n`).join('');
}
