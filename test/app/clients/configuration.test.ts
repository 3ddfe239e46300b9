import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { configurations, configured, paths } from './facts.ts';

beforeAll(loadCSharp);

const declared = {
  'Paths.cs':
    'namespace N; public static class Paths { public const string Mine = "mine:M"; public static readonly string Other = "other:M"; public static string Changing = "c"; }',
};

describe('the path is read however it is written', () => {
  test.each([
    ['"mine:M"', 'mine:M'],
    ['@"mine:M"', 'mine:M'],
    ['"""mine:M"""', 'mine:M'],
    ['"mine\\u003aM"', 'mine:M'],
    ['("mine:M")', 'mine:M'],
    ['Paths.Mine', 'mine:M'],
    ['N.Paths.Mine', 'mine:M'],
    ['Paths.Other', 'other:M'],
    ['nameof(MaskinportenSettings)', 'MaskinportenSettings'],
    ['nameof(Config.MaskinportenSettings)', 'MaskinportenSettings'],
    ['$"mine:{nameof(M)}"', 'mine:M'],
    ['$"{Paths.Mine}:deep"', 'mine:M:deep'],
    ['"mine" + ":" + nameof(M)', 'mine:M'],
    ['string.Concat("mine", ":M")', 'mine:M'],
    ['configSectionPath: "mine:M"', 'mine:M'],
    ['Paths.Changing', 'unknown (mutable)'],
    ['config["path"]', 'unknown (computed)'],
    ['GetPath()', 'unknown (computed)'],
    ['flag ? "a" : "b"', 'unknown (conditional)'],
    ['flag ? "a" : "a"', 'a'],
    ['Elsewhere.Path', 'unknown (undeclared)'],
  ])('%s', (expression, path) => {
    expect(paths(`using N;\nservices.ConfigureMaskinportenClient(${expression});`, declared)).toEqual([path]);
  });

  test.each([
    ['a local that is set once', 'var path = "mine:M"; services.ConfigureMaskinportenClient(path);', 'mine:M'],
    [
      'a constant of the program',
      'const string path = "mine:M"; services.ConfigureMaskinportenClient(path);',
      'mine:M',
    ],
    [
      'a local that is set again',
      'var path = "a"; path = "b"; services.ConfigureMaskinportenClient(path);',
      'unknown (reassigned)',
    ],
    [
      'a parameter that all calls agree on',
      'Setup("mine:M"); void Setup(string path) { services.ConfigureMaskinportenClient(path); }',
      'mine:M',
    ],
    [
      'a parameter that calls differ on',
      'Setup("a"); Setup("b"); void Setup(string path) { services.ConfigureMaskinportenClient(path); }',
      'unknown (parameter-varies)',
    ],
  ])('%s', (_, program, path) => {
    expect(paths(program)).toEqual([path]);
  });

  test('a parameter of an extension method in another file', () => {
    const own = {
      'Own.cs':
        'static class Own { static void AddOwn(this IServiceCollection services, string path) { services.ConfigureMaskinportenClient(path); } }',
    };
    expect(configured('services.AddOwn("mine:M"); services.AddAltinnAppServices(c, e);', own)).toEqual([
      'mine:M, before-app-services',
    ]);
  });
});

