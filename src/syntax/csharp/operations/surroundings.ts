import type { CSharpFile } from '../file.ts';
import type { SyntaxNode } from '../node.ts';
import type { CommentJudge } from './comments.ts';

/** Where calls are removed from: one view of a file. */
export interface Surroundings {
  readonly file: CSharpFile;
  readonly root: SyntaxNode;
  readonly text: string;
  readonly judge: CommentJudge;
  /** Types whose objects are mere data: making one does nothing else. */
  readonly idleTypes: readonly string[];
}
