import { describe, expect, test } from 'vitest';
import { appWith, found } from '../audited.ts';
import { handler, lines } from './old-clients.ts';

const rule = 'clients/external-message-handler';

/** A definition of the key `k` with settings that say more than where the credentials are. */
function saying(more: string, section = 'Own', type = 'SettingsJwk'): string {
  const credentials = `ClientId = config["${section}:ClientId"], EncodedJwk = config["${section}:EncodedJwk"]`;
  return `services.RegisterMaskinportenClientDefinition<${type}ClientDefinition>("k", new MaskinportenSettings { ${credentials}${more} });`;
}

const bare = handler('k', 'd => { }');

async function ofHandler(...statements: readonly string[]) {
  const all = await found(rule, appWith(lines(...statements)));
  return all.at(-1)?.replace(/^\S+ /, '');
}

describe('a key that is registered twice means what both say', () => {
  test.each<[string, string, string, string]>([
    ['with the same scope', saying(', Scope = "a b"'), saying(', Scope = "a b"'), bare],
    ['with the same scope by a name', saying(', Scope = "a b"'), saying(', Scope = scope'), bare],
    ['with the section in another casing', saying(', Scope = "a"'), saying(', Scope = "a"', 'OWN'), bare],
    ['with no scope, which the handler says', saying(''), saying(''), handler('k')],
  ])('%s', async (_, first, second, asks) => {
    expect(await ofHandler('const string scope = "a b";', first, second, asks)).toBe('error switch safe');
  });

  test.each<[string, string, string, string]>([
    ['with two scopes', saying(', Scope = "a"'), saying(', Scope = "b"'), bare],
    ['with a scope that only one of them says', saying(', Scope = "a"'), saying(''), handler('k')],
    [
      'with exchange in one of them',
      saying(', Scope = "a"'),
      saying(', Scope = "a", ExhangeToAltinnToken = true'),
      handler('k'),
    ],
    ['with another key type', saying(', Scope = "a"'), saying(', Scope = "a"', 'Own', 'SettingsX509'), bare],
  ])('or nobody knows which: %s', async (_, first, second, asks) => {
    expect(await ofHandler(first, second, asks)).toBe('error switch manual, definitions-differ (k)');
  });

  test('or nobody knows which: with credentials of unknown sections', async () => {
    const unknown =
      'services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", Library.Settings());';
    expect(await ofHandler(unknown, unknown, handler('k'))).toContain('definitions-differ (k)');
  });
});

test('a handler of another type than its definition is left to people', async () => {
  const asks = handler('k').replace('SettingsJwk', 'SettingsX509');
  expect(await ofHandler(saying(', Scope = "a"'), asks)).toBe('error switch manual, definition-of-handler');
});
