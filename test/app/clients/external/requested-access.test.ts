import { beforeAll, describe, expect, test } from 'vitest';
import type { EnvironmentVariable } from '../../../../src/app/settings/environment-variables.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { type Around, clientIn, settingsFor } from './facts.ts';

beforeAll(loadCSharp);

const register = (delegate: string) =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("A:M"), ${delegate});`;
const setting = (statements: string) => register(`d => { ${statements} }`);

const others = {
  'Scopes.cs':
    'namespace My.App; static class Scopes { public const string Read = "a"; public const string Both = "a b"; public static string Computed => Get(); }',
};

/** The scopes, as code will say them: an expression, or one literal each; or why they are unknown. */
function scopes(program: string, around: Around = {}): string | readonly string[] {
  const { scopes: read } = clientIn(program, { others, ...around }).access;
  if (read.kind === 'unknown') return `unknown (${read.because.code})`;
  return read.expression === null ? read.scopes : `${read.expression.text}: ${read.scopes.join(' ')}`;
}

describe('scopes that code asks for', () => {
  const scope = (value: string) => setting(`d.ClientSettings.Scope = ${value};`);
  test.each([
    ['a literal', '"a"', ['a']],
    ['several in one', '"a b"', ['a', 'b']],
    ['with other white space', '" a \\n\\tb  "', ['a', 'b']],
    ['verbatim, over lines', '@"a\n  b"', ['a', 'b']],
    ['raw', '"""a b"""', ['a', 'b']],
    ['added together', '"a" + " " + "b"', ['a', 'b']],
    ['with constants in it', '$"{Scopes.Read} b"', ['a', 'b']],
    ['joined', 'string.Join(" ", "a", "b")', ['a', 'b']],
    ['a constant', 'Scopes.Both', 'Scopes.Both: a b'],
    ['a constant by its full name', 'My.App.Scopes.Both', 'My.App.Scopes.Both: a b'],
  ])('%s', (_, value, expected) => {
    expect(scopes(scope(value))).toEqual(expected);
  });

  test('a local that is there where the client is registered', () => {
    expect(scopes(`const string mine = "a b"; ${scope('mine')}`)).toBe('mine: a b');
  });

  test('a local that comes after the registration is not there yet', () => {
    expect(scopes(`${scope('mine')} const string mine = "a b";`)).not.toBe('mine: a b');
  });

  test.each([
    ['of the function', `void F() { const string mine = "a b"; ${scope('mine')} } F();`, 'mine: a b'],
    ['of a block around', `if (x) { const string mine = "a b"; if (y) { ${scope('mine')} } }`, 'mine: a b'],
    ['of the class', `class K { const string Mine = "a b"; void F() { ${scope('Mine')} } }`, 'Mine: a b'],
    [
      'of the class, by its name',
      `class K { const string Mine = "a b"; void F() { ${scope('K.Mine')} } }`,
      'K.Mine: a b',
    ],
    [
      'of a method that the delegate is',
      `void Set(D d) { const string mine = "a b"; d.ClientSettings.Scope = mine; } ${register('Set')}`,
      'unclear',
    ],
    [
      'of a class that the method is of',
      `${register('K.Set')} class K { const string Mine = "a b"; public static void Set(D d) => d.ClientSettings.Scope = Mine; }`,
      ['a', 'b'],
    ],
  ])('a name %s', (_, program, expected) => {
    const { delegate } = clientIn(program);
    expect(delegate?.kind === 'unclear' ? 'unclear' : scopes(program)).toEqual(expected);
  });

  test('a local of the delegate itself is not', () => {
    expect(clientIn(setting('const string mine = "a"; d.ClientSettings.Scope = mine;')).delegate?.kind).toBe('unclear');
  });

  test('a name that means something where the delegate is written, and not where the client is registered', () => {
    const own =
      'static class Own { const string Mine = "a b"; public static void Set(D d) { d.ClientSettings.Scope = Mine; } }';
    expect(scopes(register('Own.Set'), { others: { 'Own.cs': own } })).toEqual(['a', 'b']);
  });

  test.each([
    ['what the app reads', 'config["x"]'],
    ['a property', 'Scopes.Computed'],
    ['a local that is given another', 'changing'],
    ['what nothing declares', 'Elsewhere.Scopes'],
    ['a choice', 'env.IsProduction() ? "a" : "b"'],
  ])('unknown: %s', (_, value) => {
    expect(scopes(`var changing = "a"; changing = "b"; ${scope(value)}`)).toBe('unknown (computed)');
  });

  test('unknown: over lines, told on one', () => {
    const { scopes: read } = clientIn(scope('Read(\n    "x")')).access;
    expect(read).toMatchObject({ because: { code: 'computed', expression: 'Read( "x")' } });
  });

  test('unknown: a parameter that callers fill differently', () => {
    const helper = `void Add(string mine) { ${scope('mine')} } Add("a"); Add("b");`;
    expect(scopes(helper)).toBe('unknown (computed)');
  });
});

describe('scopes that the section asks for', () => {
  const without = register('d => { }');
  const asking = (scope: unknown) => ({ A: { M: { Scope: scope } } });
  test.each([
    ['nested', asking('a b')],
    ['flattened', { 'A:M:Scope': 'a b' }],
    ['half flattened', { 'A:M': { Scope: 'a b' } }],
    ['in another casing', { a: { m: { SCOPE: 'a b' } } }],
  ])('%s', (_, content) => {
    expect(scopes(without, { settings: settingsFor({ all: content }) })).toEqual(['a', 'b']);
  });

  test.each([
    ['code that says nothing', 'd => { }', ['a']],
    ['code that sets null', 'd => d.ClientSettings.Scope = null', 'unknown (emptied)'],
    ['code that empties it', 'd => d.ClientSettings.Scope = ""', 'unknown (emptied)'],
    ['code that sets the default', 'd => d.ClientSettings.Scope = default', 'unknown (emptied)'],
    ['code that sets the default of a text', 'd => d.ClientSettings.Scope = default(string)', 'unknown (emptied)'],
    ['code that leaves a space', 'd => d.ClientSettings.Scope = " "', 'unknown (emptied)'],
    ['code that empties it by name', 'd => d.ClientSettings.Scope = string.Empty', 'unknown (emptied)'],
    ['code that says something', 'd => d.ClientSettings.Scope = "b"', ['b']],
  ])('and %s', (_, delegate, expected) => {
    expect(scopes(register(delegate), { settings: settingsFor({ all: asking('a') }) })).toEqual(expected);
  });

  test.each<[string, Record<string, unknown>, string | readonly string[]]>([
    ['the same in every file', { all: asking('a'), Production: asking('a') }, ['a']],
    ['the same with other white space', { all: asking('a b'), Production: asking(' a  b') }, ['a', 'b']],
    ['the same in another order', { all: asking('a b'), Production: asking('b a b') }, ['a', 'b']],
    ['in the files of both environments', { Staging: asking('a'), Production: asking('a') }, ['a']],
    ['another for local runs', { all: asking('a'), Development: asking('b') }, ['a']],
    ['for local runs only', { Development: asking('b') }, 'unknown (not-set)'],
    ['an environment in another casing', { all: asking('a'), development: asking('b') }, ['a']],
    ['an environment that says nothing', { all: asking('a'), Production: { Other: 1 } }, ['a']],
    ['different in one', { all: asking('a'), TT02: asking('b') }, 'unknown (differs-by-environment)'],
    [
      'the same in both environments, whatever the file for all says',
      { all: asking('b'), Staging: asking('a'), Production: asking('a') },
      ['a'],
    ],
    [
      'the same in both environments in another casing',
      { all: asking('b'), staging: asking('a'), PRODUCTION: asking('a') },
      ['a'],
    ],
    ['in the file of one environment and that for all', { all: asking('a'), Staging: asking('a') }, ['a']],
    [
      'different in the file of one environment',
      { all: asking('b'), Staging: asking('a') },
      'unknown (differs-by-environment)',
    ],
    ['the same in another order', { all: asking('a b'), Production: asking('b a') }, ['a', 'b']],
    ['in one only', { Production: asking('a') }, 'unknown (differs-by-environment)'],
    ['different in both', { Staging: asking('a'), Production: asking('b') }, 'unknown (differs-by-environment)'],
    ['emptied in one', { all: asking('a'), Production: asking('') }, 'unknown (differs-by-environment)'],
    ['empty', { all: asking('') }, 'unknown (not-set)'],
    ['null', { all: asking(null) }, 'unknown (not-set)'],
    ['of another section', { all: { A: { Scope: 'a' }, M: { Scope: 'b' } } }, 'unknown (not-set)'],
    ['nowhere', {}, 'unknown (not-set)'],
  ])('%s', (_, files, expected) => {
    expect(scopes(without, { settings: settingsFor(files) })).toEqual(expected);
  });

  test('or only a vault can tell', () => {
    expect(scopes(without, { vault: true })).toBe('unknown (only-in-vault)');
  });

  test('and which files differ', () => {
    const settings = settingsFor({ all: asking('a'), Production: asking('b'), Development: asking('c') });
    const { scopes: read } = clientIn(without, { settings }).access;
    expect(read).toEqual({
      kind: 'unknown',
      because: {
        code: 'differs-by-environment',
        section: 'A:M',
        files: ['appsettings.json', 'appsettings.Production.json'],
      },
    });
  });

  test('are not what counts where a delegate may say something else', () => {
    const settings = settingsFor({ all: { A: { M: { Scope: 'a', ExhangeToAltinnToken: true } } } });
    const { scopes: read, exchange } = clientIn(setting('if (x) d.ClientSettings.Scope = "b";'), { settings }).access;
    expect([read, exchange]).toMatchObject([
      { kind: 'unknown', because: { code: 'computed', expression: 'if (x) d.ClientSettings.Scope = "b";' } },
      { kind: 'unknown', because: { code: 'computed' } },
    ]);
  });

  test('of a section that is not known', () => {
    expect(scopes('services.AddMaskinportenHttpClient<D, C>(settings);')).toBe('unknown (section-unknown)');
  });
});

describe('what a deployment sets wins over settings files', () => {
  const deployment = (section: string, key: string): EnvironmentVariable => {
    const file = 'deployment/values.yaml';
    return { file, at: { file, start: 0, end: 1 }, section, key, where: 'values' };
  };
  function read(delegate: string, ...deployed: readonly EnvironmentVariable[]): readonly string[] {
    const settings = settingsFor({ all: { A: { M: { Scope: 'a', ExhangeToAltinnToken: true } } } });
    const { access } = clientIn(register(delegate), { settings, deployed });
    return [access.scopes, access.exchange].map((one) => {
      if (one.kind === 'known') return 'known';
      return one.because.code === 'set-in-deployment'
        ? `${one.because.section} in ${one.because.file}`
        : one.because.code;
    });
  }
  const set = 'A:M in deployment/values.yaml';

  test.each<[string, string, string, readonly string[]]>([
    ['the scopes', 'A:M', 'Scope', [set, 'known']],
    ['the scopes, in another casing', 'a:m', 'SCOPE', [set, 'known']],
    ['the exchange', 'A:M', 'ExhangeToAltinnToken', ['known', set]],
    ['another key', 'A:M', 'ClientId', ['known', 'known']],
    ['another section', 'A', 'Scope', ['known', 'known']],
  ])('%s', (_, section, key, expected) => {
    expect(read('d => { }', deployment('B', 'x'), deployment(section, key))).toEqual(expected);
  });

  test('but not over code', () => {
    const code = 'd => { d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = false; }';
    const both = ['Scope', 'ExhangeToAltinnToken'].map((key) => deployment('A:M', key));
    expect(read(code, ...both)).toEqual(['known', 'known']);
  });
});

describe('exchange', () => {
  /** The value and where it is from; or why it is unknown. */
  function exchange(delegate: string, files: Readonly<Record<string, unknown>> = {}, vault = false): string {
    const { exchange: read } = clientIn(register(delegate), { others, settings: settingsFor(files), vault }).access;
    return read.kind === 'known' ? `${read.value} (${read.from})` : `unknown (${read.because.code})`;
  }
  const set = (value: string) => `d => d.ClientSettings.ExhangeToAltinnToken = ${value}`;
  const asking = (value: unknown) => ({ A: { M: { ExhangeToAltinnToken: value } } });

  test.each([
    ['true', 'true (code)'],
    ['false', 'false (code)'],
    ['(true)', 'true (code)'],
    ['!false', 'true (code)'],
    ['null', 'false (code)'],
    ['!!true', 'true (code)'],
    ['!(false)', 'true (code)'],
    ['default', 'unknown (computed)'],
    ['-yes', 'unknown (computed)'],
    ['yes', 'true (code)'],
    ['!yes', 'false (code)'],
    ['through', 'true (code)'],
    ['later', 'unknown (computed)'],
    ['changing', 'unknown (computed)'],
    ['circle', 'unknown (computed)'],
    ['field', 'unknown (computed)'],
    ['Flags.On', 'true (code)'],
    ['My.Flags.On', 'true (code)'],
    ['Flags.Off', 'false (code)'],
    ['Flags.Also', 'true (code)'],
    ['Flags.Mutable', 'unknown (computed)'],
    ['Flags.Missing', 'unknown (computed)'],
    ['Elsewhere.On', 'unknown (computed)'],
    ['Twice.On', 'unknown (computed)'],
    ['!env.IsDevelopment()', 'unknown (computed)'],
    ['config.GetValue<bool>("x")', 'unknown (computed)'],
  ])('that code sets to %s', (value, expected) => {
    const flags = {
      'Flags.cs':
        'namespace My; static class Flags { public const bool On = true; public const bool Off = false; public const bool Also = Flags.On; public static bool Mutable = true; }',
      'Twice.cs':
        'namespace One { class Twice { public const bool On = true; } } namespace Two { class Twice { public const bool On = false; } }',
    };
    const locals =
      'var yes = true; var through = (yes); bool later; later = true; var changing = true; changing = false; bool circle = other; bool other = circle;';
    const { exchange: read } = clientIn(locals + register(set(value)), { others: flags }).access;
    expect(read.kind === 'known' ? `${read.value} (${read.from})` : `unknown (${read.because.code})`).toBe(expected);
  });

  test('that code computes over lines is told on one', () => {
    const { exchange: read } = clientIn(register(set('Read(\n  "x")'))).access;
    expect(read).toMatchObject({ because: { code: 'computed', expression: 'Read( "x")' } });
  });

  test('that a constant says', () => {
    const program = `const bool yes = true; ${register(set('yes'))}`;
    expect(clientIn(program).access.exchange).toEqual({ kind: 'known', value: true, from: 'code' });
    const declared = { 'Own.cs': 'static class Own { public const bool Exchange = true; }' };
    expect(clientIn(register(set('Own.Exchange')), { others: declared }).access.exchange).toMatchObject({
      value: true,
    });
    expect(clientIn(`bool yes = true; yes = false; ${register(set('yes'))}`).access.exchange.kind).toBe('unknown');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['true', { all: asking(true) }, 'true (settings)'],
    ['true in quotes', { all: asking('true') }, 'true (settings)'],
    ['true in another casing', { all: asking('True') }, 'true (settings)'],
    ['false', { all: asking(false) }, 'false (settings)'],
    ['false in quotes', { all: asking('False') }, 'false (settings)'],
    ['flattened', { all: { 'a:m:EXHANGETOALTINNTOKEN': true } }, 'true (settings)'],
    ['nothing', {}, 'false (unset)'],
    ['false in one environment and nothing in others', { Production: asking(false) }, 'false (unset)'],
    ['true for local runs', { Development: asking(true) }, 'false (unset)'],
    ['the same everywhere', { all: asking('true'), Production: asking(true) }, 'true (settings)'],
    ['true in one environment', { all: asking(false), Production: asking(true) }, 'unknown (differs-by-environment)'],
    ['true in one environment and nothing in others', { Production: asking(true) }, 'unknown (differs-by-environment)'],
  ])('that the section says: %s', (_, files, expected) => {
    expect(exchange('d => { }', files)).toBe(expected);
  });

  test('that the section says gives way to code', () => {
    expect(exchange(set('false'), { all: asking(true) })).toBe('false (code)');
    expect(exchange(set('true'), { all: asking(false) })).toBe('true (code)');
  });

  test('is not known where the section is not', () => {
    const { access } = clientIn('services.AddMaskinportenHttpClient<D, C>(settings);');
    expect(access.exchange).toEqual({ kind: 'unknown', because: { code: 'section-unknown' } });
  });
});

describe('what the built-in client has nothing for', () => {
  const unsupported = (program: string, files: Readonly<Record<string, unknown>> = {}) =>
    clientIn(program, { settings: settingsFor(files) }).access.unsupported.map(
      ({ name, at }) => `${name} in ${at.file}`,
    );

  test.each([
    'Resource',
    'ConsumerOrgNo',
    'EnterpriseUserName',
    'EnterpriseUserPassword',
    'TokenExchangeEnvironment',
    'Kid',
    'TokenEndpoint',
    'AssertionAudience',
    'TokenExchangeEndpoint',
  ])('%s, in code or in a settings file', (member) => {
    expect(unsupported(setting(`d.ClientSettings.${member} = "x";`))).toEqual([`${member} in Program.cs`]);
    expect(unsupported(setting(`d.ClientSettings.${member} = config["x"];`))).toEqual([`${member} in Program.cs`]);
    expect(unsupported(register('d => { }'), { all: { A: { M: { [member]: 'x' } } } })).toEqual([
      `${member} in appsettings.json`,
    ]);
    expect(unsupported(register('d => { }'), { all: { a: { m: { [member.toLowerCase()]: 'x' } } } })).toEqual([
      `${member} in appsettings.json`,
    ]);
  });

  test('UseAltinnTestOrg, where it is not false', () => {
    expect(unsupported(setting('d.ClientSettings.UseAltinnTestOrg = true;'))).toEqual([
      'UseAltinnTestOrg in Program.cs',
    ]);
    expect(unsupported(setting('d.ClientSettings.UseAltinnTestOrg = isTest;'))).toEqual([
      'UseAltinnTestOrg in Program.cs',
    ]);
    expect(unsupported(setting('d.ClientSettings.UseAltinnTestOrg = false;'))).toEqual([]);
    expect(unsupported(register('d => { }'), { all: { A: { M: { UseAltinnTestOrg: 'True' } } } })).toEqual([
      'UseAltinnTestOrg in appsettings.json',
    ]);
    expect(unsupported(register('d => { }'), { all: { A: { M: { UseAltinnTestOrg: false } } } })).toEqual([]);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['nothing', setting('d.ClientSettings.Scope = "a";'), {}],
    ['one of a section within it', register('d => { }'), { all: { A: { M: { Inner: { Resource: 'x' } } } } }],
    ['one whose name begins alike', register('d => { }'), { all: { A: { M: { ResourceId: 'x' } } } }],
    ['the default in code', setting('d.ClientSettings.Resource = default;'), {}],
    ['an empty one in code', setting('d.ClientSettings.Resource = "";'), {}],
    ['null in code', setting('d.ClientSettings.Resource = null;'), {}],
    ['an empty one in settings', register('d => { }'), { all: { A: { M: { Resource: ' ' } } } }],
    ['one for local runs', register('d => { }'), { Development: { A: { M: { Resource: 'x' } } } }],
    ['one of another section', register('d => { }'), { all: { M: { Resource: 'x' } } }],
    ['one that code empties', setting('d.ClientSettings.Resource = null;'), { all: { A: { M: { Resource: 'x' } } } }],
    [
      'what only says who and where',
      setting(
        'd.ClientSettings.Environment = "test"; d.ClientSettings.ClientId = "x"; d.ClientSettings.EnableDebugLogging = true;',
      ),
      {},
    ],
    ['a key that the package never had', register('d => { }'), { all: { A: { M: { EnableDebugLog: true } } } }],
  ])('is not %s', (_, program, files) => {
    expect(unsupported(program, files)).toEqual([]);
  });

  test('counts also where only some runs set it', () => {
    const program =
      'var s = new MaskinportenSettings(); config.GetSection("A").Bind(s); if (x) s.Resource = "r"; services.AddMaskinportenHttpClient<D, C>(s);';
    expect(unsupported(program)).toEqual(['Resource in Program.cs']);
  });

  test('is all of it, and in every file', () => {
    const files = { all: { A: { M: { Resource: 'x', Kid: 'y' } } }, Production: { A: { M: { Resource: 'z' } } } };
    expect(unsupported(setting('d.ClientSettings.ConsumerOrgNo = "1";'), files)).toEqual([
      'ConsumerOrgNo in Program.cs',
      'Resource in appsettings.json',
      'Kid in appsettings.json',
      'Resource in appsettings.Production.json',
    ]);
  });
});

describe('a header that is to be overwritten is said', () => {
  test.each<[string, string, Record<string, unknown>, string | null]>([
    ['in code', setting('d.ClientSettings.OverwriteAuthorizationHeader = true;'), {}, 'Program.cs'],
    [
      'in settings',
      register('d => { }'),
      { all: { A: { M: { OverwriteAuthorizationHeader: true } } } },
      'appsettings.json',
    ],
    [
      'in settings, by code that says nothing of it',
      setting('d.ClientSettings.Scope = "a";'),
      { all: { A: { M: { OverwriteAuthorizationHeader: 'true' } } } },
      'appsettings.json',
    ],
    [
      'for local runs only',
      register('d => { }'),
      { Development: { A: { M: { OverwriteAuthorizationHeader: true } } } },
      null,
    ],
    ['in another section', register('d => { }'), { all: { B: { M: { OverwriteAuthorizationHeader: true } } } }, null],
    ['not in settings', register('d => { }'), { all: { A: { M: { OverwriteAuthorizationHeader: false } } } }, null],
    ['nowhere', setting('d.ClientSettings.Scope = "a";'), {}, null],
  ])('%s', (_, program, files, expected) => {
    expect(clientIn(program, { settings: settingsFor(files) }).access.overwrite?.file ?? null).toBe(expected);
  });
});
