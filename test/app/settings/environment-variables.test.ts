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

describe('a line of a file sets a variable', () => {
  test.each([
    ['as a key', 'deployment/values.yaml', `  ${name}: x`],
    ['as a key in quotes', 'deployment/values.yaml', `  '${name}': x`],
    ['as a value in flow style', 'deployment/values.yaml', `- { name: ${name}, value: "x # y" }`],
    ['before a comment', 'deployment/values.yaml', `- name: ${name} # ${name}`],
    ['behind a sign in quotes', 'deployment/values.yaml', `a: '# b' ${name}`],
    ['behind a quote within a word', 'deployment/values.yaml', `a: it's # ${name}\n- name: ${name}`],
    ['with a sign that is no comment', 'Dockerfile', `ENV A=b # ${name}`],
    ['with a space', 'Dockerfile', `ENV ${name} abc`],
    ['with others', 'Dockerfile', `ENV A=1 ${name}=abc B=2`],
    ['in an entry of a list', 'compose.yaml', `- "${name}=abc"`],
    ['in PowerShell', 'azure-pipelines.yml', `$env:${name} = "abc"`],
    ['in PowerShell without spaces', 'azure-pipelines.yml', `$Env:${name}="abc"`],
    ['in a script', 'azure-pipelines.yml', `export ${name}=abc`],
    ['for a later task', 'azure-pipelines.yml', `echo "##vso[task.setvariable variable=${name}]abc"`],
  ])('%s', (_, file, text) => {
    expect(settingsIn(file, `${text}\n`)).toEqual([setting]);
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
    ['what reads it by name', 'azure-pipelines.yml', `a: variables['${name}']\nb: variables["${name}"]\n`],
    ['what reads it in Windows', 'azure-pipelines.yml', `run: echo %${name}%\n`],
    ['what reads it with spaces', 'azure-pipelines.yml', `a: $( ${name} )\n`],
    ['an argument of the build in another casing', 'Dockerfile', `  arg ${name}=x\n`],
    ['a longer name', 'deployment/values.yaml', `name: x.${name}\n`],
    ['a section without a key', 'deployment/values.yaml', 'name: MaskinportenSettings__\n'],
    ['an option', 'azure-pipelines.yml', `run: dotnet run --${name} x\n`],
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