describe('every form of the call is read', () => {
  test.each([
    ['on the builder', 'builder.Services.ConfigureMaskinportenClient("a");', ['a']],
    ['null-conditionally', 'services?.ConfigureMaskinportenClient("a");', ['a']],
    ['statically', 'Extensions.ConfigureMaskinportenClient(services, "a");', ['static a']],
    [
      'statically with names',
      'Extensions.ConfigureMaskinportenClient(services: services, configSectionPath: "a");',
      ['static a'],
    ],
    [
      'statically with names in another order',
      'Extensions.ConfigureMaskinportenClient(configSectionPath: "a", services: services);',
      ['static a'],
    ],
    ['in a chain', 'services.A().ConfigureMaskinportenClient("a").B();', ['a']],
    ['over several lines', 'services\n    .ConfigureMaskinportenClient( // why\n        "a"\n    );', ['a']],
    ['twice', 'services.ConfigureMaskinportenClient("a").ConfigureMaskinportenClient("b");', ['a', 'b']],
    ['on the Fiks builder', 'services.AddFiksArkiv().WithMaskinportenConfig("a");', ['a']],
    ['on the Fiks builder with a delegate', 'services.AddFiksArkiv().WithMaskinportenConfig(o => { });', ['delegate']],
    ['where DEBUG is compiled only', '#if DEBUG\nservices.ConfigureMaskinportenClient("a");\n#endif', ['a']],
  ])('%s', (_, program, expected) => {
    expect(
      configured(program)
        .map((one) => one.replace(/, .*/, ''))
        .sort(),
    ).toEqual([...expected].sort());
  });
});

