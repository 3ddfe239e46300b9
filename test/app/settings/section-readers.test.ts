import { beforeAll, describe, expect, test } from 'vitest';
import { mayRead, sectionReadersIn } from '../../../src/app/settings/section-readers.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../startup/started.ts';

beforeAll(loadCSharp);

function readersIn(text: string) {
  const project = projectWith({ 'A.cs': text });
  const file = project.file('A.cs');
  if (file === null) throw new Error(text);
  return sectionReadersIn(file, project, []);
}

const section = 'skog:MaskinportenSettings';

describe('code may read skog:MaskinportenSettings', () => {
  test.each([
    ['by its path', 'F("skog:MaskinportenSettings");'],
    ['by the end of it', 'F("MaskinportenSettings");'],
    ['by a key of it', 'F("MaskinportenSettings:ClientId");'],
    ['behind a colon', 'F(org + ":MaskinportenSettings");'],
    ['behind a hole', 'F($"{org}:MaskinportenSettings");'],
    ['behind a slash', 'F("config/skog:MaskinportenSettings");'],
    ['behind other words', 'F("see skog:MaskinportenSettings");'],
    ['with the separator of variables', 'F("SKOG__MASKINPORTENSETTINGS__CLIENTID");'],
    ['with the separator of secrets', 'F("skog--MaskinportenSettings--ClientId");'],
    ['after another that is not it', 'F("tre:MaskinportenSettings, skog:MaskinportenSettings");'],
    ['by the name of a property', 'class Skog { A MaskinportenSettings { get; set; } }'],
    ['by the name of a part of a record', 'record Skog(A MaskinportenSettings);'],
    ['by the name of a type', 'F(typeof(A.MaskinportenSettings).Name);'],
    ['by the name of a type of another assembly', 'F(typeof(global::A.MaskinportenSettings).Name);'],
    ['by a name', 'F(nameof(MaskinportenSettings));'],
    ['by a name with a sign', 'F(nameof( X.@MaskinportenSettings ));'],
    ['by what it stands in', 'config.GetSection("skog");'],
    ['by what it stands in, in another casing', 'config.GetRequiredSection("SKOG");'],
    ['by what it stands in, bound by its name', 'config.Bind("skog", all);'],
    ['by options', 'services.AddOptions<A>().BindConfiguration("skog");'],
    ['by a named argument', 'config.GetSection(key: "skog");'],
    ['by options with a named argument', 'x.BindConfiguration(configureBinder: b => { }, configSectionPath: "skog");'],
    ['by a constant', 'class A { const string S = "skog"; object F => config.GetSection(S); }'],
    ['by parts', 'config.GetSection("sk" + "og");'],
  ])('%s', (_, text) => {
    expect(mayRead(readersIn(text), section)).toBe(true);
  });

  test.each([
    ['by another path', 'F("tre:MaskinportenSettings");'],
    ['by a longer path', 'F("bjerk:MaskinportenSettings:ClientId");'],
    ['by a path that ends alike', 'F("furuskog:MaskinportenSettings");'],
    ['by a word that begins alike', 'F("MaskinportenSettingsInternal");'],
    ['by a word that ends alike', 'F("MyMaskinportenSettings");'],
    ['by a word with a dash', 'F("MaskinportenSettings-Two", "Two-MaskinportenSettings");'],
    ['by its type', 'new MaskinportenSettings();'],
    ['by a parameter', 'void F(A MaskinportenSettings) { }'],
    ['by a method', 'class A { void MaskinportenSettings() { } }'],
    ['by a part of a class', 'class A(B MaskinportenSettings);'],
    ['by a comment', '// "skog:MaskinportenSettings"'],
    ['by its outer section alone', 'F("skog");'],
    ['by another section', 'config.GetSection("skogen");'],
    ['by a text that is bound', 'all.Bind("skog");'],
    ['by what only begins alike', 'config.GetSection("sko");'],
  ])('but not %s', (_, text) => {
    expect(mayRead(readersIn(text), section)).toBe(false);
  });
});

test.each([
  ['a:b:c', 'config.GetSection("b");', true],
  ['a:b:c', 'config.GetSection("a:b");', true],
  ['a:b:c', 'config.GetSection("A:B:C");', true],
  ['a:b:c', 'config.GetSection("a:c");', false],
  ['a:b:c', 'F("b:c");', true],
  ['a:b:c', 'F("x:b:c");', false],
  ['a:b:c', 'F("a:x:c");', false],
  ['a:b:c', 'F("a:b:c");', true],
])('%s may be read by %s: %s', (path, text, expected) => {
  expect(mayRead(readersIn(text), path)).toBe(expected);
});

describe('a section is computed', () => {
  test.each([
    ['by a call', 'config.GetSection(Navn());', ['GetSection']],
    ['that must be there', 'config.GetRequiredSection(Navn());', ['GetRequiredSection']],
    ['for options', 'x.BindConfiguration(Navn());', ['BindConfiguration']],
    ['by a named argument', 'config.GetSection(key: Navn());', ['GetSection']],
    ['but not where it is told', 'config.GetSection("a");', []],
    ['but not where something else is bound', 'socket.Bind(end, port); config.Bind(all);', []],
    ['but not by a method without one', 'config.GetSection();', []],
    ['but not by another method', 'config.GetSections(Navn());', []],
    ['but not by an argument of another name', 'x.BindConfiguration(other: Navn());', []],
  ])('%s', (_, text, expected) => {
    expect(readersIn(text).computed.map(({ file, start, end }) => `${file} ${text.slice(start, end)}`)).toEqual(
      expected.map((name) => `A.cs ${name}`),
    );
  });
});
