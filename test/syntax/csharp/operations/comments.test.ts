import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { lines, withoutDoomed } from './removal.ts';

beforeAll(loadCSharp);

const template = '// Register your apps custom service implementations here.';

describe('a comment above that is about the call goes along', () => {
  test.each([
    ['one line', ['// The legacy client', 'services.Doomed("a");']],
    ['several lines', ['// The legacy client,', '// for events only', 'services.Doomed("a");']],
    ['a block comment', ['/* The legacy client */', 'services.Doomed("a");']],
    ['a block comment over lines', ['/*', ' * The legacy client', ' */', 'services.Doomed("a");']],
    ['the call itself, commented out', ['// services.Doomed("b");', 'services.Doomed("a");']],
    ['above two calls', ['// The legacy clients', 'services.Doomed("a");', 'services.Doomed("b");']],
    ['above the if around it', ['// The legacy client', 'if (x)', '{', '    services.Doomed("a");', '}']],
    ['inside the if around it', ['if (x)', '{', '    // The legacy client', '    services.Doomed("a");', '}']],
    ['after a condition without braces', ['if (x) // the legacy client', '    services.Doomed("a");']],
    [
      'above a local that only it used',
      ['// The legacy section', 'const string path = "a";', 'services.Doomed(path);'],
    ],
    ['at the end of its line', ['services.Doomed("a"); // why not']],
    ['at the end of the line of its local', ['var path = "a"; // why not', 'services.Doomed(path);']],
    ['inside it', ['services.Doomed( // why not', '    "a" /* or b */);']],
  ])('%s', (_, before) => {
    expect(withoutDoomed(lines('First();', '', ...before, '', 'Last();'))).toBe(lines('First();', '', 'Last();'));
  });
});

describe('a comment that is about something else stays', () => {
  test.each([
    ['above', [template, 'services.Doomed("a");'], [template]],
    [
      'above a paragraph that goes on',
      ['// The legacy client and its friends', 'services.Doomed("a");', 'B();'],
      ['// The legacy client and its friends', 'B();'],
    ],
    [
      'with an empty line between',
      ['// The legacy client, once', '', 'services.Doomed("a");', 'B();'],
      ['// The legacy client, once', '', 'B();'],
    ],
    ['below', ['services.Doomed("a");', '// Next', 'B();'], ['// Next', 'B();']],
    ['at the end of the line above', ['A(); // legacy', 'services.Doomed("a");'], ['A(); // legacy']],
    ['on its line, before it', ['/* always */ services.Doomed("a");', 'B();'], ['/* always */', 'B();']],
    [
      'on its line, begun there',
      ['services.Doomed("a"); /* what', '   follows */ B();'],
      ['/* what', '   follows */ B();'],
    ],
    ['above another on its line', ['// Two', 'A(); services.Doomed("a");'], ['// Two', 'A();']],
    [
      'documentation of the method',
      ['/// <summary>The legacy client</summary>', 'void F()', '{', '    services.Doomed("a");', '}'],
      ['/// <summary>The legacy client</summary>', 'void F()', '{', '}'],
    ],
    [
      'above another local',
      ['// The legacy section', 'var (p, q) = ("a", "b");', 'services.Doomed(p);'],
      ['// The legacy section', 'var (p, q) = ("a", "b");'],
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', '', ...before, '', 'Last();'))).toBe(
      lines('First();', '', ...after, '', 'Last();'),
    );
  });

  test('even right above the call where a paragraph goes on, a comment that names the call goes', () => {
    const before = lines('// Doomed is for events', 'services.Doomed("a");', 'B();');
    expect(withoutDoomed(before)).toBe(lines('B();'));
  });
});

describe('a comment that would go with the code around the call keeps the call', () => {
  test.each([
    ['in the if', ['if (x)', '{', `    ${template}`, '    services.Doomed("a");', '}']],
    ['after the call in the if', ['if (x)', '{', '    services.Doomed("a");', '    // Next: events', '}']],
    ['after the condition', ['if (x) // only there', '    services.Doomed("a");']],
    ['above the call without braces', ['if (x)', '    // Next: events', '    services.Doomed("a");']],
    ['in the condition', ['if (x /* always */)', '{', '    services.Doomed("a");', '}']],
    ['in an inner if', ['if (x)', '{', '    if (y) // only there', '        services.Doomed("a");', '}']],
    [
      'before else',
      ['if (x)', '{', '    A();', '}', '// Otherwise events', 'else', '{', '    services.Doomed("a");', '}'],
    ],
    ['in the else', ['if (x)', '    A();', 'else // Otherwise events', '    services.Doomed("a");']],
  ])('%s', (_, before) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe('refused: comment-in-the-way');
  });
});

