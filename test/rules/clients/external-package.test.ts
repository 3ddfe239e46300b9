import { describe, expect, test } from 'vitest';
import { planVerified } from '../../../src/migrate/verify.ts';
import { appWith, audited, type Files, found, libraryOf, projectOf, referencing, told } from '../audited.ts';

const id = 'Altinn.ApiClients.Maskinporten';
const reference = `<PackageReference Include="${id}" Version="8.0.1" />`;
const line = `    ${reference}\n`;

/** A project with more references, a line each. */
function withItems(project: string, ...items: readonly string[]): string {
  return project.replace('  </ItemGroup>', `${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>`);
}

const app = (more: Files = {}, services = '') =>
  appWith(services, { more: { 'App/App.csproj': withItems(projectOf('8.7.0'), reference), ...more } });

const find = (files: Files, asked = {}) => found('clients/external-package', files, asked);
const safe = ['App/App.csproj:5 warning cleanup safe'];
const perhapsPinned = 'App/App.csproj:6 warning cleanup review, library-may-bring-package';

/** The files that the fix changes, and why it should be looked at. */
async function fixed(files: Files) {
  const [only] = await audited(files);
  if (only === undefined) throw new Error('no app');
  const findings = only.settled.filter(({ finding }) => finding.rule === 'clients/external-package');
  const selection = { phase: 'cleanup', fixes: 'review', withPhaseless: false } as const;
  const { texts, withdrawn } = await planVerified(only, findings, selection, only.audit);
  expect(withdrawn).toEqual([]);
  return { told: findings.map((one) => told(only.app, one)), texts: Object.fromEntries(texts) };
}

describe('a reference that nothing needs', () => {
  test('goes with its line', async () => {
    expect(await fixed(app())).toEqual({ told: safe, texts: { 'App/App.csproj': projectOf('8.7.0') } });
  });

  test('goes with the group that it was all of', async () => {
    const project = projectOf('8.7.0');
    const apart = project.replace('</Project>', `\n  <ItemGroup>\n${line}  </ItemGroup>\n\n</Project>`);
    const { texts } = await fixed(app({ 'App/App.csproj': apart }));
    expect(texts).toEqual({ 'App/App.csproj': project.replace('</Project>', '\n</Project>') });
  });

  test('goes from a props file, and is told once for all projects of the app', async () => {
    const props = (items: string) => `<Project>\n  <ItemGroup>\n    <X />\n${items}  </ItemGroup>\n</Project>\n`;
    const { told, texts } = await fixed(
      app({
        'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': libraryOf(null),
        'Directory.Build.props': props(line),
      }),
    );
    expect(told).toEqual(['Directory.Build.props:4 warning cleanup safe']);
    expect(texts).toEqual({ 'Directory.Build.props': props('') });
  });

  test('is looked for in projects, and not in what people have laid beside them', async () => {
    const old = withItems(libraryOf('8.7.0'), reference);
    expect(await find(app({ 'Lib/Lib.csproj.bak': old, 'Lib/Lib.csproj.user': old }))).toEqual(safe);
  });

  test('goes from a library of the app', async () => {
    const files = app({
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': withItems(libraryOf('8.7.0'), reference),
    });
    expect(await find(files)).toEqual(['Lib/Lib.csproj:5 warning cleanup safe']);
  });

  test.each<[string, Files]>([
    ['a comment', { 'App/A.cs': `// ${id}.Config.MaskinportenSettings\nclass A { }\n` }],
    ['text that is no code', { 'README.md': `Uses ${id}.`, 'App/appsettings.json': `{ "Logging": { "${id}": 1 } }` }],
    [
      'types of the app’s own',
      { 'App/A.cs': 'class MaskinportenService { TokenResponse a; }\nclass TokenResponse { }\n' },
    ],
    [
      'the built-in client’s',
      { 'App/A.cs': 'using Altinn.App.Core.Features.Maskinporten;\nclass A { IMaskinportenClient a; }\n' },
    ],
    ['types of another package', { 'App/A.cs': 'using Other.Maskinporten;\nclass A { MaskinportenSettings a; }\n' }],
  ])('is not needed by %s', async (_, more) => {
    expect(await find(app(more))).toEqual(safe);
  });

  test.each(['App/packages.lock.json', 'App/packages.App.lock.json', 'test/packages.lock.json'])(
    'goes for review where %s lists the package',
    async (lock) => {
      const test = { 'test/T.csproj': referencing(libraryOf(null), '../App/App.csproj') };
      const listing = `{ "dependencies": { "net8.0": { "${id}": { "type": "Direct", "resolved": "8.0.1" } } } }\n`;
      expect(await find(app({ ...test, [lock]: listing }))).toEqual([
        'App/App.csproj:5 warning cleanup review, lock-file',
      ]);
      expect(await find(app({ ...test, [lock]: '{ "dependencies": {} }\n' }))).toEqual(safe);
      expect(await find(app({ [`elsewhere/${lock}`]: listing }))).toEqual(safe);
    },
  );

  test('is not needed beside Dan 3', async () => {
    const project = withItems(
      projectOf('8.7.0'),
      '<PackageReference Include="Altinn.ApiClients.Dan" Version="3.0.0" />',
      reference,
    );
    expect(await find(app({ 'App/App.csproj': project }))).toEqual(['App/App.csproj:6 warning cleanup safe']);
  });
});

