import { beforeAll, describe, expect, test } from 'vitest';
import type { Link } from '../../../../src/syntax/csharp/operations/link-layout.ts';
import { replaceCall } from '../../../../src/syntax/csharp/operations/replace-call.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { lines } from './removal.ts';
import { attaching, callsOf, replaced, replacements } from './replacing.ts';

beforeAll(loadCSharp);

/** Links of which the last has one argument, as long as asked for. */
function asLongAs(length: number): readonly Link[] {
  const [name, argument] = ['Use', 'x'.repeat(length - 'Use("")'.length)];
  return [
    { name: 'Add', typeArguments: ['C'], arguments: [] },
    { name, typeArguments: [], arguments: [`"${argument}"`] },
  ];
}

describe('on the line of its receiver', () => {
  test.each([
    ['a statement', 'services.Old<D, C>(s);', 'services.Add<C>().Use("a", "b");'],
    [
      'with arguments over lines',
      'services.Old<D, C>(\n    s,\n    d =>\n    {\n        d.Scope = "a b";\n    }\n);',
      'services.Add<C>().Use("a", "b");',
    ],
    ['on a property', 'builder.Services.Old<D, C>(s);', 'builder.Services.Add<C>().Use("a", "b");'],
    ['behind another call', 'services.First().Old<D, C>(s);', 'services.First().Add<C>().Use("a", "b");'],
    ['before another call', 'services.Old<D, C>(s).Next();', 'services.Add<C>().Use("a", "b").Next();'],
    ['as a value', 'var http = services.Old<D, C>(s);', 'var http = services.Add<C>().Use("a", "b");'],
    ['as an argument', 'Setup(services.Old<D, C>(s), 1);', 'Setup(services.Add<C>().Use("a", "b"), 1);'],
    ['returned', 'return services.Old<D, C>(s);', 'return services.Add<C>().Use("a", "b");'],
    ['as the body of a function', 'void F() => services.Old<D, C>(s);', 'void F() => services.Add<C>().Use("a", "b");'],
    [
      'behind a comment',
      '/* first */ services./* its */Old<D, C>(s); // last',
      '/* first */ services./* its */Add<C>().Use("a", "b"); // last',
    ],
    ['where something may be null', 'services?.Old<D, C>(s);', 'services?.Add<C>().Use("a", "b");'],
    ['where it is said not to be', 'services!.Old<D, C>(s);', 'services!.Add<C>().Use("a", "b");'],
    [
      'behind a dot that ends the line',
      'services.\n    Old<D, C>(s).\n    Next();',
      'services.\n    Add<C>().Use("a", "b").\n    Next();',
    ],
  ])('%s', (_, before, after) => {
    expect(replaced(lines('First();', before, 'Last();'))).toBe(lines('First();', after, 'Last();'));
  });

  test('a link by itself, in its very place', () => {
    expect(replaced('http.Old<D>("key", d => { });\n', { links: attaching })).toBe('http.Use("a", "b");\n');
    expect(replaced(lines('services.Client().Old<D>("key")', '    .Next();'), { links: attaching })).toBe(
      lines('services.Client().Use("a", "b")', '    .Next();'),
    );
  });
});

