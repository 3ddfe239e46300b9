import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/files/edits.ts';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import { editSettingsFile } from '../../src/migrate/edit-settings-file.ts';
import type { SettingsChange } from '../../src/rules/finding.ts';
import type { JsonNode, JsonProperty } from '../../src/syntax/json/document.ts';
import { parseJson } from '../../src/syntax/json/parse.ts';
import { jsonText, meaning } from '../syntax/json/documents.ts';

const file = 'App/appsettings.json';

/** What becomes of the file when keys go, given as they are written, or get another name (`old > new`). */
function edited(text: string, ...wishes: readonly string[]) {
  const changes = wishes.map((wish): SettingsChange => {
    const [key = '', to] = wish.split(' > ');
    const start = text.indexOf(JSON.stringify(key));
    const at = { file, start, end: start + JSON.stringify(key).length };
    return to === undefined ? { kind: 'remove-setting', at } : { kind: 'rename-setting', at, to };
  });
  return editedBy(text, changes);
}

function editedBy(text: string, changes: readonly SettingsChange[]) {
  const workspace = openWorkspace({ root: '.', files: [] }).withTexts(new Map([[file, text]]));
  const outcomes = editSettingsFile({ workspace }, file, changes);
  const refused = outcomes.find(({ kind }) => kind === 'refused');
  if (refused?.kind === 'refused') return refused.reason;
  return applyEdits(
    text,
    outcomes.flatMap((outcome) => (outcome.kind === 'edits' ? outcome.edits : [])),
  );
}

const settings = (...lines: readonly string[]) =>
  `{\n  "A": 1,\n  "MaskinportenSettings": {\n${lines.map((line) => `    ${line}\n`).join('')}  },\n  "B": 2\n}\n`;
const without = '{\n  "A": 1,\n  "B": 2\n}\n';

describe('settings go', () => {
  test.each<[string, string, readonly string[], string]>([
    [
      'together, the others stay',
      settings('"Authority": "x",', '"ClientId": "x",', '"JwkBase64": "x"'),
      ['ClientId', 'JwkBase64'],
      settings('"Authority": "x"'),
    ],
    [
      'around one that stays',
      settings('"ClientId": "x",', '"Authority": "x",', '"JwkBase64": "x"'),
      ['ClientId', 'JwkBase64'],
      settings('"Authority": "x"'),
    ],
    [
      'with the section that they were all of',
      settings('"ClientId": "x",', '"Jwk": { "d": "x" }'),
      ['ClientId', 'Jwk'],
      without,
    ],
    ['with a comment on their lines', settings('"ClientId": "x" // old'), ['ClientId'], without],
    [
      'but not with a comment in the section',
      settings('// from the portal', '"ClientId": "x"'),
      ['ClientId'],
      settings('// from the portal'),
    ],
    ['as a whole section, whatever is in it', settings('// x', '"ClientId": "x"'), ['MaskinportenSettings'], without],
    [
      'a section and keys in it at once',
      settings('"Authority": "x",', '"ClientId": "x"'),
      ['MaskinportenSettings', 'ClientId'],
      without,
    ],
    [
      'flattened',
      '{\r\n\t"A": 1,\r\n\t"MaskinportenSettings:ClientId": "x",\r\n\t"maskinportensettings:JWKBASE64": "x",\r\n}',
      ['MaskinportenSettings:ClientId', 'maskinportensettings:JWKBASE64'],
      '{\r\n\t"A": 1,\r\n}',
    ],
    [
      'with each section above that they were all of',
      '{ "a": { "MaskinportenSettings": { "ClientId": "x" } }, "b": 1 }',
      ['ClientId'],
      '{ "b": 1 }',
    ],
    [
      'on one line',
      '{ "M": { "Authority": "x", "ClientId": "x", "Jwk": {} } }',
      ['ClientId', 'Jwk'],
      '{ "M": { "Authority": "x" } }',
    ],
    ['minified', '{"M":{"ClientId":"x","Authority":"x"},"B":1}', ['ClientId'], '{"M":{"Authority":"x"},"B":1}'],
    ['all of a file', '{\n  "M": { "ClientId": "x" }\n}', ['ClientId'], '{\n}'],
    [
      'without a line end at the end',
      '{\n  "A": 1,\n  "M": {\n    "ClientId": "x"\n  }\n}',
      ['ClientId'],
      '{\n  "A": 1\n}',
    ],
  ])('%s', (_, before, keys, after) => {
    expect(edited(before, ...keys)).toBe(after);
    const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');
    expect(edited(crlf(before), ...keys)).toBe(crlf(after));
  });

  test('a text that looks like syntax is none', () => {
    const before = '{\n  "Url": "http://*:5005", // "ClientId": 1,\n  "M": { "Authority": "a,}", "ClientId": "{" }\n}';
    const start = before.lastIndexOf('"ClientId"');
    const at = { file, start, end: start + '"ClientId"'.length };
    expect(editedBy(before, [{ kind: 'remove-setting', at }])).toBe(
      '{\n  "Url": "http://*:5005", // "ClientId": 1,\n  "M": { "Authority": "a,}" }\n}',
    );
  });

  test('not where a key is set twice, for nobody can tell which is meant', () => {
    expect(edited('{ "M": { "ClientId": "x" }, "m:clientid": "y" }', 'ClientId')).toEqual({ code: 'key-twice', file });
  });

  test('not where there is no such key', () => {
    expect(edited('{ "M": 1 }', 'ClientId')).toEqual({ code: 'refused', refusal: 'not-found' });
  });
});

