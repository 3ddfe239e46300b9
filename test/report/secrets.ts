import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** Keys as people keep them, made anew for every run: none of them has ever opened anything. */
export function secretsOf(): Readonly<Record<string, string>> {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const jwk = JSON.stringify({ ...rsa.export({ format: 'jwk' }), kid: 'mykey', use: 'sig' });
  const spaced = JSON.stringify(rsa.export({ format: 'jwk' }), null, 2);
  const pem = String(rsa.export({ type: 'pkcs8', format: 'pem' }));
  return {
    'a JWK in base64': Buffer.from(jwk).toString('base64'),
    'a JWK in base64 that began with spaces': Buffer.from(spaced).toString('base64'),
    'a JWK in base64 with Windows line ends': Buffer.from(spaced.replaceAll('\n', '\r\n')).toString('base64'),
    'a JWK in base64url': Buffer.from(jwk).toString('base64url'),
    'a JWK of an elliptic curve in base64': Buffer.from(JSON.stringify(curve.export({ format: 'jwk' }))).toString(
      'base64',
    ),
    'the private part of a curve': privatePart(curve),
    'the private part of an RSA key': privatePart(rsa),
    'PEM on one line': pem.replaceAll('\n', ''),
    'PEM with escaped line ends': pem.replaceAll('\n', '\\n'),
    'PEM in base64': Buffer.from(pem).toString('base64'),
    'DER in base64': rsa.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    'DER of a curve in base64': curve.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    'PKCS#1 in base64': rsa.export({ type: 'pkcs1', format: 'der' }).toString('base64'),
    'random bytes in base64': randomBytes(48).toString('base64'),
  };
}

function privatePart(key: KeyObject): string {
  return key.export({ format: 'jwk' }).d ?? '';
}
