import { beforeAll, describe, expect, test } from 'vitest';
import { madeBy } from '../../../../src/app/clients/consumers/target-type.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../../../syntax/csharp/sources.ts';

beforeAll(loadCSharp);

/** Whether the `new(client)` of a program makes the class `Own`, which a field `_own` holds. */
function made(program: string): string {
  const file = parsed(program);
  const creations = nodesOfKind(file, 'implicit_object_creation_expression');
  const creation = creations.find((node) => textOf(node, file.text).startsWith('new(client'));
  if (creation === undefined) throw new Error(`no new(client) in ${program}`);
  return madeBy(creation, { own: ['Own'], members: new Set(['_own']) }, file);
}

describe('a target-typed new', () => {
  test.each([
    ['Own own = new(client);', 'yes'],
    ['Other other = new(client);', 'no'],
    ['Own? own = new(client);', 'yes'],
    ['var own = new(client);', 'open'],
    ['Own own = (new(client));', 'yes'],
    ['Own own = flag ? new(client) : null;', 'yes'],
    ['Own own = x ?? new(client);', 'yes'],
    ['Own own = new(client)!;', 'yes'],
    ['List<Own> all = [new(client)];', 'yes'],
    ['Own[] all = { new(client) };', 'yes'],
    ['var all = new Own[] { new(client) };', 'yes'],
    ['var all = new List<Own> { new(client) };', 'yes'],
    ['var all = new List<Other> { new(client) };', 'no'],
    ['Dictionary<string, Own> all = new() { ["a"] = new(client) };', 'yes'],
    ['var own = (Own)new(client);', 'yes'],
    ['var other = (Other)new(client);', 'no'],
    ['(Own, Other) pair = (new(client), x);', 'yes'],
    ['Own own = x switch { 1 => new(client), _ => null };', 'yes'],
    ['class A { Own Client { get; } = new(client); }', 'yes'],
    ['class A { Other Client { get; } = new(client); }', 'no'],
    ['class A { Own F() => new(client); }', 'yes'],
    ['class A { Own P => new(client); }', 'yes'],
    ['class A { Other P => new(client); }', 'no'],
    ['Own F() => new(client);', 'yes'],
    ['Other F() { return new(client); }', 'no'],
    ['class A { Own F() { return new(client); } }', 'yes'],
    ['class A { Other F() { return new(client); } }', 'no'],
    ['class A { IEnumerable<Own> F() { yield return new(client); } }', 'yes'],
    ['Func<Own> f = () => new(client);', 'yes'],
    ['Func<Own> f = () => { return new(client); };', 'yes'],
    ['Func<Other> f = () => { return new(client); };', 'no'],
    ['_own = new(client);', 'yes'],
    ['this._own = new(client);', 'yes'],
    ['a.b._own = new(client);', 'yes'],
    ['_own.Other = new(client);', 'no'],
    ['_other = new(client);', 'no'],
    ['_own ??= new(client);', 'yes'],
    ['F(new(client));', 'open'],
    ['Own.F(new(client));', 'yes'],
    ['_own.F(new(client));', 'yes'],
    ['F<Own>(new(client));', 'yes'],
    ['new Other(new(client));', 'no'],
    ['new Own(new(client));', 'yes'],
    ['Own own = new(new(client));', 'yes'],
    ['a[new(client)] = 1;', 'open'],
    ['using (new(client)) { }', 'open'],
  ])('%s %s', (program, expected) => {
    expect(made(program)).toBe(expected);
  });

  test.each([
    ['Other other = new(client: 1);', 'no'],
    ['var x = new(client: "a", 2);', 'no'],
    ["var x = new(client: 1.5, 'a', true);", 'no'],
    ['var x = new(client: """a""");', 'no'],
    ['var x = new(client: 1, other);', 'open'],
    ['var x = new(client: $"{a}");', 'open'],
  ])('that is given literals makes none: %s %s', (program, expected) => {
    expect(made(program)).toBe(expected);
  });
});