describe('a following link that begins its line says how far in links are', () => {
  test.each([
    [
      'one of them',
      ['services.Old<D, C>(s)', '    .Next();'],
      ['services.Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'several',
      ['services.Old<D, C>(s)', '    .Next()', '    .Then();'],
      ['services.Add<C>()', '    .Use("a", "b")', '    .Next()', '    .Then();'],
    ],
    [
      'further in',
      ['services.Old<D, C>(s)', '        .Next();'],
      ['services.Add<C>()', '        .Use("a", "b")', '        .Next();'],
    ],
    [
      'behind arguments over lines',
      ['services.Old<D, C>(', '    s', ')', '    .Next();'],
      ['services.Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'behind a comment',
      ['services.Old<D, C>(s) // why', '    .Next();'],
      ['services.Add<C>()', '    .Use("a", "b") // why', '    .Next();'],
    ],
    [
      'on what may be null',
      ['services?.Old<D, C>(s)', '    .Next();'],
      ['services?.Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'but not one on the line of the closing parenthesis',
      ['services.Old<D, C>(', '    s', ').Next();'],
      ['services.Add<C>().Use("a", "b").Next();'],
    ],
  ])('%s', (_, before, after) => {
    expect(replaced(lines(...before))).toBe(lines(...after));
  });
});

describe('a dot that begins its line gives each link a line', () => {
  test.each([
    ['alone', ['services', '    .Old<D, C>(s);'], ['services', '    .Add<C>()', '    .Use("a", "b");']],
    [
      'first',
      ['services', '    .Old<D, C>(s)', '    .Next();'],
      ['services', '    .Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'in the middle',
      ['services', '    .First()', '    .Old<D, C>(s)', '    .Next();'],
      ['services', '    .First()', '    .Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'with arguments over lines',
      ['services', '    .Old<D, C>(', '        s,', '        d => d.X = 1', '    )', '    .Next();'],
      ['services', '    .Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'where something may be null',
      ['services', '    ?.Old<D, C>(s)', '    .Next();'],
      ['services', '    ?.Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'the semicolon below',
      ['services', '    .Old<D, C>(s)', '    ;'],
      ['services', '    .Add<C>()', '    .Use("a", "b")', '    ;'],
    ],
    ['two spaces in', ['services', '  .Old<D, C>(s);'], ['services', '  .Add<C>()', '  .Use("a", "b");']],
    [
      'with a comment above',
      ['services', '    // its client', '    .Old<D, C>(s); // last'],
      ['services', '    // its client', '    .Add<C>()', '    .Use("a", "b"); // last'],
    ],
  ])('%s', (_, before, after) => {
    expect(replaced(lines(...before))).toBe(lines(...after));
  });

  test('a link by itself', () => {
    const before = lines(
      'services',
      '    .Client()',
      '    .Old<D>(',
      '        "key",',
      '        d => { }',
      '    )',
      '    .Next();',
    );
    expect(replaced(before, { links: attaching })).toBe(
      lines('services', '    .Client()', '    .Use("a", "b")', '    .Next();'),
    );
  });
});

describe('a line is at most 120 columns wide', () => {
  const program = (indentation: string) => `${indentation}services.Old<D, C>(s);\n`;
  const long = (columns: number, indentation: string) =>
    columns - indentation.length - 'services.Add<C>().'.length - ';'.length;

  test.each(['', '    ', '\t'])('with 120 of them it stays one (behind "%s")', (indentation) => {
    const widthOfTab = indentation === '\t' ? 3 : 0;
    const links = asLongAs(long(120 - widthOfTab, indentation));
    const [line = '', ...more] = replaced(`{\n${program(indentation)}}\n`, { links })
      .split('\n')
      .slice(1, -2);
    expect({ more, width: line.replaceAll('\t', '    ').length }).toEqual({ more: [], width: 120 });
  });

  test.each([
    ['four spaces', '    ', '        '],
    ['two spaces', '  ', '    '],
    ['a tab', '\t', '\t\t'],
  ])('with more, the last link goes one level in: %s', (_, indentation, deeper) => {
    const links = asLongAs(long(121, indentation));
    const use = replaced('x.Old();\n', { links }).slice('x.Add<C>().'.length);
    expect(replaced(`{\n${program(indentation)}}\n`, { links })).toBe(
      `{\n${indentation}services.Add<C>()\n${deeper}.${use}}\n`,
    );
  });

  test('what follows on the line counts', () => {
    const links = asLongAs(long(120, '') - '.Next()'.length + 1);
    const [first, second] = replaced('services.Old<D, C>(s).Next();\n', { links }).split('\n');
    expect(first).toBe('services.Add<C>()');
    expect(second).toMatch(/^ {4}\.Use\("x+"\)\.Next\(\);$/);
  });

  test('a link by itself goes on its own line as well', () => {
    const links = [{ name: 'Use', typeArguments: [], arguments: ['"scope:one"', '"scope:two"'] }];
    const before = `services.Client("${'c'.repeat(80)}")`;
    const after = '    .Use("scope:one", "scope:two")';
    expect(replaced(`${before}.Old<D>("k");\n`, { links })).toBe(lines(before, `${after};`));
    expect(replaced(lines(`${before}.Old<D>("k")`, '    .Next();'), { links })).toBe(
      lines(before, after, '    .Next();'),
    );
    expect(replaced(`Ext.Old<D>(${before}, "k");\n`, { links })).toBe(lines(before, `${after};`));
  });

  test('with the null check before it', () => {
    const links = [{ name: 'Use', typeArguments: [], arguments: ['"scope:one"', '"scope:two"'] }];
    const before = `services.Client("${'c'.repeat(80)}")`;
    expect(replaced(`${before}?.Old<D>("k");\n`, { links })).toBe(
      lines(before, '    ?.Use("scope:one", "scope:two");'),
    );
  });

  test('a line that was wider may stay as wide', () => {
    const before = `services.Client("${'c'.repeat(120)}")`;
    expect(replaced(`${before}.Old<D>("key", d => d.Scope = "a b");\n`, { links: attaching })).toBe(
      `${before}.Use("a", "b");\n`,
    );
  });

  test('arguments that do not fit go one a line', () => {
    const args = ['"a"', `"${'b'.repeat(60)}"`, `"${'c'.repeat(60)}"`];
    const links = [
      { name: 'Add', typeArguments: ['C'], arguments: [] },
      { name: 'Use', typeArguments: [], arguments: args },
    ];
    expect(replaced(lines('services', '    .Old<D, C>(s)', '    .Next();'), { links })).toBe(
      lines(
        'services',
        '    .Add<C>()',
        '    .Use(',
        ...args.map((argument, index) => `        ${argument}${index < 2 ? ',' : ''}`),
        '    )',
        '    .Next();',
      ),
    );
    expect(replaced(lines('    services.Old<D, C>(s);'), { links })).toBe(
      lines(
        '    services.Add<C>()',
        '        .Use(',
        ...args.map((argument, index) => `            ${argument}${index < 2 ? ',' : ''}`),
        '        );',
      ),
    );
  });

  test('also those of a link by itself', () => {
    const links = [{ name: 'Use', typeArguments: [], arguments: [`"${'a'.repeat(70)}"`, `"${'b'.repeat(70)}"`] }];
    expect(replaced(lines('services', '    .Old<D>("key");'), { links })).toBe(
      lines('services', '    .Use(', `        "${'a'.repeat(70)}",`, `        "${'b'.repeat(70)}"`, '    );'),
    );
  });
});

describe('comments inside what goes stand above the last link', () => {
  test.each([
    [
      'where links have lines',
      [
        'services',
        '    .Old<D, C>(',
        '        // the section',
        '        s,',
        '        d => { d.X = 1; /* all */ }',
        '    )',
        '    .Next();',
      ],
      ['services', '    .Add<C>()', '    // the section', '    /* all */', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'on one line',
      ['services.Old<D, C>(s /* its own */);'],
      ['services.Add<C>()', '    /* its own */', '    .Use("a", "b");'],
    ],
    [
      'with a following link',
      ['services.Old<D, C>(', '    s // its own', ')', '    .Next();'],
      ['services.Add<C>()', '    // its own', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'between the type arguments',
      ['services', '    .Old<D /* key */, C>(s);'],
      ['services', '    .Add<C>()', '    /* key */', '    .Use("a", "b");'],
    ],
    [
      'where something may be null',
      ['services?.Old<D, C>(s /* its own */);'],
      ['services?.Add<C>()', '    /* its own */', '    .Use("a", "b");'],
    ],
  ])('%s', (_, before, after) => {
    expect(replaced(lines(...before))).toBe(lines(...after));
  });

  test.each([
    [
      'where links have lines',
      [
        'http',
        '    .Old<D>(',
        '        "key", // of Dan',
        '        d => { /* scope */ d.X = 1; }',
        '    )',
        '    .Next();',
      ],
      ['http', '    // of Dan', '    /* scope */', '    .Use("a", "b")', '    .Next();'],
    ],
    ['on one line', ['http.Old<D>("key" /* of Dan */);'], ['http', '    /* of Dan */', '    .Use("a", "b");']],
    [
      'behind another link',
      ['services.First().Old<D>("key" /* of Dan */)', '    .Next();'],
      ['services.First()', '    /* of Dan */', '    .Use("a", "b")', '    .Next();'],
    ],
  ])('of a link by itself, %s', (_, before, after) => {
    expect(replaced(lines(...before), { links: attaching })).toBe(lines(...after));
  });

  test('of a link by itself that was called statically', () => {
    expect(replaced('Ext.Old<D>(http, "key" /* of Dan */);\n', { links: attaching })).toBe(
      lines('http', '    /* of Dan */', '    .Use("a", "b");'),
    );
    expect(
      replaced(lines('Ext.Old<D>(', '    services.Client(), // of Dan', '    "key")', '    .Next();'), {
        links: attaching,
      }),
    ).toBe(lines('services.Client()', '    // of Dan', '    .Use("a", "b")', '    .Next();'));
  });

  test('of a link by itself on what may be null', () => {
    expect(replaced('http?.Old<D>("key" /* of Dan */);\n', { links: attaching })).toBe(
      lines('http', '    /* of Dan */', '    ?.Use("a", "b");'),
    );
    expect(replaced(lines('http', '    ?.Old<D>(', '        "key" // of Dan', '    );'), { links: attaching })).toBe(
      lines('http', '    // of Dan', '    ?.Use("a", "b");'),
    );
  });

  test('unless there is no link to stand above', () => {
    expect(replaced('Old<D>("key" /* of Dan */);\n', { links: attaching })).toBe('refused: comment-in-the-way');
  });

  test('beside those around the dot of a link by itself', () => {
    expect(replaced('http./* v1.2 */Old<D>("key" /* of Dan */);\n', { links: attaching })).toBe(
      lines('http', '    /* v1.2 */', '    /* of Dan */', '    .Use("a", "b");'),
    );
    expect(replaced('http./* v1.2 */Old<D>("key");\n', { links: attaching })).toBe('http./* v1.2 */Use("a", "b");\n');
    expect(replaced('http /* v1.2 */.Old<D>("key" /* of Dan */);\n', { links: attaching })).toBe(
      lines('http /* v1.2 */', '    /* of Dan */', '    .Use("a", "b");'),
    );
  });

  test('but not those of what stands in the new links', () => {
    const links = [{ name: 'Add', typeArguments: [], arguments: ['Name(/* its */)'] }, ...attaching];
    expect(replaced('services.Old<D>(Name(/* its */), s);\n', { links, keeps: 'Name(/* its */)' })).toBe(
      'services.Add(Name(/* its */)).Use("a", "b");\n',
    );
  });

  test('nor what only looks like one', () => {
    expect(replaced('services.Old<D, C>("// no", """/* no */""", d => d.X = "http://x");\n')).toBe(
      'services.Add<C>().Use("a", "b");\n',
    );
  });
});

describe('a static call becomes one on its first argument', () => {
  test.each([
    ['on one line', ['Ext.Old<D, C>(services, s);'], ['services.Add<C>().Use("a", "b");']],
    ['over lines', ['Ext.Old<D, C>(', '    services,', '    s', ');'], ['services.Add<C>().Use("a", "b");']],
    [
      'as a value',
      ['var http = Ext.Old<D, C>(builder.Services, s);'],
      ['var http = builder.Services.Add<C>().Use("a", "b");'],
    ],
    ['of a call', ['Ext.Old<D, C>(services.First(), s).Next();'], ['services.First().Add<C>().Use("a", "b").Next();']],
    ['of what needs parentheses', ['Ext.Old<D, C>(await All(), s);'], ['(await All()).Add<C>().Use("a", "b");']],
    ['of a choice', ['Ext.Old<D, C>(x ? one : two, s);'], ['(x ? one : two).Add<C>().Use("a", "b");']],
    [
      'with a following link',
      ['Ext.Old<D, C>(services, s)', '    .Next();'],
      ['services.Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'with a comment',
      ['Ext.Old<D, C>(services, s /* its own */);'],
      ['services.Add<C>()', '    /* its own */', '    .Use("a", "b");'],
    ],
  ])('%s', (_, before, after) => {
    expect(replaced(lines(...before))).toBe(lines(...after));
  });

  test('too long for a line', () => {
    const links = asLongAs(110);
    const [first, second] = replaced('    Ext.Old<D, C>(services, s);\n', { links }).split('\n');
    expect(first).toBe('    services.Add<C>()');
    expect(second).toMatch(/^ {8}\.Use\("x+"\);$/);
  });
});

describe('a link behind it goes with it', () => {
  test.each([
    ['on one line', ['services.Old<D, C>(s).Typed<I, C>();'], ['services.Add<C>().Use("a", "b");']],
    ['on its own line', ['services.Old<D, C>(s)', '    .Typed<I, C>();'], ['services.Add<C>().Use("a", "b");']],
    [
      'each on its own line',
      ['services', '    .Old<D, C>(s)', '    .Typed<I, C>()', '    .Next();'],
      ['services', '    .Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'before others',
      ['services.Old<D, C>(s)', '    .Typed<I, C>()', '    .Next();'],
      ['services.Add<C>()', '    .Use("a", "b")', '    .Next();'],
    ],
    [
      'with a comment between',
      ['services', '    .Old<D, C>(s)', '    // by interface', '    .Typed<I, C>();'],
      ['services', '    .Add<C>()', '    // by interface', '    .Use("a", "b");'],
    ],
  ])('%s', (_, before, after) => {
    expect(replaced(lines(...before), { folds: true })).toBe(lines(...after));
  });
});

describe('line ends and tabs are those of the place', () => {
  const crlf = (...text: readonly string[]) => text.map((line) => `${line}\r\n`).join('');
  test('CRLF', () => {
    expect(replaced(crlf('services', '    .Old<D, C>(', '        // why', '        s)', '    .Next();'))).toBe(
      crlf('services', '    .Add<C>()', '    // why', '    .Use("a", "b")', '    .Next();'),
    );
    expect(replaced(crlf('services.Old<D, C>(s /* why */);'))).toBe(
      crlf('services.Add<C>()', '    /* why */', '    .Use("a", "b");'),
    );
  });

  test('both in one file', () => {
    expect(replaced('First();\nservices\r\n    .Old<D, C>(s);\r\nLast();\n')).toBe(
      'First();\nservices\r\n    .Add<C>()\r\n    .Use("a", "b");\r\nLast();\n',
    );
  });

  test('tabs', () => {
    expect(replaced(lines('{', '\tservices.Old<D, C>(s /* why */);', '\tLast();', '}'))).toBe(
      lines('{', '\tservices.Add<C>()', '\t\t/* why */', '\t\t.Use("a", "b");', '\tLast();', '}'),
    );
    expect(replaced(lines('{', '\tservices', '\t\t.Old<D, C>(s);', '}'))).toBe(
      lines('{', '\tservices', '\t\t.Add<C>()', '\t\t.Use("a", "b");', '}'),
    );
  });

  test('no line end at the end', () => {
    expect(replaced('services.Old<D, C>(s);')).toBe('services.Add<C>().Use("a", "b");');
  });
});

describe('what cannot be rewritten stays', () => {
  test.each([
    ['inside a branch of #if', '#if X\nservices.Old<D, C>(s);\n#endif\n', 'conditional-compilation'],
    ['around one', 'services.Old<D, C>(\n#if X\n    s\n#else\n    t\n#endif\n);\n', 'conditional-compilation'],
    ['around a pragma', 'services.Old<D, C>(\n#pragma warning disable\n    s\n);\n', 'conditional-compilation'],
    ['around a region', 'services.Old<D, C>(\n#region x\n    s\n#endregion\n);\n', 'conditional-compilation'],
    ['where the parser lost its way', 'void F() { services.Old<D, C>(s) ) }\n', 'syntax-error'],
  ])('%s', (_, text, refusal) => {
    expect(replaced(text)).toBe(`refused: ${refusal}`);
  });

  test('but regions around it do no harm', () => {
    expect(replaced('#region x\nservices.Old<D, C>(s);\n#endregion\n')).toBe(
      '#region x\nservices.Add<C>().Use("a", "b");\n#endregion\n',
    );
  });

  test('what is not there', () => {
    const nowhere = { receiver: null, through: 8, links: attaching, keeps: [] };
    expect(replaceCall(parsed('services.Old();'), { start: 0, end: 8 }, nowhere)).toEqual({
      kind: 'refused',
      refusal: 'not-found',
    });
  });
});

test('two calls of a file are replaced side by side', () => {
  expect(replaced(lines('services.Old<D, C>(s);', 'services.Old<D, C>(t);'))).toBe(
    lines('services.Add<C>().Use("a", "b");', 'services.Add<C>().Use("a", "b");'),
  );
});

test('two calls of a chain are replaced in their places', () => {
  expect(replaced('http.Old<D>("a").Next().Old<D>("b");\n', { links: attaching })).toBe(
    'http.Use("a", "b").Next().Use("a", "b");\n',
  );
});

test('what is gone is all that does not stand in the new links', () => {
  const text = 'services.Old<D>(Names.Mine, s, d => { });';
  const file = parsed(text);
  const [prepared] = replacements(file, { keeps: 'Names.Mine' });
  expect(callsOf('Old', file)).toHaveLength(1);
  expect(prepared?.kind === 'replacement' && prepared.gone.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Old<D>(',
    ', s, d => { })',
  ]);
});
