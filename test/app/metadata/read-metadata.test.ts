import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../../src/app/metadata/read-metadata.ts';
import { workspaceOf } from '../workspace-of.ts';

const app = { path: '.', projectFolder: 'App', projects: [], neighbours: [] };
const read = (text: string | Uint8Array, file = 'App/config/applicationmetadata.json') =>
  readMetadata(workspaceOf({ [file]: text }), app);

describe('who an app is', () => {
  test('stands in its metadata', () => {
    const text = '{ "id": "ttd/mitt-skjema", "org": "ttd" }';
    expect(read(text)).toEqual({
      kind: 'known',
      file: 'App/config/applicationmetadata.json',
      id: 'ttd/mitt-skjema',
      org: 'ttd',
      app: 'mitt-skjema',
      at: { file: 'App/config/applicationmetadata.json', start: 8, end: 25 },
      otherOrg: null,
      autoDeletesOnProcessEnd: false,
      sendsEFormidling: false,
    });
  });

  test('and so does what it sends and deletes', () => {
    const end = { autoDeletesOnProcessEnd: true, sendsEFormidling: true };
    expect(read('{ "id": "ttd/a", "autoDeleteOnProcessEnd": true, "eFormidling": { "process": "x" } }')).toMatchObject(
      end,
    );
    const neither = { autoDeletesOnProcessEnd: false, sendsEFormidling: false };
    expect(read('{ "id": "ttd/a", "autoDeleteOnProcessEnd": false, "eFormidling": null }')).toMatchObject(neither);
    expect(read('{ "id": "ttd/a", "autoDeleteOnProcessEnd": "true", "eFormidling": [] }')).toMatchObject(neither);
    expect(read('{ "id": "ttd/a", "AutoDeleteOnProcessEnd": true, "EFormidling": {} }')).toMatchObject(end);
  });

  test.each([
    ['with a byte-order mark', '\uFEFF{ "id": "ttd/skjema" }'],
    ['with comments and trailing commas', '// app\n{ "id": "ttd/skjema", /* x */ "org": "ttd", }'],
    ['with other casing', '{ "Id": "ttd/skjema", "Org": "TTD" }'],
    ['with white space around it', '{ "id": " ttd/skjema\\n", "org": " ttd " }'],
    ['with an org that is no text', '{ "id": "ttd/skjema", "org": 5 }'],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ kind: 'known', id: 'ttd/skjema', otherOrg: null });
  });

  test('is read from a folder with other casing', () => {
    expect(read('{ "id": "ttd/skjema" }', 'App/Config/ApplicationMetadata.json')).toMatchObject({ id: 'ttd/skjema' });
  });

  test('is noted when the org is another one', () => {
    const text = '{ "id": "ttd/skjema", "org": "digdir" }';
    const at = { start: text.indexOf('"digdir"'), end: text.indexOf('"digdir"') + 8 };
    expect(read(text)).toMatchObject({ id: 'ttd/skjema', org: 'ttd', otherOrg: { org: 'digdir', at } });
  });

  test.each<[string, string | Uint8Array, object]>([
    ['is malformed', '{ "id": "ttd/skjema"', { code: 'malformed' }],
    ['is empty', '', { code: 'malformed', error: 'empty' }],
    ['is no object', '[]', { code: 'malformed', error: 'no-object' }],
    ['has no id', '{ "org": "ttd" }', { code: 'no-id' }],
    ['has an id that is no text', '{ "id": 5 }', { code: 'no-id' }],
    ['has an id without an org', '{ "id": "skjema" }', { code: 'invalid-id', id: 'skjema' }],
    ['has an id with an empty org', '{ "id": "/skjema" }', { code: 'invalid-id' }],
    ['has an id with an empty name', '{ "id": "ttd/" }', { code: 'invalid-id' }],
    ['has an id of three parts', '{ "id": "ttd/a/b" }', { code: 'invalid-id' }],
    ['has an id of several words', '{ "id": "ttd/et skjema" }', { code: 'invalid-id' }],
    ['has an org of several words', '{ "id": "t td/skjema" }', { code: 'invalid-id' }],
    ['has an empty id', '{ "id": "" }', { code: 'invalid-id', id: '' }],
    ['is binary', new Uint8Array([0, 1, 2, 0, 0]), { code: 'unreadable' }],
  ])('is unknown when the file %s', (_, text, reason) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', reason });
  });

  test.each<[string, number, number]>([
    ['{ "id": ', 8, 8],
    [' []', 1, 3],
    [' { "org": "ttd" }', 1, 17],
    ['{ "id": "skjema" }', 8, 16],
  ])('is unknown at a place: %j', (text, start, end) => {
    expect(read(text)).toMatchObject({ at: { file: 'App/config/applicationmetadata.json', start, end } });
  });

  test('is unknown without the file', () => {
    expect(read('', 'README.md')).toMatchObject({ kind: 'unknown', reason: { code: 'missing' }, at: null });
  });
});
