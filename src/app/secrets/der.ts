export type DerKey = 'private-key' | 'encrypted-private-key' | 'pkcs12';

/**
 * How the DER of a private key begins, a byte a character. A certificate, a public key and a signed message begin
 * otherwise, though all of them begin with `MII` in base64.
 */
const length = '(?:[\\x00-\\x80]|\\x81[^]|\\x82[^]{2}|\\x83[^]{3})';
const sequence = `0${length}`;
const beginnings: Readonly<Record<DerKey, readonly RegExp[]>> = {
  'private-key': [
    // PKCS#8: the version, the algorithm.
    new RegExp(`^${sequence}\\x02\\x01[\\x00\\x01]${sequence}\\x06[\\x03-\\x09]`),
    // PKCS#1: the version, the modulus.
    new RegExp(`^${sequence}\\x02\\x01\\x00\\x02(?:[\\x40-\\x7f]|\\x81[^]|\\x82[^]{2})`),
    // SEC 1: the version, the number itself.
    new RegExp(`^${sequence}\\x02\\x01\\x01\\x04[\\x14-\\x50]`),
  ],
  // The algorithm, one of PKCS#5 or PKCS#12.
  'encrypted-private-key': [
    new RegExp(`^${sequence}${sequence}\\x06[\\x09-\\x0b]\\x2a\\x86\\x48\\x86\\xf7\\x0d\\x01(?:\\x05|\\x0c\\x01)`),
  ],
  // Version 3, data or signed data.
  pkcs12: [
    new RegExp(`^${sequence}\\x02\\x01\\x03${sequence}\\x06\\x09\\x2a\\x86\\x48\\x86\\xf7\\x0d\\x01\\x07[\\x01\\x02]`),
  ],
};
/** A bag with a key, or something encrypted that may hold one: a store of nothing but certificates has neither. */
const keyBag = /\x2a\x86\x48\x86\xf7\x0d\x01(?:\x0c\x0a\x01[\x01\x02]|\x07[\x03\x06])/;
/** Enough for one of 256 bits. */
const smallest = 40;

/** Which key these bytes are, a byte a character; what is cut off or followed by something else is still one. */
export function derKeyIn(bytes: string): DerKey | null {
  if (bytes.length < smallest || bytes.length < 0.9 * declaredLength(bytes)) return null;
  const fits = (kind: DerKey) => beginnings[kind].some((beginning) => beginning.test(bytes));
  if (fits('pkcs12')) return keyBag.test(bytes) ? 'pkcs12' : null;
  return fits('private-key') ? 'private-key' : fits('encrypted-private-key') ? 'encrypted-private-key' : null;
}

/** 0 where the end is only marked, as old tools do. */
function declaredLength(bytes: string): number {
  const first = bytes.charCodeAt(1);
  if (first < 0x80) return first;
  return [...bytes.slice(2, 2 + first - 0x80)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
}