describe('a delegate is told from a path', () => {
  test.each([
    ['a lambda', 'services.ConfigureMaskinportenClient(o => { o.ClientId = "x"; });'],
    ['a lambda with parentheses', 'services.ConfigureMaskinportenClient((o) => o.ClientId = "x");'],
    ['a typed lambda', 'services.ConfigureMaskinportenClient((MaskinportenSettings o) => { });'],
    ['a static lambda', 'services.ConfigureMaskinportenClient(static o => { });'],
    ['an anonymous method', 'services.ConfigureMaskinportenClient(delegate { });'],
    [
      'an anonymous method with a parameter',
      'services.ConfigureMaskinportenClient(delegate (MaskinportenSettings o) { });',
    ],
    ['a local function', 'services.ConfigureMaskinportenClient(Setup); void Setup(MaskinportenSettings o) { }'],
    [
      'a method',
      'services.ConfigureMaskinportenClient(Own.Setup); static class Own { public static void Setup(MaskinportenSettings o) { } }',
    ],
    [
      'an Action in a local',
      'Action<MaskinportenSettings> setup = o => { }; services.ConfigureMaskinportenClient(setup);',
    ],
    [
      'a var that holds a lambda',
      'var setup = (MaskinportenSettings o) => { }; services.ConfigureMaskinportenClient(setup);',
    ],
    [
      'an Action that is passed on',
      'Add(o => { }); void Add(Action<MaskinportenSettings> setup) { services.ConfigureMaskinportenClient(setup); }',
    ],
    [
      'an Action with its namespace',
      'System.Action<MaskinportenSettings> setup = o => { }; services.ConfigureMaskinportenClient(setup);',
    ],
    [
      'a property that holds an Action',
      'services.ConfigureMaskinportenClient(Own.Setup); static class Own { public static Action<MaskinportenSettings> Setup => o => { }; }',
    ],
    [
      'a new delegate',
      'services.ConfigureMaskinportenClient(new Action<MaskinportenSettings>(Setup)); void Setup(MaskinportenSettings o) { }',
    ],
    ['a cast lambda', 'services.ConfigureMaskinportenClient((Action<MaskinportenSettings>)(o => { }));'],
    ['a lambda in parentheses', 'services.ConfigureMaskinportenClient((o => { }));'],
    [
      'a method of this class',
      'class C { void Setup(S o) { } void M() { services.ConfigureMaskinportenClient(Setup); } }',
    ],
    [
      'a method of this',
      'class C { void Setup(S o) { } void M() { services.ConfigureMaskinportenClient(this.Setup); } }',
    ],
    [
      'a method of a class around',
      'class B { static void Setup(S o) { } class C { void M() { services.ConfigureMaskinportenClient(Setup); } } }',
    ],
    [
      'a method with its namespace',
      'services.ConfigureMaskinportenClient(N.Own.Setup); namespace N { static class Own { public static void Setup(S o) { } } }',
    ],
    [
      'a method of a class that is imported',
      'using static N.Own; services.ConfigureMaskinportenClient(Setup); namespace N { static class Own { public static void Setup(S o) { } } }',
    ],
    [
      'a field that holds an Action',
      'class C { Action<S> setup; void M() { services.ConfigureMaskinportenClient(setup); } }',
    ],
    [
      'a function that gives nothing back but is one',
      'Func<S, Task> setup = Other(); services.ConfigureMaskinportenClient(setup);',
    ],
    [
      'an Action from the outermost namespace',
      'global::System.Action<S> setup = Other(); services.ConfigureMaskinportenClient(setup);',
    ],
    [
      'a local that holds a method',
      'var setup = Own.Setup; services.ConfigureMaskinportenClient(setup); static class Own { public static void Setup(S o) { } }',
    ],
    ['a new delegate by its full name', 'services.ConfigureMaskinportenClient(new System.Action<S>(o => { }));'],
    ['a named lambda', 'services.ConfigureMaskinportenClient(configureOptions: o => { });'],
  ])('%s', (_, program) => {
    expect(paths(program)).toEqual(['delegate']);
  });

  test('a path is no delegate because a method elsewhere has its name', () => {
    const own = { 'Own.cs': 'class Own { void path() { } }' };
    expect(paths('var path = "a"; services.ConfigureMaskinportenClient(path);', own)).toEqual(['a']);
  });

  test.each([
    [
      'a function beside it has another name',
      'using static N.Paths; services.ConfigureMaskinportenClient(Mine); void Other() { }',
    ],
    [
      'a class around has other methods',
      'class C { void Other() { } void M() { services.ConfigureMaskinportenClient(Paths.Mine); } }',
    ],
    [
      'its class has methods too',
      'services.ConfigureMaskinportenClient(Own.Mine); static class Own { public const string Mine = "mine:M"; static void Set() { } }',
    ],
    [
      'its class has an Action too',
      'services.ConfigureMaskinportenClient(Own.Mine); static class Own { public const string Mine = "mine:M"; static Action<S> Set; }',
    ],
    [
      'a type is called like a delegate',
      'services.ConfigureMaskinportenClient(Actions.Mine); static class Actions { public const string Mine = "mine:M"; }',
    ],
  ])('nor because %s', (_, program) => {
    expect(paths(program, declared)).toEqual(['mine:M']);
  });

  test.each([
    ['of an own type', 'FuncPath p = Get(); services.ConfigureMaskinportenClient(p);'],
    ['of a type that ends like a delegate', 'OurAction p = Get(); services.ConfigureMaskinportenClient(p);'],
    ['of a type in a namespace called so', 'Own.Action p = Get(); services.ConfigureMaskinportenClient(p);'],
    ['that is passed on', 'void F(string p) { services.ConfigureMaskinportenClient(p); }'],
    ['that is made', 'services.ConfigureMaskinportenClient(new OurPath("a"));'],
    ['of a loop', 'foreach (var p in all) { services.ConfigureMaskinportenClient(p); }'],
    ['of itself', 'var p = p; services.ConfigureMaskinportenClient(p);'],
    ['of a class that is not known', 'services.ConfigureMaskinportenClient(Other.Setup);'],
  ])('nor is one %s', (_, program) => {
    expect(paths(program)).toEqual([expect.stringMatching(/^unknown/)]);
  });

  test('nor because a member elsewhere has its name', () => {
    const own = { 'Own.cs': 'class Own { Action<int> Mine; }' };
    expect(paths('using N;\nservices.ConfigureMaskinportenClient(Paths.Mine);', { ...declared, ...own })).toEqual([
      'mine:M',
    ]);
  });
});

