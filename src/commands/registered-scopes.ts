import type { JsonNode } from '../syntax/json/document.ts';
import type { Words } from '../words/words.ts';
import { readNameList } from './name-list.ts';

/** `--registered-scopes`: what the client in the portal has. */
export function readRegisteredScopes(file: string, words: Words): readonly string[] {
  return readNameList(file, { expected: words.misuse.scopesExpected, isName: isScope, namesIn: scopesIn }, words);
}

/** What is longer than any scope may be a key, given by mistake. */
function isScope(text: string): boolean {
  return /^[^\s"\\,;]{1,200}$/.test(text);
}

/** Of an array of strings, or of an object with `scopes`. */
function scopesIn(root: JsonNode): readonly string[] | null {
  if (root.kind === 'object') {
    const listed = root.properties.find(({ key }) => key === 'scopes')?.value;
    return listed?.kind === 'array' ? scopesIn(listed) : null;
  }
  if (root.kind !== 'array') return null;
  const scopes = root.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return scopes.length === root.items.length ? scopes : null;
}
