import { type GeneratedApp, has, isAtLeast, ownSection } from './generated-app.ts';

/** The body of `RegisterCustomAppServices`, a statement a line. */
export function registrations(app: GeneratedApp): string {
  return statementsOf(app)
    .map((statement) => `    ${statement}\n`)
    .join('');
}

function statementsOf(app: GeneratedApp): readonly string[] {
  const builtIn = `services.AddHttpClient<AppClient>().${authorization(app)}("skogv:les");`;
  switch (app.client) {
    case 'default':
      return [builtIn];
    case 'default-path':
      return ['services.ConfigureMaskinportenClient("MaskinportenSettings");', builtIn];
    case 'custom-path':
      return [`services.ConfigureMaskinportenClient("${ownSection}");`, builtIn];
    case 'delegate':
      return [delegate, builtIn];
    case 'external-default':
      return [external('AppClient', 'MaskinportenSettings')];
    case 'external-own':
      return [external('AppClient', ownSection)];
    case 'default-and-external-own':
      return [builtIn, external('OwnClient', ownSection)];
    case 'default-and-external-default':
      return [builtIn, external('OwnClient', 'MaskinportenSettings')];
  }
}

const delegate = `services.ConfigureMaskinportenClient(options =>
    {
        options.Authority = config["${ownSection}:Authority"]!;
        options.ClientId = config["${ownSection}:ClientId"]!;
        options.JwkBase64 = config["${ownSection}:JwkBase64"]!;
    });`;

function external(client: string, section: string): string {
  const options = 'definition => { definition.ClientSettings.Scope = "skogv:les"; }';
  return `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${client}>(config.GetSection("${section}"), ${options});`;
}

function authorization({ version }: GeneratedApp): string {
  const isBritish = isAtLeast(version, '8.5.4') && !isAtLeast(version, '8.7.0');
  return isBritish ? 'UseMaskinportenAuthorisation' : 'UseMaskinportenAuthorization';
}

export function usesExternal({ client }: GeneratedApp): boolean {
  return client.includes('external');
}

export function usingsOf(app: GeneratedApp): string {
  const usings = [
    'System',
    'Altinn.App.Api.Extensions',
    ...(has(app, 'load-app-config') ? ['Altinn.App.Core.Extensions'] : []),
    'Microsoft.AspNetCore.Builder',
    'Microsoft.AspNetCore.Hosting',
    'Microsoft.Extensions.Configuration',
    'Microsoft.Extensions.DependencyInjection',
    'Microsoft.Extensions.Hosting',
    ...(usesExternal(app)
      ? ['Altinn.ApiClients.Maskinporten.Extensions', 'Altinn.ApiClients.Maskinporten.Services']
      : []),
    ...(has(app, 'vault-by-hand') ? ['Azure.Identity'] : []),
  ];
  return `${usings.map((name) => `using ${name};`).join('\n')}\n`;
}

/** The typed clients that the program registers. */
export function clientsOf({ client }: GeneratedApp): readonly string[] {
  return client.startsWith('default-and') ? ['AppClient', 'OwnClient'] : ['AppClient'];
}

export function clientClass(name: string): string {
  return `using System.Net.Http;

public class ${name}
{
    private readonly HttpClient client;

    public ${name}(HttpClient client)
    {
        this.client = client;
    }
}
`;
}
