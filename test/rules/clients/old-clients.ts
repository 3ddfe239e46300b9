import type { Files } from '../audited.ts';

/** Statements of `RegisterCustomAppServices`, each on a line of its own. */
export function lines(...statements: readonly string[]): string {
  return statements.map((one) => `    ${one}`).join('\n');
}

const asksFor = (scope: string) => `d => { d.ClientSettings.Scope = "${scope}"; }`;

/** A typed client with the credentials of a section. */
export function client(name: string, section: string, delegate = asksFor('a')): string {
  return `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(config.GetSection("${section}"), ${delegate});`;
}

export function movedClient(name: string, scope = 'a'): string {
  return `services.AddHttpClient<${name}>().UseMaskinportenAuthorization("${scope}");`;
}

/** A delegate that asks for more than the built-in client can. */
export const forResource = 'd => { d.ClientSettings.Scope = "a"; d.ClientSettings.Resource = "https://b"; }';

export function definition(key: string, section: string): string {
  return `services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("${key}", config.GetSection("${section}"));`;
}

/** A handler that asks for a definition by its key. */
export function handler(key: string, delegate = asksFor('h')): string {
  return `services.AddHttpClient("${key}").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("${key}", ${delegate});`;
}

/** One that asks for the definition which a typed client registers. */
export function handlerOf(name: string, delegate = asksFor('h')): string {
  return `services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, ${name}>(${delegate});`;
}

export function movedHandler(key: string, scope = 'h'): string {
  return `services.AddHttpClient("${key}").UseMaskinportenAuthorization("${scope}");`;
}

/** A class that asks the package's service for tokens with the credentials of a section; of a response, what it uses. */
export function askingClass(name: string, section: string, member = 'AccessToken'): Files {
  const text = `using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Interfaces;

public class ${name}(IMaskinportenService service, IConfiguration settings)
{
    public async Task<string> Ask() =>
        (await service.GetToken(settings["${section}:EncodedJwk"], "prod", settings["${section}:ClientId"], "k", null)).${member};
}
`;
  return { [`App/${name}.cs`]: text };
}

export function movedClass(name: string): Files {
  const text = `using System.Threading.Tasks;
using Altinn.App.Core.Features.Maskinporten;

public class ${name}(IMaskinportenClient service)
{
    public async Task<string> Ask() =>
        (await service.GetAccessToken(["k"])).Value;
}
`;
  return { [`App/${name}.cs`]: text };
}

/** The files with imports for all of them, so that no line of one moves. */
export function importing(files: Files, ...namespaces: readonly string[]): Files {
  return { ...files, 'App/Usings.cs': namespaces.map((one) => `global using ${one};\n`).join('') };
}
