import { describe, expect, test } from 'vitest';
import { nameOf } from '../../../src/app/startup/callable.ts';
import { formOf, isFree, withTheirOwn } from '../../../src/app/vault/removable-function.ts';
import { nodesOfKind } from '../../../src/syntax/csharp/file.ts';
import { readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import type { Files } from '../../rules/audited.ts';
import { appHolding, functionCalled } from './own-functions.ts';

const body = '(IConfigurationBuilder config) { config.Build(); }';

describe('nothing but calls asks for a function', () => {
  test.each([
    ['that is local', `void Connect${body}`, 'App/Program.cs'],
    ['that is static', `class A { public static void Connect${body} }`, 'App/A.cs'],
    ['that is private', `class A { private void Connect${body} }`, 'App/A.cs'],
    ['that says nothing of itself', `class A { void Connect${body} }`, 'App/A.cs'],
    ['of an interface’s implementer, for itself', `class A : IA { private void Connect${body} }`, 'App/A.cs'],
  ])('%s', async (_, text, file) => {
    expect(isFree(functionCalled('Connect', await appHolding({ [file]: text })))).toBe(true);
  });

  test.each([
    ['of every instance', `class A { public void Connect${body} }`],
    ['of every instance of the assembly', `class A { internal void Connect${body} }`],
    ['of derived classes', `class A { protected void Connect${body} }`],
    ['that an interface asks for', `class A : IA { void IA.Connect${body} }`],
    ['that a base class asks for', `class A : B { protected override void Connect${body} }`],
    ['that may be overridden', `class A { protected virtual void Connect${body} }`],
    ['of which a generator has a part', `partial class A { static partial void Connect${body} }`],
    ['that an interface asks of types', `interface A { static virtual void Connect${body} }`],
  ])('but not one %s', async (_, text) => {
    expect(isFree(functionCalled('Connect', await appHolding({ 'App/A.cs': text })))).toBe(false);
  });

  test('nor the one that starts the app', async () => {
    const app = await appHolding({ 'App/Program.cs': 'class Program { static void Main(string[] a) { F(); } }' });
    expect(isFree(functionCalled('Main', app))).toBe(false);
  });
});

describe('a call is', () => {
  async function form(type: string, call: string): Promise<string> {
    const app = await appHolding({ 'App/Own.cs': type, 'App/A.cs': `class A { void F() { ${call} } }\n` });
    const file = app.sources.file('App/A.cs');
    const [node] = file ? nodesOfKind(file, 'invocation_expression') : [];
    const invocation = file && node ? readInvocation(node, file.text) : null;
    if (file === null || invocation === null) throw new Error(call);
    return formOf(invocation, file, functionCalled('Connect', app));
  }
  const holding = (kind: string) => `namespace N;\n${kind} Own { public static void Connect${body} }`;

  test.each([
    ['on nothing', holding('static class'), 'Connect(config);', 'static'],
    ['on the class', holding('static class'), 'Own.Connect(config);', 'static'],
    ['on the class by its whole name', holding('static class'), 'N.Own.Connect(config);', 'static'],
    ['on a struct', holding('struct'), 'Own.Connect(config);', 'static'],
    ['on a record', holding('record'), 'Own.Connect(config);', 'static'],
    ['on the configuration', holding('static class'), 'config.Connect();', 'extension'],
    ['on what only ends in the name of the class', holding('static class'), 'web.MyOwn.Connect();', 'extension'],
  ])('%s', async (_, type, call, expected) => {
    expect(await form(type, call)).toBe(expected);
  });
});

describe('with a function goes', () => {
  async function going(files: Files, name = 'Connect'): Promise<readonly string[]> {
    const app = await appHolding(files);
    const all = withTheirOwn([functionCalled(name, app)], app);
    return all.map(({ file, declaration }) => `${file.path} ${nameOf(declaration, file.text)}`);
  }
  const connecting = (calls: string) => `void Connect(IConfigurationBuilder config) { ${calls} }\n`;

  test('what it alone calls, and what that alone calls', async () => {
    const program = `${connecting('Inner(config); Inner(config);')}void Inner(object a) { Own.Last(a); }\n`;
    const files = {
      'App/Program.cs': program,
      'App/Own.cs': 'static class Own { public static void Last(object a) { } }',
    };
    expect(await going(files)).toEqual(['App/Program.cs Connect', 'App/Program.cs Inner', 'App/Own.cs Last']);
  });

  test.each<[string, Files]>([
    ['calls as well', { 'App/Program.cs': `Inner(1);\n${connecting('Inner(config);')}void Inner(object a) { }\n` }],
    [
      'in another function calls',
      { 'App/Program.cs': `${connecting('Inner(config);')}void Inner(object a) { }\nvoid Other() { Inner(1); }\n` },
    ],
    ['names', { 'App/Program.cs': `Use(Inner);\n${connecting('Inner(config);')}void Inner(object a) { }\n` }],
    [
      'in another file calls at the same place',
      {
        'App/Program.cs': `${connecting('Own.Inner(config);')}`,
        'App/Own.cs': 'static class Own { public static void Inner(object a) { } }',
        'App/A.cs': 'class A { void F() => G(" "); void G(string s) { Own.Inner(s); } }',
      },
    ],
    [
      'implements an interface',
      {
        'App/Program.cs': `${connecting('Inner i = new Inner(); i.Run(config);')}`,
        'App/Own.cs': 'class Inner : IRun { public void Run(object a) { } }',
      },
    ],
  ])('but not what something else %s', async (_, files) => {
    expect(await going(files)).toEqual(['App/Program.cs Connect']);
  });
});
