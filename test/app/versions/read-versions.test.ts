import { describe, expect, test } from 'vitest';
import { discoverApps } from '../../../src/app/discovery/discover-apps.ts';
import { readAppProjects } from '../../../src/app/project/app-projects.ts';
import { type AppVersions, readVersions } from '../../../src/app/versions/read-versions.ts';
import { references, webProject, workspaceOf } from '../workspace-of.ts';

function read(files: Readonly<Record<string, string>>): AppVersions {
  const workspace = workspaceOf({ 'App/config/applicationmetadata.json': '{}', ...files });
  const [app] = discoverApps(workspace, '.');
  if (app === undefined) throw new Error('no app found');
  return readVersions(readAppProjects(workspace, app));
}

const withPackages = (packages: Readonly<Record<string, string>>) =>
  read({ 'App/App.csproj': webProject(references(packages)) });
const listed = ({ packages }: AppVersions) =>
  packages.map(({ id, version, how, source }) => `${id} ${version} ${how} ${source}`);

describe('the version of an app', () => {
  test.each([
    ['8.9.2', '8.9.2', '8.7+'],
    ['[8.9.2]', '8.9.2', '8.7+'],
    ['8.6.*', '8.6.6', '8.5-8.6'],
    ['8.*', '8.12.7', '8.7+'],
    ['[8.0,9.0)', '8.12.7', '8.7+'],
    ['*-*', null, '9'],
    ['7.*', null, '<8.3'],
    ['8.5.0-rc9.x', '8.5.0-rc9.x', '8.5-8.6'],
    ['9.0.0-preview.1', '9.0.0-preview.1', '9'],
    ['8.3.4', '8.3.4', '8.3'],
  ])('%s', (declared, resolved, line) => {
    expect(withPackages({ 'Altinn.App.Api': declared })).toMatchObject({
      declared,
      resolved,
      line,
      source: 'App/App.csproj',
    });
  });

  test('says when it rests on the assumption that the newest allowed is used', () => {
    expect(withPackages({ 'Altinn.App.Api': '8.*' }).app).toMatchObject({ resolved: { kind: 'newest-allowed' } });
    expect(withPackages({ 'Altinn.App.Api': '8.9.2' }).app).toMatchObject({ resolved: { kind: 'exact' } });
  });

  test('is that of the Api package, else of Core, else of what v3 to v6 had', () => {
    expect(withPackages({ 'Altinn.App.Core': '8.5.0', 'Altinn.App.Api': '8.9.2' }).declared).toBe('8.9.2');
    expect(withPackages({ 'Altinn.App.Core': '8.5.0' }).declared).toBe('8.5.0');
    expect(withPackages({ 'Altinn.App.Common': '4.34.1', 'Altinn.App.PlatformServices': '4.34.1' }).declared).toBe(
      '4.34.1',
    );
    expect(withPackages({ 'Altinn.App.Api.Experimental': '8.9.0' }).declared).toBe('8.9.0');
  });

  test('is unknown with a reason', () => {
    const unknown = (packages: Readonly<Record<string, string>>) => {
      const { app, resolved, line, capabilities } = withPackages(packages);
      expect({ resolved, line, provisionedFile: capabilities.provisionedFile }).toEqual({
        resolved: null,
        line: 'unknown',
        provisionedFile: 'unknown',
      });
      return app;
    };
    expect(unknown({ 'Altinn.App.Api': '$(Missing)' })).toMatchObject({
      reason: { code: 'undefined-property', property: 'Missing' },
    });
    expect(unknown({ 'Altinn.App.Api': 'latest' })).toMatchObject({
      reason: { code: 'not-a-version', text: 'latest' },
    });
    expect(unknown({ 'Altinn.App.Api': '(,1.0)' })).toMatchObject({
      reason: { code: 'nothing-allowed', text: '(,1.0)' },
    });
    expect(unknown({ 'Some.Other': '1.0.0' })).toMatchObject({ reason: { code: 'not-referenced' } });
  });

  test.each<[string, string | null]>([
    ['$(Missing)', '$(Missing)'],
    ['8.$(Missing).0', '$(Missing)'],
    ['$([System.DateTime]::Now.Year)', '$([System.DateTime]::Now.Year)'],
    ['latest', 'latest'],
    ['(,1.0)', '(,1.0)'],
    ['', null],
  ])('is told as it is written, where it cannot be read: %j', (declared, told) => {
    const { declared: read, source, packages } = withPackages({ 'Altinn.App.Api': declared });
    expect({ read, source }).toEqual({ read: told, source: 'App/App.csproj' });
    const texts = ['latest', '(,1.0)'].includes(declared) ? declared : null;
    expect(packages[0]).toEqual({ id: 'Altinn.App.Api', version: texts, how: 'direct', source: 'App/App.csproj' });
  });

  test('is not told by packages that are only called alike', () => {
    const packages = { 'Altinn.App.Apis': '8.1.0', 'Own.Altinn.App.Api': '8.1.0', 'Altinn.App.Api.Own': '8.1.0' };
    const others = { 'Altinn.App.Cores': '8.1.0', 'Altinn.App.Core.Own': '8.1.0', 'Altinn.App.Commons': '4.1.0' };
    const older = { 'Altinn.App.PlatformServices.Own': '4.1.0', 'Own.Altinn.App.Common': '4.1.0' };
    expect(withPackages({ ...packages, ...others, ...older }).app).toMatchObject({
      reason: { code: 'not-referenced' },
    });
  });

  test('is that of the nearest project', () => {
    const refer = (path: string) => `<ItemGroup><ProjectReference Include="${path}" /></ItemGroup>`;
    const files = {
      'App/App.csproj': webProject(refer('../Near/Near.csproj')),
      'Near/Near.csproj': `<Project>${references({ 'Altinn.App.Api': '8.9.2' })}${refer('../Far/Far.csproj')}</Project>`,
      'Far/Far.csproj': `<Project>${references({ 'Altinn.App.Api': '8.5.0', 'Altinn.App.Core': '8.5.0' })}</Project>`,
    };
    expect(read(files)).toMatchObject({ declared: '8.9.2', core: { declared: '8.9.2' }, coreReferenced: false });
    const app = webProject(references({ 'Altinn.App.Core': '8.12.7' }) + refer('../Near/Near.csproj'));
    expect(read({ ...files, 'App/App.csproj': app })).toMatchObject({
      declared: '8.9.2',
      core: { declared: '8.12.7' },
      coreReferenced: true,
    });
  });

  test('is unknown when Core is built from source', () => {
    const source = '<ItemGroup><ProjectReference Include="../lib/altinn.app.core.csproj" /></ItemGroup>';
    expect(read({ 'App/App.csproj': webProject(source) }).app).toMatchObject({ reason: { code: 'built-from-source' } });
    const other = '<ItemGroup><ProjectReference Include="../lib/Altinn.App.Own.csproj" /></ItemGroup>';
    expect(read({ 'App/App.csproj': webProject(other) }).app).toMatchObject({ reason: { code: 'not-referenced' } });
  });

  test('is unknown without a project file, or when the library is built from source', () => {
    expect(read({}).app).toMatchObject({ reason: { code: 'not-referenced' } });
    const source = '<ItemGroup><ProjectReference Include="../lib/Altinn.App.Api.csproj" /></ItemGroup>';
    expect(read({ 'App/App.csproj': webProject(source) }).app).toMatchObject({ reason: { code: 'built-from-source' } });
  });

  test('is both when a condition decides, and only what both can do is certain', () => {
    const when = (configuration: string, version: string) =>
      `<ItemGroup Condition="'$(Configuration)' == '${configuration}'"><PackageReference Include="Altinn.App.Api" Version="${version}" /></ItemGroup>`;
    const versions = read({ 'App/App.csproj': webProject(when('Debug', '8.6.3') + when('Release', '8.9.2')) });
    expect(versions).toMatchObject({ declared: '8.6.3 | 8.9.2', resolved: null, line: 'unknown' });
    expect(versions.capabilities.exchange).toBe('yes');
    expect(versions.capabilities.spelling).toBe('unknown');
  });

  test('is both when two project files in one folder disagree', () => {
    const versions = read({
      'App/App.csproj': webProject(references({ 'Altinn.App.Api': '8.9.2' })),
      'App/Old.csproj': webProject(references({ 'Altinn.App.Api': '8.10.0' })),
    });
    expect(versions).toMatchObject({ declared: '8.9.2 | 8.10.0', resolved: null, line: '8.7+' });
  });

  test('comes through a referenced project when the app has none of its own', () => {
    const project = '<ItemGroup><ProjectReference Include="../Shared/Shared.csproj" /></ItemGroup>';
    const versions = read({
      'App/App.csproj': webProject(project),
      'Shared/Shared.csproj': `<Project Sdk="Microsoft.NET.Sdk">${references({ 'Altinn.App.Api': '8.9.2' })}</Project>`,
    });
    expect(versions).toMatchObject({ declared: '8.9.2', source: 'Shared/Shared.csproj' });
  });
});

