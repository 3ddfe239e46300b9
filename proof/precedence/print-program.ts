import { type GeneratedApp, has, type Step } from './generated-app.ts';
import { registrations, usingsOf } from './print-clients.ts';

/** The C# of an app's start-up, by path below the project folder. */
export function printStartUp(app: GeneratedApp): Readonly<Record<string, string>> {
  const extensions = app.steps.flatMap((step, index) =>
    step.written === 'extension' ? extensionFor(step, index) : [],
  );
  const own = has(app, 'own-values') ? { 'OwnValues.cs': ownValues } : {};
  const wiring = extensions.length === 0 ? {} : { 'Wiring.cs': wiringClass(app, extensions) };
  return { ...(app.style === 'statements' ? statements(app) : startUpClass(app)), ...own, ...wiring };
}

function statements(app: GeneratedApp): Readonly<Record<string, string>> {
  const steps = app.steps.map((step, index) => guarded(step, index, statementOf(step, index), 'builder.Environment'));
  const functions = app.steps.flatMap((step, index) => functionFor(step, index));
  const vault = has(app, 'vault-by-hand') ? [`static ${connectToKeyVault}`] : [];
  const program = [
    usingsOf(app),
    'void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)',
    `{\n${registrations(app)}}\n`,
    'WebApplicationBuilder builder = WebApplication.CreateBuilder(args);\n',
    ...steps.map((step) => `${step}\n`),
    'WebApplication app = builder.Build();\n',
    'app.Run();\n',
    ...[...functions, ...vault].map((one) => `${one}\n`),
  ];
  return { 'Program.cs': program.join('\n') };
}

function statementOf(step: Step, index: number): string {
  const { does, written } = step;
  if (does === 'services') {
    return written === 'inline'
      ? 'RegisterCustomAppServices(builder.Services, builder.Configuration, builder.Environment);\nbuilder.Services.AddAltinnAppServices(builder.Configuration, builder.Environment);'
      : 'ConfigureServices(builder.Services, builder.Configuration);';
  }
  const target = targetOf(step);
  if (written === 'local-function') return `Step${index}(builder${target.behind});`;
  if (written === 'extension')
    return `builder${target.behind}.Step${index}(${does === 'host' || does === 'load-app-config' ? 'args' : ''});`;
  const isHanded = written === 'app-configuration' && target.type === 'IConfigurationBuilder';
  if (isHanded) return `builder.WebHost.ConfigureAppConfiguration((_, config) => ${deedOf(does, 'config')});`;
  return `${deedOf(does, `builder${target.behind}`)};`;
}

interface Target {
  /** From the builder of the app to what the deed is done to. */
  readonly behind: '' | '.WebHost' | '.Configuration';
  readonly type: 'WebApplicationBuilder' | 'IWebHostBuilder' | 'IConfigurationBuilder';
}

function targetOf({ does }: Step): Target {
  if (does === 'host') return { behind: '.WebHost', type: 'IWebHostBuilder' };
  if (does === 'vault-helper') return { behind: '', type: 'WebApplicationBuilder' };
  return { behind: '.Configuration', type: 'IConfigurationBuilder' };
}

function deedOf(does: Step['does'], target: string): string {
  switch (does) {
    case 'services':
      throw new Error('services are registered by a function of their own');
    case 'host':
      return `${target}.ConfigureAppWebHost(args)`;
    case 'load-app-config':
      return `${target}.LoadAppConfig(args)`;
    case 'vault-helper':
      return `${target}.AddAzureKeyVaultAsConfigProvider()`;
    case 'vault-by-hand':
      return `ConnectToKeyVault(${target})`;
    case 'own-file':
      return `${target}.AddJsonFile("own.json", optional: true)`;
    case 'own-values':
      return `${target}.AddInMemoryCollection(OwnValues.FromDeployment())`;
    case 'settings-again':
      return `${target}.AddJsonFile($"appsettings.{builder.Environment.EnvironmentName}.json", optional: true)`;
    case 'environment-again':
      return `${target}.AddEnvironmentVariables()`;
    case 'clear':
      return `${target}.Sources.Clear()`;
  }
}

function functionFor(step: Step, index: number): readonly string[] {
  if (step.does === 'services') {
    if (step.written === 'inline') return [];
    const body =
      '    RegisterCustomAppServices(services, config, builder.Environment);\n    services.AddAltinnAppServices(config, builder.Environment);';
    return [`void ConfigureServices(IServiceCollection services, IConfiguration config)\n{\n${body}\n}`];
  }
  if (step.written !== 'local-function') return [];
  const { type } = targetOf(step);
  // As in the template, the parameter may shadow the builder.
  const name = step.does === 'host' ? 'builder' : 'target';
  return [`void Step${index}(${type} ${name})\n{\n    ${deedOf(step.does, name)};\n}`];
}

