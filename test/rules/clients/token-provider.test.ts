import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files, found, libraryOf, projectOf, referencing } from '../audited.ts';
import { moved } from './moved.ts';

const rule = 'clients/token-provider';
const review = 'warning switch review, token-source-changes';

/** An app with one class, whose members are given. */
function withClient(members: string, version = '8.7.0', more: Files = {}): Files {
  return appWith('', { version, more: { 'App/Client.cs': clientWith(members), ...more } });
}

function clientWith(members: string): string {
  return `using System.Threading.Tasks;
using Altinn.App.Core.Internal.Maskinporten;

namespace Altinn.App.Clients;

public class Client(IMaskinportenTokenProvider provider)
{
${members}
}
`;
}

function movedClient(members: string): string {
  return clientWith(members)
    .replace('Internal.Maskinporten', 'Features.Maskinporten')
    .replace('IMaskinportenTokenProvider', 'IMaskinportenClient');
}

function inMethod(statement: string): string {
  return `    public async Task<string> Ask(string x)\n    {\n        ${statement}\n    }`;
}

async function rewritten(members: string, version?: string, more?: Files, asked?: Asked) {
  const { findings, after } = await moved(rule, withClient(members, version, more), asked);
  return { findings, client: after['App/Client.cs'] };
}

describe('a token that is waited for becomes a string', () => {
  test.each([
    ['var t = await provider.GetToken(x);', 'string t = await provider.GetAccessToken([x]);'],
    ['string t = await provider.GetToken(x);', 'string t = await provider.GetAccessToken([x]);'],
    ['string? t = await provider.GetToken(x);', 'string? t = await provider.GetAccessToken([x]);'],
    ['object t = await provider.GetToken(x);', 'object t = (await provider.GetAccessToken([x])).Value;'],
    ['var t = (await provider.GetToken(x));', 'string t = await provider.GetAccessToken([x]);'],
    [
      'var t = await provider.GetToken(x).ConfigureAwait(false);',
      'string t = await provider.GetAccessToken([x]).ConfigureAwait(false);',
    ],
    [
      'Send(await provider.GetToken(x).ConfigureAwait(false));',
      'Send((await provider.GetAccessToken([x]).ConfigureAwait(false)).Value);',
    ],
    ['var t = await this.provider.GetToken(x);', null],
    ['var t = await provider!.GetToken(x);', 'string t = await provider!.GetAccessToken([x]);'],
    ['_token = await provider.GetToken(x);', '_token = (await provider.GetAccessToken([x])).Value;'],
    ['return await provider.GetToken(x);', 'return (await provider.GetAccessToken([x])).Value;'],
    [
      'return $"Bearer {await provider.GetToken(x)}";',
      'return $"Bearer {(await provider.GetAccessToken([x])).Value}";',
    ],
    [
      'var t = "Bearer " + await provider.GetToken(x);',
      'var t = "Bearer " + (await provider.GetAccessToken([x])).Value;',
    ],
    ['var t = (await provider.GetToken(x)).Trim();', 'var t = (await provider.GetAccessToken([x])).Value.Trim();'],
    ['var t = (await provider.GetToken(x))!.Trim();', 'var t = (await provider.GetAccessToken([x])).Value!.Trim();'],
    [
      'var t = await provider.GetToken(x) ?? throw new E();',
      'var t = (await provider.GetAccessToken([x])).Value ?? throw new E();',
    ],
    [
      'var t = x == "" ? await provider.GetToken(x) : null;',
      'var t = x == "" ? (await provider.GetAccessToken([x])).Value : null;',
    ],
    ['var t = provider.GetToken(x).Result;', 'string t = provider.GetAccessToken([x]).Result.Value;'],
    ['Send(provider.GetToken(x).Result);', 'Send(provider.GetAccessToken([x]).Result.Value);'],
    [
      'string t = provider.GetToken(x).GetAwaiter().GetResult();',
      'string t = provider.GetAccessToken([x]).GetAwaiter().GetResult().Value;',
    ],
    [
      'Send(provider.GetToken(x).ConfigureAwait(false).GetAwaiter().GetResult());',
      'Send(provider.GetAccessToken([x]).ConfigureAwait(false).GetAwaiter().GetResult().Value);',
    ],
    ['await provider.GetToken(x);', 'await provider.GetAccessToken([x]);'],
    ['_ = await provider.GetToken(x);', '_ = (await provider.GetAccessToken([x])).Value;'],
    ['var t = await provider.GetAltinnExchangedToken(x);', 'string t = await provider.GetAltinnExchangedToken([x]);'],
    [
      'var t = await\n            provider\n                .GetToken(x);',
      'string t = await\n            provider\n                .GetAccessToken([x]);',
    ],
  ])('%s', async (before, after) => {
    const { findings, client } = await rewritten(inMethod(before));
    if (after === null) expect(findings).toEqual([`App/Client.cs:6 ${review}`]);
    else
      expect({ findings, client }).toEqual({
        findings: [`App/Client.cs:6 ${review}`],
        client: movedClient(inMethod(after)),
      });
  });

  test('in 8.3 by a member of another name', async () => {
    const members = inMethod('var t = await provider.GetToken(x);\n        return t + await provider.GetToken(x);');
    const { client } = await rewritten(members, '8.3.4');
    expect(client).toBe(
      movedClient(
        inMethod(
          'string t = (await provider.GetAccessToken([x])).AccessToken;\n        return t + (await provider.GetAccessToken([x])).AccessToken;',
        ),
      ),
    );
  });
});

