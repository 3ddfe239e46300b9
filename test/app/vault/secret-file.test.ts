import { describe, expect, test } from 'vitest';
import { secretFileMentions } from '../../../src/app/vault/secret-file.ts';
import { appWith, audited, auditedApp, type Files, programWith } from '../../rules/audited.ts';

const secret = 'altinn-appsettings-secret';
const host = 'builder.WebHost.ConfigureAppWebHost(args);';

function withVault(more: Files): Files {
  const program = programWith('').replace(host, `${host}\nbuilder.AddAzureKeyVaultAsConfigProvider();`);
  return { ...appWith(''), 'App/Program.cs': program, ...more };
}

async function mentions(more: Files): Promise<readonly string[]> {
  const { app } = await auditedApp(withVault(more));
  return secretFileMentions(app).map(({ file, start, end }) => `${file} ${start}-${end}`);
}

describe('a mention of the mounted secret', () => {
  test.each<[string, string, string, string]>([
    ['in code', 'App/Vault.cs', `class A { string F => "/${secret}/x.json"; }`, '24-49'],
    ['behind code on its line', 'App/Vault.cs', `var a = 1; // ${secret}`, '14-39'],
    ['in a script', 'run.sh', `# ${secret}\n`, '2-27'],
    ['in a script that is called like a text', 'run.txt.sh', `${secret}\n`, '0-25'],
    ['below a comment', 'compose.yaml', `# the vault\n  a: ${secret}\n`, '17-42'],
    ['in front of a comment', 'compose.yaml', `a: ${secret} # ${secret}\n`, '3-28'],
  ])('%s', async (_, file, text, range) => {
    expect((await mentions({ [file]: text }))[0]).toBe(`${file} ${range}`);
  });

  test('counts each time', async () => {
    const text = `class A { string F => "${secret}" + "${secret}"; }`;
    expect(await mentions({ 'App/Vault.cs': text })).toEqual(['App/Vault.cs 23-48', 'App/Vault.cs 53-78']);
  });

  test('counts beside an item that mounts it, in the same file or in another', async () => {
    const item = `    - name: ${secret}\n      mountPath: /${secret}\n`;
    const values = `a: ${secret}\ndeployment:\n  volumeMounts:\n${item}b: ${secret}\n`;
    const other = `x: ${' '.repeat(60)}${secret}\n`;
    expect(await mentions({ 'deployment/values.yaml': values, 'compose.yaml': other })).toEqual([
      'compose.yaml 63-88',
      'deployment/values.yaml 3-28',
      `deployment/values.yaml ${values.lastIndexOf(secret)}-${values.lastIndexOf(secret) + secret.length}`,
    ]);
  });

  test.each([
    ['that mounts it', 'deployment/values.yaml', `deployment:\n  volumes:\n    - name: ${secret}\n`],
    ['in a comment of code', 'App/Vault.cs', `    // ${secret}\nclass A;`],
    ['in a comment of YAML', 'azure-pipelines.yml', `a: 1\n  # see ${secret}\n`],
    ['in a comment of a Dockerfile', 'App/Dockerfile', `  # ${secret}\nFROM x\n`],
    ['in a text for people', 'docs/oppsett.md', `Mappen ${secret} er montert.\n`],
    ['in another text for people', 'README.TXT', `${secret}\n`],
    ['on a page', 'docs/index.html', `<p>${secret}</p>\n`],
  ])('is none %s', async (_, file, text) => {
    expect(await mentions({ [file]: text })).toEqual([]);
  });

  test('is supposed in a file that names it and cannot be read', async () => {
    const bytes = Buffer.concat([Buffer.from(`${secret} \0`), Buffer.from([0xff])]);
    expect(await mentions({ 'App/data.bin': bytes })).toEqual(['App/data.bin 0-0']);
  });

  test('is of the app that it stands in', async () => {
    const inFolder = (folder: string, files: Files) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
    const naming = { 'App/Vault.cs': `class A { string F => "${secret}"; }` };
    const apps = await audited({
      ...inFolder('one', withVault({})),
      ...inFolder('one-more', withVault(naming)),
      'README.sh': secret,
    });
    expect(apps.map(({ app }) => secretFileMentions(app).map(({ file }) => file))).toEqual([
      [],
      ['one-more/App/Vault.cs'],
    ]);
  });
});