describe('look-alikes are left alone', () => {
  test.each([
    ['a comment', '// services.ConfigureMaskinportenClient("a");'],
    ['a block comment', '/* services.ConfigureMaskinportenClient("a"); */'],
    ['a string', 'var x = "services.ConfigureMaskinportenClient(\\"a\\")";'],
    ['a raw string', 'var x = """\nservices.ConfigureMaskinportenClient("a");\n""";'],
    ['nameof', 'var x = nameof(Extensions.ConfigureMaskinportenClient);'],
    ['what no compilation compiles', '#if false\nservices.ConfigureMaskinportenClient("a");\n#endif'],
    ['no argument', 'services.ConfigureMaskinportenClient();'],
    ['three arguments', 'services.ConfigureMaskinportenClient("a", "b", "c");'],
    ['a longer name', 'services.ConfigureMaskinportenClientFactory("a");'],
    [
      'an extension of the app’s own',
      'services.ConfigureMaskinportenClient("a"); static class Own { public static void ConfigureMaskinportenClient(this IServiceCollection s, string path) { } }',
    ],
    [
      'a class of the app’s own, made here',
      'new Own().ConfigureMaskinportenClient("a"); class Own { public void ConfigureMaskinportenClient(string path) { } }',
    ],
    [
      'a class of the app’s own, in a local',
      'var own = new Own(); own.ConfigureMaskinportenClient("a"); class Own { public void ConfigureMaskinportenClient(string path) { } }',
    ],
    [
      'a class of the app’s own, in a parameter',
      'void F(Own own) { own.ConfigureMaskinportenClient("a"); } class Own { public void ConfigureMaskinportenClient(string path) { } }',
    ],
    [
      'a class of the app’s own, from an extension of its own',
      'void F(IServiceCollection services) { services.AddOwn().ConfigureMaskinportenClient("a"); } static class Owns { public static Own AddOwn(this IServiceCollection s) => new(); } class Own { public void ConfigureMaskinportenClient(string path) { } }',
    ],
    [
      'a class of the app’s own, statically',
      'Own.ConfigureMaskinportenClient("a"); static class Own { public static void ConfigureMaskinportenClient(string path) { } }',
    ],
    ['a local function', 'ConfigureMaskinportenClient("a"); void ConfigureMaskinportenClient(string path) { }'],
  ])('%s', (_, program) => {
    expect(paths(program)).toEqual([]);
  });

  test.each([
    [
      'a local function of the same name',
      'ConfigureMaskinportenClient(services); void ConfigureMaskinportenClient(IServiceCollection services) { services.ConfigureMaskinportenClient("a"); }',
    ],
    [
      'an extension of the same name without arguments',
      'services.ConfigureMaskinportenClient(); static class Own { public static void ConfigureMaskinportenClient(this IServiceCollection s) { s.ConfigureMaskinportenClient("a"); } }',
    ],
    [
      'an extension of the same name with two',
      'services.ConfigureMaskinportenClient("x", 1); static class Own { public static void ConfigureMaskinportenClient(this IServiceCollection s, string a, int b) { s.ConfigureMaskinportenClient("a"); } }',
    ],
    [
      'a static method of the same name',
      'Own.ConfigureMaskinportenClient(services); static class Own { public static void ConfigureMaskinportenClient(IServiceCollection s) { s.ConfigureMaskinportenClient("a"); } }',
    ],
    [
      'a method of a class that is something else',
      'void F(IServiceCollection services) { services.ConfigureMaskinportenClient("a"); } class Own { public void ConfigureMaskinportenClient(string path) { } }',
    ],
    [
      'the same, on the builder',
      'var builder = WebApplication.CreateBuilder(args); builder.Services.ConfigureMaskinportenClient("a"); class Own { public void ConfigureMaskinportenClient(string path) { } }',
    ],
  ])('but the library’s method is found beside %s', (_, program) => {
    expect(paths(program)).toEqual(['a']);
  });
});

