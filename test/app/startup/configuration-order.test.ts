import { beforeAll, describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../../../src/app/capabilities/capabilities.ts';
import { readConfigurationOrder } from '../../../src/app/startup/configuration-order.ts';
import { entryPointsOf, executionOf } from '../../../src/app/startup/execution.ts';
import { version as versionOf } from '../../../src/app/versions/nuget-version.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from './started.ts';

beforeAll(loadCSharp);

function orderOf(project: ReturnType<typeof projectWith>, version: string) {
  const execution = executionOf(project, entryPointsOf(project.files));
  return readConfigurationOrder(execution, project, capabilitiesOf([versionOf(version)]), () => null);
}

/** The sources as a deployed app adds them, in short: those under a condition, or out of place, say so. */
function orderIn(program: string, version = '8.12.7', others: Sources = {}): string {
  const project = projectWith({ 'Program.cs': program, ...others });
  const { startUp, providers } = orderOf(project, version);
  if (startUp === 'unknown') return 'unknown';
  return providers
    .map(({ kind, placed, conditions }) => `${kind}${conditions.length > 0 ? '?' : ''}${placed ? '' : ' (somewhere)'}`)
    .join(', ');
}

const create = 'WebApplicationBuilder builder = WebApplication.CreateBuilder(args);';
const host = 'builder.WebHost.ConfigureAppWebHost(args);';
const builderAdds = 'settings, settings, environment';
const hostAdds = 'studio, secret-file, secret-file, environment, local-file';

describe('ConfigureAppWebHost adds what its version adds', () => {
  test.each([
    ['7.15.0', 'secret-file, environment'],
    ['8.2.6', 'secret-file, environment'],
    ['8.3.0', 'studio, secret-file, environment'],
    ['8.9.0', 'studio, secret-file, environment, local-file'],
    ['8.10.1', 'studio, secret-file, environment, local-file'],
    ['8.10.2', hostAdds],
    ['9.0.0', 'secret-file, secret-file, environment, local-file'],
  ])('%s', (version, added) => {
    expect(orderIn(`${create}\n${host}`, version)).toBe(`${builderAdds}, ${added}`);
  });
});

test.each([
  ['8.7.0', 'secret-file, environment'],
  ['8.9.0', 'secret-file, environment, local-file'],
])('LoadAppConfig alone adds what it adds for the host: %s', (version, added) => {
  const program = `${create}\nbuilder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args));`;
  expect(orderIn(program, version)).toBe(`${builderAdds}, ${added}`);
});

describe('the order of the calls is the order of the sources', () => {
  const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';
  const inside = (body: string) => `void ConfigureWebHostBuilder(IWebHostBuilder webHost)\n{\n${body}\n}`;

  test.each([
    ['a vault after the host', `${create}\n${host}\n${vault}`, `${builderAdds}, ${hostAdds}, vault`],
    ['a vault before it', `${create}\n${vault}\n${host}`, `${builderAdds}, vault, ${hostAdds}`],
    [
      'a vault for deployed apps',
      `${create}\n${host}\nif (!builder.Environment.IsDevelopment())\n{\n    ${vault}\n}`,
      `${builderAdds}, ${hostAdds}, vault`,
    ],
    [
      'a vault for local runs, which nobody deploys',
      `${create}\n${host}\nif (builder.Environment.IsDevelopment())\n{\n    ${vault}\n}`,
      `${builderAdds}, ${hostAdds}`,
    ],
    [
      'a local function, where it is called',
      `${create}\n${vault}\nConfigureWebHostBuilder(builder.WebHost);\n${inside('    webHost.ConfigureAppWebHost(args);')}`,
      `${builderAdds}, vault, ${hostAdds}`,
    ],
    [
      'a local function whose parameter has the builder’s name',
      `${create}\nConfigureWebHostBuilder(builder.WebHost);\nvoid ConfigureWebHostBuilder(IWebHostBuilder builder)\n{\n    builder.ConfigureAppConfiguration((_, c) => c.AddAzureKeyVault(uri, credential));\n    builder.ConfigureAppWebHost(args);\n}`,
      `${builderAdds}, vault, ${hostAdds}`,
    ],
    [
      'a lambda of ConfigureAppConfiguration, which runs at once',
      `${create}\nbuilder.Host.ConfigureAppConfiguration((_, c) => { c.LoadAppConfig(args); Own.Connect(c); });\n${host}\nstatic class Own { public static void Connect(IConfigurationBuilder c) { c.AddAzureKeyVault(uri, credential); } }`,
      `${builderAdds}, secret-file, environment, local-file, vault, ${hostAdds}`,
    ],
    [
      'a function passed by its name',
      `${create}\n${host}\nbuilder.Host.ConfigureAppConfiguration(Connect);\nstatic void Connect(HostBuilderContext _, IConfigurationBuilder c) { c.AddAzureKeyVault(uri, credential); }`,
      `${builderAdds}, ${hostAdds}, vault`,
    ],
    [
      'a lambda that somebody keeps for later',
      `${create}\nbuilder.Services.AddOwn(() => builder.Configuration.AddJsonFile("own.json"));\n${host}`,
      `${builderAdds}, custom (somewhere), ${hostAdds}`,
    ],
    [
      'a vault inside the services, which come first',
      `${create}\nConfigureServices(builder.Services);\n${host}\nvoid ConfigureServices(IServiceCollection services)\n{\n    ${vault}\n}`,
      `${builderAdds}, vault, ${hostAdds}`,
    ],
    [
      'a vault under a condition',
      `${create}\n${host}\nif (args.Length > 0) ${vault}`,
      `${builderAdds}, ${hostAdds}, vault?`,
    ],
    [
      'sources in a loop',
      `${create}\n${host}\nforeach (var file in files) builder.Configuration.AddJsonFile(file);`,
      `${builderAdds}, ${hostAdds}, custom?`,
    ],
  ])('%s', (_, program, order) => {
    expect(orderIn(program)).toBe(order);
  });

  test('also in an extension method of another file', () => {
    const own =
      'static class Own { public static void AddOwnVault(this WebApplicationBuilder b) { b.AddAzureKeyVaultAsConfigProvider(); } }';
    expect(orderIn(`${create}\nbuilder.AddOwnVault();\n${host}`, '8.12.7', { 'Own.cs': own })).toBe(
      `${builderAdds}, vault, ${hostAdds}`,
    );
  });

  test('and an own method by the library’s name is read as what it does', () => {
    const own =
      'static class Own { public static void AddAzureKeyVault(this IConfigurationBuilder c) { c.AddJsonFile("appsettings.Test.json"); } }';
    expect(orderIn(`${create}\n${host}\nbuilder.Configuration.AddAzureKeyVault();`, '8.12.7', { 'Own.cs': own })).toBe(
      `${builderAdds}, ${hostAdds}, custom`,
    );
  });
});

describe('a host that is built in the end runs its lambdas in the order they were added', () => {
  const program = (more: string) => `public class Program
{
    public static void Main(string[] args) => CreateHostBuilder(args).Build().Run();

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureWebHostDefaults(webBuilder =>
            {
                ${more}
                webBuilder.UseStartup<Startup>();
            });
}`;

  test.each([
    [
      'host, then vault',
      'webBuilder.ConfigureAppWebHost(args);\nwebBuilder.ConfigureAppConfiguration((_, c) => c.AddAzureKeyVault(uri, credential));',
      `${builderAdds}, ${hostAdds}, vault`,
    ],
    [
      'vault, then host',
      'webBuilder.ConfigureAppConfiguration((_, c) => { c.AddAzureKeyVault(uri, credential); }).ConfigureAppWebHost(args);',
      `${builderAdds}, vault, ${hostAdds}`,
    ],
    [
      'a vault in a lambda of somebody’s, within one of the host’s',
      'webBuilder.ConfigureAppWebHost(args).ConfigureAppConfiguration((_, c) => x.Use(() => c.AddAzureKeyVault(uri, credential)));',
      `${builderAdds}, ${hostAdds}, vault (somewhere)`,
    ],
    [
      'the old way',
      'webBuilder.ConfigureAppConfiguration((_, c) => { c.LoadAppConfig(args); ConnectToKeyVault(c); });',
      `${builderAdds}, secret-file, environment, local-file, vault`,
    ],
  ])('%s', (_, more, order) => {
    expect(orderIn(program(more))).toBe(order);
  });
});

describe('files are known by their paths', () => {
  test.each([
    ['"appsettings.json"', 'settings'],
    ['$"appsettings.{builder.Environment.EnvironmentName}.json"', 'settings'],
    ['"/altinn-appsettings-secret/altinn-appsettings-secret.json"', 'secret-file'],
    ['"/mnt/app-secrets/maskinporten-settings.json"', 'studio'],
    ['"appsettings.Local.json", optional: true', 'local-file'],
    ['"./appsettings.json"', 'settings'],
    ['"maskinporten-settings.json"', 'custom'],
    ['"altinn-appsettings-secret.json"', 'custom'],
    ['"appsettings.Production.json"', 'custom'],
    ['"config/own.json"', 'custom'],
    ['"config/appsettings.json"', 'custom'],
    ['Own.File', 'custom'],
  ])('%s', (file, kind) => {
    expect(orderIn(`${create}\nbuilder.Configuration.AddJsonFile(${file});`)).toBe(`${builderAdds}, ${kind}`);
  });
});

describe('a start-up that nobody follows to its end', () => {
  const functions = (count: number) =>
    Array.from({ length: count }, (_, index) => `void F${index}() { F${index + 1}(); }`).join('\n');

  test.each([
    ['calls that lead on and on', `${create}\nF0();\n${host}\n${functions(40)}\nvoid F40() { }`],
    ['more calls than anyone writes', `${create}\n${'A();\n'.repeat(20_001)}${host}`],
  ])('%s: no order is claimed', (_, program) => {
    expect(orderIn(program)).toBe('unknown');
  });
});