describe('what scopes are asked for', () => {
  test.each([
    ['"a"', '["a"]'],
    ['"a b"', '["a", "b"]'],
    ['" a  b\\tc "', '["a", "b", "c"]'],
    ['@"a b"', '["a", "b"]'],
    ['"a" + " b"', '["a" + " b"]'],
    ['Scopes.Both', '[Scopes.Both]'],
    ['$"{x} b"', '[$"{x} b"]'],
    ['scopes: x', 'scopes: [x]'],
    ['/* les */ x', '/* les */ [x]'],
    ['string.Join(" ", all)', '[string.Join(" ", all)]'],
  ])('%s', async (before, after) => {
    const { client } = await rewritten(inMethod(`return await provider.GetToken(${before});`));
    expect(client).toBe(movedClient(inMethod(`return (await provider.GetAccessToken(${after})).Value;`)));
  });

  const inLanguage = (version: string) =>
    projectOf('8.7.0').replace(
      '<ItemGroup>',
      `<PropertyGroup><LangVersion>${version}</LangVersion></PropertyGroup>\n  <ItemGroup>`,
    );

  test.each(['12', '12.0', '13', 'latest'])('in C# %s, as in the one of the framework', async (version) => {
    const members = inMethod('return await provider.GetToken(x);');
    const { client } = await rewritten(members, '8.7.0', { 'App/App.csproj': inLanguage(version) });
    expect(client).toContain('GetAccessToken([x])');
  });

  test('in a language without collection expressions in an array', async () => {
    const project = inLanguage('11');
    const members = inMethod('return await provider.GetToken(x) + await provider.GetToken("a b");');
    const { client } = await rewritten(members, '8.7.0', { 'App/App.csproj': project });
    expect(client).toContain('GetAccessToken(new[] { x })');
    expect(client).toContain('GetAccessToken(new[] { "a", "b" })');
  });
});

describe('what hands the task on awaits it', () => {
  test.each([
    [
      'public Task<string> A(string x) => provider.GetToken(x);',
      'public async Task<string> A(string x) => (await provider.GetAccessToken([x])).Value;',
    ],
    [
      'Task<string> IClient.A(string x) => provider.GetToken(x);',
      'async Task<string> IClient.A(string x) => (await provider.GetAccessToken([x])).Value;',
    ],
    [
      'protected override Task<string?> A() { return provider.GetToken("a"); }',
      'protected override async Task<string?> A() { return (await provider.GetAccessToken(["a"])).Value; }',
    ],
    [
      'Task<string> A(bool x) => x ? provider.GetToken("a") : provider.GetAltinnExchangedToken("b");',
      'async Task<string> A(bool x) => x ? (await provider.GetAccessToken(["a"])).Value : (await provider.GetAltinnExchangedToken(["b"])).Value;',
    ],
    [
      'Task<string> A(int x) => x switch { 1 => provider.GetToken("a"), _ => throw new E() };',
      'async Task<string> A(int x) => x switch { 1 => (await provider.GetAccessToken(["a"])).Value, _ => throw new E() };',
    ],
    [
      'Task<string> A()\n    {\n        if (_token is not null) return Task.FromResult(_token);\n        return provider.GetToken("a");\n    }',
      'async Task<string> A()\n    {\n        if (_token is not null) return await Task.FromResult(_token);\n        return (await provider.GetAccessToken(["a"])).Value;\n    }',
    ],
    [
      'Task<string> A()\n    {\n        return F();\n        Task<string> F() => provider.GetToken("a");\n    }',
      'Task<string> A()\n    {\n        return F();\n        async Task<string> F() => (await provider.GetAccessToken(["a"])).Value;\n    }',
    ],
    [
      'Func<Task<string>> A() => () => provider.GetToken("a");',
      'Func<Task<string>> A() => async () => (await provider.GetAccessToken(["a"])).Value;',
    ],
    [
      'void A() => Send(x => { return provider.GetToken(x); });\n    void Send(Func<string, Task<string>> f) { }',
      'void A() => Send(async x => { return (await provider.GetAccessToken([x])).Value; });\n    void Send(Func<string, Task<string>> f) { }',
    ],
    [
      'void A() => Task.Run(delegate { return provider.GetToken("a"); });',
      'void A() => Task.Run(async delegate { return (await provider.GetAccessToken(["a"])).Value; });',
    ],
    [
      'Task<string> A(string x) => cache.GetOrCreateAsync(x, entry => provider.GetToken(x));',
      'Task<string> A(string x) => cache.GetOrCreateAsync(x, async entry => (await provider.GetAccessToken([x])).Value);',
    ],
    [
      'Lazy<Task<string>> A() => new Lazy<Task<string>>(() => provider.GetToken("a"));',
      'Lazy<Task<string>> A() => new Lazy<Task<string>>(async () => (await provider.GetAccessToken(["a"])).Value);',
    ],
    [
      'void A() => app.MapGet("/a", (IMaskinportenTokenProvider p) => p.GetToken("a"));',
      'void A() => app.MapGet("/a", async (IMaskinportenClient p) => (await p.GetAccessToken(["a"])).Value);',
    ],
    [
      'Func<Task<string>> _ask;\n    void A() => _ask = () => provider.GetToken("a");',
      'Func<Task<string>> _ask;\n    void A() => _ask = async () => (await provider.GetAccessToken(["a"])).Value;',
    ],
    [
      'Func<string> A() => () => provider.GetToken("a").GetAwaiter().GetResult();',
      'Func<string> A() => () => provider.GetAccessToken(["a"]).GetAwaiter().GetResult().Value;',
    ],
    [
      'Action A() => () => provider.GetToken("a").GetAwaiter().GetResult();',
      'Action A() => () => provider.GetAccessToken(["a"]).GetAwaiter().GetResult();',
    ],
    [
      'Func<string, Task> A => x => provider.GetToken(x);',
      'Func<string, Task> A => x => provider.GetAccessToken([x]);',
    ],
    [
      'void A() => Retry(async () => await provider.GetToken("a"));\n    Task Retry(Func<Task> f) => f();',
      'void A() => Retry(async () => await provider.GetAccessToken(["a"]));\n    Task Retry(Func<Task> f) => f();',
    ],
    [
      'void A() => Retry(async () => await provider.GetToken("a"));\n    Task<T> Retry<T>(Func<Task<T>> f) => f();',
      'void A() => Retry(async () => (await provider.GetAccessToken(["a"])).Value);\n    Task<T> Retry<T>(Func<Task<T>> f) => f();',
    ],
    ['async Task A() => await provider.GetToken("a");', 'async Task A() => await provider.GetAccessToken(["a"]);'],
  ])('%s', async (before, after) => {
    const { client } = await rewritten(`    ${before}`);
    expect(client).toBe(movedClient(`    ${after}`));
  });
});

