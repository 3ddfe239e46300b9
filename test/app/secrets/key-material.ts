import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Keys made anew for every run: none of them has ever opened anything. */
export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const edwards = generateKeyPairSync('ed25519');

export function jwkOf(key: KeyObject): Record<string, unknown> {
  return { ...key.export({ format: 'jwk' }), kid: 'made-for-a-test' };
}

export function pemOf(key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1' | 'spki', password?: string): string {
  const locked = password === undefined ? {} : { cipher: 'aes-256-cbc', passphrase: password };
  return String(key.export({ type, format: 'pem', ...locked }));
}

export function derOf(key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1' | 'spki'): Buffer {
  return key.export({ type, format: 'der' });
}

export function base64(text: string | Buffer): string {
  return (typeof text === 'string' ? Buffer.from(text) : text).toString('base64');
}

/** A store as `openssl pkcs12 -export` nests it, with a key or with nothing but a certificate. */
export function pkcs12With(content: 'key' | 'certificate'): Buffer {
  const bag = content === 'key' ? oids.shroudedKeyBag : oids.certificateBag;
  const locked = derOf(rsa.privateKey, 'pkcs8');
  const bags = sequence(sequence(bag, tagged(0xa0, sequence(sequence(oids.pbes2), tagged(0x04, locked)))));
  const safe = sequence(sequence(oids.data, tagged(0xa0, tagged(0x04, bags))));
  return sequence(Buffer.from([2, 1, 3]), sequence(oids.data, tagged(0xa0, tagged(0x04, safe))));
}

const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const oids = {
  data: oid('2a864886f70d010701'),
  pbes2: oid('2a864886f70d01050d'),
  shroudedKeyBag: oid('2a864886f70d010c0a0102'),
  certificateBag: oid('2a864886f70d010c0a0103'),
};

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** What a certificate looks like from outside: never a private key. */
export function certificate(): Buffer {
  const body = sequence(tagged(0xa0, Buffer.from([2, 1, 2])), tagged(0x02, Buffer.alloc(16, 7)), sequence(oids.pbes2));
  return sequence(body, sequence(oids.pbes2), derOf(rsa.publicKey, 'spki'));
}
