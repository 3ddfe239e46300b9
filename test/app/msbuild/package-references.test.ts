import { describe, expect, test } from 'vitest';
import { evaluateProject } from '../../../src/app/msbuild/evaluation.ts';
import { packageReferencesOf } from '../../../src/app/msbuild/package-references.ts';
import type { FileRange } from '../../../src/location.ts';
import { references, webProject, workspaceOf } from '../workspace-of.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Each reference as `id version`, with `?` behind what depends on an undecidable condition. */
function read(files: Files): readonly string[] {
  const evaluation = evaluateProject(workspaceOf(files), 'App/App.csproj');
  return packageReferencesOf(evaluation).map(({ id, conditional, versions }) => {
    const texts = versions.map((version) => (version.kind === 'stated' ? version.text : version.reason.code));
    return `${id} ${texts.join(' or ')}${conditional ? ' ?' : ''}`;
  });
}

const api = (version: string) => references({ 'Altinn.App.Api': version });
const properties = (...lines: readonly string[]) => `<PropertyGroup>${lines.join('')}</PropertyGroup>`;
const project = (body: string) => `<Project>${body}</Project>`;

describe('a version is read', () => {
  test.each<[string, string]>([
    ['from an attribute', '<PackageReference Include="Altinn.App.Api" Version="8.9.2" />'],
    [
      'from a child element',
      '<PackageReference Include="Altinn.App.Api">\n<Version> 8.9.2\n</Version></PackageReference>',
    ],
    [
      'from attributes on lines of their own',
      '<PackageReference\r\n  Include="Altinn.App.Api"\r\n  Version="8.9.2"\r\n/>',
    ],
    ['whatever the case of names', '<packagereference Include="Altinn.App.Api" VERSION="8.9.2" />'],
  ])('%s', (_, item) => {
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('under a byte-order mark and the namespace of 2003', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">${api('8.9.2')}</Project>`;
    expect(read({ 'App/App.csproj': text })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('in UTF-16', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="utf-16"?><Project>${api('8.9.2')}</Project>`;
    expect(read({ 'App/App.csproj': Buffer.from(text, 'utf16le') })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('for each of several ids', () => {
    const item = '<PackageReference Include="Altinn.App.Api; Altinn.App.Core" Version="8.9.2" />';
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`) })).toEqual([
      'Altinn.App.Api 8.9.2',
      'Altinn.App.Core 8.9.2',
    ]);
  });

  test('though a list of ids ends in a separator', () => {
    const item = '<PackageReference Include=";Altinn.App.Api; ;" Version="8.9.2" />';
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('of a package named twice, once', () => {
    const item = '<PackageReference Include="Altinn.App.Api;Altinn.App.Api" Version="8.9.2" />';
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('not from what a target does while the build runs', () => {
    expect(read({ 'App/App.csproj': webProject(`<Target Name="x">${api('8.9.2')}</Target>`) })).toEqual([]);
  });
});

describe('properties', () => {
  test('have their last value when items are read, even one set further down', () => {
    const body = `${properties('<V>8.5.0</V>')}${api('$(V)')}${properties('<v>8.9.2</v>')}`;
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('have the value of the moment when other properties are read', () => {
    const body = properties('<Minor>9</Minor>', '<V>8.$(Minor).2</V>', '<Minor>12</Minor>') + api('$(V)');
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('keep a value that a default would replace', () => {
    const body = properties('<V>8.9.2</V>', `<V Condition="'$(V)' == ''">8.5.0</V>`) + api('$(V)');
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('with an undecidable condition leave two versions', () => {
    const body = properties('<V>8.9.2</V>', `<V Condition="'$(Configuration)' == 'Debug'">9.0.0</V>`) + api('$(V)');
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual(['Altinn.App.Api 8.9.2 or 9.0.0']);
  });

  test('set under an undecidable condition only leave the one version there is', () => {
    const body = properties('<V Condition="$(CI)">8.9.2</V>') + api('$(V)');
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('may leave the name of a package open', () => {
    const name = '<Id>Altinn.App.Api</Id><Id Condition="$(CI)">Altinn.App.Api.Experimental</Id>';
    const body = properties(name) + references({ '$(Id)': '8.9.2' });
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual([
      'Altinn.App.Api 8.9.2 ?',
      'Altinn.App.Api.Experimental 8.9.2 ?',
    ]);
  });

  test('that nothing defines leave the version unknown', () => {
    expect(read({ 'App/App.csproj': webProject(api('$(FromPipeline)')) })).toEqual([
      'Altinn.App.Api undefined-property',
    ]);
  });
});

describe('conditions on references', () => {
  test.each([
    [`Condition="'$(UseNext)' == 'true'"`, []],
    [`Condition="'$(UseNext)' != 'true'"`, ['Altinn.App.Api 8.9.2']],
    [`Condition="'$(Configuration)' == 'Release'"`, ['Altinn.App.Api 8.9.2 ?']],
  ])('%s', (condition, expected) => {
    const item = `<PackageReference Include="Altinn.App.Api" Version="8.9.2" ${condition} />`;
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`) })).toEqual(expected);
    const group = `<ItemGroup ${condition}><PackageReference Include="Altinn.App.Api" Version="8.9.2" /></ItemGroup>`;
    expect(read({ 'App/App.csproj': webProject(group) })).toEqual(expected);
  });

  test('a version element may have its own', () => {
    const versions = '<Version>8.5.0</Version><Version Condition="$(CI)">8.9.2</Version>';
    const item = `<PackageReference Include="Altinn.App.Api">${versions}</PackageReference>`;
    const body = `<ItemGroup>${item}</ItemGroup>`;
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual(['Altinn.App.Api 8.5.0 or 8.9.2']);
  });

  test('of a property group and of an import', () => {
    const never = `Condition="'a' == 'b'"`;
    const body = `${properties('<V>8.9.2</V>')}<PropertyGroup ${never}><V>8.1.0</V></PropertyGroup><Import Project="../x.props" ${never} /><ImportGroup ${never}><Import Project="../x.props" /></ImportGroup>`;
    expect(
      read({ 'App/App.csproj': webProject(body + api('$(V)')), 'x.props': project(properties('<V>8.5.0</V>')) }),
    ).toEqual(['Altinn.App.Api 8.9.2']);
    const perhaps = `${properties('<V>8.9.2</V>')}<Import Project="../x.props" Condition="$(CI)" />`;
    expect(
      read({ 'App/App.csproj': webProject(perhaps + api('$(V)')), 'x.props': project(properties('<V>8.5.0</V>')) }),
    ).toEqual(['Altinn.App.Api 8.9.2 or 8.5.0']);
  });

  test('a version element that never holds is none', () => {
    const versions = `<Version>8.9.2</Version><Version Condition="'a' == 'b'">8.5.0</Version>`;
    const item = `<PackageReference Include="Altinn.App.Api">${versions}</PackageReference>`;
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('the last version element that certainly holds counts, and what may follow it', () => {
    const versions = '<Version Condition="$(CI)">8.1.0</Version><Version>8.5.0</Version>';
    const item = `<PackageReference Include="Altinn.App.Api" Version="8.0.0">${versions}</PackageReference>`;
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`) })).toEqual(['Altinn.App.Api 8.5.0']);
  });

  test('an item in a group in doubt is in doubt, whatever its own condition', () => {
    const item = `<PackageReference Include="Altinn.App.Api" Version="8.9.2" Condition="'a' == 'a'" />`;
    expect(read({ 'App/App.csproj': webProject(`<ItemGroup Condition="$(CI)">${item}</ItemGroup>`) })).toEqual([
      'Altinn.App.Api 8.9.2 ?',
    ]);
  });

  test('Choose takes Otherwise where no branch holds, and leaves it in doubt where one may', () => {
    const choose = (condition: string) =>
      `<Choose><When Condition="${condition}">${api('8.5.0')}</When><Otherwise>${api('8.1.0')}</Otherwise></Choose>`;
    expect(read({ 'App/App.csproj': webProject(choose("'a' == 'b'")) })).toEqual(['Altinn.App.Api 8.1.0']);
    expect(read({ 'App/App.csproj': webProject(choose("'a' == 'a'")) })).toEqual(['Altinn.App.Api 8.5.0']);
    expect(read({ 'App/App.csproj': webProject(choose('$(CI)')) })).toEqual([
      'Altinn.App.Api 8.5.0 ?',
      'Altinn.App.Api 8.1.0 ?',
    ]);
  });

  test('Choose takes the first branch that holds', () => {
    const when = (condition: string, version: string) => `<When Condition="${condition}">${api(version)}</When>`;
    const choose = (first: string) =>
      `<Choose>${when(first, '8.5.0')}${when("'a' == 'a'", '8.9.2')}<Otherwise>${api('8.1.0')}</Otherwise></Choose>`;
    expect(read({ 'App/App.csproj': webProject(choose("'a' == 'b'")) })).toEqual(['Altinn.App.Api 8.9.2']);
    expect(read({ 'App/App.csproj': webProject(choose("'$(Configuration)' == 'Debug'")) })).toEqual([
      'Altinn.App.Api 8.5.0 ?',
      'Altinn.App.Api 8.9.2 ?',
    ]);
  });
});

describe('updates and removals', () => {
  const update = (text: string) => `<ItemGroup><PackageReference Update="altinn.app.api" ${text} /></ItemGroup>`;

  test('an update replaces what stands before it, and nothing after it', () => {
    expect(read({ 'App/App.csproj': webProject(api('8.5.0') + update('Version="8.9.2"')) })).toEqual([
      'Altinn.App.Api 8.9.2',
    ]);
    expect(read({ 'App/App.csproj': webProject(update('Version="8.9.2"') + api('8.5.0')) })).toEqual([
      'Altinn.App.Api 8.5.0',
    ]);
  });

  test('an update that may or may not happen leaves both', () => {
    const maybe = update(`Version="9.0.0" Condition="'$(Configuration)' == 'Debug'"`);
    expect(read({ 'App/App.csproj': webProject(api('8.9.2') + maybe) })).toEqual(['Altinn.App.Api 8.9.2 or 9.0.0']);
  });

  test('an update or a removal of another package, or of another kind of item, changes nothing', () => {
    const others = [
      '<PackageReference Update="Altinn.App.Core" Version="9.0.0" />',
      '<PackageReference Remove="Altinn.App" />',
      '<PackageVersion Update="Altinn.App.Api" Version="9.0.0" />',
      '<PackageVersion Remove="Altinn.App.Api" />',
      '<None Remove="Altinn.App.Api" />',
    ];
    const body = `${api('8.9.2')}<ItemGroup>${others.join('')}</ItemGroup>`;
    expect(read({ 'App/App.csproj': webProject(body) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('an update keeps what it does not state', () => {
    const privately = '<ItemGroup><PackageReference Update="Altinn.App.Api" PrivateAssets="all" /></ItemGroup>';
    expect(read({ 'App/App.csproj': webProject(api('8.9.2') + privately) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('an item whose name only the build knows is nothing', () => {
    expect(read({ 'App/App.csproj': webProject(references({ '@(Own)': '8.9.2', '$(Own)': '8.9.2' })) })).toEqual([]);
  });

  test('a removal takes the reference away, or leaves it in doubt', () => {
    const remove = (condition: string) =>
      `<ItemGroup><PackageReference Remove="Altinn.App.Api" ${condition}/></ItemGroup>`;
    expect(read({ 'App/App.csproj': webProject(api('8.9.2') + remove('')) })).toEqual([]);
    expect(read({ 'App/App.csproj': webProject(api('8.9.2') + remove('Condition="$(CI)"')) })).toEqual([
      'Altinn.App.Api 8.9.2 ?',
    ]);
  });
});

describe('files in parents', () => {
  test('the nearest Directory.Build.props is read, and no other', () => {
    expect(
      read({
        'Directory.Build.props': project(api('8.1.0')),
        'App/Directory.Build.props': project(properties('<V>8.9.2</V>')),
        'App/App.csproj': webProject(api('$(V)')),
      }),
    ).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test.each([
    `<Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />`,
    '<Import Project="../Directory.Build.props" />',
    String.raw`<Import Project="..\Directory.Build.props" Condition="Exists('$(MSBuildThisFileDirectory)..\Directory.Build.props')" />`,
    '<Import Project="$(MSBuildThisFileDirectory)../Directory.Build.props" />',
    '<ImportGroup><Import Project="$(MSBuildProjectDirectory)/../Directory.Build.props" /></ImportGroup>',
  ])('unless it imports one: %s', (imported) => {
    expect(
      read({
        'Directory.Build.props': project(properties('<V>8.9.2</V>')),
        'App/Directory.Build.props': project(imported),
        'App/App.csproj': webProject(api('$(V)')),
      }),
    ).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('a project imports props of its own, and targets have the last word', () => {
    expect(
      read({
        'build/versions.props': project(properties('<V>8.5.0</V>')),
        'Directory.Build.targets': project(
          '<ItemGroup><PackageReference Update="Altinn.App.Api" Version="8.9.2" /></ItemGroup>',
        ),
        'App/App.csproj': webProject(String.raw`<Import Project="..\build\versions.props" />${api('$(V)')}`),
      }),
    ).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('a props file finds others from its own folder, not from the project’s', () => {
    expect(
      read({
        'Directory.Build.props': project('<Import Project="$(MSBuildThisFileDirectory)build/versions.props" />'),
        'build/versions.props': project(properties('<V>8.9.2</V>')),
        'App/build/versions.props': project(properties('<V>8.5.0</V>')),
        'App/App.csproj': webProject(api('$(V)')),
      }),
    ).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('either of two files may be the one that is imported', () => {
    const name = properties('<F>a.props</F>', '<F Condition="$(CI)">b.props</F>', '<V>8.1.0</V>');
    expect(
      read({
        'a.props': project(properties('<V>8.5.0</V>')),
        'b.props': project(properties('<V>8.9.2</V>')),
        'App/App.csproj': webProject(`${name}<Import Project="../$(F)" />${api('$(V)')}`),
      }),
    ).toEqual(['Altinn.App.Api 8.1.0 or 8.5.0 or 8.9.2']);
  });

  test('imports in a circle, out of the root or into nothing end', () => {
    const imports = ['App.csproj', '../../../etc/x.props', 'missing.props', '$(Unknown)/x.props', ''];
    const body = imports.map((path) => `<Import Project="${path}" />`).join('');
    expect(read({ 'App/App.csproj': webProject(body + api('8.9.2')) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('a props file that is no XML is listed, and the rest is read', () => {
    const workspace = workspaceOf({
      'Directory.Build.props': '<Project><a></Project>',
      'App/App.csproj': webProject(api('8.9.2')),
    });
    const evaluation = evaluateProject(workspace, 'App/App.csproj');
    expect(evaluation.unread).toMatchObject([{ file: 'Directory.Build.props', reason: 'mismatched-tag' }]);
    expect(packageReferencesOf(evaluation)).toHaveLength(1);
  });
});

describe('central package management', () => {
  const on = '<ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>';
  const central = (items: string, ...extra: readonly string[]) =>
    project(`${properties(on, ...extra)}<ItemGroup>${items}</ItemGroup>`);
  const bare = (extra = '') =>
    webProject(`<ItemGroup><PackageReference Include="Altinn.App.Api" ${extra}/></ItemGroup>`);

  test('gives a reference without a version the central one', () => {
    expect(
      read({
        'Directory.Packages.props': central(
          '<PackageVersion Include="altinn.app.api" Version="$(V)" />',
          '<V>8.9.2</V>',
        ),
        'App/App.csproj': bare(),
      }),
    ).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('lets a reference override it', () => {
    expect(
      read({
        'Directory.Packages.props': central('<PackageVersion Include="Altinn.App.Api" Version="8.5.0" />'),
        'App/App.csproj': bare('VersionOverride="8.9.2"'),
      }),
    ).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test('may be switched on elsewhere, and only counts when it is', () => {
    const versions = project('<ItemGroup><PackageVersion Include="Altinn.App.Api" Version="8.9.2" /></ItemGroup>');
    const files = { 'Directory.Packages.props': versions, 'App/App.csproj': bare() };
    expect(read(files)).toEqual(['Altinn.App.Api no-version']);
    expect(read({ ...files, 'Directory.Build.props': project(properties(on)) })).toEqual(['Altinn.App.Api 8.9.2']);
  });

  test.each([
    ['<ManagePackageVersionsCentrally Condition="$(CI)">true</ManagePackageVersionsCentrally>', '8.9.2'],
    ['<ManagePackageVersionsCentrally>True</ManagePackageVersionsCentrally>', '8.9.2'],
    ['<ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>', 'no-version'],
    ['<ManagePackageVersionsCentrally>$(Central)</ManagePackageVersionsCentrally>', 'no-version'],
  ])('may depend on a condition: %s', (manage, version) => {
    const items = '<ItemGroup><PackageVersion Include="Altinn.App.Api" Version="8.9.2" /></ItemGroup>';
    const packages = project(properties(manage) + items);
    expect(read({ 'Directory.Packages.props': packages, 'App/App.csproj': bare() })).toEqual([
      `Altinn.App.Api ${version}`,
    ]);
  });

  test('gives nothing to a package of another name', () => {
    expect(
      read({
        'Directory.Packages.props': central('<PackageVersion Include="Altinn.App.Core" Version="8.9.2" />'),
        'App/App.csproj': bare(),
      }),
    ).toEqual(['Altinn.App.Api no-version']);
  });

  test('adds packages to every project', () => {
    expect(
      read({
        'Directory.Packages.props': central('<GlobalPackageReference Include="Altinn.Analyzers" Version="1.0.0" />'),
        'App/App.csproj': webProject(''),
      }),
    ).toEqual(['Altinn.Analyzers 1.0.0']);
  });
});

describe('a reference says where it stands', () => {
  function pointedAt(files: Readonly<Record<string, string>>) {
    const workspace = workspaceOf(files);
    const text = ({ file, start, end }: FileRange) => `${file}: ${files[file]?.slice(start, end)}`;
    return packageReferencesOf(evaluateProject(workspace, 'App/App.csproj')).map(({ element, versions }) => [
      text(element),
      ...versions.map(({ at }) => text(at)),
    ]);
  }

  test('and where its version is written', () => {
    const item = '<PackageReference Include="Altinn.App.Api" Version="8.9.2" />';
    const nested = '<PackageReference Include="Altinn.App.Core"><Version>8.9.2</Version></PackageReference>';
    expect(pointedAt({ 'App/App.csproj': webProject(`<ItemGroup>${item}${nested}</ItemGroup>`) })).toEqual([
      [`App/App.csproj: ${item}`, 'App/App.csproj: 8.9.2'],
      [`App/App.csproj: ${nested}`, 'App/App.csproj: 8.9.2'],
    ]);
  });

  test('be it in another file', () => {
    const item = '<PackageReference Include="Altinn.App.Api"/>';
    expect(
      pointedAt({
        'Directory.Packages.props':
          '<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><PackageVersion Include="Altinn.App.Api" Version="[8.9.2]"/></ItemGroup></Project>',
        'App/App.csproj': webProject(`<ItemGroup>${item}</ItemGroup>`),
      }),
    ).toEqual([[`App/App.csproj: ${item}`, 'Directory.Packages.props: [8.9.2]']]);
  });
});
