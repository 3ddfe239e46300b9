/** Each character in turn, so that what replaces one is never replaced itself. */
export function replacedBy(replacements: Readonly<Record<string, string>>): (text: string) => string {
  return (text) => [...text].map((character) => replacements[character] ?? character).join('');
}
