/** The text as a string literal on one line. */
export function literal(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  // Control characters, and what else the language takes for the end of a line.
  return `"${escaped.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${hex(character)}`)}"`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
