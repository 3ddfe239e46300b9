import { describe, expect, test } from 'vitest';
import { planVerified } from '../../../src/migrate/verify.ts';
import { appWith, audited, type Files, found, libraryOf, projectOf, referencing, told } from '../audited.ts';

const id = 'Altinn.ApiClients.Maskinporten';
const v9 = '9.0.0-preview.2';
const importing = `using ${id}.Services;\nusing System;\nclass A { }\n`;
const left = ['App/A.cs:1 error prepare review, nothing-used'];

const withItem = (project: string, item: string) => project.replace('  </ItemGroup>', `    ${item}\n  </ItemGroup>`);
const usingOf = (names: string) => `<Using Include="${names}" />`;
const app = (more: Files) => appWith('', { version: v9, more });
const find = (files: Files) => found('clients/package-missing', files);

async function fixed(files: Files) {
  const [only] = await audited(files);
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

describe('in version 9, what imports the package for nothing goes', () => {
  test.each<[string, string, string]>([
    ['a using', importing, 'using System;\nclass A { }\n'],
    ['a global using', `global using ${id}.Config;\nglobal using System;\n`, 'global using System;\n'],
    ['an alias', `using S = ${id}.Config.MaskinportenSettings;\n\nclass A { }\n`, 'class A { }\n'],
  ])('%s', async (_, before, after) => {
    const { told, data, texts } = await fixed(app({ 'App/A.cs': before }));
    expect(told).toEqual(left);
    expect(data).toEqual([
      {
        project: 'App/App.csproj',
        files: ['App/A.cs'],
        kind: 'only-imported',
        imports: 1,
        version: null,
        bindsAtRegistration: false,
      },
    ]);
    expect(texts).toEqual({ 'App/A.cs': after });
  });

  test('a Using item of the project, together with usings', async () => {
    const project = withItem(projectOf(v9), usingOf(`${id}.Config`));
    const { told, data, texts } = await fixed(app({ 'App/App.csproj': project, 'App/A.cs': importing }));
    expect(told).toEqual(left);
    expect(data).toMatchObject([{ files: ['App/A.cs', 'App/App.csproj'], imports: 2 }]);
    expect(texts).toEqual({ 'App/App.csproj': projectOf(v9), 'App/A.cs': 'using System;\nclass A { }\n' });
  });

  test('a Using item of an app whose code never says Maskinporten', async () => {
    const project = withItem(projectOf(v9), usingOf(`${id}.Config`));
    const { told, texts } = await fixed(app({ 'App/App.csproj': project, 'App/A.cs': 'class A { }\n' }));
    expect(told).toEqual(['App/App.csproj:5 error prepare review, nothing-used']);
    expect(texts).toEqual({ 'App/App.csproj': projectOf(v9) });
  });

  test('in each project by itself', async () => {
    const { told, texts } = await fixed(
      app({
        'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
        'App/A.cs': importing,
        'Lib/Lib.csproj': libraryOf(v9),
        'Lib/A.cs': importing,
      }),
    );
    expect(told).toEqual([...left, 'Lib/A.cs:1 error prepare review, nothing-used']);
    expect(Object.keys(texts)).toEqual(['App/A.cs', 'Lib/A.cs']);
  });

  test('from a props file once, for all projects of the app', async () => {
    const props = (items: string) => `<Project>\n  <ItemGroup>\n    <X />\n${items}  </ItemGroup>\n</Project>\n`;
    const { told, texts } = await fixed(
      app({
        'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': libraryOf(v9),
        'Directory.Build.props': props(`    ${usingOf(`${id}.Config`)}\n`),
      }),
    );
    expect(told).toEqual(['Directory.Build.props:4 error prepare review, nothing-used']);
    expect(texts).toEqual({ 'Directory.Build.props': props('') });
  });

  test('where the package has come under a condition', async () => {
    const condition = `<PackageReference Include="${id}" Version="8.0.1" Condition="'$(Configuration)' == 'Debug'" />`;
    expect(await find(app({ 'App/App.csproj': withItem(projectOf(v9), condition), 'App/A.cs': importing }))).toEqual(
      left,
    );
  });
});

describe('people decide', () => {
  test.each<[string, Files, string, string]>([
    [
      'about a namespace that we do not know',
      { 'App/A.cs': `using ${id}.Unheard;\nclass A { }\n` },
      'App/A.cs:1',
      'uses-unclear',
    ],
    ['about the package itself', { 'App/A.cs': `using ${id};\nclass A { }\n` }, 'App/A.cs:1', 'uses-unclear'],
    ['about an alias of it', { 'App/A.cs': `using M = ${id};\nclass A { }\n` }, 'App/A.cs:1', 'uses-unclear'],
    [
      'about a file that was not understood',
      { 'App/A.cs': `using ${id}.Config;\nclass A { void M( } }\n` },
      'App/A.cs:1',
      'uses-unclear',
    ],
    [
      'about an item for something else as well',
      { 'App/App.csproj': withItem(projectOf(v9), usingOf(`${id}.Config;System`)) },
      'App/App.csproj:5',
      'unclear-usings',
    ],
    [
      'about an item for projects of another kind as well',
      {
        'Directory.Build.props': `<Project><ItemGroup>${usingOf(`${id}.Config`)}</ItemGroup></Project>`,
        'tool/Tool.csproj': libraryOf(null),
      },
      'Directory.Build.props:1',
      'shared-library',
    ],
    [
      'where it may be loaded by its name',
      { 'App/A.cs': importing, 'App/B.cs': `class B { string b = "${id}"; }\n` },
      'App/A.cs:1',
      'package-named-in-text',
    ],
  ])('%s', async (_, more, place, reason) => {
    const apps = await audited(app(more));
    const findings = apps.flatMap(({ app, settled }) =>
      settled
        .filter(({ finding }) => finding.rule === 'clients/package-missing')
        .map((one) => ({ told: told(app, one), remedy: one.finding.remedy })),
    );
    expect(findings.map((one) => one.told)).toEqual([expect.stringMatching(`^${place} error prepare manual`)]);
    const reasons = findings.flatMap(({ remedy }) => (remedy.kind === 'manual' ? remedy.reasons : []));
    expect(reasons.map((one) => (one.code === 'reference-unclear' ? one.because : one.code))).toEqual([reason]);
  });
});

describe('nothing is said of imports', () => {
  test.each<[string, Files]>([
    ['under a symbol', { 'App/A.cs': `#if OLD\nusing ${id}.Services;\n#endif\nclass A { }\n` }],
    [
      'beside a reference',
      {
        'App/A.cs': importing,
        'App/App.csproj': withItem(projectOf(v9), `<PackageReference Include="${id}" Version="8.0.1" />`),
      },
    ],
  ])('%s', async (_, more) => {
    expect(await find(app(more))).toEqual([]);
  });

  test('while the app gets the package with its library', async () => {
    const files = app({
      'App/App.csproj': referencing(projectOf(v9), '../Lib/Lib.csproj'),
      'App/A.cs': importing,
      'Lib/Lib.csproj': libraryOf(v9),
      'Lib/A.cs': `using ${id}.Services;\nclass A { SettingsJwkClientDefinition a; }\n`,
    });
    expect(await find(files)).toEqual(['Lib/Lib.csproj:4 error prepare review, package-version']);
  });
});
