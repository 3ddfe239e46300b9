import { beforeAll, describe, expect, test } from 'vitest';
import { stackedWith } from '../../../src/app/clients/stacking.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../startup/started.ts';
import { configurations } from './facts.ts';

beforeAll(loadCSharp);

/** The paths that are bound in the same start as each path, in the order of the code. */
function together(program: string, others: Sources = {}): Readonly<Record<string, string>> {
  const all = configurations(program, others);
  const path = ({ settings }: (typeof all)[number]) =>
    settings.kind === 'path' && settings.path.kind === 'known' ? settings.path.value : '?';
  return Object.fromEntries(all.map((one) => [path(one), stackedWith(one, all).map(path).join(' ')]));
}

const bind = (path: string) => `services.ConfigureMaskinportenClient("${path}");`;
const [a, b, c] = [bind('a'), bind('b'), bind('c')];

describe('two configurations are stacked where one start may run both', () => {
  test.each([
    ['one after the other', `${a} ${b}`],
    ['one of them under a condition', `if (f) { ${a} } ${b}`],
    ['each under a condition of its own', `if (f) { ${a} } if (g) { ${b} }`],
    ['in one branch', `if (f) { ${a} ${b} }`],
    ['in one section of a switch', `switch (f) { case 1: ${a} ${b} break; }`],
    ['in sections of two switches', `switch (f) { case 1: ${a} break; } switch (g) { case 2: ${b} break; }`],
    ['one as the condition of the other', `if (services.ConfigureMaskinportenClient("a") != null) { ${b} }`],
    ['in a loop over both branches', `foreach (var x in all) { if (x.F) { ${a} } else { ${b} } }`],
    ['in branches of a `for`', `for (var i = 0; i < 2; i++) { if (i == 0) { ${a} } else { ${b} } }`],
    ['in branches of a `while`', `while (more) { if (f) { ${a} } else { ${b} } }`],
    ['in branches of a `do`', `do { if (f) { ${a} } else { ${b} } } while (more);`],
    ['one in a branch, one in a loop in the other', `if (f) { ${a} } else { foreach (var x in all) { ${b} } }`],
    ['one in a loop in a branch, one in the other', `if (f) { foreach (var x in all) { ${a} } } else { ${b} }`],
    ['a return that only follows', `if (f) { ${a} } ${b} return;`],
  ])('%s', (_, program) => {
    expect(together(program)).toEqual({ a: 'b', b: 'a' });
  });

  test('also when another file has a branch at the same place', () => {
    const setup = (name: string, then: string, otherwise: string) =>
      `class ${name} { void Set(IServiceCollection services) { if (f) { ${then} } else { ${otherwise} } } }`;
    expect(together('', { 'A.cs': setup('A', a, ''), 'B.cs': setup('B', '', b) })).toEqual({ a: 'b', b: 'a' });
  });
});

describe('but not where each start runs one', () => {
  test.each([
    ['a branch and the other', `if (f) { ${a} } else { ${b} }`],
    ['branches of a condition that sounds like a loop', `if (meanwhile) { ${a} } else { ${b} }`],
    ['branches without braces', `if (f) ${a} else ${b}`],
    ['deep in a branch and the other', `if (f) { if (g) { ${a} } } else { if (h) { ${b} } }`],
    ['a branch and the next of a chain', `if (f) { ${a} } else if (g) { ${b} }`],
    ['two sections of a switch', `switch (f) { case 1: ${a} break; default: ${b} break; }`],
    [
      'two sections of a switch in a section',
      `switch (f) { case 1: switch (g) { case 1: ${a} break; default: ${b} break; } break; }`,
    ],
    [
      'a section of a switch in a section, and another section',
      `switch (f) { case 1: switch (g) { case 1: ${a} break; } break; default: ${b} break; }`,
    ],
    ['a branch that returns and what follows', `void Set() { if (f) { ${a} return; } ${b} }`],
    [
      'delegates in a branch and the other',
      `void Set() { if (f) { Later(s => { ${a} }); } else { Later(s => { ${b} }); } }`,
    ],
  ])('%s', (_, program) => {
    expect(together(program)).toEqual({ a: '', b: '' });
  });

  test('of three, the one beside a branch and the other is stacked with both', () => {
    expect(together(`if (f) { ${a} } else { ${b} } ${c}`)).toEqual({ a: 'c', b: 'c', c: 'a b' });
  });
});
