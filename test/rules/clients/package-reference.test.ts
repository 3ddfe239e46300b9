import { describe, expect, test } from 'vitest';
import { applyTidily } from '../../../src/files/blank-lines.ts';
import type { SettledFinding } from '../../../src/migrate/settle.ts';
import { type Asked, appWith, auditedApp, type Files, found, libraryOf, projectOf, referencing } from '../audited.ts';

const id = 'Altinn.ApiClients.Maskinporten';
const reference = `<PackageReference Include="${id}" Version="8.0.1" />`;
const bare = `<PackageReference Include="${id}" />`;
const rule = 'clients/external-package';

function withItems(project: string, ...items: readonly string[]): string {
  return project.replace('  </ItemGroup>', `${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>`);
}

const app = (item: string, more: Files = {}): Files =>
  appWith('', { more: { 'App/App.csproj': withItems(projectOf('8.7.0'), item), ...more } });

/** The findings of the rule, and what the patch of each changes by itself. */
async function each(files: Files, asked: Asked = {}) {
  const { app: read, settled } = await auditedApp(files, asked);
  const after = ({ edits }: SettledFinding, file: string) => {
    const text = read.workspace.read(file);
    return text.kind === 'text'
      ? applyTidily(
          text.source.text,
          edits.filter((edit) => edit.file === file),
        )
      : null;
  };
  return settled
    .filter(({ finding }) => finding.rule === rule)
    .map((one) => ({
      data: one.finding.data,
      remedy: one.finding.remedy,
      after: Object.fromEntries(
        [...new Set(one.edits.map(({ file }) => file))].map((file) => [file, after(one, file)]),
      ),
    }));
}

const because = (...all: readonly string[]) => ({
  kind: 'manual',
  reasons: all.map((one) => ({ code: 'reference-unclear', because: one })),
});

describe('why a reference that nothing needs is left to people', () => {
  const conditional = reference.replace(' />', ` Condition="'$(CI)' == 'true'" />`);
  const twoVersions = `<PackageReference Include="${id}"><Version>8.0.1</Version><Version Condition="'$(CI)' == ''">9.1.0</Version></PackageReference>`;

  test.each<[string, Files, readonly string[]]>([
    ['its condition', app(conditional), ['conditional']],
    [
      'the condition of its group',
      app(reference, {
        'App/App.csproj': projectOf('8.7.0').replace(
          '</Project>',
          `  <ItemGroup Condition="'$(CI)' == 'true'">${reference}</ItemGroup>\n</Project>`,
        ),
      }),
      ['conditional'],
    ],
    ['its versions', app(twoVersions), ['several-versions']],
    ['what it names as well', app(reference.replace(id, `${id};Other`)), ['several-packages']],
    [
      'a version that another file sets',
      app(reference, {
        'Directory.Build.targets': `<Project><ItemGroup><PackageReference Update="${id}" Version="9.1.0" /></ItemGroup></Project>`,
      }),
      ['several-versions'],
    ],
    [
      'a version that another element of its file sets',
      app(`${bare}\n    <PackageReference Update="${id}" Version="9.1.0" />`),
      ['several-versions'],
    ],
    [
      'that NuGet passes it over',
      app('<PackageReference Include="Other" Version="1.0.0" />', {
        'Directory.Packages.props': `<Project><ItemGroup><GlobalPackageReference Include="${id}" Version="8.0.1" /></ItemGroup></Project>`,
      }),
      ['passed-over'],
    ],
    [
      'a Using item that imports something else as well',
      app(`${reference}\n    <Using Include="${id}.Config;System.Text" />`),
      ['unclear-usings'],
    ],
    [
      'an import of the package itself',
      app(reference, { 'App/A.cs': `using M = ${id};\nclass A { }\n` }),
      ['uses-unclear'],
    ],
    [
      'all of that at once',
      app(twoVersions.replace(`"${id}"`, `"${id};Other" Condition="'$(CI)' == ''"`), {
        'App/A.cs': `using M = ${id};\nclass A { }\n`,
      }),
      ['conditional', 'several-versions', 'several-packages', 'uses-unclear'],
    ],
  ])('%s', async (_, files, reasons) => {
    expect((await each(files)).map(({ remedy }) => remedy)).toEqual([because(...reasons)]);
  });

  test('that a string of code names it, in which file', async () => {
    const files = app(reference, { 'App/A.cs': `class A { string a = "${id}"; }\n` });
    expect((await each(files)).map(({ remedy }) => remedy)).toEqual([
      { kind: 'manual', reasons: [{ code: 'package-named-in-text', file: 'App/A.cs' }] },
    ]);
  });
});

