import { describe, expect, test } from 'vitest';
import { readProject } from '../../../src/app/project/project.ts';
import { workspaceOf } from '../workspace-of.ts';

function read(body: string, sdk = 'Microsoft.NET.Sdk.Web', props = '') {
  return readProject(
    workspaceOf({
      'App/App.csproj': `<Project Sdk="${sdk}">${body}</Project>`,
      'Directory.Build.props': `<Project>${props}</Project>`,
    }),
    'App/App.csproj',
  );
}

const property = (name: string, value: string) => `<PropertyGroup><${name}>${value}</${name}></PropertyGroup>`;
const implicit = (value: string) => property('ImplicitUsings', value);

/** As in `Microsoft.NET.Sdk.CSharp.props`, `Sdk.Server.props` and `Microsoft.NET.Sdk.Worker.props`. */
const plain = [
  'System',
  'System.Collections.Generic',
  'System.IO',
  'System.Linq',
  'System.Net.Http',
  'System.Threading',
  'System.Threading.Tasks',
];
const host = ['Configuration', 'DependencyInjection', 'Hosting', 'Logging'].map(
  (name) => `Microsoft.Extensions.${name}`,
);
const web = ['Builder', 'Hosting', 'Http', 'Routing'].map((name) => `Microsoft.AspNetCore.${name}`);

describe('implicit usings', () => {
  test.each<[string, readonly string[]]>([
    ['Microsoft.NET.Sdk', plain],
    ['Microsoft.NET.Sdk.Web', [...plain, 'System.Net.Http.Json', ...web, ...host]],
    ['microsoft.net.sdk.web/8.0.100', [...plain, 'System.Net.Http.Json', ...web, ...host]],
    ['Microsoft.NET.Sdk.Worker', [...plain, ...host]],
    ['Microsoft.NET.Sdk.Razor', plain],
    ['MSBuild.Other', []],
    ['Own.Microsoft.NET.Sdk', []],
    ['Microsoft.NET.SdkOfOurs', []],
    ['Microsoft.NET.Sdk;Microsoft.NET.Sdk.Worker', [...plain, ...host]],
  ])('of %s', (sdk, namespaces) => {
    expect(read(implicit('enable'), sdk).implicitUsings).toEqual(namespaces);
  });

  test.each<[string, boolean]>([
    [implicit('true'), true],
    [implicit('Enable'), true],
    [implicit('disable'), false],
    [implicit(''), false],
    ['', false],
    [implicit('$(Chosen)'), false],
    [`${implicit('enable')}${property('ImplicitUsings', 'false')}`, false],
    [implicit('enabled'), false],
    [implicit('untrue'), false],
    [
      `${implicit('true')}<PropertyGroup><ImplicitUsings Condition="$(CI)">enable</ImplicitUsings></PropertyGroup>`,
      true,
    ],
    [
      `<PropertyGroup><ImplicitUsings Condition="'$(Configuration)' == 'Debug'">enable</ImplicitUsings></PropertyGroup>`,
      false,
    ],
  ])('with %s', (body, on) => {
    expect(read(body).implicitUsings.length > 0).toBe(on);
  });

  test('without what the project removes', () => {
    const body = `${implicit('enable')}<ItemGroup><Using Remove="system.io;System.Linq" /></ItemGroup>`;
    expect(read(body, 'Microsoft.NET.Sdk').implicitUsings).toEqual(
      plain.filter((name) => name !== 'System.IO' && name !== 'System.Linq'),
    );
  });

  test('without what it may remove, and with what only another kind of item removes', () => {
    const items = '<Using Remove="System.IO" Condition="$(CI)" /><Compile Remove="System" />';
    expect(read(`${implicit('enable')}<ItemGroup>${items}</ItemGroup>`, 'Microsoft.NET.Sdk').implicitUsings).toEqual(
      plain.filter((name) => name !== 'System.IO'),
    );
  });

  test('set in a props file', () => {
    expect(read('', 'Microsoft.NET.Sdk', implicit('enable')).implicitUsings).toEqual(plain);
  });
});

