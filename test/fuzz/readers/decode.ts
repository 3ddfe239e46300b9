import { lineStarts, positionAt } from '../../../src/files/lines.ts';
import { holdsSecret, redactSecrets } from '../../../src/files/secret-text.ts';
import { decode, encode } from '../../../src/files/text.ts';
import { printable } from '../../../src/report/display-width.ts';
import { seedTexts } from '../input/seeds.ts';
import { bytesOf, fileOf, onlyPath } from '../input/tree.ts';
import { encoded, flipped } from '../mutate/bytes.ts';
import { hostilePiece, repeated } from '../mutate/hostile.ts';
import { demand, type Target } from '../target.ts';

/** Bytes to text and back, and what is done with any text: its lines, its secrets, what a terminal would obey. */
export const decodeTarget: Target = {
  name: 'decode',
  limitMs: 2_000,
  generate(random) {
    const text = random.among(seedTexts(/./)) ?? '';
    const odd = random.chance(0.3) ? text + repeated(hostilePiece(random), random) : text;
    const bytes = encoded(odd, random);
    return new Map([[onlyPath, fileOf(random.chance(0.5) ? flipped(bytes, random) : bytes)]]);
  },
  check(input) {
    const bytes = bytesOf(input);
    const source = decode(bytes);
    if (source === null) return;
    if (source.readOnly === null)
      demand(Buffer.from(encode(source)).equals(bytes), 'editable text encodes back to its bytes');
    const starts = lineStarts(source.text);
    for (const offset of [0, source.text.length >> 1, source.text.length]) {
      const { line, column } = positionAt(starts, offset);
      demand((starts[line - 1] ?? -1) + column - 1 === offset, 'a position leads back to its offset');
    }
    const shown = redactSecrets(source.text);
    demand(redactSecrets(shown) === shown, 'what is redacted has nothing left to redact');
    holdsSecret(source.text);
    const harmless = printable(source.text);
    demand(!/[\0-\x08\x0e-\x1a\x1b\x7f\u202a-\u202e\u2066-\u2069]/.test(harmless), 'what is printed moves no cursor');
  },
};
