import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { conditionsOfX } from './started.ts';

beforeAll(loadCSharp);

describe('a condition on the environment says where the call runs', () => {
  test.each([
    ['env.IsDevelopment()', 'development', 'deployed'],
    ['!env.IsDevelopment()', 'deployed', 'development'],
    ['(env.IsDevelopment())', 'development', 'deployed'],
    ['!(env.IsDevelopment())', 'deployed', 'development'],
    ['builder.Environment.IsDevelopment()', 'development', 'deployed'],
    ['_env.IsDevelopment()', 'development', 'deployed'],
    ['context.HostingEnvironment.IsDevelopment()', 'development', 'deployed'],
    ['env.IsDevelopment() == true', 'development', 'deployed'],
    ['env.IsDevelopment() == false', 'deployed', 'development'],
    ['env.IsDevelopment() != true', 'deployed', 'development'],
    ['env.IsDevelopment() is true', 'development', 'deployed'],
    ['env.IsDevelopment() is false', 'deployed', 'development'],
    ['env.IsDevelopment() is not true', 'deployed', 'development'],
    ['env.IsEnvironment("Development")', 'development', 'deployed'],
    ['!env.IsEnvironment("Development")', 'deployed', 'development'],
    ['env.IsEnvironment(Environments.Development)', 'development', 'deployed'],
    ['env.EnvironmentName == "Development"', 'development', 'deployed'],
    ['env.EnvironmentName != "Development"', 'deployed', 'development'],
    ['"Development" == env.EnvironmentName', 'development', 'deployed'],
    ['env.EnvironmentName == Environments.Development', 'development', 'deployed'],
    ['env.EnvironmentName.Equals("Development")', 'development', 'deployed'],
    ['env.EnvironmentName.Equals("Development", StringComparison.OrdinalIgnoreCase)', 'development', 'deployed'],
    ['string.Equals(env.EnvironmentName, "Development")', 'development', 'deployed'],
    ['!String.Equals("Development", env.EnvironmentName, StringComparison.Ordinal)', 'deployed', 'development'],
    ['other.Equals("Development")', null, null],
    ['env.IsDevelopment() && flag', 'development', null],
    ['flag && env.IsDevelopment()', 'development', null],
    ['env.IsDevelopment() || flag', null, 'deployed but not always'],
    ['!env.IsDevelopment() && flag', null, null],
    ['!env.IsDevelopment() || flag', null, 'development'],
    ['env.IsProduction()', null, null],
    ['env.IsStaging()', null, null],
    ['!env.IsProduction()', null, null],
    ['env.IsEnvironment("Production")', null, null],
    ['env.IsProduction() || env.IsDevelopment()', null, null],
    ['env.IsDevelopment() && !env.IsDevelopment()', null, null],
    ['env.IsDevelopment() == flag', null, null],
    ['IsDevelopment()', null, null],
    ['settings.IsDevelopment()', null, null],
    ['env?.IsDevelopment() == true', null, null],
    ['env.IsDevelopment(1)', null, null],
    ['config.GetValue<bool>("UseOwn")', null, null],
    ['config["Environment"] == "Development"', null, null],
    ['env.IsEnvironment(name)', null, null],
    ['true', null, null],
    ['false', null, null],
    ['(env).IsDevelopment()', 'development', 'deployed'],
    ['hostEnvironment.IsDevelopment()', 'development', 'deployed'],
    ['Env.IsDevelopment()', 'development', 'deployed'],
    ['envs.IsDevelopment()', null, null],
    ['env.IsDevelopment().Value', null, null],
    ['true == env.IsDevelopment()', 'development', 'deployed'],
    ['env.IsDevelopment() != false', 'development', 'deployed'],
    ['env.IsDevelopment() == env.IsDevelopment()', null, null],
    ['env.IsDevelopment() != env.IsDevelopment()', null, null],
    ['env.IsDevelopment() is not false', 'development', 'deployed'],
    ['env.IsDevelopment() is bool', null, null],
    ['env.IsDevelopment() is not bool', null, null],
    ['env.IsDevelopment() is var x', null, null],
    ['flag is true', null, null],
    ['env.IsDevelopment() & env.IsDevelopment()', null, null],
    ['env.IsDevelopment() | env.IsDevelopment()', null, null],
    ['env.IsDevelopment() && !flag', 'development', null],
    ['true && env.IsDevelopment()', 'development', 'deployed'],
    ['false || env.IsDevelopment()', 'development', 'deployed'],
    ['false && env.IsDevelopment()', null, null],
    ['env.IsProduction() || !env.IsDevelopment()', 'deployed', 'development'],
    ['env.IsStaging() || !env.IsDevelopment()', 'deployed', 'development'],
    ['env.IsProduction(1) || !env.IsDevelopment()', null, 'development'],
    ['env.IsOther() || !env.IsDevelopment()', null, 'development'],
    // IsEnvironment takes upper and lower case for the same; what Equals is handed may.
    ['env.IsEnvironment("development")', 'development', 'deployed'],
    ['!env.IsEnvironment("DEVELOPMENT")', 'deployed', 'development'],
    ['env.EnvironmentName.Equals("development", StringComparison.OrdinalIgnoreCase)', null, null],
    ['string.Equals(env.EnvironmentName, "development", StringComparison.OrdinalIgnoreCase)', null, null],
    ['env.EnvironmentName.Equals("Development", StringComparison.OrdinalIgnoreCase)', 'development', 'deployed'],
    ['env.EnvironmentName.Equals("development", comparison) || !env.IsDevelopment()', null, 'development'],
    ['env.EnvironmentName.Equals("TT02", comparison) || !env.IsDevelopment()', 'deployed', 'development'],
    ['env.EnvironmentName.Equals("development") || !env.IsDevelopment()', 'deployed', 'development'],
    ['string.Equals(env.EnvironmentName, "development") || !env.IsDevelopment()', 'deployed', 'development'],
    ['string.Equals("development", env.EnvironmentName, c) || !env.IsDevelopment()', null, 'development'],
    ['env.EnvironmentName == "development" || !env.IsDevelopment()', 'deployed', 'development'],
    ['env.IsEnvironment("TT02") || env.IsDevelopment()', null, null],
    ['env.IsEnvironment("TT02") || !env.IsDevelopment()', 'deployed', 'development'],
    ['env.IsEnvironment(name) || !env.IsDevelopment()', null, 'development'],
    ['env.IsEnvironment("TT02", 1) || !env.IsDevelopment()', null, 'development'],
    ['env.IsEnvironment() || !env.IsDevelopment()', null, 'development'],
    ['env.IsEnvironment("Development", 1)', null, null],
    ['env.IsEnvironment(Microsoft.Extensions.Hosting.Environments.Development)', 'development', 'deployed'],
    ['env.IsEnvironment(OwnEnvironments.Development)', null, null],
    ['env.IsEnvironment(Environments.DevelopmentLike)', null, null],
    ['EnvironmentName == "Development"', 'development', 'deployed'],
    ['env. EnvironmentName == "Development"', 'development', 'deployed'],
    ['env.OwnEnvironmentName == "Development"', null, null],
    ['env.EnvironmentNames == "Development"', null, null],
    ['env.EnvironmentName == "TT02" || !env.IsDevelopment()', 'deployed', 'development'],
    ['env.EnvironmentName.Equals("TT02") || !env.IsDevelopment()', 'deployed', 'development'],
    ['env.EnvironmentName > "Development"', null, null],
    ['env.EnvironmentName.Equals()', null, null],
    ['string.Equals(env.EnvironmentName)', null, null],
    ['string.Equals(flag, env.IsDevelopment())', null, null],
    ['substring.Equals(env.EnvironmentName, "Development")', null, null],
    ['strings.Equals(env.EnvironmentName, "Development")', null, null],
    ['Equals(env.EnvironmentName, "Development")', null, null],
    [`${'('.repeat(20)}env.IsDevelopment()${')'.repeat(20)}`, 'development', 'deployed'],
    [`${'('.repeat(80)}env.IsDevelopment()${')'.repeat(80)}`, null, null],
  ])('%s', (condition, then, otherwise) => {
    const told = (environment: string | null, text: string) =>
      environment === null ? text : `${environment}: ${text}`;
    const isSure = otherwise !== 'deployed but not always';
    expect(conditionsOfX(`if (${condition}) X();`)).toEqual([told(then, condition)]);
    expect(conditionsOfX(`if (${condition}) A(); else X();`)).toEqual([
      told(isSure ? otherwise : null, `!(${condition})`),
    ]);
  });

  test('through a local that is set once', () => {
    expect(conditionsOfX('var local = env.IsDevelopment(); if (!local) X();')).toEqual(['deployed: !local']);
    expect(conditionsOfX('var local = env.IsDevelopment(); local = flag; if (!local) X();')).toEqual(['!local']);
  });

  test('not when the app has a function of that name itself', () => {
    const own = { 'Own.cs': 'static class Own { public static bool IsDevelopment(this IEnvironment e) => true; }' };
    expect(conditionsOfX('if (env.IsDevelopment()) X();', own)).toEqual(['env.IsDevelopment()']);
  });

  test('over several lines', () => {
    expect(conditionsOfX('if (\n    env\n        .IsDevelopment()\n) X();')).toEqual([
      'development: env .IsDevelopment()',
    ]);
  });

  test('in a conditional expression', () => {
    expect(conditionsOfX('var x = env.IsDevelopment() ? services : services.X();')).toEqual([
      'deployed: !(env.IsDevelopment())',
    ]);
  });
});

