import { beforeAll, describe, expect, test } from 'vitest';
import { argumentFor, type Invocation, readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from './sources.ts';

beforeAll(loadCSharp);

function invocationIn(source: string): Invocation | null {
  const file = parsed(`${source};`);
  return readInvocation(firstOfKind(file, 'invocation_expression'), file.text);
}

function shown(source: string): unknown {
  const invocation = invocationIn(source);
  if (invocation === null) return null;
  const text = `${source};`;
  return {
    name: invocation.name,
    receiver: invocation.receiver && textOf(invocation.receiver, text),
    types: invocation.typeArguments.map((type) => textOf(type, text)),
    arguments: invocation.arguments.map(({ name, value }) => [name, textOf(value, text)]),
  };
}

const call = (name: string, rest: object = {}) => ({ name, receiver: null, types: [], arguments: [], ...rest });

describe('calls', () => {
  test.each([
    ['Add()', call('Add')],
    ['services.@Add()', call('Add', { receiver: 'services' })],
    ['services.@Add<A>()', call('Add', { receiver: 'services', types: ['A'] })],
    ['services.Add()', call('Add', { receiver: 'services' })],
    ['this.Add()', call('Add', { receiver: 'this' })],
    ['base.Add()', call('Add', { receiver: 'base' })],
    ['N.Ext.Add(services)', call('Add', { receiver: 'N.Ext', arguments: [[null, 'services']] })],
    ['global::N.Ext.Add()', call('Add', { receiver: 'global::N.Ext' })],
    ['string.Join(",")', call('Join', { receiver: 'string', arguments: [[null, '","']] })],
    ['builder.Services.Add()', call('Add', { receiver: 'builder.Services' })],
    ['list[0].Add()', call('Add', { receiver: 'list[0]' })],
    ['services!.Add()', call('Add', { receiver: 'services!' })],
    ['(services).Add()', call('Add', { receiver: '(services)' })],
    ['new A().Add()', call('Add', { receiver: 'new A()' })],
    ['services?.Add()', call('Add', { receiver: 'services' })],
    ['a?.b?.Add()', call('Add', { receiver: 'a?.b' })],
    ['a?.b.Add()', call('Add', { receiver: 'a?.b' })],
    ['Add<A>()', call('Add', { types: ['A'] })],
    ['services.Add<A, B.C<D>>()', call('Add', { receiver: 'services', types: ['A', 'B.C<D>'] })],
    ['services?.Add<A>("x")', call('Add', { receiver: 'services', types: ['A'], arguments: [[null, '"x"']] })],
    [
      'Add(b: 1, a: x => x.Y)',
      call('Add', {
        arguments: [
          ['b', '1'],
          ['a', 'x => x.Y'],
        ],
      }),
    ],
    ['s.Add<A,\n#nullable enable\nB>(1)', call('Add', { receiver: 's', types: ['A', 'B'], arguments: [[null, '1']] })],
    ['s.Add(1\n#pragma warning disable X\n)', call('Add', { receiver: 's', arguments: [[null, '1']] })],
    ['Add(@class: 1)', call('Add', { arguments: [['class', '1']] })],
    [
      'Add(this, to: this)',
      call('Add', {
        arguments: [
          [null, 'this'],
          ['to', 'this'],
        ],
      }),
    ],
    [
      'Add(ref a, out var b, in c)',
      call('Add', {
        arguments: [
          [null, 'a'],
          [null, 'var b'],
          [null, 'c'],
        ],
      }),
    ],
    ['Add(name: ref a)', call('Add', { arguments: [['name', 'a']] })],
    ['Add(d => { d.X = 1; })', call('Add', { arguments: [[null, 'd => { d.X = 1; }']] })],
    ['Add(delegate(int i) { })', call('Add', { arguments: [[null, 'delegate(int i) { }']] })],
    ['Add(a ? b : c)', call('Add', { arguments: [[null, 'a ? b : c']] })],
  ])('%s', (source, expected) => {
    expect(shown(source)).toEqual(expected);
  });

  test('comments may stand anywhere', () => {
    const source = [
      '/*0*/ services /*1*/ . /*2*/ Add /*3*/ < /*4*/ A /*5*/ , /*6*/ B /*7*/ > /*8*/ ( // 9 )',
      '  /*10*/ name /*11*/ : /*12*/ "x" /*13*/ , // 14',
      '  /* 15, "y" */ "z" /*16*/ )',
    ].join('\n');
    expect(shown(source)).toEqual({
      name: 'Add',
      receiver: 'services',
      types: ['A', 'B'],
      arguments: [
        ['name', '"x"'],
        [null, '"z"'],
      ],
    });
  });

  test('only a call after ?. is conditional itself', () => {
    expect(invocationIn('services?.Add()')?.nullConditional).toBe(true);
    expect(invocationIn('services?.First().Second()')?.nullConditional).toBe(false);
    expect(invocationIn('services.Add()')?.nullConditional).toBe(false);
  });

  test.each(['handlers[0]()', '(a ?? b)()', 'Make()()', 'x?[0]()'])('%s has no name', (source) => {
    expect(invocationIn(source)).toBeNull();
  });

  test('the name node is the bare name', () => {
    const invocation = invocationIn('services.Add<A>("x")');
    expect(invocation?.nameNode).toMatchObject({ start: 9, end: 12 });
  });
});

describe('the argument for a parameter', () => {
  const argument = (source: string, name: string, index: number) => {
    const found = argumentFor(invocationIn(source)?.arguments ?? [], name, index);
    return found && textOf(found.value, `${source};`);
  };

  test('by place', () => {
    expect(argument('F("a", "b")', 'second', 1)).toBe('"b"');
    expect(argument('F("a")', 'second', 1)).toBeNull();
  });

  test('by name, wherever it stands', () => {
    expect(argument('F(second: "b", first: "a")', 'first', 0)).toBe('"a"');
    expect(argument('F(first: "a", "b")', 'second', 1)).toBe('"b"');
  });

  test('not what another parameter was named for', () => {
    expect(argument('F(second: "b")', 'first', 0)).toBeNull();
  });
});
