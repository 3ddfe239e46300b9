import { describe, expect, test } from 'vitest';
import { externalUses } from '../../../src/app/packages/external-uses.ts';
import { importPlaces, leftoverImports } from '../../../src/app/packages/leftover-imports.ts';
import { textsNaming } from '../../../src/app/packages/texts-naming.ts';
import type { FileRange } from '../../../src/location.ts';
import { appWith, auditedApp, type Files, libraryOf, projectOf, referencing } from '../../rules/audited.ts';

const name = 'Altinn.ApiClients.Maskinporten';
const withUsings = (...items: readonly string[]) =>
  projectOf('8.9.2').replace('  </ItemGroup>', `${items.join('\n')}\n  </ItemGroup>`);

const short = (file: string) => file.replace(/^App\//, '');

/** The files of an app that use the package, or may. */
async function uses(more: Files): Promise<readonly string[]> {
  const { app } = await auditedApp(appWith('', { more }));
  return externalUses(app).map(({ file, use }) => `${short(file)} ${use}`);
}

describe('a file uses the package', () => {
  const a = (use: string) => [`A.cs ${use}`];
  test.each([
    ['that names a type it imports', `using ${name}.Config;\nclass A { MaskinportenSettings s; }`, a('certain')],
    [
      'that names a method it imports',
      `using ${name}.Extensions;\nclass A { void F() { services.AddMaskinportenHttpClient<D, C>(s); } }`,
      a('certain'),
    ],
    ['that names it with an at sign', `using ${name}.Config;\nclass A { @MaskinportenSettings s; }`, a('certain')],
    [
      'through an alias of a namespace',
      `using M = ${name}.Config;\nclass A { M.MaskinportenSettings s; }`,
      a('certain'),
    ],
    ['through an alias of a type', `using M = ${name}.Config.MaskinportenSettings;\nclass A { M s; }`, a('certain')],
    ['that writes its name', `class A { ${name}.Config.MaskinportenSettings s; }`, a('certain')],
    [
      'that writes its name over lines',
      `class A { Altinn.ApiClients\n    .Maskinporten.Config.MaskinportenSettings s; }`,
      a('certain'),
    ],
    ['that writes its name from the root', `class A { global::${name}.Config.MaskinportenSettings s; }`, a('certain')],
    [
      'that writes its name within a namespace of Altinn',
      'namespace Altinn.Mine;\nclass A { ApiClients.Maskinporten.Config.MaskinportenSettings s; }',
      a('certain'),
    ],
    [
      'perhaps, that imports members of a type',
      `using static ${name}.Extensions.ServiceCollectionExtensions;\nclass A { }`,
      a('possible'),
    ],
    ['perhaps, that imports what nobody knows of it', `using ${name}.Later;\nclass A { }`, a('possible')],
    ['perhaps, that is no whole C#', `using ${name}.Config;\nclass A { void F( { `, a('possible')],
    ['perhaps, that imports it in some builds', `#if DEBUG\nusing ${name}.Config;\n#endif\nclass A { }`, a('possible')],
  ])('%s', async (_, text, expected) => {
    expect(await uses({ 'App/A.cs': text })).toEqual(expected);
  });

  test.each([
    ['that only imports it', `using ${name}.Config;\nclass A { }`],
    ['that imports one part and names another’s type', `using ${name}.Config;\nclass A { TokenResponse r; }`],
    ['with an alias that it does not use', `using M = ${name}.Config;\nclass A { MaskinportenSettings s; }`],
    [
      'that names a type of another package',
      'using Other.Config;\nclass A { MaskinportenSettings s; } // ApiClients.Maskinporten',
    ],
    ['that speaks of it', `class A { } // ${name}.Config.MaskinportenSettings`],
    ['that writes it in a text', `class A { string s = "${name}.Config.MaskinportenSettings"; }`],
    ['with a name that ends alike', 'class A { MyApiClients.Maskinporten.X x; } // ApiClients.Maskinporten'],
    ['with a name between', 'class A { ApiClients.Dan.Maskinporten x; } // ApiClients.Maskinporten'],
    ['with a longer name', 'class A { ApiClients.MaskinportenPlus.X x; } // ApiClients.Maskinporten'],
    ['with the last of its name alone', 'class A { Maskinporten x; } // ApiClients.Maskinporten'],
  ])('but not one %s', async (_, text) => {
    expect(await uses({ 'App/A.cs': text })).toEqual([]);
  });

  test('that names what another file imports for all', async () => {
    const global = { 'App/G.cs': `global using ${name}.Config;\n` };
    expect(await uses({ ...global, 'App/A.cs': 'class A { MaskinportenSettings s; }' })).toEqual(['A.cs certain']);
    expect(await uses({ ...global, 'App/A.cs': 'class A { TokenResponse r; }' })).toEqual([]);
    expect(await uses({ ...global, 'App/A.cs': 'class A { } // MaskinportenSettings' })).toEqual([]);
    const local = { 'App/G.cs': `using ${name}.Config;\n` };
    expect(await uses({ ...local, 'App/A.cs': 'class A { MaskinportenSettings s; }' })).toEqual([]);
  });

  test('that names an alias of another file', async () => {
    const global = { 'App/G.cs': `global using M = ${name}.Config.MaskinportenSettings;\n` };
    expect(await uses({ ...global, 'App/A.cs': 'class A { M s; }' })).toEqual(['A.cs certain']);
    expect(await uses({ ...global, 'App/A.cs': 'class A { N s; }' })).toEqual([]);
  });

  test('that names what the project imports', async () => {
    const project = { 'App/App.csproj': withUsings(`<Using Include="${name}.Config" />`) };
    expect(await uses({ ...project, 'App/A.cs': 'class A { MaskinportenSettings s; }' })).toEqual(['A.cs certain']);
    const other = { 'App/App.csproj': withUsings('<Using Include="Other.Maskinporten.Config" />') };
    expect(await uses({ ...other, 'App/A.cs': 'class A { MaskinportenSettings s; }' })).toEqual([]);
  });

  test('perhaps, where no file says Maskinporten and only words tell', async () => {
    const project = { 'App/App.csproj': withUsings(`<Using Include="${name}.Interfaces" />`) };
    expect(await uses({ ...project, 'App/A.cs': 'class A { IClientDefinition d; }' })).toEqual(['A.cs possible']);
    expect(await uses({ ...project, 'App/A.cs': 'class A { MyIClientDefinition d; IClientDefinitions e; }' })).toEqual(
      [],
    );
  });

  test('in the order of their names', async () => {
    const text = `using ${name}.Config;\nclass A { MaskinportenSettings s; }`;
    const files = ['App/Z.cs', 'App/B.cs', 'App/logic/C.cs', 'App/a.cs'];
    const global = { 'App/G.cs': `global using ${name}.Config;\nclass G { MaskinportenSettings s; }` };
    const naming = {
      'App/A.cs': 'class A { MaskinportenSettings s; }',
      'App/H.cs': 'class H { MaskinportenSettings s; }',
    };
    expect(await uses({ ...global, ...naming })).toEqual(['A.cs certain', 'G.cs certain', 'H.cs certain']);
    expect(await uses(Object.fromEntries(files.map((file) => [file, text])))).toEqual([
      'B.cs certain',
      'Z.cs certain',
      'a.cs certain',
      'logic/C.cs certain',
    ]);
  });
});

describe('what imports the package for nothing', () => {
  async function leftover(more: Files) {
    const { app } = await auditedApp(appWith('', { more }));
    const imports = leftoverImports(app);
    const told = ({ file, start, end }: FileRange) => {
      const read = app.workspace.read(file);
      const text = read.kind === 'text' ? read.source.text.slice(start, end).trim() : '';
      return `${short(file)}: ${text}`;
    };
    expect(importPlaces(imports)).toHaveLength(Object.values(imports).flat().length);
    const filled = Object.entries(imports).filter(([, places]) => places.length > 0);
    return Object.fromEntries(filled.map(([kind, places]) => [kind, places.map(told)]));
  }

  test.each<[string, Files, Record<string, readonly string[]>]>([
    ['nothing', { 'App/A.cs': 'class A { }' }, {}],
    ['a using', { 'App/A.cs': `using ${name}.Config;\nclass A { }` }, { usings: [`A.cs: using ${name}.Config;`] }],
    [
      'several of a file, told by the first',
      { 'App/A.cs': `using ${name}.Config;\nusing System;\nusing ${name}.Services;\nclass A { }` },
      { usings: [`A.cs: using ${name}.Config;`] },
    ],
    [
      'one of each file',
      { 'App/A.cs': `using ${name}.Config;\n`, 'App/B.cs': `using ${name}.Models;\n` },
      { usings: [`A.cs: using ${name}.Config;`, `B.cs: using ${name}.Models;`] },
    ],
    [
      'a using for all',
      { 'App/G.cs': `global using System;\nglobal using ${name}.Config;\n` },
      { globalUsings: [`G.cs: global using ${name}.Config;`] },
    ],
    [
      'an item',
      { 'App/App.csproj': withUsings(`<Using Include="${name}.Config" />`) },
      { items: [`App.csproj: <Using Include="${name}.Config" />`] },
    ],
    [
      'an item of some builds',
      { 'App/App.csproj': withUsings(`<Using Include="${name}.Config" Condition="'$(CI)' == ''" />`) },
      { unclearItems: [`App.csproj: <Using Include="${name}.Config" Condition="'$(CI)' == ''" />`] },
    ],
    [
      'an item for members of a type',
      {
        'App/App.csproj': withUsings(
          `<Using Include="${name}.Extensions.ServiceCollectionExtensions" Static="true" />`,
        ),
      },
      {
        unclearItems: [`App.csproj: <Using Include="${name}.Extensions.ServiceCollectionExtensions" Static="true" />`],
      },
    ],
    [
      'an item that imports something else as well',
      { 'App/App.csproj': withUsings(`<Using Include="${name}.Config;System.Text" />`) },
      { unclearItems: [`App.csproj: <Using Include="${name}.Config;System.Text" />`] },
    ],
    [
      'an item that imports two parts',
      { 'App/App.csproj': withUsings(`<Using Include="${name}.Config;${name}.Models" />`) },
      { items: [`App.csproj: <Using Include="${name}.Config;${name}.Models" />`] },
    ],
    [
      'an item of something else',
      { 'App/App.csproj': withUsings('<Using Include="Other.Config" />'), 'App/A.cs': 'using Other.Maskinporten;' },
      {},
    ],
    [
      'members of a type, which may be used without their names being known',
      { 'App/A.cs': `using static ${name}.Extensions.ServiceCollectionExtensions;\nclass A { }` },
      { unclearUsings: [`A.cs: using static ${name}.Extensions.ServiceCollectionExtensions;`] },
    ],
    ['not a using of some builds', { 'App/A.cs': `#if DEBUG\nusing ${name}.Config;\n#endif\nclass A { }` }, {}],
  ])('%s', async (_, more, expected) => {
    expect(await leftover(more)).toEqual(expected);
  });
});

test('of one project, what its own files import for nothing and no other’s', async () => {
  const importing = `using ${name}.Config;\nclass A { }`;
  const { app } = await auditedApp(
    appWith('', {
      more: {
        'App/App.csproj': referencing(projectOf('8.9.2'), '../Lib/Lib.csproj'),
        'App/A.cs': importing,
        'Lib/Lib.csproj': libraryOf('8.9.2').replace(
          '  </ItemGroup>',
          `<Using Include="${name}.Models" />\n  </ItemGroup>`,
        ),
        'Lib/L.cs': importing,
      },
    }),
  );
  const files = (project: string) => {
    const imports = leftoverImports(
      app,
      app.projects.filter(({ file }) => file === project),
    );
    return importPlaces(imports).map(({ file }) => file);
  };
  expect(files('App/App.csproj')).toEqual(['App/A.cs']);
  expect(files('Lib/Lib.csproj')).toEqual(['Lib/L.cs', 'Lib/Lib.csproj']);
  expect(importPlaces(leftoverImports(app)).map(({ file }) => file)).toEqual([
    'App/A.cs',
    'Lib/L.cs',
    'Lib/Lib.csproj',
  ]);
});

describe('a text names the package', () => {
  async function naming(more: Files): Promise<readonly string[]> {
    const { app } = await auditedApp(appWith('', { more }));
    return textsNaming(app).map(short);
  }
  test.each([
    ['as a literal', `class A { string s = "${name}"; }`],
    ['verbatim', `class A { string s = @"${name}"; }`],
    ['raw', `class A { string s = """${name}"""; }`],
    ['interpolated', `class A { string s = $"{x}, ${name}"; }`],
    ['as the name of a type', `class A { object t = Type.GetType("${name}.Config.MaskinportenSettings, ${name}"); }`],
  ])('%s', async (_, text) => {
    expect(await naming({ 'App/A.cs': text })).toEqual(['A.cs']);
  });

  test.each([
    ['a comment', `// "${name}"\nclass A { }`],
    ['code', `using ${name}.Config;\nclass A { string s = "other"; }`],
    ['a longer name', `class A { string s = "${name}Plus"; } // ApiClients Maskinporten`],
    ['another package', 'class A { string s = "Altinn.ApiClients.Dan of Maskinporten"; }'],
  ])('not %s', async (_, text) => {
    expect(await naming({ 'App/A.cs': text })).toEqual([]);
  });
});