describe('Core', () => {
  test('comes along with Api at its version', () => {
    expect(withPackages({ 'Altinn.App.Api': '8.9.2' })).toMatchObject({
      coreReferenced: false,
      core: { declared: '8.9.2' },
    });
  });

  test('comes along with Api even when a referenced project wants an older one', () => {
    const versions = read({
      'App/App.csproj': webProject(
        `${references({ 'Altinn.App.Api': '8.9.2' })}<ItemGroup><ProjectReference Include="../Shared/Shared.csproj" /></ItemGroup>`,
      ),
      'Shared/Shared.csproj': `<Project>${references({ 'Altinn.App.Core': '8.5.0' })}</Project>`,
    });
    expect(versions.core).toMatchObject({ declared: '8.9.2' });
  });

  test('may be referenced at another version, and then only what both can do is certain', () => {
    const versions = withPackages({ 'Altinn.App.Api': '8.6.3', 'Altinn.App.Core': '8.9.2' });
    expect(versions).toMatchObject({ coreReferenced: true, app: { declared: '8.6.3' }, core: { declared: '8.9.2' } });
    expect(versions.capabilities.spelling).toBe('unknown');
    expect(versions.capabilities.tokenType).toBe('JwtToken');
  });
});

test('nothing is certain when Core is known and Api is not', () => {
  const { capabilities } = withPackages({ 'Altinn.App.Api': '$(Missing)', 'Altinn.App.Core': '8.9.2' });
  expect(new Set(Object.values(capabilities))).toEqual(new Set(['unknown']));
});

