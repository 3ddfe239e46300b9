import type { CSharpFile } from '../file.ts';
import type { CommentJudge } from './comments.ts';
import type { RemovableCall } from './doomed-call.ts';
import { type Operation, refused } from './operation.ts';
import { rewriteTogether } from './rewrite-together.ts';

export type { RemovableCall } from './doomed-call.ts';

/** Calls that are to go, and nothing else. */
export function removeCalls(
  file: CSharpFile,
  calls: readonly RemovableCall[],
  judge: CommentJudge,
): readonly Operation[] {
  const rewrites = calls.map((call) => ({ kind: 'remove-call', call }) as const);
  return rewriteTogether(file, rewrites, judge);
}

export function removeCall(file: CSharpFile, call: RemovableCall, judge: CommentJudge): Operation {
  return removeCalls(file, [call], judge)[0] ?? refused('not-found');
}