function extensionFor(step: Step, index: number): readonly string[] {
  const { type } = targetOf(step);
  const parameters = step.does === 'host' || step.does === 'load-app-config' ? ', string[] args' : '';
  return [
    `    public static void Step${index}(this ${type} target${parameters})\n    {\n        ${deedOf(step.does, 'target')};\n    }`,
  ];
}

function wiringClass(app: GeneratedApp, extensions: readonly string[]): string {
  return `${usingsOf(app)}
public static class Wiring
{
${extensions.join('\n\n')}
}
`;
}

/** The variable that decides a step which only the deployment can tell. */
export function flagOf(index: number): string {
  return `SKOGV_STEP_${index}`;
}

function guarded({ when }: Step, index: number, statement: string, environment: string): string {
  if (when === 'always') return statement;
  const conditions = {
    deployed: `!${environment}.IsDevelopment()`,
    development: `${environment}.IsDevelopment()`,
    flag: `Environment.GetEnvironmentVariable("${flagOf(index)}") == "on"`,
  };
  const inside = statement.replaceAll(/^/gm, '    ');
  return `if (${conditions[when]})\n{\n${inside}\n}`;
}

/** How apps did it before the library had a helper: nothing is added where the vault's own credentials are not to be had. */
const connectToKeyVault = `void ConnectToKeyVault(IConfigurationBuilder config)
{
    IConfigurationSection vault = config.Build().GetSection("kvSetting");
    if (string.IsNullOrEmpty(vault["SecretUri"]) || string.IsNullOrEmpty(vault["ClientSecret"]))
    {
        return;
    }

    config.AddAzureKeyVault(
        new Uri(vault["SecretUri"]!),
        new ClientSecretCredential(vault["TenantId"], vault["ClientId"], vault["ClientSecret"]));
}`;

/** \`path=value\` a line. */
const ownValues = `using System;
using System.Collections.Generic;
using System.Linq;

public static class OwnValues
{
    public static IEnumerable<KeyValuePair<string, string?>> FromDeployment()
    {
        string[] lines = (Environment.GetEnvironmentVariable("SKOGV_VALUES") ?? "").Split('\\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(line => line.Split('=', 2)).Select(parts => new KeyValuePair<string, string?>(parts[0], parts[1]));
    }
}
`;

/** Delegates of such a host run when it is built, in the order they were handed over. */
function startUpClass(app: GeneratedApp): Readonly<Record<string, string>> {
  const isHosted = has(app, 'host');
  const links = app.steps.flatMap((step, index) => {
    if (step.does === 'services') {
      return isHosted ? [] : ['.ConfigureWebHostDefaults(web => web.UseStartup<Startup>())'];
    }
    if (step.does === 'host') {
      return [
        '.ConfigureWebHostDefaults(web =>\n            {\n                web.ConfigureAppWebHost(args);\n                web.UseStartup<Startup>();\n            })',
      ];
    }
    const deed = guarded(step, index, `${deedOf(step.does, 'config')};`, 'context.HostingEnvironment');
    return [
      `.ConfigureAppConfiguration((context, config) =>\n            {\n${deed.replaceAll(/^/gm, '                ')}\n            })`,
    ];
  });
  const vault = has(app, 'vault-by-hand')
    ? `\n\n${`private static ${connectToKeyVault}`.replaceAll(/^(?=.)/gm, '    ')}`
    : '';
  const program = `${usingsOf(app)}
public class Program
{
    public static void Main(string[] args)
    {
        CreateHostBuilder(args).Build().Run();
    }

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            ${links.join('\n            ')};${vault}
}
`;
  return { 'Program.cs': program, 'Startup.cs': startUp(app) };
}

function startUp(app: GeneratedApp): string {
  return `${usingsOf(app)}
public class Startup
{
    private readonly IConfiguration config;
    private readonly IWebHostEnvironment env;

    public Startup(IConfiguration configuration, IWebHostEnvironment environment)
    {
        config = configuration;
        env = environment;
    }

    public void ConfigureServices(IServiceCollection services)
    {
${registrations(app).replaceAll(/^(?=.)/gm, '    ')}        services.AddAltinnAppServices(config, env);
    }

    public void Configure(IApplicationBuilder app)
    {
    }
}
`;
}
