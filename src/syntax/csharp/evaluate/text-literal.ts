/** From the source of a literal to its text; null where the language would refuse it. */

const simpleEscapes = new Map(
  Object.entries({
    "'": "'",
    '"': '"',
    '\\': '\\',
    '0': '\0',
    a: '\x07',
    b: '\b',
    e: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
  }),
);

const escapePattern = /\\(x[\dA-Fa-f]{1,4}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|.|$)/gs;

export function stringLiteralText(source: string): string | null {
  if (/"u8$/i.test(source)) return null;
  if (source.startsWith('"""')) return rawLiteralText(source);
  // Parsed as if it were `@""`.
  if (source === '$""') return '';
  if (source.startsWith('@"')) return source.slice(2, -1).replaceAll('""', '"');
  return unescaped(source.slice(1, -1));
}

export function characterLiteralText(source: string): string | null {
  const text = unescaped(source.slice(1, -1));
  return text?.length === 1 ? text : null;
}

export function unescaped(content: string): string | null {
  let valid = true;
  const text = content.replace(escapePattern, (_whole, escaped: string) => {
    const simple = simpleEscapes.get(escaped);
    if (simple !== undefined) return simple;
    const code = /^[xuU]./.test(escaped) ? Number.parseInt(escaped.slice(1), 16) : Number.POSITIVE_INFINITY;
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    valid = false;
    return '';
  });
  return valid ? text : null;
}

function rawLiteralText(source: string): string | null {
  const quotes = /^"+/.exec(source)?.[0].length ?? 0;
  return rawText(source.slice(quotes, -quotes));
}

/** What stands between the quotes of a raw literal, without the indentation that its last line sets. */
export function rawText(content: string): string | null {
  const opening = /^[^\S\r\n\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])/.exec(content);
  if (opening === null) return content;
  // Lines and the ends between them, in turn.
  const parts = content.slice(opening[0].length).split(/(\r\n|[\r\n\x85\u2028\u2029])/);
  const indentation = parts.pop() ?? '';
  const lastEnd = parts.pop();
  if (lastEnd === undefined || indentation.trim() !== '') return null;
  const unindented = parts.map((part, index) => (index % 2 === 0 ? unindent(part, indentation) : part));
  return unindented.every((part) => part !== null) ? unindented.join('') : null;
}

function unindent(line: string, indentation: string): string | null {
  if (line.startsWith(indentation)) return line.slice(indentation.length);
  return line.trim() === '' && indentation.startsWith(line) ? '' : null;
}
