import { beforeAll, describe, expect, test } from 'vitest';
import { sourcesOf } from '../../../../src/app/clients/credentials/read-source.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { callsNamed, rootOf } from '../../../../src/syntax/csharp/project.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

interface Around {
  readonly before?: string;
  readonly members?: string;
  readonly more?: string;
}

/** Where an argument is read from in a class with configuration, options and a vault's client. */
function sources(argument: string, what: 'id' | 'key' = 'key', { before = '', members = '', more = '' }: Around = {}) {
  const text = `
public class Client(IConfiguration config, IOptions<Ours> options, ISecretsClient secrets, Settings settings)
{
    ${members}
    public async Task Ask(string passed)
    {
        ${before}
        Use(${argument});
    }
}
${more}`;
  const project = projectWith({ 'Client.cs': text });
  const [call] = callsNamed(project, 'Use');
  const value = call?.invocation.arguments[0]?.value;
  if (call === undefined || value === undefined) throw new Error('no Use(…)');
  return sourcesOf({ node: value, root: rootOf(value), file: call.file }, what, project).map((source) => {
    switch (source.kind) {
      case 'configuration':
        return source.path;
      case 'secret':
        return `secret ${source.name}`;
      case 'settings':
        return `${source.of.type} ${source.of.name} ${source.member}`;
      default:
        return source.kind;
    }
  });
}

describe('a value of the configuration', () => {
  test.each([
    ['config["a:Key"]', 'a:Key'],
    ['(config["a:Key"])', 'a:Key'],
    ['config["a:Key"]!', 'a:Key'],
    ['(string)config["a:Key"]', 'a:Key'],
    ['config.GetSection("a")["Key"]', 'a:Key'],
    ['config.GetSection("a").GetValue<string>("Key")', 'a:Key'],
    ['config.GetValue<string>("a:Key")', 'a:Key'],
    ['config.GetSection("a:Key").Value', 'a:Key'],
    ['config["a:Key"].Trim()', 'a:Key'],
    ['config["a:Key"].ToString()', 'a:Key'],
    ['config["a:Key"].ToString().Trim()', 'a:Key'],
    ['config["a:Key"] ?? ""', 'a:Key'],
    ['config["a:Key"] ?? string.Empty', 'a:Key'],
    ['config["a:Key"] ?? String.Empty', 'a:Key'],
    ['config["a:Key"] ?? throw new InvalidOperationException("no key")', 'a:Key'],
    ['config["a:Key"] ?? config["b:Key"]', 'unknown'],
    ['config["a:Key"] ?? "" + "x"', 'unknown'],
    ['config["a:Key"] ?? Own.string.Empty', 'unknown'],
    ['config["a:Key"] ?? string.EmptyOnes', 'unknown'],
    ['new JsonWebKey(config["a:Key"])', 'a:Key'],
    ['new(config["a:Key"])', 'a:Key'],
    ['new JsonWebKey(config["a:Key"], config["b:Key"])', 'unknown'],
    ['new JsonWebKey()', 'unknown'],
    ['config["a:Key"].Substring(1)', 'unknown'],
    ['config["a:Key"].TrimEnd()', 'unknown'],
    ['config["a:Key"].AsTrim()', 'unknown'],
    ['config[name]', 'unknown'],
    ['"written"', 'unknown'],
    ['settings', 'unknown'],
    ['flag ? config["a:Key"] : null', 'unknown'],
  ])('%s: %s', (argument, source) => {
    expect(sources(argument)).toEqual([source]);
  });

  test.each<[string, string, Around, readonly string[]]>([
    ['through a local', 'key', { before: 'var key = config["a:Key"];' }, ['a:Key']],
    ['through a local that is set twice', 'key', { before: 'var key = config["a:Key"]; key = "";' }, ['unknown']],
    ['through a field', '_key', { members: 'private readonly string _key = config["a:Key"];' }, ['a:Key']],
    ['through a field of this', 'this._key', { members: 'private readonly string _key = config["a:Key"];' }, ['a:Key']],
    ['through its own method', 'Key()', { members: 'string Key() => config["a:Key"];' }, ['a:Key']],
    [
      'through a method of another class',
      'Own.Key(config)',
      { more: 'static class Own { public static string Key(IConfiguration config) { return config["a:Key"]; } }' },
      ['a:Key'],
    ],
    [
      'through one of two methods',
      'Key(1)',
      { members: 'string Key(int a) => config["a:Key"]; string Key(string b) => config["b:Key"];' },
      ['unknown'],
    ],
    [
      'passed on by callers',
      'passed',
      {
        more: 'class A(Client client, IConfiguration config) { void F() { client.Ask(config["a:Key"]); client.Ask(config["b:Key"]); client.Ask(config["A:KEY"]); } }',
      },
      ['A:KEY', 'b:Key'],
    ],
    ['passed on by nobody', 'passed', {}, ['unknown']],
    ['that leads to itself', 'Key()', { members: 'string Key() => Key();' }, ['unknown']],
    ['that leads to itself in parentheses', 'Key()', { members: 'string Key() => (Key());' }, ['unknown']],
    ['of itself', 'key', { before: 'string key = key;' }, ['unknown']],
    ['of itself, not null', 'key', { before: 'string key = key!;' }, ['unknown']],
    ['of itself, through settings', 's.Key', { before: 'var s = new Ours(); s.Key = s.Key;' }, ['unknown']],
    ['of itself, trimmed', 'key', { before: 'string key = key.Trim();' }, ['unknown']],
    ['of itself, unwrapped', 'key.Value', { before: 'string key = key.Value;' }, ['unknown']],
    ['that it passes on to itself', 'passed', { before: 'await Ask(passed); await Ask(passed);' }, ['unknown']],
    [
      'that it passes on to itself, and gets from others',
      'passed',
      {
        before: 'await Ask(passed); await Ask(passed);',
        more: 'class A(Client client, IConfiguration config) { void F() { client.Ask(config["a:Key"]); } }',
      },
      ['a:Key'],
    ],
  ])('%s', (_, argument, around, expected) => {
    expect(sources(argument, 'key', around)).toEqual(expected);
  });
});

