import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/decision.ts';
import {
  obstaclesOfConsumer,
  obstaclesOfDecision,
  obstaclesOfProvider,
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
    expect(obstaclesOfProvider(app).map(shortly).join(', ')).toBe(expected);
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

  test('by the provider, whose settings are of two identities with two answers', async () => {
    const second = '    services.Configure<MaskinportenSettings>(config.GetSection("B"));\n';
    const decide = { A: 'studio', B: 'own-external' } as const;
    const { app } = await auditedApp(withUsings(appWith(`${provider}${second}`)), { decide });
    expect(obstaclesOfProvider(app).map(shortly)).toEqual(['service-shared']);
  });

  test('by the provider, beside a client that binds the built-in client to its own section', async () => {
    const files = withUsings(appWith(`${provider}${client('B', 'C')}`));
    const { app } = await auditedApp(files, { decide: { A: 'studio', B: 'own-built-in' } });
    expect(obstaclesOfProvider(app).map(shortly)).toEqual(['mixed-decisions']);
  });

  test('by the library’s own provider, which has the identity of the built-in client anyhow', async () => {
    const files = appWith('    services.ConfigureMaskinportenClient("A");\n', {
      more: { 'App/P.cs': `${usings}class P(IMaskinportenTokenProvider provider) { }\n` },
    });
    const { app } = await auditedApp(files, { decide: { A: 'own-built-in' } });
    expect(obstaclesOfProvider(app)).toEqual([]);
  });

  test('beside a client that nothing was decided for', async () => {
    const { app } = await auditedApp(withUsings(appWith(`${provider}${client('B', 'C')}`)));
    const told = obstaclesOfProvider(app).map(shortly);
    expect(told).toEqual(['undecided-identities (B A)']);
  });
});

describe('what was decided for one of several classes that ask for tokens', () => {
  const asking = (name: string, section: string | null) => {
    const credentials =
      section === null
        ? 'Library.Key(), "prod", Library.Id()'
        : `config["${section}:EncodedJwk"], "prod", config["${section}:ClientId"]`;
    return {
      [`App/${name}.cs`]: `using Altinn.ApiClients.Maskinporten.Interfaces;\nclass ${name}(IMaskinportenService service, IConfiguration config) { async Task<string> F() => (await service.GetToken(${credentials}, "a:b", null)).AccessToken; }\n`,
    };
  };
  const ofClasses = async (more: Files, asked: Asked, services = '') => {
    const { app } = await auditedApp(appWith(services, { more }), asked);
    return app.tokens.consumers.map((one) => obstaclesOfConsumer(app, one).map(shortly).join(', '));
  };
  const two = { ...asking('A', 'One'), ...asking('B', 'Two') };

  test.each<[string, Asked, readonly string[]]>([
    ['nothing', {}, ['undecided-identities (One Two)', 'undecided-identities (One Two)']],
    [
      'of one of them',
      { decide: { One: 'studio' } },
      ['undecided-identities (One Two)', 'undecided-identities (One Two)'],
    ],
    ['Studio for both', { decide: { One: 'studio', Two: 'studio' } }, ['', '']],
    ['to stay, of one', { decide: { One: 'studio', Two: 'own-external' } }, ['', 'kept-by-decision']],
    [
      'the built-in client, of one',
      { decide: { One: 'studio', Two: 'own-built-in' } },
      ['mixed-decisions', 'own-built-in-by-hand'],
    ],
    [
      'the built-in client beside one that stays',
      { decide: { One: 'own-external', Two: 'own-built-in' } },
      ['kept-by-decision', 'own-built-in-by-hand'],
    ],
  ])('%s', async (_, asked, expected) => {
    expect(await ofClasses(two, asked)).toEqual(expected);
  });

  const given = {
    'App/C.cs': 'using Altinn.ApiClients.Maskinporten.Interfaces;\nclass C(IMaskinportenService service) { }\n',
  };

  test('a class that has the service and asks for nothing goes by what the others are decided to do', async () => {
    const more = { ...two, ...given };
    const of = async (asked: Asked) => (await ofClasses(more, asked)).at(-1);
    expect(await of({ decide: { One: 'studio', Two: 'studio' } })).not.toContain('service-shared');
    expect(await of({ decide: { One: 'studio', Two: 'own-external' } })).toBe('service-shared');
  });

  test.each<['v8' | 'v9', string]>([
    ['v8', 'kept-by-decision'],
    ['v9', 'shim-removed'],
  ])('one that asks the provider, whose settings stay, on %s', async (target, expected) => {
    const usings =
      'global using Altinn.ApiClients.Maskinporten.Config;\nglobal using Altinn.App.Core.Internal.Maskinporten;\n';
    const more = {
      'App/Usings.cs': usings,
      'App/P.cs': 'class P(IMaskinportenTokenProvider provider) { Task<string> F() => provider.GetToken("a"); }\n',
    };
    expect(await ofClasses(more, { decide: { A: 'own-external' }, target }, provided)).toEqual([expected]);
  });
});

const provided =
  '    services.Configure<MaskinportenSettings>(config.GetSection("A"));\n    services.AddMaskinportenJwkTokenProvider("A--EncodedJwk");\n';

describe('nothing is said of code that stays as decided', () => {
  const usings =
    'global using Altinn.ApiClients.Maskinporten.Config;\nglobal using Altinn.ApiClients.Maskinporten.Interfaces;\nglobal using Altinn.App.Core.Internal.Maskinporten;\n';
  const provider = appWith(provided, {
    more: { 'App/Usings.cs': usings, 'App/P.cs': 'class P(IMaskinportenTokenProvider provider) { }\n' },
  });
  const service = appWith('', {
    more: {
      'App/Usings.cs': usings,
      'App/S.cs':
        'class S(IMaskinportenService service, IConfiguration c) { async Task<string> F() => (await service.GetToken(c["A:EncodedJwk"], "prod", c["A:ClientId"], "a", null)).AccessToken; }\n',
    },
  });

  test.each<[string, Files, Decision, 'v8' | 'v9', boolean]>([
    ['the provider on v8', provider, 'own-external', 'v8', true],
    ['but the provider on v9, which has none', provider, 'own-external', 'v9', false],
    ['but the provider that moves', provider, 'studio', 'v8', false],
    ['the service on v8', service, 'own-external', 'v8', true],
    ['the service on v9', service, 'own-external', 'v9', true],
    ['but the service that moves', service, 'studio', 'v9', false],
  ])('%s', async (_, files, decision, target, isSilent) => {
    const { settled } = await auditedApp(files, { decide: { A: decision }, target });
    const rules = settled.map(({ finding }) => finding.rule);
    const said = rules.filter((one) => one === 'clients/token-provider' || one === 'clients/external-service');
    expect(said.length === 0).toBe(isSilent);
  });
});
