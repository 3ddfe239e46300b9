/**
 * What looks like the value of a key or a password, wherever it stands. Reports and patches pass through here, so that
 * no value leaves the tool; a harmless string too many is the price. What looks back over white space looks first
 * whether it stands at the end of it: a long run of it would be walked once for each of its characters.
 */
const secretPatterns: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g,
  // The private parts of a JWK, also inside a C# string, where quotes are escaped, doubled or single.
  /(?<=["'](?:d|p|q|dp|dq|qi|k)\\*["']{1,2}\s*:\s*\\*["']{1,2})[A-Za-z0-9_-]{16,}/g,
  // Base64 of JSON, of DER or of PEM, as keys are stored.
  /(?<![A-Za-z0-9+/_-])(?:eyJ|eyA|ewo|ew0K|MII|LS0tLS1CRUdJTi)[A-Za-z0-9+/_=-]{24,}/g,
  // A value given to something that is named for a secret: quoted, in a connection string, as an element, after `__`.
  // What a pipeline fills in, as in `#{Key}#`, is no value yet; nor is what follows two quotes with nothing between.
  /(?<=(?:Secret|EncodedJwk|JwkBase64|EncodedX509|Password|Passwd|Pwd|ApiKey|AccessKey|AccountKey|PrivateKey)(?:\\*["']{1,2})?\]?\s*(?:[:=]|=>|,|\?\?=)\s*[$@]*(\\*"{1,2}|'))(?!\s|\1|[#$%]?[{(<]|(?<="\\*")[,;)\]}])[^"'\r\n]{6,}?(?=\\{0,8}["'\r\n]|$)/gi,
  /(?=[^<>\s$%])(?<=(?:Secret|EncodedJwk|JwkBase64|EncodedX509|Password|Passwd|Pwd|ApiKey|AccessKey|AccountKey|PrivateKey)>\s*)[^<>]{6,}(?=<)/gi,
  /(?<=(?:Password|Pwd|AccountKey|SharedAccessKey|Secret|EncodedJwk|JwkBase64)=)[^\s;"'<>(){}$]{6,}/gi,
  /(?=\S)(?<=(?:ClientSecret|EncodedJwk|JwkBase64|EncodedX509|Password|ApiKey|AccessKey|PrivateKey)\s*:[ \t]+)(?=\S*\d)[^\s"'{}[\](),;.$]{8,}/gi,
  // The password in an address: `https://user:password@host`.
  /(?<=:\/\/[^\s/:@"']{1,64}:)[^\s/@"']{3,64}(?=@)/g,
];

/** Anything long enough to be a key, or cut off before its end; `isRandom` tells it from words. */
const candidate = /(?<![A-Za-z0-9+/_~-])(?:[A-Za-z0-9+/_~-]{32,}={0,2}|[A-Za-z0-9+/_~-]{12,}(?=…))/g;
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

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
  const masked = replaceSecrets(text, (secret) => secret.replace(/[^\r\n]/g, '\0'));
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
    return replaceByPatterns(text, replacement);
  } catch (error) {
    if (error instanceof RangeError) return replacement(text);
    throw error;
  }
}

function replaceByPatterns(text: string, replacement: (secret: string) => string): string {
  const byPattern = secretPatterns.reduce((clean, pattern) => clean.replace(pattern, (it) => replacement(it)), text);
  return byPattern.replace(candidate, (word) => (isRandom(word) ? replacement(word) : word));
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
