import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { type Around, clientIn, externalClients, settingsFor, textAt } from './facts.ts';

beforeAll(loadCSharp);

const register = 'services.AddMaskinportenHttpClient<D, C>(settings);';

/** Section, scopes and exchange of the client that is registered with a settings object. */
function asked(before: string, call = register, around: Around = {}): string {
  const { section, access } = clientIn(`${before} ${call}`, around);
  const { scopes, exchange } = access;
  const scope = scopes.kind === 'known' ? scopes.scopes.join(' ') : `unknown (${scopes.because.code})`;
  const exchanged = exchange.kind === 'known' ? exchange.value : `unknown (${exchange.because.code})`;
  return `${section ?? 'unknown'}: ${scope}, ${exchanged}`;
}

const made = 'var settings = new MaskinportenSettings();';
const bound = `${made} config.GetSection("A").Bind(settings);`;

describe('a settings object says where it is from and what code puts into it', () => {
  test.each([
    ['read', 'var settings = config.GetSection("A").Get<MaskinportenSettings>(); settings.Scope = "a";'],
    [
      'read or thrown for',
      'var settings = config.GetSection("A").Get<MaskinportenSettings>() ?? throw new Exception(); settings.Scope = "a";',
    ],
    ['bound', `${bound} settings.Scope = "a";`],
    ['bound by path', `${made} config.Bind("A", settings); settings.Scope = "a";`],
    ['bound by a constant path', `const string path = "A"; ${made} config.Bind(path, settings); settings.Scope = "a";`],
    ['bound below another section', `${made} config.GetSection("A").Bind(settings); settings.Scope = "a";`],
    [
      'declared by its type',
      'MaskinportenSettings settings = new(); config.GetSection("A").Bind(settings); settings.Scope = "a";',
    ],
    [
      'copied with changes',
      'var all = config.GetSection("A").Get<MaskinportenSettings>(); var settings = all with { Scope = "a" };',
    ],
    [
      'made key by key',
      'var settings = new MaskinportenSettings { ClientId = config["A:ClientId"], EncodedJwk = config["A:EncodedJwk"], Scope = "a" };',
    ],
    [
      'made key by key of a section',
      'var section = config.GetSection("A"); var settings = new MaskinportenSettings { ClientId = section["ClientId"], EncodedJwk = section.GetValue<string>("EncodedJwk"), Scope = "a" };',
    ],
    [
      'filled key by key',
      `${made} settings.ClientId = config["A:ClientId"]; settings.EncodedJwk = config["A:EncodedJwk"]; settings.Scope = "a";`,
    ],
    [
      'cast',
      'var settings = (MaskinportenSettings)config.GetSection("A").Get(typeof(MaskinportenSettings)); settings.Scope = "a";',
    ],
    [
      'as its type',
      'var settings = config.GetSection("A").Get(typeof(MaskinportenSettings)) as MaskinportenSettings; settings.Scope = "a";',
    ],
    ['said to be there', 'var settings = config.GetSection("A").Get<MaskinportenSettings>()!; settings.Scope = "a";'],
    ['in parentheses', 'var settings = (config.GetSection("A").Get<MaskinportenSettings>()); settings.Scope = "a";'],
    [
      'bound twice to the same',
      `${made} config.GetSection("a").Bind(settings); config.GetSection("A").Bind(settings); settings.Scope = "a";`,
    ],
    [
      'copied through locals',
      'var all = config.GetSection("A").Get<MaskinportenSettings>(); var same = all; var settings = same with { Scope = "b" }; settings.Scope = "a";',
    ],
    [
      'made key by key in another casing',
      'var settings = new MaskinportenSettings { ClientId = config["A:ClientId"], EncodedJwk = config["a:EncodedJwk"], Scope = "a" };',
    ],
    [
      'read, and one key of it set from its section',
      'var settings = config.GetSection("a").Get<MaskinportenSettings>(); settings.ClientId = config["A:ClientId"]; settings.Scope = "a";',
    ],
    [
      'made with a certificate',
      'var settings = new MaskinportenSettings { ClientId = config["A:ClientId"], EncodedX509 = config["A:EncodedX509"], Scope = "a" };',
    ],
    [
      'made with the key of the built-in client',
      'var settings = new OwnSettings { JwkBase64 = config["A:JwkBase64"], Scope = "a" };',
    ],
    [
      'made by a function',
      'MaskinportenSettings Make() { var made = config.GetSection("A").Get<MaskinportenSettings>(); made.Scope = "a"; return made; } var settings = Make();',
    ],
    [
      'made by a function of one expression',
      'MaskinportenSettings Make() => config.GetSection("A").Get<MaskinportenSettings>() with { Scope = "a" }; var settings = Make();',
    ],
  ])('%s', (_, before) => {
    expect(asked(before)).toBe('A: a, false');
  });

  test.each([
    [
      'in place',
      'services.AddMaskinportenHttpClient<D, C>(config.GetSection("A").Get<MaskinportenSettings>() with { Scope = "a b", ExhangeToAltinnToken = true });',
    ],
    [
      'with names',
      'services.AddMaskinportenHttpClient<D, C>(settings: new MaskinportenSettings { ClientId = config["A:ClientId"], EncodedJwk = config["A:EncodedJwk"], Scope = "a b", ExhangeToAltinnToken = true });',
    ],
  ])('%s', (_, call) => {
    expect(asked('', call)).toBe('A: a b, true');
  });

  test('the section that it is made of key by key may be a nested one', () => {
    const before =
      'var settings = new MaskinportenSettings { ClientId = config["A:M:ClientId"], EncodedJwk = config["A:M:EncodedJwk"], Scope = "a" };';
    expect(asked(before)).toBe('A:M: a, false');
  });

  test('what is set under a condition is told on one line', () => {
    const { scopes } = clientIn(`${bound} if (x) settings.Scope = Read(\n  "x"); ${register}`).access;
    expect(scopes).toMatchObject({
      because: {
        code: 'computed',
        expression: 'Read( "x")',
        because: { code: 'conditional', expression: 'Read( "x")' },
      },
    });
  });

  test('the last of several values counts, and the delegate’s before all', () => {
    expect(asked(`${bound} settings.Scope = "a"; settings.Scope = "b";`)).toBe('A: b, false');
    expect(
      asked(
        `${bound} settings.Scope = "a"; settings.ExhangeToAltinnToken = true;`,
        'services.AddMaskinportenHttpClient<D, C>(settings, d => d.ClientSettings.Scope = "c");',
      ),
    ).toBe('A: c, true');
  });
});

