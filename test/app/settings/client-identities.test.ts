import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { appWith, auditedApp } from '../../rules/audited.ts';

const custom = '    services.ConfigureMaskinportenClient("own:Client");';
const hash = (id: string) => createHash('sha256').update(id).digest('hex');

/** Of an app with these settings files, as `section environment`. */
async function identitiesIn(files: Readonly<Record<string, unknown>>) {
  const more = Object.entries(files).map(([name, content]) => [`App/${name}`, JSON.stringify(content)]);
  const { app } = await auditedApp(appWith(custom, { more: Object.fromEntries(more) }));
  return app.clientIdentities;
}

describe('the client ids of settings files are known by their hash', () => {
  test('of each Maskinporten section, in each environment', async () => {
    const files = {
      'appsettings.json': { MaskinportenSettings: { ClientId: ' abc ' }, Own: { Client: { clientid: 'def' } } },
      'appsettings.Production.json': { 'a:MaskinportenSettings:ClientId': 'abc' },
      'appsettings.TT02.json': { Dan: { ClientId: 'ghi', EncodedJwk: '' } },
    };
    expect(await identitiesIn(files)).toEqual([
      { hash: hash('abc'), section: 'a:MaskinportenSettings', environment: 'Production' },
      { hash: hash('ghi'), section: 'Dan', environment: 'TT02' },
      { hash: hash('abc'), section: 'MaskinportenSettings', environment: 'all' },
      { hash: hash('def'), section: 'Own:Client', environment: 'all' },
    ]);
  });

  test.each(['', '  ', '#{Id}#', '\u0024{Id}', '$(Id)', '{{id}}', '<client id>', '__Id__', '%ID%', 12, null, ['a']])(
    'not of %j',
    async (id) => {
      expect(await identitiesIn({ 'appsettings.json': { MaskinportenSettings: { ClientId: id } } })).toEqual([]);
    },
  );

  test('not of what is no Maskinporten section', async () => {
    const settings = { Oidc: { Authority: 'a', ClientId: 'abc' }, ClientId: 'def', kvSetting: { ClientId: 'ghi' } };
    expect(await identitiesIn({ 'appsettings.json': settings })).toEqual([]);
  });
});
