import { type Token, tokenize } from './condition-tokens.ts';
import { type ExpansionScope, expand } from './expand.ts';
import { and, not, or, type Truth } from './truth.ts';
import { computed, type Values } from './values.ts';

/** Properties that the SDK, the command line or the machine sets: undefined in the files does not mean empty. */
const SET_ELSEWHERE =
  /^(?:configuration|platform|os|ci|tf_build|github_actions|targetframeworks?|targetframework\w+|runtimeidentifiers?|solution\w+|designtimebuild|building\w+|msbuild\w*|netcoresdk\w*|bundled\w+|outputtype|sdk\w*|usingmicrosoft\w+)$/i;

/** Nobody writes longer ones; parentheses nested without end would exhaust the stack. */
const MAX_LENGTH = 2_000;

/** Whether an element with this `Condition` is there; no condition always holds. */
export function evaluate(condition: string | null, scope: ExpansionScope): Truth {
  if (condition === null || condition.trim() === '') return 'true';
  const tokens = condition.length > MAX_LENGTH ? null : tokenize(condition);
  if (tokens === null) return 'unknown';
  const reader = { tokens, position: 0 };
  const truth = readOr(reader, scope);
  return reader.position === tokens.length ? truth : 'unknown';
}

interface Reader {
  readonly tokens: readonly Token[];
  position: number;
}

function readOr(reader: Reader, scope: ExpansionScope): Truth {
  let truth = readAnd(reader, scope);
  while (skip(reader, 'or')) truth = or(truth, readAnd(reader, scope));
  return truth;
}

function readAnd(reader: Reader, scope: ExpansionScope): Truth {
  let truth = readOne(reader, scope);
  while (skip(reader, 'and')) truth = and(truth, readOne(reader, scope));
  return truth;
}

function readOne(reader: Reader, scope: ExpansionScope): Truth {
  if (skip(reader, '!')) return not(readOne(reader, scope));
  if (skip(reader, '(')) {
    const truth = readOr(reader, scope);
    return skip(reader, ')') ? truth : 'unknown';
  }
  const token = reader.tokens[reader.position];
  reader.position += 1;
  if (token?.kind === 'call') return callTruth(token.name, token.argument, scope);
  if (token?.kind !== 'text') return 'unknown';
  const operator = reader.tokens[reader.position];
  if (operator?.kind !== 'operator' || !COMPARISONS.has(operator.operator)) {
    return asBoolean(operand(token.text, scope));
  }
  const right = reader.tokens[reader.position + 1];
  reader.position += 2;
  if (right?.kind !== 'text') return 'unknown';
  return compare(operand(token.text, scope), operator.operator, operand(right.text, scope));
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

function skip(reader: Reader, operator: string): boolean {
  const token = reader.tokens[reader.position];
  const found = token?.kind === 'operator' && token.operator === operator;
  if (found) reader.position += 1;
  return found;
}

/** A file that is not in the repo may still be there when the app is built. */
function callTruth(name: string, argument: string, scope: ExpansionScope): Truth {
  if (name !== 'exists') return 'unknown';
  const path = expand(argument.trim().replace(/^'(.*)'$/s, '$1'), scope);
  return path.kind === 'known' && path.values.every((value) => scope.exists(value)) ? 'true' : 'unknown';
}

function operand(text: string, scope: ExpansionScope): Values {
  const isUndefinedHere = (name: string) => SET_ELSEWHERE.test(name) && scope.property(name) === null;
  const properties = [...text.matchAll(/\$\(\s*([a-z_][\w-]*)\s*\)/gi)].map((match) => match[1] ?? '');
  return properties.some(isUndefinedHere) ? computed(text) : expand(text, scope, 'empty');
}

/** A value that stands alone must be a boolean; MSBuild refuses any other. */
function asBoolean(value: Values): Truth {
  if (value.kind === 'unknown') return 'unknown';
  if (value.values.every((text) => /^(?:true|on|yes)$/i.test(text))) return 'true';
  return value.values.every((text) => /^(?:false|off|no)$/i.test(text)) ? 'false' : 'unknown';
}

function compare(left: Values, operator: string, right: Values): Truth {
  if (left.kind === 'unknown' || right.kind === 'unknown') return 'unknown';
  const results = left.values.flatMap((a) => right.values.map((b) => compareTexts(a, operator, b)));
  const [first = 'unknown'] = results;
  return results.every((result) => result === first) ? first : 'unknown';
}

function compareTexts(a: string, operator: string, b: string): Truth {
  const order = orderOf(a, b);
  if (operator === '==') return isTrue(order === 0);
  if (operator === '!=') return isTrue(order !== 0);
  if (Number.isNaN(order)) return 'unknown';
  if (operator === '<') return isTrue(order < 0);
  if (operator === '<=') return isTrue(order <= 0);
  return isTrue(operator === '>' ? order > 0 : order >= 0);
}

/** Numbers by size, texts without regard to case; texts have no order. */
function orderOf(a: string, b: string): number {
  if (a.toLowerCase() === b.toLowerCase()) return 0;
  return a === '' || b === '' ? Number.NaN : Number(a) - Number(b);
}

function isTrue(value: boolean): Truth {
  return value ? 'true' : 'false';
}