describe('what the object holds cannot be told', () => {
  test.each([
    ['when it is set under a condition', `${bound} if (x) settings.Scope = "a";`, 'A: unknown (computed), false'],
    [
      'when it is set in a block of a condition',
      `${bound} if (x) { settings.Scope = "a"; } else { settings.Scope = "b"; }`,
      'A: unknown (computed), false',
    ],
    [
      'when exchange is set under a condition',
      `${bound} settings.Scope = "a"; if (x) settings.ExhangeToAltinnToken = true;`,
      'A: a, unknown (computed)',
    ],
    [
      'when it is set in a loop',
      `${bound} foreach (var s in all) { settings.Scope = s; }`,
      'A: unknown (computed), false',
    ],
    ['when it is added to', `${bound} settings.Scope = "a"; settings.Scope += " b";`, 'A: unknown (computed), false'],
    [
      'when the section is bound on top of it',
      `${made} settings.Scope = "a"; config.GetSection("A").Bind(settings);`,
      'A: unknown (computed), false',
    ],
    [
      'when it is bound under a condition',
      `${made} if (x) config.GetSection("A").Bind(settings);`,
      'unknown: unknown (section-unknown), unknown (section-unknown)',
    ],
    [
      'when it is bound twice',
      `${bound} config.GetSection("B").Bind(settings);`,
      'unknown: unknown (section-unknown), unknown (section-unknown)',
    ],
    [
      'when its parts come from two sections',
      'var settings = new MaskinportenSettings { ClientId = config["A:ClientId"], EncodedJwk = config["B:EncodedJwk"] };',
      'unknown: unknown (section-unknown), false',
    ],
    [
      'when it is assigned anew',
      `${bound} settings = Other();`,
      'unknown: unknown (section-unknown), unknown (section-unknown)',
    ],
    [
      'when a function makes it',
      'var settings = GetSettings();',
      'unknown: unknown (section-unknown), unknown (section-unknown)',
    ],
    [
      'when another key of it is set from another section',
      `${bound} settings.ClientId = config["B:ClientId"];`,
      'unknown: unknown (not-set), false',
    ],
    [
      'when a key of it is set from who knows where',
      `${bound} settings.ClientId = Read();`,
      'unknown: unknown (not-set), false',
    ],
    [
      'when its only credentials are from who knows where',
      'var settings = new MaskinportenSettings { ClientId = Read(), EncodedJwk = Read() };',
      'unknown: unknown (section-unknown), false',
    ],
    [
      'when its credentials are of no section',
      'var settings = new MaskinportenSettings { ClientId = config["ClientId"], EncodedJwk = config["EncodedJwk"] };',
      'unknown: unknown (section-unknown), false',
    ],
    [
      'when it is set through another member',
      `${bound} settings.Scope = settings.Resource = "a";`,
      'A: unknown (computed), false',
    ],
    [
      'when it is set in a lambda',
      `${bound} settings.Scope = "a"; Later(() => { settings.Scope = "b"; });`,
      'A: unknown (computed), false',
    ],
    [
      'when it has no beginning',
      'MaskinportenSettings settings; settings = Make();',
      'unknown: unknown (section-unknown), unknown (section-unknown)',
    ],
    ['when nothing fills it', made, 'unknown: unknown (section-unknown), false'],
  ])('%s', (_, before, expected) => {
    expect(asked(before)).toBe(expected);
  });

  test('when a function of the app makes it in more ways than one', () => {
    const own =
      'MaskinportenSettings Make(bool x) { if (x) return config.GetSection("A").Get<MaskinportenSettings>(); return new(); }';
    expect(asked(`${own} var settings = Make(true);`)).toContain('unknown:');
  });

  test('in a field', () => {
    const own = `class Own { MaskinportenSettings settings = new(); void F() { ${register} } }`;
    const { section } = clientIn('', { others: { 'Own.cs': own } });
    expect(section).toBeNull();
  });
});

