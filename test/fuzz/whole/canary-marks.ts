import { type Canary, type CanaryForm, canary, leaksIn } from '../../end-to-end/canaries.ts';
import type { Entry, Tree } from '../input/tree.ts';
import type { Random } from '../random.ts';

/**
 * A secret stands in an input as a mark, and becomes one when the input is used: so inputs are the same every time, and
 * no kept input holds a key.
 */
const markPattern = /canary-(jwk|base64Jwk|base64UrlJwks|pem|base64Pem|base64Der|clientSecret|password)-canary/g;

const forms: readonly [CanaryForm, ...CanaryForm[]] = [
  'jwk',
  'base64Jwk',
  'base64UrlJwks',
  'base64Pem',
  'base64Der',
  'clientSecret',
];

/** Keys take long to make; one of each form is enough for a run. */
const made = new Map<CanaryForm, Canary>();

function canaryMark(random: Random): string {
  return `canary-${random.pick(forms)}-canary`;
}

/** Puts marks into texts, where a value of the language would stand: in place of what is between two quotes. */
export function withCanaries(text: string, random: Random): string {
  const quoted = [...text.matchAll(/"[^"\n]{0,200}"/g)];
  let result = text;
  for (let count = 1 + random.below(3); count > 0; count--) {
    const place = random.among(quoted);
    if (place === undefined) break;
    result = result.replace(place[0], () => `"${canaryMark(random)}"`);
  }
  return result;
}

export function laid(tree: Tree): Tree {
  return new Map([...tree].map(([path, entry]) => [path, laidEntry(entry)]));
}

function laidEntry(entry: Entry): Entry {
  if (entry.kind !== 'file' || !entry.bytes.includes('canary-')) return entry;
  const text = entry.bytes.toString('latin1');
  const filled = text.replace(markPattern, (_, form: CanaryForm) => inQuotes(secret(form).text));
  return { kind: 'file', bytes: Buffer.from(filled, 'latin1') };
}

export function leaks(shown: string): readonly string[] {
  return leaksIn(shown, made);
}

function secret(form: CanaryForm): Canary {
  const known = made.get(form) ?? canary(form);
  made.set(form, known);
  return known;
}

function inQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
