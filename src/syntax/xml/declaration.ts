import type { Encoding } from '../../files/text.ts';
import type { Range } from '../../location.ts';
import { Refusal } from './refusal.ts';

/** Fewer characters than those that count as white space elsewhere. */
const blank = '[ \\t\\r\\n]';
const equals = `${blank}*=${blank}*`;
const version = `${blank}+version${equals}(?:"1\\.[0-9]+"|'1\\.[0-9]+')`;
const name = '([A-Za-z][A-Za-z0-9._-]*)';
const encodingStated = `${blank}+encoding${equals}(?:"${name}"|'${name}')`;
const standalone = `${blank}+standalone${equals}(?:"(?:yes|no)"|'(?:yes|no)')`;
const declaration = new RegExp(`^<\\?xml${version}(?:${encodingStated})?(?:${standalone})?${blank}*\\?>`);

/** The XML declaration, if the text begins with one. */
export function readDeclaration(text: string, encoding: Encoding): Range | null {
  if (!/^<\?xml[\s?]/.test(text)) {
    if (encoding === 'windows-1252') throw new Refusal('encoding-mismatch', 0, 'utf-8');
    return null;
  }
  const found = declaration.exec(text);
  if (!found) throw new Refusal('invalid-declaration', 0);
  const declared = (found[1] ?? found[2])?.toLowerCase();
  if (!agrees(declared, encoding, text)) throw new Refusal('encoding-mismatch', 0, declared ?? 'utf-8');
  return { start: 0, end: found[0].length };
}

const singleByte = new Set(['iso-8859-1', 'latin1', 'windows-1252', 'us-ascii', 'ascii']);

/** Text is named windows-1252 when its bytes are not UTF-8. ASCII bytes are the same in all of these but UTF-16. */
function agrees(declared: string | undefined, encoding: Encoding, text: string): boolean {
  switch (encoding) {
    case 'utf-8':
      return declared === undefined || /^utf-?8$/.test(declared) || (singleByte.has(declared) && isAscii(text));
    case 'windows-1252':
      return declared !== undefined && singleByte.has(declared);
    case 'utf-16le':
    case 'utf-16be':
      return declared === undefined || declared === 'utf-16' || declared === encoding;
  }
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);
