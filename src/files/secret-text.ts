/**
 * What looks like the value of a key or a password, wherever it stands. Reports and patches pass through here, so that
 * no value leaves the tool; a harmless string too many is the price.
 */
const secretPatterns: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  // The private parts of a JWK.
  /(?<="(?:d|p|q|dp|dq|qi|k)"\s*:\s*")[A-Za-z0-9_-]{16,}(?=")/g,
  // Base64 of JSON or of DER, as keys are stored, and long random text.
  /(?<![A-Za-z0-9+/_-])(?:eyJ|MII|ewo|ewog|ew0K)[A-Za-z0-9+/_=-]{24,}/g,
  /(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]*[0-9])(?=[A-Za-z0-9+/_-]*[A-Z])(?=[A-Za-z0-9+/_-]*[a-z])[A-Za-z0-9+/_-]{64,}={0,2}/g,
  // A value given to something that is named for a secret.
  /(?<=(?:ClientSecret|EncodedJwk|JwkBase64|EncodedX509|Password|ApiKey|AccessKey)["'\]]*\s*[:=]\s*@?["'])[^"'\r\n{}$]{6,}(?=["'])/gi,
];

export const redacted = '•••';

export function redactSecrets(text: string): string {
  return secretPatterns.reduce((clean, pattern) => clean.replace(pattern, redacted), text);
}

export function holdsSecret(text: string): boolean {
  return redactSecrets(text) !== text;
}
