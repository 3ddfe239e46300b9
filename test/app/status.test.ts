import { describe, expect, test } from 'vitest';
import { statusOf, triggerOf } from '../../src/app/status.ts';
import { appWith, auditedApp } from '../rules/audited.ts';

const custom = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
const authorised = 'services.AddHttpClient<A>().UseMaskinportenAuthorization("a");';
const external = (section: string) =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("${section}"));`;
const filled = { 'App/appsettings.Production.json': '{ "MaskinportenSettings": { "ClientId": "x" } }' };

describe('status and trigger, by what the app does', () => {
  test.each([
    ['nothing of Maskinporten', 'services.AddTransient<A>();', {}, 'none', 'none'],
    ['the built-in client alone', authorised, {}, 'studio', 'none'],
    ['the built-in client, keys in the settings', authorised, { more: filled }, 'undetermined', 'scopes-added'],
    ['a custom path', custom, {}, 'legacy', 'code-deploy'],
    ['a custom path under clients of the built-in kind', `${custom}\n${authorised}`, {}, 'legacy', 'code-deploy'],
    ['an external client of its own section', external('mine'), {}, 'legacy', 'code-deploy'],
    ['an external client beside the built-in one', `${external('mine')}\n${authorised}`, {}, 'mixed', 'code-deploy'],
    [
      'an external client on the default section',
      external('maskinportenSETTINGS'),
      {},
      'legacy',
      'breaks-when-scopes-added',
    ],
    [
      'the same below 8.3, which reads no provisioned file',
      external('MaskinportenSettings'),
      { version: '8.2.6' },
      'blocked',
      'never',
    ],
  ])('%s', async (_, services, more, status, trigger) => {
    const { app } = await auditedApp(appWith(`    ${services}`, more));
    expect([statusOf(app), triggerOf(app)]).toEqual([status, trigger]);
  });

  test('a client that was decided to stay is the app’s own', async () => {
    const decide = { 'mine:MaskinportenSettings': 'own-built-in' } as const;
    const { app } = await auditedApp(appWith(`    ${custom}`), { decide });
    expect(statusOf(app)).toBe('own');
  });
});