describe('how a class comes by the provider', () => {
  const using = 'using Altinn.App.Core.Internal.Maskinporten;\n\n';
  const needed = 'using Altinn.App.Core.Features.Maskinporten;\n\n';
  test.each([
    [
      'a constructor and a field',
      `${using}class C
{
    private readonly IMaskinportenTokenProvider _provider;

    public C(IMaskinportenTokenProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _provider = provider ?? throw new ArgumentNullException(nameof(provider));
    }

    async Task<string> A() => await _provider.GetToken("a");
}
`,
      `${needed}class C
{
    private readonly IMaskinportenClient _provider;

    public C(IMaskinportenClient provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _provider = provider ?? throw new ArgumentNullException(nameof(provider));
    }

    async Task<string> A() => (await _provider.GetAccessToken(["a"])).Value;
}
`,
      ['7'],
    ],
    [
      'this before a field of the same name, and an expression body',
      `${using}class C
{
    IMaskinportenTokenProvider provider;

    public C(IMaskinportenTokenProvider provider) => this.provider = provider;

    async Task<string> A() => await this.provider.GetToken("a");
}
`,
      `${needed}class C
{
    IMaskinportenClient provider;

    public C(IMaskinportenClient provider) => this.provider = provider;

    async Task<string> A() => (await this.provider.GetAccessToken(["a"])).Value;
}
`,
      ['7'],
    ],
    [
      'a primary constructor, a field and a property',
      `${using}class C(IMaskinportenTokenProvider provider)
{
    private readonly IMaskinportenTokenProvider _provider = provider;
    private IMaskinportenTokenProvider Provider { get; } = provider;

    async Task<string> A() => await _provider.GetToken("a") + await Provider.GetToken("b");
}
`,
      `${needed}class C(IMaskinportenClient provider)
{
    private readonly IMaskinportenClient _provider = provider;
    private IMaskinportenClient Provider { get; } = provider;

    async Task<string> A() => (await _provider.GetAccessToken(["a"])).Value + (await Provider.GetAccessToken(["b"])).Value;
}
`,
      ['3'],
    ],
    [
      'the services',
      `${using}static class C
{
    static async Task<string> A(IServiceProvider services)
    {
        var provider = services.GetRequiredService<IMaskinportenTokenProvider>();
        string token = await provider.GetToken("a");
        return token + await services.GetRequiredService<IMaskinportenTokenProvider>().GetToken("b");
    }
}
`,
      `${needed}static class C
{
    static async Task<string> A(IServiceProvider services)
    {
        var provider = services.GetRequiredService<IMaskinportenClient>();
        string token = await provider.GetAccessToken(["a"]);
        return token + (await services.GetRequiredService<IMaskinportenClient>().GetAccessToken(["b"])).Value;
    }
}
`,
      ['7', '9'],
    ],
    [
      'an action of a controller',
      `${using}class C : ControllerBase
{
    public async Task<string> Get([FromServices] IMaskinportenTokenProvider provider) => await provider.GetToken("a");
}
`,
      `${needed}class C : ControllerBase
{
    public async Task<string> Get([FromServices] IMaskinportenClient provider) => (await provider.GetAccessToken(["a"])).Value;
}
`,
      ['5'],
    ],
    [
      'a full name',
      `class C(global::Altinn.App.Core.Internal.Maskinporten.IMaskinportenTokenProvider provider)
{
    Task<string> A() => provider.GetToken("a");
}
`,
      `class C(Altinn.App.Core.Features.Maskinporten.IMaskinportenClient provider)
{
    async Task<string> A() => (await provider.GetAccessToken(["a"])).Value;
}
`,
      ['1'],
    ],
    [
      'nothing but a field that is set to nothing',
      `${using}class C
{
    IMaskinportenTokenProvider? _provider = null!;

    bool A() => _provider is null || _provider != null;
}
`,
      `${needed}class C
{
    IMaskinportenClient? _provider = null!;

    bool A() => _provider is null || _provider != null;
}
`,
      ['5'],
    ],
  ])('%s', async (_, before, after, lines) => {
    const result = await moved(rule, appWith('', { more: { 'App/C.cs': before } }));
    expect(result.findings).toEqual(lines.map((line) => `App/C.cs:${line} ${review}`));
    expect(result.after['App/C.cs']).toBe(after);
  });

  test('where the app has a type of the new name, the library’s is named in full', async () => {
    const own = { 'App/Own.cs': 'interface IMaskinportenClient { }' };
    const { client } = await rewritten(inMethod('return "";'), '8.7.0', own);
    expect(client).toContain('class Client(Altinn.App.Core.Features.Maskinporten.IMaskinportenClient provider)');
    expect(client).not.toContain('using Altinn.App.Core');
  });

  test('an alias', async () => {
    const text =
      'using P = Altinn.App.Core.Internal.Maskinporten.IMaskinportenTokenProvider;\n\nclass C(P p)\n{\n    Task<string> A() => p.GetToken("a");\n}\n';
    const result = await moved(rule, appWith('', { more: { 'App/C.cs': text } }));
    expect(result.findings).toEqual([`App/C.cs:3 ${review}`]);
    expect(result.after['App/C.cs']).toContain('class C(IMaskinportenClient p)');
  });
});

