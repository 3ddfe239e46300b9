import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/decision.ts';
import {
  obstaclesOfConsumer,
  obstaclesOfDecision,
  obstaclesOfTokens,
} from '../../../src/rules/clients/decision-obstacles.ts';
import { type Asked, appWith, auditedApp, type Files, shortly } from '../audited.ts';

const client = (section: string, name: string) =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a:b");\n`;

async function ofClient(files: Files, asked: Asked) {
  const { app } = await auditedApp(files, asked);
  return app.externals.map(({ id }) => obstaclesOfDecision(app, id).map(shortly).join(', '));
}

describe('what was decided for a client', () => {
  const one = appWith(client('A', 'C'));
  const two = appWith(`${client('A', 'C')}${client('B', 'D')}`);
  const onDefault = appWith(client('MaskinportenSettings', 'C'));

  test.each<[string, Files, Asked, readonly string[]]>([
    ['nothing, of one', one, {}, ['']],
    ['nothing, of two', two, {}, ['undecided-identities (A B)', 'undecided-identities (A B)']],
    ['of one of two', two, { decide: { A: 'studio' } }, ['undecided-identities (A B)', 'undecided-identities (A B)']],
    ['Studio', two, { decide: { A: 'studio', B: 'studio' } }, ['', '']],
    ['to stay', two, { decide: { A: 'own-external', B: 'own-external' } }, ['', '']],
    ['Studio beside the built-in client', two, { decide: { A: 'studio', B: 'own-built-in' } }, ['mixed-decisions', '']],
    ['the built-in client', one, { decide: { A: 'own-built-in' } }, ['']],
    [
      'the built-in client of v9',
      one,
      { decide: { A: 'own-built-in' }, target: 'v9' },
      ['decision-does-not-fit (studio own-external)'],
    ],
    [
      'the built-in client twice',
      two,
      { decide: { A: 'own-built-in', B: 'own-built-in' } },
      ['several-built-in (A B)', 'several-built-in (A B)'],
    ],
    [
      'the built-in client on the default section',
      onDefault,
      { decide: { MaskinportenSettings: 'own-built-in' } },
      ['own-on-default-section'],
    ],
  ])('%s', async (_, files, asked, expected) => {
    expect(await ofClient(files, asked)).toEqual(expected);
  });
});

describe('what was decided for code that asks for tokens', () => {
  const usings =
    'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.App.Core.Internal.Maskinporten;\nusing Altinn.ApiClients.Maskinporten.Interfaces;\n';
  const provider =
    '    services.Configure<MaskinportenSettings>(config.GetSection("A"));\n    services.AddMaskinportenJwkTokenProvider("A--EncodedJwk");\n';
  const asking = `${usings}class Own(IMaskinportenService service, IConfiguration config) { async Task<string> F() { var token = await service.GetToken(config["A:EncodedJwk"], "prod", config["A:ClientId"], "a:b", null); return token.AccessToken; } }\n`;
  const withUsings = (files: Files): Files => ({ ...files, 'App/Program.cs': `${usings}${files['App/Program.cs']}` });

  test.each<[Decision, 'v8' | 'v9', string]>([
    ['studio', 'v8', ''],
    ['own-built-in', 'v8', 'own-built-in-by-hand'],
    ['own-external', 'v8', 'kept-by-decision'],
    ['own-external', 'v9', 'shim-removed'],
  ])('by the provider: %s on %s', async (decision, target, expected) => {
    const { app } = await auditedApp(withUsings(appWith(provider)), { decide: { A: decision }, target });
    expect(obstaclesOfTokens(app, 'token-provider').map(shortly).join(', ')).toBe(expected);
  });

  test.each<[Decision, 'v8' | 'v9', string]>([
    ['studio', 'v8', ''],
    ['own-built-in', 'v8', 'own-built-in-by-hand'],
    ['own-external', 'v8', 'kept-by-decision'],
    ['own-external', 'v9', 'kept-by-decision'],
  ])('by the service: %s on %s', async (decision, target, expected) => {
    const files = appWith('', { more: { 'App/Own.cs': asking } });
    const { app } = await auditedApp(files, { decide: { A: decision }, target });
    const told = app.tokens.consumers.map((one) => obstaclesOfConsumer(app, one).map(shortly).join(', '));
    expect(told).toEqual([expected]);
  });

  test('beside a client that nothing was decided for', async () => {
    const { app } = await auditedApp(withUsings(appWith(`${provider}${client('B', 'C')}`)));
    const told = obstaclesOfTokens(app, 'token-provider').map(shortly);
    expect(told).toEqual(['undecided-identities (B A)']);
  });
});
