import type { Range } from '../location.ts';
import { type Commented, commented } from './commented.ts';

/** Comments of a Dockerfile are whole lines, also between the lines of one instruction; a here-document has none. */
export function commentedDockerfile(text: string): Commented {
  const comments: Range[] = [];
  const instructions: Range[] = [];
  const documents: string[] = [];
  let goesOn = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const range = { start: index + line.search(/\S/), end: index + line.length };
    const isInside = documents.length > 0;
    if (!isInside && line.trimStart().startsWith('#')) {
      comments.push(range);
      continue;
    }
    const begun = isInside || goesOn ? instructions.pop() : undefined;
    instructions.push({ start: begun?.start ?? range.start, end: range.end });
    if (isInside) {
      if (line.trim() === documents[0]) documents.shift();
      continue;
    }
    goesOn = /\\[ \t]*$/.test(line);
    documents.push(...[...line.matchAll(/<<-?(["']?)(\w+)\1/g)].map(([, , name = '']) => name));
  }
  return commented(text, comments, (offset) => instructions.find(({ start }) => start === offset) ?? null);
}
