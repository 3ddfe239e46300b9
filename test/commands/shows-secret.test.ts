import { expect, test } from 'vitest';
import { recordText } from '../../src/app/record/record-text.ts';
import { showsSecret } from '../../src/commands/shows-secret.ts';

const client = {
  id: '5f0e1a2b',
  section: 'mine:MaskinportenSettings',
  decision: 'studio',
  scopes: ['a'],
  exchange: null,
  clientIdHashes: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  secrets: ['mine--MaskinportenSettings--ClientId', 'mine--MaskinportenSettings--EncodedJwk', 'mine--Secret', 'other'],
  files: ['App/Program.cs'],
} as const;

function shown(path: string, after: string): boolean {
  return showsSecret({ path, before: null, after, lineEnds: 'as-is', labels: [] });
}

test('the names of secrets in a migration record are no secrets', () => {
  const text = recordText({ clients: [client] });
  expect(shown('maskinflytt.migration.json', text)).toBe(false);
  expect(shown('apps/one/maskinflytt.migration.json', text)).toBe(false);
  // In another file, two texts in a row may be a name and its value.
  expect(shown('other-maskinflytt.migration.json', text)).toBe(true);
});

test('a key in a migration record is one all the same', () => {
  const key = 'eyJhbGciOiJub25lIiwidGVzdCI6ImZha2UgZmFrZSBmYWtlIn0=';
  for (const keyed of [
    { ...client, scopes: [key] },
    { ...client, secrets: [key] },
  ]) {
    expect(shown('maskinflytt.migration.json', recordText({ clients: [keyed] }))).toBe(true);
  }
});