describe('what imports the package for nothing goes along', () => {
  test.each<[string, string, string]>([
    ['a using', `using ${id}.Config;\nusing System;\nclass A { }\n`, 'using System;\nclass A { }\n'],
    ['an alias', `using S = ${id}.Config.MaskinportenSettings;\n\nclass A { }\n`, 'class A { }\n'],
    ['several', `using ${id}.Config;\nusing ${id}.Services;\n\nclass A { }\n`, 'class A { }\n'],
    ['a global using', `global using ${id}.Config; // settings\nglobal using System;\n`, 'global using System;\n'],
    [
      'a global alias',
      `global using S = ${id}.Config.MaskinportenSettings;\nglobal using System;\n`,
      'global using System;\n',
    ],
    ['all that a file has', `global using ${id}.Config;\n`, ''],
    ['at the end of a file', `global using System;\nglobal using ${id}.Config;`, 'global using System;\n'],
    ['both kinds', `global using ${id}.Config;\nusing ${id}.Services;\nclass A { }\n`, 'class A { }\n'],
    ['a using below a comment', `// (c)\n\nusing ${id}.Config;\n\nclass A { }\n`, '// (c)\n\nclass A { }\n'],
  ])('%s', async (_, before, after) => {
    const { told, texts } = await fixed(app({ 'App/A.cs': before }));
    expect(told).toEqual(safe);
    expect(texts).toEqual({ 'App/App.csproj': projectOf('8.7.0'), 'App/A.cs': after });
  });

  test('a Using item of the project', async () => {
    const project = projectOf('8.7.0').replace(
      '</Project>',
      `  <ItemGroup>\n    <Using Include="${id}.Config" />\n    <Using Include="S" />\n  </ItemGroup>\n</Project>`,
    );
    const { told, texts } = await fixed(app({ 'App/App.csproj': withItems(project, reference) }));
    expect(told).toEqual(safe);
    expect(texts['App/App.csproj']).toBe(withItems(project.replace(`    <Using Include="${id}.Config" />\n`, '')));
  });

  test('but not an alias of the package, which may be meant for anything', async () => {
    expect(await find(app({ 'App/A.cs': `using M = ${id};\nclass A { }\n` }))).toEqual([
      'App/App.csproj:5 warning cleanup manual, reference-unclear',
    ]);
  });

  test('but not a Using item that imports something else as well', async () => {
    const item = `<Using Include="${id}.Config;System.Text" />`;
    const files = app({ 'App/App.csproj': withItems(projectOf('8.7.0'), reference, item) });
    expect(await find(files)).toEqual(['App/App.csproj:5 warning cleanup manual, reference-unclear']);
  });
});

