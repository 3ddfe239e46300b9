/**
 * What looks like the value of a key or a password, wherever it stands. Reports and patches pass through here, so that
 * no value leaves the tool; a harmless string too many is the price. What looks back over white space looks first
 * whether it stands at the end of it: a long run of it would be walked once for each of its characters.
 */
export const secretPatterns: readonly RegExp[] = [
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
  // A client secret as Azure makes them, also cut off; some of them have dots.
  /[\w.~-]{3}\dQ~[\w.~-]{12,40}/g,
];

const secretName =
  '(?:secret|passw(?:or)?d|passord|pwd|passphrase|(?<!public[_-]?)key|EncodedJwk|JwkBase64|EncodedX509)';
/** What a pipeline fills in, or a vault, is no value. */
const noReference = '(?!["\']?(?:@Microsoft\\.KeyVault|[$#%]?[{(<]))';
const value = `${noReference}(?:(?<=")[^"\\r\\n]{6,}|(?<=')[^'\\r\\n]{6,}|(?<!["'])[^\\s"',;{}]{6,})`;
/** An argument of a call, also with calls and strings in it. */
const argument = '(?:[^()"\',;]|"(?:[^"\\\\\\r\\n]|\\\\.){0,300}"|\\((?:[^()]|\\([^()]{0,300}\\)){0,300}\\)){1,300}';
const call = '(?:\\s{1,8}\\w{1,60}\\s{0,8}=\\s{0,8}new)?\\s{0,8}\\(';
const string = '\\s{0,200}[$@]{0,2}"';

/** A value that is known by what stands before it: each matches both, and every repetition has an end. */
export const valuePatterns: readonly RegExp[] = [
  // An entry of a list: `- name: …Secret` and then, often on the next line, `value: …`.
  new RegExp(
    `(\\b(?:name|key)["']?\\s{0,8}[:=]\\s{0,8}["']?[\\w.:-]{0,120}?${secretName}["']?\\s{0,8}[,;]?\\s{0,200}(?:properties\\s{0,8}:\\s{0,8}\\{\\s{0,200})?["']?\\bvalue["']?\\s{0,8}[:=][ \\t]{0,8}["']?)(${value})`,
    'gi',
  ),
  // A Dockerfile as people wrote it before there was a `=`.
  new RegExp(
    `(^[ \\t]{0,40}ENV[ \\t]{1,8}[\\w.:-]{0,120}?${secretName}[ \\t]{1,8})(${noReference}[^\\s=][^\\r\\n]{3,})`,
    'gim',
  ),
  // YAML without quotes; in prose there is seldom a digit behind the colon.
  new RegExp(
    `(^[ \\t-]{0,80}[\\w.]{0,120}?(?:secret|passw(?:or)?d|passord|pwd|passphrase):[ \\t]{1,8})(${noReference}(?=\\S{0,200}\\d)[^\\s"'|>,;()]{6,})(?=[ \\t]{0,40}$)`,
    'gim',
  ),
  /((?:passord|passphrase)(?:\\*["']{1,2})?\]?\s{0,8}(?:[:=]|=>|,)\s{0,8}[$@]{0,2}")([^"\r\n]{6,})(?=")/gi,
  // The last argument: of three, of two, of one.
  new RegExp(
    `(\\b(?:ClientSecretCredential|AddAzureKeyVault)${call}${argument},${argument},${string})([^"\\r\\n]{1,400})(?=")`,
    'g',
  ),
  new RegExp(
    `(\\b(?:X509Certificate2|LoadPkcs12(?:FromFile)?|ClientCredential|NetworkCredential)${call}${argument},${string})([^"\\r\\n]{1,400})(?=")`,
    'g',
  ),
  new RegExp(`(\\bWithClientSecret\\(${string})([^"\\r\\n]{1,400})(?=")`, 'g'),
];

/** Hexadecimal digits are as often a hash, and only a secret where something named for one is given them. */
export const hexPattern = new RegExp(
  `(?<![0-9a-z])(?=[0-9a-f]{32})(?<=${secretName}(?:hex|bytes|value|\\d)?(?:\\\\{0,4}["']{1,2})?\\]?\\s{0,8}(?:[:=]|=>|,)[^"';{},\\r\\n]{0,60}\\\\{0,4}["']?)[0-9a-f]{32,}(?![0-9a-z-])`,
  'gi',
);
