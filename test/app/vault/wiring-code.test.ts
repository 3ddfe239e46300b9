import { describe, expect, test } from 'vitest';
import { nameOf } from '../../../src/app/startup/callable.ts';
import { wiringCodeOf } from '../../../src/app/vault/wiring-code.ts';
import type { FileRange } from '../../../src/location.ts';
import { rangeIn } from '../../../src/syntax/csharp/evaluate/place.ts';
import { callsNamed } from '../../../src/syntax/csharp/project.ts';
import { appHolding } from './own-functions.ts';

const adds = 'AddAzureKeyVault(u, k)';
const connect = 'void Connect(IConfigurationBuilder c) { c.AddAzureKeyVault(u, k); }';

/** What an app would be without if it did without its calls of `AddAzureKeyVault`. */
async function codeIn(program: string, own = '') {
  const app = await appHolding({ 'App/Program.cs': program, 'App/Own.cs': own });
  const wirings = callsNamed(app.sources, 'AddAzureKeyVault').map(({ invocation, file }) => rangeIn(file, invocation));
  const { calls, functions, namedElsewhere } = wiringCodeOf(app, wirings);
  const textOf = ({ file, start, end }: FileRange) => app.sources.file(file)?.text.slice(start, end);
  return {
    calls: calls.map(({ file, invocation, form, filling }) =>
      [`${form} ${textOf(rangeIn(file, invocation))}`, ...filling.map(textOf)].join(' with '),
    ),
    functions: functions.map(({ file, declaration }) => nameOf(declaration, file.text)),
    namedElsewhere: namedElsewhere.map(textOf),
  };
}

describe('the outermost call that is there for the vault alone', () => {
  test.each<[string, string, string]>([
    ['is the wiring', `builder.Configuration.${adds};`, `extension builder.Configuration.${adds}`],
    [
      'is what configures by a lambda',
      `builder.Host.ConfigureAppConfiguration((_, c) => c.${adds});`,
      `extension builder.Host.ConfigureAppConfiguration((_, c) => c.${adds})`,
    ],
    ['is in a lambda that a library takes', `library.Use(c => c.${adds});`, `extension c.${adds}`],
    ['is in a lambda of a library that configures', `library.ConfigureApp(c => c.${adds});`, `extension c.${adds}`],
    [
      'is in a lambda that a function of the app takes',
      `ConfigureAppConfiguration((_, c) => c.${adds});`,
      `extension c.${adds}`,
    ],
    [
      'is in a lambda beside something else',
      `builder.Host.ConfigureAppConfiguration((_, c) => c.${adds}, true);`,
      `extension c.${adds}`,
    ],
    [
      'is in a lambda that does more',
      `builder.Host.ConfigureAppConfiguration((_, c) => { c.${adds}; c.AddJsonFile("a"); });`,
      `extension c.${adds}`,
    ],
    ['is in a lambda that is kept', `Action<IConfigurationBuilder> kept = c => c.${adds};`, `extension c.${adds}`],
  ])('%s', async (_, program, call) => {
    expect(await codeIn(program)).toEqual({ calls: [call], functions: [], namedElsewhere: [] });
  });

  test.each<[string, string, readonly string[]]>([
    ['each call of its function', 'Connect(a);\nConnect(b);', ['static Connect(a)', 'static Connect(b)']],
    [
      'what configures by its function',
      'builder.Host.ConfigureAppConfiguration(Connect);',
      ['extension builder.Host.ConfigureAppConfiguration(Connect)'],
    ],
    [
      'what configures by a lambda of its function, once',
      'builder.Host.ConfigureAppConfiguration((_, c) => { Connect(c); Connect(c); });',
      ['extension builder.Host.ConfigureAppConfiguration((_, c) => { Connect(c); Connect(c); })'],
    ],
    ['nothing where its function is only declared', '', []],
  ])('is %s', async (_, program, calls) => {
    expect(await codeIn(`${program}\n${connect}`)).toEqual({ calls, functions: ['Connect'], namedElsewhere: [] });
  });

  test.each([
    ['passed to a library', 'library.Use(Connect);', 'library.Use(Connect)'],
    [
      'passed with something else',
      'builder.Host.ConfigureAppConfiguration(Connect, true);',
      'builder.Host.ConfigureAppConfiguration(Connect, true)',
    ],
    ['kept', 'Action<IConfigurationBuilder> kept = Connect;', 'Connect'],
  ])('cannot be told where its function is %s', async (_, program, named) => {
    const found = await codeIn(`${program}\n${connect}`);
    expect(found).toEqual({ calls: [], functions: ['Connect'], namedElsewhere: [named] });
  });

  test('is in a function that is asked for elsewhere', async () => {
    const own = `class Own : IConnect { public ${connect} }`;
    expect(await codeIn('Use(new Own());', own)).toEqual({
      calls: [`extension c.${adds}`],
      functions: [],
      namedElsewhere: [],
    });
  });

  test('is through functions and what these alone call', async () => {
    const program = `Setup(config);\nvoid Setup(IConfigurationBuilder c) { Connect(c, Key()); }\nvoid Connect(IConfigurationBuilder c, object k) { c.${adds}; }\nobject Key() { return null; }`;
    expect(await codeIn(program)).toEqual({
      calls: ['static Setup(config)'],
      functions: ['Connect', 'Setup', 'Key'],
      namedElsewhere: [],
    });
  });
});

test('what fills its settings goes along, where it stands in the same function', async () => {
  const fill = 'config.GetSection("kvSetting").Bind(kv);';
  const program = `var kv = new KeyVaultSettings();\n${fill}\nbuilder.Configuration.${adds};\nRun();\nvoid Other() { ${fill.replace('kv)', 'other)')} }\nbuilder.Use(c => { ${fill.replace('kv)', 'third)')} });`;
  expect((await codeIn(program)).calls).toEqual([`extension builder.Configuration.${adds} with ${fill}`]);
});
