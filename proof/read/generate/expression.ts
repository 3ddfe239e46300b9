import type { Chance } from './chance.ts';
import { Scope } from './scope.ts';
import { interpolatedString, stringLiteral } from './text.ts';
import { code, joined, separated, type Tokens } from './tokens.ts';
import { classType, type } from './type.ts';

/** What an expression may be made of. */
export interface Setting {
  readonly chance: Chance;
  readonly scope: Scope;
  /** Names of constants, bare or behind their type, whether or not they are visible here. */
  readonly constants: readonly [string, ...string[]];
  readonly statements: (setting: Setting, depth: number) => Tokens;
}

export const localNames = [
  'a',
  'b',
  'services',
  'config',
  'name',
  'æøå',
  '@class',
  'key',
  'Path',
  'x1',
  '_'.concat('x'),
];

export function shuffled(chance: Chance, names: readonly string[]): readonly string[] {
  return names
    .map((name) => ({ name, at: chance.below(1000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

export function within(setting: Setting, scope: Scope): Setting {
  return { ...setting, scope };
}

function dotted(name: string): Tokens {
  return name.split(/(::|\.)/).filter((part) => part !== '');
}

/** A name that is visible, or one that is not. */
export function anyName({ chance, scope, constants }: Setting): Tokens {
  const [first, ...others] = scope.visible;
  return first === undefined || chance.once(6) ? dotted(chance.pick(constants)) : [chance.pick([first, ...others])];
}

/** Something that is mostly a constant string. */
export function textExpression(setting: Setting, depth: number): Tokens {
  const { chance, constants } = setting;
  const name = () => dotted(chance.pick(constants));
  const text = () => textExpression(setting, depth - 1);
  if (depth <= 0) return chance.make([name, () => [stringLiteral(chance)]]);
  return chance.make([
    name,
    name,
    () => [stringLiteral(chance)],
    () => [interpolatedString(chance, chance.once(3) ? () => onOneLine(anyName(setting)) : name)],
    () => code`${text()} + ${text()}`,
    () => code`(${text()})`,
    () => code`(${text()}) + ${text()}`,
    () => code`(string)${name()}`,
    () => code`(string?)(${text()})`,
    () => code`nameof(${nameable(setting)})`,
    () => code`${text()} ?? ${text()}`,
    () => code`true ? ${text()} : ${text()}`,
    () => code`${name()}!`,
    () => code`${text()} + 'c' + 1`,
  ]);
}

function nameable(setting: Setting): Tokens {
  const { chance } = setting;
  return chance.make([
    () => anyName(setting),
    () => code`List<int>`,
    () => code`global::System.String`,
    () => code`System.Collections.Generic.Dictionary<string, int[]>`,
    () => code`string.Length`,
    () => code`N.Outer.Inner.Key`,
  ]);
}

/** The hole of an interpolated string takes neither directives nor strings that span lines. */
function onOneLine(tokens: Tokens): Tokens {
  return tokens.every((token) => !/[\r\n#"]/.test(token)) ? tokens : ['a'];
}

export function expression(setting: Setting, depth: number): Tokens {
  const { chance, scope } = setting;
  const any = () => expression(setting, depth - 1);
  const name = () => anyName(setting);
  if (depth <= 0)
    return chance.make([name, name, () => textExpression(setting, 0), () => ['1'], () => ['null'], () => ['this']]);
  return chance.make([
    () => chain(setting, depth - 1),
    () => chain(setting, depth - 1),
    () => chain(setting, depth - 1),
    () => textExpression(setting, depth),
    () => textExpression(setting, depth),
    () => lambda(setting, depth - 1),
    () => code`new ${classType(chance)}(${args(setting, depth - 1)}) { Scope = ${any()}, ["k"] = ${any()} }`,
    () => code`new(${args(setting, depth - 1)})`,
    () => code`new { ${name()}.Length, Other = ${any()} }`,
    () => code`new[] { ${any()}, ${any()} }`,
    () => code`(string[])[${any()}, ..${name()}]`,
    () => code`(${any()}, second: ${any()})`,
    () => code`${name()} switch { ${arms(setting, depth - 1)} }`,
    () => code`(${name()} is { Length: > 2 and not 5 } or [_, .., "z"])`,
    () => code`(${name()} is string ${scope.declare(shuffled(chance, localNames))} && ${any()})`,
    () => code`${name()} is not null`,
    () => code`(${any()}) ? ${any()} : ${any()}`,
    () => code`${any()} ?? throw new E(${any()})`,
    () => code`${name()} && (${any()})`,
    () => code`(_ ??= ${any()})`,
    () => code`typeof(${type(chance, 1)}).FullName`,
    () => code`default(${type(chance, 1)})`,
    () => code`${name()}[(${any()})..^1]`,
    () => code`(${name()} as ${type(chance, 0)})`,
    () => code`unchecked((int)${name()} * 2)`,
    () => code`${name()} with { A = ${any()} }`,
    () => query(setting, depth - 1),
    () => code`(${any()})`,
    () => code`!(${any()})`,
    // A chain that something stands before which binds less tightly.
    () => code`${name()} ${chance.pick(['&&', '||', '??', '==', '+', '*', '<'])} ${chain(setting, depth - 1)}`,
    () => code`${chance.pick(['!', '-', '(string)'])}${chain(setting, depth - 1)}`,
    () => code`${name()} is string || ${chain(setting, depth - 1)} != ${chain(setting, depth - 1)}`,
  ]);
}

export function chain(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  const start = chance.make([
    () => anyName(setting),
    () => anyName(setting),
    () => code`this`,
    () => code`base`,
    () => code`builder.Services`,
    () => code`global::N.Ext`,
    () => code`string`,
    () => code`new ${classType(chance)}()`,
    () => code`Call(${args(setting, depth)})`,
    () => code`Call<${type(chance, 1)}>()`,
    // Before a `!` it would be a cast.
    () => code`(${expression(setting, depth - 1)}).Self`,
    () => code`services!`,
    () => ['"text"'],
  ]);
  const links = chance.several(1, 4, () => link(setting, depth));
  return [
    ...start,
    ...(start[0] === 'base' || start[0] === 'string' ? code`.First` : []),
    ...joined(links),
    ...call(setting, depth),
  ];
}

function call(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  const name = chance.pick(['AddThing', 'Use', 'Keep', '@event', 'Configure', 'Æble']);
  const dot = chance.pick(['.', '.', '.', '.', '?.']);
  const generic = chance.once(3) ? code`<${separated(chance.several(1, 2, () => type(chance, 2)))}>` : [];
  return [dot, name, ...generic, '(', ...args(setting, depth), ')'];
}

function link(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  const one = () => call(setting, depth);
  return chance.make([
    one,
    one,
    one,
    () => code`.Services`,
    () => code`?.Value`,
    () => code`.Items[${expression(setting, 0)}]`,
    () => code`[${expression(setting, 0)}]`,
    () => code`?[0]`,
    () => code`!`,
    () => conditional(chance, one()),
    () => [],
  ]);
}

/** A piece that only some of the programs have. */
export function conditional(chance: Chance, tokens: Tokens, otherwise: Tokens = []): Tokens {
  // In a branch that is not taken, a line of a string is a directive if it looks like one.
  if ([...tokens, ...otherwise].some((token) => /[\r\n]\s*#/.test(token))) return tokens;
  const condition = chance.pick(['A', '!A', 'A && B', 'A == false', '(A || B) && !B', 'true', 'B != A']);
  const alternative = otherwise.length > 0 ? [chance.pick(['#else', '#elif B', '#elif !A && (B)']), ...otherwise] : [];
  return [`#if ${condition}`, ...tokens, ...alternative, '#endif'];
}

export function args(setting: Setting, depth: number): Tokens {
  const { chance, scope } = setting;
  const value = () => expression(setting, depth - 1);
  const parts = chance.several(0, 3, () =>
    chance.make([
      value,
      value,
      () => textExpression(setting, depth),
      () => code`name: ${value()}`,
      () => code`@class: ${value()}`,
      () => code`ref ${scope.variables.at(-1) ?? 'other'}`,
      () => code`out _`,
      () => code`out var ${scope.declare(shuffled(chance, localNames))}`,
      () => code`this`,
      () => lambda(setting, depth - 1),
    ]),
  );
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const rest = others.flatMap((part) => (chance.once(12) ? conditional(chance, [',', ...part]) : [',', ...part]));
  return [...first, ...rest];
}

function lambda(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  const own = within(setting, Scope.ofFunction(setting.scope));
  const parameter = () => own.scope.declare(shuffled(chance, localNames));
  const body = () => (chance.once(2) ? expression(own, depth - 1) : code`{ ${setting.statements(own, depth - 1)} }`);
  return chance.make([
    () => code`${parameter()} => ${body()}`,
    () => code`async ${parameter()} => await Task(${expression(own, depth - 1)})`,
    () => code`(${parameter()}, ${parameter()}) => ${body()}`,
    () => code`static (${type(chance, 1)} ${parameter()}) => ${body()}`,
    () => code`(string ${parameter()} = "d", params int[] ${parameter()}) => ${body()}`,
    () => code`async ${parameter()} => await ${chain(own, depth - 1)}`,
    () => code`() => ${body()}`,
    () => code`delegate (int ${parameter()}) { ${setting.statements(own, depth - 1)} }`,
    () => code`(_, _) => ${body()}`,
    () => code`[A] int (ref int ${parameter()}) => ${body()}`,
  ]);
}

function arms(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  return joined(
    chance.several(1, 3, () => {
      const own = within(setting, setting.scope.block());
      const variable = () => own.scope.declare(shuffled(chance, localNames));
      const pattern = chance.make([
        () => code`"a" or "b"`,
        () => code`string { Length: var ${variable()} }`,
        () => code`[var ${variable()}, ..]`,
        () => code`(var ${variable()}, > 1)`,
        () => code`int ${variable()} when ${expression(own, 0)}`,
        () => code`{ A.B: "x" }`,
        () => code`_`,
        () => code`not null`,
        () => code`var (${variable()}, ${variable()})`,
      ]);
      return code`${pattern} => ${expression(own, depth - 1)},`;
    }),
  );
}

function query(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  const own = within(setting, Scope.ofFunction(setting.scope));
  const source = expression(setting, 0);
  const range = own.scope.declare(shuffled(chance, localNames));
  const clauses = chance.several(0, 3, () =>
    chance.make([
      () => code`where ${expression(own, depth - 1)}`,
      () => {
        const value = expression(own, 0);
        return code`let ${own.scope.declare(shuffled(chance, localNames))} = ${value}`;
      },
      () => code`orderby ${anyName(own)} descending, ${anyName(own)}`,
    ]),
  );
  return code`(from ${range} in ${source} ${joined(clauses)} select ${expression(own, depth - 1)})`;
}
