import { describe, expect, test } from 'vitest';
import { readSecretMounts } from '../../../src/app/vault/secret-mounts.ts';
import type { VaultOrder } from '../../../src/app/vault/vault-order.ts';
import { workspaceOf } from '../workspace-of.ts';

/** The text of the items. */
async function mounted(text: string, { file = 'deployment/values.yaml', vault = true } = {}) {
  const order: VaultOrder = vault
    ? { kind: 'after-host', at: { file: 'App/Program.cs', start: 0, end: 0 } }
    : { kind: 'none' };
  const location = { path: '.', projectFolder: 'App', projects: [], neighbours: [] };
  const found = await readSecretMounts(workspaceOf({ [file]: text }), location, order);
  const texts = (ranges: typeof found.mounts) => ranges.map(({ start, end }) => text.slice(start, end));
  return { file: found.file, mounts: texts(found.mounts), volumes: texts(found.volumes) };
}

const mount = '- name: altinn-appsettings-secret\n      mountPath: "/altinn-appsettings-secret"';
const volume = '- name: altinn-appsettings-secret\n      secret:\n        secretName: altinn-appsettings-secret';

describe('a secret that is mounted', () => {
  test.each([
    ['as the docs have it', (item: string) => item],
    ['with a space before the colon', (item: string) => item.replace('name:', 'name :')],
    [
      'with quotes',
      (item: string) => item.replace('name: altinn-appsettings-secret', 'name: "altinn-appsettings-secret"'),
    ],
    [
      'with single ones',
      (item: string) => item.replace('name: altinn-appsettings-secret', "name : 'altinn-appsettings-secret'"),
    ],
  ])('%s', async (_, written) => {
    const text = `deployment:\n  volumeMounts:\n    - name : datakeys\n      mountPath: /mnt/keys\n    ${written(mount)}\n  volumes:\n    ${written(volume)}\n    - name : datakeys\n      persistentVolumeClaim:\n        claimName: keys\n`;
    expect(await mounted(text)).toEqual({
      file: 'deployment/values.yaml',
      mounts: [written(mount)],
      volumes: [written(volume)],
    });
  });

  test('at the top of the file', async () => {
    const text = `volumeMounts:\n    ${mount}\nvolumes:\n    ${volume}\n`;
    expect(await mounted(text)).toMatchObject({ mounts: [mount], volumes: [volume] });
  });

  test('under a name of its own', async () => {
    const text = `deployment:\n  volumeMounts:\n    - name: hemmeligheter\n      mountPath: /altinn-appsettings-secret\n  volumes:\n    - name: hemmeligheter\n      secret: { secretName: altinn-appsettings-secret }\n`;
    const { mounts, volumes } = await mounted(text);
    expect([mounts.length, volumes.length]).toEqual([1, 1]);
  });

  test('in a list that an anchor names', async () => {
    const text = `v: &v\n  - name: altinn-appsettings-secret\ndeployment:\n  volumes: *v\n`;
    expect(await mounted(text)).toMatchObject({ mounts: [], volumes: ['- name: altinn-appsettings-secret'] });
  });

  test('in one of several documents, and in a file of another casing', async () => {
    const text = `a: 1\n---\nvolumes:\n    ${volume}\n`;
    const file = 'Deployment/Values.yaml';
    expect(await mounted(text, { file })).toEqual({ file, mounts: [], volumes: [volume] });
  });

  test('in a file beside the project', async () => {
    const file = 'App/deployment/values.yaml';
    expect(await mounted(`volumes:\n    ${volume}\n`, { file })).toEqual({ file, mounts: [], volumes: [volume] });
  });

  test('in flow style, with the line ends of Windows', async () => {
    const text =
      'deployment:\r\n  volumeMounts: [ { name: altinn-appsettings-secret, mountPath: /x } ]\r\n  volumes: [ { name: altinn-appsettings-secret } ]\r\n';
    expect(await mounted(text)).toMatchObject({
      mounts: ['{ name: altinn-appsettings-secret, mountPath: /x }'],
      volumes: ['{ name: altinn-appsettings-secret }'],
    });
  });
});

describe('no such secret', () => {
  test.each([
    ['other volumes', 'deployment:\n  volumeMounts:\n    - name : accesstoken\n      mountPath: "/accesstoken"\n'],
    ['in a comment', `deployment:\n  volumeMounts:\n    # ${mount.replace(/\n/g, '\n    # ')}\n  volumes: []\n`],
    [
      'a volume by that name of another secret',
      'deployment:\n  volumes:\n    - name: altinn-appsettings-secret\n      secret:\n        secretName: accesstoken\n',
    ],
    ['nothing', ''],
    ['a list of nothing', 'volumes:\nvolumeMounts: []\n'],
    ['what is no list', 'volumes:\n  name: altinn-appsettings-secret\nvolumeMounts: altinn-appsettings-secret\n'],
    ['items that are no maps', 'volumes:\n  - altinn-appsettings-secret\n  - 1\nvolumeMounts:\n  -\n'],
    ['items without a name', 'volumes:\n  - emptyDir: {}\nvolumeMounts:\n  - mountPath: /altinn-appsettings-secret\n'],
    ['a name that is no text', 'volumes:\n  - name: [altinn-appsettings-secret]\nvolumeMounts:\n  - name: {}\n'],
    ['volumes further down', 'other:\n  volumes:\n    - name: altinn-appsettings-secret\n'],
    ['a list at the root', '- volumes:\n    - name: altinn-appsettings-secret\n'],
    ['a longer name', 'volumes:\n  - name: altinn-appsettings-secret-old\n'],
  ])('%s', async (_, text) => {
    expect(await mounted(text)).toEqual({ file: 'deployment/values.yaml', mounts: [], volumes: [] });
  });

  test.each([
    ['that cannot be read', 'deployment:\n\t- x: [\n', 'deployment/values.yaml'],
    ['elsewhere', `deployment:\n  volumes:\n    ${volume}\n`, 'other/values.yaml'],
  ])('in a file %s', async (_, text, file) => {
    expect(await mounted(text, { file })).toEqual({ file: null, mounts: [], volumes: [] });
  });

  test('nor is the file read where no vault wants it', async () => {
    expect(await mounted('\t- x: [\n', { vault: false })).toEqual({
      file: 'deployment/values.yaml',
      mounts: [],
      volumes: [],
    });
  });
});

test("a secret that is mounted without a vault is nobody's, and not looked for", async () => {
  const text = `deployment:\n  volumes:\n    ${volume}\n`;
  expect(await mounted(text, { vault: false })).toMatchObject({ mounts: [], volumes: [] });
});
