import { Chance } from './chance.ts';
import { constantNames } from './constant-names.ts';
import { type Declared, declaration } from './declaration.ts';
import { conditional, type Setting } from './expression.ts';
import { print } from './printing.ts';
import { Scope } from './scope.ts';
import { statements } from './statement.ts';
import { code, joined, type Tokens } from './tokens.ts';

/** The files of a made-up app, by path. */
export type GeneratedApp = Readonly<Record<string, string>>;

const namespaces = ['N.Deep', 'Other', 'Altinn.App'] as const;
/** Every way to a constant that someone may take, whether or not it leads there. */
const constants = [
  ...constantNames,
  ...['Keys', 'Outer', 'Outer.Inner', 'Base', 'Shared', 'Short'].flatMap((type) =>
    constantNames.map((name) => `${type}.${name}`),
  ),
  ...constantNames.map((name) => `N.Outer.${name}`),
  ...constantNames.map((name) => `global::N.Outer.Inner.${name}`),
  ...constantNames.map((name) => `Deep.Keys.${name}`),
  'string.Empty',
  'Kind.First',
];

/** Three files that know each other's constants, in several namespaces, in parts and nested, behind aliases and `using static`. */
export function generateApp(seed: number): GeneratedApp {
  const chance = new Chance(seed);
  const [first = 'Key', ...others] = constants;
  const setting: Setting = { chance, scope: Scope.ofFunction(), constants: [first, ...others], statements };
  const files: Record<string, Tokens> = {
    'Program.cs': program(setting),
    'Keys.cs': types(setting, 'N', chance.once(2)),
    'Other.cs': types(setting, chance.pick(namespaces), chance.once(2)),
  };
  return Object.fromEntries(Object.entries(files).map(([path, tokens]) => [path, printed(tokens, chance)]));
}

function printed(tokens: Tokens, chance: Chance): string {
  const layout = {
    lineEnd: chance.pick(['\n', '\n', '\r\n']),
    indent: chance.pick(['    ', '\t', '  ']),
    oddity: chance.pick([0, 40, 40, 15]),
  };
  const text = print(tokens, chance, layout);
  return chance.once(5) ? `\ufeff${text}` : text;
}

/** An alias may be made once for a file, whether by it or for all files. */
function usings(chance: Chance, place: 'global' | 'file' | 'namespace'): Tokens {
  const aliases = {
    global: [code`using Short = N.Outer;`],
    file: [
      code`using Pair = (int First, string Second);`,
      code`using List = System.Collections.Generic.List<int>;`,
      code`using unsafe Pointer = int*;`,
    ],
    namespace: [code`using Far = N.Outer;`],
  };
  const all = [
    code`using System;`,
    code`using System.Collections.Generic;`,
    code`using System . Linq;`,
    code`using N;`,
    code`using Other;`,
    code`using static N.Keys;`,
    code`using static N.Outer.Inner;`,
    code`using static System.Math;`,
    code`using global::System.Text;`,
    ...aliases[place],
  ];
  const chosen = all.filter(() => chance.once(3)).map((one) => (place === 'global' ? ['global', ...one] : one));
  return joined(chosen.map((one) => (chance.once(12) ? conditional(chance, one) : one)));
}

function program(setting: Setting): Tokens {
  const { chance } = setting;
  const defined = chance.once(6) ? ['#define A', '#undef B'] : [];
  const alias = chance.once(12) ? code`extern alias Legacy;` : [];
  const own = { ...setting, scope: Scope.ofFunction() };
  const body = chance.once(8) ? [] : joined(chance.several(1, 5, () => statements(own, 2)));
  const partial = chance.once(3)
    ? declaration(setting, { kind: 'partial class', name: 'Program', bases: [], constants: ['Section'], nested: [] })
    : [];
  return [...defined, ...alias, ...usings(chance, 'global'), ...usings(chance, 'file'), ...body, ...partial];
}

function types(setting: Setting, namespace: string, isFileScoped: boolean): Tokens {
  const { chance } = setting;
  const body = joined([
    ...(isFileScoped ? [] : [usings(chance, 'namespace')]),
    declaration(setting, {
      ...plain('Keys'),
      kind: `public static ${chance.pick(['partial class', 'class'])}`,
      constants: some(chance),
    }),
    declaration(setting, {
      ...plain('Outer'),
      kind: chance.pick(['public class', 'internal sealed class', 'public record', 'public struct']),
      constants: some(chance),
      nested: declaration(setting, { ...plain('Inner'), kind: 'public class', constants: some(chance) }),
    }),
    declaration(setting, { ...plain('Base'), kind: 'public abstract class', constants: some(chance) }),
    declaration(setting, {
      ...plain('Derived'),
      kind: 'public class',
      bases: chance.pick([code`: Base`, code`: Base, IThing<int>`, code`: global::N.Base`]),
      constants: some(chance),
    }),
    code`public interface IThing<out T> { const string Key = "of an interface"; void F(T a) => a.Use(Key); }`,
    code`public enum Kind { First, Second = 5 }`,
  ]);
  const file = isFileScoped
    ? code`${usings(chance, 'file')} namespace ${namespace.split(/(\.)/)}; ${usings(chance, 'namespace')} ${body}`
    : code`${usings(chance, 'file')} namespace ${namespace.split(/(\.)/)} { ${body} }`;
  return chance.once(6)
    ? [
        ...file,
        ...(isFileScoped
          ? []
          : code`namespace Other { public static class Shared { public const string Key = N.Outer.Key + "!"; } }`),
      ]
    : file;
}

function plain(name: string): Declared {
  return { kind: 'class', name, bases: [], constants: [], nested: [] };
}

function some(chance: Chance): readonly string[] {
  return constantNames.filter(() => chance.once(2));
}