describe('a reference is needed', () => {
  const services = `using ${id}.Services;\n`;

  test.each<[string, Files]>([
    ['by a type', { 'App/A.cs': `${services}class A { SettingsJwkClientDefinition a; }\n` }],
    ['by a type in full', { 'App/A.cs': `class A { ${id}.Config.MaskinportenSettings a; }\n` }],
    ['by an alias', { 'App/A.cs': `using S = ${id}.Config.MaskinportenSettings;\nclass A { S a; }\n` }],
    [
      'by a global using elsewhere',
      { 'App/U.cs': `global using ${id}.Services;\n`, 'App/A.cs': 'class A { Pkcs12ClientDefinition a; }\n' },
    ],
    [
      'by a global alias elsewhere',
      { 'App/U.cs': `global using S = ${id}.Config.MaskinportenSettings;\n`, 'App/A.cs': 'class A { S a; }\n' },
    ],
    [
      'perhaps by a static using',
      { 'App/A.cs': `using static ${id}.Helpers.MaskinportenClientDefinitionHelper;\nclass A { }\n` },
    ],
    ['perhaps under a symbol', { 'App/A.cs': `#if OLD\nusing ${id}.Services;\n#endif\nclass A { }\n` }],
    ['perhaps by a file that was not understood', { 'App/A.cs': `${services}class A { void M( } }\n` }],
    ['perhaps by a namespace that we do not know', { 'App/A.cs': `using ${id}.Unheard;\nclass A { }\n` }],
    [
      'by a test',
      { 'test/T.csproj': libraryOf(null), 'test/T.cs': `${services}class T { SettingsJwkClientDefinition a; }\n` },
    ],
    ['by a tool without a project', { 'tools/T.csx': `#r "nuget: ${id}"\n` }],
    ['by a view', { 'App/Views/A.cshtml': `@using ${id}.Services\n` }],
    [
      'by the project file of a test',
      { 'test/T.csproj': withItems(libraryOf('8.7.0'), `<Using Include="${id}.Services" />`) },
    ],
  ])('%s', async (_, more) => {
    expect(await find(app(more))).toEqual([]);
  });

  test('by a name that only the project file imports', async () => {
    const project = withItems(projectOf('8.7.0'), reference, `<Using Include="${id}.Services" />`);
    const definition = 'class A : IClientDefinition { Pkcs12ClientDefinition a; }\n';
    expect(await find(app({ 'App/App.csproj': project, 'App/A.cs': definition }))).toEqual([]);
    expect(await find(app({ 'App/App.csproj': project, 'App/A.cs': 'class A { }\n' }))).toEqual(safe);
  });

  test.each([
    ['Altinn.ApiClients.Dan', '2.3.0', []],
    ['Altinn.ApiClients.Dan', '$(DanVersion)', [perhapsPinned]],
    ['Altinn.ApiClients.Dialogporten', '1.2.0', [perhapsPinned]],
    ['Altinn.Correspondence.Client', '1.0.0', [perhapsPinned]],
    ['Altinn.Correspondence.Contracts', '1.0.0', ['App/App.csproj:6 warning cleanup safe']],
  ])('perhaps by the version that is pinned beside %s %s', async (library, version, told) => {
    const project = withItems(
      projectOf('8.7.0'),
      `<PackageReference Include="${library}" Version="${version}" />`,
      reference,
    );
    expect(await find(app({ 'App/App.csproj': project }))).toEqual(told);
  });

  test('by a client that is decided to become an external one', async () => {
    const files = app({}, '    services.ConfigureMaskinportenClient("mine:MaskinportenSettings");');
    expect(await find(files, { decide: { 'mine:MaskinportenSettings': 'own-external' } })).toEqual([]);
    expect(await find(files)).toEqual(safe);
  });
});

describe('other apps in the repo', () => {
  const other = (project: string): Files => ({
    'other/App/App.csproj': project,
    'other/App/Program.cs': `using ${id}.Services;\nclass A { SettingsJwkClientDefinition a; }\n`,
    'other/App/config/applicationmetadata.json': '{ "id": "ttd/other", "org": "ttd" }\n',
  });

  test('use their own reference', async () => {
    expect(await find(app(other(withItems(projectOf('8.7.0'), reference))))).toEqual(safe);
  });

  test('may use this one, by a props file', async () => {
    const props = { 'Directory.Build.props': `<Project><ItemGroup>${reference}</ItemGroup></Project>` };
    const files = app({ 'App/App.csproj': projectOf('8.7.0'), ...props, ...other(projectOf('8.7.0')) });
    expect(await find(files)).toEqual([]);
  });

  test('may have nothing to do with it, and share the props file all the same', async () => {
    const props = { 'Directory.Build.props': `<Project><ItemGroup>${reference}</ItemGroup></Project>` };
    const files = app({
      'App/App.csproj': projectOf('8.7.0'),
      ...props,
      'tool/Tool.csproj': libraryOf(null),
      'test/Test.csproj': withItems(libraryOf(null), '<PackageReference Include="xunit" Version="2.0.0" />'),
    });
    expect(await find(files)).toEqual([
      'Directory.Build.props:1 warning cleanup review, shared-library (tool/Tool.csproj)',
    ]);
  });
});

