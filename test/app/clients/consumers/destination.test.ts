import { beforeAll, describe, expect, test } from 'vitest';
import { assignedClient, type Destination, destinationOf } from '../../../../src/app/clients/consumers/destination.ts';
import { initializerOf } from '../../../../src/syntax/csharp/declaration.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from '../../../syntax/csharp/sources.ts';

beforeAll(loadCSharp);

/** Where `client` goes from where a program names it first, with what it is called by or stored in. */
function destination(program: string): string {
  const file = parsed(program);
  const named = nodesOfKind(file, 'identifier').find((node) => textOf(node, file.text) === 'client');
  if (named === undefined) throw new Error(`no client in ${program}`);
  return told(destinationOf(named, file.text), file.text);
}

function told(to: Destination, text: string): string {
  switch (to.kind) {
    case 'called':
      return `called ${textOf(to.call, text)}`;
    case 'stored':
      return `stored ${textOf(to.target, text)}`;
    case 'assigned':
      return `assigned ${textOf(to.value, text)}`;
    case 'checked':
      return 'checked';
    case 'lost':
      return to.use;
  }
}

describe('a client where it is named', () => {
  test.each([
    ['client.Ask(x);', 'called client.Ask(x)'],
    ['client!.Ask(x);', 'called client!.Ask(x)'],
    ['(client).Ask(x);', 'called (client).Ask(x)'],
    ['(client ?? throw new E()).Ask(x);', 'called (client ?? throw new E()).Ask(x)'],
    ['(client ?? other).Ask(x);', 'passed-on'],
    ['(other ?? client).Ask(x);', 'passed-on'],
    ['F(client.Ask);', 'method-group'],
    ['var f = client.Ask;', 'method-group'],
    ['client?.Ask(x);', 'null-conditional'],
    ['var x = client;', 'stored x = client'],
    ['var x = client!;', 'stored x = client!'],
    ['var x = client ?? throw new E();', 'stored x = client ?? throw new E()'],
    ['var x = client ?? other;', 'passed-on'],
    ['var x = other ?? client;', 'passed-on'],
    ['var x = flag ? client : other;', 'passed-on'],
    ['var x = (C)client;', 'passed-on'],
    ['var x = new[] { client };', 'passed-on'],
    ['C[] x = [client];', 'passed-on'],
    ['var x = (client, other);', 'passed-on'],
    ['_x = client;', 'stored _x'],
    ['this._x = (client!);', 'stored this._x'],
    ['_x = client ?? throw new E();', 'stored _x'],
    ['_x ??= client;', 'passed-on'],
    ['_x += client;', 'passed-on'],
    ['F(_x = client);', 'passed-on'],
    ['_y = _x = client;', 'passed-on'],
    ['var x = new X { Client = client };', 'passed-on'],
    ['return client;', 'passed-on'],
    ['class A { C X { get; } = client; }', 'stored C X { get; } = client;'],
    ['class A { C X => client; }', 'stored C X => client;'],
    ['class A { C X() => client; }', 'passed-on'],
    ['client = other;', 'assigned other'],
    ['client ??= other;', 'passed-on'],
  ])('%s %s', (program, expected) => {
    expect(destination(program)).toBe(expected);
  });

  test('set by the constructor that takes it, in an expression', () => {
    const text = 'class A { A(C c) => _x = c; }';
    const file = parsed(text);
    const right = firstOfKind(file, 'assignment_expression').children.at(-1);
    expect(right && told(destinationOf(right, text), text)).toBe('stored _x');
  });
});

describe('a client is only looked at', () => {
  test.each([
    'if (client == null) F();',
    'if (client != null) F();',
    'if (client==null) F();',
    'if (client! == null) F();',
    'if ((client) == null) F();',
    'if (client == null || flag) F();',
    'if (flag && client != null) F();',
    'if (client is null) F();',
    'if (client is not null) F();',
    'if (client is null || flag) F();',
    'if (client  is  not  null) F();',
    'var x = nameof(client);',
    'ArgumentNullException.ThrowIfNull(client);',
    'ArgumentNullException.ThrowIfNull(client, nameof(other));',
  ])('%s', (program) => {
    expect(destination(program)).toBe('checked');
  });

  test.each([
    'if (client == other) F();',
    'if (client == nullable) F();',
    'if (F() == null == client) F();',
    'if (client is Fake) F();',
    'if (client is { }) F();',
    'if (client is nullable) F();',
    'if (client is not Fake) F();',
    'if (client is Fake or null) F();',
    'F(client);',
    'F(this, client);',
    'Check.ThrowIfNullOrEmpty(client);',
    'new Other(client);',
    'x[client] = 1;',
    '_ = client + null;',
  ])('unless others get it: %s', (program) => {
    expect(destination(program)).toBe('passed-on');
  });
});

describe('what is assigned', () => {
  test.each([
    ['client', 'client'],
    ['client!', 'client'],
    ['(client)', 'client'],
    ['((client)!)', 'client'],
    ['client ?? throw new E()', 'client'],
    ['(client ?? throw new E())!', 'client'],
    ['client ?? other', 'client ?? other'],
    ['new Fake()', 'new Fake()'],
    ['null', null],
    ['null!', null],
    ['(null)', null],
    ['default', null],
    ['default!', null],
    ['default(C)', null],
  ])('%s is %s', (value, expected) => {
    const file = parsed(`C x = ${value};`);
    const initial = initializerOf(firstOfKind(file, 'variable_declarator'));
    const assigned = initial && assignedClient(initial);
    expect(assigned && textOf(assigned, file.text)).toBe(expected);
  });
});
