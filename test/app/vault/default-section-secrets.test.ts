import { expect, test } from 'vitest';
import { defaultSectionSecrets } from '../../../src/app/vault/default-section-secrets.ts';

test.each([
  [null, 'unknown'],
  [[], []],
  [
    ['MaskinportenSettings--ClientId', 'maskinportensettings--JWKBASE64'],
    ['ClientId', 'JWKBASE64'],
  ],
  [['MaskinportenSettings--Jwk--kid', 'MaskinportenSettings--jwk'], ['Jwk--kid']],
  [['soknad--MaskinportenSettings--ClientId', 'MaskinportenSettingsInternal--ClientId'], []],
  [['MaskinportenSettings', 'MaskinportenSettings-ClientId', 'MaskinportenSettings--'], []],
])('of the secrets %j the default section has %j', (listing, keys) => {
  expect(defaultSectionSecrets(listing)).toEqual(keys);
});