describe('what is not understood is left to people, with the whole class', () => {
  test.each([
    ['Other.Use(provider);', 'passed-on'],
    ['return new Other(provider).Ask();', 'passed-on'],
    ['IMaskinportenTokenProvider other = new Fake();', 'replaced'],
    ['Func<string, Task<string>> f = provider.GetToken;', 'method-group'],
    ['var t = await provider?.GetToken(x);', 'null-conditional'],
    ['var t = provider?.GetToken(x).Result;', 'null-conditional'],
    ['var t = provider.GetToken(x);', 'task-kept'],
    ['Task<string> t = provider.GetToken(x);', 'task-kept'],
    ['await Task.WhenAll(provider.GetToken(x), provider.GetToken("a"));', 'task-kept'],
    ['provider.GetToken(x).ContinueWith(t => t.Result);', 'task-kept'],
    ['lock (x) { Task.Run(() => { return provider.GetToken(x); }); }', null],
    ['Task<string> F() { lock (x) { return provider.GetToken(x); } }', 'task-kept'],
    ['Task F() => provider.GetToken(x);', 'task-kept'],
    ['Task<string> F() { try { return provider.GetToken(x); } catch (E) { throw; } }', 'within-try'],
    ['Task<string> F() { try { return provider.GetToken(x); } finally { Log(); } }', 'within-try'],
    [
      'Task<string> F() { try { return x == "" ? provider.GetToken(x) : provider.GetToken("a"); } catch { throw; } }',
      'within-try',
    ],
    ['Task<string> F() { try { return Other(); } catch { return provider.GetToken(x); } }', 'within-try'],
    ['Task.Run(() => { try { return provider.GetToken(x); } catch { throw; } });', 'within-try'],
    ['try { Task.Run(() => provider.GetToken(x)); } catch { throw; }', null],
    ['try { await provider.GetToken(x); } catch { throw; }', null],
    ['Task<string> F() { try { Log(); } catch { return provider.GetToken(x); } return Other(); }', null],
    ['Task<string> F(ref int y) => provider.GetToken(x);', 'task-kept'],
    ['Task<string> F() => x == "" ? null : provider.GetToken(x);', 'task-kept'],
    ['_timer = new Timer(_ => provider.GetToken(x), null, 0, 1000);', 'delegate-unknown'],
    ['_timer = new Timer(async _ => await provider.GetToken(x), null, 0, 1000);', 'delegate-unknown'],
    ['_timer = new Timer(_ => provider.GetToken(x).GetAwaiter().GetResult(), null, 0, 1000);', 'delegate-unknown'],
    ['Ready += (s, e) => provider.GetToken(x);', 'delegate-unknown'],
    ['Ready += async (s, e) => await provider.GetToken(x);', 'delegate-unknown'],
    ['Parallel.Invoke(() => provider.GetToken(x));', 'delegate-unknown'],
    ['ThreadPool.QueueUserWorkItem(_ => provider.GetToken(x));', 'delegate-unknown'],
    ['app.Run(context => provider.GetToken(x));', 'delegate-unknown'],
    ['Func<Task> f = () => { return provider.GetToken(x); };', 'delegate-unknown'],
    ['Func<Task> f = () => x == "" ? provider.GetToken(x) : provider.GetToken("a");', 'delegate-unknown'],
    ['Expression<Func<Task<string>>> f = () => provider.GetToken(x);', 'expression-tree'],
    ['Expression<Func<string>> f = () => provider.GetToken(x).Result;', 'expression-tree'],
    ['Expression<Func<Task<string>>> F() => () => provider.GetToken(x);', 'expression-tree'],
    ['Expression<Func<Task<string>>> F() { return () => provider.GetToken(x); }', 'expression-tree'],
    ['Use(() => provider.GetToken(x)); void Use(Expression<Func<Task<string>>> f) { }', 'expression-tree'],
    ['var t = await provider.GetToken(x, y);', 'unknown-call'],
    ['var t = await provider.Other(x);', 'unknown-call'],
    ['var t = typeof(IMaskinportenTokenProvider);', 'type-used'],
    ['var t = new List<IMaskinportenTokenProvider>();', 'type-used'],
    ['var t = (/* ikke her */ await provider.GetToken(x)).Trim();', 'commented'],
  ])('%s', async (statement, use) => {
    const { findings, client } = await rewritten(inMethod(`${statement}\n        await provider.GetToken("b");`));
    if (use === null) expect(findings).toEqual([`App/Client.cs:6 ${review}`]);
    else
      expect({ findings: findings.map(String), client }).toEqual({
        findings: [expect.stringMatching(`manual, (token-use \\(${use}\\)(, )?)+$`)],
        client: undefined,
      });
  });

  test.each([
    ['    public IMaskinportenTokenProvider Provider => provider;', 'visible'],
    ['    protected readonly IMaskinportenTokenProvider _provider = provider;', 'visible'],
    ['    IMaskinportenTokenProvider IHolder.Provider => provider;', 'visible'],
    ['    Task<string> Token => provider.GetToken("a");', 'task-kept'],
    ['    Task<string> A(IMaskinportenTokenProvider other) => other.GetToken("a");', 'passed-on'],
  ])('%s', async (members, use) => {
    expect((await rewritten(members)).findings).toEqual([
      expect.stringMatching(new RegExp(`manual.*token-use \\(${use}\\)`)),
    ]);
  });

  test.each<[string, Files, string]>([
    ['made by hand', { 'App/Other.cs': 'class Other { object A(object p) => new Client(p); }' }, 'made-by-hand'],
    [
      'made by a target type',
      { 'App/Other.cs': 'class Other { void A(object p) { Client c = new(p); } }' },
      'made-by-hand',
    ],
    ...[
      'class Other { object A(object p) => Use(new(p)); object Use(Client c) => c; }',
      'class Other { Client[] A(object p) => [new(p)]; }',
      'class Other { List<Client> A(object p) { List<Client> l = new() { new(p) }; return l; } }',
      'class Other { Client _c; void A(object p) { _c = new(p); } }',
      'class Other { void A(object p) => services.AddTransient<Client>(sp => new(sp.Get(p))); }',
      'class Other { void A(object p) => services.AddTransient<Client>(sp => { return new(sp.Get(p)); }); }',
      'class Other { void A(object p) { var c = p == null ? new(p) : default(Client); } }',
      'class Other { Client A(object p) => p switch { 1 => new(p), _ => null }; }',
      'class Other { void A(List<Client> l, object p) => l.Add(new(p)); }',
      'class Other { Func<object, Client> f = p => new(p); }',
      'using K = Altinn.App.Clients.Client;\nclass Other { object A(object p) => new K(p); }',
      'using K = Altinn.App.Clients.Client;\nclass Other { void A(object p) { K k = new(p); } }',
      'class Other { object A(object p) => ActivatorUtilities.CreateInstance<Client>(sp, p); }',
      'class Other { object A(object p) => ActivatorUtilities.CreateInstance(sp, typeof(Client), p); }',
      'class Other { object A(object p) => Activator.CreateInstance(typeof(Client), p); }',
    ].map((text): [string, Files, string] => [`made in ${text}`, { 'App/Other.cs': text }, 'made-by-hand']),
    [
      'made for a member in a file that does not name it',
      {
        'App/Holder.cs': 'class Holder { public Client Own { get; set; } }',
        'App/Other.cs': 'class Other { void A(Holder h, object p) { h.Own = new(p); } }',
      },
      'made-by-hand',
    ],
    [
      'made under an alias of the whole project',
      {
        'App/Usings.cs': 'global using K = Altinn.App.Clients.Client;',
        'App/Other.cs': 'class Other { object A(object p) => new K(p); }',
      },
      'made-by-hand',
    ],
    [
      'derived from under an alias',
      { 'App/Other.cs': 'using K = Altinn.App.Clients.Client;\nclass Other(object p) : K(p) { }' },
      'derived-class',
    ],
    ['derived from', { 'App/Other.cs': 'class Other(object p) : Client(p) { }' }, 'derived-class'],
    ['in parts', { 'App/Other.cs': 'namespace Altinn.App.Clients;\npartial class Client { }' }, 'partial-class'],
  ])('a class that is %s', async (_, more, use) => {
    const { findings } = await rewritten(inMethod('return await provider.GetToken(x);'), '8.7.0', more);
    expect(findings).toEqual([expect.stringContaining(`manual, token-use (${use})`)]);
  });

  test.each([
    'class Other(ILogger<Client> l) { void A(Uri u) { HttpRequestMessage m = new(HttpMethod.Get, u); } }',
    'class Other(Client c) { void A(X r, string t) { r.Headers.Authorization = new("Bearer", t); } }',
    'class Other(Client c) { void A() => services.AddHttpClient<Client>(h => h.BaseAddress = new("https://a.no")); }',
    'class Other(Client c) { object A() => Use(new("https://a.no")); }',
    'class Other(Client c) { Uri A(string u) => new(u); }',
    'class Other(Client c) { object A(string u) => new Request(new(u)); }',
    'class Other { object A(object sp) => ActivatorUtilities.CreateInstance<Client>(sp); }',
  ])('not a class that is only named in %s', async (text) => {
    const more = { 'App/Other.cs': text };
    const { findings } = await rewritten(inMethod('return await provider.GetToken(x);'), '8.7.0', more);
    expect(findings).toEqual([`App/Client.cs:6 ${review}`]);
  });

  test('a lambda for a method whose name another class of the app has too', async () => {
    const more = {
      'App/Other.cs': 'class Other { void Retry(Func<Task> f) { } void Handle(Func<Task<string>> f) { } }',
    };
    for (const call of ['other.Retry(() => provider.GetToken(x));', 'other.Handle(() => provider.GetToken(x));']) {
      const { findings } = await rewritten(inMethod(call), '8.7.0', more);
      expect(findings).toEqual(['App/Client.cs:6 warning switch manual, token-use (delegate-unknown)']);
    }
  });

  test.each([
    ['an interface', 'interface C { IMaskinportenTokenProvider Provider { get; } }', 'visible'],
    ['a record', 'record C(IMaskinportenTokenProvider Provider);', 'type-used'],
    ['a list', 'class C(IEnumerable<IMaskinportenTokenProvider> providers) { }', 'type-used'],
    ['a key', 'class C([FromKeyedServices("a")] IMaskinportenTokenProvider provider) { }', 'type-used'],
    ['a factory', 'class C { IMaskinportenTokenProvider Make() => null!; }', 'type-used'],
  ])('%s', async (_, text, use) => {
    const more = { 'App/C.cs': `using Altinn.App.Core.Internal.Maskinporten;\n${text}` };
    expect(await found(rule, appWith('', { more }))).toEqual([`App/C.cs:2 warning switch manual, token-use (${use})`]);
  });

  test('a class with #if in it', async () => {
    const { findings } = await rewritten(`#if DEBUG\n${inMethod('return await provider.GetToken(x);')}\n#endif`);
    expect(findings).toEqual([expect.stringContaining('manual, token-use (conditional-compilation)')]);
  });

  test('a class that hands the provider to its base', async () => {
    const text = clientWith('').replace('provider)', 'provider) : Base(provider)');
    expect(await found(rule, appWith('', { more: { 'App/Client.cs': text } }))).toEqual([
      'App/Client.cs:6 warning switch manual, token-use (passed-on)',
    ]);
  });
});

