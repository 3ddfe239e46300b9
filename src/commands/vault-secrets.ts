import type { VaultListing } from '../app/vault/listing.ts';
import { type JsonNode, type JsonObject, propertyOf } from '../syntax/json/document.ts';
import type { Words } from '../words/words.ts';
import { readNameList } from './name-list.ts';

/** `--vault-secrets`: names one a line, or what `az keyvault secret list` prints; anything else may be, or hold, a value. */
export function readVaultSecrets(file: string, words: Words): NonNullable<VaultListing> {
  const { secretsExpected: expected } = words.misuse;
  const names = readNameList(file, { expected, isName: isSecretName, namesIn: namesListed }, words);
  // The vault takes names that differ in case only for one.
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

/** What Azure lets a secret be called; most values are longer, or have other characters. */
function isSecretName(text: string): boolean {
  return /^[0-9A-Za-z-]{1,127}$/.test(text);
}

function namesListed(root: JsonNode): readonly string[] | null {
  if (root.kind !== 'array') return null;
  const secrets = root.items.flatMap((item) => (item.kind === 'object' ? [item] : []));
  const names = secrets.flatMap((secret) => nameOf(secret) ?? []);
  if (names.length < root.items.length) return null;
  return names.filter((_, index) => !isDisabled(secrets[index]));
}

/** No app gets what is disabled. */
function isDisabled(secret: JsonObject | undefined): boolean {
  const attributes = secret && propertyOf(secret, 'attributes')?.value;
  const enabled = attributes?.kind === 'object' ? propertyOf(attributes, 'enabled')?.value : null;
  return enabled?.kind === 'boolean' && !enabled.value;
}

function nameOf(secret: JsonObject): string | null {
  const value = propertyOf(secret, 'value', { ignoreCase: true })?.value;
  if (value !== undefined && value.kind !== 'null') return null;
  const name = textOf(secret, 'name');
  return name ?? /^https:\/\/[^/\s]+\/secrets\/([^/\s]+)(?:\/[^/\s]*)?$/.exec(textOf(secret, 'id') ?? '')?.[1] ?? null;
}

function textOf(secret: JsonObject, key: string): string | null {
  const node = propertyOf(secret, key)?.value;
  return node?.kind === 'string' ? node.value : null;
}
