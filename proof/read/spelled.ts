/** Text in ASCII, as the oracle writes it: half a surrogate pair has no form in JSON that every writer keeps. */
export function spelled(text: string): string {
  return text.replace(/[^ -[\]-~]/g, (character) => `\\${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
