import { describe, expect, test } from 'vitest';
import { planVerified } from '../../../src/migrate/verify.ts';
import { appWith, audited, type Files, found, libraryOf, projectOf, referencing, told } from '../audited.ts';

const id = 'Altinn.ApiClients.Maskinporten';
const uses = `using ${id}.Services;\nclass A { SettingsJwkClientDefinition a; }\n`;
const v9 = '9.0.0-preview.2';

const withItems = (project: string, ...items: readonly string[]) =>
  project.replace('  </ItemGroup>', `${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>`);
const referenceTo = (version: string) => `<PackageReference Include="${id}" Version="${version}" />`;

const app = (more: Files = {}, version = v9) => appWith('', { version, more: { 'App/A.cs': uses, ...more } });
const find = (files: Files, asked = {}) => found('clients/package-missing', files, asked);
const missing = ['App/App.csproj:4 error prepare review, package-version'];

async function dataOf(files: Files) {
  const findings = (await audited(files)).flatMap(({ settled }) => settled.map(({ finding }) => finding));
  return findings.filter(({ rule }) => rule === 'clients/package-missing').map(({ data }) => data);
}

async function fixed(files: Files, asked: Parameters<typeof audited>[1] = {}) {
  const [only] = await audited(files, asked);
  if (only === undefined) throw new Error('no app');
  const findings = only.settled.filter(({ finding }) => finding.rule === 'clients/package-missing');
  const selection = { phase: 'prepare', fixes: 'review', withPhaseless: false } as const;
  const { texts, withdrawn } = await planVerified(only, findings, selection, only.audit);
  expect(withdrawn).toEqual([]);
  return {
    told: findings.map((one) => told(only.app, one)),
    data: findings.map(({ finding }) => finding.data),
    texts: Object.fromEntries(texts),
  };
}

describe('code that uses the package gets a reference', () => {
  test('behind the last one, to the last version that binds its settings late', async () => {
    const { told, data, texts } = await fixed(app());
    expect(told).toEqual(missing);
    expect(data).toEqual([
      {
        project: 'App/App.csproj',
        files: ['App/A.cs'],
        kind: 'unreferenced',
        imports: 0,
        version: '8.0.1',
        bindsAtRegistration: false,
      },
    ]);
    expect(texts).toEqual({ 'App/App.csproj': withItems(projectOf(v9), referenceTo('8.0.1')) });
  });

  test.each([
    ['8.2.3', '7.1.0', false],
    ['8.11.5', '8.0.1', false],
    ['8.12.6', '10.0.1', true],
    ['8.12.7', '8.0.1', false],
  ])('to the version that came with Altinn.App %s so far, %s', async (version, brought, bindsAtRegistration) => {
    const { data, texts } = await fixed(app({}, version), { target: 'v9' });
    expect(data).toMatchObject([{ version: brought, bindsAtRegistration }]);
    expect(texts).toEqual({ 'App/App.csproj': withItems(projectOf(version), referenceTo(brought)) });
  });

  test('in the project that compiles it', async () => {
    const { told, texts } = await fixed(
      appWith('', {
        version: v9,
        more: {
          'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
          'Lib/Lib.csproj': libraryOf(v9),
          'Lib/A.cs': uses,
        },
      }),
    );
    expect(told).toEqual(['Lib/Lib.csproj:4 error prepare review, package-version']);
    expect(texts).toEqual({ 'Lib/Lib.csproj': withItems(libraryOf(v9), referenceTo('8.0.1')) });
  });

  test('once, when the app has it through its library', async () => {
    const files = app({
      'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf(v9),
      'Lib/A.cs': uses,
    });
    expect(await find(files)).toEqual(['Lib/Lib.csproj:4 error prepare review, package-version']);
  });

  test('laid out as its neighbour', async () => {
    const project = projectOf(v9).replaceAll(' />', '/>').replaceAll('\n', '\r\n').replaceAll('    ', '\t\t');
    const { texts } = await fixed(app({ 'App/App.csproj': project }));
    const added = `\t\t<PackageReference Include="${id}" Version="8.0.1"/>\r\n`;
    expect(texts).toEqual({ 'App/App.csproj': project.replace('  </ItemGroup>', `${added}  </ItemGroup>`) });
  });

  test.each(['App', 'test'])('and the lock file in %s is to be renewed', async (folder) => {
    const test = { 'test/T.csproj': referencing(libraryOf(null), '../App/App.csproj') };
    expect(await find(app({ ...test, [`${folder}/packages.lock.json`]: '{ "dependencies": {} }\n' }))).toEqual([
      'App/App.csproj:4 error prepare review, package-version, lock-file',
    ]);
  });

  test('past a reference under a condition', async () => {
    const condition = `<PackageReference Include="X" Version="1.0.0" Condition="'$(CI)' == ''" />`;
    const { texts } = await fixed(app({ 'App/App.csproj': withItems(projectOf(v9), condition) }));
    expect(texts).toEqual({ 'App/App.csproj': withItems(projectOf(v9), referenceTo('8.0.1'), condition) });
  });
});