describe('a member of settings', () => {
  const bound = 'var s = config.GetSection("a").Get<Ours>();';
  test.each<[string, string, Around, string]>([
    ['bound to a section', 's.Key', { before: bound }, 'a:Key'],
    ['set in code', 's.Key', { before: `${bound} s.Key = config["b:Key"];` }, 'b:Key'],
    [
      'set twice, the last time',
      's.Key',
      { before: `${bound} s.Key = config["b:Key"]; s.Key = config["c:Key"];` },
      'c:Key',
    ],
    ['set beside others', 's.Key', { before: `${bound} s.Other = config["b:Key"];` }, 'a:Key'],
    ['made and set', 's.Key', { before: 'var s = new Ours { Key = config["b:Key"], Other = "x" };' }, 'b:Key'],
    ['made and not set', 's.Key', { before: 'var s = new Ours { Other = config["b:Key"] };' }, 'unknown'],
    ['of options', 'options.Value.Key', {}, 'Ours null Key'],
    ['of options, through a local', 's.Key', { before: 'var s = options.Value;' }, 'Ours null Key'],
    [
      'of options that are configured',
      'options.Value.Key',
      { more: 'class S { void F(IConfiguration config) { services.Configure<Ours>(config.GetSection("a")); } }' },
      'a:Key',
    ],
    ['of options that hand out others', 'options.Value.Other.Key', {}, 'unknown'],
    ['of what nothing is known of', 'other.Key', {}, 'unknown'],
    ['of options in parentheses', '(options).Value.Key', {}, 'Ours null Key'],
    ['of options that are there for sure', 'options!.Value!.Key', {}, 'Ours null Key'],
    [
      'of options that change',
      'o.CurrentValue.Key',
      { before: 'var o = sp.GetService<IOptionsMonitor<Ours>>();' },
      'Ours null Key',
    ],
    [
      'of options of a request',
      'o.Value.Key',
      { before: 'var o = sp.GetRequiredService<IOptionsSnapshot<Ours>>();' },
      'Ours null Key',
    ],
    [
      'of options of a name',
      'o.Get("x").Key',
      { before: 'var o = sp.GetRequiredService<IOptionsMonitor<Ours>>();' },
      'Ours x Key',
    ],
    [
      'of options of a computed name',
      'o.Get(name).Key',
      { before: 'var o = sp.GetRequiredService<IOptionsMonitor<Ours>>();' },
      'unknown',
    ],
    [
      'of options by their full name',
      'o.Value.Key',
      { before: 'var o = sp.GetService<Microsoft.Extensions.Options.IOptions<N.Ours>>();' },
      'Ours null Key',
    ],
    ['of options without a type', 'o.Value.Key', { before: 'var o = sp.GetService<IOptions>();' }, 'unknown'],
    ['of what options find by a key', 'options.GetOther("x").Key', {}, 'unknown'],
    ['of something like options', 'o.Value.Key', { before: 'var o = sp.GetService<IOptionsOf<Ours>>();' }, 'unknown'],
    ['of an own kind of options', 'o.Value.Key', { before: 'var o = sp.GetService<OurIOptions<Ours>>();' }, 'unknown'],
    ['of a value that is no option’s', 'settings.Value.Key', {}, 'unknown'],
    ['of options themselves', 'options.Key', {}, 'unknown'],
    ['of another part of options', 'options.OldValue.Key', {}, 'unknown'],
    ['of what stands behind a value', 'options.Valued.Key', {}, 'unknown'],
    ['of settings that it is given', 'settings.Key', {}, 'Settings null Key'],
    ['of settings that has the name of an option’s', 'settings.Value', {}, 'Settings null Value'],
    ['of settings that are resolved', 'sp.GetRequiredService<Ours>().Key', {}, 'Ours null Key'],
    ['of settings that may not be there', 'sp.GetService<Ours>()!.Key', {}, 'Ours null Key'],
    ['of several services', 'sp.GetServices<Ours>().Key', {}, 'unknown'],
    ['of a service by its type', 'sp.GetService(typeof(Ours)).Key', {}, 'unknown'],
    ['of what a function of that name gives', 'GetService<Ours>().Key', {}, 'unknown'],
    ['of a section, at once', 'config.GetSection("a").Get<Ours>().Key', {}, 'a:Key'],
    ['of a field', '_options.Value.Key', { members: 'readonly IOptions<Ours> _options = options;' }, 'Ours null Key'],
    ['of a field of this', 'this._ours.Key', { members: 'readonly Ours _ours = options.Value;' }, 'Ours null Key'],
    ['of a field of another', 'other._ours.Key', { members: 'readonly Ours _ours = options.Value;' }, 'unknown'],
    [
      'of a section in a local',
      's.Key',
      { before: 'var all = config.GetSection("a").Get<Ours>(); var s = all;' },
      'a:Key',
    ],
    [
      'of a field that a section fills',
      '_s.Key',
      { members: 'readonly Ours _s = config.GetSection("a").Get<Ours>();' },
      'a:Key',
    ],
  ])('%s', (_, argument, around, expected) => {
    expect(sources(argument, 'key', around)).toEqual([expected]);
  });
});

