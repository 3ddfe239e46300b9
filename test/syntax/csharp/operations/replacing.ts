import { applyTidily } from '../../../../src/files/blank-lines.ts';
import type { TextEdit } from '../../../../src/files/edits.ts';
import type { CSharpFile } from '../../../../src/syntax/csharp/file.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../../src/syntax/csharp/invocation.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import type { Link } from '../../../../src/syntax/csharp/operations/link-layout.ts';
import { replaceCall } from '../../../../src/syntax/csharp/operations/replace-call.ts';
import type { Rewrite } from '../../../../src/syntax/csharp/operations/rewrite.ts';
import { rewriteTogether } from '../../../../src/syntax/csharp/operations/rewrite-together.ts';
import { parsed } from '../sources.ts';
import { judge } from './removal.ts';

/** What `Old<D, C>(…)` becomes when it registers something. */
const registering: readonly Link[] = [
  { name: 'Add', typeArguments: ['C'], arguments: [] },
  { name: 'Use', typeArguments: [], arguments: ['"a"', '"b"'] },
];

/** What it becomes as a mere link of a chain. */
export const attaching: readonly Link[] = [{ name: 'Use', typeArguments: [], arguments: ['"a"', '"b"'] }];

export interface Replacing {
  readonly links?: readonly Link[];
  /** Whether `Typed(…)` behind it goes as well. */
  readonly folds?: boolean;
  /** The text of the argument that stands in the new links. */
  readonly keeps?: string;
}

/** The text with every `Old(…)` replaced; `Ext.Old(receiver, …)` is how the tests write a static call. */
export function replaced(text: string, replacing: Replacing = {}): string {
  const file = parsed(text);
  return rewritten(file, replacements(file, replacing));
}

export function replacements(file: CSharpFile, { links = registering, folds = false, keeps }: Replacing = {}) {
  return callsOf('Old', file).map((call) => {
    const isStatic = call.receiver !== null && textOf(call.receiver, file.text) === 'Ext';
    const kept = call.arguments.find(({ value }) => textOf(value, file.text) === keeps);
    return replaceCall(file, call, {
      receiver: (isStatic && call.arguments[0]?.value) || null,
      through: folds ? endOfTyped(call, file) : call.end,
      links,
      keeps: kept ? [kept.value] : [],
    });
  });
}

function endOfTyped(call: Invocation, file: CSharpFile): number {
  return callsOf('Typed', file).find(({ receiver }) => receiver === call.node)?.end ?? call.end;
}

export function callsOf(name: string, file: CSharpFile): readonly Invocation[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const call = readInvocation(node, file.text);
    return call?.name === name ? [call] : [];
  });
}

/** The text after the rewrites, all together; or why one of them was not made. */
export function rewritten(file: CSharpFile, rewrites: readonly Rewrite[], idleTypes: readonly string[] = []): string {
  const edits: TextEdit[] = [];
  for (const operation of rewriteTogether(file, rewrites, judge, idleTypes)) {
    if (operation.kind === 'refused') return `refused: ${operation.refusal}`;
    edits.push(...operation.edits);
  }
  return applyTidily(file.text, edits);
}
