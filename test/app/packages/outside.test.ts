import { describe, expect, test } from 'vitest';
import { externalReferences } from '../../../src/app/packages/external-references.ts';
import { missingPackages } from '../../../src/app/packages/missing-package.ts';
import { outsideProjects } from '../../../src/app/packages/outside-projects.ts';
import { isUsedOutside } from '../../../src/app/packages/outside-uses.ts';
import { appWith, audited, type Files, libraryOf, projectOf, referencing } from '../../rules/audited.ts';

const id = 'Altinn.ApiClients.Maskinporten';
const v9 = '9.0.0-preview.2';
const naming = `using ${id}.Services;\nclass T { SettingsJwkClientDefinition a; }\n`;
const services = '    services.AddHttpClient<A>().UseMaskinportenAuthorization("a");';
const withItems = (project: string, ...items: readonly string[]) =>
  project.replace('  </ItemGroup>', `${items.join('\n')}\n  </ItemGroup>`);
const onApp = referencing(libraryOf(null), '../App/App.csproj');

const otherApp = {
  'other/App/App.csproj': projectOf(v9),
  'other/App/Program.cs': 'class P { }\n',
  'other/App/config/applicationmetadata.json': '{ "id": "ttd/other", "org": "ttd" }\n',
};

/** The app at the root of a repo with these files. */
async function rootApp(more: Files) {
  const apps = await audited(appWith(services, { version: v9, more }));
  const root = apps.find(({ app }) => app.location.path === '.');
  if (root === undefined) throw new Error('no app');
  return root.app;
}

describe('code outside the app uses the package', () => {
  const isUsed = async (more: Files) => isUsedOutside(await rootApp(more), []);

  test.each<[string, Files]>([
    ['in a test project', { 'test/T.csproj': onApp, 'test/T.cs': naming }],
    ['in code of no project', { 'tools/T.cs': naming }],
    ['in a comment, which may be about what it needs', { 'tools/T.cs': `// ${id}\n` }],
    ['in a script', { 'tools/t.csx': `#r "nuget: ${id}, 8.0.1"\n` }],
    ['in F#', { 'tools/T.fs': `open ${id}.Services\n` }],
    ['in Visual Basic', { 'tools/T.vb': `Imports ${id}.Services\n` }],
    ['in Razor', { 'tools/T.razor': `@using ${id}.Services\n` }],
    ['in a page', { 'tools/T.CSHTML': `@using ${id}.Services\n` }],
    [
      'by what a project imports',
      { 'test/T.csproj': withItems(libraryOf(null), `<Using Include="${id}.Services" />`) },
    ],
    [
      'by both',
      { 'test/T.csproj': withItems(libraryOf(null), `<Using Include="${id}.Services" />`), 'test/T.cs': naming },
    ],
    ['beside another app that uses it', { ...otherApp, 'other/App/A.cs': naming, 'tools/T.cs': naming }],
  ])('%s', async (_, more) => {
    expect(await isUsed(more)).toBe(true);
  });

  test.each<[string, Files]>([
    ['nowhere', {}],
    ['not in the app itself', { 'App/A.cs': naming }],
    ['not in text', { 'README.md': `Uses ${id}.\n`, 'docs/A.cs.txt': naming }],
    ['not by another package', { 'tools/T.cs': 'using Altinn.ApiClients.Dan;\n' }],
    [
      'not by what a project imports of another',
      { 'test/T.csproj': withItems(libraryOf(null), '<Using Include="Other" />') },
    ],
    ['not in another app, whose own affair it is', { ...otherApp, 'other/App/A.cs': naming }],
    [
      'not by what another app imports',
      { ...otherApp, 'other/App/App.csproj': withItems(projectOf(v9), `<Using Include="${id}.Services" />`) },
    ],
  ])('%s', async (_, more) => {
    expect(await isUsed(more)).toBe(false);
  });

  test('in another app that builds with the same reference', async () => {
    const app = await rootApp({ ...otherApp, 'other/App/A.cs': naming });
    const [built] = (await audited(appWith('', { more: otherApp }))).flatMap((one) =>
      one.app.projects.filter(({ file }) => file === 'other/App/App.csproj'),
    );
    expect(isUsedOutside(app, built ? [built] : [])).toBe(true);
  });
});

