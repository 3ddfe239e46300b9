import { describe, expect, test } from 'vitest';
import type { FileRange } from '../../../src/location.ts';
import { auditedApp } from '../../rules/audited.ts';
import { type StartUpOptions, startingApp } from '../../rules/start-ups.ts';
import { connecting } from '../../rules/vault/wirings.ts';

/** What of the first wiring is there. */
async function wiringIn(shape: StartUpOptions) {
  const { app } = await auditedApp(startingApp(shape));
  const [wiring] = app.wirings;
  const textOf = ({ file, start, end }: FileRange) =>
    app.sources.file(file)?.text.slice(start, end).replace(/\s+/g, ' ') ?? 'unknown';
  return { wiring, textOf };
}

const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';
const host = 'ConfigureWebHostBuilder(builder.WebHost);';

describe('a wiring before the host moves behind it', () => {
  async function move(shape: StartUpOptions): Promise<string> {
    const { wiring, textOf } = await wiringIn(shape);
    const found = wiring?.move;
    if (!found) return 'none';
    return found.kind === 'movable' ? `${textOf(found.statement)} > ${textOf(found.behind)}` : found.because;
  }
  const guarded = `if (x) { ${vault} }`;

  test.each<[string, StartUpOptions, string]>([
    ['by itself', { before: `${vault}\n` }, `${vault} > ${host}`],
    ['with its if', { before: `${guarded}\n` }, `${guarded} > ${host}`],
    ['with an if without braces', { before: `if (x) ${vault}\n` }, `if (x) ${vault} > ${host}`],
    ['with the ifs around it', { before: `if (y) { ${guarded} }\n` }, `if (y) { ${guarded} } > ${host}`],
    ['with an if around an if', { before: `if (y) ${guarded}\n` }, `if (y) ${guarded} > ${host}`],
    [
      'with an if that has a comment',
      { before: `if (x)\n{\n    // vault\n    ${vault}\n}\n` },
      `if (x) { // vault ${vault} } > ${host}`,
    ],
    ['not one that is behind it', { after: `${vault}\n` }, 'none'],
    ['not out of an if with more', { before: `if (x) { ${vault} Run(); }\n` }, 'shares-condition'],
    ['not out of an if with an else', { before: `if (x) { ${vault} } else { Run(); }\n` }, 'shares-condition'],
    ['not out of an else', { before: `if (x) { Run(); } else { ${vault} }\n` }, 'shares-condition'],
    ['not out of an if with an else, without braces', { before: `if (x) ${vault} else Run();\n` }, 'shares-condition'],
    [
      'not into the else of its if',
      {
        host: '    if (x) web.AddAzureKeyVaultAsConfigProvider(); else builder.ConfigureAppWebHost(args);\n',
      },
      'shares-condition',
    ],
    ['not out of a block of its own', { before: `{ ${vault} }\n` }, 'different-functions'],
    [
      'not out of another function',
      { services: `    web.AddAzureKeyVaultAsConfigProvider();\n` },
      'different-functions',
    ],
    [
      'not out of a chain',
      { before: 'builder.Configuration.AddJsonFile("a").AddAzureKeyVault(u, k);\n' },
      'part-of-more',
    ],
    ['not out of an assignment', { before: `var b = ${vault}\n` }, 'part-of-more'],
    [
      'as the call of the function that it is all of',
      { before: 'Add();\n', functions: `void Add() { ${vault} }\n` },
      `Add(); > ${host}`,
    ],
    [
      'as the call of the function that it is the expression of',
      { before: 'Add();\n', functions: 'WebApplicationBuilder Add() => builder.AddAzureKeyVaultAsConfigProvider();\n' },
      `Add(); > ${host}`,
    ],
    [
      'as the call of a function that says what it does',
      { before: 'Add();\n', functions: `void Add() { Console.WriteLine("vault"); ${vault} }\n` },
      `Add(); > ${host}`,
    ],
    [
      'not as the call of a function that does more',
      { before: 'Add();\n', functions: `void Add() { ${vault} Run(); }\n` },
      'different-functions',
    ],
    [
      'not as the call of a function that calls what a variable holds',
      { before: 'Add();\n', functions: `void Add() { ${vault} actions[0](); }\n` },
      'different-functions',
    ],
    [
      'as what configures by it',
      { before: 'builder.Host.ConfigureAppConfiguration((_, c) => c.AddAzureKeyVault(u, k));\n' },
      `builder.Host.ConfigureAppConfiguration((_, c) => c.AddAzureKeyVault(u, k)); > ${host}`,
    ],
    [
      'behind the host in the function of both',
      { host: '    web.AddAzureKeyVaultAsConfigProvider();\n    builder.ConfigureAppWebHost(args);\n' },
      'web.AddAzureKeyVaultAsConfigProvider(); > builder.ConfigureAppWebHost(args);',
    ],
  ])('%s', async (_, shape, expected) => {
    expect(await move(shape)).toBe(expected);
  });

  test('and not past a host of another file that stands further down there', async () => {
    const setup = `${'\n'.repeat(80)}public static class Setup\n{\n    public static void Host(this IWebHostBuilder web) { web.ConfigureAppWebHost(args); }\n}\n`;
    const shape = { before: `${vault}\n`, host: '    builder.Host();\n', more: { 'App/Setup.cs': setup } };
    expect(await move(shape)).toBe(`${vault} > ${host}`);
  });
});

