import { beforeAll, describe, expect, test } from 'vitest';
import { descendantsOfKind, textOf } from '../../../../src/syntax/csharp/node.ts';
import { returnedTask } from '../../../../src/syntax/csharp/operations/returned-task.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';

beforeAll(loadCSharp);

/** The member with `async` where it can go, and the tasks that it returns; null where `Ask()` is not to be awaited. */
function returned(member: string): string | null {
  const text = `class C { ${member} }`;
  const [view] = parsed(text).views;
  if (view === undefined) throw new Error('no view');
  for (const call of descendantsOfKind(view.root, 'invocation_expression')) {
    if (textOf(call, text) !== 'Ask()') continue;
    const found = returnedTask(call, text);
    if (found === null) return null;
    const marked = `${text.slice(0, found.asyncAt)}async ${text.slice(found.asyncAt)}`;
    return [marked.slice('class C { '.length, -2), ...found.tasks.map((task) => textOf(task, text))].join(' | ');
  }
  throw new Error(`nothing asked in ${member}`);
}

describe('a function that returns a task can await it', () => {
  test.each([
    ['Task<int> F() => Ask();', 'async Task<int> F() => Ask(); | Ask()'],
    ['public static Task<int> F() { return Ask(); }', 'public static async Task<int> F() { return Ask(); } | Ask()'],
    ['[A] Task<int> F() => (Ask());', '[A] async Task<int> F() => (Ask()); | Ask()'],
    ['Task<int> F() => a ? Ask() : b;', 'async Task<int> F() => a ? Ask() : b; | Ask() | b'],
    [
      'Task<int> F() => a switch { 1 => Ask(), _ => throw new E() };',
      'async Task<int> F() => a switch { 1 => Ask(), _ => throw new E() }; | Ask()',
    ],
    [
      'Task<int> F() { if (a) return b.C; return Ask(); }',
      'async Task<int> F() { if (a) return b.C; return Ask(); } | b.C | Ask()',
    ],
    [
      'Task<int> F() { G(() => { return b; }); return Ask(); }',
      'async Task<int> F() { G(() => { return b; }); return Ask(); } | Ask()',
    ],
    ['void F() { Task<int> G() => Ask(); }', 'void F() { async Task<int> G() => Ask(); } | Ask()'],
    ['void F() => G(() => Ask());', 'void F() => G(async () => Ask()); | Ask()'],
    ['void F() => G(x => Ask());', 'void F() => G(async x => Ask()); | Ask()'],
    ['void F() => G(delegate { return Ask(); });', 'void F() => G(async delegate { return Ask(); }); | Ask()'],
  ])('%s', (member, expected) => {
    expect(returned(member)).toBe(expected);
  });
});

describe('not where', () => {
  test.each([
    ['it is awaited', 'async Task<int> F() { await Ask(); }'],
    ['it is kept', 'Task<int> F() { var t = Ask(); return t; }'],
    ['it is handed on', 'Task<int> F() => G(Ask());'],
    ['it is a condition', 'Task<int> F() => Ask() ? a : b;'],
    ['nothing comes of the task', 'Task F() => Ask();'],
    ['the task is of another kind', 'ValueTask<int> F() => Ask();'],
    ['the function is async already', 'async Task<Task<int>> F() => Ask();'],
    ['the function takes a reference', 'Task<int> F(ref int a) => Ask();'],
    ['the function gives one out', 'Task<int> F(out int a) { a = 1; return Ask(); }'],
    ['the function takes a span', 'Task<int> F(ReadOnlySpan<char> a) => Ask();'],
    ['the function is partial', 'public partial Task<int> F() { return Ask(); }'],
    ['a property returns it', 'Task<int> F => Ask();'],
    ['a lock is held', 'Task<int> F() { lock (a) { return Ask(); } }'],
    ['something else is returned that is no task', 'Task<int> F() { if (a) return null; return Ask(); }'],
    ['the lambda has attributes', 'void F() => G([A] () => Ask());'],
  ])('%s', (_, member) => {
    expect(returned(member)).toBe(null);
  });
});
