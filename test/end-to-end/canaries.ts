import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';

/** A secret that nobody has seen before, and every stretch of it that would give something away. */
export interface Canary {
  readonly text: string;
  readonly parts: ReadonlySet<string>;
}

export type CanaryForm = keyof typeof made;

/** Long enough to find the rest by, too short to be there by chance. */
const shown = 12;
/** Two keys have this much in common only where they must. */
const familiar = 8;

const made = {
  jwk: () => JSON.stringify(jwk()),
  prettyJwk: () => JSON.stringify(jwk(), null, 2),
  base64Jwk: () => Buffer.from(JSON.stringify(jwk())).toString('base64'),
  base64UrlJwks: () => Buffer.from(JSON.stringify({ keys: [jwk()] })).toString('base64url'),
  pem: () => pem(),
  base64Pem: () => Buffer.from(pem()).toString('base64'),
  base64Der: () => privateKey().export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  clientSecret: () => `${word(3)}8Q~${word(34)}`,
  dottedClientSecret: () => `${word(3)}8Q~${word(15)}.${word(18)}`,
  hex: () => randomBytes(32).toString('hex'),
  password: () => word(20),
  plainPassword: () => `hemmelig-${randomInt(1e6, 1e7)}-passord`,
};

export function canary(form: CanaryForm): Canary {
  const text = made[form]();
  const common = commonOf(form);
  const isOwn = (part: string) => ![...stretchesOf(part, familiar)].some((stretch) => common.has(stretch));
  return { text, parts: new Set([...stretchesOf(text, shown)].filter(isOwn)) };
}

const known = new Map<CanaryForm, ReadonlySet<string>>();

/** What others of its kind have as well, such as the names in a JWK, gives nothing away. */
function commonOf(form: CanaryForm): ReadonlySet<string> {
  const before = known.get(form);
  if (before !== undefined) return before;
  const others = Array.from({ length: 12 }, () => [...stretchesOf(made[form](), familiar)]);
  const common = new Set(others.flat());
  known.set(form, common);
  return common;
}

function stretchesOf(text: string, length: number): ReadonlySet<string> {
  const words = text.match(/[A-Za-z0-9+/_~-]{8,}/g) ?? [];
  return new Set(
    words.flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - length + 1) }, (_, start) => word.slice(start, start + length)),
    ),
  );
}

/** What of the canaries shows in a text, with what stands around it. */
export function leaksIn(text: string, canaries: ReadonlyMap<string, Canary>): readonly string[] {
  const places = new Map(
    [...canaries].flatMap(([place, { parts }]) => [...parts].map((part) => [part, place] as const)),
  );
  const leaks = new Map<string, string>();
  for (let at = 0; at + shown <= text.length; at++) {
    const place = places.get(text.slice(at, at + shown));
    if (place !== undefined && !leaks.has(place)) {
      leaks.set(place, `${place}: …${text.slice(Math.max(0, at - 100), at + 60)}…`);
    }
  }
  return [...leaks.values()];
}

function privateKey() {
  return generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
}

function jwk() {
  return { kid: 'canary', use: 'sig', ...privateKey().export({ format: 'jwk' }) };
}

function pem(): string {
  return String(privateKey().export({ type: 'pkcs8', format: 'pem' }));
}

/** Letters of both cases and digits, as a generated password has them. */
function word(length: number): string {
  const letters = randomBytes(length * 4)
    .toString('base64')
    .replace(/[+/=]/g, '');
  return `${letters.slice(0, length - 2)}7x`;
}
