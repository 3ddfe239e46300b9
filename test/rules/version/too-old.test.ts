import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files, found, projectOf } from '../audited.ts';

const rule = 'version/too-old';
const custom = '    services.ConfigureMaskinportenClient("mine");';
const external = '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("mine"));';

describe('an app below 8.3 that has something to move cannot be moved', () => {
  test.each(['8.2.6', '8.0.0', '7.17.2', '6.0.0', '8.2.*', '[8.2.0]', '[8.0.0,8.3.0)'])('%s', async (version) => {
    expect(await found(rule, appWith(external, { version }))).toEqual(['App/App.csproj:3 error prepare manual']);
  });

  test.each([
    ['an external client', external],
    ['a configured client', custom],
    ['a client that is injected', '    services.AddTransient<IMaskinportenService, S>();'],
    ['a token provider', '    services.GetRequiredService<IMaskinportenTokenProvider>();'],
    ['an authorised client', '    services.AddHttpClient<C>().UseMaskinportenAuthorisation("a");'],
  ])('with %s', async (_, services) => {
    expect(await found(rule, appWith(services, { version: '8.2.0' }))).toEqual([
      'App/App.csproj:3 error prepare manual',
    ]);
  });

  test('nor on the way to v9', async () => {
    expect(await found(rule, appWith(external, { version: '8.2.0' }), { target: 'v9' })).toEqual([
      'App/App.csproj:3 error prepare manual',
    ]);
  });
});

test('an app below 8.3 that has nothing to move gets a note', async () => {
  expect(await found(rule, appWith('', { version: '8.2.0' }))).toEqual(['App/App.csproj:3 note any none']);
});

describe('the place is where the version is stated', () => {
  test.each<[string, Files, string]>([
    [
      'centrally',
      {
        'App/App.csproj': projectOf('x').replaceAll(' Version="x"', ''),
        'Directory.Packages.props':
          '<Project>\n  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>\n  <ItemGroup>\n    <PackageVersion Include="Altinn.App.Api" Version="8.2.0" />\n    <PackageVersion Include="Altinn.App.Core" Version="8.2.0" />\n  </ItemGroup>\n</Project>\n',
      },
      'Directory.Packages.props:4',
    ],
    [
      'in a property of a parent',
      {
        'App/App.csproj': projectOf('$(AltinnVersion)'),
        'Directory.Build.props':
          '<Project>\n  <PropertyGroup>\n    <AltinnVersion>8.2.0</AltinnVersion>\n  </PropertyGroup>\n</Project>\n',
      },
      'App/App.csproj:3',
    ],
  ])('%s', async (_, more, place) => {
    expect(await found(rule, appWith(external, { more }))).toEqual([`${place} error prepare manual`]);
  });
});

test.each<[string, Asked]>([
  ['8.3.0', {}],
  ['8.5.0', {}],
  ['8.7.0', {}],
  ['8.*', {}],
  ['[8.0.0,9.0.0)', {}],
  ['9.0.0-preview.1', {}],
  ['$(Unset)', {}],
])('nothing for %s', async (version, asked) => {
  expect(await found(rule, appWith(external, { version }), asked)).toEqual([]);
});
