import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { lines, withoutDoomed } from './removal.ts';

beforeAll(loadCSharp);

const doomed = 'services.Doomed("a");';

describe('an if that would be empty goes along', () => {
  test.each([
    ['with braces', ['if (x)', '{', `    ${doomed}`, '}'], []],
    ['without braces', ['if (x)', `    ${doomed}`], []],
    ['on one line', [`if (x) ${doomed}`], []],
    ['on one line with braces', [`if (x) { ${doomed} }`], []],
    ['inside another', ['if (x)', '{', '    if (y)', '    {', `        ${doomed}`, '    }', '}'], []],
    ['inside another, all without braces', ['if (x)', '    if (y)', `        ${doomed}`], []],
    [
      'inside another that holds more',
      ['if (x)', '{', '    A();', `    if (y) ${doomed}`, '}'],
      ['if (x)', '{', '    A();', '}'],
    ],
    ['with two calls', ['if (x)', '{', `    ${doomed}`, '    services.Doomed("b");', '}'], []],
    ['with a call in each branch', ['if (x)', `    ${doomed}`, 'else', '    services.Doomed("b");'], []],
    ['with a local that only the call used', ['if (x)', '{', '    var p = "a";', '    services.Doomed(p);', '}'], []],
    [
      'and its else if',
      ['if (x)', '{', `    ${doomed}`, '}', 'else if (y)', '{', '    services.Doomed("b");', '}'],
      [],
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });

  test('in a method as at top level', () => {
    const before = lines('void F()', '{', '    if (x)', '    {', `        ${doomed}`, '    }', '    Last();', '}');
    expect(withoutDoomed(before)).toBe(lines('void F()', '{', '    Last();', '}'));
  });
});

describe('an if that holds something else stays', () => {
  test.each([
    ['before it', ['if (x)', '{', '    A();', `    ${doomed}`, '}'], ['if (x)', '{', '    A();', '}']],
    ['after it', ['if (x)', '{', `    ${doomed}`, '    A();', '}'], ['if (x)', '{', '    A();', '}']],
    [
      'a local function',
      ['if (x)', '{', `    ${doomed}`, '    void F() { }', '}'],
      ['if (x)', '{', '    void F() { }', '}'],
    ],
    [
      'a declaration of which a part is used',
      ['if (x)', '{', '    string p = "a", q = B();', '    services.Doomed(p);', '}'],
      ['if (x)', '{', '    string q = B();', '}'],
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });
});

describe('an else that would be empty goes alone', () => {
  test.each([
    [
      'with braces',
      ['if (x)', '{', '    A();', '}', 'else', '{', `    ${doomed}`, '}'],
      ['if (x)', '{', '    A();', '}'],
    ],
    ['without braces', ['if (x)', '    A();', 'else', `    ${doomed}`], ['if (x)', '    A();']],
    [
      'on the line of the brace',
      ['if (x) {', '    A();', '} else {', `    ${doomed}`, '}'],
      ['if (x) {', '    A();', '}'],
    ],
    ['on one line', [`if (x) A(); else ${doomed}`], ['if (x) A();']],
    [
      'an else if',
      ['if (x)', '{', '    A();', '}', 'else if (y)', '{', `    ${doomed}`, '}'],
      ['if (x)', '{', '    A();', '}'],
    ],
    [
      'the last of several',
      ['if (x)', '    A();', 'else if (y)', '    B();', 'else', `    ${doomed}`],
      ['if (x)', '    A();', 'else if (y)', '    B();'],
    ],
    ['with an if in it', ['if (x)', '    A();', 'else', '{', `    if (y) ${doomed}`, '}'], ['if (x)', '    A();']],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });
});

describe('a call that something else would take the place of stays', () => {
  test.each([
    [
      'the first branch of an if with else',
      ['if (x)', '{', `    ${doomed}`, '}', 'else', '{', '    A();', '}'],
      'if-with-else',
    ],
    ['the same without braces', ['if (x)', `    ${doomed}`, 'else', '    A();'], 'if-with-else'],
    [
      'an else if with an else',
      ['if (x)', '    A();', 'else if (y)', `    ${doomed}`, 'else', '    B();'],
      'if-with-else',
    ],
    [
      'the if of a dangling else',
      ['if (x)', '    if (y)', `        ${doomed}`, '    else', '        A();'],
      'if-with-else',
    ],
    ['all of a foreach', ['foreach (var x in xs)', `    ${doomed}`], 'only-statement'],
    ['all of a foreach with braces', ['foreach (var x in xs)', '{', `    ${doomed}`, '}'], 'only-statement'],
    ['all of a for', ['for (;;)', `    ${doomed}`], 'only-statement'],
    ['all of a while', ['while (x)', '{', `    ${doomed}`, '}'], 'only-statement'],
    ['all of a do', ['do', `    ${doomed}`, 'while (x);'], 'only-statement'],
    ['all of a using', ['using (x)', '{', `    ${doomed}`, '}'], 'only-statement'],
    ['all of a using without braces', ['using (x)', `    ${doomed}`], 'only-statement'],
    ['all of a lock', ['lock (x)', '{', `    ${doomed}`, '}'], 'only-statement'],
    ['all of a try', ['try', '{', `    ${doomed}`, '}', 'catch', '{', '    A();', '}'], 'only-statement'],
    ['all of a catch', ['try', '{', '    A();', '}', 'catch', '{', `    ${doomed}`, '}'], 'only-statement'],
    ['all of a finally', ['try', '{', '    A();', '}', 'finally', '{', `    ${doomed}`, '}'], 'only-statement'],
    ['behind a label', ['again:', doomed], 'only-statement'],
    ['an if that is all of a loop', ['foreach (var x in xs)', `    if (x) ${doomed}`], 'only-statement'],
    [
      'under a condition that does something',
      ['if (Register(services))', '{', `    ${doomed}`, '}'],
      'condition-with-effects',
    ],
    ['under a condition that assigns', ['if ((x = y))', `    ${doomed}`], 'condition-with-effects'],
    ['under a condition that counts', ['if (n++ > 0)', `    ${doomed}`], 'condition-with-effects'],
    ['under a condition that awaits', ['if (await Ready())', `    ${doomed}`], 'condition-with-effects'],
    [
      'under a condition that declares what follows uses',
      ['if (x is string s)', `    ${doomed}`, 'Use(s);'],
      'condition-with-effects',
    ],
    [
      'under a condition that fills what follows uses',
      ['if (map.ContainsKey("a", out var s))', `    ${doomed}`, 'Use(s);'],
      'condition-with-effects',
    ],
    [
      'an else if whose condition does something',
      ['if (x)', '    A();', 'else if (Register())', `    ${doomed}`],
      'condition-with-effects',
    ],
  ])('%s', (_, before, refusal) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(`refused: ${refusal}`);
  });
});

describe('beside others it goes from any block', () => {
  test.each([
    [
      'a loop',
      ['foreach (var x in xs)', '{', '    A();', `    ${doomed}`, '}'],
      ['foreach (var x in xs)', '{', '    A();', '}'],
    ],
    ['a using', ['using (x)', '{', `    ${doomed}`, '    A();', '}'], ['using (x)', '{', '    A();', '}']],
    ['a lock', ['lock (x)', '{', `    ${doomed}`, '    A();', '}'], ['lock (x)', '{', '    A();', '}']],
    [
      'a try',
      ['try', '{', '    A();', `    ${doomed}`, '}', 'finally', '{', '    B();', '}'],
      ['try', '{', '    A();', '}', 'finally', '{', '    B();', '}'],
    ],
    [
      'a section of a switch',
      ['switch (x)', '{', '    case 1:', `        ${doomed}`, '        break;', '}'],
      ['switch (x)', '{', '    case 1:', '        break;', '}'],
    ],
    [
      'a section of a switch on one line',
      ['switch (x)', '{', `    case 1: ${doomed} break;`, '}'],
      ['switch (x)', '{', '    case 1: break;', '}'],
    ],
    [
      'an if in a section of a switch',
      ['switch (x)', '{', '    default:', `        if (y) ${doomed}`, '        break;', '}'],
      ['switch (x)', '{', '    default:', '        break;', '}'],
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });
});

describe('a method or lambda may be left empty', () => {
  test.each([
    [
      'a method',
      ['class C', '{', '    void F()', '    {', `        ${doomed}`, '    }', '}'],
      ['class C', '{', '    void F()', '    {', '    }', '}'],
    ],
    ['a local function', ['void F()', '{', `    ${doomed}`, '}'], ['void F()', '{', '}']],
    ['a lambda', ['Use(s =>', '{', `    ${doomed}`, '});'], ['Use(s =>', '{', '});']],
    ['a method whose if goes', ['void F()', '{', '    if (x)', `        ${doomed}`, '}'], ['void F()', '{', '}']],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines(...before))).toBe(lines(...after));
  });
});
