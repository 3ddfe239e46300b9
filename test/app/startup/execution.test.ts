import { beforeAll, describe, expect, test } from 'vitest';
import { entryPointsOf, executionOf } from '../../../src/app/startup/execution.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { orderOf, projectWith } from './started.ts';

beforeAll(loadCSharp);

describe('calls come in the order in which they run', () => {
  test.each([
    ['statements', 'A(); B();', 'A B'],
    ['arguments before the call', 'B(A());', 'A B'],
    ['a chain', 'x.A().B(C());', 'A C B'],
    ['branches of an if, one after the other', 'if (A()) B(); else C();', 'A B C'],
    ['initialisers', 'var x = A(); B();', 'A B'],
    ['awaited', 'await A(); B();', 'A B'],
    ['a call without a name is passed by', 'handlers[0](); A();', 'A'],
  ])('%s', (_, program, order) => {
    expect(orderOf(program)).toBe(order);
  });
});

describe('what the app calls of its own is followed', () => {
  test.each([
    ['a local function declared below', 'Setup(); B(); void Setup() { A(); }', 'A B'],
    ['a local function declared above', 'void Setup() { A(); } B(); Setup();', 'B A'],
    ['one with an expression for a body', 'Setup(); B(); void Setup() => A();', 'A B'],
    ['one that is awaited', 'await Setup(); B(); async Task Setup() { A(); }', 'A B'],
    ['one that calls another', 'First(); C(); void First() { Second(); B(); } void Second() { A(); }', 'A B C'],
    ['one that is called twice', 'Setup(); B(); Setup(); void Setup() { A(); }', 'A B A'],
    ['one with arguments before its body', 'Setup(A()); void Setup(int a) { B(); }', 'A B'],
    ['one inside another', 'Outer(); void Outer() { Inner(); void Inner() { A(); } B(); }', 'A B'],
    [
      'one whose parameter shadows a name outside',
      'var builder = Create(); Setup(builder.Host); B(); void Setup(IHost builder) { builder.A(); }',
      'A B',
    ],
    ['one that is never called', 'A(); void Setup() { B(); }', 'A'],
    ['one of the same name with other parameters', 'Setup(1); void Setup(int a) { A(); }', 'A'],
    ['one with an optional parameter left out', 'Setup(); void Setup(int a = 1) { A(); }', 'A'],
    ['one with params', 'Setup(1, 2, 3); void Setup(params int[] all) { A(); }', 'A'],
    ['one called with too few arguments is another', 'Setup(); void Setup(int a) { A(); }', ''],
    ['one called with too many is another', 'Setup(1, 2); void Setup(int a) { A(); }', ''],
    ['recursion ends', 'Setup(); void Setup() { A(); Setup(); }', 'A'],
    ['recursion of two ends', 'One(); void One() { A(); Two(); } void Two() { B(); One(); }', 'A B'],
  ])('%s', (_, program, order) => {
    expect(orderOf(program)).toBe(order);
  });

  test.each([
    [
      'an extension method',
      'services.AddOwn(); B();',
      'public static class Own { public static void AddOwn(this S services) { services.A(); } }',
    ],
    [
      'an extension method called statically',
      'Own.AddOwn(services); B();',
      'public static class Own { public static void AddOwn(this S services) { services.A(); } }',
    ],
    [
      'an extension method with more arguments',
      'services.AddOwn("a"); B();',
      'public static class Own { public static void AddOwn(this S services, string path) { services.A(); } }',
    ],
    [
      'a generic extension method',
      'services.AddOwn<T>(); B();',
      'public static class Own { public static void AddOwn<T>(this S services) { services.A(); } }',
    ],
    [
      'an extension method after a link',
      'services.Other().AddOwn(); B();',
      'public static class Own { public static S AddOwn(this S services) { services.A(); return services; } }',
    ],
    [
      'a static method',
      'Own.Setup(services); B();',
      'public static class Own { public static void Setup(S services) { services.A(); } }',
    ],
    [
      'a method of a class that is made',
      'new Own().Setup(); B();',
      'public class Own { public void Setup() { A(); } }',
    ],
    [
      'a method that calls one of its own class',
      'Own.Setup(); B();',
      'class Own { public static void Setup() { Inner(); } static void Inner() { A(); } }',
    ],
    [
      'the same inside a namespace',
      'services.AddOwn(); B();',
      'namespace N; static class Own { public static void AddOwn(this S services) { services.A(); } }',
    ],
  ])('in another file: %s', (_, program, own) => {
    expect(orderOf(program, { 'Own.cs': own })).toBe('A B');
  });

  test.each([
    [
      'methods of one name in two classes',
      'Setup(); void Setup() { A(); }',
      'class Own { void Setup() { B(); } }',
      'A',
    ],
    [
      'overloads told apart by number',
      'services.AddOwn(1);',
      'static class Own { static void AddOwn(this S s) { s.B(); } static void AddOwn(this S s, int a) { s.A(); } }',
      'A',
    ],
    [
      'overloads told apart by type only',
      'services.AddOwn(1); C();',
      'static class Own { static void AddOwn(this S s, string a) { s.B(); } static void AddOwn(this S s, int a) { s.A(); } }',
      'C',
    ],
    ['local functions of one name in two files', 'Setup(); B();', 'void Setup() { A(); }', 'B'],
    ['a method of a library', 'services.AddOther(); C();', 'class Own { void Different() { A(); } }', 'C'],
    [
      'a method of that name on something else',
      'services.Setup(); C();',
      'class Own { public void Setup() { A(); } }',
      'C',
    ],
    [
      'a static method of that name behind another type',
      'Other.Setup(); C();',
      'static class Own { public static void Setup() { A(); } }',
      'C',
    ],
  ])('told apart: %s', (_, program, own, order) => {
    expect(orderOf(program, { 'Own.cs': own })).toBe(order);
  });
});

