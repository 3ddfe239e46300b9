/** Maskinporten's own way of listing scopes: with white space between them. */
export function scopesIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/** The same text for the same scopes, in whatever order they are named. */
export function scopeSetIn(text: string): string {
  return [...new Set(scopesIn(text))].sort().join(' ');
}
