import { beforeAll, describe, expect, test } from 'vitest';
import type { TokenResult } from '../../../../src/app/clients/consumers/token-call.ts';
import { readTokenUses } from '../../../../src/app/clients/consumers/token-uses.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** What becomes of the tokens that a class asks the provider for, or what keeps it from moving. */
function results(members: string): readonly string[] {
  const text = `using Altinn.App.Core.Internal.Maskinporten;\nclass C(IMaskinportenTokenProvider p)\n{\n${members}\n}\n`;
  const project = projectWith({ 'Code.cs': text });
  const [first] = readTokenUses({ project, imports: openImports([], project) }, '.').consumers;
  if (first === undefined) throw new Error(`nobody asks in ${members}`);
  const { rewrite } = first;
  if (rewrite.kind === 'by-hand') return rewrite.obstacles.map(({ use }) => use);
  return rewrite.calls.map(({ result }) => told(result, text));
}

function told(result: TokenResult, text: string): string {
  switch (result.kind) {
    case 'dropped':
      return 'dropped';
    case 'handed-on':
      return ['handed on', ...result.alsoAwaited.map((start) => text.slice(start).split(/[;:]/)[0])].join(' & ');
    case 'used': {
      const type = result.local?.type;
      return [result.waits, ...(result.local ? ['local'] : []), ...(type ? [textOf(type, text)] : [])].join(' ');
    }
  }
}

const ofStatement = (statement: string) =>
  results(`    async Task<string> A(string x)\n    {\n        ${statement}\n    }`);

describe('a token that is waited for', () => {
  test.each([
    ['await local var', 'var t = await p.GetToken(x);'],
    ['await local var', 'var t = ((await p.GetToken(x)));'],
    ['await local var', 'const int n = 1; var t = await p.GetToken(x);'],
    ['await local', 'string t = await p.GetToken(x);'],
    ['await local', 'string? t = await p.GetToken(x);'],
    ['await local', 'String t = await p.GetToken(x);'],
    ['await local', 'System.String t = await p.GetToken(x);'],
    ['await', 'object t = await p.GetToken(x);'],
    ['await', 'MyString t = await p.GetToken(x);'],
    ['await', 'strings t = await p.GetToken(x);'],
    ['await', 'Own.System.String t = await p.GetToken(x);'],
    ['await', 'var t = await p.GetToken(x) + "";'],
    ['await', 'var t = (await p.GetToken(x))!;'],
    ['await', 't = await p.GetToken(x);'],
    ['await', 'return await p.GetToken(x);'],
    ['await', 'using (var t = await p.GetToken(x)) { }'],
    ['await', 'for (var t = await p.GetToken(x); ; ) { }'],
    ['await', 'F(await p.GetAltinnExchangedToken(x));'],
    ['blocks local var', 'var t = p.GetToken(x).Result;'],
    ['blocks', 'F(p.GetToken(x).GetAwaiter().GetResult());'],
    ['dropped', 'await p.GetToken(x);'],
    ['dropped', 'await p.GetToken(x).ConfigureAwait(false);'],
    ['dropped', 'p.GetToken(x).GetAwaiter().GetResult();'],
    ['await', '_ = await p.GetToken(x);'],
    ['commented', 'return (/* now */ await p.GetToken(x));'],
    ['commented', 'return (await p.GetToken(x) /* now */);'],
    ['commented', 'return (await p.GetToken(x) // now\n);'],
    ['await', 'return /* now */ await p.GetToken(x);'],
    ['await', 'return await /* now */ p.GetToken(x);'],
    ['unknown-call', 'await p.GetToken();'],
    ['unknown-call', 'await p.GetToken(x, x);'],
    ['unknown-call', 'await p.GetTokens(x);'],
    ['unknown-call', 'await p.GetAccessToken(x);'],
    ['unknown-call', 'p.ToString();'],
    ['unknown-call', 'p.constructor(x);'],
  ])('%s: %s', (expected, statement) => {
    expect(ofStatement(statement)).toEqual([expected]);
  });

  test.each([
    ['dropped', 'async Task A() => await p.GetToken("a");'],
    ['dropped', 'async ValueTask A() => await p.GetToken("a");'],
    ['dropped', 'async System.Threading.Tasks.Task A() => await p.GetToken("a");'],
    ['dropped', 'async global::System.Threading.Tasks.Task A() => await p.GetToken("a");'],
    ['dropped', 'async void A() => await p.GetToken("a");'],
    ['dropped', 'void A() => p.GetToken("a").GetAwaiter().GetResult();'],
    ['dropped', 'void A() { async Task F() => await p.GetToken("a"); }'],
    ['dropped', 'void A() { async Task F() { await p.GetToken("a"); } }'],
    ['await', 'async Task<string> A() => await p.GetToken("a");'],
    ['await', 'async MyTask A() => await p.GetToken("a");'],
    ['await', 'async Tasks A() => await p.GetToken("a");'],
    ['blocks', 'string A => p.GetToken("a").Result;'],
    ['blocks', 'string A { get; } = p.GetToken("a").Result;'],
    ['blocks', 'string _a = p.GetToken("a").Result;'],
    ['blocks', 'avoid A() => p.GetToken("a").Result;'],
  ])('%s: %s', (expected, members) => {
    expect(results(members)).toEqual([expected]);
  });
});

