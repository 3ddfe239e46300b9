import fc from 'fast-check';

const odd = fc.constantFrom(
  'a',
  'Æ',
  '1',
  '-',
  '.',
  '/',
  '\\',
  '"',
  ':',
  '*',
  ' ',
  '\n',
  '\0',
  '\ud800',
  '😀',
  '\u202e',
);

const text = fc.oneof(
  fc.constantFrom(
    'MaskinportenSettings',
    'a:MaskinportenSettings',
    'studio',
    'own-external',
    '__proto__',
    '../../x',
    'App/Program.cs',
    '',
  ),
  fc.string({ maxLength: 12, unit: odd }),
);
const list = fc.array(text, { maxLength: 4 });
const client = fc.record(
  {
    id: text,
    section: fc.option(text),
    decision: fc.constantFrom('studio', 'own-external', 'own-built-in', 'x'),
    scopes: list,
    exchange: fc.constantFrom(true, false, null),
    clientIdHashes: list,
    secrets: list,
    files: list,
  },
  { requiredKeys: [] },
);

/** What `switch` leaves behind, or something like it. */
export const records: fc.Arbitrary<string> = fc
  .record({
    schemaVersion: fc.constantFrom(1, 1, 1, 2, '1', null),
    clients: fc.oneof(fc.array(client, { maxLength: 4 }), fc.json()),
  })
  .map((record) => JSON.stringify(record, null, 2));

const suppression = fc.record(
  {
    rule: fc.constantFrom('config/custom-path', 'secrets/committed-key', 'x/y'),
    path: fc.oneof(fc.constantFrom('**', '*.cs', '[', '!', '**/**/**/**/a', '\\'), text),
    reason: text,
    expires: fc.constantFrom('2027-01-01', '2020-01-01', '2027-02-30', '9'.repeat(30), ''),
  },
  { requiredKeys: [] },
);

export const configs: fc.Arbitrary<string> = fc
  .record(
    {
      $schema: text,
      lang: fc.constantFrom('en', 'nb', 'nn', 1),
      target: fc.constantFrom('v8', 'v9', null),
      failOn: fc.constantFrom('error', 'never', []),
      scopes: fc.oneof(list, fc.json()),
      decisions: fc.oneof(fc.dictionary(text, fc.constantFrom('studio', 'own-external', 'x')), fc.json()),
      suppressions: fc.oneof(fc.array(suppression, { maxLength: 3 }), fc.json()),
      unknown: text,
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((config) => JSON.stringify(config));

const baselineEntry = fc.record(
  {
    fingerprint: fc.constantFrom('0123456789abcdef0123456789abcdef', '', 7),
    rule: fc.constantFrom('config/custom-path', 'secrets/committed-key', 'x/y'),
    app: text,
    path: text,
  },
  { requiredKeys: [], noNullPrototype: true },
);

export const baselines: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.oneof(
        baselineEntry.map((entry) => JSON.stringify(entry)),
        fc.constantFrom('', '<<<<<<<', '[]'),
      ),
      {
        maxLength: 4,
      },
    )
    .map((lines) => ['{"schemaVersion":1}', ...lines].join('\n')),
  fc
    .array(fc.record({ id: fc.option(text), path: text, findings: fc.oneof(fc.array(baselineEntry), fc.json()) }))
    .map((apps) => JSON.stringify({ schemaVersion: 1, apps })),
);

export const vaultListings: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof(text, fc.constantFrom('a--b', '# x', 'MaskinportenSettings--ClientId')), { maxLength: 8 })
    .map((lines) => lines.join('\n')),
  fc
    .array(
      fc.record(
        {
          name: text,
          id: fc.constantFrom('https://v/secrets/a', 'https://v/secrets/a/b', 'x'),
          value: fc.option(text),
          attributes: fc.record({ enabled: fc.boolean() }),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 5 },
    )
    .map((list) => JSON.stringify(list)),
  fc.json(),
);

export const scopeListings: fc.Arbitrary<string> = fc.oneof(
  fc.array(text, { maxLength: 8 }).map((lines) => lines.join('\n')),
  list.map((scopes) => JSON.stringify(scopes)),
  list.map((scopes) => JSON.stringify({ scopes })),
  fc.json(),
);