describe('what the version makes of a class', () => {
  const ask = inMethod('return await provider.GetToken(x);');
  const exchange = inMethod('return await provider.GetAltinnExchangedToken(x);');
  test.each<[string, string, Asked, string]>([
    [ask, '8.2.0', {}, 'warning switch manual, version-too-old (8.2.0 < 8.3.0)'],
    [ask, '8.3.0', {}, review],
    [ask, '8.3.*', {}, review],
    [exchange, '8.3.4', {}, 'warning switch manual, version-too-old (8.3.4 < 8.7.0)'],
    [exchange, '8.5.0', {}, review],
    [ask, '[8.3.0,9.0.0)', {}, `${review}, version-assumed`],
    [ask, '$(Unset)', {}, 'warning switch manual, version-unknown'],
    [ask, '8.12.7', { target: 'v9' }, review.replace('warning', 'error')],
    [ask, '9.0.0-preview.1', {}, review.replace('warning', 'error')],
  ])('%s on %s %j', async (members, version, asked, outcome) => {
    expect(await found(rule, withClient(members, version), asked)).toEqual([`App/Client.cs:6 ${outcome}`]);
  });
});

describe('the registration', () => {
  const using = 'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.App.Core.Internal.Maskinporten;\n';
  const configure = '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));';
  const add = '    services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");';
  const goes = 'review, provider-of-library';

  function withServices(services: string, version = '8.12.7', more: Files = {}): Files {
    const files = appWith(services, { version, more });
    return { ...files, 'App/Program.cs': `${using}\n${files['App/Program.cs']}` };
  }

  async function servicesAfter(files: Files, asked: Asked = {}) {
    const { findings, after } = await moved(rule, files, asked);
    const program = after['App/Program.cs'];
    return { findings, services: program && /\n\{\n(.*?)\}\n\nWebApp/s.exec(program)?.[1], program };
  }

  test('goes with the settings that only it takes', async () => {
    const result = await servicesAfter(withServices(`    services.A();\n\n${configure}\n${add}\n\n    services.B();`));
    expect(result.findings).toEqual([`App/Program.cs:9 warning switch ${goes}`]);
    expect(result.services).toBe('    services.A();\n\n    services.B();\n');
    expect(result.program).toMatch(/^void RegisterCustomAppServices/);
  });

  test('goes from v9, where no library provides one either', async () => {
    const { findings, services } = await servicesAfter(withServices(`${configure}\n${add}`, '9.0.0'));
    expect(findings).toEqual(['App/Program.cs:7 error switch review, token-source-changes']);
    expect(services).toBe('');
  });

  test.each([
    [
      'in a chain',
      `    services.Configure<MaskinportenSettings>(config.GetSection("X")).AddMaskinportenJwkTokenProvider("y").AddMemoryCache();`,
      '    services.AddMemoryCache();\n',
    ],
    ['as a static call', '    MaskinportenExtensions.AddMaskinportenJwkTokenProvider(services, "x");', ''],
    ['under a condition', `    if (!env.IsDevelopment())\n    {\n    ${configure}\n    ${add}\n    }`, ''],
    [
      'with settings from code',
      `    services.Configure<MaskinportenSettings>(o => o.ClientId = config["id"]);\n${add}`,
      '',
    ],
    ['with a comment about it', `    // Token provider for Maskinporten\n${add}`, ''],
    [
      'beside named settings',
      `    services.Configure<MaskinportenSettings>("x", config.GetSection("X"));\n${add}`,
      '    services.Configure<MaskinportenSettings>("x", config.GetSection("X"));\n',
    ],
  ])('%s', async (_, services, after) => {
    expect((await servicesAfter(withServices(services))).services).toBe(after);
  });

  test.each([
    ['8.5.2', 'manual, version-too-old (8.5.2 < 8.6.0)'],
    ['8.6.0', goes],
    ['[8.5.0,9.0.0)', `${goes}, version-assumed`],
    ['$(Unset)', 'manual, version-unknown'],
  ])('on %s', async (version, outcome) => {
    expect(await found(rule, withServices(add, version))).toEqual([`App/Program.cs:6 warning switch ${outcome}`]);
  });

  test('where a build may restore a release that is too old, that one counts', async () => {
    const properties =
      "<PropertyGroup><App>8.6.0</App></PropertyGroup>\n  <PropertyGroup Condition=\"'$(CI)' == ''\"><App>8.5.2</App></PropertyGroup>\n  <ItemGroup>";
    const project = projectOf('$(App)').replace('<ItemGroup>', properties);
    expect(await found(rule, withServices(add, '8.6.0', { 'App/App.csproj': project }))).toEqual([
      'App/Program.cs:6 warning switch manual, version-too-old (8.6.0 | 8.5.2 < 8.6.0)',
    ]);
  });

  test('an error on the way to v9', async () => {
    expect(await found(rule, withServices(add), { target: 'v9' })).toEqual([`App/Program.cs:6 error switch ${goes}`]);
    expect(await found(rule, withServices(add, '9.0.0-preview.1'))).toEqual([
      'App/Program.cs:6 error switch review, token-source-changes',
    ]);
  });

  test('stays for who keeps the package, as long as there is something to keep', async () => {
    const own = withServices(`${configure.replace('"Maskin', '"Own:Maskin')}\n${add}`);
    const decide = { 'Own:MaskinportenSettings': 'own-external' } as const;
    expect(await found(rule, own, { decide })).toEqual([]);
    expect(await found(rule, own, { decide, target: 'v9' })).toEqual([
      'App/Program.cs:7 error switch manual, shim-removed',
    ]);
  });

  test('leaves settings that a class takes', async () => {
    const more = { 'App/C.cs': `${using}class C(IOptions<MaskinportenSettings> settings) { }` };
    const result = await servicesAfter(withServices(`${configure}\n${add}`, '8.12.7', more));
    expect(result.findings).toEqual([`App/Program.cs:7 warning switch ${goes}, settings-still-taken`]);
    expect(result.services).toBe(`${configure}\n`);
  });

  test('leaves settings that the library’s old eFormidling takes', async () => {
    const services = `    services.AddEFormidlingServices<A, B>(config);\n${configure}\n${add}`;
    const result = await servicesAfter(withServices(services));
    expect(result.findings).toEqual([`App/Program.cs:8 warning switch ${goes}, legacy-eformidling`]);
    expect(result.services).toBe(`    services.AddEFormidlingServices<A, B>(config);\n${configure}\n`);
  });

  test('leaves settings of the built-in client', async () => {
    const files = withServices(`${configure}\n${add}`);
    const program = String(files['App/Program.cs']).replace(
      'using Altinn.ApiClients.Maskinporten.Config;',
      'using Altinn.App.Core.Features.Maskinporten.Models;',
    );
    expect((await servicesAfter({ ...files, 'App/Program.cs': program })).services).toBe(`${configure}\n`);
  });

  test('goes together with the service that the app registered for it', async () => {
    const services = `    services.AddHttpClient<IMaskinportenService, MaskinportenService>();\n${configure}\n${add}\n    services.B();`;
    const files = withServices(services);
    const program = `using Altinn.ApiClients.Maskinporten.Interfaces;\nusing Altinn.ApiClients.Maskinporten.Services;\n${files['App/Program.cs']}`;
    expect((await servicesAfter({ ...files, 'App/Program.cs': program })).services).toBe('    services.B();\n');
  });

  test('stays beside a provider of the app’s own, and so does what takes it', async () => {
    const more = {
      'App/Own.cs': `${using}class Own : IMaskinportenTokenProvider { }`,
      'App/Client.cs': clientWith(inMethod('return await provider.GetToken(x);')),
    };
    const services = `${add}\n    services.AddTransient<IMaskinportenTokenProvider, Own>();`;
    expect(await found(rule, withServices(services, '8.12.7', more))).toEqual([
      'App/Client.cs:6 warning switch manual, own-token-client',
      'App/Own.cs:3 warning switch manual, own-provider',
      'App/Program.cs:6 warning switch manual, own-token-client',
    ]);
  });

  test('stays beside one that a lambda makes', async () => {
    const services = `${add}\n    services.AddTransient<IMaskinportenTokenProvider>(_ => Fake());`;
    expect(await found(rule, withServices(services))).toEqual([
      'App/Program.cs:6 warning switch manual, own-token-client',
      'App/Program.cs:7 warning switch manual, own-provider',
    ]);
  });

  test('the class behind it, made directly', async () => {
    const services =
      '    services.AddTransient<IMaskinportenTokenProvider>(p => new MaskinportenJwkTokenProvider(a, b, c, "x"));';
    expect(await found(rule, withServices(services))).toEqual(['App/Program.cs:6 warning switch manual, own-provider']);
  });

  test('by the app’s own function of the name is its own business', async () => {
    const own =
      'static class Own { public static S AddMaskinportenJwkTokenProvider(this S services, string name) => services; }';
    expect(await found(rule, withServices(add, '8.12.7', { 'App/Own.cs': own }))).toEqual([]);
  });
});

