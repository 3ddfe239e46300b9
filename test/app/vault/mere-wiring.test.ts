import { beforeAll, describe, expect, test } from 'vitest';
import { findCallables } from '../../../src/app/startup/callable.ts';
import { fillsVaultSettings, onlyWires } from '../../../src/app/vault/mere-wiring.ts';
import { descendantsOfKind } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { callsNamed } from '../../../src/syntax/csharp/project.ts';
import { parsed } from '../../syntax/csharp/sources.ts';
import { projectWith } from '../startup/started.ts';

beforeAll(loadCSharp);

/** Whether the function `Connect` does nothing but wire the vault. */
function wires(program: string): boolean {
  const project = projectWith({ 'Program.cs': `Connect(config);\n${program}` });
  const [call] = callsNamed(project, 'Connect');
  const [callable] = call ? findCallables(call.invocation, call.file, project) : [];
  if (callable === undefined) throw new Error(`no Connect in ${program}`);
  return onlyWires(callable.body, callable.file, project);
}

const connect = (body: string) => `void Connect(IConfigurationBuilder config) { ${body} }`;

describe('a function only wires the vault', () => {
  test.each([
    ['by one call', 'config.AddAzureKeyVault(uri, credential);'],
    ['by the library’s call', 'builder.AddAzureKeyVaultAsConfigProvider();'],
    ['with types of the SDK', 'config.AddAzureKeyVault(new Uri(address), new ClientSecretCredential(a, b, c));'],
    ['with a type by its whole name', 'var c = new Azure.Identity.ClientSecretCredential(a, b, c);'],
    ['with a target-typed object', 'KeyVaultSettings s = new(); config.GetSection("kvSetting").Bind(s);'],
    ['into a local', 'string a; a = config["x"]; config.AddAzureKeyVault(a);'],
    [
      'into a member of a local',
      'var o = new AzureKeyVaultConfigurationOptions(); o.ReloadInterval = TimeSpan.FromMinutes(5);',
    ],
    ['into an object that is just made', 'var o = new AzureKeyVaultConfigurationOptions { ReloadInterval = x };'],
    ['into nothing', '_ = config.Build();'],
    [
      'where it is allowed to',
      'if (!env.IsDevelopment() && !string.IsNullOrEmpty(address)) { config.AddAzureKeyVault(address); }',
    ],
    ['or says that it cannot', 'if (address == null) { throw new InvalidOperationException("none"); }'],
    ['and logs it', 'logger.LogInformation("vault"); Console.WriteLine("vault");'],
    ['through a function', 'Inner(config); void Inner(IConfigurationBuilder c) { c.AddAzureKeyVault(uri); }'],
    ['through a function that calls it again', 'Inner(config); void Inner(IConfigurationBuilder c) { Connect(c); }'],
    ['in a lambda', 'builder.ConfigureAppConfiguration((_, c) => c.AddAzureKeyVault(uri));'],
    ['that holds another with the name of a local', 'string a = x; void F() { string b; b = a; } config.Build();'],
    ['and returns', 'if (x) { return; } config.AddAzureKeyVault(-1);'],
  ])('%s', (_, body) => {
    expect(wires(connect(body))).toBe(true);
  });

  test.each([
    ['calls something else', 'services.AddSingleton(x);'],
    ['calls something that begins alike', 'config.BuildMore();'],
    ['calls something that ends alike', 'config.ReBuild();'],
    ['makes something else', 'var x = new HttpClient();'],
    ['makes something else by target', 'HttpClient x = new();'],
    ['makes something for a call', 'config.AddAzureKeyVault(new());'],
    ['sets a field', '_address = config["x"];'],
    ['sets a member of something else', 'options.Address = config["x"];'],
    ['sets a local of another function', 'outer = config["x"]; } void Other() { string outer; '],
    ['sets what only begins like a local', 'string a; ab = config["x"];'],
    ['counts up', 'count++;'],
    ['counts down', '--count;'],
    ['waits', 'await x;'],
    ['yields', 'yield return x;'],
    ['jumps', 'goto end; end: config.Build();'],
    ['counts what ends a text', 'var a = "x" + count--;'],
    ['makes nothing that is known', 'var x = new();'],
    ['calls what a variable holds', 'actions[0]();'],
    [
      'does it in a function that it calls with others',
      'Inner(config); void Inner(object c) { Deeper(c); } void Deeper(object c) { Start(); }',
    ],
    ['does it in a function', 'Inner(); void Inner() { services.AddSingleton(x); }'],
    ['does it in a lambda', 'builder.ConfigureAppConfiguration((_, c) => services.AddSingleton(c));'],
  ])('not if it %s', (_, body) => {
    expect(wires(connect(body))).toBe(false);
  });

  test.each<[string, boolean]>([
    ['IConfigurationBuilder Connect(IConfigurationBuilder config) { return config; }', true],
    ['IConfigurationBuilder Connect(IConfigurationBuilder config) { return config.AddAzureKeyVault(uri); }', true],
    ['IConfigurationBuilder Connect(IConfigurationBuilder config) => config.AddAzureKeyVault(uri);', true],
    ['void Connect(IConfigurationBuilder config) => config.AddAzureKeyVault(uri);', true],
    ['void Connect(IConfigurationBuilder config) => config.Build();', true],
    ['IConfiguration Connect(IConfigurationBuilder config) => config.Build();', false],
    ['IConfiguration Connect(IConfigurationBuilder config) { return config.Build(); }', false],
    ['IConfigurationBuilder Connect(IConfigurationBuilder config) { return other; }', false],
    ['IConfigurationBuilder Connect(IConfigurationBuilder config) { return other.AddAzureKeyVault(uri); }', false],
    ['IConfigurationBuilder Connect(IConfigurationBuilder config) { if (x) return config; return other; }', false],
    ['string outer; void Connect(IConfigurationBuilder config) { outer = config["x"]; }', false],
    ['string outer; void Connect(IConfigurationBuilder config) { string outer2; outer2 = config["x"]; }', true],
    ['string Connect(IConfigurationBuilder config) { string F() { return "a"; } return config; }', true],
  ])('what it yields tells: %s', (program, expected) => {
    expect(wires(program)).toBe(expected);
  });
});

test.each([
  ['config.GetSection("kvSetting").Bind(settings);', true],
  ['config.GetSection("KvSetting").Bind(settings);', true],
  ['config.GetSection("other").Bind(settings);', false],
  ['config.GetSection("kvSetting").Get<S>();', false],
  ['var x = config.GetSection("kvSetting");', false],
])('%s fills the vault’s settings: %s', (statement, expected) => {
  const file = parsed(statement);
  const [view] = file.views;
  const kinds = ['expression_statement', 'local_declaration_statement'];
  const [node] = view ? [...descendantsOfKind(view.root, ...kinds)] : [];
  expect(node && fillsVaultSettings(node, file.text)).toBe(expected);
});
