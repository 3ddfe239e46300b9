/** Spaces or tabs, as most lines of the file begin. */
export function unitOf(text: string): string {
  const indents = text.match(/^(?:\t+| {2,})(?=\S)/gm) ?? [];
  const tabs = indents.filter((indent) => indent.startsWith('\t')).length;
  if (tabs * 2 > indents.length) return '\t';
  const spaces = indents.filter((indent) => indent.startsWith(' ')).map(({ length }) => length);
  // What is wrapped may be aligned with anything; a level of its own begins at the smallest indentation.
  return ' '.repeat(Math.min(...spaces) === 2 ? 2 : 4);
}

/** Lines of code as they stand in a file: each tab that a line begins with is one level below the place. */
export function laidOut(code: string, indentation: string, lineEnd: string, unit: string): string {
  return code
    .split('\n')
    .map((line) => indentation + line.replace(/^\t+/, (levels) => unit.repeat(levels.length)))
    .join(lineEnd);
}