describe('a version that is stated centrally', () => {
  const versions = (...items: readonly string[]) =>
    `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>\n</Project>\n`;
  const apis = ['Altinn.App.Api', 'Altinn.App.Core'].map(
    (name) => `<PackageVersion Include="${name}" Version="8.7.0" />`,
  );
  const own = `<PackageVersion Include="${id}" Version="8.0.1" />`;
  const project = projectOf('8.7.0').replaceAll(' Version="8.7.0"', '');
  const bare = `<PackageReference Include="${id}" />`;
  const central = (more: Files = {}) =>
    app({ 'App/App.csproj': withItems(project, bare), 'Directory.Packages.props': versions(own, ...apis), ...more });

  test('goes with the reference', async () => {
    expect(await fixed(central())).toEqual({
      told: safe,
      texts: { 'App/App.csproj': project, 'Directory.Packages.props': versions(...apis) },
    });
  });

  test('stays while another project references the package', async () => {
    const { texts } = await fixed(central({ 'tool/Tool.csproj': withItems(libraryOf(null), bare) }));
    expect(Object.keys(texts)).toEqual(['App/App.csproj']);
  });

  test('goes with the last of several references', async () => {
    const { told, texts } = await fixed(
      central({
        'App/App.csproj': referencing(withItems(project, bare), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': withItems(libraryOf(null), bare),
      }),
    );
    expect(told).toEqual([...safe, 'Lib/Lib.csproj:3 warning cleanup safe']);
    expect(texts['Directory.Packages.props']).toBe(versions(...apis));
  });

  test('stays when it is pinned without a reference', async () => {
    const pinned = versions(own, ...apis).replace(
      '<ManagePackage',
      '<CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled><ManagePackage',
    );
    const { texts } = await fixed(central({ 'Directory.Packages.props': pinned }));
    expect(Object.keys(texts)).toEqual(['App/App.csproj']);
  });

  test('may be the reference itself', async () => {
    const global = `<GlobalPackageReference Include="${id}" Version="8.0.1" />`;
    const files = central({ 'App/App.csproj': project, 'Directory.Packages.props': versions(global, ...apis) });
    const { told, texts } = await fixed(files);
    expect(told).toEqual(['Directory.Packages.props:6 warning cleanup safe']);
    expect(texts).toEqual({ 'Directory.Packages.props': versions(...apis) });
  });
});

describe('a reference is left to people', () => {
  test.each<[string, string]>([
    [
      'under a condition',
      `<PackageReference Include="${id}" Version="8.0.1" Condition="'$(Configuration)' == 'Debug'" />`,
    ],
    [
      'with several versions',
      `<PackageReference Include="${id}"><Version>8.0.1</Version><Version Condition="'$(CI)' == ''">9.1.0</Version></PackageReference>`,
    ],
    ['beside another package', `<PackageReference Include="${id};Other.Package" Version="8.0.1" />`],
  ])('%s', async (_, item) => {
    const files = app({ 'App/App.csproj': withItems(projectOf('8.7.0'), item) });
    expect(await find(files)).toEqual(['App/App.csproj:5 warning cleanup manual, reference-unclear']);
  });

  test.each<[string, Files]>([
    ['Directory.Packages.props', { 'App/App.csproj': projectOf('8.7.0') }],
    ['Directory.Build.props', { 'test/T.csproj': libraryOf(null) }],
  ])('for all projects, in %s of a repo without central versions', async (file, more) => {
    const global = `<Project><ItemGroup><GlobalPackageReference Include="${id}" Version="8.0.1" /></ItemGroup></Project>`;
    expect(await find(appWith('', { more: { ...more, [file]: global } }))).toEqual([
      `${file}:1 warning cleanup manual, reference-unclear`,
    ]);
  });

  test.each([
    ['in a string', `class A { Type? a = Type.GetType("${id}.Services.MaskinportenService, ${id}"); }\n`],
    ['in a verbatim string', `class A { string a = @"${id}"; }\n`],
    ['in a raw string', `class A { string a = """${id}"""; }\n`],
    ['in an interpolated string', `class A { string a(string b) => $"${id}.{b}"; }\n`],
  ])('that code names %s, and may load by that name', async (_, code) => {
    expect(await find(app({ 'App/A.cs': code }))).toEqual([
      'App/App.csproj:5 warning cleanup manual, package-named-in-text',
    ]);
  });

  test('with a version that another file changes', async () => {
    const targets = `<Project><ItemGroup><PackageReference Update="${id}" Version="9.1.0" /></ItemGroup></Project>`;
    expect(await find(app({ 'Directory.Build.targets': targets }))).toEqual([
      'App/App.csproj:5 warning cleanup manual, reference-unclear',
    ]);
  });
});

test('an app without a reference has nothing to tell', async () => {
  expect(await find(appWith(''))).toEqual([]);
});
