import { positionAt } from '../../../files/lines.ts';
import type { FileRange } from '../../../location.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { SyntaxNode } from '../../../syntax/csharp/node.ts';
import type { TokenUse } from '../../../words/token-uses.ts';

/** Why a person must rewrite a piece of code that asks for tokens itself, and where that is seen. */
export interface TokenObstacle {
  readonly use: TokenUse;
  readonly line: number;
  readonly at: FileRange;
}

export function obstacleAt(use: TokenUse, { start, end }: SyntaxNode, { path, text }: CSharpFile): TokenObstacle {
  return { use, line: positionAt(text, start).line, at: { file: path, start, end } };
}