test('options that callers pass on are theirs', () => {
  const around = {
    members: 'Task One(IOptions<Ours> o) { Use(o.Value.Key); }',
    more: 'class Caller(Client c, IOptions<A> a, IOptions<B> b) { void M() { c.One(a); c.One(b); } }',
  };
  expect(sources('', 'key', around)).toEqual(['A null Key', 'B null Key']);
});

test('settings that a function passes on to itself are those of its callers', () => {
  const around = {
    members: 'Task One(IOptions<Ours> o) { Use(o.Value.Key); One(o); One(o); One(o); }',
    more: 'class Caller(Client c, IOptions<A> a) { void M() { c.One(a); } }',
  };
  expect(sources('', 'key', around)).toEqual(['A null Key']);
});

test('settings that callers read and pass on are of their sections', () => {
  const read = (path: string) => `config.GetSection("${path}").Get<Ours>()`;
  const around = {
    members: 'Task One(Ours o) { Use(o.Key); }',
    more: `class Caller(Client c, IConfiguration config) { void M() { c.One(${read('a')}); c.One(${read('b')}); } }`,
  };
  expect(sources('', 'key', around)).toEqual(['a:Key', 'b:Key']);
});

describe('a secret of the vault', () => {
  test.each<[string, string, Around, string]>([
    ['read at once', 'await secrets.GetSecretAsync("the-key")', {}, 'secret the-key'],
    ['read and configured', 'await secrets.GetSecretAsync("the-key").ConfigureAwait(false)', {}, 'secret the-key'],
    ['read before', 'key', { before: 'string key = await secrets.GetSecretAsync("the-key");' }, 'secret the-key'],
    ['wrapped by the SDK', '(await secrets.GetSecretAsync("the-key")).Value', {}, 'secret the-key'],
    ['wrapped twice', '(await secrets.GetSecretAsync("the-key")).Value.Value', {}, 'secret the-key'],
    ['wrapped, in a local', 'key.Value', { before: 'var key = secrets.GetSecret("the-key");' }, 'secret the-key'],
    [
      'wrapped, in a field',
      '_key.Value',
      { members: 'readonly KeyVaultSecret _key = secrets.GetSecret("the-key");' },
      'secret the-key',
    ],
    [
      'wrapped, in a field of this',
      'this._key.Value',
      { members: 'readonly KeyVaultSecret _key = secrets.GetSecret("the-key");' },
      'secret the-key',
    ],
    [
      'wrapped, by a method',
      'Key().Value',
      { members: 'KeyVaultSecret Key() => secrets.GetSecret("the-key");' },
      'secret the-key',
    ],
    ['by a name nobody can tell', 'await secrets.GetSecretAsync(name)', {}, 'unknown'],
    ['wrapped and called something else', 'key.Name', { before: 'var key = secrets.GetSecret("the-key");' }, 'unknown'],
    ['a value that is no secret', 'key.Value', { before: 'var key = Other();' }, 'unknown'],
  ])('%s', (_, argument, around, expected) => {
    expect(sources(argument, 'key', around)).toEqual([expected]);
  });
});

test.each([
  ['"11111111-1111-4111-8111-111111111111"', 'id', 'written'],
  ['"11111111-1111-4111-8111-111111111111"', 'key', 'unknown'],
  ['""', 'id', 'unknown'],
  ['config["a:ClientId"]', 'id', 'a:ClientId'],
] as const)('%s as %s: %s', (argument, what, source) => {
  expect(sources(argument, what)).toEqual([source]);
});