describe('the order against AddAltinnAppServices', () => {
  const configure = 'services.ConfigureMaskinportenClient("a");';
  const own = {
    'Own.cs': `static class Own { public static void AddOwn(this IServiceCollection services) { ${configure} } }`,
  };
  test.each([
    ['before', `${configure} services.AddAltinnAppServices(config, env);`, 'before-app-services'],
    ['after', `services.AddAltinnAppServices(config, env); ${configure}`, 'after-app-services'],
    ['before an awaited one', `${configure} await services.AddAltinnAppServices(config, env);`, 'before-app-services'],
    ['after an awaited one', `await services.AddAltinnAppServices(config, env); ${configure}`, 'after-app-services'],
    [
      'after it in one chain',
      'services.AddAltinnAppServices(config, env).ConfigureMaskinportenClient("a");',
      'after-app-services',
    ],
    [
      'before it in one chain',
      'services.ConfigureMaskinportenClient("a").AddAltinnAppServices(config, env);',
      'before-app-services',
    ],
    [
      'in a function before',
      `Setup(); services.AddAltinnAppServices(config, env); void Setup() { ${configure} }`,
      'before-app-services',
    ],
    [
      'both in functions',
      `Altinn(); Setup(); void Altinn() { services.AddAltinnAppServices(config, env); } void Setup() { ${configure} }`,
      'after-app-services',
    ],
    ['in a file of its own', 'services.AddOwn(); services.AddAltinnAppServices(config, env);', 'before-app-services'],
    [
      'in a function that nothing calls',
      `services.AddAltinnAppServices(config, env); void Setup() { ${configure} }`,
      'unknown',
    ],
    [
      'in a lambda',
      `host.ConfigureServices(services => { ${configure} }); services.AddAltinnAppServices(config, env);`,
      'unknown',
    ],
    [
      'with services in a lambda',
      `${configure} host.ConfigureServices(s => s.AddAltinnAppServices(config, env));`,
      'unknown',
    ],
    ['without AddAltinnAppServices', configure, 'unknown'],
    [
      'reached before and after',
      `Setup(); services.AddAltinnAppServices(config, env); Setup(); void Setup() { ${configure} }`,
      'unknown',
    ],
  ])('%s', (_, program, order) => {
    expect(configurations(program, program.includes('AddOwn') ? own : {}).map((one) => one.order)).toEqual([order]);
  });
});

describe('the conditions of a call', () => {
  const told = (program: string) =>
    configurations(program).map(({ conditions }) => conditions.map(({ environment, text }) => environment ?? text));

  test('are those on the way to it', () => {
    expect(
      told('if (!env.IsDevelopment()) Setup(); void Setup() { if (flag) services.ConfigureMaskinportenClient("a"); }'),
    ).toEqual([['deployed', 'flag']]);
  });

  test('are its own where no way to it is known', () => {
    expect(
      told('void Setup() { if (env.IsDevelopment()) return; services.ConfigureMaskinportenClient("a"); }'),
    ).toEqual([['deployed']]);
  });

  test.each([
    ['#if PILOT', ['#if PILOT']],
    ['#if OTHER && PILOT', ['#if OTHER && PILOT']],
    ['#if DEBUG', ['development']],
    ['#if !DEBUG', []],
    ['#if true', []],
  ])('are the symbols of %s', (directive, conditions) => {
    expect(told(`${directive}\nservices.ConfigureMaskinportenClient("a");\n#endif`)).toEqual([conditions]);
  });

  test('are the symbols before all others', () => {
    expect(told('if (flag) {\n#if PILOT\nservices.ConfigureMaskinportenClient("a");\n#endif\n}')).toEqual([
      ['#if PILOT', 'flag'],
    ]);
  });

  test('are those of the way with the fewest, where each has some', () => {
    const setup = 'void Setup() { services.ConfigureMaskinportenClient("a"); }';
    expect(told(`if (f) { if (g) Setup(); } if (h) Setup(); ${setup}`)).toEqual([['h']]);
    expect(told(`if (h) Setup(); if (f) { if (g) Setup(); } ${setup}`)).toEqual([['h']]);
    expect(told(`if (env.IsDevelopment()) Setup(); if (f) { if (g) Setup(); } ${setup}`)).toEqual([['f', 'g']]);
  });

  test('are its own in a constructor, where no way to it is known', () => {
    expect(told('class C { C(S services) { if (f) services.ConfigureMaskinportenClient("a"); } }')).toEqual([['f']]);
  });

  test('do not count when there is another way without them', () => {
    const program =
      'if (env.IsDevelopment()) Setup(); Setup(); void Setup() { services.ConfigureMaskinportenClient("a"); }';
    expect(told(program)).toEqual([[]]);
  });
});
