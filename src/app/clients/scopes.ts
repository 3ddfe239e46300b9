/** Maskinporten's own way of listing scopes: with white space between them. */
export function scopesIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}
