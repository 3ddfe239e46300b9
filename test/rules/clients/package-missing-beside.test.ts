import { describe, expect, test } from 'vitest';
import { planVerified } from '../../../src/migrate/verify.ts';
import { appWith, audited, type Files, found, libraryOf, projectOf, referencing, told } from '../audited.ts';

const id = 'Altinn.ApiClients.Maskinporten';
const v9 = '9.0.0-preview.2';
const uses = `using ${id}.Services;\nclass T { SettingsJwkClientDefinition a; }\n`;
const builtIn = '    services.AddHttpClient<A>().UseMaskinportenAuthorization("a");';

const withItem = (project: string, item: string) => project.replace('  </ItemGroup>', `    ${item}\n  </ItemGroup>`);
const referenceTo = (version: string) => `<PackageReference Include="${id}" Version="${version}" />`;
const xunit = withItem(libraryOf(null), '<PackageReference Include="xunit" Version="2.9.0" />');
const ofApp = (project: string) => referencing(project, '../App/App.csproj');

/** An app that has moved, and a test project that has not. */
const app = (more: Files, project = ofApp(xunit)) =>
  appWith(builtIn, { version: v9, more: { 'test/T.csproj': project, 'test/T.cs': uses, ...more } });
const find = (files: Files) => found('clients/package-missing', files);

async function fixed(files: Files) {
  const [only] = await audited(files);
  if (only === undefined) throw new Error('no app');
  const findings = only.settled.filter(({ finding }) => finding.rule === 'clients/package-missing');
  const selection = { phase: 'prepare', fixes: 'review', withPhaseless: false } as const;
  const { texts, withdrawn } = await planVerified(only, findings, selection, only.audit);
  expect(withdrawn).toEqual([]);
  return { told: findings.map((one) => told(only.app, one)), texts: Object.fromEntries(texts) };
}

describe('a project beside the app that had the package through it', () => {
  test('gets a reference', async () => {
    const { told, texts } = await fixed(app({}));
    expect(told).toEqual(['test/T.csproj:3 error prepare review, package-version']);
    const after = xunit.replace('</ItemGroup>', `  ${referenceTo('8.0.1')}\n  </ItemGroup>`);
    expect(texts).toEqual({ 'test/T.csproj': ofApp(after) });
  });

  test('gets it once, where another has it from there', async () => {
    const files = app({
      'more/More.csproj': referencing(libraryOf(null), '../test/T.csproj'),
      'more/M.cs': uses,
    });
    expect(await find(files)).toEqual(['test/T.csproj:3 error prepare review, package-version']);
  });

  test('has it where the app is to get it', async () => {
    expect(await find(app({ 'App/A.cs': uses }))).toEqual(['App/App.csproj:4 error prepare review, package-version']);
  });

  test.each<[string, Files]>([
    ['has it by a reference', { 'test/T.csproj': ofApp(withItem(xunit, referenceTo('8.0.1'))) }],
    ['has it by the app’s', { 'App/App.csproj': withItem(projectOf(v9), referenceTo('8.0.1')) }],
    ['does not need it', { 'test/T.cs': 'class T { }\n' }],
  ])('or %s', async (_, more) => {
    expect(await find(app(more))).toEqual([]);
  });

  test('is left to people with a reference under a condition', async () => {
    const debug = referenceTo('8.0.1').replace('/>', `Condition="'$(Configuration)' == 'Debug'" />`);
    expect(await find(app({}, ofApp(withItem(xunit, debug))))).toEqual([
      'test/T.csproj:4 error prepare manual, reference-unclear',
    ]);
  });

  test('is left to people where it only imports the package', async () => {
    expect(await find(app({ 'test/T.cs': `using ${id}.Services;\nclass T { }\n` }))).toEqual([
      'test/T.cs:1 error prepare manual, outside-app',
    ]);
  });

  test('is left to people where another app reaches as far', async () => {
    const files = app(
      {
        'other/App/App.csproj': projectOf(v9),
        'other/App/Program.cs': 'class P { string a = "Maskinporten"; }\n',
        'other/App/config/applicationmetadata.json': '{ "id": "ttd/other", "org": "ttd" }\n',
      },
      referencing(ofApp(xunit), '../other/App/App.csproj'),
    );
    const manual = (other: string) => `test/T.csproj:3 error prepare manual, shared-library (${other})`;
    expect(await find(files)).toEqual([manual('other/App/App.csproj'), manual('App/App.csproj')]);
  });

  test('shares the version that is stated centrally', async () => {
    const props = (items: string) =>
      `<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n  <ItemGroup>\n${items}    <PackageVersion Include="Altinn.App.Api" Version="${v9}" />\n    <PackageVersion Include="Altinn.App.Core" Version="${v9}" />\n  </ItemGroup>\n</Project>\n`;
    const bare = ofApp(xunit.replace(' Version="2.9.0"', ''));
    const { told, texts } = await fixed(
      app(
        {
          'App/App.csproj': projectOf(v9).replaceAll(` Version="${v9}"`, ''),
          'Directory.Packages.props': props(''),
          'again/T.csproj': bare,
          'again/T.cs': uses,
        },
        bare,
      ),
    );
    expect(told).toEqual(
      ['again', 'test'].map((folder) => `${folder}/T.csproj:3 error prepare review, package-version`),
    );
    expect(texts['Directory.Packages.props']).toBe(props(`    <PackageVersion Include="${id}" Version="8.0.1" />\n`));
  });
});

describe('a project that has nothing to do with the app', () => {
  test('is left to people where it builds on version 9 itself', async () => {
    expect(await find(app({}, libraryOf(v9)))).toEqual(['test/T.csproj:4 error prepare manual, outside-app']);
  });

  test.each([
    ['builds on version 8', libraryOf('8.7.0')],
    ['does not build on Altinn.App', xunit],
  ])('is left alone where it %s', async (_, project) => {
    expect(await find(app({}, project))).toEqual([]);
  });
});
