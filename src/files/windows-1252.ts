/**
 * The code points of the bytes 0x80 to 0x9F; every other byte is its own code point. The five bytes that windows-1252
 * leaves open stand for C1 controls, as browsers read them, so that every byte comes back. Written out by hand because
 * Node's own decoder reads this range differently from one release to the next.
 */
const upperControls = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
];

export function decode(bytes: Buffer): string {
  const special = (character: string) => String.fromCharCode(upperControls[character.charCodeAt(0) - 0x80] ?? 0xfffd);
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, special);
}

export function encode(text: string): Uint8Array {
  return Uint8Array.from(text.split(''), (character) => {
    const code = character.charCodeAt(0);
    const upper = upperControls.indexOf(code);
    if (upper >= 0) return 0x80 + upper;
    if (code > 0xff || (code >= 0x80 && code <= 0x9f))
      throw new Error(`no windows-1252 byte for U+${code.toString(16)}`);
    return code;
  });
}