describe('a comment at the end of an else that goes', () => {
  test.each([
    [
      'goes, when it is about the call',
      ['if (x)', '    A();', 'else', '    services.Doomed("a"); // why not'],
      ['if (x)', '    A();'],
    ],
    [
      'goes, when it is about that',
      ['if (x)', '{', '    A();', '}', 'else', '{', '    services.Doomed("a");', '} // legacy'],
      ['if (x)', '{', '    A();', '}'],
    ],
    [
      'stays, when it is about something else',
      ['if (x)', '{', '    A();', '}', 'else', '{', '    services.Doomed("a");', '} // Next'],
      ['if (x)', '{', '    A();', '}', '// Next'],
    ],
    [
      'stays on its line',
      ['if (x) {', '    A();', '} else {', '    services.Doomed("a");', '} // Next'],
      ['if (x) {', '    A();', '} // Next'],
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });
});

describe('in a chain, too, comments stay with what they are about', () => {
  test.each([
    [
      'above the link, about it',
      ['services', '    .A()', '    // legacy', '    .Doomed("a")', '    .B();'],
      ['services', '    .A()', '    .B();'],
    ],
    [
      'above the link, about something else',
      ['services', '    .A()', '    // Next', '    .Doomed("a")', '    .B();'],
      ['services', '    .A()', '    // Next', '    .B();'],
    ],
    [
      'at the end of its line',
      ['services', '    .A()', '    .Doomed("a") // legacy', '    .B();'],
      ['services', '    .A()', '    .B();'],
    ],
    [
      'at the end of the line above',
      ['services', '    .A() // A', '    .Doomed("a")', '    .B();'],
      ['services', '    .A() // A', '    .B();'],
    ],
    [
      'at the end of the line above a last link',
      ['services', '    .A() // A', '    .Doomed("a");'],
      ['services', '    .A(); // A'],
    ],
    ['above a last link', ['services', '    .A()', '    // legacy', '    .Doomed("a");'], ['services', '    .A();']],
    [
      'above a last link, about something else',
      ['services', '    .A()', '    // Next', '    .Doomed("a");'],
      ['services', '    .A();', '    // Next'],
    ],
    ['after a last link', ['services', '    .A()', '    .Doomed("a"); // legacy'], ['services', '    .A();']],
    [
      'below the link',
      ['services', '    .Doomed("a")', '    // B', '    .B();'],
      ['services', '    // B', '    .B();'],
    ],
    [
      'at the start of the chain',
      ['services // ours', '    .Doomed("a")', '    .B();'],
      ['services // ours', '    .B();'],
    ],
    ['before the semicolon', ['services', '    .A().Doomed("a") /* end */;'], ['services', '    .A() /* end */;']],
    ['between, in the line', ['services.A() /* A */ .B().Doomed("a");'], ['services.A() /* A */ .B();']],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });

  test.each([
    ['between receiver and link on a line', ['services.A() /* A */ .Doomed("a").B();']],
    ['after a link on the line of the receiver', ['services.Doomed("a") // what it is', '    .B();']],
  ])('where it cannot, the call stays: %s', (_, before) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe('refused: comment-in-the-way');
  });
});

describe('directives that are not about what is compiled stay', () => {
  test.each([
    [
      '#region',
      ['#region Clients', 'services.Doomed("a");', 'A();', '#endregion'],
      ['#region Clients', 'A();', '#endregion'],
    ],
    [
      '#region in an if',
      ['if (x)', '{', '    #region Clients', '    services.Doomed("a");', '    #endregion', '    A();', '}'],
      ['if (x)', '{', '    #region Clients', '    #endregion', '    A();', '}'],
    ],
    [
      '#pragma',
      ['#pragma warning disable CS0618', 'services.Doomed("a");', '#pragma warning restore CS0618', 'A();'],
      ['#pragma warning disable CS0618', '#pragma warning restore CS0618', 'A();'],
    ],
    [
      '#pragma in a chain',
      [
        'services',
        '    .A()',
        '#pragma warning disable CS0618',
        '    .Doomed("a")',
        '#pragma warning restore CS0618',
        '    .B();',
      ],
      ['services', '    .A()', '#pragma warning disable CS0618', '#pragma warning restore CS0618', '    .B();'],
    ],
  ])('%s', (_, before, after) => {
    expect(withoutDoomed(lines('First();', ...before, 'Last();'))).toBe(lines('First();', ...after, 'Last();'));
  });

  test('in an if that would go they keep the call', () => {
    const before = lines('if (x)', '{', '#pragma warning disable CS0618', '    services.Doomed("a");', '}', 'Last();');
    expect(withoutDoomed(before)).toBe('refused: comment-in-the-way');
  });
});
