import { beforeAll, describe, expect, test } from 'vitest';
import { configuresBuiltIn, readSettingsUses } from '../../../../src/app/clients/consumers/settings-uses.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

const external = 'using Altinn.ApiClients.Maskinporten.Config;\n';
const library = 'using Altinn.App.Core.Features.Maskinporten.Models;\n';

function usesIn(text: string) {
  const project = projectWith({ 'Code.cs': text });
  return readSettingsUses({ project, imports: openImports([], project) });
}

/** How a program handles the package's settings, from what section, and in what local: `S` stands for the type. */
function used(program: string): readonly string[] {
  const text = `${external}${program.replace(/\bS\b/g, 'MaskinportenSettings')}`;
  return usesIn(text).map(({ of, how, section, local, within }) => {
    const details = [section, local && `as ${local}`, within && `in ${within}`].filter((part) => part);
    return [of, how, ...details].join(' ');
  });
}

describe('the settings are', () => {
  test.each<readonly [program: string, expected: string]>([
    ['class C(S s);', 'package injected'],
    ['class C(S? s);', 'package injected'],
    ['class C { public C(S s) { } }', 'package injected in C'],
    ['class C(IOptions<S> s);', 'package injected'],
    ['class C(IOptionsMonitor<S> s);', 'package injected'],
    ['class C(IOptionsSnapshot<S>? s);', 'package injected'],
    ['class C(Microsoft.Extensions.Options.IOptions<S> s);', 'package injected'],
    ['sp.GetRequiredService<IOptions<S>>();', 'package injected'],
    ['services.Configure<S>(config.GetSection("A:B"));', 'package configured A:B'],
    ['services.Configure<S>(o => o.ClientId = "x");', 'package configured'],
    ['services.Configure<S>("name", config.GetSection("A"));', 'package configured'],
    ['services.Configure<S>(Find());', 'package configured'],
    ['services.Configure<S>(config.GetSection("A"), b => b.BindNonPublicProperties = true);', 'package configured A'],
    ['services.PostConfigure<S>(o => o.ClientId = "x");', 'package configured'],
    ['services.ConfigureAll<S>(o => o.ClientId = "x");', 'package configured'],
    ['services.ConfigureOptions<S>();', 'package configured'],
    ['services.AddOptions<S>().Bind(config.GetSection("A"));', 'package configured'],
    ['services.AddOptionsWithValidateOnStart<S>();', 'package configured'],
    ['services?.Configure<S>(config.GetSection("A"));', 'package configured A'],
    ['var s = config.GetSection("A").Get<S>();', 'package bound as s'],
    ['var s = config.GetValue<S>("A");', 'package bound as s'],
    ['F(config.GetSection("A").Get<S>());', 'package bound'],
    ['void Add() { var s = config.GetSection("A").Get<S>(); }', 'package bound as s in Add'],
    ['void Add() { F(() => config.Get<S>()); }', 'package bound in Add'],
    ['F(new S());', 'package made'],
    ['var s = new S { ClientId = "x" };', 'package made as s'],
    ['S s = new() { ClientId = "x" };', 'package made as s'],
    ['S s =new(  );', 'package made as s'],
    ['S s = new ();', 'package made as s'],
    ['class C { S _s = new(); }', 'package made as _s'],
    ['var x = F(delegate { G(new S()); });', 'package made'],
    ['var x = F(() => G(new S()));', 'package made'],
    ['void Add() { var x = F(() => { G(new S()); }); }', 'package made in Add'],
  ])('%s: %s', (program, expected) => {
    expect(used(program)).toEqual([expected]);
  });

  test.each([
    'S s = F();',
    'S s;',
    'S s = newer(1);',
    'class C { S _s; }',
    'class C { S P { get; } }',
    'class C { S Make() => null; }',
    'class C { void F(S s) { } }',
    'class C { IOptions<S> _s; }',
    'class C { IOptions<S> P { get; } }',
    'List<S> all = F();',
    'class C(Lazy<S> s);',
    'class C(MyIOptions<S> s);',
    'class C(IOptionsOf<S> s);',
    'services.AddSingleton<S>();',
    'services.ReConfigure<S>(x);',
    'services.Configures<S>(x);',
    'services.MyAddOptions<S>(x);',
    'config.Gets<S>("A");',
    'config.ReGet<S>("A");',
    'Func<S> f = F;',
    'F(typeof(S));',
    'F(x as S);',
    'services.Configure<S<SettingsJwkClientDefinition>>(x);',
    'services.Configure<Other>(config.GetSection("S"));',
  ])('nothing of that in %s', (program) => {
    expect(used(program)).toEqual([]);
  });
});

