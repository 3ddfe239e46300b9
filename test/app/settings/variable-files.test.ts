import { describe, expect, test } from 'vitest';
import { variableFiles } from '../../../src/app/settings/variable-files.ts';
import { workspaceOf } from '../workspace-of.ts';

/** What kind of file each is, for an app in a folder. */
function kindsOf(files: readonly string[], path = '.'): readonly string[] {
  const workspace = workspaceOf(Object.fromEntries(files.map((file) => [file, 'x'])));
  const projectFolder = path === '.' ? 'App' : `${path}/App`;
  const found = variableFiles(workspace, { path, projectFolder, projects: [], neighbours: [] });
  return found.map(({ file, where }) => `${file} ${where}`);
}

describe('a file that sets variables is told by its name', () => {
  test.each([
    ['deployment/values.yaml', 'values'],
    ['Deployment/values-tt02.YML', 'values'],
    ['App/deployment/values.yaml', 'values'],
    ['compose.yaml', 'compose'],
    ['compose.prod.yml', 'compose'],
    ['docker-compose.yml', 'compose'],
    ['deployment/docker-compose.yml', 'compose'],
    ['App/Docker-Compose.override.yaml', 'compose'],
    ['Dockerfile', 'dockerfile'],
    ['App/dockerfile', 'dockerfile'],
    ['Dockerfile.prod', 'dockerfile'],
    ['prod.Dockerfile', 'dockerfile'],
    ['deployment/Dockerfile', 'dockerfile'],
    ['azure-pipelines.yml', 'pipeline'],
    ['azure-pipelines-test.yaml', 'pipeline'],
    ['.azure/build.yml', 'pipeline'],
    ['.azure-pipelines/steps/more/build.yaml', 'pipeline'],
    ['.github/workflows/build.yml', 'pipeline'],
    ['.gitea/workflows/build.yaml', 'pipeline'],
    ['App/Properties/launchSettings.json', 'launch-settings'],
    ['app/properties/LaunchSettings.json', 'launch-settings'],
  ])('%s: %s', (file, where) => {
    expect(kindsOf([file])).toEqual([`${file} ${where}`]);
  });

  test.each([
    'values.yaml',
    'my-deployment/values.yaml',
    'deployment/more/values.yaml',
    'deployment/values.json',
    'deployment/values.yaml.bak',
    'MyDockerfile',
    'Dockerfiles/readme',
    'my-azure-pipelines.yml',
    'azure-pipelines/build.yml',
    'azure/build.yml',
    'x.azure/build.yml',
    '.azure/build.json',
    '.github/build.yml',
    '.github/workflows/more/build.yml',
    'x.github/workflows/build.yml',
    '.gitlab/workflows/build.yml',
    'Properties/launchSettings.json',
    'Test/Properties/launchSettings.json',
    'compose.json',
    'compose/readme.md',
  ])('not %s', (file) => {
    expect(kindsOf([file])).toEqual([]);
  });

  test('and has the text that it is read as', () => {
    const workspace = workspaceOf({ Dockerfile: 'FROM x', 'prod.dockerfile': Buffer.from('FROM \0') });
    const found = variableFiles(workspace, { path: '.', projectFolder: 'App', projects: [], neighbours: [] });
    expect(found).toEqual([{ file: 'Dockerfile', where: 'dockerfile', text: 'FROM x' }]);
  });
});

test('an app has its own files, those above it and those below it, and not those of a folder beside', () => {
  const beside = ['b/Dockerfile', 'b/deployment/values.yaml', 'a-two/Dockerfile', 'apps/b/azure-pipelines.yml'];
  const own = [
    'Dockerfile',
    'apps/a/App/Dockerfile',
    'apps/a/deployment/values.yaml',
    'apps/azure-pipelines.yml',
    'deployment/values.yaml',
  ];
  const kinds = ['dockerfile', 'dockerfile', 'values', 'pipeline', 'values'];
  expect(kindsOf([...own, ...beside], 'apps/a')).toEqual(own.map((file, index) => `${file} ${kinds[index]}`));
});
