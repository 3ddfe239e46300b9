import fc from 'fast-check';
import { fileOf, type Tree } from '../input/tree.ts';

const files = [
  'App/App.csproj',
  'App/Other.csproj',
  'Directory.Build.props',
  'App/Directory.Build.props',
  'Directory.Packages.props',
  'App/a.props',
  'a.targets',
  'Lib/Lib.csproj',
  'App.sln',
];
const path = fc.oneof(
  fc.constantFrom(
    ...files,
    '..\\Lib\\Lib.csproj',
    '../App/App.csproj',
    'App.csproj',
    '**/*.cs',
    '*.props',
    '$(A)',
    '$(MSBuildThisFileDirectory)a.props',
    '/etc/passwd',
    '..\\..\\..\\x.props',
    '',
    '*',
    'C:\\x.props',
    'a.props;a.props',
    '%2e%2e/a.props',
    '../'.repeat(40),
  ),
  fc.string({ maxLength: 12 }),
);
const name = fc.constantFrom(
  'A',
  'B',
  'C',
  'AltinnVersion',
  'Version',
  'ManagePackageVersionsCentrally',
  'MSBuildProjectName',
  'TargetFramework',
  'DefineConstants',
  'EnableDefaultCompileItems',
);
const value = fc.oneof(
  fc.constantFrom(
    '8.6.*',
    '$(A)',
    '$(B)',
    '$(A)$(A)',
    '$(B)$(C);$(A)',
    '$([MSBuild]::Add(1,2))',
    '$(A.Replace("a","b"))',
    '@(PackageReference)',
    '%(Version)',
    'true',
    'false',
    '',
    '[8.0,9.0)',
    '$(',
    '$()',
    '$($(A))',
    '&lt;',
    'net8.0',
    '8.7.0',
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[<>&"'\0-\x1f]/g, '')),
);
const condition = fc.oneof(
  fc.constantFrom(
    "'$(A)' == ''",
    "'$(A)' == '$(B)' and '$(C)' != 'x'",
    '$(A)',
    "Exists('a.props')",
    "HasTrailingSlash('$(A)')",
    '(((true)))',
    '!true',
    "'a' &lt; 'b'",
    `'$(A)'=='${'x'.repeat(500)}`,
    '',
    ' or ',
    "$([MSBuild]::IsOSPlatform('Linux'))",
  ),
  fc
    .array(fc.constantFrom('(', ')', ' and ', ' or ', '!', "'a'", '==', '!=', '1', '$(A)', 'true'), { maxLength: 30 })
    .map((parts) => parts.join('')),
);

const conditional = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: condition.map((text) => ` Condition="${text.replaceAll('"', '&quot;')}"`) },
);
const attribute = (text: string) => text.replace(/[<&"]/g, '').replace(/[\0-\x1f]/g, '');
const item = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('Altinn.App.Core', 'Altinn.App.Api', 'Altinn.ApiClients.Maskinporten', 'X'),
      value,
      fc.constantFrom('Include', 'Update', 'Remove'),
      conditional,
    )
    .map(([id, version, how, when]) => `<PackageReference ${how}="${id}" Version="${attribute(version)}"${when} />`),
  fc
    .tuple(fc.constantFrom('Altinn.App.Core', 'Altinn.App.Api'), value)
    .map(([id, version]) => `<PackageVersion Include="${id}" Version="${attribute(version)}" />`),
  path.map((to) => `<ProjectReference Include="${attribute(to)}" />`),
  fc
    .tuple(fc.constantFrom('Compile', 'Using', 'None'), fc.constantFrom('Include', 'Remove', 'Update'), path)
    .map(([kind, how, what]) => `<${kind} ${how}="${attribute(what)}" />`),
);
const group = fc.oneof(
  fc
    .tuple(conditional, fc.array(fc.tuple(name, value, conditional), { maxLength: 6 }))
    .map(
      ([when, properties]) =>
        `<PropertyGroup${when}>${properties.map(([key, text, also]) => `<${key}${also}>${attribute(text)}</${key}>`).join('\n')}</PropertyGroup>`,
    ),
  fc
    .tuple(conditional, fc.array(item, { maxLength: 8 }))
    .map(([when, items]) => `<ItemGroup${when}>\n${items.join('\n')}\n</ItemGroup>`),
  fc.tuple(path, conditional).map(([to, when]) => `<Import Project="${attribute(to)}"${when} />`),
  fc
    .tuple(condition, value)
    .map(
      ([when, text]) =>
        `<Choose><When Condition="${attribute(when)}"><PropertyGroup><A>${attribute(text)}</A></PropertyGroup></When><Otherwise /></Choose>`,
    ),
);
const project = fc
  .array(group, { maxLength: 8 })
  .map((groups) => `<Project Sdk="Microsoft.NET.Sdk.Web">\n${groups.join('\n')}\n</Project>\n`);

/** Projects that import, reference and define each other, in circles too. */
export const projects: fc.Arbitrary<Tree> = fc
  .tuple(project, fc.dictionary(fc.constantFrom(...files), project, { maxKeys: 6 }))
  .map(
    ([app, others]) =>
      new Map(Object.entries({ ...others, 'App/App.csproj': app }).map(([file, text]) => [file, fileOf(text)])),
  );
