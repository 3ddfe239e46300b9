import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSecretMounts } from '../../src/app/vault/secret-mounts.ts';
import { applyTidily } from '../../src/files/blank-lines.ts';
import { editDeploymentFile } from '../../src/migrate/edit-deployment-file.ts';
import type { DeploymentChange } from '../../src/rules/finding.ts';
import { loadYaml } from '../../src/syntax/yaml/loading.ts';
import { workspaceOf } from '../app/workspace-of.ts';

const path = 'deployment/values.yaml';
const location = { path: '.', projectFolder: 'App', projects: [], neighbours: [] };

/** The values without the mounts and volumes of the vault's secret; or why they stay. */
async function unmounted(text: string): Promise<string> {
  const workspace = workspaceOf({ [path]: text });
  const { mounts, volumes } = await readSecretMounts(workspace, location, {
    kind: 'unknown',
    at: { file: '', start: 0, end: 0 },
  });
  const changes = [...mounts, ...volumes].map(
    (at): DeploymentChange => ({ kind: 'remove-item', at, mentions: ['vault'] }),
  );
  const outcomes = editDeploymentFile({ workspace }, path, changes);
  const refused = outcomes.find(({ kind }) => kind === 'refused');
  if (refused?.kind === 'refused') return `refused: ${refused.reason.code}`;
  const edits = outcomes.flatMap((outcome) => (outcome.kind === 'edits' ? outcome.edits : []));
  return applyTidily(text, edits);
}

function text(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

const mount = ['    - name: altinn-appsettings-secret', '      mountPath: "/altinn-appsettings-secret"'];
const volume = [
  '    - name: altinn-appsettings-secret',
  '      secret:',
  '        secretName: altinn-appsettings-secret',
];
const keys = ['    - name: datakeys', '      mountPath: /mnt/keys'];

describe('the items go', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'after others',
      ['deployment:', '  volumeMounts:', ...keys, ...mount, '  volumes:', ...keys, ...volume],
      ['deployment:', '  volumeMounts:', ...keys, '  volumes:', ...keys],
    ],
    [
      'before others',
      ['deployment:', '  volumeMounts:', ...mount, ...keys, '  volumes:', ...volume, ...keys],
      ['deployment:', '  volumeMounts:', ...keys, '  volumes:', ...keys],
    ],
    [
      'with a list that they were all of',
      ['deployment:', '  replicaCount: 2', '  volumeMounts:', ...mount, '  volumes:', ...keys, ...volume],
      ['deployment:', '  replicaCount: 2', '  volumes:', ...keys],
    ],
    [
      'with all that they were all of',
      ['deployment:', '  volumeMounts:', ...mount, '  volumes:', ...volume, 'service:', '  port: 80'],
      ['service:', '  port: 80'],
    ],
    [
      'two of one list',
      ['deployment:', '  a: 1', '  volumeMounts:', ...mount, ...mount, '  volumes:', ...volume],
      ['deployment:', '  a: 1'],
    ],
    [
      'with what is said of them above',
      [
        'deployment:',
        '  volumeMounts:',
        ...keys,
        '    # For the key vault',
        ...mount,
        '  # vault, too',
        '  volumes:',
        ...keys,
        '',
        '    # The Vault',
        '    # needs it',
        ...volume,
      ],
      ['deployment:', '  volumeMounts:', ...keys, '  # vault, too', '  volumes:', ...keys],
    ],
    [
      'without what is said of others',
      ['deployment:', '  volumeMounts:', ...keys, '    # Ask the platform team', ...mount, '  volumes:', ...keys],
      ['deployment:', '  volumeMounts:', ...keys, '    # Ask the platform team', '  volumes:', ...keys],
    ],
    [
      'written in braces',
      ['volumeMounts: [{ name: a }, { name: altinn-appsettings-secret, mountPath: x }]', 'volumes: []'],
      ['volumeMounts: [{ name: a }]', 'volumes: []'],
    ],
    [
      'of a volume by another name',
      [
        'volumeMounts:',
        '- name: kv',
        '  mountPath: x',
        '- name: b',
        'volumes:',
        '- name: kv',
        '  secret:',
        '    secretName: "altinn-appsettings-secret"',
        '- name: b',
      ],
      ['volumeMounts:', '- name: b', 'volumes:', '- name: b'],
    ],
  ])('%s', async (_, before, after) => {
    expect(await unmounted(text(...before))).toBe(text(...after));
  });
});

