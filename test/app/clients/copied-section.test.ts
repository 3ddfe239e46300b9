import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { configurations } from './facts.ts';

beforeAll(loadCSharp);

/** The section that a delegate copies from and the keys it reads there, `all` where it binds. */
function copied(body: string, before = ''): string {
  const program = `${before} services.ConfigureMaskinportenClient(${body});`;
  const [only] = configurations(program);
  if (only?.settings.kind !== 'delegate') throw new Error(`no delegate in ${program}`);
  const { section, keys } = only.settings.copied;
  return `${section.kind === 'section' ? section.path : section.kind}: ${keys?.join(' ') ?? 'all'}`;
}

const read = 'var s = config.GetSection("A").Get<Settings>();';

describe('a delegate copies from', () => {
  test.each([
    [
      'settings that were read',
      'o => { o.ClientId = s.ClientId; o.JwkBase64 = s.EncodedJwk; }',
      read,
      'A: ClientId EncodedJwk',
    ],
    ['settings, by one expression', 'o => o.ClientId = s.ClientId', read, 'A: ClientId'],
    ['settings that may be null', 'o => { o.ClientId = s!.ClientId; }', read, 'A: ClientId'],
    ['settings if there are any', 'o => { o.ClientId = s?.ClientId ?? ""; }', read, 'A: ClientId'],
    ['settings in parentheses', 'o => { o.ClientId = (s!).ClientId; }', read, 'A: ClientId'],
    ['the text of a key, if there are any', 'o => { o.ClientId = s?.ClientId?.Trim(); }', read, 'A: ClientId'],
    ['what is added to a text', 'o => { o.ClientId = "a" + s?.ClientId; }', read, 'A: ClientId'],
    ['a key, twice', 'o => { o.ClientId = s.ClientId; o.Other = s.ClientId; }', read, 'A: ClientId'],
    ['the value that a key has', 'o => { o.Jwk = new JsonWebKey(s.Jwk.ToString()); }', read, 'A: Jwk'],
    ['the text of a key', 'o => { o.ClientId = s.ClientId.Trim(); }', read, 'A: ClientId'],
    ['what is called on settings, which is no key', 'o => { s.CopyTo(o); }', read, 'A: all'],
    ['the configuration', 'o => { o.ClientId = config["A:ClientId"]; }', '', 'A: ClientId'],
    ['deep in the configuration', 'o => { o.ClientId = config["A:B:ClientId"]; }', '', 'A:B: ClientId'],
    ['a value of the configuration', 'o => { o.ClientId = config.GetValue<string>("A:ClientId"); }', '', 'A: ClientId'],
    ['a section', 'o => { o.ClientId = config.GetSection("A")["ClientId"]; }', '', 'A: ClientId'],
    ['a section in a local', 'o => { o.ClientId = s["ClientId"]; }', 'var s = config.GetSection("A");', 'A: ClientId'],
    [
      'one section in two casings',
      'o => { o.ClientId = config["A:ClientId"]; o.Jwk = config["a:Jwk"]; }',
      '',
      'A: ClientId Jwk',
    ],
    [
      'settings and the configuration',
      'o => { o.ClientId = s.ClientId; o.Jwk = config["a:Jwk"]; }',
      read,
      'A: Jwk ClientId',
    ],
    [
      'two sections',
      'o => { o.ClientId = config["A:ClientId"]; o.Jwk = config["B:Jwk"]; }',
      '',
      'unknown: ClientId Jwk',
    ],
    [
      'settings and another section',
      'o => { o.ClientId = s.ClientId; o.Jwk = config["B:Jwk"]; }',
      read,
      'unknown: Jwk ClientId',
    ],
    ['a value at the root, which has no section', 'o => { o.ClientId = config["ClientId"]; }', '', 'unknown: all'],
    ['other settings than its own', 'o => { o.ClientId = o.Other; }', '', 'unknown: all'],
    ['what nobody knows', 'o => { o.ClientId = Vault.Id(); }', '', 'unknown: all'],
    ['what it reads itself', `o => { ${read} o.ClientId = s.ClientId; }`, '', 'A: ClientId'],
    ['what it makes of a key', `o => { ${read} var k = new Key(s.Jwk); o.Jwk = k.Text; }`, '', 'A: Jwk'],
    ['settings that it makes itself', 'o => { var s = new Settings(); o.ClientId = s.ClientId; }', '', 'unknown: all'],
    ['nothing', 'o => { }', read, 'unknown: all'],
  ])('%s', (_, delegate, before, expected) => {
    expect(copied(delegate, before)).toBe(expected);
  });
});

describe('a delegate binds', () => {
  test.each([
    ['a section', 'o => config.GetSection("A").Bind(o)', 'A: all'],
    ['a section and sets a key', 'o => { config.GetSection("A").Bind(o); o.ClientId = config["A:Id"]; }', 'A: all'],
    [
      'a section and sets a key of another',
      'o => { config.GetSection("A").Bind(o); o.ClientId = config["B:Id"]; }',
      'unknown: all',
    ],
    ['two sections', 'o => { config.GetSection("A").Bind(o); config.GetSection("B").Bind(o); }', 'unknown: all'],
    ['what nobody can tell', 'o => config.GetSection(name).Bind(o)', 'unknown: all'],
    ['the whole, which is no section', 'o => config.Bind(o)', 'unknown: all'],
    ['with something else of that name', 'o => { Bind(o); o.ClientId = config["A:Id"]; }', 'A: Id'],
    [
      'not by asking what is there',
      'o => { if (config.GetSection("B").Exists()) { o.ClientId = config["A:Id"]; } }',
      'A: Id',
    ],
  ])('%s', (_, delegate, expected) => {
    expect(copied(delegate)).toBe(expected);
  });
});

test('the locals that hold what is copied are known, with the statements that fill them', () => {
  const program =
    'var s = new Settings(); config.GetSection("A").Bind(s); var t = Other(); services.ConfigureMaskinportenClient(o => { o.ClientId = s.ClientId; });';
  const [only] = configurations(program);
  if (only?.settings.kind !== 'delegate') throw new Error('no delegate');
  const { names, filling, uses } = only.settings.copied;
  expect(names).toEqual(['s']);
  expect(filling.map(({ start, end }) => program.slice(start, end))).toEqual(['config.GetSection("A").Bind(s);']);
  expect(uses.length).toBe(1);
});

test('those that the delegate has itself go with it', () => {
  const program =
    'services.ConfigureMaskinportenClient(o => { var s = new Settings(); config.GetSection("A").Bind(s); o.ClientId = s.ClientId; });';
  const [only] = configurations(program);
  if (only?.settings.kind !== 'delegate') throw new Error('no delegate');
  const { section, names, filling, uses } = only.settings.copied;
  expect({ section, names, filling, uses }).toEqual({
    section: { kind: 'section', path: 'A' },
    names: [],
    filling: [],
    uses: [],
  });
});
