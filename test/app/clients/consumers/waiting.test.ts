import { beforeAll, describe, expect, test } from 'vitest';
import { waitingFor } from '../../../../src/app/clients/consumers/waiting.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../../../syntax/csharp/sources.ts';

beforeAll(loadCSharp);

/** How the task of `p.Ask()` is waited for, and what stands for its result; `none` where it is not. */
function waited(statement: string): string {
  const file = parsed(`async Task F() { ${statement} }`);
  const call = nodesOfKind(file, 'invocation_expression').find((node) => textOf(node, file.text) === 'p.Ask()');
  if (call === undefined) throw new Error(`no call in ${statement}`);
  const waiting = waitingFor(call, file.text);
  return waiting.kind === 'none' ? 'none' : `${waiting.kind} ${textOf(waiting.node, file.text)}`;
}

describe('a task is awaited', () => {
  test.each([
    ['var t = await p.Ask();', 'await p.Ask()'],
    ['var t = await (p.Ask());', 'await (p.Ask())'],
    ['var t = await p.Ask()!;', 'await p.Ask()!'],
    ['var t = await p.Ask().ConfigureAwait(false);', 'await p.Ask().ConfigureAwait(false)'],
    ['var t = await (p.Ask()!).ConfigureAwait(false);', 'await (p.Ask()!).ConfigureAwait(false)'],
    ['var t = (await p.Ask()).Result;', 'await p.Ask()'],
  ])('%s', (statement, result) => {
    expect(waited(statement)).toBe(`await ${result}`);
  });
});

describe('a thread blocks until it is done', () => {
  test.each([
    ['var t = p.Ask().Result;', 'p.Ask().Result'],
    ['var t = (p.Ask()).Result.Trim();', '(p.Ask()).Result'],
    ['var t = p.Ask()!.Result;', 'p.Ask()!.Result'],
    ['var t = p.Ask().GetAwaiter().GetResult();', 'p.Ask().GetAwaiter().GetResult()'],
    [
      'var t = p.Ask().ConfigureAwait(false).GetAwaiter().GetResult();',
      'p.Ask().ConfigureAwait(false).GetAwaiter().GetResult()',
    ],
    ['F((p.Ask()).GetAwaiter().GetResult());', '(p.Ask()).GetAwaiter().GetResult()'],
  ])('%s', (statement, result) => {
    expect(waited(statement)).toBe(`blocks ${result}`);
  });
});

describe('nobody waits for it where it is made', () => {
  test.each([
    'var t = p.Ask();',
    'return p.Ask();',
    'var t = (p.Ask());',
    'F(p.Ask());',
    'p.Ask().Wait();',
    'var t = p.Ask().ConfigureAwait(false);',
    'F(p.Ask().ConfigureAwait);',
    'var t = p.Ask().GetAwaiter();',
    'F(p.Ask().GetAwaiter);',
    'var t = p.Ask().GetAwaiter().IsCompleted;',
    'F(p.Ask().GetAwaiter().GetResult);',
    'F(p.Ask().GetAwaiter().GetResults());',
    'var t = p.Ask().Result();',
    'var t = p.Ask().Results;',
    'var t = p.Ask().Unwrap().Result;',
    'var t = p.Ask()?.Result;',
  ])('%s', (statement) => {
    expect(waited(statement)).toBe('none');
  });
});