describe('of an object that code makes, nothing is set but what code sets', () => {
  const around = (): Around => ({
    settings: settingsFor({ all: { A: { Scope: 'old', ExhangeToAltinnToken: true, Resource: 'r' } } }),
  });
  const keys = 'ClientId = config["A:ClientId"], EncodedJwk = config["A:EncodedJwk"]';
  const filled = `${made} settings.ClientId = config["A:ClientId"]; settings.EncodedJwk = config["A:EncodedJwk"];`;
  const scoped = 'services.AddMaskinportenHttpClient<D, C>(settings, d => d.ClientSettings.Scope = "a");';
  test.each([
    ['made key by key', `var settings = new MaskinportenSettings { ${keys} };`],
    ['made without naming its type', `MaskinportenSettings settings = new() { ${keys} };`],
    ['filled key by key', filled],
    ['made by a function', `MaskinportenSettings Make() => new() { ${keys} }; var settings = Make();`],
    [
      'copied with changes',
      `var first = new MaskinportenSettings { ${keys} }; var settings = first with { Environment = "test" };`,
    ],
    ['read from', `${filled} var id = settings.ClientId;`],
  ])('%s', (_, before) => {
    expect(asked(before, scoped, around())).toBe('A: a, false');
    expect(clientIn(`${before} ${scoped}`, around()).access.unsupported).toEqual([]);
  });

  test('with its keys written out', () => {
    const literal = 'new MaskinportenSettings { ClientId = "x", EncodedJwk = Jwk(), Scope = "a" }';
    expect(asked('', `services.AddMaskinportenHttpClient<D, C>(${literal});`, around())).toBe('unknown: a, false');
  });

  test('but what it is bound to', () => {
    expect(asked(`${filled} config.GetSection("A").Bind(settings);`, scoped, around())).toBe('A: a, true');
  });

  test('but what is set under a condition', () => {
    expect(asked(`${filled} if (a) { settings.Resource = "r"; }`, scoped, around())).toBe('A: a, false');
  });

  test.each([
    ['code that it is handed on to', `${filled} Complete(settings);`],
    ['what is done to it under another name', `${filled} var same = settings; same.ExhangeToAltinnToken = true;`],
    ['an extension of the app’s own', `${filled} settings.Complete();`],
    ['what assigns two at once', `${filled} own.Exchange = settings.ExhangeToAltinnToken = true;`],
    ['a lambda', `${filled} Later(() => settings.ExhangeToAltinnToken = true);`],
    ['a function that it hands a member on to', `${filled} Complete(out settings.ExhangeToAltinnToken);`],
  ])('but %s may set more', (_, before) => {
    expect(asked(before, scoped, around())).toBe('A: a, unknown (section-unknown)');
  });

  test('but a class of the app’s own may set more', () => {
    const others = {
      'Own.cs': 'class Own : IMaskinportenSettings { public bool? ExhangeToAltinnToken { get; set; } = true; }',
    };
    const before = `var settings = new Own { ${keys} };`;
    expect(asked(before, scoped, { ...around(), others })).toBe('A: a, unknown (section-unknown)');
  });
});

