import { lineAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import type { SyntaxNode } from '../node.ts';
import { textOf } from '../node.ts';

/** The line above a constructor or class that documents one of its parameters by name, if it is one line. */
export function documentationOf(name: string, owner: SyntaxNode, text: string): Range | null {
  const tag = new RegExp(`^///\\s*<param\\s+name="${name}"\\s*(/>|>.*</param>)\\s*$`);
  for (const comment of commentsAbove(owner)) {
    const line = lineAt(text, comment.start);
    if (tag.test(textOf(comment, text).trim())) return { start: line.start, end: line.next };
  }
  return null;
}

function commentsAbove(owner: SyntaxNode): readonly SyntaxNode[] {
  const siblings = owner.parent?.children ?? [];
  const above: SyntaxNode[] = [];
  for (let index = siblings.indexOf(owner) - 1; siblings[index]?.kind === 'comment'; index--) {
    const comment = siblings[index];
    if (comment) above.push(comment);
  }
  return above;
}