describe('a task that is handed on', () => {
  test.each([
    ['handed on', 'Task<string> A() => p.GetToken("a");'],
    ['handed on', 'Task<string> A() { return p.GetToken("a"); }'],
    ['handed on & Other()', 'Task<string> A(bool x) => x ? p.GetToken("a") : Other();'],
    ['handed on & Other()', 'Task<string> A() { if (x) return p.GetToken("a"); return Other(); }'],
    ['task-kept', 'Task<string> A => p.GetToken("a");'],
    ['task-kept', 'Task<string> _a = p.GetToken("a");'],
    ['within-try', 'Task<string> A() { try { return p.GetToken("a"); } catch { throw; } }'],
    ['within-try', 'Task<string> A() { try { return p.GetToken("a"); } finally { F(); } }'],
    [
      'within-try',
      'Task<string> A() { try { F(); } catch { return p.GetToken("a"); } finally { F(); } return Other(); }',
    ],
    ['within-try', 'Task<string> A() { try { if (x) { return p.GetToken("a"); } } catch { throw; } return Other(); }'],
    [
      'within-try',
      'Task<string> A() { try { try { F(); } catch { return p.GetToken("a"); } } catch { throw; } return Other(); }',
    ],
    ['within-try', 'Task<string> A() { try { return Other(); } catch { throw; } return p.GetToken("a"); }'],
    [
      'handed on & Other()',
      'Task<string> A() { try { F(); } catch { throw; } if (x) return p.GetToken("a"); return Other(); }',
    ],
    ['handed on & Other()', 'Task<string> A() { try { F(); } catch { return p.GetToken("a"); } return Other(); }'],
    ['handed on', 'void A() { try { Task<string> F() => p.GetToken("a"); } catch { } }'],
    ['handed on', 'void A() { try { Func<Task<string>> f = () => p.GetToken("a"); } finally { } }'],
  ])('%s: %s', (expected, members) => {
    expect(results(members)).toEqual([expected]);
  });

  test('beside others of the provider', () => {
    expect(results('Task<string> A(bool x) => x ? p.GetToken("a") : p.GetToken("b");')).toEqual([
      'handed on',
      'handed on',
    ]);
  });
});

describe('a lambda', () => {
  test.each([
    ['handed on', 'Func<Task<string>> F() => () => p.GetToken("a");'],
    ['handed on', 'Func<Task<string>> F() => () => { return p.GetToken("a"); };'],
    ['dropped', 'Func<Task> F() => () => p.GetToken("a");'],
    ['dropped', 'Action F() => () => p.GetToken("a");'],
    ['dropped', 'Action F() => () => p.GetToken("a").GetAwaiter().GetResult();'],
    ['dropped', 'Func<Task> F() => async () => await p.GetToken("a");'],
    ['dropped', 'Func<Task> F() => async () => { await p.GetToken("a"); };'],
    ['await', 'Func<Task<string>> F() => async () => await p.GetToken("a");'],
    ['await', 'Func<Task<string>> F() => async () => { return await p.GetToken("a"); };'],
    ['blocks', 'Func<string> F() => () => p.GetToken("a").Result;'],
    ['blocks', 'Func<string> F() => () => p.GetToken("a").GetAwaiter().GetResult();'],
    ['blocks', 'Other F() => () => p.GetToken("a").Result;'],
    ['delegate-unknown', 'Func<string> F() => async () => await p.GetToken("a");'],
    ['delegate-unknown', 'Func<string> F() => () => p.GetToken("a");'],
    ['delegate-unknown', 'Func<Task> F() => () => { return p.GetToken("a"); };'],
    ['delegate-unknown', 'Other F() => () => p.GetToken("a");'],
    ['delegate-unknown', 'Other F() => async () => await p.GetToken("a");'],
    ['delegate-unknown', 'Other F() => () => p.GetToken("a").GetAwaiter().GetResult();'],
    ['await', 'Other F() => async () => (await p.GetToken("a")).Trim();'],
    ['await local var', 'Other F() => async () => { var t = await p.GetToken("a"); };'],
    ['blocks', 'Expression<Func<string>> F() => Build(p.GetToken("a").Result);'],
    ['expression-tree', 'Expression<Func<string>> F() => () => p.GetToken("a").Result;'],
    ['expression-tree', 'Expression<Func<Func<string>>> F() => () => () => p.GetToken("a").Result;'],
  ])('%s: %s', (expected, members) => {
    expect(results(members)).toEqual([expected]);
  });
});
