import { comment, indented, type Pen } from './pen.ts';
import { policyOf, registeringCall, typesOf } from './registering-call.ts';
import type { Registration, Registrations } from './registrations.ts';

/** An app with registrations, and what should be read of it and found again. */
export interface Program {
  readonly text: string;
  readonly others: Readonly<Record<string, string>>;
  readonly clients: readonly Client[];
  readonly comments: readonly string[];
}

interface Client {
  readonly facts: {
    readonly kind: 'external-http-client' | 'external-handler';
    readonly types: readonly string[];
    readonly name: string | null;
    readonly key: string;
    readonly section: string;
    readonly scopes: readonly string[];
    readonly exchange: boolean;
  };
  /** How code is to say the scopes afterwards. */
  readonly arguments: readonly string[];
  /** A link behind it. */
  readonly policy: string | null;
}

const section = 'Own:Maskinporten';

export function programOf({ all, lineEnd, unit }: Registrations): Program {
  const pen: Pen = { unit, comments: [] };
  const statements = all.flatMap((one) => surrounded(statementsOf(one, pen), one, pen));
  const lines = [
    'using System;',
    'using Altinn.ApiClients.Maskinporten.Config;',
    'using Altinn.ApiClients.Maskinporten.Extensions;',
    'using Altinn.ApiClients.Maskinporten.Services;',
    '',
    'void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)',
    '{',
    ...indented(pen, statements),
    '}',
    '',
    'WebApplicationBuilder builder = WebApplication.CreateBuilder(args);',
    'RegisterCustomAppServices(builder.Services, builder.Configuration, builder.Environment);',
    'builder.WebHost.ConfigureAppWebHost(args);',
    '',
  ];
  const constants = all.map((one) => `public const string S${one.number} = "${scopesOf(one).join(' ')}";`);
  const fromFile = all.flatMap((one) => (one.says === 'file' ? [scopesOf(one).join(' ')] : []));
  return {
    text: lines.join(lineEnd),
    others: {
      'App/Constants.cs': `public static class Paths { public const string Own = "${section}"; }\npublic static class Scopes { ${constants.join(' ')} }\n`,
      'App/appsettings.json': JSON.stringify({ Own: { Maskinporten: { Scope: fromFile[0] ?? '' } } }),
    },
    clients: all.map(clientOf),
    comments: pen.comments,
  };
}

function clientOf(one: Registration): Client {
  const { overload, number, form, follows } = one;
  const name = overload === 'named' ? `n${number}` : null;
  const [type] = typesOf(one);
  return {
    facts: {
      kind: overload === 'handler' ? 'external-handler' : 'external-http-client',
      types: typesOf(one),
      name,
      key: name ?? type ?? `k${number}`,
      section,
      scopes: scopesOf(one),
      exchange: one.exchange === true,
    },
    arguments: form === 'constant' ? [`Scopes.S${number}`] : scopesOf(one).map((scope) => `"${scope}"`),
    policy: follows === 'nothing' ? null : policyOf(one),
  };
}

function scopesOf({ number, scopes }: Registration): readonly string[] {
  return ['x', 'y', 'z'].slice(0, scopes).map((letter) => `ttd:s${number}${letter}`);
}

function statementsOf(one: Registration, pen: Pen): readonly string[] {
  const { number, overload, settings, says } = one;
  const members = membersOf(one);
  const source = sourceOf(one);
  const locals: readonly string[] =
    settings === 'local'
      ? [`var section${number} = config.GetSection("${section}");`]
      : settings === 'object'
        ? [
            `var settings${number} = new MaskinportenSettings();`,
            `config.GetSection(Paths.Own).Bind(settings${number});`,
          ]
        : [];
  const filling = says === 'statements' ? members.map((member) => `settings${number}.${member};`) : [];
  const definition = `services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k${number}", ${source});`;
  return [
    ...locals,
    ...filling,
    ...(overload === 'handler' ? [definition] : []),
    ...comment(pen, one, 'above', 'line'),
    ...registeringCall(one, source, members, pen),
  ];
}

function sourceOf({ settings, number }: Registration): string {
  return {
    literal: `config.GetSection("${section}")`,
    constant: 'config.GetSection(Paths.Own)',
    nested: 'config.GetSection("Own").GetSection("Maskinporten")',
    get: 'config.GetSection(Paths.Own).Get<MaskinportenSettings>()',
    local: `section${number}`,
    object: `settings${number}`,
  }[settings];
}

function membersOf(one: Registration): readonly string[] {
  const { form, number, exchange } = one;
  const text = scopesOf(one).join(' ');
  const value = {
    literal: `"${text}"`,
    constant: `Scopes.S${number}`,
    added: `"${text.slice(0, 5)}" + "${text.slice(5)}"`,
  }[form];
  return [`Scope = ${value}`, ...(exchange === null ? [] : [`ExhangeToAltinnToken = ${exchange}`])];
}

function surrounded(statements: readonly string[], { around, number }: Registration, pen: Pen): readonly string[] {
  const inner = indented(pen, statements);
  switch (around) {
    case 'nothing':
      return statements;
    case 'if':
      return ['if (!env.IsDevelopment())', '{', ...inner, '}'];
    case 'if-without-braces':
      return [`if (config.GetValue<bool>("Feature${number}"))`, ...inner];
    case 'try':
      return ['try', '{', ...inner, '}', 'finally { }'];
    case 'lambda':
      return ['Setup(() =>', '{', ...inner, '});'];
    case 'function':
      return [`Add${number}();`, `void Add${number}()`, '{', ...inner, '}'];
  }
}
