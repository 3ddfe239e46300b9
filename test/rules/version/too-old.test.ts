import { describe, expect, test } from 'vitest';
import { type Asked, appWith, auditedApp, type Files, found, projectOf } from '../audited.ts';

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
      'first, where a condition decides',
      {
        'App/App.csproj':
          '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <ItemGroup>\n    <PackageReference Include="Other" Version="1.0.0" />\n    <PackageReference Include="Altinn.App.Api" Version="8.2.0" Condition="\'$(Configuration)\' == \'Debug\'" />\n    <PackageReference Include="Altinn.App.Api" Version="8.2.1" Condition="\'$(Configuration)\' == \'Release\'" />\n  </ItemGroup>\n</Project>\n',
      },
      'App/App.csproj:4',
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

describe('8.3 is too old for a client that exchanges its tokens', () => {
  const exchanging = (section: string, exchange: string) =>
    `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("${section}"), d => { d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = ${exchange}; });`;
  const dataOf = async (services: string, version: string) => {
    const { settled } = await auditedApp(appWith(services, { version }));
    return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  };
  const missing = { missing: 'exchange', needed: '8.5.0', advised: '8.7', hasSomethingToMove: true };

  test('which is said', async () => {
    expect(await dataOf(exchanging('a', 'true'), '8.3.4')).toEqual([{ version: '8.3.4', ...missing }]);
    expect(await found(rule, appWith(exchanging('a', 'true'), { version: '8.3.4' }))).toEqual([
      'App/App.csproj:3 error prepare manual',
    ]);
  });

  test.each([
    ['not for one that does not', exchanging('a', 'false'), '8.3.4'],
    ['not for one of which nobody knows', exchanging('a', 'Later()'), '8.3.4'],
    ['not for one of local runs', `    if (env.IsDevelopment())\n    {\n${exchanging('a', 'true')}\n    }`, '8.3.4'],
    ['and 8.5 is not', exchanging('a', 'true'), '8.5.0'],
  ])('%s', async (_, services, version) => {
    expect(await dataOf(services, version)).toEqual([]);
  });

  test('and below, the file that is provisioned comes first', async () => {
    expect(await dataOf(exchanging('a', 'true'), '8.2.6')).toMatchObject([
      { missing: 'provisioned-file', needed: '8.3.0' },
    ]);
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