describe('nothing is found', () => {
  test.each([
    ['in another interface of the name', 'using Own.Tokens;\n\nclass C(IMaskinportenTokenProvider provider) { }'],
    ['in a comment', '// IMaskinportenTokenProvider\nusing Altinn.App.Core.Internal.Maskinporten;\nclass C { }'],
    [
      'in a string',
      'using Altinn.App.Core.Internal.Maskinporten;\nclass C { string s = "IMaskinportenTokenProvider"; }',
    ],
    [
      'in an own interface',
      'using Altinn.App.Core.Internal.Maskinporten;\ninterface IMaskinportenTokenProvider { }\nclass C(IMaskinportenTokenProvider p) { }',
    ],
  ])('%s', async (_, text) => {
    expect(await found(rule, appWith('', { more: { 'App/C.cs': text } }))).toEqual([]);
  });
});

describe('others than the app', () => {
  const client = inMethod('return await provider.GetToken(x);');

  test('tests that name the provider are said', async () => {
    const test = projectOf(null).replace(
      '</ItemGroup>',
      '  <PackageReference Include="xunit" Version="2.9.0" />\n  </ItemGroup>',
    );
    const more = {
      'Tests/Tests.csproj': referencing(test, '../App/App.csproj'),
      'Tests/ClientTests.cs': 'class ClientTests { Mock<IMaskinportenTokenProvider> provider; }',
    };
    expect(await found(rule, withClient(client, '8.7.0', more))).toEqual([`App/Client.cs:6 ${review}, named-in-tests`]);
  });

  const tests = projectOf(null).replace(
    '</ItemGroup>',
    '  <PackageReference Include="xunit" Version="2.9.0" />\n  </ItemGroup>',
  );
  const inTests = (text: string, path = 'Tests/ClientTests.cs'): Files => ({
    'Tests/Tests.csproj': referencing(tests, '../App/App.csproj'),
    [path]: text,
  });

  test.each([
    'class ClientTests { object A(object p) => new Client(p); }',
    'class ClientTests { object A(object p) => new Altinn.App.Clients.Client(p); }',
    'class ClientTests { void A(object p) { Client client = new(p); } }',
    'class ClientTests { Client _c; void A(object p) { _c = new(p); } }',
    'using K = Altinn.App.Clients.Client;\nclass ClientTests { object A(object p) => new K(p); }',
    'class FakeClient(object p) : Client(p) { }',
    'class FakeClient : Altinn.App.Clients.Client { FakeClient(object p) : base(p) { } }',
    'class ClientTests { Mock<Client> client = new(p); }',
    'class ClientTests { object A(object p) => Substitute.For<Client>(p); }',
    'class ClientTests { object A(IServiceProvider p) => ActivatorUtilities.CreateInstance<Client>(p); }',
    'class ClientTests { object A(object p) => Activator.CreateInstance(typeof(Client), p); }',
  ])('tests that make the class are left to people with it: %s', async (text) => {
    expect(await found(rule, withClient(client, '8.7.0', inTests(text)))).toEqual([
      'App/Client.cs:6 warning switch manual, token-use (made-by-hand), named-in-tests',
    ]);
  });

  test.each([
    'class ClientTests(Client client) { void A(object p) { Other other = new(p); } }',
    'class ClientTests { object A(IServiceProvider p) => p.GetRequiredService<Client>(); }',
    '// new Client(p)\nclass ClientTests { }',
    'class ClientTests { object A(object p) => new ClientFactory(p); }',
  ])('not tests that only name it: %s', async (text) => {
    expect(await found(rule, withClient(client, '8.7.0', inTests(text)))).toEqual([`App/Client.cs:6 ${review}`]);
  });

  test('so are tools, and files that no project is seen to compile', async () => {
    const text = 'class Tool { object A(object p) => new Client(p); }';
    const tool = { 'Tool/Tool.csproj': referencing(libraryOf(null), '../App/App.csproj'), 'Tool/Tool.cs': text };
    const made = 'App/Client.cs:6 warning switch manual, token-use (made-by-hand)';
    expect(await found(rule, withClient(client, '8.7.0', tool))).toEqual([
      `${made}, shared-library (Tool/Tool.csproj)`,
    ]);
    expect(await found(rule, withClient(client, '8.7.0', { 'scripts/Tool.cs': text }))).toEqual([made]);
  });

  test('not a project that has nothing to do with the app', async () => {
    const text = 'class Client(object p) { Client A() => new Client(p); }';
    const other = { 'Other/Other.csproj': libraryOf(null), 'Other/Client.cs': text };
    expect(await found(rule, withClient(client, '8.7.0', other))).toEqual([`App/Client.cs:6 ${review}`]);
  });

  test('the library of an app is compiled with its own version', async () => {
    const files = {
      ...appWith(''),
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf('8.3.4'),
      'Lib/Client.cs': clientWith(client),
    };
    expect(await found(rule, files)).toEqual(['Lib/Client.cs:6 warning switch manual, version-unknown']);
  });
});

test('without the file that Studio provisions, and a place for its host, nothing moves', async () => {
  const files = withClient(inMethod('return await provider.GetToken(x);'));
  const program = String(files['App/Program.cs']).replace(
    'builder.WebHost.ConfigureAppWebHost(args);\n',
    'later(() => builder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args)));\n',
  );
  expect(await found(rule, { ...files, 'App/Program.cs': program })).toEqual([
    'App/Client.cs:6 warning switch manual, studio-file-not-loaded',
  ]);
});
