import type { CommentPlace, Registration } from './registrations.ts';

/** Writes lines of C#, and remembers the comments among them. */
export interface Pen {
  readonly unit: string;
  readonly comments: string[];
}

/** The comment for a place as a list of one; of none where there is none. */
export function comment(
  pen: Pen,
  { number, comments }: Registration,
  place: CommentPlace,
  form: 'line' | 'inline',
): readonly string[] {
  if (!comments.includes(place)) return [];
  const text = `c${number} ${place}.`;
  pen.comments.push(text);
  return [form === 'line' ? `// ${text}` : `/* ${text} */`];
}

export function indented({ unit }: Pen, lines: readonly string[]): readonly string[] {
  return lines.map((line) => unit + line);
}

/** The second text goes on where the first ends. */
export function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  const [head = '', ...rest] = second;
  return [...first.slice(0, -1), (first.at(-1) ?? '') + head, ...rest];
}