describe('a project that is part of no app is concerned', () => {
  const concerned = async (more: Files) =>
    outsideProjects(await rootApp(more)).map(
      ({ project, buildsOnApp, ofOtherApps }) =>
        `${project.file}${buildsOnApp ? ' on the app' : ''}${ofOtherApps.map((other) => ` and ${other}`).join('')}`,
    );

  test.each<[string, Files, readonly string[]]>([
    ['that builds on the app', { 'test/T.csproj': onApp, 'test/T.cs': naming }, ['test/T.csproj on the app']],
    [
      'that builds on it through another',
      {
        'test/T.csproj': onApp,
        'test/X.cs': 'class X { }\n',
        'more/M.csproj': referencing(libraryOf(null), '../test/T.csproj'),
        'more/M.cs': naming,
      },
      ['more/M.csproj on the app'],
    ],
    [
      'that imports the package for all its files',
      { 'test/T.csproj': withItems(onApp, `<Using Include="${id}.Services" />`) },
      ['test/T.csproj on the app'],
    ],
    ['that builds on version 9 by itself', { 'test/T.csproj': libraryOf(v9), 'test/T.cs': naming }, ['test/T.csproj']],
    [
      'that builds on another app as well',
      {
        ...otherApp,
        'test/T.csproj': referencing(onApp, '../other/App/App.csproj'),
        'test/T.cs': naming,
      },
      ['test/T.csproj on the app and other/App/App.csproj'],
    ],
    [
      'in the order in which they build on each other',
      {
        'a/A.csproj': referencing(libraryOf(null), '../b/B.csproj'),
        'a/A.cs': naming,
        'b/B.csproj': onApp,
        'b/B.cs': naming,
      },
      ['b/B.csproj on the app', 'a/A.csproj on the app'],
    ],
    ['not where nothing names the package', { 'test/T.csproj': onApp, 'test/T.cs': 'class T { }\n' }, []],
    [
      'not where only other things are imported',
      { 'test/T.csproj': withItems(onApp, '<Using Include="Other" />'), 'test/T.cs': 'class T { }\n' },
      [],
    ],
    ['not on version 8', { 'test/T.csproj': libraryOf('8.7.0'), 'test/T.cs': naming }, []],
    ['not without Altinn.App', { 'test/T.csproj': libraryOf(null), 'test/T.cs': naming }, []],
    ['not of another app', { ...otherApp, 'other/App/A.cs': naming }, []],
    [
      'not that builds on another app alone',
      { ...otherApp, 'test/T.csproj': referencing(libraryOf(v9), '../other/App/App.csproj'), 'test/T.cs': naming },
      [],
    ],
    [
      'not of the app’s own libraries',
      {
        'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': libraryOf(v9),
        'Lib/L.cs': naming,
      },
      [],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await concerned(more)).toEqual(expected);
  });
});

describe('a reference to the package is found', () => {
  async function references(project: string, more: Files = {}) {
    return externalReferences(await rootApp({ 'App/App.csproj': project, ...more })).map(
      ({ reference, shared, passedOver, central }) => {
        const marks = { shared, passedOver, central: central !== null };
        const set = Object.entries(marks).flatMap(([mark, is]) => (is ? [mark] : []));
        return [reference.id, ...set].join(' ');
      },
    );
  }
  const reference = (name: string) => `<PackageReference Include="${name}" Version="8.0.1" />`;
  const global = (name: string) => `<GlobalPackageReference Include="${name}" Version="8.0.1" />`;
  const project = projectOf(v9);

  test.each<[string, readonly string[], readonly string[]]>([
    ['as it is', [reference(id)], [id]],
    ['in another casing', [reference(id.toLowerCase())], [id.toLowerCase()]],
    ['together with others', [reference(`${id};Other`)], [`${id} shared`]],
    ['beside others', [reference('Other'), reference(id)], [id]],
    ['for all projects, which means nothing here', [global(id)], [`${id} passedOver`]],
    ['not of another package', [reference(`${id}.Extra`), reference('Other')], []],
    ['not of another package for all projects', [global('Other')], []],
    ['not of what has its name', [global('Other'), `<None Include="${id}" />`, `<Using Include="${id}" />`], []],
  ])('%s', async (_, items, expected) => {
    expect(await references(withItems(project, ...items))).toEqual(expected);
  });

  test('for all projects in each version that may hold', async () => {
    const apart = (version: string) =>
      `<GlobalPackageReference Include="${id}"><Version>${version}</Version></GlobalPackageReference>`;
    const versions = async (item: string) =>
      externalReferences(await rootApp({ 'App/App.csproj': withItems(project, item) })).map(({ reference: one }) =>
        one.versions.map((version) =>
          version.kind === 'stated' ? `${version.text} ${version.how}` : version.reason.code,
        ),
      );
    expect(await versions(apart('8.0.1'))).toEqual([['8.0.1 central']]);
    expect(await versions(apart('$(Unknown)'))).toEqual([[expect.any(String)]]);
    expect(await versions(`<GlobalPackageReference Include="${id}" />`)).toEqual([[]]);
  });

  test('once, where a props file states it for several projects of the app', async () => {
    const props = `<Project><ItemGroup>${reference(id)}</ItemGroup></Project>`;
    const more = { 'Lib/Lib.csproj': libraryOf(v9), 'Directory.Build.props': props };
    expect(await references(referencing(project, '../Lib/Lib.csproj'), more)).toEqual([id]);
  });

  test('with the version that is stated for all projects', async () => {
    const props = (items: string) =>
      `<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup>${items}</ItemGroup></Project>`;
    const version = `<PackageVersion Include="${id}" Version="8.0.1" />`;
    const bare = withItems(project, `<PackageReference Include="${id}" />`);
    expect(await references(bare, { 'Directory.Packages.props': props(version) })).toEqual([`${id} central`]);
    expect(await references(bare, { 'Directory.Packages.props': props('') })).toEqual([id]);
    expect(await references(bare, { 'Directory.Packages.props': props(version + version) })).toEqual([id]);
    const conditional = version.replace(' />', ` Condition="'$(CI)' == ''" />`);
    expect(await references(bare, { 'Directory.Packages.props': props(conditional) })).toEqual([id]);
    expect(await references(project, { 'Directory.Packages.props': props(global(id)) })).toEqual([id]);
  });
});