describe('whose settings they are', () => {
  const whose = (text: string) => usesIn(text).map(({ of }) => of);

  test('tells the import', () => {
    expect(whose(`${external}class C(MaskinportenSettings s);`)).toEqual(['package']);
    expect(whose(`${library}class C(MaskinportenSettings s);`)).toEqual(['library']);
    expect(whose('class C(MaskinportenSettings s);')).toEqual([]);
  });

  test('the package’s where both are imported, once for each place', () => {
    const text = `${external}${library}class C(MaskinportenSettings s) { object x = new MaskinportenSettings(); }`;
    expect(whose(text)).toEqual(['package', 'package']);
  });
});

describe('the built-in client is configured anew', () => {
  const isConfigured = (text: string) => configuresBuiltIn(usesIn(text));
  const configure = (section: string) => `services.Configure<MaskinportenSettings>(config.GetSection(${section}));`;

  test.each([
    configure('"Own"'),
    configure('Name()'),
    'services.Configure<MaskinportenSettings>(o => o.ClientId = "x");',
  ])('by %s', (call) => {
    expect(isConfigured(`${library}${call}`)).toBe(true);
    expect(isConfigured(`${external}${call}`)).toBe(false);
  });

  test.each([
    configure('"MaskinportenSettings"'),
    configure('"maskinportensettings"'),
    'F(new MaskinportenSettings());',
  ])('not by %s', (call) => {
    expect(isConfigured(`${library}${call}`)).toBe(false);
  });
});

describe('what settings are made to ask for', () => {
  const scope = (program: string) => {
    const text = `${external}${program.replace(/\bS\b/g, 'MaskinportenSettings')}`;
    const [made] = usesIn(text).filter(({ how }) => how === 'made');
    return made?.scope && [textOf(made.scope.at, text), made.scope.section];
  };

  test.each<readonly [program: string, value: string]>([
    ['F(new S { ClientId = "x", Scope = "a" });', '"a"'],
    ['var s = new S { Scope = "a" };', '"a"'],
    ['S s = new() { Scope = "a" };', '"a"'],
    ['var s = new S();\ns.Scope = "a";', '"a"'],
    ['S s = new();\ns.Scope = "a";\ns.Scope = "b";', '"b"'],
    ['var s = new S { Scope = "a" };\ns.Scope = "b";', '"b"'],
    ['void F() { var s = new S(); s.Scope = "a"; }\nvoid G(S s) { s.Scope = "b"; }', '"a"'],
    ['var s = new S();\nif (flag) { s.Scope = "a"; }', '"a"'],
  ])('%s: %s', (program, value) => {
    expect(scope(program)).toEqual([value, null]);
  });

  test.each([
    ['config["A:B:Scope"]', 'A:B'],
    ['config["A:B:scope"]', 'A:B'],
    ['config.GetSection("A")["Scope"]', 'A'],
    ['config["A:Scopes"]', null],
    ['config["A:Scope:B"]', null],
    ['config["A:MyScope"]', null],
    ['Find("A:Scope")', null],
  ])('of the section that it takes it from: %s is %s', (value, section) => {
    expect(scope(`F(new S { Scope = ${value} });`)).toEqual([value, section]);
  });

  test.each([
    'var s = new S();',
    'var s = new S { ClientId = "x" };',
    'var s = new S();\nother.Scope = "a";',
    's.Scope = "a";\nvar s = new S();',
    'var s = new S();\nScope = "a";',
    'var s = new S();\nvar t = s.Scope;',
    'F(new S());\nvoid G() { Scope = "a"; }',
    'void F() { var s = new S(); }\nvoid G() { s.Scope = "a"; }',
  ])('nothing: %s', (program) => {
    expect(scope(program) ?? null).toBeNull();
  });
});
