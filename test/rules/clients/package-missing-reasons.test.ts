import { describe, expect, test } from 'vitest';
import { type Asked, appWith, audited, type Files, libraryOf, projectOf, referencing } from '../audited.ts';

const id = 'Altinn.ApiClients.Maskinporten';
const v9 = '9.0.0-preview.2';
const uses = `using ${id}.Services;\nclass A { SettingsJwkClientDefinition a; }\n`;
const importing = `using ${id}.Services;\nclass A { }\n`;

const withItem = (project: string, item: string) => project.replace('  </ItemGroup>', `    ${item}\n  </ItemGroup>`);
const app = (more: Files, version = v9) => appWith('', { version, more });

/** What a fix of a missing package rests on, or why there is none. */
async function reasonsOf(files: Files, asked: Asked = {}) {
  const apps = await audited(files, asked);
  const findings = apps.flatMap(({ settled }) => settled.map(({ finding }) => finding));
  return findings
    .filter(({ rule }) => rule === 'clients/package-missing')
    .map(({ remedy }) => (remedy.kind === 'none' ? [] : remedy.reasons));
}

describe('the version of a new reference', () => {
  const chosen = (version: string, from: string) => [[{ code: 'package-version', version, from }]];
  const centrally = (...items: readonly string[]) => ({
    'App/App.csproj': projectOf(v9).replaceAll(` Version="${v9}"`, ''),
    'Directory.Packages.props': `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n${items.map((item) => `    ${item}\n`).join('')}    <PackageVersion Include="Altinn.App.Api" Version="${v9}" />\n    <PackageVersion Include="Altinn.App.Core" Version="${v9}" />\n  </ItemGroup>\n</Project>\n`,
  });
  const own = `<PackageVersion Include="${id}" Version="9.1.0" />`;

  test('is chosen, where nothing says one', async () => {
    expect(await reasonsOf(app({ 'App/A.cs': uses }))).toEqual(chosen('8.0.1', 'choice'));
  });

  test('is what Altinn.App brought so far', async () => {
    const files = app({ 'App/A.cs': uses }, '8.12.6');
    expect(await reasonsOf(files, { target: 'v9' })).toEqual(chosen('10.0.1', 'altinn-app'));
  });

  test('is what Altinn.App brought so far, also by a reference of its interface alone', async () => {
    const files = app({ 'App/A.cs': uses, 'App/App.csproj': projectOf('8.2.3', null) });
    expect(await reasonsOf(files, { target: 'v9' })).toEqual(chosen('7.1.0', 'altinn-app'));
  });

  test('is the one that is stated centrally', async () => {
    expect(await reasonsOf(app({ 'App/A.cs': uses, ...centrally(own) }))).toEqual(chosen('9.1.0', 'central'));
  });

  test('is chosen where another package is stated centrally', async () => {
    const other = own.replace(id, `${id}.Extras`);
    expect(await reasonsOf(app({ 'App/A.cs': uses, ...centrally(other) }))).toEqual(chosen('8.0.1', 'choice'));
  });

  test('is chosen where the one that is stated centrally cannot be read', async () => {
    const computed = own.replace('9.1.0', '$(Unset)');
    expect(await reasonsOf(app({ 'App/A.cs': uses, ...centrally(computed) }))).toEqual(chosen('8.0.1', 'choice'));
  });
});

describe('a new reference wants lock files renewed', () => {
  const version = { code: 'package-version', version: '8.0.1', from: 'choice' };

  test('of the project, and of those that build with it', async () => {
    const files = app({
      'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
      'App/packages.lock.json': '{}',
      'Lib/Lib.csproj': libraryOf(v9),
      'Lib/A.cs': uses,
      'Lib/packages.lock.json': '{}',
      'aside/Aside.csproj': libraryOf(null),
      'aside/packages.lock.json': '{}',
    });
    expect(await reasonsOf(files)).toEqual([
      [version, { code: 'lock-file', files: ['App/packages.lock.json', 'Lib/packages.lock.json'] }],
    ]);
  });

  test('which is nothing to say where there are none', async () => {
    expect(await reasonsOf(app({ 'App/A.cs': uses }))).toEqual([[version]]);
  });
});

describe('no reference is added', () => {
  test.each<[string, Files, unknown]>([
    [
      'beside one under a condition',
      {
        'App/App.csproj': withItem(
          projectOf(v9),
          `<PackageReference Include="${id}" Version="8.0.1" Condition="'$(CI)' == 'true'" />`,
        ),
        'App/A.cs': uses,
      },
      { code: 'reference-unclear', because: 'conditional' },
    ],
    [
      'in a project file that has none to stand beside',
      {
        'App/App.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>\n',
        'Directory.Build.props': `<Project><ItemGroup><PackageReference Include="Altinn.App.Api" Version="${v9}" /></ItemGroup></Project>`,
        'App/A.cs': uses,
      },
      { code: 'reference-unclear', because: 'no-neighbour' },
    ],
  ])('%s', async (_, more, reason) => {
    expect(await reasonsOf(app(more))).toEqual([[reason]]);
  });
});

describe('what imports the package for nothing stays', () => {
  const imported = `<Project><ItemGroup><Using Include="${id}.Config" /></ItemGroup></Project>`;

  test('in a props file that another project of the repo imports, too', async () => {
    const files = app({
      'Directory.Build.props': imported,
      'a/A.csproj': libraryOf(null),
      'b/B.csproj': libraryOf(null),
    });
    expect(await reasonsOf(files)).toEqual([[{ code: 'shared-library', projects: ['a/A.csproj', 'b/B.csproj'] }]]);
  });

  test('in a props file of a library that uses it', async () => {
    const files = app({
      'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
      'App/Directory.Build.props': imported,
      'Lib/Lib.csproj': libraryOf(null).replace(
        '<ItemGroup>',
        '<Import Project="../App/Directory.Build.props" />\n  <ItemGroup>',
      ),
      'Lib/A.cs': uses,
    });
    expect(await reasonsOf(files)).toEqual([[{ code: 'shared-library', projects: ['Lib/Lib.csproj'] }]]);
  });

  test('where it may be used after all, which is said once', async () => {
    const files = app({ 'App/A.cs': `using M = ${id};\nusing ${id};\nclass A { }\n` });
    expect(await reasonsOf(files)).toEqual([[{ code: 'reference-unclear', because: 'uses-unclear' }]]);
  });

  test('where code names the package, in each such file', async () => {
    const naming = (name: string) => `class ${name} { string a = "${id}"; }\n`;
    const files = app({ 'App/A.cs': importing, 'App/B.cs': naming('B'), 'App/C.cs': naming('C') });
    expect(await reasonsOf(files)).toEqual([
      [
        { code: 'package-named-in-text', file: 'App/B.cs' },
        { code: 'package-named-in-text', file: 'App/C.cs' },
      ],
    ]);
  });
});
