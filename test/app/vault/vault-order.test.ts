import { beforeAll, describe, expect, test } from 'vitest';
import { readStartUp } from '../../../src/app/start-up.ts';
import { entryPointsOf, executionOf } from '../../../src/app/startup/execution.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../startup/started.ts';

beforeAll(loadCSharp);

function vaultOrder(program: string): string {
  const project = projectWith({ 'Program.cs': program });
  return readStartUp(executionOf(project, entryPointsOf(project.files)), project, true, []).vault.kind;
}

const host = 'ConfigureWebHostBuilder(builder.WebHost);';
const hostBody = 'void ConfigureWebHostBuilder(IWebHostBuilder builder) { builder.ConfigureAppWebHost(args); }';

const made = 'var builder = WebApplication.CreateBuilder(args);';
const helper = 'builder.AddAzureKeyVaultAsConfigProvider();';
const byHand = 'builder.Host.ConfigureAppConfiguration((_, c) => { c.AddAzureKeyVault(uri, credential); });';
const inDevelopment = `if (builder.Environment.IsDevelopment()) { ${helper} }`;

describe('vault and host, whichever comes last', () => {
  test.each([
    ['after', `${host} builder.AddAzureKeyVaultAsConfigProvider(); ${hostBody}`, 'after-host'],
    [
      'after, when deployed',
      `${host} if (!builder.Environment.IsDevelopment()) { builder.AddAzureKeyVaultAsConfigProvider(); } ${hostBody}`,
      'after-host',
    ],
    ['before', `builder.AddAzureKeyVaultAsConfigProvider(); ${host} ${hostBody}`, 'before-host'],
    [
      'inside the function of the host, after',
      `${host} void ConfigureWebHostBuilder(IWebHostBuilder builder) { builder.ConfigureAppWebHost(args); outer.AddAzureKeyVaultAsConfigProvider(); }`,
      'after-host',
    ],
    ['by hand, in a lambda, after', `${made} ${host} ${byHand} ${hostBody}`, 'after-host'],
    ['by hand, in a lambda, before', `${made} ${byHand} ${host} ${hostBody}`, 'before-host'],
    ['by hand, in a lambda of a builder nobody knows', `${host} ${byHand} ${hostBody}`, 'unknown'],
    ['twice: the last one wins', `${helper} ${host} ${helper} ${hostBody}`, 'after-host'],
    ['twice, one of them sometime', `x.Use(o => { ${helper} }); ${helper} ${host} ${hostBody}`, 'unknown'],
    ['sometime, and certainly after', `x.Use(o => { ${helper} }); ${host} ${helper} ${hostBody}`, 'after-host'],
    ['in Development alone', `${host} ${inDevelopment} ${hostBody}`, 'none'],
    ['before, and in Development after', `${helper} ${host} ${inDevelopment} ${hostBody}`, 'before-host'],
    ['after, and in Development before', `${inDevelopment} ${host} ${helper} ${hostBody}`, 'after-host'],
    [
      'after a host that is Development’s alone',
      `if (env.IsDevelopment()) { ${host} } ${helper} ${hostBody}`,
      'unknown',
    ],
    [
      'the host sometime',
      `${helper} x.ConfigureWebHostDefaults(builder => { builder.ConfigureAppWebHost(args); });`,
      'unknown',
    ],
    [
      'in Development, and in code that something else may call',
      `${host} ${inDevelopment} x.Use(Vault); ${hostBody} void Vault() { ${helper} }`,
      'unknown',
    ],
    ['the host never', 'builder.AddAzureKeyVaultAsConfigProvider();', 'unknown'],
    [
      'the vault in code that something else may call',
      `${host} x.Use(Vault); ${hostBody} void Vault() { builder.AddAzureKeyVaultAsConfigProvider(); }`,
      'unknown',
    ],
    [
      'the vault in code that nothing calls',
      `${host} ${hostBody} void Vault() { builder.AddAzureKeyVaultAsConfigProvider(); }`,
      'none',
    ],
    [
      'in the lambdas of a host that is built in the end',
      `Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => { web.ConfigureAppWebHost(args); web.ConfigureAppConfiguration((_, c) => c.AddAzureKeyVault(uri, credential)); });`,
      'after-host',
    ],
    [
      'by an own method of the library’s name',
      `${host} builder.AddAzureKeyVault(); ${hostBody} static class Own { public static void AddAzureKeyVault(this WebApplicationBuilder b) { } }`,
      'none',
    ],
    ['the documented helper of old, from a library', `${host} ConnectToKeyVault(config); ${hostBody}`, 'after-host'],
    [
      'a host that is a function of the app’s own',
      `${made} ConfigureAppWebHost(1); ${helper} void ConfigureAppWebHost(int x) { }`,
      'unknown',
    ],
    ['the vault never', `${host} ${hostBody}`, 'none'],
    ['the vault in a comment', `${host} // builder.AddAzureKeyVaultAsConfigProvider();\n${hostBody}`, 'none'],
  ])('%s', (_, program, order) => {
    expect(vaultOrder(program)).toBe(order);
  });
});

test('functions that nothing calls are told, however they name each other', () => {
  const functions = Array.from({ length: 20 }, (_, index) => `void F${index + 1}() { ${`F${index}();`.repeat(5)} }`);
  expect(vaultOrder(`A(); ${hostBody} void F0() { ${helper} } ${functions.join(' ')}`)).toBe('none');
  expect(vaultOrder(`A(); x.Use(F20); ${hostBody} void F0() { ${helper} } ${functions.join(' ')}`)).toBe('unknown');
});