describe('projects lack the package', () => {
  async function lacking(more: Files): Promise<readonly string[]> {
    return missingPackages(await rootApp(more)).map(
      ({ project, outside, files, imports }) =>
        `${project.file}${outside === null ? '' : ' (outside)'}: ${files.join(' ')}${imports === null ? '' : ' (imports)'}`,
    );
  }
  const reference = `<PackageReference Include="${id}" Version="8.0.1" />`;
  const debug = (value: string) => reference.replace(' />', ` Condition="'$(Configuration)' == '${value}'" />`);
  const importing = `using ${id}.Services;\nclass T { }\n`;
  const libraries = {
    'App/App.csproj': referencing(referencing(projectOf(v9), '../A/A.csproj'), '../B/B.csproj'),
    'A/A.csproj': libraryOf(v9),
    'B/B.csproj': libraryOf(v9),
  };

  test.each<[string, Files, readonly string[]]>([
    ['that use it', { 'App/A.cs': naming }, ['App/App.csproj: App/A.cs']],
    ['that import it', { 'App/A.cs': importing }, ['App/App.csproj: App/A.cs (imports)']],
    ['not where nothing names it', { 'App/A.cs': 'class T { }\n' }, []],
    [
      'each of the app’s in its order, and those outside last',
      { ...libraries, 'A/A.cs': naming, 'B/B.cs': naming, 'test/T.csproj': libraryOf(v9), 'test/T.cs': naming },
      ['A/A.csproj: A/A.cs', 'B/B.csproj: B/B.cs', 'test/T.csproj (outside): test/T.cs'],
    ],
    [
      'not where a library is to get it',
      { ...libraries, 'A/A.cs': naming, 'App/P.cs': naming },
      ['A/A.csproj: A/A.cs'],
    ],
    [
      'also where a library only imports it',
      { ...libraries, 'A/A.cs': importing, 'App/P.cs': naming },
      ['App/App.csproj: App/P.cs', 'A/A.csproj: A/A.cs (imports)'],
    ],
    ['not with a reference', { 'App/App.csproj': withItems(projectOf(v9), reference), 'App/A.cs': naming }, []],
    [
      'not with a library’s reference',
      { ...libraries, 'B/B.csproj': withItems(libraryOf(v9), reference), 'App/P.cs': naming },
      [],
    ],
    [
      'not with references of two kinds of builds',
      { 'App/App.csproj': withItems(projectOf(v9), debug('Debug'), debug('Release')), 'App/A.cs': naming },
      [],
    ],
    [
      'with a reference of one kind of builds',
      { 'App/App.csproj': withItems(projectOf(v9), debug('Debug')), 'App/A.cs': naming },
      ['App/App.csproj: App/A.cs'],
    ],
    [
      'not with a library that brings it',
      {
        'App/App.csproj': withItems(
          projectOf(v9),
          '<PackageReference Include="Altinn.ApiClients.Dan" Version="2.3.0" />',
        ),
        'App/A.cs': naming,
      },
      [],
    ],
    [
      'that build on the source of Altinn.App',
      {
        'App/App.csproj': referencing(libraryOf(null), '../src/Altinn.App.Core/Altinn.App.Core.csproj').replace(
          '.Sdk"',
          '.Sdk.Web"',
        ),
        'App/A.cs': naming,
      },
      ['App/App.csproj: App/A.cs'],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await lacking(more)).toEqual(expected);
  });

  test.each([
    ['by an item', `<Using Include="${id}.Services" />`, '', 'Directory.Build.props'],
    [
      'by an item of some builds',
      `<Using Include="${id}.Services" Condition="'$(CI)' == ''" />`,
      '',
      'Directory.Build.props',
    ],
    ['by a file', '', `using ${id}.Services;`, 'Shared/S.cs'],
    ['by a file for all', '', `global using ${id}.Services;`, 'Shared/S.cs'],
    ['by a file, members of a type', '', `using static ${id}.Extensions.ServiceCollectionExtensions;`, 'Shared/S.cs'],
  ])('once, where what several share imports it: %s', async (_, item, using, place) => {
    const shared = withItems(libraryOf(v9), '<Compile Include="../Shared/S.cs" />');
    const files = {
      ...libraries,
      'A/A.csproj': shared,
      'B/B.csproj': shared,
      'Directory.Build.props': `<Project><ItemGroup>${item}</ItemGroup></Project>`,
      'Shared/S.cs': `${using}\nclass S { }\n`,
      'A/A.cs': 'class A { }\n',
      'B/B.cs': 'class B { }\n',
    };
    expect(await lacking(files)).toEqual([`B/B.csproj: ${place} (imports)`]);
  });
});
