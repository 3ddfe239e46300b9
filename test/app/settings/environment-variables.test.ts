import { describe, expect, test } from 'vitest';
import {
  environmentSettingsIn,
  maskinportenVariables,
  readEnvironmentVariables,
} from '../../../src/app/settings/environment-variables.ts';
import { workspaceOf } from '../workspace-of.ts';

const location = { path: '.', projectFolder: 'App', projects: [], neighbours: [] };

function variablesIn(files: Readonly<Record<string, string>>, bound: readonly string[] = [], app = location) {
  const read = maskinportenVariables(readEnvironmentVariables(workspaceOf(files), app), bound);
  return read.map(({ file, at, section, key, where }) => {
    return `${where} ${section}|${key} ${files[file]?.slice(at.start, at.end)}`;
  });
}

/** Of a file, as `section|key`. */
function settingsIn(file: string, text: string, ...bound: readonly string[]) {
  return variablesIn({ [file]: text }, bound).map((one) => one.split(' ')[1]);
}

const name = 'MaskinportenSettings__ClientId';
const setting = 'MaskinportenSettings|ClientId';

describe('a variable is found in each place that may set it', () => {
  test.each([
    ['values', 'deployment/values.yaml', `deployment:\n  env:\n    - name: ${name}\n      value: abc\n`],
    ['values', 'deployment/values-prod.yml', `env:\n  - name : "${name}"\n`],
    ['values', 'App/deployment/values.yaml', `env: { ${name}: abc }\n`],
    ['dockerfile', 'Dockerfile', `FROM x\nENV ${name}=abc\n`],
    ['dockerfile', 'App/prod.dockerfile', `ENV A=1 \\\n  ${name}="abc"\n`],
    ['compose', 'docker-compose.override.yml', `services:\n  app:\n    environment:\n      - ${name}=abc\n`],
    ['compose', 'compose.yaml', `services:\n  app:\n    environment:\n      ${name}: abc\n`],
    ['pipeline', 'azure-pipelines-release.yml', `variables:\n  ${name}: $(Id)\n`],
    ['pipeline', '.github/workflows/build.yml', `env:\n  ${name}: \${{ secrets.Id }}\n`],
    ['pipeline', '.gitea/workflows/build.yaml', `run: |\n  export ${name}=abc\n`],
    ['pipeline', '.azure-pipelines/steps/test.yml', `script: $env:${name} = "abc"\n`],
    [
      'launch-settings',
      'App/Properties/launchSettings.json',
      `{ "profiles": { "App": { "environmentVariables": { "${name}": "abc" } } } }`,
    ],
  ])('%s: %s', (where, file, text) => {
    expect(variablesIn({ [file]: text })).toEqual([`${where} ${setting} ${name}`]);
  });
});

describe('the section is named as the configuration names it', () => {
  test.each([
    ['nested', 'a__MaskinportenSettings__ClientId', 'a:MaskinportenSettings|ClientId'],
    ['with colons', 'a:MaskinportenSettings:ClientId', 'a:MaskinportenSettings|ClientId'],
    ['in another casing', 'MASKINPORTENSETTINGS__CLIENTID', 'MASKINPORTENSETTINGS|CLIENTID'],
    ['with a longer name', 'MyMaskinportenSettings__Scope', 'MyMaskinportenSettings|Scope'],
    ['a key with parts', 'MaskinportenSettings__Jwk__kid', 'MaskinportenSettings|Jwk:kid'],
    ['the path of the provisioned file', 'MaskinportenSettingsFilepath', '|MaskinportenSettingsFilepath'],
  ])('%s', (_, variable, expected) => {
    expect(settingsIn('deployment/values.yaml', `env:\n  - name: ${variable}\n`)).toEqual([expected]);
  });

  test('a section that code binds, whatever it is called', () => {
    const text = 'env:\n  - name: Svv__Client__Scope\n  - name: Svv__Other__Scope\n';
    expect(settingsIn('deployment/values.yaml', text, 'svv:client')).toEqual(['Svv:Client|Scope']);
  });
});

describe('not', () => {
  test.each([
    ['a comment', 'deployment/values.yaml', `# - name: ${name}\nx: 1 # ${name}\n`],
    ['a comment of a Dockerfile', 'Dockerfile', `  # ENV ${name}=x\n`],
    ['an argument of the build', 'Dockerfile', `ARG ${name}\n`],
    [
      'what reads the variable',
      'azure-pipelines.yml',
      `a: $(${name})\nb: \${${name}}\nc: \${{ env.${name} }}\nd: $${name}\n`,
    ],
    ['what reads it in PowerShell', 'azure-pipelines.yml', `run: echo $env:${name}\n`],
    ['a secret of the vault', 'azure-pipelines.yml', 'az keyvault secret set --name MaskinportenSettings--ClientId\n'],
    ['a section alone', 'deployment/values.yaml', 'name: MaskinportenSettings\n'],
    ['a section of another name', 'deployment/values.yaml', 'name: PlatformSettings__ApiStorageEndpoint\n'],
    ['a nested map', 'deployment/values.yaml', 'MaskinportenSettings:\n  ClientId: x\n'],
    ['other texts', 'README.md', `${name}=abc\n`],
    [
      'launch settings of another project',
      'Tests/Properties/launchSettings.json',
      `{"environmentVariables":{"${name}":"x"}}`,
    ],
    ['another key of launch settings', 'App/Properties/launchSettings.json', `{ "profiles": { "${name}": {} } }`],
  ])('%s', (_, file, text) => {
    expect(variablesIn({ [file]: text })).toEqual([]);
  });

  test('that of another app beside this one', () => {
    const files = { 'b/deployment/values.yaml': `n: ${name}\n`, 'deployment/values.yaml': `n: ${name}\n` };
    const app = { path: 'a', projectFolder: 'a/App', projects: [], neighbours: [] };
    expect(readEnvironmentVariables(workspaceOf(files), app).map(({ file }) => file)).toEqual([
      'deployment/values.yaml',
    ]);
  });
});

test('a sign that begins no comment hides nothing', () => {
  const text = `a: "x # y" ${name}\nb: a#b ${name}\n`;
  expect(settingsIn('deployment/values.yaml', text)).toEqual([setting, setting]);
});

test('what deployments set for the default section is told by file, and not what local runs have', () => {
  const workspace = workspaceOf({
    'deployment/values.yaml': `env:\n  - name: ${name}\n  - name: MaskinportenSettings__Authority\n  - name: ${name}\n`,
    Dockerfile: 'ENV a__MaskinportenSettings__ClientId=x\nENV MaskinportenSettings__Jwk__kid=x\n',
    'App/Properties/launchSettings.json': `{"environmentVariables":{"${name}":"x"}}`,
  });
  expect(environmentSettingsIn({ environmentVariables: readEnvironmentVariables(workspace, location) })).toEqual([
    { file: 'Dockerfile', keys: ['Jwk:kid'] },
    { file: 'deployment/values.yaml', keys: ['ClientId'] },
  ]);
});

test('a very long line is read in passing', () => {
  const file = 'azure-pipelines.yml';
  expect(settingsIn(file, `x: ${'abc '.repeat(100_000)} ${name} $(${name})\n`)).toEqual([setting]);
});
