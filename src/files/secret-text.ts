import { hexPattern, secretPatterns, valuePatterns } from './secret-patterns.ts';

/** Anything long enough to be a key, or cut off before its end; `isRandom` tells it from words. */
const candidate = /(?<![A-Za-z0-9+/_~-])(?:[A-Za-z0-9+/_~-]{32,}={0,2}|[A-Za-z0-9+/_~-]{12,}(?=…))/g;
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Between two pieces of one text. */
const joint = /("\s{0,200}\+\s{0,200}[$@]{0,2}"|'\s{0,200}\+\s{0,200}')/;
const maskedRun = /\0+/g;

/** What stands in place of a secret. */
export const redacted = '•••';

export function redactSecrets(text: string): string {
  return replaceSecrets(text, () => redacted);
}

export function holdsSecret(text: string): boolean {
  return redactSecrets(text) !== text;
}

/** Rules and reports ask about one text once for each of its findings. */
const searched = new Map<string, ReadonlySet<string>>();
const maxSearched = 8;

/** The lines, without their ends, that show any part of a secret, also of one that spans several lines. */
export function linesWithSecrets(text: string): ReadonlySet<string> {
  const known = searched.get(text);
  if (known !== undefined) return known;
  const found = searchLines(text);
  if (searched.size >= maxSearched) searched.clear();
  searched.set(text, found);
  return found;
}

function searchLines(text: string): ReadonlySet<string> {
  const masked = replaceSecrets(text, mask);
  if (masked === text) return new Set();
  // A lone `\r` ends a line for the compiler, and not for git.
  return new Set(
    [/\r?\n/, /\r\n|\n|\r/].flatMap((end) => {
      const maskedLines = masked.split(end);
      return text.split(end).filter((line, index) => line !== maskedLines[index]);
    }),
  );
}

/** Text that the patterns cannot get through, such as one word of several megabytes, counts as a secret altogether. */
function replaceSecrets(text: string, replacement: (secret: string) => string): string {
  try {
    return replaceByPatterns(replaceInPieces(text, replacement), replacement);
  } catch (error) {
    if (error instanceof RangeError) return replacement(text);
    throw error;
  }
}

/** A key in pieces, `"…" + "…"`, is known by the whole; so what joins them is left out while it is looked for. */
function replaceInPieces(text: string, replacement: (secret: string) => string): string {
  const pieces = text.split(joint);
  if (pieces.length === 1) return text;
  const whole = pieces.filter((_, index) => index % 2 === 0).join('');
  const masked = replaceByPatterns(whole, mask);
  if (masked === whole) return text;
  let at = 0;
  const shown = pieces.map((piece, index) => {
    if (index % 2 === 1) return piece;
    const from = at;
    at += piece.length;
    return masked
      .slice(from, at)
      .replace(maskedRun, (run, start: number) => replacement(piece.slice(start, start + run.length)));
  });
  return shown.join('');
}

function mask(secret: string): string {
  return secret.replace(/[^\r\n]/g, '\0');
}

function replaceByPatterns(text: string, replacement: (secret: string) => string): string {
  const byPattern = [...secretPatterns, hexPattern].reduce(
    (clean, pattern) => clean.replace(pattern, (it) => replacement(it)),
    text,
  );
  const byValue = valuePatterns.reduce(
    (clean, pattern) => clean.replace(pattern, (_, before: string, value: string) => before + replacement(value)),
    byPattern,
  );
  return byValue.replace(candidate, (word) => (isRandom(word) ? replacement(word) : word));
}

/**
 * Words change between upper case, lower case and digits at their beginnings; random characters do so every other time.
 */
function isRandom(word: string): boolean {
  const letters = word.replace(guid, '').replace(/[^A-Za-z0-9]/g, '');
  if (letters.length < 10) return false;
  const kinds = [...letters].map((letter) => (letter <= '9' ? 'digit' : letter <= 'Z' ? 'upper' : 'lower'));
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  if (count('digit') < 1 || count('upper') < 2 || count('lower') < 2) return false;
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  // Names of short words change often too, and have few digits.
  return changes / letters.length > (count('digit') > 1 ? 0.36 : 0.45);
}
