import { beforeAll, describe, expect, test } from 'vitest';
import { removeCall } from '../../../../src/syntax/csharp/operations/remove-call.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { judge, lines, withoutDoomed } from './removal.ts';

beforeAll(loadCSharp);

describe('a call that is a whole statement takes its line', () => {
  test.each([
    'services.Doomed("a");',
    'services!.Doomed("a");',
    'services?.Doomed("a");',
    '(services).Doomed("a");',
    'this.services.Doomed("a");',
    'builder.Services.Doomed("a");',
    'Ext.Doomed(services, "a");',
    'Doomed(services, "a");',
    'services.Doomed(\n    "a");',
    'services\n    .Doomed("a");',
    'services\n    .Doomed("a")\n    ;',
    'services.Doomed("a") ;',
    '_ = services.Doomed("a");',
    'services = services.Doomed("a");',
  ])('%s', (statement) => {
    expect(withoutDoomed(lines('First();', statement, 'Last();'))).toBe(lines('First();', 'Last();'));
  });
});

describe('a link of a chain goes, the chain goes on', () => {
  test.each([
    ['first', 'services.Doomed("a").B();', 'services.B();'],
    ['in the middle', 'services.A().Doomed("a").B();', 'services.A().B();'],
    ['last', 'services.A().Doomed("a");', 'services.A();'],
    ['after a call by bare name', 'Services().Doomed("a");', 'Services();'],
    ['before a null-conditional link', 'services.Doomed("a")?.B();', 'services?.B();'],
    ['two of them', 'services.Doomed("a").A().Doomed("b");', 'services.A();'],
    ['inside a value', 'var y = services.Doomed("a");', 'var y = services;'],
    ['inside a returned value', 'return services.Doomed("a");', 'return services;'],
    ['inside an argument', 'Use(services.Doomed("a"), 1);', 'Use(services, 1);'],
    ['inside a named argument', 'Use(to: services.A().Doomed("a"));', 'Use(to: services.A());'],
    [
      'inside an arm',
      'var y = x switch { 1 => services.Doomed("a"), _ => services };',
      'var y = x switch { 1 => services, _ => services };',
    ],
    ['inside a conditional expression', 'var y = x ? services.Doomed("a") : other;', 'var y = x ? services : other;'],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', before, 'Last();'))).toBe(lines('First();', after, 'Last();'));
  });

  test.each([
    ['first', ['services', '    .Doomed("a")', '    .A()', '    .B();'], ['services', '    .A()', '    .B();']],
    ['in the middle', ['services', '    .A()', '    .Doomed("a")', '    .B();'], ['services', '    .A()', '    .B();']],
    ['last', ['services', '    .A()', '    .Doomed("a");'], ['services', '    .A();']],
    [
      'last, the semicolon below',
      ['services', '    .A()', '    .Doomed("a")', '    ;'],
      ['services', '    .A()', '    ;'],
    ],
    [
      'over several lines',
      ['services', '    .A()', '    .Doomed(', '        "a"', '    )', '    .B();'],
      ['services', '    .A()', '    .B();'],
    ],
    ['with the dot at the end of the line', ['services.', '    Doomed("a").', '    B();'], ['services.', '    B();']],
    ['on the line of the receiver', ['services.Doomed("a")', '    .B();'], ['services', '    .B();']],
    [
      'on the line of another link',
      ['services', '    .A().Doomed("a")', '    .B();'],
      ['services', '    .A()', '    .B();'],
    ],
  ])('on lines of its own: %s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });
});

describe('no two marks say that the receiver is not null', () => {
  test.each([
    ['services!.Doomed("a")!.B();', 'services!.B();'],
    ['services.Doomed("a")!.B();', 'services!.B();'],
    ['services!.Doomed("a").B();', 'services!.B();'],
    ['(services!).Doomed("a")!.B();', '(services!).B();'],
    ['(services!.Doomed("a"))!.B();', '(services!).B();'],
    ['services!.Doomed("a").Doomed("b")!.B();', 'services!.B();'],
    ['services!.Doomed("a")!.Doomed("b")!.B();', 'services!.B();'],
    ['services.Doomed("a")!.Doomed("b")!.B();', 'services!.B();'],
    ['services.A()!.Doomed("a")!.B();', 'services.A()!.B();'],
    ['services!.A().Doomed("a")!.B();', 'services!.A()!.B();'],
    ['services!\n    .Doomed("a")!\n    .B();', 'services!\n    .B();'],
    ['services!.Doomed("a") /* x */ ! .B();', 'services! /* x */  .B();'],
    ['Ext.Doomed(services!, "a")!.B();', 'services!.B();'],
    ['Use(services!.Doomed("a")!);', 'Use(services!);'],
    ['Use(!services!.Doomed("a"));', 'Use(!services!);'],
    ['x = services!.Doomed("a")!;', 'x = services!;'],
  ])('%j', (before, after) => {
    expect(withoutDoomed(before)).toBe(after);
  });
});

describe('what the receiver does besides is kept', () => {
  test.each([
    ['services.AddHttpClient<A>().Services.Doomed("a");', 'services.AddHttpClient<A>();'],
    ['(services.A()).Doomed("a");', 'services.A();'],
    ['services.A()!.Doomed("a");', 'services.A();'],
    ['(await Build()).Doomed("a");', 'await Build();'],
    ['(await Build()).Services.Doomed("a");', 'await Build();'],
    ['(services = Build()).Doomed("a");', 'services = Build();'],
    ['new Host(args).Doomed("a");', 'new Host(args);'],
    ['Ext.Doomed(services.A().Services, "a");', 'services.A();'],
    ['_ = services.A().Doomed("a");', '_ = services.A();'],
  ])('%s', (before, after) => {
    expect(withoutDoomed(lines('First();', before, 'Last();'))).toBe(lines('First();', after, 'Last();'));
  });

  test('where that would be no statement by itself, the call stays', () => {
    expect(withoutDoomed(lines('Hosts()[0].Doomed("a");'))).toBe('refused: value-used');
  });
});

describe('a static call hands its first argument on', () => {
  test.each([
    ['Ext.Doomed(services.A(), "a");', 'services.A();'],
    ['Ext.Doomed(services, "a").B();', 'services.B();'],
    ['Ext.Doomed(Ext.Doomed(services.A(), "a"), "b").B();', 'services.A().B();'],
    ['Ext.Doomed(\n    services.A(),\n    "a");', 'services.A();'],
  ])('%s', (before, after) => {
    expect(withoutDoomed(lines(before))).toBe(lines(after));
  });

  test.each([
    'var y = Ext.Doomed(services: services, path: "a");',
    'var y = Ext.Doomed(path: "a", services: services);',
    'Ext.Doomed(path: "a", services: services.A());',
    'Ext.Doomed(path: "a", services: services).B();',
  ])('but not when they are named, as any of them may be the one that is extended: %s', (before) => {
    expect(withoutDoomed(lines(before))).toBe('refused: value-used');
  });

  test('as a statement of its own it goes whatever the order', () => {
    expect(withoutDoomed(lines('A();', 'Ext.Doomed(path: "a", services: services);'))).toBe(lines('A();'));
  });
});

describe('a null check that hangs on the call keeps it', () => {
  test.each(['services?.Doomed("a").B();', 'var y = services?.Doomed("a");', 'services.A()?.Doomed("a");'])(
    '%s',
    (before) => {
      expect(withoutDoomed(lines(before))).toBe('refused: null-conditional');
    },
  );
});

describe('the body of a method or lambda', () => {
  test.each([
    [
      'IServiceCollection F(IServiceCollection s) => s.Doomed("a");',
      'IServiceCollection F(IServiceCollection s) => s;',
    ],
    [
      'IServiceCollection F(IServiceCollection s) => s.A().Doomed("a").B();',
      'IServiceCollection F(IServiceCollection s) => s.A().B();',
    ],
    ['void F(IServiceCollection s) => s.A().Doomed("a");', 'void F(IServiceCollection s) => s.A();'],
    ['void F(IServiceCollection s) => s.Doomed("a").B();', 'void F(IServiceCollection s) => s.B();'],
    ['void F(IServiceCollection s) { s.Doomed("a"); }', 'void F(IServiceCollection s) { }'],
    ['Use(s => s.A().Doomed("a"));', 'Use(s => s.A());'],
    ['Use(s => s.Doomed("a").B());', 'Use(s => s.B());'],
    ['Use(s => { s.Doomed("a"); });', 'Use(s => { });'],
    ['Use(s => { s.A(); s.Doomed("a"); });', 'Use(s => { s.A(); });'],
    ['Use(s => { return s.Doomed("a"); });', 'Use(s => { return s; });'],
    ['Use(delegate { s.Doomed("a"); });', 'Use(delegate { });'],
    ['class C { C(IServiceCollection s) { s.Doomed("a"); } }', 'class C { C(IServiceCollection s) { } }'],
    ['class C { IServiceCollection P => s.Doomed("a"); }', 'class C { IServiceCollection P => s; }'],
  ])('%s', (before, after) => {
    expect(withoutDoomed(lines(before))).toBe(lines(after));
  });

  test.each([
    'void F(IServiceCollection s) => s.Doomed("a");',
    'void F(IServiceCollection s) => Ext.Doomed(s, "a");',
    'void F(IServiceCollection s) => s.A().Services.Doomed("a");',
    'async Task F(IServiceCollection s) => s.Doomed("a");',
    'async ValueTask F(IServiceCollection s) => s.Doomed("a");',
    'async System.Threading.Tasks.Task F(IServiceCollection s) => s.Doomed("a");',
    'class C { void F(IServiceCollection s) => s.Doomed("a"); }',
    'class C { async Task F(IServiceCollection s) => s.Doomed("a"); }',
    'class C { C(IServiceCollection s) => s.Doomed("a"); }',
    'Use(s => s.Doomed("a"));',
    'Use(s => Ext.Doomed(s, "a"));',
    'Use((s) => s.Doomed("a"));',
    'Use(async s => s.Doomed("a"));',
  ])('would be no body any more: %s', (before) => {
    expect(withoutDoomed(lines(before))).toBe('refused: expression-body');
  });

  test('an async method that returns a value keeps returning it', () => {
    const before = 'async Task<IServiceCollection> F(IServiceCollection s) => s.Doomed("a");';
    expect(withoutDoomed(before)).toBe('async Task<IServiceCollection> F(IServiceCollection s) => s;');
  });
});

describe('several statements on a line', () => {
  test.each([
    ['A(); services.Doomed("a"); B();', 'A(); B();'],
    ['services.Doomed("a"); B();', 'B();'],
    ['A(); services.Doomed("a");', 'A();'],
    ['A();services.Doomed("a");B();', 'A();B();'],
    ['A();  services.Doomed("a");  B();', 'A();   B();'],
    ['{ A(); services.Doomed("a"); }', '{ A(); }'],
  ])('%s', (before, after) => {
    expect(withoutDoomed(lines('First();', before, 'Last();'))).toBe(lines('First();', after, 'Last();'));
  });

  test('a line of which everything goes, goes', () => {
    const before = lines('First();', '    services.Doomed("a"); services.Doomed("b");', 'Last();');
    expect(withoutDoomed(before)).toBe(lines('First();', 'Last();'));
  });
});

describe('line ends and indentation of what stays are as they were', () => {
  test.each([
    ['CRLF', 'A();\r\nservices.Doomed("a");\r\nB();\r\n', 'A();\r\nB();\r\n'],
    ['CR', 'A();\rservices.Doomed("a");\rB();\r', 'A();\rB();\r'],
    ['LF after CRLF', 'A();\r\nservices.Doomed("a");\nB();\r\n', 'A();\r\nB();\r\n'],
    ['CRLF after LF', 'A();\nservices.Doomed("a");\r\nB();\n', 'A();\nB();\n'],
    ['tabs', 'if (x)\n{\n\tA();\n\tservices.Doomed("a");\n}\n', 'if (x)\n{\n\tA();\n}\n'],
    ['a chain with CRLF', 'services\r\n\t.A()\r\n\t.Doomed("a");\r\nB();\r\n', 'services\r\n\t.A();\r\nB();\r\n'],
    ['no last newline', 'A();\nservices.Doomed("a");\nB();', 'A();\nB();'],
    ['no last newline, and the call last', 'A();\nservices.Doomed("a");', 'A();\n'],
    ['no last newline, and a link last', 'services.A()\n    .Doomed("a");', 'services.A();'],
    ['nothing but the call', 'services.Doomed("a");\n', ''],
    ['a space after the semicolon', 'A();\nservices.Doomed("a"); \nB();\n', 'A();\nB();\n'],
    [
      'letters beyond ASCII',
      '// ærlig 🦊\nA("🦊");\nservices.Doomed("🦊");\nB("å");\n',
      '// ærlig 🦊\nA("🦊");\nB("å");\n',
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(before)).toBe(after);
  });
});

describe('what is not understood, or compiled under a condition only, stays', () => {
  test.each([
    ['inside #if', lines('A();', '#if DEBUG', 'services.Doomed("a");', '#endif'), 'conditional-compilation'],
    ['inside #else', lines('#if DEBUG', 'A();', '#else', 'services.Doomed("a");', '#endif'), 'conditional-compilation'],
    [
      'with #if in its arguments',
      lines('services.Doomed(', '#if DEBUG', '"a"', '#else', '"b"', '#endif', ');'),
      'conditional-compilation',
    ],
    [
      'with #if further down the chain',
      lines('services.Doomed("a")', '#if DEBUG', '    .A()', '#endif', '    .B();'),
      'conditional-compilation',
    ],
    [
      'alone in an if but for what #if lets in',
      lines('if (x)', '{', '#if DEBUG', '    A();', '#endif', '    services.Doomed("a");', '}'),
      'conditional-compilation',
    ],
    [
      'with a local of its own inside #if',
      lines(
        '#if DEBUG',
        'const string path = "a";',
        '#else',
        'const string path = "b";',
        '#endif',
        'services.Doomed(path);',
      ),
      'conditional-compilation',
    ],
    ['beside a syntax error', lines('void F()', '{', '    services.Doomed("a");', '    A((;', '}'), 'syntax-error'],
  ])('%s', (_, before, refusal) => {
    expect(withoutDoomed(before)).toBe(`refused: ${refusal}`);
  });

  test('a condition elsewhere in the file is no matter', () => {
    const before = lines('#if DEBUG', 'A();', '#endif', 'services.Doomed("a");', '#if DEBUG', 'B();', '#endif');
    const after = lines('#if DEBUG', 'A();', '#endif', '#if DEBUG', 'B();', '#endif');
    expect(withoutDoomed(before)).toBe(after);
  });

  test('where no call stands any more, nothing is done', () => {
    const file = parsed('services.A();\n');
    const call = { call: { start: 0, end: 10 }, form: 'extension' } as const;
    expect(removeCall(file, call, judge)).toEqual({ kind: 'refused', refusal: 'not-found' });
  });
});