describe('statements that only fill the object are known', () => {
  const filling = (program: string) => {
    const { filling: statements, fillingUses } = clientIn(program);
    return { statements: statements.map((at) => textAt(at, program)), uses: fillingUses.length };
  };
  test.each([
    [
      'binding and setting',
      `${bound} settings.Scope = "a"; ${register}`,
      ['config.GetSection("A").Bind(settings);', 'settings.Scope = "a";'],
      1,
    ],
    ['of nothing, for a section in a local', `var settings = config.GetSection("A"); ${register}`, [], 0],
    ['but not other calls', `${bound} Check(settings); ${register}`, ['config.GetSection("A").Bind(settings);'], 2],
    [
      'but not what is read from it',
      `${bound} var id = settings.ClientId; ${register}`,
      ['config.GetSection("A").Bind(settings);'],
      2,
    ],
    [
      'with a cast of what is bound, and by path',
      `${made} config.Bind("A", settings); settings.Scope = "a"; ${register}`,
      ['config.Bind("A", settings);', 'settings.Scope = "a";'],
      1,
    ],
    [
      'in the chain of locals that it comes from',
      `${bound} var own = settings with { Scope = "a" }; services.AddMaskinportenHttpClient<D, C>(own);`,
      ['config.GetSection("A").Bind(settings);'],
      2,
    ],
    [
      'but not what binds something else with it',
      `${bound} other.Bind(settings, copy); ${register}`,
      ['config.GetSection("A").Bind(settings);'],
      2,
    ],
    [
      'but not a function that is called so',
      `${bound} Bind(settings); ${register}`,
      ['config.GetSection("A").Bind(settings);'],
      2,
    ],
    [
      'but not where it is put into something else',
      `${bound} all.Settings = settings; ${register}`,
      ['config.GetSection("A").Bind(settings);'],
      2,
    ],
    [
      'but not what is set within it',
      `${bound} settings.Inner.Value = "x"; ${register}`,
      ['config.GetSection("A").Bind(settings);'],
      2,
    ],
    [
      'of nothing, for a section that must be there',
      `var settings = config.GetRequiredSection("A"); ${register}`,
      [],
      0,
    ],
    [
      'but not what may not run',
      `${bound} if (x) settings.Scope = "a"; ${register}`,
      ['config.GetSection("A").Bind(settings);'],
      2,
    ],
  ])('%s', (_, program, statements, uses) => {
    expect(filling(program)).toEqual({ statements, uses });
  });

  test('and that several registrations use it', () => {
    const program = `${bound} ${register} services.AddMaskinportenHttpClient<D, E>(settings);`;
    expect(externalClients(program).registrations.map(({ fillingUses }) => fillingUses.length)).toEqual([2, 2]);
  });
});