describe('nothing goes', () => {
  test.each<[string, readonly string[]]>([
    ['where the file would hold nothing more', ['volumeMounts:', ...mount, 'volumes:', ...volume]],
    [
      'where an alias repeats the list',
      ['deployment:', '  volumes: &v', ...keys, ...volume, 'other:', '  volumes: *v'],
    ],
    [
      'where an alias repeats the item',
      ['deployment:', '  volumes:', '    - &v', '      name: altinn-appsettings-secret', ...keys, 'other: *v'],
    ],
  ])('%s', async (_, before) => {
    expect(await unmounted(text(...before))).toBe('refused: mounts-unclear');
  });

  test('where tabs indent: nobody can read it', async () => {
    expect(
      await unmounted(text('deployment:', '\tvolumes:', '\t- name: altinn-appsettings-secret', '\t- name: b')),
    ).toBe(text('deployment:', '\tvolumes:', '\t- name: altinn-appsettings-secret', '\t- name: b'));
  });

  test('where the file became something else meanwhile', async () => {
    await loadYaml();
    const workspace = workspaceOf({ [path]: text('a: {{ .x }}') });
    const at = { file: path, start: 0, end: 1 };
    expect(editDeploymentFile({ workspace }, path, [{ kind: 'remove-item', at, mentions: [] }])).toEqual([
      { kind: 'refused', reason: { code: 'mounts-unclear', file: path } },
    ]);
  });
});

const quote = fc.constantFrom(
  (name: string) => name,
  (name: string) => `"${name}"`,
  (name: string) => `'${name}'`,
);
const colon = fc.constantFrom(':', ' :', '  :');
const comment = fc.constantFrom('', '', ' # see the wiki', '   # - name: x');

interface Item {
  readonly lines: readonly string[];
  readonly goes: boolean;
}

const secret = 'altinn-appsettings-secret';

/** An item of either list, for the vault's secret or for something else. */
function itemOf(list: 'volumeMounts' | 'volumes', goes: boolean): fc.Arbitrary<Item> {
  const others = fc.constantFrom('datakeys', 'accesstoken', 'altinn-appsettings-secrets', 'nøkler');
  return fc
    .tuple(goes ? fc.constant(secret) : others, quote, colon, comment, fc.boolean(), fc.boolean())
    .map(([name, quoted, mark, note, nameLast, gap]) => {
      const named = `name${mark} ${quoted(name)}${note}`;
      const rest =
        list === 'volumes'
          ? ['secret:', `  secretName${mark} ${quoted(name)}`]
          : [`mountPath${mark} ${quoted(`/${name}`)}`];
      const [first = '', ...more] = nameLast ? [...rest, named] : [named, ...rest];
      const indented = more.map((line) => `  ${line}`);
      return { lines: [`- ${first}`, ...(gap ? ['  # about the next line'] : []), ...indented], goes };
    });
}

function listOf(name: 'volumeMounts' | 'volumes'): fc.Arbitrary<readonly Item[]> {
  const other = itemOf(name, false);
  return fc
    .tuple(fc.array(other, { maxLength: 2 }), itemOf(name, true), fc.array(other, { maxLength: 2 }), other)
    .map(([before, own, after, last]) => [
      ...before,
      own,
      ...after,
      ...(before.length + after.length === 0 ? [last] : []),
    ]);
}

const values = fc.record({
  mounts: listOf('volumeMounts'),
  volumes: listOf('volumes'),
  deep: fc.boolean(),
  step: fc.constantFrom('', '  ', '    '),
  newline: fc.constantFrom('\n', '\r\n'),
  last: fc.boolean(),
  head: fc.constantFrom<readonly string[]>([], ['# Values'], ['---'], ['image: "a # b"']),
  tail: fc.constantFrom<readonly string[]>([], ['service:', '  port : 80'], ['# end']),
});

test('in whatever values the items go, and all else stays to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(values, async ({ mounts, volumes, deep, step, newline, last, head, tail }) => {
      const write = (keeps: (item: Item) => boolean) => {
        const list = (items: readonly Item[]) =>
          items.filter(keeps).flatMap(({ lines }) => lines.map((line) => step + line));
        const lists = ['volumeMounts:', ...list(mounts), 'volumes:', ...list(volumes)];
        const body = deep ? ['deployment:', ...lists.map((line) => `  ${line}`)] : lists;
        return [...head, ...body, ...tail].join(newline) + (last ? newline : '');
      };
      const after = await unmounted(write(() => true));
      expect(after).toBe(write(({ goes }) => !goes));
      expect(await unmounted(after)).toBe(after);
    }),
    { numRuns: 80 },
  );
});
