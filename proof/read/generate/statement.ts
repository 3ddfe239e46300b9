import {
  anyName,
  args,
  chain,
  conditional,
  expression,
  localNames,
  type Setting,
  shuffled,
  textExpression,
  within,
} from './expression.ts';
import { Scope } from './scope.ts';
import { code, joined, type Tokens } from './tokens.ts';
import { type } from './type.ts';

export function statements(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  return joined(chance.several(depth > 1 ? 1 : 0, 3, () => statement(setting, depth)));
}

function fresh({ chance, scope }: Setting): string {
  return scope.declare(shuffled(chance, localNames));
}

function variable({ chance, scope }: Setting): string {
  const [first, ...others] = scope.variables;
  return first === undefined ? '_' : chance.pick([first, ...others]);
}

function statement(setting: Setting, depth: number): Tokens {
  const { chance, scope } = setting;
  const value = () => expression(setting, Math.min(depth, 2));
  const text = () => textExpression(setting, 2);
  const block = (own: Scope = scope.block()) => code`{ ${statements(within(setting, own), depth - 1)} }`;
  const simple: readonly [() => Tokens, ...(() => Tokens)[]] = [
    () => code`${chain(setting, 2)};`,
    () => code`${chain(setting, 2)};`,
    () => code`${chain(setting, 1)};`,
    () => declaredLater(setting, (name) => code`const string ${name} = ${text()};`, false),
    () => declaredLater(setting, (name) => code`const string ${name} = "local";`, false),
    () => declaredLater(setting, (name) => code`var ${name} = ${value()};`),
    () => declaredLater(setting, (name) => code`string ${name} = ${text()};`),
    () => code`${type(chance, 1)} ${fresh(setting)}, ${fresh(setting)};`,
    () => code`var (${fresh(setting)}, ${fresh(setting)}) = ${value()};`,
    () => code`${variable(setting)} = ${value()};`,
    () => code`_ = ${chain(setting, 1)};`,
    () => code`${variable(setting)} += ${text()};`,
    () => code`Use(${text()});`,
    () => code`Call(${args(setting, 2)});`,
    () => code`;`,
    () => conditional(chance, code`${chain(setting, 1)};`, chance.once(2) ? code`Other(${text()});` : []),
  ];
  if (depth <= 0) return chance.make(simple);
  return chance.make([
    () => chance.make(simple),
    () => chance.make(simple),
    () => chance.make(simple),
    () => code`if (${value()}) ${embedded(setting, depth)}`,
    () => code`if (${value()}) ${block()} else ${embedded(setting, depth)}`,
    () => code`if (${value()}) ${block()} else if (${value()}) ${block()} else ${block()}`,
    () => {
      const own = within(setting, scope.block());
      const source = expression(setting, 1);
      return code`foreach (var ${fresh(own)} in ${source}) { ${statements(own, depth - 1)} }`;
    },
    () => {
      const own = within(setting, scope.block());
      return code`for (var ${fresh(own)} = 0; ${expression(own, 1)}; ${variable(own)}++) { ${statements(own, depth - 1)} }`;
    },
    () => code`while (${expression(within(setting, scope.block()), 0)}) ${block()}`,
    () => code`do ${block()} while (${anyName(setting)});`,
    () => {
      const own = within(setting, scope.block());
      const caught = within(setting, scope.block());
      return code`try ${block(own.scope)} catch (E ${fresh(caught)}) when (${expression(caught, 0)}) { ${statements(caught, depth - 1)} } finally ${block()}`;
    },
    () => {
      const own = within(setting, scope.block());
      return code`using (var ${fresh(own)} = ${expression(setting, 1)}) { ${statements(own, depth - 1)} }`;
    },
    () => code`using var ${fresh(setting)} = ${value()};`,
    () => switchStatement(setting, depth),
    () => localFunction(setting, depth),
    () => localFunction(setting, depth),
    () => code`lock (${anyName(setting)}) ${block()}`,
    () => code`checked ${block()}`,
    () => code`unsafe ${block()}`,
    () => block(),
    () => code`return;`,
    () => code`if (${value()}) return;`,
    () => conditional(chance, code`if (${value()})`).concat(block()),
    () => code`${`label${chance.below(1e6)}`}: ${chain(setting, 1)};`,
  ]);
}

/** A name is not visible in its own initializer. */
function declaredLater({ chance, scope }: Setting, make: (name: string) => Tokens, canChange = true): Tokens {
  const name = '\0';
  const made = make(name);
  const declared = scope.declare(shuffled(chance, localNames), canChange);
  return made.map((token) => (token === name ? declared : token));
}

function embedded(setting: Setting, depth: number): Tokens {
  const own = within(setting, setting.scope.block());
  return setting.chance.make([
    () => code`{ ${statements(own, depth - 1)} }`,
    () => code`${chain(own, 1)};`,
    () => code`throw new E(${textExpression(own, 1)});`,
  ]);
}

function switchStatement(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  const own = within(setting, setting.scope.block());
  const sections = chance.several(1, 3, (index) => {
    const section = within(own, own.scope.block());
    const label = chance.make([
      () => code`case ${textExpression(own, 0)} + ${`"${index}"`}:`,
      () => code`case ${`"x${index}"`}: case ${`"y${index}"`}:`,
      () => code`case string ${fresh(section)} when ${anyName(section)}:`,
      () => code`case [_, var ${fresh(section)}]:`,
      () => code`case > ${String(index)} and < 9:`,
    ]);
    return code`${label} ${statements(section, depth - 1)} break;`;
  });
  return code`switch (${expression(setting, 1)}) { ${joined(sections)} default: { ${statements(own, 0)} } break; }`;
}

function localFunction(setting: Setting, depth: number): Tokens {
  const { chance } = setting;
  const own = within(setting, Scope.ofFunction(setting.scope));
  const name = `Local${chance.below(1e6)}`;
  const parameter = () => fresh(own);
  return chance.make([
    () => code`void ${name}(string ${parameter()}, int ${parameter()} = 1) { ${statements(own, depth - 1)} }`,
    () =>
      code`static async Task<string> ${name}<T>(this T ${parameter()}) where T : class => ${textExpression(own, 1)};`,
    () =>
      code`[A("x")] string ${name}(params string[] ${parameter()}) { ${statements(own, depth - 1)} return ${textExpression(own, 1)}; }`,
  ]);
}
