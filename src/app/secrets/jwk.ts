import type { Range } from '../../location.ts';

/** Quotes as JSON, C#, XML and text within text write them; the bounds keep hostile text from being walked over and over. */
const quotes = `(?:["'\\\\\\]]|u00(?:22|27)|&(?:quot|#34|#39);){0,16}`;
const between = `${quotes}\\s{0,40}(?:=>|[:=,])\\s{0,40}[$@]{0,2}${quotes}`;
const start = `(?:(?<![A-Za-z0-9])|(?<=u0022))`;
const keyType = new RegExp(`${start}kty${between}(RSA|EC|OKP)(?![A-Za-z0-9])`, 'gi');
const privatePart = new RegExp(`${start}d${between}([A-Za-z0-9_-]{40,1500})(?![A-Za-z0-9_-])`, 'gi');

/** Bytes of the private part; what is shorter than 30 is not looked at. */
const sizes: Readonly<Record<string, (bytes: number) => boolean>> = {
  RSA: (bytes) => bytes >= 64 && bytes <= 1024,
  EC: (bytes) => bytes <= 66,
  OKP: (bytes) => [32, 56, 57].includes(bytes),
};
/** A key of 8192 bits is not longer. */
const reach = 12_000;

/** Where the private part of each JWK of a text stands; what has none, or a placeholder, is no private key. */
export function privateJwks(text: string): readonly Range[] {
  const types = [...text.matchAll(keyType)].map((match) => ({ at: match.index, type: (match[1] ?? '').toUpperCase() }));
  if (types.length === 0) return [];
  let first = 0;
  return [...text.matchAll(privatePart)].flatMap((match) => {
    const at = match.index;
    while (first < types.length && (types[first]?.at ?? 0) < at - reach) first++;
    const value = match[1] ?? '';
    const bytes = Math.floor((value.length * 3) / 4);
    const near = types.slice(first, first + 64).filter((one) => one.at < at + reach);
    const isKey = isRandom(value) && near.some(({ type }) => sizes[type]?.(bytes) === true);
    return isKey ? [{ start: at, end: at + match[0].length }] : [];
  });
}

/** A row of crosses has the length of a key too. */
function isRandom(value: string): boolean {
  return new Set(value).size >= 12;
}