describe('what is told of it', () => {
  test.each<[string, string, string | null]>([
    ['its version', reference, '8.0.1'],
    [
      'its versions',
      `<PackageReference Include="${id}"><Version>8.0.1</Version><Version Condition="'$(CI)' == ''">9.1.0</Version></PackageReference>`,
      '8.0.1 | 9.1.0',
    ],
    ['no version where it is not known', bare, null],
  ])('%s', async (_, item, version) => {
    expect((await each(app(item))).map(({ data }) => data)).toEqual([{ version, imports: 0, target: 'v8' }]);
  });

  test('how many imports go with it, and what is aimed at', async () => {
    const files = app(`${reference}\n    <Using Include="${id}.Config" />`, {
      'App/A.cs': `using ${id}.Config;\nclass A { }\n`,
      'App/G.cs': `global using ${id}.Services;\n`,
    });
    expect((await each(files, { target: 'v9' })).map(({ data }) => data)).toEqual([
      { version: '8.0.1', imports: 3, target: 'v9' },
    ]);
  });
});

describe('a version that is stated centrally', () => {
  const versions = (...items: readonly string[]) =>
    `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n${items.map((item) => `    ${item}\n`).join('')}  </ItemGroup>\n</Project>\n`;
  const apis = ['Altinn.App.Api', 'Altinn.App.Core'].map(
    (one) => `<PackageVersion Include="${one}" Version="8.7.0" />`,
  );
  const own = `<PackageVersion Include="${id}" Version="8.0.1" />`;
  const project = projectOf('8.7.0').replaceAll(' Version="8.7.0"', '');
  const props = 'Directory.Packages.props';
  const withLibrary = (item: string, more: Files = {}): Files =>
    appWith('', {
      more: {
        'App/App.csproj': referencing(withItems(project, bare), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': withItems(libraryOf(null), item),
        [props]: versions(own, ...apis),
        ...more,
      },
    });

  test('goes with the last reference, which takes the others along, or it would not build', async () => {
    const [first, last] = await each(withLibrary(bare));
    expect(Object.keys(first?.after ?? {})).toEqual(['App/App.csproj']);
    expect(last?.after).toEqual({
      'App/App.csproj': referencing(project, '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf(null).replace(/ +<ItemGroup>\n +<\/ItemGroup>\n/, ''),
      [props]: versions(...apis),
    });
  });

  test('goes with the last reference of a file', async () => {
    const twice = appWith('', {
      more: { 'App/App.csproj': withItems(project, bare, bare), [props]: versions(own, ...apis) },
    });
    const all = await each(twice);
    expect(all.map(({ after }) => Object.keys(after).includes(props))).toEqual([false, true]);
  });

  test('stays while a reference is left to people', async () => {
    const conditional = bare.replace(' />', ` Condition="'$(CI)' == 'true'" />`);
    const [first, second] = await each(withLibrary(conditional));
    expect(first?.after).toEqual({ 'App/App.csproj': referencing(project, '../Lib/Lib.csproj') });
    expect(second?.remedy).toEqual(because('conditional'));
  });

  test('stays for a project that is no part of the app', async () => {
    const files = appWith('', {
      more: {
        'App/App.csproj': withItems(project, bare),
        'Aside/Aside.csproj': withItems(libraryOf(null), bare),
        [props]: versions(own, ...apis),
      },
    });
    expect((await each(files)).map(({ after }) => Object.keys(after))).toEqual([['App/App.csproj']]);
  });
});

describe('who shares a file that has the reference', () => {
  const props = { 'Directory.Build.props': `<Project><ItemGroup>${reference}</ItemGroup></Project>` };
  const sharing = async (more: Files) =>
    (await found(rule, appWith('', { more: { ...props, ...more } }))).map((one) =>
      one.replace(/^\S+ warning cleanup /, ''),
    );

  test.each<[string, Files, readonly string[]]>([
    ['the app alone', {}, ['safe']],
    [
      'a library of the app',
      {
        'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': libraryOf(null),
      },
      ['safe'],
    ],
    [
      'tests',
      { 'test/T.csproj': withItems(libraryOf(null), '<PackageReference Include="xunit" Version="2.0.0" />') },
      ['safe'],
    ],
    [
      'two tools',
      { 'a/A.csproj': libraryOf(null), 'b/B.csproj': libraryOf(null) },
      ['review, shared-library (a/A.csproj b/B.csproj)'],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await sharing(more)).toEqual(expected);
  });

  test.each<[string, Files, string]>([
    [
      'a tool that builds with a library of the app',
      { 'tool/Tool.csproj': referencing(libraryOf(null), '../Lib/Lib.csproj') },
      'review, shared-library (tool/Tool.csproj)',
    ],
    [
      'tests of a library of the app',
      {
        'test/T.csproj': referencing(
          withItems(libraryOf(null), '<PackageReference Include="xunit" Version="2.0.0" />'),
          '../Lib/Lib.csproj',
        ),
      },
      'safe',
    ],
  ])('%s', async (_, more, expected) => {
    const files = appWith('', {
      more: {
        'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': withItems(libraryOf(null), reference),
        ...more,
      },
    });
    expect(await found(rule, files)).toEqual([`Lib/Lib.csproj:3 warning cleanup ${expected}`]);
  });

  test('not of a project file of the app, whoever builds with that', async () => {
    const files = app(reference, { 'tool/Tool.csproj': referencing(libraryOf(null), '../App/App.csproj') });
    expect(await found(rule, files)).toEqual(['App/App.csproj:5 warning cleanup safe']);
  });
});

describe('lock files are to be renewed', () => {
  const locked = (name: string) =>
    JSON.stringify({ version: 1, dependencies: { net8: { [name]: { type: 'Direct' } } } });

  test.each<[string, Files, readonly string[]]>([
    ['where they list the package', { 'App/packages.lock.json': locked(id) }, ['App/packages.lock.json']],
    ['in any casing', { 'App/packages.lock.json': locked(id.toLowerCase()) }, ['App/packages.lock.json']],
    ['not where they list another', { 'App/packages.lock.json': locked(`${id}.Extras`) }, []],
    [
      'not of a project that does not build with it',
      { 'Aside/Aside.csproj': libraryOf(null), 'Aside/packages.lock.json': locked(id) },
      [],
    ],
    ['not where they have no such name', { 'App/packages.lock.json.bak': locked(id) }, []],
  ])('%s', async (_, more, files) => {
    const [one] = await each(app(reference, more));
    expect(one?.remedy).toMatchObject({
      kind: 'change',
      reasons: files.length === 0 ? [] : [{ code: 'lock-file', files }],
    });
  });
});

describe('a library that brings the package', () => {
  test('is named where the reference may pin its version', async () => {
    const files = app(
      `${reference}\n    <PackageReference Include="Altinn.ApiClients.Dialogporten" Version="1.2.0" />`,
    );
    expect((await each(files)).map(({ remedy }) => remedy)).toMatchObject([
      { reasons: [{ code: 'library-may-bring-package', name: 'Altinn.ApiClients.Dialogporten' }] },
    ]);
  });

  test('may be in a project that builds with the file', async () => {
    const files = appWith('', {
      more: {
        'Directory.Build.props': `<Project><ItemGroup>${reference}</ItemGroup></Project>`,
        'tool/Tool.csproj': withItems(
          libraryOf(null),
          '<PackageReference Include="Altinn.ApiClients.Dan" Version="2.0.0" />',
        ),
      },
    });
    expect(await each(files)).toEqual([]);
  });

  test('need not be in the same project', async () => {
    const files = app(reference, {
      'App/App.csproj': referencing(withItems(projectOf('8.7.0'), reference), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': withItems(
        libraryOf(null),
        '<PackageReference Include="Altinn.ApiClients.Dan" Version="2.0.0" />',
      ),
    });
    expect(await each(files)).toEqual([]);
  });
});
