import { constantNames } from './constant-names.ts';
import {
  anyName,
  conditional,
  expression,
  localNames,
  type Setting,
  shuffled,
  textExpression,
  within,
} from './expression.ts';
import { Scope } from './scope.ts';
import { statements } from './statement.ts';
import { code, joined, type Tokens } from './tokens.ts';
import { type } from './type.ts';

/** A type of a generated program: with the constants that other code asks it for, and whatever else. */
export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly bases: Tokens;
  readonly constants: readonly string[];
  readonly nested: Tokens;
}

export function declaration(setting: Setting, declared: Declared): Tokens {
  const { chance } = setting;
  const primary = declared.kind.includes('static') || declared.kind.includes('partial') || !chance.once(3);
  const parameters = primary ? [] : code`(string given, int number = 1)`;
  const constants = declared.constants.flatMap((name) => constant(setting, name));
  const members = chance.several(1, 4, (index) => member(setting, declared, index));
  const head = chance.once(4) ? code`[A(${textExpression(setting, 1)}), B(Name = "x")]` : [];
  return code`${head} ${joined(declared.kind.split(' ').map((word) => [word]))} ${declared.name} ${parameters} ${declared.bases} { ${constants} ${declared.nested} ${joined(members)} }`;
}

function constant(setting: Setting, name: string): Tokens {
  const { chance } = setting;
  const modifier = chance.pick(['public', 'internal', 'private', 'protected internal']).split(' ');
  const value = textExpression(withoutCircles(setting, name), chance.below(3));
  const one = code`${modifier} const string ${name} = ${value};`;
  return chance.once(12) ? conditional(chance, one, code`public const string ${name} = "other";`) : one;
}

/** No constant may be made of itself, not by way of another file either: each is made of those with a name before its own. */
function withoutCircles(setting: Setting, name: string): Setting {
  const isBefore = (constant: string) => {
    const last = constant.slice(constant.lastIndexOf('.') + 1);
    return constantNames.includes(last) && constantNames.indexOf(last) < constantNames.indexOf(name);
  };
  const [first = 'string.Empty', ...others] = setting.constants.filter(isBefore);
  return { ...setting, constants: [first, ...others] };
}

function member(setting: Setting, { name, kind }: Declared, index: number): Tokens {
  const { chance } = setting;
  const isStatic = kind.includes('static');
  const modifiers = isStatic
    ? ['public', 'static']
    : chance.pick([['public'], ['private', 'static'], ['protected', 'virtual'], ['internal', 'async']]);
  const own = () => within(setting, Scope.ofFunction());
  const method = (make: (inner: Setting) => Tokens) => make(own());
  const body = (inner: Setting) => code`{ ${statements(inner, 2)} }`;
  const fresh = ({ scope }: Setting) => scope.declare(shuffled(chance, localNames));
  const unique = `M${index}`;
  const access = isStatic ? code`public static` : code`public`;
  return chance.make([
    () =>
      method(
        (inner) =>
          code`${modifiers} void ${unique}(IServiceCollection ${fresh(inner)}, string? ${fresh(inner)} = null) ${body(inner)}`,
      ),
    () => method((inner) => code`${modifiers} void ${unique}(IServiceCollection ${fresh(inner)}) ${body(inner)}`),
    () =>
      method(
        (inner) =>
          code`${modifiers} Task<string> ${unique}<T, U>(in T ${fresh(inner)}, out U[]? ${fresh(inner)}) where T : new() where U : struct ${body(inner)}`,
      ),
    () =>
      method(
        (inner) =>
          code`${modifiers} string ${unique}(params List<int> ${fresh(inner)}) => ${textExpression(inner, 2)};`,
      ),
    () => code`${access} readonly string ${unique} = ${textExpression(own(), 2)};`,
    () => code`${access} ${type(chance, 2)}? ${unique} = ${expression(own(), 1)}, ${`${unique}b`};`,
    () => code`${access} string ${unique} => ${textExpression(own(), 1)};`,
    () => code`${access} string ${unique} { get; } = ${textExpression(own(), 1)};`,
    () =>
      code`${access} string ${unique} { get { return ${textExpression(own(), 1)}; } set { value.Use(${anyName(own())}); field = value; } }`,
    () => code`${access} string ${unique} { get => ${textExpression(own(), 1)}; }`,
    () => code`${access} event Action<string> ${unique} { add { value.Use("a"); } remove { } }`,
    () => code`${access} unsafe delegate*<int, void> ${unique};`,
    () =>
      index > 0
        ? []
        : isStatic
          ? code`static ${name}() ${body(own())}`
          : method(
              (inner) =>
                code`public ${name}(int ${unique}, string ${fresh(inner)}) : this(${textExpression(inner, 1)}, 1) ${body(inner)}`,
            ),
    () =>
      isStatic || index !== 1
        ? []
        : method((inner) => code`public string this[int ${fresh(inner)}] => ${textExpression(inner, 1)};`),
    () =>
      isStatic || index !== 2
        ? []
        : method(
            (inner) =>
              code`public static ${name} operator +(${name} ${fresh(inner)}, int ${fresh(inner)}) ${body(inner)}`,
          ),
    () => code`enum ${unique} : byte { First = 1, [A] Second = First + 1, }`,
    () => code`record struct ${unique}(string A, [property: B] int C);`,
    () => code`delegate void ${unique}(string a, params object[] b);`,
  ]);
}
