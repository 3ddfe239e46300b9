import { describe, expect, test } from 'vitest';
import { missingMount as words } from '../../../src/words/rules/vault/missing-mount.ts';
import { appWith, auditedApp, type Files, found, programWith } from '../audited.ts';

const rule = 'vault/missing-mount';
const host = 'builder.WebHost.ConfigureAppWebHost(args);';
const helper = 'builder.AddAzureKeyVaultAsConfigProvider();';
const there = 'App/Program.cs:9 warning prepare manual';

const mount = '    - name: altinn-appsettings-secret\n      mountPath: "/altinn-appsettings-secret"\n';
const volume = '    - name : altinn-appsettings-secret\n      secret:\n        secretName: altinn-appsettings-secret\n';

function values({ mounts = '', volumes = '', more = '' } = {}): string {
  return `deployment:\n  volumeMounts:\n    - name: datakeys\n      mountPath: /mnt/keys\n${mounts}  volumes:\n    - name: datakeys\n      persistentVolumeClaim:\n        claimName: keys\n${volumes}${more}`;
}

function withVault(call: string = helper, more: Files = {}): Files {
  return {
    ...appWith(''),
    'App/Program.cs': programWith('').replace(host, `${host}\n${call}`),
    'deployment/values.yaml': values(),
    ...more,
  };
}

async function missing(files: Files) {
  const { settled } = await auditedApp(files);
  return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data.missing] : []));
}

describe('a vault without the secret that holds its address', () => {
  test('neither volume nor mount', async () => {
    expect(await found(rule, withVault())).toEqual([there]);
    expect(await missing(withVault())).toEqual(['both']);
  });

  test.each([
    ['volume', { mounts: mount }],
    ['mount', { volumes: volume }],
  ])('no %s', async (what, written) => {
    expect(await missing(withVault(helper, { 'deployment/values.yaml': values(written) }))).toEqual([what]);
  });

  test('in an app of a folder of its own', async () => {
    const files = Object.fromEntries(Object.entries(withVault()).map(([path, text]) => [`apper/soknad/${path}`, text]));
    expect(await found(rule, files)).toEqual([`apper/soknad/${there}`]);
  });

  test('that code of the app’s own looks for', async () => {
    const wiring = `builder.Configuration.AddAzureKeyVault(new Uri(builder.Configuration["kvSetting:SecretUri"]), new DefaultAzureCredential());`;
    expect(await found(rule, withVault(wiring))).toEqual([there]);
  });
});

test.each([
  ['the library’s method', helper, true],
  [
    'code of its own',
    'builder.Configuration.AddAzureKeyVault(new Uri(builder.Configuration["kvSetting:SecretUri"]), c);',
    false,
  ],
  ['both', `builder.Configuration.AddAzureKeyVault(new Uri("https://x"), c);\n${helper}`, true],
])('it is told who looks for it: %s', async (_, call, isHelper) => {
  const { settled } = await auditedApp(withVault(call));
  const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  expect(data).toEqual([{ file: 'deployment/values.yaml', missing: 'both', isHelper }]);
});

describe('silent', () => {
  test.each([
    ['with both', { 'deployment/values.yaml': values({ mounts: mount, volumes: volume }) }],
    ['when the values cannot be read', { 'deployment/values.yaml': '{{ .Values }}\n\t- x' }],
    [
      'with an address in the settings',
      { 'App/appsettings.Production.json': '{ "KvSetting": { "SecretUri": "https://kv" } }' },
    ],
    [
      'with an address in the environment',
      { 'deployment/values.yaml': values({ more: '  environmentVariables:\n    kvSetting__SecretUri: https://kv\n' }) },
    ],
  ])('%s', async (_, more) => {
    expect(await found(rule, withVault(helper, more))).toEqual([]);
  });

  test('on an address that is empty, or for development only, it is not', async () => {
    const empty = { 'App/appsettings.json': '{ "kvSetting": { "SecretUri": "", "ClientId": null } }' };
    const local = { 'App/appsettings.Development.json': '{ "kvSetting": { "SecretUri": "https://kv" } }' };
    for (const more of [empty, local]) expect(await found(rule, withVault(helper, more))).toEqual([there]);
  });

  test.each([
    [
      'without values of a deployment',
      Object.fromEntries(Object.entries(withVault()).filter(([path]) => !path.startsWith('deployment'))),
    ],
    ['without a vault', { ...withVault(), 'App/Program.cs': programWith('') }],
    ['with a vault for development only', withVault(`if (builder.Environment.IsDevelopment()) { ${helper} }`)],
    [
      'with a vault that has its address elsewhere',
      withVault('builder.Configuration.AddAzureKeyVault(new Uri("https://kv"), new DefaultAzureCredential());'),
    ],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });
});

test('what happens depends on who looks for it', () => {
  const data = { file: 'deployment/values.yaml', missing: 'both', isHelper: true } as const;
  expect(words.en.why(data)).toContain('throws');
  expect(words.nb.why(data)).toContain('kaster');
  expect(words.en.why({ ...data, isHelper: false })).toContain('feeds the app nothing');
  expect(words.nb.why({ ...data, isHelper: false })).toContain('gir hvelvet appen ingenting');
  expect(words.en.next({ ...data, isHelper: false })).toContain('or the vault feeds it nothing');
  expect(words.nb.next({ ...data, isHelper: false })).toContain('eller hvelvet gir den ingenting');
  expect(words.en.next(data) + words.nb.next(data)).not.toMatch(/feeds it nothing|gir den ingenting/);
  expect(words.en.why({ ...data, missing: 'volume' })).toContain('cannot start');
  expect(words.nb.why({ ...data, missing: 'volume' })).toContain('kan ikke starte');
});
