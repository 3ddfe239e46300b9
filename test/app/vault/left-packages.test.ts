import { describe, expect, test } from 'vitest';
import { packagesLeftWithout } from '../../../src/app/vault/left-packages.ts';
import type { FileRange } from '../../../src/location.ts';
import { type Files, libraryOf, projectOf, referencing } from '../../rules/audited.ts';
import { appHolding } from './own-functions.ts';

/** What is left without `Gone();` and whatever stands on its line, wherever it stands. */
async function leftIn(files: Files) {
  const app = await appHolding(files);
  const textOf = (file: string) => {
    const read = app.workspace.read(file);
    return read.kind === 'text' ? read.source.text : '';
  };
  const gone = app.sources.paths.flatMap((file): readonly FileRange[] =>
    [...textOf(file).matchAll(/Gone\(\);.*/g)].map(({ 0: line, index }) => ({
      file,
      start: index,
      end: index + line.length,
    })),
  );
  const { usings, references, unclear } = packagesLeftWithout(app, gone);
  return {
    usings: usings.map(({ file, start, end }) => `${file} ${textOf(file).slice(start, end)}`),
    references: references.map(({ id, element: { file } }) => `${file} ${id}`),
    unclear,
  };
}

const project = 'App/App.csproj';
const plain = projectOf('8.12.7');
const withItems = (items: string, text = plain) => text.replace('  </ItemGroup>', `${items}  </ItemGroup>`);
const reference = (id: string, more = ' Version="1.12.0"') => `    <PackageReference Include="${id}"${more} />\n`;
const identity = withItems(reference('Azure.Identity'));
const nothing = { usings: [], references: [], unclear: [] };

describe('a using is left for nothing', () => {
  const wiring = 'config.AddAzureKeyVault(new Uri(a), new DefaultAzureCredential());';

  test.each<[string, string, readonly string[]]>([
    ['with the only code that needs it', `using Azure.Identity;\nGone(); ${wiring}\n`, ['using Azure.Identity;']],
    ['by code that is gone already', 'using System;\nusing Azure.Identity;\nRun();\n', ['using Azure.Identity;']],
    [
      'of types of its own, with the code that goes',
      'using AltinnCore.Authentication.Constants;\nGone(); new KeyVaultSettings();\n',
      ['using AltinnCore.Authentication.Constants;'],
    ],
    ['but not where code needs it', `using Azure.Identity;\nGone();\n${wiring}\n`, []],
    ['but not where claims may', 'using AltinnCore.Authentication.Constants;\nRun();\n', []],
    ['but not another one', 'using System.Net.Http;\nGone();\n', []],
  ])('%s', async (_, program, usings) => {
    const expected = usings.map((using) => `App/Program.cs ${using}`);
    expect((await leftIn({ 'App/Program.cs': program })).usings).toEqual(expected);
  });

  test('in each file once, whatever goes in another', async () => {
    const files = {
      'App/Program.cs': 'using Azure.Identity;\nusing Microsoft.Azure.KeyVault;\nGone();\nGone();\n',
      'App/A.cs': 'using AltinnCore.Authentication.Constants;\nclass A;\n',
      'App/B.cs': 'using Azure.Identity;\nclass B;\n',
    };
    expect((await leftIn(files)).usings).toEqual([
      'App/Program.cs using Azure.Identity;',
      'App/B.cs using Azure.Identity;',
    ]);
  });
});

