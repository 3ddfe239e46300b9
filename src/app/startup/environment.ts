import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { writesToBinding } from '../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import { findCallables } from './callable.ts';

/** Which environments something lets through; null when it depends on something else, or when that cannot be told. */
export type LetsThrough = 'development' | 'deployed' | null;

/** Where an app runs, as far as conditions tell it apart: TT02 and production are called by several names. */
type Environment = 'development' | 'deployed';

/** What the condition being so, or not being so, says about the environment. */
export function environmentOf(
  condition: SyntaxNode,
  holds: boolean,
  file: CSharpFile,
  project: CSharpProject,
): LetsThrough {
  const passes = (environment: Environment) => {
    const value = evaluate(condition, { environment, file, project, depth: 0 });
    return value === null ? null : value === holds;
  };
  const [development, deployed] = [passes('development'), passes('deployed')];
  if (deployed === false) return development === false ? null : 'development';
  return development === false && deployed === true ? 'deployed' : null;
}

interface Asked {
  readonly environment: Environment;
  readonly file: CSharpFile;
  readonly project: CSharpProject;
  readonly depth: number;
}

/** Nobody nests conditions this deep. */
const deepest = 50;

/** null when the environment alone does not decide it. */
function evaluate(node: SyntaxNode, asked: Asked): boolean | null {
  if (asked.depth > deepest) return null;
  const inner = { ...asked, depth: asked.depth + 1 };
  switch (node.kind) {
    case 'parenthesized_expression': {
      const [only] = namedChildren(node);
      return only ? evaluate(only, inner) : null;
    }
    case 'boolean_literal':
      return textOf(node, asked.file.text) === 'true';
    case 'prefix_unary_expression': {
      const [operand] = namedChildren(node);
      return operand && childOfKind(node, '!') ? not(evaluate(operand, inner)) : null;
    }
    case 'binary_expression':
      return evaluateBinary(node, inner);
    case 'is_pattern_expression':
      return evaluatePattern(node, inner);
    case 'identifier':
      return evaluateLocal(node, inner);
    case 'invocation_expression':
      return evaluateCall(node, inner);
    default:
      return null;
  }
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function evaluateBinary(node: SyntaxNode, asked: Asked): boolean | null {
  const [left, right, operator] = [
    childInRole(node, 'left'),
    childInRole(node, 'right'),
    childInRole(node, 'operator'),
  ];
  if (left === null || right === null || operator === null) return null;
  const sign = textOf(operator, asked.file.text);
  if (sign === '==' || sign === '!=') {
    const equal = evaluateEquality(left, right, asked);
    return sign === '==' ? equal : not(equal);
  }
  const values = [evaluate(left, asked), evaluate(right, asked)];
  const deciding = sign === '||';
  if (sign !== '&&' && sign !== '||') return null;
  if (values.includes(deciding)) return deciding;
  return values.includes(null) ? null : !deciding;
}

function evaluateEquality(
  left: SyntaxNode,
  right: SyntaxNode,
  asked: Asked,
  casing: Casing = 'as-written',
): boolean | null {
  if (isEnvironmentName(left, asked)) return isCalled(right, asked, casing);
  if (isEnvironmentName(right, asked)) return isCalled(left, asked, casing);
  const values = [evaluate(left, asked), evaluate(right, asked)];
  return values.includes(null) ? null : values[0] === values[1];
}

/** `is true`, `is false`, `is not true`. */
function evaluatePattern(node: SyntaxNode, asked: Asked): boolean | null {
  const [expression, pattern] = [childInRole(node, 'expression'), childInRole(node, 'pattern')];
  const isNegated = pattern?.kind === 'negated_pattern';
  const constant = isNegated ? childOfKind(pattern, 'constant_pattern') : pattern;
  const literal = constant?.kind === 'constant_pattern' ? childOfKind(constant, 'boolean_literal') : null;
  const value = expression && literal ? evaluate(expression, asked) : null;
  if (value === null || literal === null) return null;
  return (value === (textOf(literal, asked.file.text) === 'true')) !== isNegated;
}

function evaluateLocal(node: SyntaxNode, asked: Asked): boolean | null {
  const { file } = asked;
  const root = rootOf(node);
  const binding = bindingInScope(textOf(node, file.text), node, root, file.text);
  if (binding?.kind !== 'local' || writesToBinding(binding, { node, root, file }).length > 0) return null;
  const initializer = initializerOf(binding.declarator);
  return initializer && evaluate(initializer, asked);
}

function evaluateCall(node: SyntaxNode, asked: Asked): boolean | null {
  const { file, project, environment } = asked;
  const invocation = readInvocation(node, file.text);
  if (invocation === null) return null;
  if (invocation.name === 'Equals') return evaluateEquals(invocation, asked);
  if (!isOnEnvironment(invocation, file.text)) return null;
  if (findCallables(invocation, file, project).length > 0) return null;
  const isDevelopment = environment === 'development';
  const [argument, ...others] = invocation.arguments;
  if (invocation.name === 'IsEnvironment')
    return argument && others.length === 0 ? isCalled(argument.value, asked, 'any') : null;
  if (argument !== undefined) return null;
  if (invocation.name === 'IsDevelopment') return isDevelopment;
  return (invocation.name === 'IsProduction' || invocation.name === 'IsStaging') && isDevelopment ? false : null;
}

/** `name.Equals("…")` and `string.Equals(name, "…")`, by whatever comparison. */
function evaluateEquals({ receiver, arguments: given }: Invocation, asked: Asked): boolean | null {
  const [first, second] = given.map(({ value }) => value);
  if (receiver === null || first === undefined) return null;
  const isStatic = /^string$/i.test(textOf(receiver, asked.file.text));
  const casing = given.length > (isStatic ? 2 : 1) ? 'unknown' : 'as-written';
  if (!isStatic) return isEnvironmentName(receiver, asked) ? isCalled(first, asked, casing) : null;
  return second ? evaluateEquality(first, second, asked, casing) : null;
}

/** `env.…`, `builder.Environment.…`, `_hostingEnvironment.…`; by name, as fields come with types of all sorts. */
function isOnEnvironment({ receiver, nullConditional }: Invocation, text: string): boolean {
  return receiver !== null && !nullConditional && /env(ironment)?\)?$/i.test(textOf(receiver, text));
}

function isEnvironmentName(node: SyntaxNode, { file }: Asked): boolean {
  return /(^|\.)\s*EnvironmentName$/.test(textOf(node, file.text));
}

/** Whether upper and lower case are told apart; a comparison that is handed over may do either. */
type Casing = 'as-written' | 'any' | 'unknown';

/** Whether the environment goes by that name: only Development's is certain. */
function isCalled(name: SyntaxNode, asked: Asked, casing: Casing): boolean | null {
  const { environment } = asked;
  const called = environmentCalled(name, asked);
  if (called === null) return null;
  const isSpelled = called === 'Development';
  if (!isSpelled && casing === 'unknown' && called.toLowerCase() === 'development') return null;
  if (isSpelled || (casing === 'any' && called.toLowerCase() === 'development')) return environment === 'development';
  return environment === 'development' ? false : null;
}

function environmentCalled(name: SyntaxNode, { file, project }: Asked): string | null {
  if (/^(\w+\.)*Environments\.Development$/.test(textOf(name, file.text))) return 'Development';
  const value = evaluateString(name, file, project);
  return value.kind === 'known' ? value.value : null;
}
