import { beforeAll, describe, expect, test } from 'vitest';
import { configKeyOf, sectionOf } from '../../../src/app/clients/section-path.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../startup/started.ts';
import { passedToUse } from './used.ts';

beforeAll(loadCSharp);

/** The part of the configuration that `Use(…)` is passed. */
function section(program: string, others: Sources = {}): string {
  const { place, project } = passedToUse(program, others);
  const found = sectionOf(place.node, place.file, project);
  return found.kind === 'section' ? found.path : found.kind;
}

/** The path of the value that it is passed. */
function key(program: string): string | null {
  const { place, project } = passedToUse(program);
  return configKeyOf(place.node, place.file, project);
}

describe('a part of the configuration is told by the expression', () => {
  test.each([
    ['config', 'root'],
    ['builder.Configuration', 'root'],
    ['context.Configuration', 'root'],
    ['Program.config', 'root'],
    ['builder.ConfigurationRoot', 'root'],
    ['builder.Environment', 'unknown'],
    ['config.Providers', 'unknown'],
    ['config.GetSection("A")', 'A'],
    ['config.GetRequiredSection("A")', 'A'],
    ['config.GetSection("A:B")', 'A:B'],
    ['config.GetSection("A").GetSection("B")', 'A:B'],
    ['config.GetSection("A").GetRequiredSection("B").GetSection("C")', 'A:B:C'],
    ['config.GetSection(nameof(A))', 'A'],
    ['builder.Configuration.GetSection("A")', 'A'],
    ['builder.Environment.GetSection("A")', 'unknown'],
    ['(config.GetSection("A"))', 'A'],
    ['config.GetSection("A")!', 'A'],
    ['config.Get<S>()', 'root'],
    ['config.GetSection("A").Get<S>()', 'A'],
    ['config.GetSection("A").Get<S>()!', 'A'],
    ['config.GetSection("A").Get<S>() ?? new S()', 'A'],
    ['config.GetSection("A").Get<S>() with { Scope = "a" }', 'A'],
    ['config.GetSection("A").Bind(settings)', 'unknown'],
    ['config.GetSection("A").Value', 'unknown'],
    ['config.GetSection(name)', 'unknown'],
    ['config.GetSection()', 'unknown'],
    ['config.GetSection(name).GetSection("B")', 'unknown'],
    ['config.GetConnectionString("A")', 'unknown'],
    ['GetSection("A")', 'unknown'],
    ['flag ? config.GetSection("A") : config.GetSection("B")', 'unknown'],
    ['new ConfigurationBuilder().Build()', 'unknown'],
    ['"A"', 'unknown'],
  ])('%s: %s', (expression, expected) => {
    expect(section(`Use(${expression});`)).toBe(expected);
  });
});

describe('a local is what it was given', () => {
  test.each([
    ['a section', 'var s = config.GetSection("A"); Use(s);', 'A'],
    ['a section of a section', 'var s = config.GetSection("A"); Use(s.GetSection("B"));', 'A:B'],
    ['settings', 'var s = config.GetSection("A").Get<S>(); Use(s);', 'A'],
    ['a copy', 'var s = config.GetSection("A"); var t = s; Use(t);', 'A'],
    ['one that is set again', 'var s = config.GetSection("A"); s = config.GetSection("B"); Use(s);', 'unknown'],
    ['one that is only declared', 'IConfigurationSection s; Use(s);', 'unknown'],
    ['one of many', 'foreach (var s in config.GetChildren()) { Use(s); }', 'unknown'],
    ['itself', 'var s = s.GetSection("A"); Use(s);', 'unknown'],
  ])('%s', (_, program, expected) => {
    expect(section(program)).toBe(expected);
  });
});

describe('a parameter that nobody was found to fill is the configuration by its type', () => {
  test.each([
    ['IConfiguration', 'A'],
    ['IConfiguration?', 'A'],
    ['IConfigurationRoot', 'A'],
    ['ConfigurationManager', 'A'],
    ['Microsoft.Extensions.Configuration.IConfiguration', 'A'],
    ['IConfigurationSection', 'unknown'],
    ['IConfigurationBuilder', 'unknown'],
    ['MaskinportenSettings', 'unknown'],
    ['IConfigurationManagers', 'unknown'],
    ['IServiceProvider', 'unknown'],
  ])('%s: %s', (type, expected) => {
    expect(section(`void F(${type} given) { Use(given.GetSection("A")); }`)).toBe(expected);
    expect(section(`Map((${type} given) => Use(given.GetSection("A")));`)).toBe(expected);
  });

  test('or by what it is used for, where no type is written', () => {
    expect(section('Map(given => Use(given.GetSection("A")));')).toBe('A');
  });
});