describe('conditions add up from the outside in', () => {
  test('of several ifs', () => {
    expect(conditionsOfX('if (flag) { A(); if (!env.IsDevelopment()) { X(); } }')).toEqual([
      'flag',
      'deployed: !env.IsDevelopment()',
    ]);
  });

  test('of an else if', () => {
    expect(conditionsOfX('if (env.IsDevelopment()) A(); else if (flag) X();')).toEqual([
      'deployed: !(env.IsDevelopment())',
      'flag',
    ]);
  });

  test('of the calls that lead there', () => {
    const program = 'if (!env.IsDevelopment()) Setup(); void Setup() { if (flag) services.AddOwn(); }';
    const own = { 'Own.cs': 'static class Own { public static void AddOwn(this S s) { if (other) s.X(); } }' };
    expect(conditionsOfX(program, own)).toEqual(['deployed: !env.IsDevelopment()', 'flag', 'other']);
  });

  test.each([
    ['a loop', 'foreach (var x in xs) { X(); }', ['foreach (var x in xs) { X(); }']],
    ['a switch', 'switch (x)\n{\n    case 1: X(); break; }', ['case 1: X(); break;']],
    ['an arm of a switch expression', 'var y = x switch { 1 => s.X(), _ => s };', ['x switch { 1 => s.X(), _ => s }']],
    ['a short circuit', 'var y = flag && s.X();', ['flag && s.X()']],
    ['a null coalescing', 'var y = a ?? s.X();', ['a ?? s.X()']],
    ['a catch', 'try { A(); } catch { X(); }', ['catch']],
    ['a try', 'try { X(); } catch { A(); }', []],
    ['a finally', 'try { A(); } finally { X(); }', []],
    ['a using', 'using (a) { X(); }', []],
    ['the condition of an if', 'if (s.X()) A();', []],
    ['the collection of a loop', 'foreach (var x in s.X()) A();', []],
  ])('%s', (_, program, conditions) => {
    expect(conditionsOfX(program)).toEqual(conditions);
  });
});