describe('a setting gets another name', () => {
  test.each([
    [
      'a section',
      settings('"ClientId": ""'),
      settings('"ClientId": ""').replace('"MaskinportenSettings"', '"app:MaskinportenSettings"'),
    ],
    ['one of another casing', '{ "maskinportensettings" : 1 }', '{ "app:MaskinportenSettings" : 1 }'],
  ])('%s', (_, before, after) => {
    const key = /"(maskinportensettings)"/i.exec(before)?.[1];
    expect(edited(before, `${key} > app:MaskinportenSettings`)).toBe(after);
  });

  test('while others go', () => {
    expect(edited('{ "M": { "ClientId": "x", "B": 1 } }', 'M > a:M', 'ClientId')).toBe('{ "a:M": { "B": 1 } }');
  });

  test('not one that is taken', () => {
    expect(edited('{ "M": 1, "a:M": 2 }', 'M > A:M')).toEqual({ code: 'key-taken', file });
  });
});

test('in any document the same values are left but for those that go, and the text around them as it was', () => {
  fc.assert(
    fc.property(jsonText, fc.nat(), (text, which) => {
      const parsed = parseJson(text);
      if (parsed.kind === 'error' || parsed.document.duplicates.length > 0) return;
      const { root } = parsed.document;
      const all = propertiesIn(root);
      const going = new Set(all.filter((_, index) => ((which + 1) >> (index % 20)) % 2 === 1));
      const after = editedBy(
        text,
        [...going].map(({ keyRange }) => ({ kind: 'remove-setting', at: { file, ...keyRange } })),
      );
      if (typeof after !== 'string') throw new Error(after.code);
      const read = parseJson(after);
      if (read.kind === 'error') throw new Error(`${read.error.code} in ${after}`);
      expect(left(read.document.root, new Set())).toEqual(left(root, going));
      expect(isPartOf(after, text)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

/** What a document says besides what goes; sections with nothing in them say nothing. */
function left(node: JsonNode, going: ReadonlySet<JsonProperty>): unknown {
  if (node.kind === 'array') return node.items.map((item) => left(item, going));
  if (node.kind !== 'object') return meaning(node);
  const properties = node.properties
    .filter((property) => !going.has(property))
    .map(({ key, value }) => [key, left(value, going)] as const)
    .filter(([, value]) => JSON.stringify(value) !== '{"object":[]}');
  return { object: properties };
}

/** Whether it is the text with some of it taken out, and nothing added. */
function isPartOf(after: string, text: string): boolean {
  let at = 0;
  for (const letter of after) {
    at = text.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

function propertiesIn(node: JsonNode): readonly JsonProperty[] {
  if (node.kind === 'array') return node.items.flatMap(propertiesIn);
  if (node.kind !== 'object') return [];
  return node.properties.flatMap((property) => [property, ...propertiesIn(property.value)]);
}
