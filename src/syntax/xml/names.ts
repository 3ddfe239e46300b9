const nameStart =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';

/** XML's `Name`, as the source of a regular expression with the `u` flag. */
export const namePattern = `[${nameStart}][-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040${nameStart}]*`;

export const whiteSpace = '[ \\t\\r\\n]';

/** `a`, `p:a`; null for what namespaces do not allow, such as `:a` or `a:b:c`. */
export function splitName(name: string): { readonly prefix: string | null; readonly localName: string } | null {
  const parts = name.split(':');
  const [first = '', second] = parts;
  if (parts.length > 2 || first === '' || second === '') return null;
  if (second === undefined) return { prefix: null, localName: first };
  return /^[-.0-9\xB7]/.test(second) ? null : { prefix: first, localName: second };
}

export function isQualifiedName(name: string): boolean {
  return new RegExp(`^${namePattern}$`, 'u').test(name) && splitName(name) !== null;
}
