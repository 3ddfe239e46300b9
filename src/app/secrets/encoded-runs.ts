import type { Range } from '../../location.ts';

/** Base64 as it stands in a text, decoded; a byte a character. */
interface EncodedRun extends Range {
  readonly bytes: string;
}

/** How JSON (also with a byte-order mark or in UTF-16), DER, PEM and base64 of these begin in base64. */
const beginnings = '(?:eyJ|eyA|ew[o0Ak]|77u/|//57|W[3wy]|M[IHC]|LS0tLS1|ZX[ld]|TUlJ|TFMwdExT)';
const beginning = new RegExp(`(?<![A-Za-z0-9+/_-])${beginnings}[A-Za-z0-9+/_-]{37}`, 'g');
/** The same in one expression, to know whether a file is worth reading. */
export const encodedBeginning = beginning.source;

const piece = /(?:[A-Za-z0-9+/_-]|\\{1,2}(?:u002[bBfF]|\/))+/y;
/** From one line of it to the next, also where each is a literal of its own. */
const joint = /(?:["']\s{0,40}\+?\s{0,200}["']|(?:\\[nr]){0,2}\s{0,200})(?=[A-Za-z0-9+/_-])/y;
const longest = 256 * 1024;

/** What may be a key in base64, on one line or wrapped. */
export function encodedRuns(text: string): readonly EncodedRun[] {
  const runs: EncodedRun[] = [];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    const { encoded, end } = collect(text, match.index);
    runs.push({ start: match.index, end, bytes: Buffer.from(encoded, 'base64').toString('latin1') });
    beginning.lastIndex = end;
  }
  return runs;
}

/** Lines of wrapped base64 are equally long but for the last: whatever else follows does not belong to it. */
function collect(text: string, start: number): { readonly encoded: string; readonly end: number } {
  const first = pieceAt(text, start);
  let encoded = first;
  let end = start + first.length;
  while (encoded.length < longest) {
    joint.lastIndex = end;
    const gap = joint.exec(text)?.[0].length ?? 0;
    const next = pieceAt(text, end + gap);
    if (next.length > first.length) break;
    encoded += next;
    end += gap + next.length;
    if (next.length < first.length) break;
  }
  return { encoded: plain(encoded.slice(0, longest)), end };
}

function pieceAt(text: string, at: number): string {
  piece.lastIndex = at;
  return piece.exec(text)?.[0] ?? '';
}

/** JSON may write `+` and `/` as escapes. */
function plain(encoded: string): string {
  return encoded.replace(/\\{1,2}u002b/gi, '+').replace(/\\{1,2}(?:u002f|\/)/gi, '/');
}
