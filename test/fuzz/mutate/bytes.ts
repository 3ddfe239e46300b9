import type { Random } from '../random.ts';

/** The text in bytes as some editor or tool would leave them: mostly UTF-8. */
export function encoded(text: string, random: Random): Buffer {
  if (random.chance(0.8)) return Buffer.from(text, 'utf8');
  switch (random.below(7)) {
    case 0:
      return Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text, 'utf8')]);
    case 1:
      return Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    case 2:
      return Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(text, 'utf16le').swap16()]);
    case 3:
      return Buffer.from(text.replace(/ /g, '\xa0'), 'latin1');
    case 4:
      return Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le').subarray(1)]);
    case 5:
      return Buffer.from(text, 'utf16le');
    default:
      return flipped(Buffer.from(text, 'utf8'), random);
  }
}

/** Some bytes are others, too many or missing. */
export function flipped(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = random.below(result.length + 1);
    const byte = Buffer.of(random.pick([0, 0x80, 0xff, 0xc3, 0xed, 0xef, 0x0a, 0x0d, random.below(256)]));
    const rest = result.subarray(random.chance(0.5) ? at + 1 : at);
    result = Buffer.concat([result.subarray(0, at), random.chance(0.3) ? Buffer.alloc(0) : byte, rest]);
  }
  return result;
}