describe('usings of the project file', () => {
  test.each<[string, object]>([
    ['<Using Include="A.B" />', { kind: 'namespace', alias: null, target: 'A.B', conditional: false }],
    ['<Using Include="A.B" Static="True" />', { kind: 'static', alias: null, target: 'A.B' }],
    ['<Using Include="A.B"><Alias>C</Alias></Using>', { kind: 'alias', alias: 'C', target: 'A.B' }],
    ['<Using Include="global::A.B" />', { kind: 'namespace', target: 'A.B' }],
    ['<Using Include=" global :: A . B " />', { kind: 'namespace', target: 'A.B' }],
    ['<Using Include="A.global::B" />', { kind: 'namespace', target: 'A.global::B' }],
    ['<Using Include="A.B" Static="false" />', { kind: 'namespace', alias: null, target: 'A.B' }],
    ['<Using Include="A.B" Alias=" C " />', { kind: 'alias', alias: 'C', target: 'A.B' }],
    ['<Using Include="A.B" Alias="" />', { kind: 'namespace', alias: null, target: 'A.B' }],
    ['<Using Include="A.B" Alias="$(Own)" />', { kind: 'namespace', alias: null, target: 'A.B' }],
    ['<Using Include="A.B" Alias="C" Static="true" />', { kind: 'alias', alias: 'C', target: 'A.B' }],
    [`<Using Include="A.B" Condition="'$(OS)' == 'Unix'" />`, { kind: 'namespace', target: 'A.B', conditional: true }],
  ])('%s', (item, expected) => {
    expect(read(`<ItemGroup>${item}</ItemGroup>`).usings).toMatchObject([expected]);
  });

  test('are all that is', () => {
    const items = '<Using Include="A" /><PackageReference Include="B" Version="1.0.0" /><Compile Include="C.cs" />';
    expect(read(`<ItemGroup>${items}</ItemGroup>`).usings.map(({ target }) => target)).toEqual(['A']);
  });

  test('point at their element', () => {
    const body = '<ItemGroup><Using Include="A.B;C" /></ItemGroup>';
    const start = '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup>'.length;
    const element = { file: 'App/App.csproj', start, end: start + '<Using Include="A.B;C" />'.length };
    expect(read(body).usings.map((using) => using.element)).toEqual([element, element]);
  });
});

describe('the version of the language', () => {
  test.each<[string, string | null]>([
    [property('LangVersion', '12.0'), '12.0'],
    [property('LangVersion', 'latest'), 'latest'],
    ['', null],
    [property('LangVersion', ''), null],
    [property('LangVersion', '$(Newest)'), null],
    [
      `${property('LangVersion', '11')}<PropertyGroup Condition="'$(CI)' == ''">${property('LangVersion', '12').slice('<PropertyGroup>'.length)}`,
      null,
    ],
  ])('%s', (body, version) => {
    expect(read(body).languageVersion).toBe(version);
  });
});

describe('central versions', () => {
  const props = (on: string) =>
    `${property('ManagePackageVersionsCentrally', on)}<ItemGroup><PackageVersion Include="A" Version="1.0.0" /><PackageVersion Include="B" Version="2.0.0" /></ItemGroup>`;

  test('are listed whether anything references them or not', () => {
    expect(read('', undefined, props('true')).centralVersions?.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  test('are none where each project states its own', () => {
    expect(read('', undefined, props('false')).centralVersions).toBeNull();
    expect(read('').centralVersions).toBeNull();
  });
});

describe('the other facts of a project', () => {
  test('are where it stands, what it is built of, and what could not be read', () => {
    const { file, folder, files, unread, sdks } = read('', 'Microsoft.NET.Sdk.Web/8.0.100', '<Own />');
    expect({ file, folder, files, unread, sdks }).toEqual({
      file: 'App/App.csproj',
      folder: 'App',
      files: ['Directory.Build.props', 'App/App.csproj'],
      unread: [],
      sdks: ['Microsoft.NET.Sdk.Web'],
    });
  });

  test.each([
    ['true', ['A']],
    ['false', []],
  ])('are the versions that are pinned, where transitive pinning is %s', (pinning, ids) => {
    const props = `${property('ManagePackageVersionsCentrally', 'true')}${property('CentralPackageTransitivePinningEnabled', pinning)}<ItemGroup><PackageVersion Include="A" Version="1.0.0" /></ItemGroup>`;
    expect(read('', undefined, props).pinned.map(({ id }) => id)).toEqual(ids);
  });

  test('are no pinned versions where none are central', () => {
    const props = `${property('CentralPackageTransitivePinningEnabled', 'true')}<ItemGroup><PackageVersion Include="A" Version="1.0.0" /></ItemGroup>`;
    expect(read('', undefined, props).pinned).toEqual([]);
  });

  test('are read once', () => {
    const workspace = workspaceOf({ 'App/App.csproj': '<Project />' });
    expect(readProject(workspace, 'App/App.csproj')).toBe(readProject(workspace, 'App/App.csproj'));
  });
});

test.each([
  [property('UserSecretsId', '6f1c5a1e-made-up'), '6f1c5a1e-made-up'],
  [property('UserSecretsId', ''), null],
  ['', null],
])('the id of user secrets, which only local runs read: %s', (body, id) => {
  expect(read(body).userSecretsId).toBe(id);
});