describe('the packages of an app', () => {
  test('are those of Altinn, and what comes along', () => {
    expect(listed(withPackages({ 'Altinn.App.Api': '8.9.2', 'Altinn.ApiClients.Dan': '2.2.1', Moq: '4.0.0' }))).toEqual(
      [
        'Altinn.App.Api 8.9.2 direct App/App.csproj',
        'Altinn.ApiClients.Dan 2.2.1 direct App/App.csproj',
        'Altinn.App.Core 8.9.2 transitive App/App.csproj',
        'Altinn.ApiClients.Maskinporten 8.0.1 transitive App/App.csproj',
      ],
    );
  });

  test('are each listed when they share a version', () => {
    const packages = { 'Altinn.App.Api': '8.9.2', 'Altinn.App.Core': '8.9.2', 'Altinn.App.Clients.Fiks': '8.9.2' };
    expect(listed(withPackages(packages)).slice(0, 3)).toEqual([
      'Altinn.App.Api 8.9.2 direct App/App.csproj',
      'Altinn.App.Core 8.9.2 direct App/App.csproj',
      'Altinn.App.Clients.Fiks 8.9.2 direct App/App.csproj',
    ]);
  });

  test('bring an experimental Core with an experimental Api', () => {
    expect(listed(withPackages({ 'Altinn.App.Api.Experimental': '8.9.0' })).slice(1)).toEqual([
      'Altinn.App.Core.Experimental 8.9.0 transitive App/App.csproj',
      'Altinn.ApiClients.Maskinporten 8.0.1 transitive App/App.csproj',
    ]);
  });

  test('bring a Core whose release nobody knows', () => {
    expect(listed(withPackages({ 'Altinn.App.Api': '7.*' }))).toEqual([
      'Altinn.App.Api 7.* direct App/App.csproj',
      'Altinn.App.Core null transitive App/App.csproj',
    ]);
  });

  test('are both where a condition decides', () => {
    const versions = '<Version>8.9.2</Version><Version Condition="$(CI)">8.12.7</Version>';
    const item = `<ItemGroup><PackageReference Include="Altinn.App.Core">${versions}</PackageReference></ItemGroup>`;
    expect(listed(read({ 'App/App.csproj': webProject(item) }))).toEqual([
      'Altinn.App.Core 8.9.2 direct App/App.csproj',
      'Altinn.App.Core 8.12.7 direct App/App.csproj',
      'Altinn.ApiClients.Maskinporten 8.0.1 transitive App/App.csproj',
    ]);
  });

  test('of others are not listed', () => {
    expect(
      listed(withPackages({ 'Altinn.App.Core': '7.15.2', 'Own.Altinn.App': '1.0.0', Altinnish: '1.0.0' })),
    ).toEqual(['Altinn.App.Core 7.15.2 direct App/App.csproj']);
  });

  test('of v4 bring no Core', () => {
    const packages = { 'Altinn.App.Api': '4.34.1', 'Altinn.App.Common': '4.34.1' };
    expect(withPackages(packages).packages.map(({ id }) => id)).toEqual(['Altinn.App.Api', 'Altinn.App.Common']);
  });

  test.each([
    ['8.0.0', '7.1.0'],
    ['8.2.3', '7.1.0'],
    ['8.2.4', '8.0.1'],
    ['8.11.5', '8.0.1'],
    ['8.12.0', '10.0.1'],
    ['8.12.6', '10.0.1'],
    ['8.12.7', '8.0.1'],
    ['8.*', '8.0.1'],
  ])('of %s hold the external client at %s', (core, external) => {
    expect(listed(withPackages({ 'Altinn.App.Api': core, 'Altinn.App.Core': core }))).toContain(
      `Altinn.ApiClients.Maskinporten ${external} transitive App/App.csproj`,
    );
  });

  test.each(['9.0.0-preview.1', '7.15.2', '$(Missing)'])('of %s do not hold it', (core) => {
    expect(withPackages({ 'Altinn.App.Api': core }).packages.map(({ id }) => id)).not.toContain(
      'Altinn.ApiClients.Maskinporten',
    );
  });

  test('hold the external client once when it is referenced as well', () => {
    expect(listed(withPackages({ 'Altinn.App.Core': '8.9.2', 'altinn.apiclients.maskinporten': '9.1.0' }))).toEqual([
      'Altinn.App.Core 8.9.2 direct App/App.csproj',
      'altinn.apiclients.maskinporten 9.1.0 direct App/App.csproj',
    ]);
  });

  test('are central, or pinned there, when managed centrally', () => {
    const central = `<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
      <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled></PropertyGroup><ItemGroup>
      <PackageVersion Include="Altinn.App.Core" Version="8.9.2" />
      <PackageVersion Include="Altinn.ApiClients.Maskinporten" Version="9.1.0" /></ItemGroup></Project>`;
    const project = webProject('<ItemGroup><PackageReference Include="Altinn.App.Core" /></ItemGroup>');
    expect(listed(read({ 'Directory.Packages.props': central, 'App/App.csproj': project }))).toEqual([
      'Altinn.App.Core 8.9.2 central Directory.Packages.props',
      'Altinn.ApiClients.Maskinporten 9.1.0 central Directory.Packages.props',
    ]);
  });

  test('may be those of a project that it references, and are listed once when props give them to both', () => {
    const versions = read({
      'Directory.Build.props': `<Project>${references({ 'Altinn.App.Core': '8.9.2' })}</Project>`,
      'App/App.csproj': webProject('<ItemGroup><ProjectReference Include="../Shared/Shared.csproj" /></ItemGroup>'),
      'Shared/Shared.csproj': `<Project>${references({ 'Altinn.ApiClients.Maskinporten': '9.1.0' })}</Project>`,
    });
    expect(listed(versions)).toEqual([
      'Altinn.App.Core 8.9.2 direct Directory.Build.props',
      'Altinn.ApiClients.Maskinporten 9.1.0 project Shared/Shared.csproj',
    ]);
  });
});
