import { Refusal } from './refusal.ts';

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Decodes character references and the five predefined entities; there are no others without a DOCTYPE. */
function decodeReferences(text: string, offset: number): string {
  const ampersand = text.indexOf('&');
  if (ampersand === -1) return text;
  let decoded = '';
  let done = 0;
  for (let at = ampersand; at !== -1; at = text.indexOf('&', done)) {
    const reference = referenceAt(text, at, offset + at);
    decoded += text.slice(done, at) + reference.value;
    done = at + reference.length;
  }
  return decoded + text.slice(done);
}

function referenceAt(text: string, at: number, offset: number): { readonly value: string; readonly length: number } {
  const reference = /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([^\s&;<"']+));/y;
  reference.lastIndex = at;
  const found = reference.exec(text);
  if (!found) throw new Refusal('bare-ampersand', offset);
  const [whole, hexadecimal, decimal, entity] = found;
  const value = entity === undefined ? characterOf(hexadecimal, decimal) : predefined.get(entity);
  if (value !== undefined) return { value, length: whole.length };
  if (entity === undefined || entity.startsWith('#')) throw new Refusal('invalid-character-reference', offset);
  throw new Refusal('unknown-entity', offset, entity);
}

function characterOf(hexadecimal: string | undefined, decimal: string | undefined): string | undefined {
  const code = hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16);
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}

/** XML reads every written line end as a line feed; one from `&#13;` stays. Checked first, so that an error has its true offset. */
export function decodeText(text: string, offset: number): string {
  const decoded = decodeReferences(text, offset);
  return text.includes('\r') ? decodeReferences(text.replace(/\r\n?/g, '\n'), offset) : decoded;
}

/** In an attribute a written line end or tab is a space. */
export function decodeAttribute(text: string, offset: number): string {
  const decoded = decodeReferences(text, offset);
  return /[\r\n\t]/.test(text) ? decodeReferences(text.replace(/\r\n|[\r\n\t]/g, ' '), offset) : decoded;
}