describe('a package is left for nothing', () => {
  const program = 'using Azure.Identity;\nGone(); new DefaultAzureCredential();\n';
  const gone = {
    usings: ['App/Program.cs using Azure.Identity;'],
    references: [`${project} Azure.Identity`],
    unclear: [],
  };
  const unclear = { ...gone, references: [], unclear: ['Azure.Identity'] };

  test.each<[string, string]>([
    ['with a version', identity],
    ['in another casing', identity.replace('Azure.Identity', 'azure.identity')],
    [
      'with a version as an element',
      withItems(reference('Azure.Identity', '').replace(' />', '><Version>1.12.0</Version></PackageReference>')),
    ],
    [
      'with a version that a property has',
      identity
        .replace('1.12.0', '$(AzureVersion)')
        .replace('<ItemGroup>', '<PropertyGroup><AzureVersion>1.12.0</AzureVersion></PropertyGroup>\n  <ItemGroup>'),
    ],
    ['with no version at all', withItems(reference('Azure.Identity', ''))],
  ])('%s', async (_, text) => {
    const { references, unclear: others } = await leftIn({ [project]: text, 'App/Program.cs': program });
    expect(references.map((line) => line.toLowerCase())).toEqual([`${project} Azure.Identity`.toLowerCase()]);
    expect(others).toEqual([]);
  });

  test.each<[string, Files]>([
    [
      'under a condition',
      { [project]: identity.replace('Version="1', `Condition="'$(Configuration)' == 'Debug'" Version="1`) },
    ],
    [
      'for all projects of a folder',
      {
        'App/Directory.Build.props': `<Project>\n  <ItemGroup>\n${reference('Azure.Identity')}  </ItemGroup>\n</Project>\n`,
      },
    ],
    [
      'with a version that another element gives it',
      {
        [project]: withItems(
          `${reference('Azure.Identity', '')}${reference('Azure.Identity').replace('Include', 'Update')}`,
        ),
      },
    ],
    [
      'with other packages in one element',
      { [project]: withItems(reference('Azure.Identity;Azure.Security.KeyVault.Secrets')) },
    ],
  ])('perhaps, %s', async (_, files) => {
    const left = await leftIn({ ...files, 'App/Program.cs': program });
    expect(left.references).toEqual([]);
    expect(left.unclear[0]).toBe('Azure.Identity');
  });

  test.each<[string, Files]>([
    ['a file needs it that is not touched', { 'App/A.cs': 'class A { object F() => new Azure.Identity.X(); }' }],
    [
      'a test of the app needs it',
      { 'Test/Test.csproj': referencing(libraryOf(null), '../App/App.csproj'), 'Test/T.cs': 'using Azure.Identity;' },
    ],
    [
      'one of the projects that build on it imports it for all its files',
      {
        'Test/Test.csproj': referencing(libraryOf(null), '../App/App.csproj').replace(
          '</ItemGroup>',
          '  <Using Include="Azure.Core.Pipeline" />\n  </ItemGroup>',
        ),
      },
    ],
    ['a type of it is named by its whole name', { 'App/A.cs': 'class A { Azure.Core.TokenCredential F; }' }],
    ['a package that it brings is needed', { 'App/A.cs': 'using Microsoft.Identity.Client;' }],
    [
      'a file of a test that names it cannot be read',
      {
        'Test/Test.csproj': referencing(libraryOf(null), '../App/App.csproj'),
        'Test/A.cs': Buffer.from('class A { /* \0 Azure.Identity */ }'),
      },
    ],
  ])('but not where %s', async (_, more) => {
    expect(await leftIn({ [project]: identity, 'App/Program.cs': program, ...more })).toEqual({
      ...gone,
      references: [],
    });
  });

  test.each<[string, Files]>([
    [
      'a project needs it that does not build on the app',
      { 'Tool/Tool.csproj': libraryOf(null), 'Tool/T.cs': 'using Azure.Identity;' },
    ],
    ['a longer name begins or ends alike', { 'App/A.cs': 'using MyAzure.Identity;\nusing Azure.IdentityModel;' }],
    [
      'a project imports another namespace that begins alike',
      { [project]: identity.replace('  </ItemGroup>', '    <Using Include="Azure.CoreX" />\n  </ItemGroup>') },
    ],
  ])('also where %s', async (_, more) => {
    expect(await leftIn({ [project]: identity, 'App/Program.cs': program, ...more })).toEqual(gone);
  });

  test('of each project that references it', async () => {
    const files = {
      [project]: referencing(identity, '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': withItems(reference('Azure.Identity'), libraryOf('8.12.7')),
      'App/Program.cs': program,
    };
    expect(await leftIn(files)).toEqual({ ...gone, references: [...gone.references, 'Lib/Lib.csproj Azure.Identity'] });
  });

  test('once, though two projects import the file that references it', async () => {
    const props = 'Azure.props';
    const importing = (text: string) =>
      text.replace('  <ItemGroup>', `  <Import Project="../${props}" />\n  <ItemGroup>`);
    const files = {
      [project]: importing(referencing(plain, '../Lib/Lib.csproj')),
      'Lib/Lib.csproj': importing(libraryOf('8.12.7')),
      [props]: `<Project>\n  <ItemGroup>\n${reference('Azure.Identity')}  </ItemGroup>\n</Project>\n`,
      'App/Program.cs': program,
    };
    expect(await leftIn(files)).toEqual(unclear);
  });

  test('not one of another purpose', async () => {
    const other = withItems(reference('Azure.Storage.Blobs') + reference('Polly'));
    expect(await leftIn({ [project]: other, 'App/Program.cs': 'Gone();\n' })).toEqual(nothing);
  });
});