describe('a parameter is what its callers agree on', () => {
  const uses = 'void F(IConfiguration given) { Use(given); }';
  test.each([
    ['one', `F(config.GetSection("A")); ${uses}`, 'A'],
    ['two', `F(config.GetSection("A")); F(config.GetSection("A")); ${uses}`, 'A'],
    ['two that differ', `F(config.GetSection("A")); F(config.GetSection("B")); ${uses}`, 'unknown'],
    ['two and a third that differs', `F(config); F(config); F(config.GetSection("A")); ${uses}`, 'unknown'],
    ['the whole and a part of it', `F(config); F(config.GetSection("A")); ${uses}`, 'unknown'],
    ['a part of it and the whole', `F(config.GetSection("A")); F(config); ${uses}`, 'unknown'],
    ['the whole, twice', `F(config); F(builder.Configuration); ${uses}`, 'root'],
    ['what cannot be told', `F(config.GetSection(name)); ${uses}`, 'unknown'],
    ['by its name', `F(flag: true, given: config.GetSection("A")); ${uses.replace('(I', '(bool flag, I')}`, 'A'],
    ['by its place', `F(true, config.GetSection("A")); ${uses.replace('(I', '(bool flag, I')}`, 'A'],
    ['left out by one', `F(); F(config.GetSection("A")); ${uses.replace('given)', 'given = null)')}`, 'A'],
    ['a section', `F(config.GetSection("A")); ${uses.replace('IConfiguration', 'IConfigurationSection')}`, 'A'],
    ['settings', `F(config.GetSection("A").Get<S>()); ${uses.replace('IConfiguration', 'AppSettings?')}`, 'A'],
    [
      'not of another type',
      `F(config.GetSection("A")); ${uses.replace('IConfiguration', 'Func<IConfiguration>')}`,
      'unknown',
    ],
    ['nor of a text', `F(config.GetSection("A")); ${uses.replace('IConfiguration', 'string')}`, 'unknown'],
    [
      'not where it is set',
      `F(config.GetSection("A")); void F(IConfiguration given) { given = x; Use(given); }`,
      'unknown',
    ],
    ['through another', `F(config.GetSection("A")); void F(IConfiguration f) => G(f); ${uses.replace('F', 'G')}`, 'A'],
    [
      'not where it calls itself',
      `F(config); void F(IConfiguration given) { F(given.GetSection("A")); Use(given); }`,
      'unknown',
    ],
  ])('%s', (_, program, expected) => {
    expect(section(program)).toBe(expected);
  });
});

describe('of an extension method', () => {
  const own = (parameters: string) => ({
    'Own.cs': `static class Own { static void AddOwn(this IServiceCollection services, ${parameters}) { Use(given); } }`,
  });
  test.each([
    ['behind a dot', 'services.AddOwn(config.GetSection("A"));', 'IConfiguration given'],
    ['called as any other', 'Own.AddOwn(services, config.GetSection("A"));', 'IConfiguration given'],
    ['behind another', 'services.AddOwn("x", config.GetSection("A"));', 'string name, IConfiguration given'],
    [
      'behind another, by name',
      'services.AddOwn("x", given: config.GetSection("A"));',
      'string name, IConfiguration given',
    ],
  ])('%s', (_, program, parameters) => {
    expect(section(program, own(parameters))).toBe('A');
  });
});

describe('what a class holds', () => {
  test.each([
    ['a field', 'class C { readonly IConfigurationSection s = Config.GetSection("A"); void M() { Use(s); } }', 'A'],
    [
      'a field of this',
      'class C { readonly IConfigurationSection s = c.GetSection("A"); void M() { Use(this.s); } }',
      'A',
    ],
    [
      'a field that the constructor sets',
      'class C { IConfiguration s; C(IConfiguration c) { s = c.GetSection("A"); } void M() { Use(s); } }',
      'A',
    ],
    [
      'a field that is set twice',
      'class C { IConfiguration s = c; C(IConfiguration c) { s = c.GetSection("A"); } void M() { Use(s); } }',
      'unknown',
    ],
    ['a field that nobody sets', 'class C { IConfiguration s; void M() { Use(s); } }', 'unknown'],
    ['what it is given', 'class C(IConfiguration s) { void M() { Use(s); } }', 'root'],
    ['what it is given, and may be null', 'class C(IConfiguration? s) { void M() { Use(s); } }', 'root'],
    ['a root that it is given', 'class C(IConfigurationRoot s) { void M() { Use(s); } }', 'root'],
    ['a section that it is given', 'class C(IConfigurationSection s) { void M() { Use(s); } }', 'unknown'],
    ['something else that it is given', 'class C(IOptions<S> s) { void M() { Use(s); } }', 'unknown'],
    [
      'what it is given, in a field',
      'class C { IConfiguration s; C(IConfiguration c) { s = c; } void M() { Use(s.GetSection("A")); } }',
      'A',
    ],
    ['what nothing declares', 'class C : Base { void M() { Use(this.s.GetSection("A")); } }', 'A'],
  ])('%s', (_, program, expected) => {
    expect(section(program)).toBe(expected);
  });
});

test('calls that call each other, many times over, come to an end', () => {
  const functions = Array.from(
    { length: 30 },
    (_, n) => `void F${n}(IConfiguration c) { F${n + 1}(c); F${n + 1}(c); }`,
  );
  expect(section(`F0(config); ${functions.join(' ')} void F30(IConfiguration c) { Use(c); }`)).toBe('unknown');
});

describe('the path of a value', () => {
  test.each([
    ['config["A:B"]', 'A:B'],
    ['(config["A:B"])', 'A:B'],
    ['config["A:B"]!', 'A:B'],
    ['config["A:B"] ?? "x"', 'A:B'],
    ['config[nameof(A)]', 'A'],
    ['config.GetSection("A")["B"]', 'A:B'],
    ['config.GetSection("A:B").GetSection("C")["D"]', 'A:B:C:D'],
    ['config.GetValue<string>("A:B")', 'A:B'],
    ['config.GetValue("A:B", "x")', 'A:B'],
    ['config.GetSection("A").GetValue<string>("B")', 'A:B'],
    ['config.GetSection(name)["B"]', null],
    ['config[name]', null],
    ['builder.Environment["A"]', null],
    ['config.GetValue<string>()', null],
    ['config.GetValue<string>(name)', null],
    ['config.GetString("A")', null],
    ['GetValue("A")', null],
    ['config.GetSection("A")', null],
    ['config', null],
    ['"A:B"', null],
  ])('%s: %s', (expression, expected) => {
    expect(key(`Use(${expression});`)).toBe(expected);
  });
});