describe('what a lambda does, it does when someone calls it', () => {
  test.each([
    ['a lambda argument', 'x.Use(o => o.A()); B();', 'A? B'],
    ['a block', 'x.Use(o => { o.A(); }); B();', 'A? B'],
    ['an anonymous method', 'x.Use(delegate { A(); }); B();', 'A? B'],
    ['a lambda in a local', 'Action f = () => A(); B();', 'A? B'],
    ['a function called in a lambda', 'x.Use(o => Setup()); B(); void Setup() { A(); }', 'A? B'],
    ['an argument beside a lambda', 'x.Use(A(), o => o.B());', 'A B?'],
  ])('%s', (_, program, order) => {
    expect(orderOf(program)).toBe(order);
  });
});

describe('what a lambda does to the configuration', () => {
  const builder = 'var builder = WebApplication.CreateBuilder(args);';
  const configure = 'ConfigureAppConfiguration((_, c) => { c.A(); });';
  const old = (setup: string) =>
    `class Program { static void Main(string[] args) { Host.CreateDefaultBuilder(args).${setup} B(); } }`;

  test.each([
    ['of the web host, it does at the call', `${builder} builder.WebHost.${configure} B();`, 'A B'],
    ['of the host, it does at the call', `${builder} builder.Host.${configure} B();`, 'A B'],
    ['of a builder made in the same chain', `WebApplication.CreateBuilder(args).Host.${configure} B();`, 'A B'],
    [
      'in a function of its own, it does where that is called',
      `${builder} B(); Setup(builder.WebHost); C(); void Setup(IWebHostBuilder builder) { builder.${configure} }`,
      'B A C',
    ],
    [
      'is done by a function that is passed by its name',
      `${builder} builder.Host.ConfigureAppConfiguration(Setup); B(); void Setup(H _, C c) { c.A(); }`,
      'A B',
    ],
    [
      'is done by a method of the class around it that is passed',
      `class Program { static void Main(string[] args) { ${builder} builder.Host.ConfigureAppConfiguration(Setup); B(); } static void Setup(H _, C c) { c.A(); } }`,
      'A B',
    ],
    [
      'is not done by a method of that name of another class',
      `${builder} builder.Host.ConfigureAppConfiguration(Setup); B(); class Other { static void Setup(H _, C c) { c.A(); } }`,
      'B',
    ],
    [
      'is not done by a function that something else takes',
      `${builder} builder.Host.Configure(Setup); B(); void Setup(H _, C c) { c.A(); }`,
      'B',
    ],
    ['is deferred inside another lambda', `${builder} x.Use(o => { builder.Host.${configure} }); B();`, 'A? B'],
    ['of a host of the old kind, it does when that is built', old(configure), 'A? B'],
    ['of a builder nobody knows, it does sometime', `builder.Host.${configure} B();`, 'A? B'],
    [
      'runs at once for a slim builder too',
      `${builder.replace('CreateBuilder', 'CreateSlimBuilder')} builder.Host.${configure} B();`,
      'A B',
    ],
    [
      'may be anything in a function of the app’s own',
      `${builder} Own.${configure} B(); static class Own { public static void ConfigureAppConfiguration(Action a) { } }`,
      'A? B',
    ],
  ])('%s', (_, program, order) => {
    expect(orderOf(program)).toBe(order);
  });
});

describe('an app starts', () => {
  test('with its top-level statements, whatever classes stand below', () => {
    expect(orderOf('A(); class C { static void Main() { B(); } void ConfigureServices() { C(); } }')).toBe('A');
  });

  test('with Main, then with what its Startup configures', () => {
    const program =
      'class Program { static void Main(string[] args) { A(); CreateHostBuilder(args); B(); } static void CreateHostBuilder(string[] args) { C(); } }';
    const startup =
      'class Startup { public Startup(IConfiguration c) { } public void ConfigureServices(S services) { services.D(); } }';
    expect(orderOf(program, { 'Startup.cs': startup })).toBe('A C B D');
  });

  test('with a Main that is an expression', () => {
    expect(orderOf('class Program { static void Main() => A(); }')).toBe('A');
  });

  test('without what only DEBUG compiles', () => {
    expect(orderOf('A();\n#if DEBUG\nB();\n#else\nC();\n#endif\n')).toBe('A C');
  });

  test('with nothing when there is no entry', () => {
    expect(orderOf('class C { void F() { A(); } }')).toBe('');
  });
});

test('calls that multiply without end are cut off', () => {
  const functions = Array.from({ length: 40 }, (_, index) => `void F${index}() { F${index + 1}(); F${index + 1}(); }`);
  expect(orderOf(`A(); F0(); ${functions.join(' ')} void F40() { B(); }`)).toMatch(/^A/);
});

test('what is read on the way is cut off with them', () => {
  const functions = Array.from({ length: 14 }, (_, index) => `void F${index}() { F${index + 1}(); F${index + 1}(); }`);
  const program = `F0(); ${functions.join(' ')} void F14() { ${'a["b"];'.repeat(200)} }`;
  const project = projectWith({ 'Program.cs': program });
  expect(executionOf(project, entryPointsOf(project.files)).subscripts.length).toBeLessThan(20_000);
});
