import { beforeAll, describe, expect, test } from 'vitest';
import { entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import { readVaultOrder } from '../../../src/app/startup/vault-order.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith } from './started.ts';

beforeAll(loadCSharp);

function vaultOrder(program: string): string {
  const project = projectWith({ 'Program.cs': program });
  return readVaultOrder(executedCalls(project, entryPointsOf(project.files)), project.files).kind;
}

const host = 'ConfigureWebHostBuilder(builder.WebHost);';
const hostBody = 'void ConfigureWebHostBuilder(IWebHostBuilder builder) { builder.ConfigureAppWebHost(args); }';

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
    [
      'by hand, in a lambda',
      `${host} builder.Host.ConfigureAppConfiguration((_, c) => { c.AddAzureKeyVault(uri, credential); }); ${hostBody}`,
      'unknown',
    ],
    ['the host never', 'builder.AddAzureKeyVaultAsConfigProvider();', 'unknown'],
    [
      'the vault in code that is not reached',
      `${host} ${hostBody} void Vault() { builder.AddAzureKeyVaultAsConfigProvider(); }`,
      'unknown',
    ],
    ['the vault never', `${host} ${hostBody}`, 'none'],
    ['the vault in a comment', `${host} // builder.AddAzureKeyVaultAsConfigProvider();\n${hostBody}`, 'none'],
  ])('%s', (_, program, order) => {
    expect(vaultOrder(program)).toBe(order);
  });
});
