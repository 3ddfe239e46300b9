import { beforeAll, describe, expect, test } from 'vitest';
import { entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import { readMissingHost } from '../../../src/app/startup/host-restoration.ts';
import { isVaultCall } from '../../../src/app/startup/vault-call.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from './started.ts';

beforeAll(loadCSharp);

/** What is missing, in short: the method that is pointed at, and how the host comes back. */
function missing(program: string, others: Sources = {}): string | null {
  const project = projectWith({ 'Program.cs': program, ...others });
  const executed = executedCalls(project, entryPointsOf(project.files));
  const host = readMissingHost(executed, project, (call) => isVaultCall(call, project));
  if (host === null) return null;
  const text = ({ file, start, end }: { file: string; start: number; end: number }) =>
    project.file(file)?.text.slice(start, end).replace(/\s+/g, ' ');
  expect(text(host.at)).toBe(host.method);
  if (host.comesBack.kind !== 'restored') return `${host.method}: ${host.comesBack.kind}`;
  const { code, at, side, replaced } = host.comesBack.restoration;
  const going = replaced.map((range) => `, for ${text(range)}`).join('');
  return `${host.method}: ${code} ${side} ${text(at)}${going}`;
}

const create = 'var builder = WebApplication.CreateBuilder(args);';
const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';
const build = 'var app = builder.Build();';
const call = 'builder.WebHost.ConfigureAppWebHost(args);';

describe('where nothing took its place, the host comes back', () => {
  test.each<[string, string, string]>([
    ['before the app is built', `${create} ${build}`, `above ${build}`],
    ['below what stands before that', `${create} A(); B(); ${build}`, 'below B();'],
    ['whatever else is built', `${create} other.Build(); A(); ${build}`, 'below A();'],
    ['though something without a name is built', `${create} Build(); A(); ${build}`, 'below A();'],
    ['though something builds it otherwise', `${create} builder.Rebuild(); A(); ${build}`, 'below A();'],
    ['before Key Vault', `${create} A(); ${vault} B(); ${build}`, 'below A();'],
    ['before Key Vault, right below the builder', `${create} ${vault} ${build}`, `above ${vault}`],
    [
      'before the call that leads to Key Vault',
      `${create} A(); Setup(); B(); ${build} void Setup() { C(); ${vault} }`,
      'below A();',
    ],
    [
      'before the condition of Key Vault',
      `${create} A(); if (args.Length > 0) { C(); ${vault} } ${build}`,
      'below A();',
    ],
    [
      'before the app is built, where only local runs have a vault',
      `${create} A(); if (builder.Environment.IsDevelopment()) { ${vault} } B(); ${build}`,
      'below B();',
    ],
  ])('%s', (_, program, place) => {
    expect(missing(program)).toBe(`CreateBuilder: ${call} ${place}`);
  });

  test('before the call of another file’s function that leads to Key Vault', () => {
    const own = { 'Own.cs': `static class Own { public static void AddOwn(this W builder) { ${vault} } }` };
    const program = `${create} A("${'x'.repeat(300)}"); B(); builder.AddOwn(); ${build}`;
    expect(missing(program, own)).toBe(`CreateBuilder: ${call} below B();`);
  });

  test('in Main', () => {
    const main = `class Program { static void Main(string[] args) { ${create} A(); ${build} } }`;
    expect(missing(main)).toBe(`CreateBuilder: ${call} below A();`);
  });

  test('by the builder’s own name', () => {
    const program = 'var web = WebApplication.CreateSlimBuilder(args); A(); web.Build().Run();';
    expect(missing(program)).toBe('CreateSlimBuilder: web.WebHost.ConfigureAppWebHost(args); below A();');
  });

  test('for people, where it has no place', () => {
    expect(missing(`${create} A();`)).toBe('CreateBuilder: place-unclear');
    expect(missing('WebApplication.CreateBuilder(args).Build().Run();')).toBe('CreateBuilder: place-unclear');
    expect(missing('builder = WebApplication.CreateBuilder(args); builder.Build();')).toBe(
      'CreateBuilder: place-unclear',
    );
    expect(missing('var builder = Host.CreateApplicationBuilder(args); builder.Build();')).toBe(
      'CreateApplicationBuilder: place-unclear',
    );
    expect(missing('var builder = Host.CreateDefaultBuilder(args); builder.Build();')).toBe(
      'CreateDefaultBuilder: place-unclear',
    );
    expect(missing(`${create} Start(builder); void Start(WebApplicationBuilder web) { web.Build(); }`)).toBe(
      'CreateBuilder: place-unclear',
    );
  });

  test('for people, where nothing is called args', () => {
    const main = `class Program { static void Main(string[] given) { ${create} A(); ${build} } }`;
    expect(missing(main)).toBe('CreateBuilder: place-unclear');
    const local = `class Program { static void Main() { var args = Read(); ${create} A(); ${build} } }`;
    expect(missing(local)).toBe('CreateBuilder: place-unclear');
  });

  test('nowhere in an app that makes no builder', () => {
    expect(missing('A(); B();')).toBeNull();
    expect(missing(`if (builder.Environment.IsDevelopment()) { ${create} }`)).toBeNull();
  });
});

describe('what took its place makes room', () => {
  const instead = (body: string) => `builder.Host.ConfigureAppConfiguration((_, c) => ${body});`;
  const both = instead('{ c.LoadAppConfig(args); c.AddJsonFile("own.json"); }');
  const alone = instead('{ c.LoadAppConfig(args); }');
  const expression = instead('c.LoadAppConfig(args)');
  const other = instead('c.AddJsonFile("own.json")');

  test.each<[string, string, string]>([
    ['a lambda of more', both, `${call} above ${both}, for c.LoadAppConfig(args);`],
    ['a lambda of nothing else', alone, `${call} above ${alone}, for ${alone}`],
    ['a lambda that is an expression', expression, `${call} above ${expression}, for ${expression}`],
    ['a lambda of other sources', other, `${call} above ${other}`],
    ['the second of two', `${other} ${both}`, `${call} above ${both}, for c.LoadAppConfig(args);`],
    ['the first of two without the helper', `${other} A(); ${other}`, `${call} above ${other}`],
    [
      'the helper under a condition',
      instead('{ if (x) { c.LoadAppConfig(args); } }'),
      `${call} above ${instead('{ if (x) { c.LoadAppConfig(args); } }')}, for c.LoadAppConfig(args);`,
    ],
    [
      'an anonymous method',
      'builder.Host.ConfigureAppConfiguration(delegate (HostBuilderContext _, IConfigurationBuilder c) { c.LoadAppConfig(args); });',
      `${call} above builder.Host.ConfigureAppConfiguration(delegate (HostBuilderContext _, IConfigurationBuilder c) { c.LoadAppConfig(args); });, for builder.Host.ConfigureAppConfiguration(delegate (HostBuilderContext _, IConfigurationBuilder c) { c.LoadAppConfig(args); });`,
    ],
    [
      'a static lambda',
      instead('c.AddJsonFile("own.json")').replace('((_', '(static (_'),
      `${call} above ${instead('c.AddJsonFile("own.json")').replace('((_', '(static (_')}`,
    ],
    [
      'a vault inside, before the helper',
      instead('{ c.AddAzureKeyVault(uri, credential); c.LoadAppConfig(args); }'),
      `${call} above ${instead('{ c.AddAzureKeyVault(uri, credential); c.LoadAppConfig(args); }')}, for c.LoadAppConfig(args);`,
    ],
    ['a vault after it', `${both} ${vault}`, `${call} above ${both}, for c.LoadAppConfig(args);`],
    [
      'a vault for local runs before it',
      `if (builder.Environment.IsDevelopment()) { ${vault} } ${both}`,
      `${call} above ${both}, for c.LoadAppConfig(args);`,
    ],
    ['a vault before it, for people', `${vault} ${both}`, 'place-unclear'],
    ['a vault in a function before it, for people', `Setup(); ${both} void Setup() { ${vault} }`, 'place-unclear'],
    [
      'on the web host',
      'builder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args));',
      `${call} above builder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args));, for builder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args));`,
    ],
    [
      'over several lines',
      'builder\n  .Host\n  .ConfigureAppConfiguration((_, c) => c.AddJsonFile("own.json"));',
      `${call} above builder .Host .ConfigureAppConfiguration((_, c) => c.AddJsonFile("own.json"));`,
    ],
    [
      'on something else, for people',
      'builder.Other.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args));',
      'place-unclear',
    ],
    ['on nothing, for people', 'ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args));', 'place-unclear'],
    ['as a value, for people', `var host = ${both}`, 'place-unclear'],
    ['a chain of more, for people', `${both.slice(0, -1)}.UseKestrel();`, 'place-unclear'],
    ['the helper as a value, for people', instead('{ var d = c.LoadAppConfig(args); }'), 'place-unclear'],
    ['in a lambda that somebody keeps, for people', `x.Use(() => { ${both} });`, 'place-unclear'],
  ])('%s', (_, statements, comesBack) => {
    expect(missing(`${create} ${statements} ${build}`)).toBe(`ConfigureAppConfiguration: ${comesBack}`);
  });

  test('the helper called on the configuration', () => {
    const load = 'builder.Configuration.LoadAppConfig(args);';
    expect(missing(`${create} A(); ${load} ${build}`)).toBe(`LoadAppConfig: ${call} above ${load}, for ${load}`);
    expect(missing(`${create} var c = builder.Configuration; c.LoadAppConfig(args); ${build}`)).toBe(
      'LoadAppConfig: place-unclear',
    );
  });

  test('the helper in a function that is passed on, for people', () => {
    const passed = `builder.Host.ConfigureAppConfiguration(Load); ${build} void Load(HostBuilderContext _, IConfigurationBuilder c) { c.LoadAppConfig(args); }`;
    expect(missing(`${create} ${passed}`)).toBe('LoadAppConfig: place-unclear');
  });

  test.each<[string, string]>([
    ['IWebHostBuilder web', 'web.ConfigureAppWebHost(args); above'],
    ['Microsoft.AspNetCore.Hosting.IWebHostBuilder web', 'web.ConfigureAppWebHost(args); above'],
    ['IHostBuilder web', 'place-unclear'],
    ['OwnIWebHostBuilder web', 'place-unclear'],
    ['IWebHostBuilders web', 'place-unclear'],
  ])('a function of the app’s own that takes %s: %s', (parameter, comesBack) => {
    const given = parameter.includes('IHostBuilder') ? 'builder.Host' : 'builder.WebHost';
    const program = (modifier: string) =>
      `${create} Setup(${given}); ${build} ${modifier}void Setup(${parameter}) { web.ConfigureAppConfiguration((_, c) => c.AddJsonFile("own.json")); }`;
    expect(missing(program(''))).toContain(`ConfigureAppConfiguration: ${comesBack}`);
    // What is static does not see the arguments of the app.
    expect(missing(program('static '))).toBe('ConfigureAppConfiguration: place-unclear');
  });
});

describe('a host that only local runs have', () => {
  test('is told, whatever else is there', () => {
    const local = `if (builder.Environment.IsDevelopment()) { ${call} }`;
    expect(missing(`${create} ${local} ${build}`)).toBe('ConfigureAppWebHost: development-only');
  });

  test('is none where a function of the app’s own has the name', () => {
    const own = `${create} ConfigureAppWebHost(); A(); ${build} void ConfigureAppWebHost() { }`;
    expect(missing(own)).toBe(`CreateBuilder: ${call} below A();`);
  });
});

test('a helper by the name of the library’s that the app has itself is followed', () => {
  const own = {
    'Own.cs': 'static class Own { public static void LoadAppConfig(this IConfigurationBuilder c) { c.B(); } }',
  };
  const program = `${create} A(); builder.Configuration.LoadAppConfig(); B(); ${build}`;
  expect(missing(program, own)).toBe(`CreateBuilder: ${call} below B();`);
});