describe('after a return, what follows runs only where the function went on', () => {
  test.each([
    ['in Development', 'if (env.IsDevelopment()) return; X();', ['deployed: !(env.IsDevelopment())']],
    [
      'in Development, with braces',
      'if (env.IsDevelopment()) { A(); return; } X();',
      ['deployed: !(env.IsDevelopment())'],
    ],
    ['with a value', 'if (!env.IsDevelopment()) { return services; } X();', ['development: !(!env.IsDevelopment())']],
    ['in the else', 'if (!env.IsDevelopment()) { A(); } else { return; } X();', ['deployed: !env.IsDevelopment()']],
    ['some lines before', 'if (env.IsDevelopment()) return; A(); B(); X();', ['deployed: !(env.IsDevelopment())']],
    [
      'outside the block of the call',
      'if (env.IsDevelopment()) return; if (flag) { X(); }',
      ['deployed: !(env.IsDevelopment())', 'flag'],
    ],
    [
      'twice',
      'if (env.IsDevelopment()) return; if (flag) return; X();',
      ['deployed: !(env.IsDevelopment())', '!(flag)'],
    ],
    [
      'in one of several branches',
      'if (flag) A(); else if (env.IsDevelopment()) return; X();',
      ['if (flag) A(); else if (env.IsDevelopment()) return;'],
    ],
    [
      'deep inside',
      'if (flag) { if (env.IsDevelopment()) return; } X();',
      ['if (flag) { if (env.IsDevelopment()) return; }'],
    ],
    ['in a loop', 'foreach (var x in xs) { if (x) return; } X();', ['foreach (var x in xs) { if (x) return; }']],
    ['by goto', 'if (flag) goto end; X(); end: A();', ['if (flag) goto end;']],
  ])('%s', (_, body, conditions) => {
    expect(conditionsOfX(`Setup(); void Setup() { ${body} }`)).toEqual(conditions);
    if (!body.includes('return services')) expect(conditionsOfX(body)).toEqual(conditions);
  });

  test.each([
    ['a return after the call', 'X(); if (env.IsDevelopment()) return;'],
    ['a return in a lambda', 'x.Use(o => { return o; }); X();'],
    ['a return in a local function', 'int F() { return 1; } X();'],
    ['a throw: the app does not start', 'if (env.IsDevelopment()) throw new E(); X();'],
    ['a return in a function that is called', 'Other(); X(); void Other() { if (flag) return; }'],
  ])('but not: %s', (_, body) => {
    expect(conditionsOfX(`Setup(); void Setup() { ${body} }`)).toEqual([]);
  });

  test('in the function that calls the one with the call', () => {
    const program = 'Setup(); void Setup() { if (env.IsDevelopment()) return; Inner(); } void Inner() { X(); }';
    expect(conditionsOfX(program)).toEqual(['deployed: !(env.IsDevelopment())']);
  });

  test('at the top level', () => {
    expect(conditionsOfX('if (builder.Environment.IsDevelopment()) return;\nX();')).toEqual([
      'deployed: !(builder.Environment.IsDevelopment())',
    ]);
  });
});
