import { beforeAll, describe, expect, test } from 'vitest';
import { wantedOf } from '../../../../src/app/clients/consumers/lambda-target.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { rootOf } from '../../../../src/syntax/csharp/project.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** What is asked of the lambda `() => t` of a program. */
function wanted(program: string): string {
  const project = projectWith({ 'Program.cs': program });
  const [file] = project.files;
  const lambda = file && nodesOfKind(file, 'lambda_expression').find((node) => textOf(node, file.text) === '() => t');
  if (!file || !lambda) throw new Error(`no lambda in ${program}`);
  return wantedOf({ node: lambda, root: rootOf(lambda), file }, project);
}

describe('a lambda becomes what its place says', () => {
  test.each([
    ['Func<Task<string>> f = () => t;', 'task'],
    ['Func<ValueTask<string>> f = () => t;', 'task'],
    ['Func<string> f = () => t;', 'value'],
    ['Func<Task> f = () => t;', 'nothing'],
    ['Action f = () => t;', 'nothing'],
    ['Expression<Func<string>> f = () => t;', 'expression'],
    ['Own f = () => t;', 'unknown'],
    ['var f = () => t;', 'task'],
    ['Func<string>? f = (() => t);', 'value'],
    ['Func<string> f = flag ? () => t : null;', 'value'],
    ['Func<string> f = x switch { 1 => () => t, _ => null };', 'value'],
    ['var f = (Func<string>)(() => t);', 'value'],
    ['var f = (Action)(() => t);', 'nothing'],
    ['class A { Func<string> F { get; } = () => t; }', 'value'],
    ['class A { Action F { get; } = () => t; }', 'nothing'],
    ['class A { Func<string> F => () => t; }', 'value'],
    ['class A { Func<string> F() => () => t; }', 'value'],
    ['class A { Func<Task<string>> F() { return () => t; } }', 'task'],
    ['class A { Func<string> _f; void F() { _f = () => t; } }', 'value'],
    ['class A { Func<string> _f; void F() { _f += () => t; } }', 'unknown'],
    ['class A { void F() { Use(() => t); } void Use(Func<string> f) { } }', 'value'],
    ['class A { void F() { Use(() => t); } void Use(Action f) { } }', 'nothing'],
    ['class A { void F() { library.Use(() => t); } }', 'unknown'],
  ])('%s: %s', (program, expected) => {
    expect(wanted(program)).toBe(expected);
  });
});