describe('the library’s method replaces a wiring', () => {
  async function replacement(shape: StartUpOptions) {
    const { wiring, textOf } = await wiringIn(shape);
    const found = wiring?.replacement;
    if (found?.kind !== 'replaceable') return found?.because ?? 'none';
    const { statement, below, belowHost, builder, comments } = found;
    const places = [statement, below, ...(belowHost ? [belowHost] : [])].map(textOf);
    const said = [comments.above, comments.inside].map((comment) => comment?.lines ?? null);
    return { places, builder, comments: said };
  }
  const functions = connecting();
  const call = 'ConnectToKeyVault(builder.Configuration);';

  test.each<[string, StartUpOptions, readonly string[]]>([
    ['where it stands', { after: `${call}\n`, functions }, [call, call, host]],
    ['where it stands, before the host', { before: `${call}\n`, functions }, [call, call, host]],
    [
      'below what leads to it',
      {
        host: '    builder.ConfigureAppWebHost(args);\n    builder.ConfigureAppConfiguration((_, c) => ConnectToKeyVault(c));\n',
        functions,
      },
      ['builder.ConfigureAppConfiguration((_, c) => ConnectToKeyVault(c));', host, host],
    ],
    [
      'in an if',
      { after: `if (!builder.Environment.IsDevelopment())\n{\n    ${call}\n}\n`, functions },
      [call, call, host],
    ],
  ])('%s', async (_, shape, places) => {
    expect(await replacement(shape)).toMatchObject({ places, builder: 'builder' });
  });

  test.each<[string, StartUpOptions, string]>([
    [
      'code behind it in its function',
      {
        host: `    builder.ConfigureAppConfiguration((_, c) => ConnectToKeyVault(c));\n    builder.ConfigureAppWebHost(args);\n`,
        functions,
      },
      'order',
    ],
    [
      'a function that does more',
      {
        after: 'Add(builder.Configuration);\n',
        functions: `void Add(IConfigurationBuilder c) { Run(); c.AddAzureKeyVault(new Uri(c.Build()["kvSetting:SecretUri"]), new ClientSecretCredential(a, b, d)).Build(); }\n`,
      },
      'part-of-more',
    ],
    ['the library’s method itself', { after: `${vault}\n` }, 'none'],
  ])('but not %s', async (_, shape, because) => {
    expect(await replacement(shape)).toBe(because);
  });

  test.each<[string, string, readonly (readonly string[] | null)[]]>([
    ['none', call, [null, null]],
    ['above it', `// Vault\n${call}`, [['// Vault'], null]],
    ['of several lines', `// Vault\n//   of the agency\n${call}`, [['// Vault', '//   of the agency'], null]],
    ['in a block', `/*\n * Vault\n *\n */\n${call}`, [['/*', ' * Vault', ' *', ' */'], null]],
    [
      'above its if and in it',
      `// Deployed\nif (!builder.Environment.IsDevelopment())\n{\n    // Vault\n    //  of the agency\n    ${call}\n}`,
      [['// Deployed'], ['// Vault', '//  of the agency']],
    ],
  ])('with the comments: %s', async (_, after, comments) => {
    expect(await replacement({ after: `${after}\n\n`, functions })).toMatchObject({ comments });
  });
});