describe('with versions stated centrally', () => {
  const versions = (...items: readonly string[]) =>
    `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>\n</Project>\n`;
  const version = (name: string, text: string) => `<PackageVersion Include="${name}" Version="${text}" />`;
  const [api, core, own] = [version('Altinn.App.Api', v9), version('Altinn.App.Core', v9), version(id, '8.0.1')];
  const project = projectOf(v9).replaceAll(` Version="${v9}"`, '');
  const after = withItems(project, `<PackageReference Include="${id}" />`);

  test.each<[string, readonly string[], readonly string[]]>([
    ['in order', [version('A', '1.0.0'), api, core], [version('A', '1.0.0'), own, api, core]],
    ['first', [api, core], [own, api, core]],
    ['last', [version('Altinn.A', '1.0.0')], [version('Altinn.A', '1.0.0'), own]],
    ['last where there is no order', [core, api], [core, api, own]],
  ])('both are added: %s', async (_, before, expected) => {
    const files = app({ 'App/App.csproj': project, 'Directory.Packages.props': versions(...before) });
    const { texts } = await fixed(files, { target: 'v9' });
    expect(texts).toEqual({ 'App/App.csproj': after, 'Directory.Packages.props': versions(...expected) });
  });

  test('only the reference is added where the version is there', async () => {
    const files = app({
      'App/App.csproj': project,
      'Directory.Packages.props': versions(version(id, '7.1.0'), api, core),
    });
    const { data, texts } = await fixed(files);
    expect(data).toMatchObject([{ version: '7.1.0' }]);
    expect(texts).toEqual({ 'App/App.csproj': after });
  });
});

describe('a reference under a condition is not enough', () => {
  const debug = referenceTo('8.0.1').replace('/>', `Condition="'$(Configuration)' == 'Debug'" />`);
  const other = debug.replace('==', '!=');

  test('when it is the only one', async () => {
    const files = app({ 'App/App.csproj': withItems(projectOf(v9), debug) });
    expect(await find(files)).toEqual(['App/App.csproj:5 error prepare manual, reference-unclear']);
    expect(await dataOf(files)).toMatchObject([
      { kind: 'conditional', project: 'App/App.csproj', files: ['App/A.cs'] },
    ]);
  });

  test('also in a library that the app has the package from', async () => {
    const files = app({
      'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': withItems(libraryOf(v9), debug),
    });
    expect(await find(files)).toEqual(['Lib/Lib.csproj:5 error prepare manual, reference-unclear']);
  });

  test.each<[string, readonly string[]]>([
    ['beside another that may make up for it', [debug, other]],
    ['beside one without', [debug, referenceTo('8.0.1')]],
  ])('but says nothing %s', async (_, items) => {
    expect(await find(app({ 'App/App.csproj': withItems(projectOf(v9), ...items) }))).toEqual([]);
  });
});

describe('nothing is missing', () => {
  test.each<[string, Files]>([
    ['with a reference', { 'App/App.csproj': withItems(projectOf(v9), referenceTo('8.0.1')) }],
    [
      'with a reference in a props file',
      { 'Directory.Build.props': `<Project><ItemGroup>${referenceTo('8.0.1')}</ItemGroup></Project>` },
    ],
    [
      'with a reference of a library',
      {
        'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': withItems(libraryOf(null), referenceTo('8.0.1')),
      },
    ],
    [
      'with a library that brings it',
      {
        'App/App.csproj': withItems(
          projectOf(v9),
          '<PackageReference Include="Altinn.ApiClients.Dan" Version="2.3.0" />',
        ),
      },
    ],
    ['without code that uses it', { 'App/A.cs': 'class A { }\n' }],
    [
      'where the names are the app’s own',
      { 'App/A.cs': 'class SettingsJwkClientDefinition { }\nclass A { SettingsJwkClientDefinition a; }\n' },
    ],
  ])('%s', async (_, more) => {
    expect(await find(app(more))).toEqual([]);
  });

  test('while the target is version 8', async () => {
    expect(await find(app({}, '8.12.7'))).toEqual([]);
    expect(await find(app({}, '8.12.7'), { target: 'v9' })).toEqual(missing);
  });

  test('in a library that does not build on Altinn.App: it has the package from elsewhere', async () => {
    const files = appWith('', {
      version: v9,
      more: {
        'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': withItems(libraryOf(null), '<PackageReference Include="Some.Library" Version="1.0.0" />'),
        'Lib/A.cs': uses,
      },
    });
    expect(await find(files)).toEqual([]);
  });
});

test('a project file without a reference to stand beside is left to people', async () => {
  const files = app({
    'App/App.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />\n',
    'Directory.Build.props': projectOf(v9).replace(' Sdk="Microsoft.NET.Sdk.Web"', ''),
  });
  expect(await find(files)).toEqual(['App/App.csproj:1 error prepare manual, reference-unclear']);
});
