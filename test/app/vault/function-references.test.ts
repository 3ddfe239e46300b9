import { describe, expect, test } from 'vitest';
import { referencesTo } from '../../../src/app/vault/function-references.ts';
import type { Files } from '../../rules/audited.ts';
import { appHolding, functionCalled, functionsCalled } from './own-functions.ts';

const own = 'static class Own { public static void Connect(IConfigurationBuilder config) { config.Build(); } }\n';

/** Where `Connect` is named, and how. */
async function references(files: Files): Promise<readonly string[]> {
  const app = await appHolding(files);
  return referencesTo(functionCalled('Connect', app), app).map((reference) => {
    if (reference.kind === 'other') {
      const read = app.workspace.read(reference.at.file);
      const text = read.kind === 'text' ? read.source.text.slice(reference.at.start, reference.at.end) : 'unreadable';
      return `other ${reference.at.file} ${text}`;
    }
    const { name } = reference.kind === 'call' ? reference.invocation : reference.to;
    return `${reference.kind} ${reference.file.path} ${name}`;
  });
}

describe('a function is', () => {
  test.each<[string, string, readonly string[]]>([
    ['called', 'Own.Connect(config);', ['call App/A.cs Connect']],
    ['called with a sign before its name', 'Own.@Connect(config);', ['call App/A.cs Connect']],
    ['called in an argument', 'Use(Own.Connect(config));', ['call App/A.cs Connect']],
    ['called twice', 'Own.Connect(a); Own.Connect(b);', ['call App/A.cs Connect', 'call App/A.cs Connect']],
    ['named behind its type', 'Use(Own.Connect);', ['other App/A.cs Connect']],
    ['kept', 'Action<IConfigurationBuilder> kept = Own.Connect;', ['other App/A.cs Connect']],
    ['told by its name', 'var name = nameof(Own.Connect);', ['other App/A.cs Connect']],
    ['perhaps another one', 'thing.Connect(a, b);', ['other App/A.cs Connect']],
    ['not named by a longer word', 'Own.ConnectAll(); Reconnect();', []],
    ['not named in a comment or a text', '// Connect\nvar a = "Connect";', []],
  ])('%s', async (_, statement, expected) => {
    const caller = `class A\n{\n    void F()\n    {\n        ${statement}\n    }\n}\n`;
    expect(await references({ 'App/Own.cs': own, 'App/A.cs': caller })).toEqual(expected);
  });

  test.each<[string, string, readonly string[]]>([
    ['called', 'Connect(config);', ['call App/Program.cs Connect']],
    ['passed', 'Use(Connect);', ['passed App/Program.cs Use']],
    ['passed behind something else', 'Use(config, Connect);', ['passed App/Program.cs Use']],
    ['named in what is passed', 'Use(config, Connect ?? other);', ['other App/Program.cs Connect']],
    ['kept', 'Action<IConfigurationBuilder> kept = Connect;', ['other App/Program.cs Connect']],
  ])('when it is local, %s', async (_, statement, expected) => {
    const program = `${statement}\nvoid Connect(IConfigurationBuilder config) { config.Build(); }\n`;
    const elsewhere = 'class A { void F() { Connect(); } void G() { Own.Connect(); } }\n';
    expect(await references({ 'App/Program.cs': program, 'App/A.cs': elsewhere })).toEqual(expected);
  });

  test('perhaps named where another has its name', async () => {
    const both = `${own.replace('} }', '} public static void Connect(IConfigurationBuilder c, int i = 0) { } }')}`;
    const app = await appHolding({ 'App/Own.cs': both, 'App/A.cs': 'class A { void F() => Own.Connect(c); }\n' });
    const [first] = functionsCalled('Connect', app);
    const kinds = first && referencesTo(first, app).map(({ kind }) => kind);
    expect(kinds).toEqual(['other', 'other']);
  });
});

describe('what is no code of the app may name it as well', () => {
  test.each([
    ['a test', 'Test/T.cs', 'class T { void F() => Own.Connect(c); }'],
    ['a script', 'tools/a.CSX', 'Own.Connect(c);'],
    ['a page', 'App/Index.cshtml', '@{ Own.Connect(c); }'],
    ['a component', 'App/Index.razor', '@code { void F() => Own.Connect(c); }'],
  ])('%s', async (_, file, text) => {
    const project = { 'Test/Test.csproj': '<Project Sdk="Microsoft.NET.Sdk" />\n' };
    expect(await references({ ...project, 'App/Own.cs': own, [file]: text })).toEqual([`other ${file} Connect`]);
  });

  test.each([
    ['a text for people', 'README.md', 'Own.Connect(c)'],
    ['a longer word', 'Test/T.cs', 'class T { void F() => Own.Connection(c); }'],
  ])('but not %s', async (_, file, text) => {
    const project = { 'Test/Test.csproj': '<Project Sdk="Microsoft.NET.Sdk" />\n' };
    expect(await references({ ...project, 'App/Own.cs': own, [file]: text })).toEqual([]);
  });

  test('a file beside it that cannot be read', async () => {
    const binary = Buffer.from('class T { /* \0 */ void F() => Own.Connect(c); }');
    const project = { 'Test/Test.csproj': '<Project Sdk="Microsoft.NET.Sdk" />\n' };
    const found = await references({ ...project, 'App/Own.cs': own, 'Test/T.cs': binary });
    expect(found).toEqual(['other Test/T.cs unreadable']);
  });

  test('a file of the app that nests too deeply to be parsed', async () => {
    const deep = `class T { void F() { Own.Connect(c); var a = ${'('.repeat(3000)}1${')'.repeat(3000)}; } }`;
    expect(await references({ 'App/Own.cs': own, 'App/T.cs': deep })).toEqual(['other App/T.cs Connect']);
  });

  test('but not where the function is local', async () => {
    const program = 'Connect(config);\nvoid Connect(IConfigurationBuilder config) { config.Build(); }\n';
    const files = { 'App/Program.cs': program, 'Test/T.cs': 'class T { void F() => Connect(c); }\n' };
    expect(await references(files)).toEqual(['call App/Program.cs Connect']);
  });
});
