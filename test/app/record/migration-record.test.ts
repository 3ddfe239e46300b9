import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import {
  type MigrationRecord,
  type ReadRecord,
  readMigrationRecord,
} from '../../../src/app/record/migration-record.ts';
import { joinClients, recordText } from '../../../src/app/record/record-text.ts';
import { openWorkspace } from '../../../src/files/open-workspace.ts';
import { temporaryFolder, writeFiles } from '../../files/repo.ts';

const client = {
  id: '5f0e1a2b',
  section: 'mine:MaskinportenSettings',
  decision: 'studio',
  scopes: ['a', 'b'],
  exchange: null,
  clientIdHashes: ['0'.repeat(64)],
  secrets: ['mine--MaskinportenSettings--ClientId'],
  files: ['App/Program.cs'],
} as const;
const whole = { schemaVersion: 1, clients: [client, { ...client, id: '7', section: null, exchange: true }] };

function read(text: string, path = '.'): ReadRecord {
  const root = temporaryFolder();
  const file = join(path, 'maskinflytt.migration.json');
  writeFiles(root, { [file]: text });
  return readMigrationRecord(openWorkspace({ root, files: [] }), path);
}

describe('a record is read', () => {
  test('from the folder of the app, also where git ignores it', () => {
    const { clients } = whole;
    expect(read(JSON.stringify(whole))).toEqual({
      kind: 'record',
      record: { file: 'maskinflytt.migration.json', clients },
    });
    expect(read(JSON.stringify(whole), 'apps/one')).toMatchObject({
      record: { file: 'apps/one/maskinflytt.migration.json' },
    });
  });

  test('as it was written', () => {
    const result = read(recordText(whole));
    expect(result.kind === 'record' && result.record.clients).toEqual(whole.clients);
  });

  test('with a schema that an editor has added', () => {
    expect(read(JSON.stringify({ $schema: 'x', ...whole })).kind).toBe('record');
  });

  test('as none where there is none', () => {
    expect(readMigrationRecord(openWorkspace({ root: temporaryFolder(), files: [] }), '.')).toEqual({ kind: 'none' });
  });
});

describe('nothing of it counts', () => {
  const unusable = (reason: 'other-record' | 'newer-record' | null) => ({
    kind: 'unusable',
    file: 'maskinflytt.migration.json',
    reason: reason && { code: reason },
  });

  test('when a later version of the tool has written it', () => {
    expect(read('{ "schemaVersion": 2, "customers": {} }')).toEqual(unusable('newer-record'));
  });

  test.each(['{ "schemaVersion": 1', '<<<<<<< HEAD\n{}\n', ''])('when it is no JSON: %s', (text) => {
    expect(read(text)).toEqual(unusable(null));
  });

  test('when it is a link, which a patch cannot change', () => {
    const root = temporaryFolder();
    writeFiles(root, { 'other.json': JSON.stringify(whole) });
    symlinkSync('other.json', join(root, 'maskinflytt.migration.json'));
    expect(readMigrationRecord(openWorkspace({ root, files: [] }), '.')).toEqual(unusable(null));
  });

  test('when it does not keep to the format, in whatever place', () => {
    expect(spoiled().map((text) => read(text))).toEqual(spoiled().map(() => unusable('other-record')));
    expect(spoiled().length).toBeGreaterThan(40);
  });
});

describe('the published schema', () => {
  const file = new URL('../../../schemas/migration.schema.json', import.meta.url);
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(file, 'utf8')));

  test('takes what is written', () => {
    expect(validate(JSON.parse(recordText(whole)))).toBe(true);
    expect(validate(JSON.parse(recordText({ clients: [] })))).toBe(true);
  });

  test('refuses what the reader refuses', () => {
    expect(spoiled().filter((text) => validate(JSON.parse(text)))).toEqual([]);
    expect(validate({ ...whole, schemaVersion: 2 })).toBe(false);
  });
});

/** Each with one field missing, too many, or of another kind. */
function spoiled(): readonly string[] {
  const others = ['x', 7, null, true, [], {}, ['x', 7], [[]]];
  const fits = (key: string, value: unknown) => {
    const { [key]: known } = { ...client } as Readonly<Record<string, unknown>>;
    if (key === 'section') return value === null || typeof value === 'string';
    if (key === 'exchange') return value === null || typeof value === 'boolean';
    if (key === 'id') return typeof value === 'string';
    return key !== 'decision' && Array.isArray(known) && Array.isArray(value) && value.length === 0;
  };
  const clients = Object.keys(client).flatMap((key) => [
    Object.fromEntries(Object.entries(client).filter(([other]) => other !== key)),
    ...others.filter((value) => !fits(key, value)).map((value) => ({ ...client, [key]: value })),
  ]);
  const records = [
    ...[...clients, { ...client, surplus: 1 }, null, 'x', []].map((one) => ({ ...whole, clients: [client, one] })),
    ...[{}, 'x', null].map((value) => ({ ...whole, clients: value })),
    { schemaVersion: 1 },
    { clients: [] },
    { ...whole, schemaVersion: '1' },
    { ...whole, schemaVersion: 0 },
    { ...whole, surplus: 1 },
    [],
    null,
    1,
  ];
  return records.map((one) => JSON.stringify(one));
}

describe('the text of a record', () => {
  const record = (...clients: MigrationRecord['clients']) => recordText({ clients });

  test('is the same whatever order things were found in', () => {
    const other = { ...client, id: '1' };
    const turned = { ...client, scopes: ['b', 'a', 'b'], files: [...client.files, ...client.files] };
    expect(record(client, other)).toBe(record(other, turned));
  });

  test('has keys in a fixed order, two spaces and a last line end', () => {
    const text = record({ ...client, secrets: [], files: [], scopes: ['b', 'a'] });
    expect(text).toBe(`{
  "schemaVersion": 1,
  "clients": [
    {
      "id": "5f0e1a2b",
      "section": "mine:MaskinportenSettings",
      "decision": "studio",
      "scopes": [
        "a",
        "b"
      ],
      "exchange": null,
      "clientIdHashes": [
        "${'0'.repeat(64)}"
      ],
      "secrets": [],
      "files": []
    }
  ]
}
`);
  });

  test('joins what is known of a client from before with what is known now', () => {
    const before = [client, { ...client, id: '1' }];
    const now = [
      { ...client, scopes: ['c'], exchange: true, secrets: [] },
      { ...client, id: '9' },
    ];
    const joined = joinClients(before, now);
    expect(joined.map(({ id }) => id)).toEqual(['5f0e1a2b', '1', '9']);
    expect(joined[0]).toEqual({
      ...client,
      exchange: null,
      scopes: ['a', 'b', 'c'],
      clientIdHashes: [...client.clientIdHashes, ...client.clientIdHashes],
      files: [...client.files, ...client.files],
    });
  });
});
